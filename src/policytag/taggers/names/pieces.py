"""Pieces: clauses cut into words and what lies between two words, all clauses of a text at a time."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from policytag.taggers.names.marks import FIGURES, Mark
from policytag.taggers.names.vocabulary import CLAUSE_END, Vocabulary

Marked = tuple[int, int, int, int]
"""A piece: ``(marks, number of the word or -1, start, end)`` in the joined text."""
Numbers = npt.NDArray[np.int64]
_SIGN, _FAINT = int(Mark.SIGN), int(Mark.FAINT)
_IN_NUMBERS = "第.0123456789一二三四五六七八九十百千万亿两几数余多年月日个家条座所项处名人套件台间届批户栋幢只公里吨亩元米平方点大类A级"
"""Characters of numbers with their units: 5家, 第三, 2.5公里, 3A级."""


class Pieces(NamedTuple):
    """The pieces of some clauses in text order: an array for each field of Marked.

    Each clause is closed by an empty piece with the mark BOUNDARY.
    """

    marks: Numbers
    words: Numbers
    starts: Numbers
    ends: Numbers


def read_pieces(text: str, firsts: Numbers, lasts: Numbers, words: Vocabulary) -> Pieces:
    """The pieces of the clauses with these starts and ends.

    One call for many clauses is much faster than one for each: the work for a single piece is done by the index and in arrays.
    """
    clauses = [text[start:end] for start, end in zip(firsts.tolist(), lasts.tolist(), strict=True)]
    copy = CLAUSE_END.join([*clauses, ""])
    tokens = words.cut(copy)
    table = np.fromiter(chain.from_iterable(tokens), dtype=np.int64, count=3 * len(tokens)).reshape(-1, 3)
    word, start, end = np.ascontiguousarray(table.T)
    before = previous(end, 0)
    gap = start > before
    place = np.arange(len(word)) + np.cumsum(gap)  # of each word among all pieces
    numbers = np.full(len(word) + np.count_nonzero(gap), -1)
    numbers[place] = word
    starts, ends = np.empty_like(numbers), np.empty_like(numbers)
    starts[place], ends[place] = start, end
    between = place[gap] - 1
    starts[between], ends[between] = before[gap], start[gap]

    marks = words.marks_of(numbers)
    codes = np.frombuffer(copy.encode("utf-32-le"), dtype=np.uint32)
    others = np.concatenate(([0], np.cumsum(_not_in_numbers()[codes])))  # before each place
    sign = np.where(ends[between] - starts[between] > 1, _SIGN, _FAINT)
    marks[between] |= np.where(others[ends[between]] > others[starts[between]], sign, 0)
    marks[between] |= _first_marks()[codes[starts[between]]]

    closing = np.flatnonzero(word == words.clause_end)
    first_in_copy = previous(end[closing], 0)
    shift = np.repeat(firsts - first_in_copy, place[closing] - previous(place[closing], -1))
    return Pieces(marks, numbers, starts + shift, ends + shift)


@cache
def _not_in_numbers() -> npt.NDArray[np.bool_]:
    """For each code point whether it has no place in a number with its unit."""
    table = np.ones(0x110000, dtype=bool)
    table[[ord(character) for character in _IN_NUMBERS]] = False
    return table


@cache
def _first_marks() -> Numbers:
    """For each code point the marks of a piece that begins with it."""
    table = np.zeros(0x110000, dtype=np.int64)
    table[[ord(character) for character in FIGURES]] = int(Mark.FIGURE)
    return table


def previous(values: Numbers, first: int) -> Numbers:
    """The value before each; before the first one stands ``first``."""
    shifted = np.empty_like(values)
    shifted[:1] = first
    shifted[1:] = values[:-1]
    return shifted


def without_front(text: str, item: list[Marked], at: int) -> list[Marked]:
    """The item from the offset ``at`` on; what is left of a piece that is cut is judged by itself."""
    kept = [token for token in item if token[3] > at]
    if not kept or kept[0][2] >= at:
        return kept
    mark, number, _, end = kept[0]
    sign = int(Mark.FIGURE) if text[at] in FIGURES else _SIGN if end - at > 1 else _FAINT
    return [(mark & ~(_SIGN | _FAINT | int(Mark.FIGURE)) | sign, number, at, end), *kept[1:]]


def marks_of(item: list[Marked]) -> int:
    """The marks of all tokens of an item, or-ed."""
    marks = 0
    for token in item:
        marks |= token[0]
    return marks
