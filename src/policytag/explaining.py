"""Why a report is annotated as it is: the row or rule, the condition that held, what lost and what was rejected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from policytag.annotations import BaseAnnotation, Fact
    from policytag.report import Report

Trace = Sequence[Mapping[str, Any]]
"""Entries ``{"outcome": "rejected" | "lost", "reason", "candidate", "winner"}``, as the steps write them."""

_REASONS = {
    "overlap": "of one type, the first in the order wins",
    "crossing": "crossing spans, the first in the order wins",
}
_Key = tuple[int, int, str, str]


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
        key = _key(annotation)
        if self._annotations.get(key) != annotation:
            raise ValueError("explain takes an annotation or a fact of this report")
        return _explain(self.report, annotation, self._losers.get(key, ()))

    def fact(self, fact: Fact) -> str:
        """One fact in words: its rule, the words that gave each of its cells, and the quantity it was read from.

        Raises:
            ValueError: it is not one of the report.
        """
        if fact not in self._facts.get(fact.quantity_index, ()):
            raise ValueError("explain takes an annotation or a fact of this report")
        known = f"{fact.indicator.text} · {fact.measure} · {fact.period} · {fact.stance}"
        names = " ".join(f"{start}-{end}" for start, end in fact.indicator.spans)
        cells = [
            f"  {name}: {_shown(self.report.text[start:end])} at {start}-{end}"
            for name, (start, end) in fact.cells.items()
        ]
        head = [f"fact {known}, by facts rule {fact.evidence.rule}", f"  indicator at {names}"]
        return "\n".join([*head, *cells, self.annotation(fact.quantity)])

    def everything(self, at: Iterable[tuple[int, int]] | None = None) -> str:
        """Every annotation, every loser with what beat it, and every rejected match with the condition that failed.

        Args:
            at: only what overlaps one of these stretches ``(start, end)``; None: all of the text.
        """
        wanted = None if at is None else list(at)

        def is_asked_for(start: int, end: int) -> bool:
            return wanted is None or any(start < last and first < end for first, last in wanted)

        blocks: list[tuple[int, int, int, str]] = []
        for a in self.report.annotations:
            if is_asked_for(a.start, a.end):
                blocks.append((a.start, -a.end, 0, self.annotation(a)))
        for entry in self._trace:
            start, end = entry["candidate"]["start"], entry["candidate"]["end"]
            if is_asked_for(start, end):
                blocks.append((start, -end, 1, _explain_loser(self.report, entry)))
        if not blocks:
            where = "" if wanted is None else " at " + ", ".join(f"{start}-{end}" for start, end in wanted)
            return f"nothing was found{where}, and nothing was rejected"
        return "\n".join(block[-1] for block in sorted(blocks, key=lambda block: block[:3]))


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
