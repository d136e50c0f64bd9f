"""Facts in the form of the Report's JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from policytag.analysis import AnalysisData, Sentence
from policytag.facts.measures import Saying
from policytag.facts.names import Name
from policytag.facts.rules import FactRules
from policytag.reading.folding import FoldedText
from policytag.structure import ClauseTimes


class Writer:
    """Puts what was read into the quantities and facts of one text."""

    def __init__(self, folded: FoldedText, data: AnalysisData, rules: FactRules, times: ClauseTimes) -> None:
        self._folded, self._rules, self._times = folded, rules, times
        self._whole = folded.joined is folded.folded  # nothing cut: offsets are the same in both
        self._facts: list[dict[str, Any]] = data["facts"]
        self._evidence: dict[str, dict[str, Any]] = {}  # of each rule one, shared by its facts
        self._place: str | None = data["meta"].get("place")

    def write(
        self,
        index: int,
        quantity: dict[str, Any],
        sentence: Sentence | None,
        names: Sequence[Name],
        saying: Saying,
        owners: Mapping[int, tuple[int, int]],
    ) -> None:
        """Fill the fields of a quantity, and add one fact for each of its indicators.

        ``owners`` maps the beginning of a name to the place that it is of, where the clause says so.
        """
        measure, negative, cue, rule = saying
        cells: dict[str, list[int]] = {}
        period = stance = None
        if cue:
            cells["measure"] = list(self._folded.span(*cue))
        if sentence is not None:
            period, period_cue = self._times.period(sentence, quantity["start"])
            stance, stance_cue = self._times.stance(sentence, quantity["start"], quantity["end"], period)
            if period_cue:
                cells["period"] = list(period_cue)
            if stance_cue:
                cells["stance"] = list(stance_cue)
        indicators = [self.indicator(name) for name in names]
        quantity["indicators"] = indicators
        quantity["measure"] = measure
        quantity["period"], quantity["stance"] = period, stance
        value, low, high = quantity.get("value"), quantity.get("low"), quantity.get("high")
        if negative:
            value = _negated(value)
            low, high = _negated(high), _negated(low)
        evidence = self._evidence.get(rule) or self._evidence.setdefault(rule, _evidence(rule))
        for indicator, name in zip(indicators, names, strict=True):
            place, owner = self._place, owners.get(name[0][0])
            if owner is not None:
                place = self.place(owner)
                cells = {**cells, "place": list(self._folded.span(*owner))}
            self._facts.append(
                {
                    "indicator": indicator,
                    "measure": measure,
                    "value": value,
                    "low": low,
                    "high": high,
                    "parts": quantity.get("parts"),
                    "unit": quantity.get("unit"),
                    "bound": quantity.get("bound", "exact"),
                    "period": period,
                    "stance": stance,
                    "place": place,
                    "evidence": evidence,
                    "cells": cells,
                    "quantity_index": index,
                }
            )

    def place(self, owner: tuple[int, int]) -> str:
        """The full name of a place where the list of places knows which is meant, else the name as written."""
        words = self._folded.joined[slice(*owner)]
        known = self._rules.structure.head.gazetteer.understand(words)
        return known.full if known is not None else words

    def indicator(self, name: Name) -> dict[str, Any]:
        """An indicator from the pieces of its name."""
        text = self._folded.text
        if self._whole:
            spans = [list(piece) for piece in name]
            joined = "".join([text[start:end] for start, end in name])
        else:
            spans = [list(self._folded.span(start, end)) for start, end in name]
            joined = "".join(
                [
                    text[a:b] if b - a == end - start else self._without_cuts(start, end)
                    for (a, b), (start, end) in zip(spans, name, strict=True)
                ]
            )
        canonical, entity = self._rules.indicators.get(joined, (joined, None))
        return {"text": joined, "name": canonical, "entity": entity, "spans": spans}

    def _without_cuts(self, start: int, end: int) -> str:
        return "".join(self._folded.text[self._folded.span(i, i + 1)[0]] for i in range(start, end))


def _evidence(rule: str) -> dict[str, Any]:
    empty = dict.fromkeys(("pack", "path", "line", "condition", "cue"))
    return {"tagger": "facts", "rule": rule, **empty}


def _negated(number: str | None) -> str | None:
    if number is None or not number.strip("0."):
        return number
    return "-" + number
