"""How a number is said of its indicator: the measure, and the sign of the fact."""

from __future__ import annotations

from typing import NamedTuple

from policytag.facts.links import Links

_COUNTED_TIME = ("天数", "时间", "时长", "年限", "寿命", "时限", "工期", "工作日", "时", "期限")
_RATES = (
    "率",
    "度",
    "比例",
    "比",
    "指数",
    "水平",
    "标准",
    "进度",
    "比值",
    "覆盖",
    "利率",
    "税率",
    "系数",
    "浓度",
    "贡献",
)
_SUMS = ("总值", "增加值", "产值", "投资", "收入", "零售总额", "总额", "消费")


class Saying(NamedTuple):
    """The measure, the sign of the fact, and the words that decided (a stretch of ``joined``)."""

    measure: str
    negative: bool
    cue: tuple[int, int] | None
    rule: str


def saying_of(dimension: str, links: Links, kind: str | None, name: str, cue: tuple[int, int] | None) -> Saying:
    """What the links, the verb before the name, and the name itself say.

    Args:
        dimension: of the quantity.
        links: the words between name and number.
        kind: kind of the verb before the name.
        name: the name; empty where it is carried on from before.
        cue: the verb before the name.
    """
    kinds = links.kinds
    if dimension == "rank":
        return Saying("rank", False, links.cue, "rank")
    if dimension == "ratio":
        return Saying("ratio", False, links.cue, "ratio")
    moved = "grow" in kinds or "fall" in kinds
    if dimension == "duration" and not moved and not name.endswith(_COUNTED_TIME) and not kinds & {"to", "from"}:
        return Saying("duration", False, None, "duration")
    if ("above" in kinds or "below" in kinds) and (dimension == "points" or "than" in kinds):
        return Saying("gap", "below" in kinds, links.cue, "distance")
    if links.share or (dimension == "share" and name.endswith(("比重", "占比", "份额"))):
        return Saying("growth" if moved else "share", "fall" in kinds and not links.share, links.cue, "share")
    if links.times:
        return Saying("ratio", False, links.cue, "times")
    if "to" in kinds or "from" in kinds:
        return Saying("level", False, links.cue, "height after a change")
    if moved:
        return Saying("growth", "fall" in kinds, links.cue, "change")
    if dimension == "multiple":
        return Saying("ratio", False, None, "multiple")
    if dimension == "points":
        return Saying("growth", False, None, "points")
    if kind == "fall":
        return Saying("growth", True, cue, "verb of shrinking")
    if dimension == "share" and name and kind != "added":
        if name.endswith(_SUMS):
            return Saying("growth", False, None, "change of a sum")
        if not name.endswith(_RATES):
            return Saying("share", False, links.cue, "share of things")
    if "added" in kinds or kind == "added":
        return Saying("added", False, links.cue or cue, "verb of coming into being")
    return Saying("level", False, links.cue or cue, "level")
