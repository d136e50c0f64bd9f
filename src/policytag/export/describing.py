"""What is known of an annotation, in one line, for tables and tooltips."""

from __future__ import annotations

from policytag.annotations import BaseAnnotation, Fact, Organization, PolicyTerm, Project, Quantity


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
            parts = [quantity_value(annotation), annotation.dimension]
        case _:
            parts = []
    return " · ".join(part for part in parts if part)


def _other_name(annotation: PolicyTerm | Organization) -> str | None:
    return annotation.name if annotation.name != annotation.text else None


def quantity_value(quantity: Quantity) -> str:
    """Bound, number and unit: 超286.4亿元 → ``more_than 28640000000 元``."""
    bound = "" if quantity.bound == "exact" else f"{quantity.bound} "
    return f"{bound}{number(quantity)} {quantity.unit or ''}".strip()


def number(of: Quantity | Fact) -> str:
    """The value, range or parts in plain notation; of a fact with its sign."""
    if of.parts is not None:
        return ":".join(format(part, "f") for part in of.parts)
    if of.value is not None:
        return format(of.value, "f")
    return f"{of.low:f}–{of.high:f}" if of.low is not None and of.high is not None else ""


def fact_cells(fact: Fact) -> tuple[str, ...]:
    """Indicator, measure, value, unit, bound, period, stance and place of a fact, as shown in tables."""
    known = (fact.measure, number(fact), fact.unit, fact.bound, fact.period, fact.stance, fact.place)
    return (fact.indicator.text, *(cell or "" for cell in known))
