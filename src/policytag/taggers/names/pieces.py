"""Pieces: clauses cut into words and what lies between two words, many clauses at a time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from policytag.taggers.names.marks import Mark
from policytag.taggers.names.vocabulary import CLAUSE_END, Vocabulary

Marked = tuple[int, int, int, int]
"""A piece: ``(marks, number of the word or -1, start, end)`` in the joined text."""
Stop = tuple[int, int, int]
"""``(index of the piece, its marks, marks of the pieces between the stop before and this one, or-ed)``."""

_STOPS = int(Mark.HARD | Mark.COORD | Mark.ETC | Mark.BOUNDARY)


def read_pieces(text: str, clauses: Sequence[tuple[int, int]], words: Vocabulary) -> tuple[list[Marked], list[Stop]]:
    """The pieces of some clauses of a text, and which of them are stops.

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
    shifts = np.repeat(shift, np.diff(place[closing], prepend=-1))
    starts += shifts
    ends += shifts

    marks = words.marks_of(numbers)
    is_stop = (marks & _STOPS) != 0
    stops = np.flatnonzero(is_stop)
    since = np.bitwise_or.reduceat(np.where(is_stop, 0, marks), np.concatenate(([0], stops[:-1] + 1)))
    pieces = zip(marks.tolist(), numbers.tolist(), starts.tolist(), ends.tolist(), strict=True)
    return list(pieces), list(zip(stops.tolist(), marks[stops].tolist(), since.tolist(), strict=True))
