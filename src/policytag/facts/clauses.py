"""The clause of a number: where the stretch begins that may hold the name of its indicator."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

_MARKS = ",;:。!?()\n"
MAX_CLAUSE = 80
"""A name is looked for within so many characters before its number."""
_MAX_BRACKET = 16


@cache
def _mark_table() -> npt.NDArray[np.bool_]:
    table = np.zeros(0x110000, dtype=np.bool_)
    table[list(map(ord, _MARKS))] = True
    return table


class Clauses:
    """Finds the beginning of the clause of each number of a text."""

    __slots__ = ("_joined", "_marks", "_marks_before", "_numbers")

    def __init__(self, joined: str, numbers: Sequence[tuple[int, int]]) -> None:
        self._joined = joined
        self._numbers = numbers
        codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        marks = np.flatnonzero(_mark_table()[codes])
        self._marks: list[int] = marks.tolist()
        self._marks_before: list[int] = np.searchsorted(marks, [start for start, _ in numbers]).tolist()

    def start(self, order: int, last_end: int) -> int:
        """Beginning of the clause of a number, given by its place among the numbers: after the last mark before it.

        A bracket without a number or a mark inside (治理(管控)率) does not end a clause; ``last_end`` is the end of the
        number before.
        """
        marks, joined = self._marks, self._joined
        at = self._numbers[order][0]
        low = at - MAX_CLAUSE if at > MAX_CLAUSE else 0
        index = self._marks_before[order] - 1
        while index >= 0 and (mark := marks[index]) >= low:
            if joined[mark] == ")" and index and joined[marks[index - 1]] == "(":
                opening = marks[index - 1]
                if opening >= last_end and mark - opening <= _MAX_BRACKET:
                    index -= 2
                    continue
            return mark + 1
        return low
