"""Logical lines: what the writer meant as one heading or one paragraph.

All offsets here, and in the other modules of this package until the last step, are offsets into ``FoldedText.joined``:
there a line break that falls inside a sentence is already gone, and so are zero-width characters and footnote marks.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np

from policytag.structure.characters import Characters, Offsets
from policytag.structure.rows import rows

LONG_LINE = 600
"""A line longer than this (characters) may be several paragraphs in which blanks stand for line breaks."""

# Of the first characters of Unicode: which are white space, and after which str.splitlines begins a new line. What else
# there is of either kind is folded to one of these.
_IS_BLANK = np.array([chr(code).isspace() for code in range(ord(" ") + 1)])
_IS_BREAK = np.array([len(f"a{chr(code)}b".splitlines()) == 2 for code in range(ord(" ") + 1)])
_BLANK_BREAK = re.compile(r" (?: +|(?<=[。!?:;”] ))(?=\S)")
_HEADING_THEN_BLANK = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^。!?;\n ]{2,60}(?P<blank> )(?=\S)"
)


class Line(NamedTuple):
    """A stretch without white space at its edges: offsets into ``joined``, end exclusive."""

    start: int
    end: int


def logical_lines(joined: str, characters: Characters) -> list[Line]:
    """The lines of a text, blank ones left out; a long one is cut where blanks stand for line breaks."""
    starts, ends = _written_lines(characters)
    lines = rows(Line, starts.tolist(), ends.tolist())
    long = [int(index) for index in np.flatnonzero(ends - starts > LONG_LINE) if joined.find(" ", *lines[index]) >= 0]
    if not long:
        return lines
    pieces, last = [], 0
    for index in long:
        pieces += lines[last:index] + _cut(joined, *lines[index])
        last = index + 1
    return pieces + lines[last:]


def _written_lines(characters: Characters) -> tuple[Offsets, Offsets]:
    """Starts and ends of the lines as written, without the white space at their edges; blank ones left out."""
    codes = characters.codes
    blanks = np.flatnonzero(codes <= ord(" "))
    blanks = blanks[_IS_BLANK[codes[blanks]]]
    # A word is what stands between two blanks; the last one is the line feed after the text.
    word_starts = np.concatenate(([0], blanks[:-1] + 1))
    words = np.flatnonzero(blanks > word_starts)
    breaks = _IS_BREAK[codes[blanks]]
    line_of = (np.cumsum(breaks) - breaks)[words]
    last = np.flatnonzero(line_of[1:] != line_of[:-1])
    starts, ends = word_starts[words], blanks[words]
    return np.concatenate((starts[:1], starts[last + 1])), np.concatenate((ends[last], ends[-1:]))


def _cut(joined: str, start: int, end: int) -> list[Line]:
    """The paragraphs of one long line."""
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
