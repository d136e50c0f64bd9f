"""Logical lines: what the writer meant as one heading or one paragraph.

All offsets here, and in the other modules of this package until the last step, are offsets into ``FoldedText.joined``:
there a line break that falls inside a sentence is already gone, and so are zero-width characters and footnote marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

import numpy as np

from policytag.structure.characters import Characters, Offsets, flags

LONG_LINE = 600
"""A line longer than this (characters) may be several paragraphs in which blanks stand for line breaks."""

_OTHER_BREAKS = "\r\x1c\x1d\x1e"
"""Where str.splitlines begins a new line, apart from the line feed and what is folded to it."""
_ARE_OTHER_BREAKS = flags(_OTHER_BREAKS)
_WRITTEN_LINE = re.compile(r"[^\s].*")
_SPAN = re.Match[str].span
_BLANK_BREAK = re.compile(r" (?: +|(?<=[。!?:;”] ))(?=\S)")
_HEADING_THEN_BLANK = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^。!?;\n ]{2,60}(?P<blank> )(?=\S)"
)


class Line(NamedTuple):
    """A stretch without white space at its edges: offsets into ``joined``, end exclusive."""

    start: int
    end: int


class Lines(list[Line]):
    """The lines of a text in order, and the same as arrays for what is asked of all of them at once.

    Attributes:
        starts: the start of each line.
        ends: the end of each line.
    """

    def __init__(self, lines: Sequence[tuple[int, int]]) -> None:
        super().__init__(map(tuple.__new__, repeat(Line), lines))
        starts, ends = zip(*lines, strict=True) if lines else ((), ())
        self.starts: Offsets = np.fromiter(starts, np.intp, len(lines))
        self.ends: Offsets = np.fromiter(ends, np.intp, len(lines))

    @property
    def lengths(self) -> Offsets:
        """The number of characters of each line."""
        return self.ends - self.starts


def logical_lines(joined: str, characters: Characters) -> Lines:
    """The lines of a text, blank ones left out; a long one is cut where blanks stand for line breaks."""
    text = joined
    if len(characters.where(_ARE_OTHER_BREAKS)):
        for mark in _OTHER_BREAKS:
            text = text.replace(mark, "\n")
    lines: list[tuple[int, int]] = []
    for start, end in map(_SPAN, _WRITTEN_LINE.finditer(text)):
        if text[end - 1] <= " ":
            end = start + len(text[start:end].rstrip())
        if end - start > LONG_LINE and text.find(" ", start, end) >= 0:
            lines += _cut(joined, start, end)
        else:
            lines.append((start, end))
    return Lines(lines)


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
