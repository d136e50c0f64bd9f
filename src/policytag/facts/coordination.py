"""Coordination: one stretch with several names, and what they share (国控、市控断面水质达标率)."""

from __future__ import annotations

import re

from policytag.facts.edges import Name
from policytag.facts.rules import FactRules

_COMMA = re.compile("、")
_ALL = re.compile("、|以及|[和与]|及(?!以[上下])")
_LAST = re.compile("以及|[和与]|及(?!以[上下])")
_SEVERAL = re.compile("[、和与及]")
_SORTED = re.compile("(?:世界|国家|省|自治区|市|州|县|区)级?|第?[一二三四五]")
"""A level of government or an ordinal, of which several share what follows the last (国家和省级/示范园, 一、二、三/产增加值)."""
_RELATION = ("之比", "之和", "之间")
"""Ends of a name of which two others are parts (研发支出与生产总值之比)."""


def has_several(joined: str, name: Name) -> bool:
    """May a stretch hold more than one name?"""
    return len(name) == 1 and _SEVERAL.search(joined, *name[0]) is not None


def split_names(joined: str, name: Name, count: int, rules: FactRules) -> list[Name]:
    """The names in a stretch that the next ``count`` numbers are dealt out over; the stretch itself where they do not fit."""
    for pattern in (_COMMA, _ALL, None):
        parts = _pieces(joined, name, pattern)
        if len(parts) == count:
            return _share_head(joined, parts, rules)
    return [name]


def all_names(joined: str, name: Name, rules: FactRules, *, strict: bool) -> list[Name]:
    """Every name in a stretch that one number is said of; with ``strict`` 和 parts only what is complete on both sides."""
    if not has_several(joined, name) or joined.endswith(_RELATION, *name[0]):
        return [name]
    parts = _pieces(joined, name, None)
    if strict:
        commas = _pieces(joined, name, _COMMA)
        if len(commas) == 1:
            parts = _pieces(joined, name, _ALL)
            if len(parts) < 2 or not all(_has_head(joined, part, rules) for part in parts):
                return [name]
    return _share_head(joined, parts, rules) if len(parts) > 1 else [name]


def _pieces(joined: str, name: Name, pattern: re.Pattern[str] | None) -> list[tuple[int, int]]:
    """The stretch cut at each match; without a pattern at the commas and the last 和."""
    if len(name) != 1:
        return [name[0]]
    start, end = name[0]
    cuts = [
        (m.start(), m.end())
        for m in (pattern or _COMMA).finditer(joined, start, end)
        if not _quoted(joined, start, m.start())
    ]
    if pattern is None:
        last = cuts[-1][1] if cuts else start
        cuts += [(m.start(), m.end()) for m in _LAST.finditer(joined, last + 2, end - 2)][:1]
    parts, at = [], start
    for left, right in cuts:
        if left > at:
            parts.append((at, left))
        at = right
    if end > at:
        parts.append((at, end))
    return parts


def _quoted(joined: str, start: int, at: int) -> bool:
    return joined.count("“", start, at) > joined.count("”", start, at)


def _has_head(joined: str, part: tuple[int, int], rules: FactRules) -> bool:
    return joined[part[1] - 1] in rules.complete or rules.head.search(joined, *part) is not None


def _share_head(joined: str, parts: list[tuple[int, int]], rules: FactRules) -> list[Name]:
    """Give each name that has no head that of the next one which has."""
    last = parts[-1]
    sort = _SORTED.match(joined, *last)
    if sort is not None and sort.end() < last[1] and all(_SORTED.fullmatch(joined, *part) for part in parts[:-1]):
        return [(part, (sort.end(), last[1])) for part in parts[:-1]] + [(last,)]
    names: list[Name] = []
    head: tuple[int, int] | None = None
    for part in reversed(parts):
        if part is last or _has_head(joined, part, rules):
            head = _head(joined, part, rules) or head
            names.append((part,))
        elif head is None:
            names.append((part,))
        else:
            names.append((part, (head[0] + _overlap(joined, part, joined[slice(*head)]), head[1])))
    return names[::-1]


def _head(joined: str, part: tuple[int, int], rules: FactRules) -> tuple[int, int] | None:
    """The head of a name, which others before it may share; None where the name has none, or is nothing else."""
    found = rules.head.search(joined, *part)
    if found is not None and found.start() == part[0]:
        found = rules.bare_head.search(joined, *part)  # 农业、工业增加值
    if found is not None and found[0] == "率":
        found = rules.verbal_rate.search(joined, *part) or found
    return found.span() if found is not None and found.start() > part[0] else None


def _overlap(joined: str, part: tuple[int, int], head: str) -> int:
    """So many characters of the head end the name already (第二产业 and 产业增加值)."""
    return next((size for size in range(len(head) - 1, 0, -1) if joined.endswith(head[:size], *part)), 0)
