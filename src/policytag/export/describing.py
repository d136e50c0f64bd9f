"""What is known of an annotation, in one line, for tables and tooltips."""

from __future__ import annotations

from policytag.annotations import BaseAnnotation, Organization, PolicyTerm, Project, Quantity


def details(annotation: BaseAnnotation) -> str:
    """The fields that say most of an annotation of its type, joined by " · "; empty for a user's own label."""
    match annotation:
        case PolicyTerm():
            broad = "broad" if annotation.breadth == "broad" else None
            parts = [_other_name(annotation), annotation.head, broad]
        case Organization():
            parts = [annotation.resolved or _other_name(annotation), annotation.kind]
        case Project():
            parts = [annotation.kind, annotation.stage]
        case Quantity():
            names = "、".join(indicator.text for indicator in annotation.indicators)
            parts = [quantity_value(annotation), names, annotation.measure, annotation.period, annotation.stance]
        case _:
            parts = []
    return " · ".join(part for part in parts if part)


def _other_name(annotation: PolicyTerm | Organization) -> str | None:
    return annotation.name if annotation.name != annotation.text else None


def quantity_value(quantity: Quantity) -> str:
    """Bound, number and unit: 超393.5亿元 → ``more_than 39350000000 元``."""
    if quantity.parts is not None:
        number = ":".join(format(part, "f") for part in quantity.parts)
    elif quantity.value is not None:
        number = format(quantity.value, "f")
    elif quantity.low is not None and quantity.high is not None:
        number = f"{quantity.low:f}–{quantity.high:f}"
    else:
        number = "?"
    bound = "" if quantity.bound == "exact" else f"{quantity.bound} "
    return f"{bound}{number} {quantity.unit or ''}".strip()
