"""Sentences: they end at 。！？； and at line ends, not inside quotation marks, brackets or book-title marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import numpy as np

from policytag.structure.characters import Characters, Offsets, flags
from policytag.structure.lines import Line, Lines

Value = TypeVar("Value")

MAX_ENCLOSED = 200
"""A quotation or bracket longer than this (characters) no longer keeps a sentence together: it may be unclosed."""

_MARKS = flags("。!?;")
_CLOSING = flags("”)")
_BLANK = "".join(map(chr, range(ord(" ") + 1)))
_BLANKS = flags(_BLANK)
_ODD_STARTS = flags(f"{_BLANK}。!?;…")
_PLAIN = re.compile(r"[^\s。!?;][^。!?;]*[。!?;…]*[”)]?")
# Most lines have no end of a sentence inside an enclosure: only the others need to be read mark by mark. One pattern for
# each kind, which begins with one literal, so that the scan for it runs at memory speed.
_ENCLOSED_ENDS = [
    re.compile(rf"\{opening}(?=[^{opening}{closing}。!?;\n]{{0,{MAX_ENCLOSED}}}[{opening}。!?;])")
    for opening, closing in ("“”", "()", "《》")
]
# A mark that does not close in time counts as a plain character; the same holds for one that opens inside another.
_ENCLOSING = re.compile(
    r"(?=[^\s。!?;])(?:[^。!?;“(《]+"
    rf"|“(?:[^“”]{{0,{MAX_ENCLOSED}}}”)?"
    rf"|\((?:[^()]{{0,{MAX_ENCLOSED}}}\))?"
    rf"|《(?:[^《》]{{0,{MAX_ENCLOSED}}}》)?"
    r"){1,400}[。!?;…]*[”)]?"
)


class Sentences(NamedTuple):
    """Starts and ends of sentences in ``joined``, in order.

    Line ``i`` has those from ``first[i]`` to ``first[i + 1]``, ``counts[i]`` in number.
    """

    starts: list[int]
    ends: list[int]
    first: list[int]
    counts: Offsets

    def of_line(self, index: int) -> list[tuple[int, int]]:
        """The sentences of a line."""
        first, upto = self.first[index], self.first[index + 1]
        return list(zip(self.starts[first:upto], self.ends[first:upto], strict=True))

    def spread(self, values: Sequence[Value]) -> list[Value]:
        """For each sentence the value of its line, from those of all lines."""
        column = np.fromiter(values, dtype=object, count=len(values))
        spread: list[Value] = column.repeat(self.counts).tolist()
        return spread


def find_sentences(joined: str, characters: Characters, lines: Lines, kinds: Sequence[str]) -> Sentences:
    """The sentences of all lines but those of chrome, without the blanks around them."""
    if not lines.each:
        return Sentences([], [], [0], np.zeros(0, dtype=np.intp))
    starts, ends, first = _cut_at_marks(characters, lines)
    single = _to_read_singly(joined, characters, starts, lines)
    chrome = [index for index, kind in enumerate(kinds) if kind == "chrome"]
    if single or chrome:
        kept = np.ones(len(starts), dtype=bool)
        for index in [*single, *chrome]:
            kept[first[index] : first[index + 1]] = False
        spans = [span for index in single if kinds[index] != "chrome" for span in _spans(joined, lines.each[index])]
        starts = _with(starts[kept], [start for start, _ in spans])
        ends = _with(ends[kept], [end for _, end in spans])
        first = np.append(starts.searchsorted(lines.starts), len(starts))
    return Sentences(starts.tolist(), ends.tolist(), first.tolist(), np.diff(first))


def _with(offsets: Offsets, others: Sequence[int]) -> Offsets:
    """Some offsets and others, in order."""
    return np.sort(np.concatenate((offsets, np.array(others, dtype=np.intp))), kind="stable")


def _cut_at_marks(characters: Characters, lines: Lines) -> tuple[Offsets, Offsets, Offsets]:
    """The sentences of lines in which each mark ends one and the next begins at once, and the first of each line."""
    ends = characters.where(_MARKS) + 1
    ends += characters.are(ends, _CLOSING)
    is_end = np.zeros(len(characters.codes), dtype=bool)
    is_end[ends] = is_end[lines.ends] = True
    (ends,) = is_end.nonzero()
    first = np.zeros(len(lines.each) + 1, dtype=np.intp)
    first[1:] = ends.searchsorted(lines.ends) + 1
    starts = np.zeros_like(ends)
    starts[1:] = ends[:-1]
    starts[first[:-1]] = lines.starts
    return starts, ends, first


def _to_read_singly(joined: str, characters: Characters, starts: Offsets, lines: Lines) -> list[int]:
    """The lines, by index and in order, with marks in a row, blanks around a sentence, or marks in an enclosure."""
    enclosed = [found.start() for pattern in _ENCLOSED_ENDS for found in pattern.finditer(joined)]
    odd = starts[characters.are(starts, _ODD_STARTS)].tolist()
    blank_ends = (lines.ends - 1)[characters.are(lines.ends - 1, _BLANKS)].tolist()
    at = enclosed + odd + blank_ends
    return sorted(set((lines.starts.searchsorted(at, side="right") - 1).tolist())) if at else []


def _spans(joined: str, line: Line) -> list[tuple[int, int]]:
    """The sentences of one line."""
    start, end = line
    enclosing = any(pattern.search(joined, start, end) for pattern in _ENCLOSED_ENDS)
    pattern = _ENCLOSING if enclosing else _PLAIN
    spans = [found.span() for found in pattern.finditer(joined, start, end)]
    if joined.find(" ", start, end) < 0:
        return spans
    return [(first, first + len(joined[first:last].rstrip())) for first, last in spans]
