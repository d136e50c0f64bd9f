"""Lints of a row's examples: each is run through the rows, and must come out as it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from policytag.analysis import Candidate, empty_structure
from policytag.errors import Finding
from policytag.patterns.checked import Checked
from policytag.patterns.row import Row
from policytag.reading.folding import FoldedText
from policytag.resolving import resolve
from policytag.taggers.patterns import PatternRules, find_patterns

_Span = tuple[int, int]
_NOTHING = empty_structure()


def missing_examples(checked: Checked) -> Iterator[Finding]:
    """A row with a context needs an example of each sort; a draft may still lack them."""
    for row in checked.own_rows:
        if "context" not in row.data or row.status == "draft":
            continue
        missing = [key for key in ("match", "no_match") if not row.examples.get(key)]
        if missing:
            message = f"the row has a context but no {' and no '.join(missing)} example"
            yield checked.finding(row, "missing-examples", message)


def examples(checked: Checked) -> Iterator[Finding]:
    """Every example comes out as it says; known gaps (``todo_…``) are still gaps."""
    rows = [row for row in checked.own_rows if row.examples]
    if not rows:
        return
    runner = _Runner(checked.rows)
    for row in rows:
        for key, texts in row.examples.items():
            for example in texts:
                wrong = _judge(runner, row, key, example)
                if wrong is not None:
                    yield checked.finding(row, *wrong)


def _judge(runner: _Runner, row: Row, key: str, example: str) -> tuple[str, str] | tuple[str, str, str] | None:
    """Code, message and perhaps advice where the example does not come out as its list says."""
    text, marked = read_marks(example)
    found, beaten_by, reasons = runner.run(row, text)
    standing = [span for span in found if span not in beaten_by]
    good = standing == marked if key.endswith("match") and "no_" not in key else not standing
    if key.startswith("todo_"):
        if good:
            advice = f"move it to {key.removeprefix('todo_')!r}"
            return "todo-done", f"the known gap {example!r} is none any more", advice
        return None
    if good:
        return None
    if key == "no_match":
        where = ", ".join(text[start:end] for start, end in standing)
        return "example-fires", f"the no_match example {example!r} matches at {where!r}"
    return "example-fails", _why_not(example, text, marked, found, beaten_by, reasons)


def _why_not(
    example: str,
    text: str,
    marked: list[_Span],
    found: list[_Span],
    beaten_by: dict[_Span, str],
    reasons: dict[_Span, str],
) -> str:
    for span in marked:
        if span in reasons:
            return f"the match example {example!r} is rejected: {reasons[span]}"
        if span in beaten_by:
            return f"the match example {example!r} is beaten by {beaten_by[span]}"
    extra = [text[start:end] for start, end in found if (start, end) not in marked]
    if extra:
        return f"the match example {example!r} also matches at {', '.join(extra)!r}, which is not marked"
    return f"the match example {example!r} is not found"


def read_marks(example: str) -> tuple[str, list[_Span]]:
    """The example without its ``[[ ]]``, and the spans that they mark."""
    text, marked = "", []
    for n, piece in enumerate(example.split("[[")):
        words, _, rest = piece.partition("]]") if n else ("", "", piece)
        if words:
            marked.append((len(text), len(text) + len(words)))
        text += words + rest
    return text, marked


class _Runner:
    """Runs a text through all rows at once and looks at what became of one of them."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rules = PatternRules(rows)

    def run(self, row: Row, text: str) -> tuple[list[_Span], dict[_Span, str], dict[_Span, str]]:
        """Spans of the row's candidates; of those, who beats which; and the spans that failed a condition, with why."""
        folded = FoldedText(text)
        rejected: list[dict[str, Any]] = []
        valid = row.valid or (None, None)
        candidates = find_patterns(folded, _NOTHING, self._rules, rejected, year=valid[0] or valid[1])
        found = [_span(candidate) for candidate in candidates if candidate["rule"] == row.id]
        reasons = {_span(match): match["reason"] for match in rejected if match["rule"] == row.id}
        return found, _beaten(row, candidates, folded) if found else {}, reasons


def _beaten(row: Row, candidates: list[Candidate], folded: FoldedText) -> dict[_Span, str]:
    if len(candidates) == 1:
        return {}
    losses: list[Any] = []
    # Rows of other regions and their equals are no rivals: whoever names a region has one of them only.
    rivals = [c for c in candidates if c["rule"] == row.id or c["attributes"]["entity"] != row.entity]
    resolve(rivals, folded.folded, (), losses)
    return {
        _span(loss.candidate): loss.winner["rule"] if loss.winner else loss.reason
        for loss in losses
        if loss.candidate["rule"] == row.id
    }


def _span(candidate: Any) -> _Span:
    return candidate["start"], candidate["end"]
