"""Counts: is the name of a number the noun after it (成立5个合作社) or what stands before it (合作社5个)?"""

from __future__ import annotations

from policytag.facts.links import MOVED, Links
from policytag.facts.names import Reading
from policytag.facts.numbers import Number

MAX_NOUN_WINDOW = 30
"""The noun after a number ends within so many characters."""
_COUNTABLE = frozenset(
    ["count", "area", "length", "mass", "volume", "energy", "power", "data", "other", "money", "duration"]
)
_NO_NOUN = frozenset([*",。、;:)\n ", ""])
_NEEDS_NAME = frozenset(["to", "from", "above", "below", "each"])


def may_have_noun(joined: str, number: Number, reading: Reading) -> bool:
    """Can a noun follow the number: is it something countable, or a percentage of things that are named after it?"""
    dimension = number.dimension
    counts = dimension in _COUNTABLE or (dimension == "share" and not reading.name and _begins_anew(joined, number))
    return counts and joined[number.end : number.end + 1] not in _NO_NOUN


def takes_noun(joined: str, number: Number, reading: Reading, links: Links) -> bool:
    """Is the name of a count the noun after it, not what stands before it?"""
    dimension, kinds = number.dimension, links.kinds
    if reading.attributive:
        return True
    if links.share or links.times or not kinds.isdisjoint(_NEEDS_NAME):
        return False
    if not kinds.isdisjoint(MOVED):
        return number.fresh and not reading.name and dimension == "count"
    if not reading.name or reading.name[0][1] - reading.name[0][0] == 1:
        return not (dimension == "duration" and "base" in kinds)
    if dimension == "count" and (
        joined[number.start] in "两二三四五六七八九十" or joined.find("、", *reading.name[0]) > 0
    ):
        return True  # X镇、Y镇 2个示范镇
    if joined.endswith("的", 0, number.start):
        return True
    return dimension not in ("money", "duration") and reading.kind is None and "level" not in kinds


def _begins_anew(joined: str, number: Number) -> bool:
    """Does a clause begin with a number, or an item of a list that holds more than the number?"""
    return number.fresh or (number.start > number.begin + 1 and joined[number.start - 1] == "、")
