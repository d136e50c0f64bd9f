"""Pieces: clauses cut into words and what lies between two words, many clauses at a time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from policytag.taggers.names.marks import FRAME, HEADS, PARTICULAR, PLAIN, Mark
from policytag.taggers.names.vocabulary import CLAUSE_END, Vocabulary

Marked = tuple[int, int, int, int]
"""A piece: ``(marks, number of the word or -1, start, end)`` in the joined text."""
Stop = tuple[int, int]
"""``(index of the piece, its marks)``."""

Marks = npt.NDArray[np.int64]
_COORD, _ETC, _PARTNER, _END = int(Mark.COORD), int(Mark.ETC), int(Mark.PARTNER), int(Mark.BOUNDARY)
_BREAKS = int(Mark.HARD) | _END
_STOPS = _BREAKS | _COORD | _ETC


def read_pieces(
    text: str, clauses: Sequence[tuple[int, int]], words: Vocabulary, every: bool = False
) -> tuple[list[Marked], list[Stop]]:
    """The pieces of clauses of a text (of ``every`` one, or of those that may hold names), and which of them are stops.

    Each clause is closed by an empty piece with the mark BOUNDARY, which is a stop. One call for many clauses is much
    faster than one for each: all work for a single piece is done by the index and in arrays.
    """
    if not clauses:
        return [], []
    copy = CLAUSE_END.join([text[start:end] for start, end in clauses]) + CLAUSE_END
    tokens = words.cut(copy)
    table = np.fromiter(chain.from_iterable(tokens), dtype=np.int64, count=3 * len(tokens)).reshape(-1, 3)
    word, start, end = np.ascontiguousarray(table.T)
    before = np.concatenate(([0], end[:-1]))
    gap = start > before
    place = np.arange(len(word)) + np.cumsum(gap)  # of each word among all pieces
    size = len(word) + int(gap.sum())
    numbers = np.full(size, -1)
    numbers[place] = word
    starts, ends = np.empty(size, dtype=np.int64), np.empty(size, dtype=np.int64)
    starts[place], ends[place] = start, end
    between = place[gap] - 1
    starts[between], ends[between] = before[gap], start[gap]

    closing = np.flatnonzero(word == words.clause_end)
    first_in_copy = np.concatenate(([0], end[closing[:-1]]))
    shift = np.array([first for first, _ in clauses]) - first_in_copy
    sizes = np.diff(place[closing], prepend=-1)
    shifts = np.repeat(shift, sizes)
    starts += shifts
    ends += shifts

    marks = words.marks_of(numbers)
    columns = [numbers, starts, ends]
    if not every:
        keep = np.repeat(_may_hold_names(marks), sizes)
        marks, columns = marks[keep], [column[keep] for column in columns]
        if not len(marks):
            return [], []
    stops = np.flatnonzero(marks & _STOPS)
    pieces = zip(marks.tolist(), *(column.tolist() for column in columns), strict=True)
    return list(pieces), list(zip(stops.tolist(), marks[stops].tolist(), strict=True))


def marks_of(item: list[Marked]) -> int:
    """The marks of all tokens of an item, or-ed."""
    marks = 0
    for token in item:
        marks |= token[0]
    return marks


def _may_hold_names(marks: Marks) -> npt.NDArray[np.bool_]:
    """For each clause whether one of its groups may pass naming.may_hold_names; many that do not pass it as well."""
    ends = np.flatnonzero(marks & _END)
    clause = np.bitwise_or.reduceat(marks, _after(ends))
    breaks = np.flatnonzero(marks & _BREAKS)  # between groups, but for lists with 等
    of_group = np.searchsorted(ends, breaks)
    group = np.bitwise_or.reduceat(np.where(marks & _STOPS, 0, marks), _after(breaks))
    around = clause[of_group]
    has_head = group & HEADS | around & _PARTNER
    is_particular = group & PARTICULAR | around & _COORD | np.where(around & FRAME, group & PLAIN, 0)
    keep: npt.NDArray[np.bool_] = (clause & _ETC) != 0
    keep[of_group[(has_head != 0) & (is_particular != 0)]] = True
    return keep


def _after(stops: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Where the stretches begin that end with these stops."""
    return np.concatenate(([0], stops[:-1] + 1))
