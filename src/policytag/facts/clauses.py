"""The clause of a number: where the stretch begins that may hold the name of its indicator."""

from __future__ import annotations

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
    """Finds the beginning of the clause of each number; numbers are asked for in text order."""

    __slots__ = ("_index", "_joined", "_marks")

    def __init__(self, joined: str) -> None:
        self._joined = joined
        codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        self._marks: list[int] = np.flatnonzero(_mark_table()[codes]).tolist()
        self._index = 0

    def start(self, at: int, last_end: int) -> int:
        """Beginning of the clause of a number at ``at``, after the last mark before it.

        A bracket without a number or a mark inside (治理(管控)率) does not end a clause; ``last_end`` is the end of the
        number before.
        """
        marks, joined = self._marks, self._joined
        index = self._index
        while index < len(marks) and marks[index] < at:
            index += 1
        self._index = index
        low = max(0, at - MAX_CLAUSE)
        index -= 1
        while index >= 0 and marks[index] >= low:
            mark = marks[index]
            if joined[mark] == ")" and index and joined[marks[index - 1]] == "(":
                opening = marks[index - 1]
                if opening >= last_end and mark - opening <= _MAX_BRACKET:
                    index -= 2
                    continue
            return mark + 1
        return low
