"""Facts in the form of the Report's JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from policytag.facts.measures import Saying
from policytag.facts.names import Name
from policytag.facts.rules import FactRules
from policytag.reading.folding import FoldedText


def indicator(folded: FoldedText, name: Name, rules: FactRules) -> dict[str, Any]:
    """An indicator from the pieces of its name."""
    spans = [folded.span(start, end) for start, end in name]
    text = folded.text
    pieces = [
        text[a:b] if b - a == end - start else _without_cuts(folded, start, end)
        for (a, b), (start, end) in zip(spans, name, strict=True)
    ]
    joined = "".join(pieces)
    canonical, entity = rules.indicators.get(joined, (joined, None))
    return {"text": joined, "name": canonical, "entity": entity, "spans": [list(span) for span in spans]}


def _without_cuts(folded: FoldedText, start: int, end: int) -> str:
    return "".join(folded.text[folded.span(i, i + 1)[0]] for i in range(start, end))


def facts_of(
    quantity: Mapping[str, Any], index: int, saying: Saying, place: str | None, cells: dict[str, list[int]]
) -> list[dict[str, Any]]:
    """One fact for each indicator of a quantity."""
    value, low, high, parts = (quantity.get(field) for field in ("value", "low", "high", "parts"))
    if saying.negative:
        value = None if value is None else _negated(value)
        low, high = (None, None) if low is None or high is None else (_negated(high), _negated(low))
    return [
        {
            "indicator": name,
            "measure": saying.measure,
            "value": value,
            "low": low,
            "high": high,
            "parts": parts,
            "unit": quantity.get("unit"),
            "bound": quantity.get("bound", "exact"),
            "period": quantity["period"],
            "stance": quantity["stance"],
            "place": place,
            "evidence": {
                "tagger": "facts",
                "rule": saying.rule,
                "pack": None,
                "path": None,
                "line": None,
                "condition": None,
                "cue": None,
            },
            "cells": cells,
            "quantity_index": index,
        }
        for name in quantity["indicators"]
    ]


def _negated(number: str) -> str:
    return number if not number.strip("0.") else "-" + number
