"""Which lines are the report itself, which its glossary appendix, and which the page around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from policytag.patterns.wordlists import Entry, any_of
from policytag.structure.headings import numbered
from policytag.structure.lines import Line

MAX_CHROME_LINE = 120
"""A word of the list with the place ``anywhere`` makes chrome only of a line up to this long (characters)."""
MIN_BODY_LINE = 40
"""A line this long (characters) that ends as a sentence does, and is no chrome, is text of the report."""
MAX_APPENDIX_HEADING = 40

_APPENDIX = re.compile("附[件录表:]")
_ATTACHED = re.compile(r"(?:附件?[一二三四五六七八九十0-9]{0,2}|附录)[:.、]? ?$")
_CONTINUED_CUES = re.compile("接(?<=[上紧]接)"), re.compile("转(?<=下转)")
_CONTINUED = re.compile(r"\((?:上接|下转|紧接)[^()\n]{1,14}\)|(?:上接|下转)第?[一二三四五六七八九十0-9]{1,3}版")
_BODY_END = frozenset("。!?;:”)")


class ZoneRules:
    """The lists ``chrome`` and ``glossary_headings`` compiled."""

    def __init__(self, chrome: Sequence[Entry], glossary: Sequence[Entry]) -> None:
        places: dict[str, list[str]] = {"line": [], "anywhere": [], "whole": [], "origin": []}
        for entry in chrome:
            places[entry.field(1, "line")].append(entry.word)
            if entry.field(2) == "origin":
                places["origin"].append(entry.word)
        self.at_start, self.anywhere, self.whole, self.origin = (
            re.compile(any_of(places[place])) for place in ("line", "anywhere", "whole", "origin")
        )
        self.first_characters = frozenset(word[0] for place in ("line", "whole") for word in places[place])
        self._glossary_ends = frozenset(entry.word[-1] for entry in glossary) | set(":)")
        names = any_of(entry.word for entry in glossary)
        self.glossary = re.compile(
            rf"(?:附件?[一二三四五六七八九十0-9]{{0,2}}[:.、]? ?|《[^》\n]{{2,30}}》)?[^。,;:!?\n]{{0,14}}{names}[:)]?"
        )

    def is_chrome(self, joined: str, line: Line) -> bool:
        """Does the line hold what only a page around a report holds?"""
        start, end = line
        if joined[start] in self.first_characters:
            found = self.at_start.match(joined, start, end) or self.whole.fullmatch(joined, start, end)
            if found:
                return True
        return end - start <= MAX_CHROME_LINE and self.anywhere.search(joined, start, end) is not None

    def is_glossary_heading(self, joined: str, line: Line) -> bool:
        """Is the line the heading of a glossary appendix?"""
        if joined[line.end - 1] not in self._glossary_ends:
            return False
        return self.glossary.fullmatch(joined, line.start, line.end) is not None


class LineZones(NamedTuple):
    """Kind of each line, and where the report begins and ends.

    Attributes:
        kinds: body, glossary or chrome for each line.
        first: index of the first line of the body.
        stray: stretches of chrome inside lines of the body, such as (上接第二版).
    """

    kinds: list[str]
    first: int
    stray: list[tuple[int, int]]


def classify(joined: str, lines: Sequence[Line], rules: ZoneRules) -> LineZones:
    """The kind of every line."""
    kinds = ["body"] * len(lines)
    cues = [index for index, line in enumerate(lines) if rules.is_chrome(joined, line)]
    for index in cues:
        kinds[index] = "chrome"
    _spread(joined, lines, kinds, cues, rules.origin)
    _mark_glossary(joined, lines, kinds, rules)
    first = next((index for index, kind in enumerate(kinds) if kind == "body"), len(lines))
    return LineZones(kinds, first, _stray(joined))


def _stray(joined: str) -> list[tuple[int, int]]:
    # Nearly always there is none: then nothing but a single character is looked for.
    if not any(cue.search(joined) for cue in _CONTINUED_CUES):
        return []
    return [found.span() for found in _CONTINUED.finditer(joined)]


def _is_body(joined: str, lines: Sequence[Line], index: int) -> bool:
    """Is the line text of a report beyond doubt: a long sentence, or a heading with a number?"""
    line = lines[index]
    if line.end - line.start >= MIN_BODY_LINE and joined[line.end - 1] in _BODY_END:
        return True
    heading = numbered(joined, index, line)
    return heading is not None and heading.form in ("first", "second") and line.end - line.start > 5


def _spread(joined: str, lines: Sequence[Line], kinds: list[str], cues: Sequence[int], origin: re.Pattern[str]) -> None:
    """Lines between two cues, before the first text and after the last are chrome too, where no text stands there."""
    if not cues:
        return
    body = (index for index in range(len(lines)) if kinds[index] == "body" and _is_body(joined, lines, index))
    first = next(body, None)
    if first is None:
        return
    backwards = range(len(lines) - 1, first, -1)
    last = next((index for index in backwards if kinds[index] == "body" and _is_body(joined, lines, index)), first)
    before = [index for index in cues if index < first]
    after = [index for index in cues if index > last]
    if before:
        head = _head_start(joined, lines, before, first, origin)
        for index in range(head):
            kinds[index] = "chrome"
    if after:
        for index in range(after[0], len(lines)):
            kinds[index] = "chrome"
    for left, right in pairwise(cues):
        between = range(left + 1, right)
        if (
            first < left
            and right < last
            and len(between) <= 12
            and not any(_is_body(joined, lines, i) for i in between)
        ):
            for index in between:
                kinds[index] = "chrome"


_TITLE = re.compile(r"政 ?府 ?工 ?作 ?报 ?告|工作报告")
_DELIVERED = re.compile(r"(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日[^\n]{0,40}(?:会议|大会|全会)")


def _head_start(joined: str, lines: Sequence[Line], before: Sequence[int], first: int, origin: re.Pattern[str]) -> int:
    """Where the head of the report begins among the lines before its first text: at the last title line that no
    chrome but a line of ``origin`` (来源) parts from the text."""
    chrome = set(before)
    starts = [
        index
        for index in range(first)
        if index not in chrome
        and lines[index].end - lines[index].start <= 60
        and (_TITLE.search(joined, *lines[index]) or _DELIVERED.search(joined, *lines[index]))
    ]
    if not starts:
        return before[-1] + 1 if not origin.match(joined, lines[before[-1]].start) else 0
    best = starts[-1]
    for index in reversed(starts[:-1]):
        if best - index > 8 or any(
            cue in chrome and not origin.match(joined, lines[cue].start) for cue in range(index, best)
        ):
            break
        best = index
    return best


def _mark_glossary(joined: str, lines: Sequence[Line], kinds: list[str], rules: ZoneRules) -> None:
    """From the heading of the glossary to the next appendix, chrome, or the end."""
    first: int | None = None
    for index, line in enumerate(lines):
        if line.end - line.start > MAX_APPENDIX_HEADING or kinds[index] == "chrome":
            continue
        if rules.is_glossary_heading(joined, line) and _followed_by_entries(joined, lines, index):
            if first is None:
                first = index
                if index and kinds[index - 1] == "body" and _ATTACHED.match(joined, *lines[index - 1]):
                    first = index - 1
        elif first is not None and _APPENDIX.match(joined, *line):
            _mark(kinds, first, index)
            first = None
    if first is not None:
        _mark(kinds, first, len(lines))


def _mark(kinds: list[str], first: int, end: int) -> None:
    """What is not chrome among these lines is glossary."""
    kinds[first:end] = [kind if kind == "chrome" else "glossary" for kind in kinds[first:end]]


def _followed_by_entries(joined: str, lines: Sequence[Line], index: int) -> bool:
    """A glossary heading has entries (“term: definition”) among the lines after it."""
    following = lines[index + 1 : index + 5]
    return any(":" in joined[line.start : min(line.end, line.start + 80)] for line in following)
