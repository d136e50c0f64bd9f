"""How a number is said of its indicator: the measure, and the sign of the fact."""

from __future__ import annotations

from typing import NamedTuple

from policytag.facts.edges import Name
from policytag.facts.links import Links
from policytag.facts.names import Reading
from policytag.facts.numbers import Number
from policytag.facts.rules import FactRules

Cue = tuple[int, int] | None
"""The words that decided, as a stretch of ``joined``."""


class Saying(NamedTuple):
    """The measure, whether the fact has the sign, the words that decided, and the rule (docs/facts.md lists them all)."""

    measure: str
    negative: bool
    cue: Cue
    rule: str


AGE = Saying("other", False, None, "fact.other-age")
FOR = Saying("other", False, None, "fact.other-beneficiaries")
GLOSSARY = Saying("other", False, None, "fact.other-glossary")
THRESHOLD = Saying("other", False, None, "fact.other-threshold")
AMOUNT = Saying("level", False, None, "fact.level")
_COUNT = Saying("other", False, None, "fact.other-count")
DURATION = Saying("duration", False, None, "fact.duration")
_TELLING = frozenset(["rank", "ratio", "duration"])
"""Dimensions that tell the measure by themselves."""


def saying_of(joined: str, number: Number, reading: Reading, links: Links, rules: FactRules) -> Saying:
    """What the links, the verb before the name, the name itself (none where it is carried on) and what follows the number say."""
    saying = None
    if number.dimension in _TELLING:
        saying = _by_dimension(joined, number, reading.name, links, rules)
    if saying is None and (number.dimension == "share" or not links.silent):
        saying = _by_links(joined, number, reading.name, links, rules)
    return saying or _by_name(joined, number, reading, links, rules)


def _by_dimension(joined: str, number: Number, name: Name, links: Links, rules: FactRules) -> Saying | None:
    dimension = number.dimension
    if dimension == "rank":
        return Saying("rank", False, links.cue, "fact.rank")
    if dimension == "ratio":
        part = links.share or (bool(name) and rules.ends.is_share(joined, name))
        measure, rule = ("share", "fact.share") if part else ("ratio", "fact.ratio")
        return Saying(measure, False, links.cue, rule)
    if dimension == "duration" and joined.find("连续", links.end, number.start) >= 0:
        return DURATION  # 增速连续3年快于…
    if dimension == "duration" and links.kinds.isdisjoint(("grow", "fall", "to")):
        edge = name[-1] if name else (0, 0)
        if not joined.endswith(rules.ends.time, *edge):
            return DURATION
    return None


def _by_links(joined: str, number: Number, name: Name, links: Links, rules: FactRules) -> Saying | None:
    """A distance, a part of a whole, a change or the height after it."""
    kinds, cue = links.kinds, links.cue
    moved = "grow" in kinds or "fall" in kinds
    minus = joined.endswith("-", 0, number.start) and not joined.endswith("--", 0, number.start)
    if ("above" in kinds or "below" in kinds) and (number.dimension == "points" or "than" in kinds):
        return Saying("gap", "below" in kinds, cue, "fact.gap")
    if links.share or (number.dimension == "share" and name and rules.ends.is_share(joined, name)):
        if moved:
            return Saying("growth", "fall" in kinds and not links.share, cue, "fact.growth-of-share")
        return Saying("share", False, cue, "fact.share")
    if links.times:
        return Saying("ratio", False, cue, "fact.ratio-times")
    if "to" in kinds or "from" in kinds:
        return Saying("level", minus, cue, "fact.level-after-change")
    if moved:
        return Saying("growth", "fall" in kinds or minus, cue, "fact.growth")
    return None


def _by_name(joined: str, number: Number, reading: Reading, links: Links, rules: FactRules) -> Saying:
    """What is said without words of change: by the verb before the name, the name, and what follows the number."""
    dimension, kinds = number.dimension, links.kinds
    if dimension == "multiple":
        return Saying("ratio", False, None, "fact.ratio-multiple")
    if dimension == "points":
        return Saying("growth", False, None, "fact.growth-points")
    if reading.kind == "fall" and (dimension != "share" or "level" not in kinds):
        return Saying("growth", True, reading.cue, "fact.growth-fall-verb")  # 压减公用经费15%
    if dimension == "share":
        return _of_percentage(joined, number, reading, links, rules)
    if number.bound != "exact" and reading.name and rules.threshold.match(joined, number.end):
        return THRESHOLD  # 总投资超50亿元的项目
    if "added" in kinds or reading.kind == "added":
        return Saying("added", False, links.cue or reading.cue, "fact.added")
    return Saying("level", False, links.cue or reading.cue, "fact.level")


def _of_percentage(joined: str, number: Number, reading: Reading, links: Links, rules: FactRules) -> Saying:
    """A percentage without a verb of change: of a whole, of a sum (its growth), of things, or a rate."""
    name = reading.name
    if rules.growth_after.match(joined, number.end):
        return Saying("growth", False, None, "fact.growth-after-number")
    before = joined[max(0, number.start - 1) : number.start]
    if before == "的":
        return Saying("share", False, links.cue, "fact.share-of-whole")  # 完成总投资的58%
    if name and not _of_plan(joined, reading) and joined.endswith(rules.ends.sum, *name[-1]):
        return Saying("growth", before == "-", None, "fact.growth-of-sum")
    if name and not joined.endswith(rules.ends.percent, *name[-1]):
        return Saying("share", False, links.cue, "fact.share-of-things")
    return Saying("level", False, links.cue, "fact.level-rate")


def _of_plan(joined: str, reading: Reading) -> bool:
    """Is a percentage of a sum that of what was planned (工程完成投资88%)?"""
    between = joined[reading.name[0][1] : reading.name[-1][0]]
    return reading.kind == "drop" or between.endswith("完成")


def saying_of_count(reading: Reading, links: Links, kind: str | None, new: bool, crowded: bool) -> Saying:
    """How a count before its noun is said: of new ones, of what was done, or of something of which more is said.

    Args:
        reading: what stands before the count.
        links: the words directly before it.
        kind: of the verb that reaches it, which may stand before an earlier number of the list.
        new: what follows says that it is new.
        crowded: the next number follows the noun directly (9个村3万人).
    """
    cue = links.cue or reading.cue
    if crowded:
        return _COUNT
    if kind == "fall" or "fall" in links.kinds:
        return Saying("growth", True, cue, "fact.growth-fall-count")
    if new or kind == "added" or "added" in links.kinds:
        return Saying("added", False, cue, "fact.added-count")
    if kind == "drop" or "level" in links.kinds:
        return Saying("level", False, cue, "fact.level-count")
    return _COUNT
