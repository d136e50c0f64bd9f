"""The patterns tagger: matches of the rows of packs whose context lets them stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from policytag.analysis import Candidate, StructureData
from policytag.patterns.compiled_row import CompiledRow, Passed
from policytag.patterns.literals import LiteralIndex
from policytag.patterns.row import INDICATOR, Row
from policytag.reading.folding import FoldedText, fold
from policytag.taggers.context import test_match

if TYPE_CHECKING:
    from policytag.patterns.tokens import TokenRows

TAGGER = "patterns"


class PatternRules:
    """Rows made ready for matching. Rows labelled INDICATOR are left out: they are for the facts.

    A row is compiled when it first matches, so that unused rows cost little. Rules can be pickled: the rows travel.

    Attributes:
        rows: literal rows, then rows with token patterns.
        index: the literals, folded, in the order of ``rows``.
        tokens: the token patterns, None where there are none.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        counted = list(rows)
        literal = [row for row in counted if isinstance(row.pattern, str)]
        described = [row for row in counted if not isinstance(row.pattern, str)]
        self.rows: Sequence[Row] = (*literal, *described)
        self.index = LiteralIndex(fold_all([str(row.pattern) for row in literal]))
        self.tokens = _token_rows(described)
        self._compiled: list[CompiledRow | None] = [None] * len(self.rows)

    @classmethod
    def from_rows(cls, rows: Iterable[Row]) -> PatternRules:
        """Compile the rows of a PackSet."""
        return cls(row for row in rows if row.label != INDICATOR)

    def compiled(self, number: int) -> CompiledRow:
        """The row of this number, compiled."""
        row = self._compiled[number]
        if row is None:
            row = self._compiled[number] = CompiledRow(self.rows[number])
        return row

    def matches(self, joined: str) -> list[tuple[int, int, int]]:
        """Every match of every row, before any condition, as ``(row number, start, end)`` in ``joined``."""
        found = self.index.finditer(joined)
        if self.tokens is not None:
            first = len(self.index)
            found = found + [(first + number, start, end) for number, start, end in self.tokens.find(joined)]
        return found

    def __reduce__(self) -> tuple[type[PatternRules], tuple[Sequence[Row]]]:
        return PatternRules, (self.rows,)


def fold_all(literals: Sequence[str]) -> list[str]:
    """Each literal folded; a hundred thousand at once cost little more than one."""
    folded = fold("\n".join(literals)).split("\n")
    return folded if len(folded) == len(literals) else [fold(literal) for literal in literals]


def _token_rows(rows: Sequence[Row]) -> TokenRows | None:
    if not rows:
        return None
    from policytag.patterns.tokens import TokenRows  # needs spaCy

    return TokenRows([row.pattern for row in rows if not isinstance(row.pattern, str)])


def find_patterns(
    folded: FoldedText,
    structure: StructureData,
    rules: PatternRules,
    rejected: list[dict[str, Any]] | None = None,
    year: int | None = None,
) -> list[Candidate]:
    """The matches of rows whose conditions hold.

    Args:
        folded: the text.
        structure: only the report's own year (``meta``) is read.
        rules: the rows.
        rejected: where given, takes every match that failed a condition: a Candidate with ``reason``.
        year: stands in where the report's own year is unknown.
    """
    meta = structure.get("meta") or {}
    year = meta.get("year") or year
    joined, span = folded.joined, folded.span
    direct = joined is folded.folded  # nothing was cut out: offsets are those of the text
    known = rules._compiled
    found: list[Candidate] = []
    for number, start, end in rules.matches(joined):
        row = known[number] or rules.compiled(number)
        if row.plain:
            if not direct:
                start, end = span(start, end)
            found.append(_candidate(row, row.attributes, start, end))
            continue
        verdict = test_match(row, joined, start, end, year)
        if rejected is None and isinstance(verdict, str):
            continue
        attributes = row.attributes if row.named else {**row.attributes, "name": joined[start:end]}
        candidate = _candidate(row, attributes, *span(start, end))
        if isinstance(verdict, Passed):
            candidate["condition"] = verdict.condition
            candidate["cue"] = _cue(folded, verdict)
            found.append(candidate)
        elif rejected is not None:
            rejected.append({**candidate, "reason": verdict})
    return found


def _candidate(row: CompiledRow, attributes: dict[str, Any], start: int, end: int) -> Candidate:
    return {
        "type": row.type,
        "start": start,
        "end": end,
        "tagger": TAGGER,
        "rule": row.id,
        "priority": row.priority,
        "attributes": attributes,
        "condition": None,
        "cue": None,
    }


def _cue(folded: FoldedText, passed: Passed) -> tuple[str, int, int] | None:
    if passed.cue is None:
        return None
    start, end = folded.span(*passed.cue)
    return folded.text[start:end], start, end
