"""Why a report is annotated as it is: the row or rule, the condition that held, what lost and what was rejected."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from policytag.annotations import BaseAnnotation, Fact, Quantity
from policytag.export.describing import number

if TYPE_CHECKING:
    from policytag.report import Report

Trace = Sequence[Mapping[str, Any]]
"""Entries ``{"outcome": "rejected" | "lost", "reason", "candidate", "winner"}``, as the steps write them."""

_REASONS = {
    "overlap": "of one type, the first in the order wins",
    "crossing": "crossing spans, the first in the order wins",
}
_Key = tuple[int, int, str, str]
Stretch = tuple[int, int]
"""Offsets in the text as given, end exclusive."""


class Explainer:
    """Explains the annotations and facts of one report; what it looks up is sorted once.

    Args:
        report: the report.
        trace: what was kept by ``trace=True``.
    """

    def __init__(self, report: Report, trace: Trace) -> None:
        self.report = report
        self._trace = trace
        self._annotations = {_key(annotation): annotation for annotation in report.annotations}
        self._places = {(a.start, a.end, a.type) for a in report.annotations}
        self._losers: dict[_Key, list[Mapping[str, Any]]] = defaultdict(list)
        for entry in trace:
            if (winner := entry["winner"]) is not None:
                self._losers[winner["start"], winner["end"], winner["type"], winner["rule"]].append(entry)
        self._facts: dict[int, list[Fact]] = defaultdict(list)
        for fact in report.facts:
            self._facts[fact.quantity_index].append(fact)

    def annotation(self, annotation: BaseAnnotation) -> str:
        """One annotation in words: what made it, the condition that let it pass, and what it beat.

        Raises:
            ValueError: it is not one of the report.
        """
        if not isinstance(annotation, BaseAnnotation) or self._annotations.get(_key(annotation)) != annotation:
            raise ValueError("explain takes an annotation or a fact of this report")
        return _explain(self.report, annotation, self._losers.get(_key(annotation), ()))

    def fact(self, fact: Fact) -> str:
        """One fact in words: its rule, the words that gave each of its cells, and the quantity it was read from.

        Raises:
            ValueError: it is not one of the report.
        """
        if fact not in self._facts.get(fact.quantity_index, ()):
            raise ValueError("explain takes an annotation or a fact of this report")
        return "\n".join([*_fact_lines(self.report.text, fact), self.annotation(fact.quantity)])

    def everything(self, at: Iterable[Stretch] | None = None) -> str:
        """Every annotation with its facts, every loser with what beat it, every rejected match with what failed.

        Args:
            at: only what overlaps one of these stretches ``(start, end)``; a quantity also where the words of its facts
                do. None: all of the text.

        Returns:
            A paragraph of lines for each; empty where there is nothing.
        """
        wanted = None if at is None else _Stretches(at)
        blocks: list[tuple[int, int, int, str]] = []
        for index, a in enumerate(self.report.annotations):
            facts = self._facts.get(index, ())
            spans = [(a.start, a.end), *(span for fact in facts for span in _words(fact))]
            if wanted is None or any(wanted.overlap(*span) for span in spans):
                lines = [self.annotation(a)]
                lines += [f"  {line}" for fact in facts for line in _fact_lines(self.report.text, fact)]
                lines += ["  no fact was read from it"] if isinstance(a, Quantity) and not facts else []
                blocks.append((a.start, -a.end, 0, "\n".join(lines)))
        for entry in self._trace:
            start, end = entry["candidate"]["start"], entry["candidate"]["end"]
            if (wanted is None or wanted.overlap(start, end)) and not self._is_found_otherwise(entry):
                blocks.append((start, -end, 1, _explain_loser(self.report, entry)))
        return "\n".join(block[-1] for block in sorted(blocks, key=lambda block: block[:3]))

    def _is_found_otherwise(self, entry: Mapping[str, Any]) -> bool:
        """Is it a quotation that the terms tagger rejects, and that a row names?"""
        candidate = entry["candidate"]
        if entry["outcome"] != "rejected" or candidate["tagger"] != "terms":
            return False
        return (candidate["start"], candidate["end"], candidate["type"]) in self._places


class _Stretches:
    """Stretches of a text, put together where they touch, so that one look tells whether any overlaps another."""

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(stretches):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def overlap(self, start: int, end: int) -> bool:
        last = bisect_left(self._starts, end) - 1
        return last >= 0 and start < self._ends[last]


def _words(fact: Fact) -> list[Stretch]:
    """Where the words stand that a fact was read from, its quantity apart."""
    return [*fact.indicator.spans, *fact.cells.values()]


def _fact_lines(text: str, fact: Fact) -> list[str]:
    number_and_unit = f"{number(fact)} {fact.unit or ''}".strip()
    known = (fact.indicator.name, fact.measure, number_and_unit, fact.period, fact.stance, fact.place)
    lines = [f"fact {' · '.join(filter(None, known))}, by facts rule {fact.evidence.rule}"]
    lines += [f"  indicator: {_shown(text[start:end])} at {start}-{end}" for start, end in fact.indicator.spans]
    for name in ("measure", "period", "stance", "place"):
        if (span := fact.cells.get(name)) is not None:
            lines.append(f"  {name}: {_shown(text[slice(*span)])} at {span[0]}-{span[1]}")
        elif name != "measure" and getattr(fact, name) is not None:
            lines.append(f"  {name}: from the section or the head of the report")
    return lines


def _key(annotation: BaseAnnotation) -> _Key:
    return annotation.start, annotation.end, annotation.type, annotation.evidence.rule


def _explain(report: Report, annotation: BaseAnnotation, losers: Iterable[Mapping[str, Any]]) -> str:
    lines = [_headline(annotation.type, annotation.start, annotation.end, annotation.text), f"  by {_rule(annotation)}"]
    evidence = annotation.evidence
    if evidence.condition is not None:
        cue = evidence.cue
        shown = f": {_shown(cue.text)} at {cue.start}-{cue.end}" if cue is not None else ""
        lines.append(f"  passed: {evidence.condition}{shown}")
    for entry in losers:
        loser = entry["candidate"]
        text = _shown(report.text[loser["start"] : loser["end"]])
        lines.append(f"  beat: {loser['type']} {text} of {_candidate_rule(loser)} ({_reason(entry)})")
    return "\n".join(lines)


def _explain_loser(report: Report, entry: Mapping[str, Any]) -> str:
    candidate = entry["candidate"]
    start, end = candidate["start"], candidate["end"]
    lines = [
        f"{_headline(candidate['type'], start, end, report.text[start:end])} ({entry['outcome']})",
        f"  by {_candidate_rule(candidate)}",
    ]
    winner = entry["winner"]
    if entry["outcome"] == "rejected":
        lines.append(f"  failed: {entry['reason']}")
    elif winner is None:
        lines.append(f"  left out: {entry['reason']}")
    else:
        text = _shown(report.text[winner["start"] : winner["end"]])
        lines.append(f"  beaten by: {winner['type']} {text} of {_candidate_rule(winner)} ({_reason(entry)})")
    return "\n".join(lines)


def _headline(label: str, start: int, end: int, text: str) -> str:
    return f"{start}-{end} {label} {_shown(text)}"


def _shown(text: str) -> str:
    return text.replace("\n", "⏎")


def _rule(annotation: BaseAnnotation) -> str:
    evidence = annotation.evidence
    return _named(evidence.tagger, evidence.rule, evidence.pack, evidence.path, evidence.line)


def _candidate_rule(candidate: Mapping[str, Any]) -> str:
    row = candidate["attributes"].get("evidence") or {}
    return _named(candidate["tagger"], candidate["rule"], row.get("pack"), row.get("path"), row.get("line"))


def _named(tagger: str, rule: str, pack: str | None, path: str | None, line: int | None) -> str:
    return f"row {rule} ({pack}/{path}:{line})" if path is not None else f"rule {rule} of the {tagger} tagger"


def _reason(entry: Mapping[str, Any]) -> str:
    return _REASONS.get(entry["reason"], str(entry["reason"]))
