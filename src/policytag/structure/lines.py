"""Logical lines: what the writer meant as one heading or one paragraph.

All offsets here, and in the other modules of this package until the last step, are offsets into ``FoldedText.joined``:
there a line break that falls inside a sentence is already gone, and so are zero-width characters and footnote marks.
"""

from __future__ import annotations

import re
from typing import NamedTuple

LONG_LINE = 600
"""A line longer than this (characters) may be several paragraphs in which blanks stand for line breaks."""

_BLANK_BREAK = re.compile(r" (?: +|(?<=[。!?:;”] ))(?=\S)")
_HEADING_THEN_BLANK = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^。!?;\n ]{2,60}(?P<blank> )(?=\S)"
)


class Line(NamedTuple):
    """A stretch without white space at its edges: offsets into ``joined``, end exclusive."""

    start: int
    end: int


def logical_lines(joined: str) -> list[Line]:
    """The lines of a text, blank ones left out; a long one is cut where blanks stand for line breaks."""
    lines: list[Line] = []
    start = 0
    for written in joined.splitlines(keepends=True):
        stripped = written.strip()
        if stripped:
            first = start if stripped[0] == written[0] else start + written.index(stripped[0])
            last = first + len(stripped)
            if len(stripped) > LONG_LINE and " " in stripped:
                lines += _cut(joined, first, last)
            else:
                lines.append(Line(first, last))
        start += len(written)
    return lines


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
