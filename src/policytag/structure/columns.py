"""Tables in a text, lines of cells parted by tabs or bars: the head of a column says when its figures are of (2025年目标)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from policytag.reading.folding import CELL_BARS, fold
from policytag.structure.timing import TimingRules, stance_of

_TAB = "\t"
_BARS_TO_TABS = str.maketrans(dict.fromkeys(CELL_BARS, _TAB))
MAX_CELL = 20
"""The head of a column, and a cell under it, are no longer (characters)."""
_CELL = re.compile(r"\S")
_CELL_END = re.compile(r"[\t\n]")
_FIGURE = re.compile("[0-9]")

Period = dict[str, Any]
Head = tuple[str | None, str | None, tuple[int, int] | None]
"""Period and stance that the head of a column gives (None: it does not), and where it names the period."""
_SILENT: Head = (None, None, None)


def parts_cells(text: str, start: int = 0, end: int | None = None) -> bool:
    """Does a tab or a bar stand in a text, or in a stretch of it?"""
    return any(text.find(mark, start, end) >= 0 for mark in _TAB + CELL_BARS)


class Columns:
    """The tables of one text; figures are asked for in text order, so that no line is read twice.

    All offsets are offsets into the text as given: in the folded one tabs and bars are blanks.
    """

    def __init__(self, text: str, periods: Sequence[Period], year: int | None, rules: TimingRules) -> None:
        """``periods`` as the structure has them."""
        self._text, self._periods, self._year, self._rules = text.translate(_BARS_TO_TABS), periods, year, rules
        self._starts = [period["start"] for period in periods]
        self._block = self._end = -1  # the table of the last figure: where it begins, and where its last line read ends
        self._line = self._column = self._at = 0  # the last figure: its line, its column, and where it stands
        self._first = self._first_cell(0)  # where the first cell of its line begins that is not empty
        self._heads: list[Head] = []

    def head_of(self, at: int) -> Head:
        """What the head of the column says that a figure at an offset stands in."""
        text = self._text
        line = text.rfind("\n", self._at, at) + 1
        if line > self._line:
            self._line, self._column, self._at = line, 0, line
            self._first = self._first_cell(line)
        self._column += text.count(_TAB, self._at, at)
        self._at = at
        if self._column == 0 or not self._is_cell(at):
            return _SILENT
        if self._end <= self._line:
            self._enter(self._line)
        if self._line == self._block or self._column >= len(self._heads):
            return _SILENT
        return self._heads[self._column]

    def _is_cell(self, at: int) -> bool:
        """Does a figure stand in a short cell after one that is not empty, and not in a paragraph that a tab indents?"""
        before = self._text.rfind(_TAB, max(self._line, at - MAX_CELL), at)
        after = _CELL_END.search(self._text, at, at + MAX_CELL)
        short = before >= 0 and (after is not None or at + MAX_CELL >= len(self._text))
        return short and self._first < before

    def _first_cell(self, line: int) -> int:
        """Where the first word stands from a line on; the end of the text where there is none."""
        found = _CELL.search(self._text, line)
        return found.start() if found else len(self._text)

    def _enter(self, line: int) -> None:
        """Go on to a line, of the same table as the last line or of a new one."""
        text, first = self._text, line
        while first > 0 and first != self._end:
            before = text.rfind("\n", 0, first - 1) + 1
            if text.find(_TAB, before, first) < 0:
                break
            first = before
        if first != self._end:
            self._block = first
            self._heads = self._read_heads(first)
        end = text.find("\n", line)
        self._end = end + 1 if end >= 0 else len(text)

    def _read_heads(self, start: int) -> list[Head]:
        """The heads of the columns, from the first line of a table."""
        stop = self._text.find("\n", start)
        heads, at = [], start
        for cell in self._text[start : stop if stop >= 0 else None].split(_TAB):
            heads.append(self._read_head(cell, at))
            at += len(cell) + 1
        return heads

    def _read_head(self, cell: str, at: int) -> Head:
        if len(cell) > MAX_CELL:
            return _SILENT
        start = end = at
        value, index = None, bisect_left(self._starts, at)
        if index < len(self._starts) and self._periods[index]["end"] <= at + len(cell):
            start, end, value = (self._periods[index][key] for key in ("start", "end", "value"))
        if _FIGURE.search(fold(cell[: start - at] + cell[end - at :])):
            return _SILENT  # a row of figures: the table has no heads
        stance = self._rules.heading_stance(fold(cell)) or stance_of(value, self._year)
        return value, stance, (start, end) if end > start else None
