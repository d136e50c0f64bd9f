"""Facts read from a text by the whole pipeline, as short rows."""

from __future__ import annotations

from functools import cache

import policytag
from policytag.analysis import Analysis
from policytag.annotating import default_pipeline
from policytag.annotations import Fact
from policytag.facts import FactRules
from policytag.pipeline.components import StepComponent

Row = tuple[str, str, str, str]
"""Quantity, indicator, measure, signed value (or the low and high end, or the parts)."""


def number(fact: Fact) -> str:
    if fact.value is not None:
        return format(fact.value, "f")
    if fact.parts is not None:
        return ":".join(format(part, "f") for part in fact.parts)
    return f"{fact.low:f}..{fact.high:f}"


def rows(text: str) -> list[Row]:
    report = policytag.annotate(text)
    return [(fact.quantity.text, fact.indicator.text, fact.measure or "", number(fact)) for fact in report.facts]


def before_facts(text: str) -> Analysis:
    """The analysis of a text as the facts step finds it."""
    analysis = Analysis(text)
    for name, component in default_pipeline().pipeline:
        if isinstance(component, StepComponent) and name != "policytag_facts":
            component.run(analysis)
    return analysis


@cache
def builtin_rules() -> FactRules:
    component = default_pipeline().get_pipe("policytag_facts")
    assert isinstance(component, StepComponent)
    return FactRules.from_packs(component.packs.lists, component.packs.rows)
