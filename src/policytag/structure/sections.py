"""The tree of sections: headings put in order, each with the stretch of text that it covers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from policytag.structure.headings import LEVELS, MAX_TITLE, RANKS, Heading, is_title_line, numbered, run_in
from policytag.structure.lines import Line

MIN_RUN_IN = 3
"""A report has run-in headings where at least so many paragraphs begin with one; below that they are short sentences."""


class Section(NamedTuple):
    """One section: its heading, the section around it (index or None), and its lines ``[heading.line, end_line)``."""

    heading: Heading
    parent: int | None
    level: int
    end_line: int


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
        if found is None and line.end - line.start <= MAX_TITLE:
            found = _without_number(joined, index, line, part)
        if found:
            headings.append(found)
        elif line.end - line.start > 30 and (lead := run_in(joined, index, line)):
            run_ins.append(lead)
    if len(run_ins) >= MIN_RUN_IN:
        headings = sorted(headings + run_ins)
    return headings


def _without_number(joined: str, index: int, line: Line, part: re.Pattern[str]) -> Heading | None:
    if is_title_line(joined, line) and part.search(joined, line.start, line.end):
        return Heading(index, line.start, "title", None, None, line.start, line.end)
    return None


def build_tree(headings: Sequence[Heading], ends: Sequence[int], last_line: int) -> list[Section]:
    """The sections in text order. A number that goes on from an open heading of its form stands beside that one;
    one that begins again at 1 without a higher heading in between opens a list inside. ``ends`` are the lines at
    which a stretch of the body ends (an appendix or the page follows): no section goes on beyond one.
    """
    sections: list[Section] = []
    open_ones: list[tuple[int, str, int, int]] = []  # index, form, rank, number
    stops = iter([*ends, last_line])
    stop = next(stops)
    for heading in headings:
        while heading.line >= stop:
            _close(sections, open_ones, 0, stop)
            stop = next(stops, last_line + 1)
        _close(sections, open_ones, _keep(open_ones, heading), heading.line)
        parent = open_ones[-1][0] if open_ones else None
        above = sections[parent].level if parent is not None else 0
        level = max(LEVELS.get(heading.form, 3), above + 1)
        rank = max(RANKS[heading.form], open_ones[-1][2] + 1) if open_ones else RANKS[heading.form]
        open_ones.append((len(sections), heading.form, rank, heading.number or 0))
        sections.append(Section(heading, parent, level, last_line))
    _close(sections, open_ones, 0, stop)
    return sections


def _close(sections: list[Section], open_ones: list[tuple[int, str, int, int]], keep: int, line: int) -> None:
    """End the open sections beyond the first ``keep``."""
    for index, *_ in open_ones[keep:]:
        sections[index] = sections[index]._replace(end_line=line)
    del open_ones[keep:]


def _keep(open_ones: Sequence[tuple[int, str, int, int]], heading: Heading) -> int:
    """How many of the open headings stay open above this one."""
    form, number = heading.form, heading.number
    same = [depth for depth in range(len(open_ones)) if open_ones[depth][1] == form]
    if same and number is None:
        return same[-1]
    if same and number is not None:
        for depth in reversed(same):
            if open_ones[depth][3] + 1 == number:
                return depth
        # A list inside a list of its own form is the deepest that a report goes; so the depth stays bounded.
        return len(open_ones) if number == 1 and len(same) == 1 else same[-1]
    rank = RANKS[form]
    return next((depth for depth, (_, _, other, _) in enumerate(open_ones) if other >= rank), len(open_ones))
