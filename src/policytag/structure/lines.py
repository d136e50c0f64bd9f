"""Logical lines: what the writer meant as one heading or one paragraph.

All offsets here, and in the other modules of this package until the last step, are offsets into ``FoldedText.joined``:
there a line break that falls inside a sentence is already gone, and so are zero-width characters and footnote marks.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np

from policytag.structure.characters import Characters, Offsets, flags
from policytag.structure.rows import rows

LONG_LINE = 600
"""A line longer than this (characters) may be several paragraphs in which blanks stand for line breaks."""

_BREAKS = flags("\n\r\x1c\x1d\x1e")
"""Where str.splitlines begins a new line in a folded text."""
_BLANKS = flags(" \n\r\x1c\x1d\x1e\x1f")
"""The white space of a folded text."""
_BLANK_BREAK = re.compile(r" (?: +|(?<=[。!?:;”] ))(?=\S)")
_HEADING_THEN_BLANK = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^。!?;\n ]{2,60}(?P<blank> )(?=\S)"
)


class Line(NamedTuple):
    """A stretch without white space at its edges: offsets into ``joined``, end exclusive."""

    start: int
    end: int


class Lines:
    """The lines of a text in order, and the same as arrays for what is asked of all of them at once.

    Attributes:
        each: the lines.
        starts: the start of each line.
        ends: the end of each line.
    """

    def __init__(self, starts: Offsets, ends: Offsets) -> None:
        self.each = rows(Line, starts.tolist(), ends.tolist())
        self.starts, self.ends = starts, ends


def logical_lines(joined: str, characters: Characters) -> Lines:
    """The lines of a text, blank ones left out; a long one is cut where blanks stand for line breaks."""
    starts, ends = _written_lines(characters)
    lines = Lines(starts, ends)
    long = (ends - starts > LONG_LINE).nonzero()[0].tolist()
    if not any(joined.find(" ", *lines.each[index]) >= 0 for index in long):
        return lines
    cut = [piece for start, end in lines.each for piece in _cut(joined, start, end)]
    return Lines(*np.array(cut, dtype=np.intp).T)


def _written_lines(characters: Characters) -> tuple[Offsets, Offsets]:
    """What stands between the runs of white space that hold a line break, the one at the end of the text among them."""
    blanks = characters.where(_BLANKS)
    (gaps,) = (np.diff(blanks) > 1).nonzero()
    opening = np.append(0, gaps + 1)
    breaks = np.logical_or.reduceat(characters.are(blanks, _BREAKS), opening)
    breaks[0] |= blanks[0] == 0  # what stands before the first line ends with it
    ends = blanks[opening[breaks]]
    starts = np.append(0, blanks[np.append(gaps, -1)[breaks][:-1]] + 1)
    return (starts[1:], ends[1:]) if blanks[0] == 0 else (starts, ends)


def _cut(joined: str, start: int, end: int) -> list[Line]:
    """The paragraphs of one line where it is long."""
    if end - start <= LONG_LINE:
        return [Line(start, end)]
    lines = []
    position = start
    for found in _BLANK_BREAK.finditer(joined, start, end):
        if found.start() > position:
            lines += _after_heading(joined, position, found.start())
        position = found.end()
    return lines + _after_heading(joined, position, end)


def _after_heading(joined: str, start: int, end: int) -> list[Line]:
    """A heading that one blank parts from its paragraph is a line of its own."""
    heading = (
        _HEADING_THEN_BLANK.match(joined, start, min(end, start + 80))
        if joined[start] in "一二三四五六七八九十("
        else None
    )
    if heading and end - heading.end() > 40:
        return [Line(start, heading.start("blank")), Line(heading.end(), end)]
    return [Line(start, end)]
