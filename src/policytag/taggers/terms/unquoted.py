"""Official names without quotation marks: 制造业跃升三年行动计划, 林长制."""

from __future__ import annotations

import re
from typing import NamedTuple

from policytag.taggers.terms.rules import TermRules

MAX_NAME = 28
"""Longest unquoted name (characters)."""
_MIN_STEM = 3
_STRETCH = re.compile(r"[\u4e00-\u9fff0-9A-Za-z+\-·]*$")
_LINK = re.compile(r"[和与及]")
_CHIEF_WINDOW = 5


class Name(NamedTuple):
    """An unquoted name: offsets in ``joined``, its rule, and the cue that opened it (word and offsets) if one did."""

    start: int
    end: int
    rule: str
    cue: tuple[str, int, int] | None


def find_official_names(joined: str, rules: TermRules) -> list[Name]:
    """Names that end in one of the official ends and begin after a verb, in text order; they do not overlap."""
    ends: dict[int, tuple[int, str]] = {}
    for number, start, end in rules.tails.finditer(joined):
        if start not in ends or end > ends[start][0]:
            ends[start] = end, rules.tails.literals[number]
    names: list[Name] = []
    covered = 0
    for start in sorted(ends):
        end, tail = ends[start]
        if end <= covered:
            continue
        covered = end
        name = _name(joined, start, end, tail, rules, names[-1].end if names else 0)
        if name:
            names.append(name)
    return names


def _name(joined: str, tail_start: int, end: int, tail: str, rules: TermRules, last_end: int) -> Name | None:
    """The name that ends here, if a good left edge is near."""
    floor = max(last_end, end - MAX_NAME)
    found = _STRETCH.search(joined[floor:tail_start])
    start = floor + found.start() if found else tail_start
    cue = None
    opener = None
    for opener in rules.openers.finditer(joined, start, tail_start):
        if tail_start - opener.end() >= _MIN_STEM:
            cue = opener
            break
    if cue:
        start = cue.end()
    elif last_end and last_end == start and _LINK.match(joined, start):
        start += 1
    elif not (last_end and start - last_end == 1 and joined[last_end] == "、") and tail not in rules.own_tails:
        return None
    while cut := rules.cut_from_names.match(joined, start, tail_start):
        start = cut.end()
    if tail_start - start < _MIN_STEM or rules.not_in_names.search(joined, start, tail_start):
        return None
    return Name(start, end, "term.unquoted-head", (cue[1], cue.start(1), cue.end(1)) if cue else None)


def find_chief_systems(joined: str, rules: TermRules) -> list[Name]:
    """河长制, 林长制, 链长制."""
    names = []
    at = joined.find("长制")
    while at >= 0:
        found = rules.chiefs.search(joined[max(0, at - _CHIEF_WINDOW) : at + 2])
        if found and joined[at + 2 : at + 3] not in "造定约":
            names.append(Name(at + 2 - len(found[0]), at + 2, "term.chief-system", None))
        at = joined.find("长制", at + 2)
    return names
