"""The tree of sections: headings put in order, each with the stretch of text that it covers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from policytag.structure.headings import (
    FIRST_OF_NUMBER,
    LEVELS,
    MAX_TITLE,
    RANKS,
    Heading,
    end_of_run_in,
    is_title_line,
    numbered,
)
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


def innermost(sections: Sequence[Section], number: int) -> list[int | None]:
    """For each of a ``number`` of lines the innermost section that holds it; None where none does."""
    result: list[int | None] = [None] * number
    for index, (heading, _, _, end_line) in enumerate(sections):
        first = heading.line
        result[first:end_line] = [index] * (end_line - first)
    return result


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
    run_ins: list[tuple[int, int, str, None, None, int, int]] = []
    for index in range(opening, len(lines)):
        if kinds[index] != "body":
            continue
        start, end = line = lines[index]
        found = numbered(joined, index, line) if joined[start] in FIRST_OF_NUMBER else None
        if found is not None:
            headings.append(found)
        elif end - start <= MAX_TITLE and is_title_line(joined, line):
            if _goes_on(joined, lines, index, headings):
                headings[-1] = headings[-1]._replace(text_end=end)
            elif part.search(joined, start, end) and _may_begin(joined, lines, index, opening):
                headings.append(Heading(index, start, "title", None, None, start, end))
        elif end - start > MIN_RUN_IN_LINE:
            lead = end_of_run_in(joined, line)
            if lead is not None and _may_begin(joined, lines, index, opening):
                run_ins.append((index, start, "run-in", None, None, start, lead))
    if len(run_ins) < MIN_RUN_IN:
        return headings
    return sorted(headings + rows(Heading, *zip(*run_ins, strict=True)))


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
    tree = _Tree(headings, ends[-1] if ends else len(lines))
    cuts = sorted([(line, 0) for line in ends] + [(line, 1) for line in addresses], reverse=True)
    for heading in headings:
        line = heading.line
        while cuts and line >= cuts[-1][0]:
            at, keep = cuts.pop()
            tree.close(keep, at)
        if heading.form in _POINTS and lines[line].end > heading.text_end + 1:
            tree.close(_keep(tree, heading), line)
            tree.add(heading)
            tree.close(len(tree.open) - 1, line + 1)
        elif not tree.goes_on(heading):
            tree.close(_keep(tree, heading), line)
            tree.add(heading)
    while cuts:
        at, keep = cuts.pop()
        tree.close(keep, at)
    return rows(Section, headings, tree.parents, tree.levels, tree.end_lines)


class _Tree:
    """The tree while it grows.

    Attributes:
        headings: the heading of each section, those to come included.
        parents, levels, ranks, end_lines: of each section so far; a rank is that of the form, or below the section around it.
        open: the sections that have not ended yet, from the root on.
    """

    def __init__(self, headings: Sequence[Heading], last_line: int) -> None:
        self.headings = headings
        self.parents: list[int | None] = []
        self.levels: list[int] = []
        self.ranks: list[int] = []
        self.end_lines = [last_line] * len(headings)
        self.open: list[int] = []

    def close(self, keep: int, line: int) -> None:
        """End the open sections beyond the first ``keep``."""
        while len(self.open) > keep:
            self.end_lines[self.open.pop()] = line

    def goes_on(self, heading: Heading) -> bool:
        """A section that goes on from the innermost open one, as most do, stands beside it: then it is added."""
        if not self.open:
            return False
        last = self.open[-1]
        before, number = self.headings[last], heading.number
        if before.form != heading.form or (number is not None and (before.number or 0) + 1 != number):
            return False
        self.end_lines[last] = heading.line
        self.open[-1] = len(self.parents)
        self.parents.append(self.parents[last])
        self.levels.append(self.levels[last])
        self.ranks.append(self.ranks[last])
        return True

    def add(self, heading: Heading) -> None:
        """A section under the innermost one that is open."""
        parent = self.open[-1] if self.open else None
        level, rank = LEVELS.get(heading.form, 3), RANKS[heading.form]
        if parent is not None:
            level = max(level, self.levels[parent] + 1)
            rank = max(rank, self.ranks[parent] + 1)
        self.open.append(len(self.parents))
        self.parents.append(parent)
        self.levels.append(level)
        self.ranks.append(rank)


def _keep(tree: _Tree, heading: Heading) -> int:
    """How many of the open sections stay open above this heading."""
    form, number = heading.form, heading.number
    deepest: int | None = None
    several = False
    for depth in range(len(tree.open) - 1, -1, -1):
        other = tree.headings[tree.open[depth]]
        if other.form == form:
            if number is None or (other.number or 0) + 1 == number:
                return depth
            several = deepest is not None
            deepest = depth if deepest is None else deepest
    if deepest is not None:
        # A list inside a list of its own form is the deepest that a report goes; so the depth stays bounded.
        return len(tree.open) if number == 1 and not several else deepest
    rank = RANKS[form]
    for depth, section in enumerate(tree.open):
        if tree.ranks[section] >= rank:
            return depth
    return len(tree.open)
