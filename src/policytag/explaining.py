"""Why a report is annotated as it is: the row or rule, the condition that held, what lost and what was rejected."""

from __future__ import annotations

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


def explain_annotation(report: Report, annotation: BaseAnnotation, trace: Trace) -> str:
    """One annotation in words: what made it, the condition that let it pass, and what it beat."""
    return _explain(report, annotation, _losers(trace).get(_key(annotation), ()))


def explain_fact(report: Report, fact: Fact, trace: Trace) -> str:
    """One fact in words: its rule, the words that gave each of its cells, and the quantity it was read from."""
    head = f"fact {fact.indicator.text} · {fact.measure} · {fact.period} · {fact.stance}, by facts rule {fact.evidence.rule}"
    names = " ".join(f"{start}-{end}" for start, end in fact.indicator.spans)
    cells = [
        f"  {name}: {_shown(report.text[start:end])} at {start}-{end}" for name, (start, end) in fact.cells.items()
    ]
    return "\n".join([head, f"  indicator at {names}", *cells, explain_annotation(report, fact.quantity, trace)])


def explain_report(report: Report, trace: Trace, at: int | None = None) -> str:
    """Every annotation, every loser with what beat it, and every rejected match with the condition that failed.

    Args:
        report: the report.
        trace: what was kept by ``trace=True``.
        at: only what covers the character at this offset (code points).
    """
    losers = _losers(trace)
    blocks: list[tuple[int, int, int, str]] = []
    for a in report.annotations:
        if at is None or a.start <= at < a.end:
            blocks.append((a.start, -a.end, 0, _explain(report, a, losers.get(_key(a), ()))))
    for entry in trace:
        c = entry["candidate"]
        if at is None or c["start"] <= at < c["end"]:
            blocks.append((c["start"], -c["end"], 1, _explain_loser(report, entry)))
    if not blocks:
        where = f" at offset {at}" if at is not None else ""
        return f"nothing was found{where}, and nothing was rejected"
    return "\n".join(block[-1] for block in sorted(blocks, key=lambda block: block[:3]))


_Key = tuple[int, int, str, str]


def _key(annotation: BaseAnnotation) -> _Key:
    return annotation.start, annotation.end, annotation.type, annotation.evidence.rule


def _losers(trace: Trace) -> dict[_Key, list[Mapping[str, Any]]]:
    """The losers of each winner."""
    losers: dict[_Key, list[Mapping[str, Any]]] = {}
    for entry in trace:
        winner = entry["winner"]
        if winner is not None:
            key = winner["start"], winner["end"], winner["type"], winner["rule"]
            losers.setdefault(key, []).append(entry)
    return losers


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
