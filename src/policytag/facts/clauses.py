"""The clause of a number: where the stretch begins that may hold the name of its indicator."""

from __future__ import annotations

import re

_THROUGH_LAST_MARK = re.compile(r".*[,;:。!?()\n]", re.DOTALL).match
MAX_CLAUSE = 80
"""A name is looked for within so many characters before its number."""
_MAX_BRACKET = 16


def clause_start(joined: str, low: int, at: int) -> int:
    """Where the clause of the number at ``at`` begins: after the last mark before it; -1 where that is before ``low``.

    A bracket without a number or a mark inside (治理(管控)率) does not end a clause; ``low`` is the end of the number
    before.
    """
    first = at - MAX_CLAUSE if at > MAX_CLAUSE else 0
    start = low - 1 if low > first else first
    found = _THROUGH_LAST_MARK(joined, start, at)
    while found is not None:
        begin = found.end()
        opening = _opening(joined, low, begin - 1) if joined[begin - 1] == ")" else None
        if opening is None:
            return begin
        found = _THROUGH_LAST_MARK(joined, start, opening)
    return -1 if low > first else first


def _opening(joined: str, low: int, closing: int) -> int | None:
    """Where a short bracket without marks inside opens; None where there is none after ``low``."""
    found = _THROUGH_LAST_MARK(joined, max(low, closing - _MAX_BRACKET), closing)
    return found.end() - 1 if found is not None and joined[found.end() - 1] == "(" else None
