"""The tree of sections: headings put in order, each with the stretch of text that it covers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from policytag.structure.headings import LEVELS, MAX_TITLE, RANKS, Heading, is_title_line, numbered, run_in
from policytag.structure.lines import Line
from policytag.structure.rows import rows

MIN_RUN_IN = 3
"""A report has run-in headings where at least so many paragraphs begin with one; below that they are short sentences."""
MIN_RUN_IN_LINE = 30
"""A paragraph under a run-in heading is longer than this (characters)."""

_POINTS = frozenset(["ordinal", "point", "dash"])
_COMPLETE = frozenset("。!?:;”)…")


class Section(NamedTuple):
    """One section: its heading, the section around it (index or None), and its lines ``[heading.line, end_line)``."""

    heading: Heading
    parent: int | None
    level: int
    end_line: int


class _Open(NamedTuple):
    """A section that has not ended yet: its index, form, rank among the open ones, and number."""

    section: int
    form: str
    rank: int
    number: int


def find_headings(
    joined: str, lines: Sequence[Line], kinds: Sequence[str], opening: int, part: re.Pattern[str]
) -> list[Heading]:
    """The headings among the lines of the body from ``opening`` on, in order.

    Args:
        joined: the text.
        lines: its logical lines.
        kinds: the zone of each line.
        opening: index of the first line after the head.
        part: words by which a short line without a number shows itself as a heading.
    """
    headings: list[Heading] = []
    run_ins: list[Heading] = []
    for index in range(opening, len(lines)):
        if kinds[index] != "body":
            continue
        line = lines[index]
        found = numbered(joined, index, line)
        if found is None and line.end - line.start <= MAX_TITLE and is_title_line(joined, line):
            if _goes_on(joined, lines, index, headings):
                headings[-1] = headings[-1]._replace(text_end=line.end)
                continue
            if part.search(joined, line.start, line.end) and _may_begin(joined, lines, index, opening):
                found = Heading(index, line.start, "title", None, None, line.start, line.end)
        if found:
            headings.append(found)
        elif line.end - line.start > MIN_RUN_IN_LINE:
            lead = run_in(joined, index, line)
            if lead and _may_begin(joined, lines, index, opening):
                run_ins.append(lead)
    if len(run_ins) >= MIN_RUN_IN:
        headings = sorted(headings + run_ins)
    return headings


def _goes_on(joined: str, lines: Sequence[Line], index: int, headings: Sequence[Heading]) -> bool:
    """Is the line the second half of a numbered heading that a line break has cut (no blank line in between)?"""
    if not headings or headings[-1].line != index - 1 or headings[-1].form not in ("first", "second"):
        return False
    above = lines[index - 1]
    whole = headings[-1].text_end == above.end and above.end - above.start <= MAX_TITLE
    return (
        whole
        and joined.count("\n", above.end, lines[index].start) == 1
        and index + 1 < len(lines)
        and (lines[index + 1].end - lines[index + 1].start > MAX_TITLE)
        and not any(digit in joined[lines[index].start : lines[index].end] for digit in "0123456789")
    )


def _may_begin(joined: str, lines: Sequence[Line], index: int, opening: int) -> bool:
    """A heading without a number can only stand where the line before it is complete, or is a heading itself."""
    if index <= opening:
        return True
    above = lines[index - 1]
    return joined[above.end - 1] in _COMPLETE or (above.end - above.start <= MAX_TITLE and is_title_line(joined, above))


def build_tree(
    headings: Sequence[Heading], lines: Sequence[Line], ends: Sequence[int], addresses: Sequence[int]
) -> list[Section]:
    """The sections in text order.

    A number that goes on from an open heading of its form stands beside that one; one that begins again at 1 without
    a higher heading in between opens a list inside. A point (一是, ——) whose text follows on its line is that line.

    Args:
        headings: in text order.
        lines: the logical lines.
        ends: lines at which a stretch of the body ends (an appendix follows, or the page): no section goes on beyond.
        addresses: lines that turn to the deputies again (各位代表！): only a root goes on beyond.
    """
    tree = _Tree(ends[-1] if ends else len(lines))
    cuts = iter(sorted([(line, 0) for line in ends] + [(line, 1) for line in addresses]))
    cut = next(cuts, None)
    for heading in headings:
        while cut is not None and heading.line >= cut[0]:
            tree.close(cut[1], cut[0])
            cut = next(cuts, None)
        if tree.open:
            tree.close(_keep(tree.open, heading), heading.line)
        tree.add(heading, heading.form in _POINTS and lines[heading.line].end > heading.text_end + 1)
    while cut is not None:
        tree.close(cut[1], cut[0])
        cut = next(cuts, None)
    return rows(Section, headings, tree.parents, tree.levels, tree.end_lines)


class _Tree:
    """The tree while it grows: parent, level and last line of each section, and those that are still open."""

    def __init__(self, last_line: int) -> None:
        self.parents: list[int | None] = []
        self.levels: list[int] = []
        self.end_lines: list[int] = []
        self.open: list[_Open] = []
        self._last_line = last_line

    def close(self, keep: int, line: int) -> None:
        """End the open sections beyond the first ``keep``."""
        while len(self.open) > keep:
            self.end_lines[self.open.pop().section] = line

    def add(self, heading: Heading, one_line: bool) -> None:
        """A section under the last one that is open; one of one line has ended already."""
        form = heading.form
        level, rank, parent = LEVELS.get(form, 3), RANKS[form], None
        if self.open:
            above = self.open[-1]
            parent, below = above.section, self.levels[above.section] + 1
            level = level if level > below else below
            rank = rank if rank > above.rank else above.rank + 1
        if not one_line:
            self.open.append(_Open(len(self.parents), form, rank, heading.number or 0))
        self.parents.append(parent)
        self.levels.append(level)
        self.end_lines.append(heading.line + 1 if one_line else self._last_line)


def _keep(open_ones: Sequence[_Open], heading: Heading) -> int:
    """How many of the open headings stay open above this one."""
    form, number = heading.form, heading.number
    deepest: int | None = None
    several = False
    for depth in range(len(open_ones) - 1, -1, -1):
        entry = open_ones[depth]
        if entry.form == form:
            if number is None or entry.number + 1 == number:
                return depth
            several = deepest is not None
            deepest = depth if deepest is None else deepest
    if deepest is not None:
        # A list inside a list of its own form is the deepest that a report goes; so the depth stays bounded.
        return len(open_ones) if number == 1 and not several else deepest
    rank = RANKS[form]
    for depth, entry in enumerate(open_ones):
        if entry.rank >= rank:
            return depth
    return len(open_ones)
