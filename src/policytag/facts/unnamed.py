"""Numbers that are said of no indicator: after a bare place, and lengths of time that only say when or how long."""

from __future__ import annotations

import re

from policytag.facts.edges import Name
from policytag.facts.links import Links
from policytag.facts.names import Reading
from policytag.facts.numbers import Number
from policytag.facts.rules import FactRules

_CHANGED = frozenset(["grow", "fall", "to"])
_OF_PLACE = frozenset(["grow", "fall", "added", "each"])
_NEVER = re.compile("未|没有|[无零]")


def is_bare_place(joined: str, number: Number, reading: Reading, links: Links, rules: FactRules) -> bool:
    """Is all that stands before a number the place that it is of (澄溪区增长5%, 澄溪区、云溪区分别新增…)?"""
    if len(reading.name) != 1 or (number.dimension == "count" and links.kinds.isdisjoint(_OF_PLACE)):
        return False  # 通高速县达到20个 is a count of them
    start, end = reading.name[0]
    places = rules.districts.several(joined, start, end)
    return bool(places) and places[-1][1] == end


def is_mere_time(
    joined: str, number: Number, reading: Reading, links: Links, before: Name, crowded: bool, rules: FactRules
) -> bool:
    """Does a length of time only say when or how long (用两年时间), unlike 办理时限8天, 缩短8天 and 连续8年增长?

    Args:
        joined: the text.
        number: the length of time.
        reading: what stands before it.
        links: the words directly before it.
        before: the name of the number before it; empty where there is none.
        crowded: the next number stands in the same clause.
        rules: the compiled lists.
    """
    if joined[number.end - 1] == "岁" or not links.kinds.isdisjoint(_CHANGED):
        return False
    if reading.kind == "added" and not reading.name and not crowded:
        return False  # 打造15分钟生活圈
    if joined.find("连续", links.end, number.start) >= 0:
        return _NEVER.match(joined, number.end) is not None
    name = reading.name or before
    return not name or not joined.endswith(rules.ends.time, *name[-1])
