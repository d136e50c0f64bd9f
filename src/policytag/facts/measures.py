"""How a number is said of its indicator: the measure, and the sign of the fact."""

from __future__ import annotations

import re
from typing import NamedTuple

from policytag.facts.edges import Name
from policytag.facts.links import Links

_COUNTED_TIME = ("天数", "时间", "时长", "年限", "寿命", "时限", "工期", "工作日", "时", "期限")
_RATES = ("率", "度", "比例", "比", "指数", "水平", "标准", "覆盖", "系数", "浓度", "贡献")
_SUMS = ("总值", "增加值", "产值", "投资", "收入", "总额", "消费")
_SHARES = ("比重", "占比", "份额")
_THRESHOLD = re.compile(r"(?:以上|以下|以内)?的(?!目标|预期|水平|任务|好成绩|成绩|历史)")
_GROWTH_AFTER = re.compile(r"(?:以上|左右|以内)?的(?:年均|平均|高|较快)?(?:增长|增速|增幅|速度增长)")


class Saying(NamedTuple):
    """The measure, the sign of the fact, the words that decided (a stretch of ``joined``), and a name for the rule."""

    measure: str
    negative: bool
    cue: tuple[int, int] | None
    rule: str


AGE = Saying("other", False, None, "age")
FOR = Saying("other", False, None, "count of those for whom something is done")
GLOSSARY = Saying("other", False, None, "glossary")


def saying_of(
    joined: str,
    start: int,
    end: int,
    dimension: str,
    bound: str,
    links: Links,
    kind: str | None,
    name: Name,
    cue: tuple[int, int] | None,
) -> Saying:
    """What the links, the verb before the name, the name itself and the words after the number say.

    Args:
        joined: the text.
        start: where the number begins.
        end: where it ends.
        dimension: of the quantity.
        bound: of the quantity.
        links: the words between name and number.
        kind: kind of the verb before the name.
        name: the name; empty where it is carried on from before.
        cue: the verb before the name.
    """
    kinds = links.kinds
    if dimension == "rank" or dimension == "ratio":
        part = links.share or (bool(name) and is_share(joined, name))
        return Saying("share" if part and dimension == "ratio" else dimension, False, links.cue, dimension)
    moved = "grow" in kinds or "fall" in kinds
    edge = name[-1] if name else (0, 0)
    if dimension == "duration" and not moved and "to" not in kinds and not joined.endswith(_COUNTED_TIME, *edge):
        return Saying("duration", False, None, "duration")
    if ("above" in kinds or "below" in kinds) and (dimension == "points" or "than" in kinds):
        return Saying("gap", "below" in kinds, links.cue, "distance")
    if links.share or (dimension == "share" and name and is_share(joined, name)):
        return Saying("growth" if moved else "share", "fall" in kinds and not links.share, links.cue, "share")
    if links.times:
        return Saying("ratio", False, links.cue, "times")
    if "to" in kinds or "from" in kinds:
        return Saying("level", False, links.cue, "height after a change")
    if moved:
        return Saying("growth", "fall" in kinds or joined[start - 1] == "-", links.cue, "change")
    if dimension == "multiple":
        return Saying("ratio", False, None, "multiple")
    if dimension == "points":
        return Saying("growth", False, None, "points")
    if kind == "fall" and (dimension != "share" or "level" not in kinds):
        return Saying("growth", True, cue, "verb of shrinking")  # 压减公用经费15%
    if dimension == "share":
        return _said_of_share(joined, start, end, links, edge)
    if bound != "exact" and name and _THRESHOLD.match(joined, end):
        return Saying("other", False, None, "threshold")  # 总投资超50亿元的项目
    if "added" in kinds or kind == "added":
        return Saying("added", False, links.cue or cue, "verb of coming into being")
    return Saying("level", False, links.cue or cue, "level")


def is_share(joined: str, name: Name) -> bool:
    """Does the name say that it is a part of a whole (占比, 占生产总值比例)?"""
    start, end = name[-1]
    return joined.endswith(_SHARES, start, end) or (
        joined.endswith("比例", start, end) and joined.find("占", start, end) >= 0
    )


def _said_of_share(joined: str, start: int, end: int, links: Links, edge: tuple[int, int]) -> Saying:
    """A percentage without a verb of change: of a whole, of a sum (its growth), of things, or a rate."""
    if _GROWTH_AFTER.match(joined, end):
        return Saying("growth", False, None, "growth after the number")
    if joined[start - 1] == "的":
        return Saying("share", False, links.cue, "part of a whole")  # 完成总投资的58%
    if edge[1] and joined.endswith(_SUMS, *edge):
        return Saying("growth", joined[start - 1] == "-", None, "change of a sum")
    if edge[1] and not joined.endswith(_RATES, *edge):
        return Saying("share", False, links.cue, "share of things")
    return Saying("level", False, links.cue, "rate")


def count_saying(links: Links, kind: str | None, new: bool, crowded: bool, cue: tuple[int, int] | None) -> Saying:
    """How a count before its noun is said: of new ones, of what was done, or of something of which more is said."""
    if crowded:
        return Saying("other", False, None, "count before a noun")
    if kind == "fall" or "fall" in links.kinds:
        return Saying("growth", True, cue, "verb of shrinking before a count")
    if new or kind == "added" or "added" in links.kinds:
        return Saying("added", False, cue, "count of new ones")
    if kind == "drop" or "level" in links.kinds:
        return Saying("level", False, cue, "count of what was done")
    return Saying("other", False, None, "count before a noun")
