"""Numbers that only sort the things which another number counts: 亿元以上/项目 11个, 13个 5万吨级/泊位."""

from __future__ import annotations

import re
from typing import NamedTuple

from policytag.facts.counts import MAX_NOUN_WINDOW
from policytag.facts.edges import Name
from policytag.facts.nouns import noun_after
from policytag.facts.numbers import Numbers
from policytag.facts.rules import FactRules

_BOUND = re.compile(r"(?P<grade>级)?(?:及?以[上下])?(?P<of>的)?(?=[\u3400-\u9fffA-Za-z“])")
_OVER = tuple("超过逾")
_GRADING = frozenset("级及以的")
"""Characters that ``_BOUND`` begins with, its noun apart."""
_HEIGHTS = frozenset(["超", "过", "超过", "逾"])
_MEASURED = frozenset(["money", "mass", "power", "area", "length", "energy", "volume"])
_MARKS = re.compile("[,;:。!?()\n、]")
_VERBS = frozenset(["target", "added", "drop", "fall"])


def height_before(joined: str, noun_end: int, number_start: int) -> bool:
    """Does a number follow the noun of a count directly, or as the height of it (10个产值/超/亿元的集群)?"""
    return noun_end == number_start or joined[noun_end:number_start] in _HEIGHTS


class Grade(NamedTuple):
    """Where the noun of the things that a number sorts begins and ends; whether the next number is said of them."""

    begin: int
    end: int
    goes_on: bool

    @property
    def noun(self) -> Name:
        """The noun, as a name of one piece."""
        return ((self.begin, self.end),)


def grade_of(joined: str, numbers: Numbers, order: int, rules: FactRules, *, counted: bool = False) -> Grade | None:
    """What one of the numbers sorts; None where it is said of something itself.

    ``counted``: a count stands before the number, or before what it is the height of (10个产值超亿元的集群).
    """
    start, end = numbers.spans[order]
    over = joined.endswith(_OVER, 0, start)
    if joined[end : end + 1] not in _GRADING and not over:
        return None
    bound = _BOUND.match(joined, end)
    if bound is None or (bound["of"] and not counted):
        return None
    quantity = numbers.quantities[order][1]
    dimension = quantity.get("dimension")
    measured = dimension in _MEASURED
    bare = bound.end() - len(bound["of"] or "") == end
    if bare and not (over and (dimension == "money" or counted or joined[end - 1] == "亿")):
        return None  # 超/亿元企业; 3亿元资金 is said of the money
    if not bound["grade"] and not measured and dimension != "count":
        return None
    following = numbers.following(order)
    noun, _, _ = noun_after(joined, end, min(following, end + MAX_NOUN_WINDOW), rules)
    if not noun:
        return None
    begin, stop = noun[0]
    word = rules.leads.at_start(joined, begin, stop)
    if word is not None and word.kind in _VERBS:
        return None  # 20亿元以上确保…
    if rules.head.search(joined, begin, stop) is not None and not joined.endswith(rules.ends.percent, begin, stop):
        return None  # 1亿元以上资金, not 20户以上村广播覆盖率
    goes_on = following < len(joined) and _MARKS.search(joined, stop, following) is None
    if not (goes_on or counted) and not bound["grade"] and dimension != "money":
        return None  # 改造2000户以上危房
    return Grade(begin, stop, goes_on)
