"""Facts in the form of the Report's JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from policytag.analysis import AnalysisData
from policytag.facts.edges import Name, trimmed
from policytag.facts.measures import Saying
from policytag.facts.rules import FactRules
from policytag.reading.folding import FoldedText

NOTHING_SAID = (None, None, None, None)
"""Period, stance and their cues of a number outside all sentences."""


class Writer:
    """Puts what was read into the quantities and facts of one text."""

    def __init__(
        self, folded: FoldedText, data: AnalysisData, rules: FactRules, owners: Mapping[int, tuple[int, int]]
    ) -> None:
        """``owners`` maps the beginning of a name to the place that it is of, where its clause says so."""
        self._folded, self._rules, self._owners = folded, rules, owners
        self._whole = folded.joined is folded.folded  # nothing cut: offsets are the same in both
        self._facts: list[dict[str, Any]] = data["facts"]
        self._evidence: dict[str, dict[str, Any]] = {}  # of each rule one, shared by its facts
        self._names: Sequence[Name] | None = None  # of the number before
        self._starts: list[int] = []  # where they begin
        self._indicators: list[dict[str, Any]] = []
        self._place: str | None = data["meta"].get("place")

    def write(
        self,
        index: int,
        quantity: dict[str, Any],
        names: Sequence[Name],
        saying: Saying,
        said: tuple[Any, ...],
        place_alone: tuple[int, int] | None,
    ) -> None:
        """Fill the fields of a quantity, and add one fact for each of its indicators.

        ``names`` are those of the stretch before the number, not yet without what may stand at the edges; ``said`` is as
        ClauseTimes gives it; ``place_alone`` is the place of this number, whatever that of its names.
        """
        measure, negative, cue, rule = saying
        period, stance, period_cue, stance_cue = said
        if names is not self._names:  # a list goes on from number to number where nothing new is named
            self.take(names)
        quantity["indicators"] = self._indicators.copy()
        quantity["measure"], quantity["period"], quantity["stance"] = measure, period, stance
        value, low, high = _signed(quantity, negative)
        cells = self._cells(cue, period_cue, stance_cue)
        for start, indicator in zip(self._starts, self._indicators, strict=True):
            owner = place_alone or self._owners.get(start)
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
                    "place": self._place if owner is None else self.place(owner),
                    "evidence": self._evidence.get(rule) or self._evidence.setdefault(rule, _evidence(rule)),
                    "cells": cells if owner is None else {**cells, "place": self._cell(owner)},
                    "quantity_index": index,
                }
            )

    def _cells(
        self, measure: tuple[int, int] | None, period: tuple[int, int] | None, stance: tuple[int, int] | None
    ) -> dict[str, list[int]]:
        """Where the words stand that decided, as far as there are any."""
        cells = {}
        if measure:
            cells["measure"] = self._cell(measure)
        if period:
            cells["period"] = self._cell(period)
        if stance:
            cells["stance"] = self._cell(stance)
        return cells

    def _cell(self, stretch: tuple[int, int]) -> list[int]:
        return list(stretch if self._whole else self._folded.span(*stretch))

    def place(self, owner: tuple[int, int]) -> str:
        """The full name of a place where the list of places knows which is meant, else the name as written; of several, all."""
        names = [self._folded.joined[slice(*one)] for one in self._rules.districts.several(self._folded.joined, *owner)]
        known = map(self._rules.structure.head.gazetteer.understand, names)
        return "、".join([place.full if place is not None else name for name, place in zip(names, known, strict=True)])

    def take(self, names: Sequence[Name]) -> None:
        """Go on to other names; those of which nothing is left without what stands at their edges are left out."""
        self._names, self._starts, self._indicators = names, [], []
        for name in names:
            kept = trimmed(self._folded.joined, name, self._rules.joints, self._rules.fixed)
            if kept:
                self._starts.append(kept[0][0])
                self._indicators.append(self.indicator(kept))

    def indicator(self, name: Name) -> dict[str, Any]:
        """An indicator from the pieces of its name."""
        text, spans, words = self._folded.text, [], ""
        for start, end in name:
            first, last = (start, end) if self._whole else self._folded.span(start, end)
            spans.append([first, last])
            words += text[first:last] if last - first == end - start else self._folded.without_cuts(start, end)
        canonical, entity = self._rules.indicators.get(words) or (words, None)
        return {"text": words, "name": canonical, "entity": entity, "spans": spans}


def _evidence(rule: str) -> dict[str, Any]:
    empty = dict.fromkeys(("pack", "path", "line", "condition", "cue"))
    return {"tagger": "facts", "rule": rule, **empty}


def _signed(quantity: dict[str, Any], negative: bool) -> tuple[str | None, str | None, str | None]:
    """Value, low and high end of a quantity, turned round where it is a fall."""
    value, low, high = quantity.get("value"), quantity.get("low"), quantity.get("high")
    return (_negated(value), _negated(high), _negated(low)) if negative else (value, low, high)


def _negated(number: str | None) -> str | None:
    if number is None or not number.strip("0."):
        return number
    return "-" + number
