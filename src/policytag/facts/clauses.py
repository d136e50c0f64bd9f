"""The clause of a number: where the stretch begins that may hold the name of its indicator."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARK = re.compile(r"[,;:。!?()\n]")
MAX_CLAUSE = 80
"""A name is looked for within so many characters before its number."""
_MAX_BRACKET = 16


class Clauses:
    """Finds the beginning of the clause of each number; numbers are asked for in text order."""

    def __init__(self, joined: str) -> None:
        self._joined = joined

    def start(self, at: int, last_end: int) -> int:
        """Beginning of the clause of a number at ``at``, after the last mark before it.

        A bracket without a number inside (治理(管控)率) does not end a clause; ``last_end`` is the end of the number before.
        """
        joined = self._joined
        low = max(0, at - MAX_CLAUSE)
        end = at
        while True:
            mark = _last_mark(joined, low, end)
            if mark < 0:
                return low
            if joined[mark] == ")":
                opening = joined.rfind("(", max(low, mark - _MAX_BRACKET), mark)
                if (
                    opening >= 0
                    and opening >= last_end
                    and _MARK.search(joined, opening + 1, mark) is None
                    and mark + 1 < at
                ):
                    end = opening
                    continue
            return mark + 1


def _last_mark(joined: str, low: int, end: int) -> int:
    last = -1
    for found in _MARK.finditer(joined, low, end):
        last = found.start()
    return last


def sentence_of(starts: Sequence[int], ends: Sequence[int], at: int, index: int) -> int:
    """Index of the sentence that holds ``at``, going on from ``index``; -1 where none does."""
    while index < len(starts) and ends[index] <= at:
        index += 1
    return index
