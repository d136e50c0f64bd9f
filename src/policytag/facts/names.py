"""The name of an indicator: its edges in the stretch before a number, and the noun after a count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from policytag.facts.edges import Name, in_quotes, without_joint
from policytag.facts.rules import FactRules
from policytag.structure.place_parts import PlaceParts

_EDGE = frozenset(" 、,;:.。-”)")
_END = frozenset(" 、,;:.。-“(")
_ADVERBS = ("累计", "全年", "今年", "力争", "预计", "年均", "分别", "共", "已", "将")
_PART_OF_PLACE = "区场级本政内外值民、,和与及"
_COMPLETE = "率额值量比收入"
"""Last characters of a sum or a rate: a verb at the beginning of such a name belongs to it."""
_VERBS = frozenset(["added", "drop", "fall"])
_MAX_NOUN = 24
_MAKING = ("建设", "创建")
_WHOLE = ("率", "比重", "占比", "度")


class Reading(NamedTuple):
    """A name (empty where nothing is left) and what the words before it do.

    Attributes:
        name: its pieces.
        kind: kind of the deciding verb before it: added, drop, fall, target; None where there is none.
        cue: that verb, as a stretch of ``joined``.
        attributive: examples or an adjective precede the number, so that the noun after it is the name (X、Y等5个项目).
        owner: the place, or places, before the name that the number is of (澄溪区/地区生产总值), as a stretch of ``joined``.
    """

    name: Name
    kind: str | None
    cue: tuple[int, int] | None
    attributive: bool
    owner: tuple[int, int] | None = None


_ANY = re.compile("")
EMPTY = Reading((), None, None, False)


def read_name(
    joined: str,
    low: int,
    high: int,
    periods: Mapping[int, int],
    rules: FactRules,
    *,
    whole: bool = False,
    direct: bool = False,
) -> Reading:
    """The name in a stretch before a number and its links.

    Args:
        joined: the text.
        low: beginning of the clause, or end of the number before.
        high: beginning of the links.
        periods: beginning of each name of a period → its end.
        rules: the compiled lists.
        whole: leave verbs in the name (新增贷款增长5%).
        direct: no link stands before the number: a stretch that ends with a comma of a list is not its name (建设码头、5座桥).
    """
    listed = joined[high - 1] == "、"
    while high > low and joined[high - 1] in _END:
        high -= 1
    attributive = high > low and joined[high - 1] == "等"
    if attributive:
        high -= 1
    start, kind, cue, owner = _after_leads(joined, low, high, periods, rules, whole)
    words = joined[start:high]
    if "等" in words and not attributive:
        start = _after_examples(joined, start, high)
        words = joined[start:high]
    if not words or (direct and listed):
        return Reading((), kind, cue, attributive, owner)
    if "新增" in words and words in rules.fixed:
        kind = "added"
    if "、" in words:
        verb = _after_verb(joined, start, high, rules)
        if verb is not None:
            kind, cue = verb
            start = cue[1]
    if periods and ("年" in words or "五" in words):
        start = _after_period(joined, start, high, periods)
    name: Name = ((start, high),)
    if (
        not whole
        and high - start > 3
        and rules.inside.search(joined, start + 1, high - 1) is not None
        and not words.endswith(_WHOLE)
    ):
        name, inside, inside_cue = _cut_inside(joined, start, high, rules)
        if inside is not None and inside != "drop":
            kind, cue = inside, inside_cue
    return Reading(name, kind, cue, attributive, owner)


def _after_leads(
    joined: str, start: int, high: int, periods: Mapping[int, int], rules: FactRules, whole: bool
) -> tuple[int, str | None, tuple[int, int] | None, tuple[int, int] | None]:
    """Where the name begins after the words that are no part of it; kind and cue of the verb, and the place, among them."""
    kind, cue, owner = None, None, None
    leads, fixed = rules.leads, rules.fixed
    while start < high:
        if joined[start] in _EDGE:
            start += 1
            continue
        if (end := periods.get(start)) is not None and end <= high:
            start = end
            continue
        if joined[start:high] in fixed:
            break
        word = leads.at_start(joined, start, high)
        after = start + word.length if word is not None else start
        if word is None or (high - after == 1 and joined[after] in rules.complete):  # not from 完成率, 签约额
            places = rules.districts.several(joined, start, high) if owner is None else ()
            if not places or not _owns(joined, places[-1][1], high, rules):
                break
            owner, start = (start, places[-1][1]), places[-1][1]
            continue
        does = word.kind
        if does in _VERBS:
            if whole and does != "drop":
                break
            if does == "added" and high - after >= 2 and joined[high - 1] in _COMPLETE:
                break  # 签约项目投资额
            if kind is None or does != "drop":
                kind, cue = does, (start, after)
        start = after
    return start, kind, cue, owner


def _after_examples(joined: str, start: int, high: int) -> int:
    """X、Y等重点项目 8个: the name begins after 等."""
    at = joined.rfind("等", start + 1, high - 2)
    if at < 0 or joined[at - 1] in "高中初平同优上" or joined[at + 1] in "级次候":
        return start
    return at + 1


def _after_verb(joined: str, start: int, high: int, rules: FactRules) -> tuple[str, tuple[int, int]] | None:
    """修建X、新增Y 8个: the verb after the last comma of the list, before the name."""
    at = joined.rfind("、", start + 3, high - 3)
    if at < 0:
        return None
    word = rules.leads.at_start(joined, at + 1, high)
    if word is None or word.kind not in ("added", "fall") or word.length < 2 or high - at - 1 - word.length < 2:
        return None
    return word.kind, (at + 1, at + 1 + word.length)


def _after_period(joined: str, start: int, high: int, periods: Mapping[int, int]) -> int:
    """全区2024年税收收入: the name begins after a period inside."""
    for at in range(high - 2, start, -1):
        end = periods.get(at)
        if end is not None and end + 2 <= high and joined[end] not in "的以":
            return end
    return start


def _owns(joined: str, start: int, high: int, rules: FactRules) -> bool:
    """Is what follows a place that ends at ``start`` said of it: the name of something measured, or a verb?"""
    if high - start < 2 or joined[start] in _PART_OF_PLACE:
        return False
    word = rules.leads.at_start(joined, start, high)
    if word is not None and word.kind != "skip" and _may_cut(joined, start + word.length, high, rules):
        return True
    return joined[start:high] in rules.fixed or rules.head.search(joined, start, high) is not None


def _may_cut(joined: str, start: int, high: int, rules: FactRules) -> bool:
    """May a word that ends at ``start`` be cut off: not from 完成率, 签约额."""
    rest = high - start
    return rest == 0 or rest > 1 or joined[start] not in rules.complete


def _cut_inside(
    joined: str, start: int, high: int, rules: FactRules
) -> tuple[Name, str | None, tuple[int, int] | None]:
    """The name after the last verb inside; with what stands before it where that completes it (工业/实现/增加值)."""
    if joined[start:high] in rules.fixed:
        return ((start, high),), None, None
    last = None
    for found in rules.inside.finditer(joined, start + 1, high - 1):
        last = found
    if last is not None and any(joined[at:high] in rules.fixed for at in range(start + 1, last.start())):
        return ((start, high),), None, None  # a verb inside a known name (西部/城镇新增就业) is no cue
    if last is None or (high - last.end() < 2):
        return ((start, high),), None, None
    kind = rules.inside_kinds[last[0]]
    rest = joined[last.end() : high]
    if kind == "drop" and rest in rules.joint:
        left = last.start()
        for adverb in _ADVERBS:
            if joined.endswith(adverb, start, left):
                left -= len(adverb)
        if left - start >= 2:
            return ((start, left), (last.end(), high)), kind, None
    begin = last.end()
    while begin < high and joined[begin] in _EDGE:
        begin += 1
    word = rules.leads.at_start(joined, begin, high) if begin < high else None
    if word is not None and word.kind in ("scope", "added") and _may_cut(joined, begin + word.length, high, rules):
        begin += word.length
    if high - begin < 2:
        return ((start, high),), None, None
    return ((begin, high),), kind, last.span()


def noun_after(joined: str, end: int, high: int, rules: FactRules) -> tuple[Name, bool, bool]:
    """The noun after a count; empty where there is none.

    Also: do the words after it say that it is new (投产), and does a noun of making end it (创建)?
    """
    opening = rules.noun_start.match(joined, end, high)
    if opening is None:
        return (), False, False
    start, begin = opening.span("noun")
    stop, done, made = high, False, False
    # One character class finds the places to look at: the long list of words is not tried at each character.
    mark = rules.noun_mark.search(joined, begin, high)
    while mark is not None:
        at = mark.start()
        words = rules.noun_ends.get(joined[at], _ANY)
        ending = words.match(joined, at, high)
        if ending is not None and not in_quotes(joined, begin, at, high):
            stop, done = at, ending.lastgroup is not None
            break
        mark = rules.noun_mark.search(joined, at + 1, high)
    if stop == high:
        stop = without_joint(joined, begin, stop)  # 3个车站和/5个码头
    if stop - begin > _MAX_NOUN:
        return (), False, False
    if joined.endswith(rules.work, start, stop):
        word = next(word for word in rules.work if joined.endswith(word, start, stop))
        stop -= len(word)
        made = word.startswith(_MAKING)
    return (((start, stop),) if stop > start else ()), done, made


def own_names(place: str | None, places: PlaceParts) -> tuple[str, ...]:
    """What a report calls its own place by: the full name and the last part of it (重庆市云溪区, 云溪区)."""
    if not place:
        return ()
    own = places.split(place)[-1]
    return (place, own) if own != place else (place,)


def without_place(joined: str, name: Name, places: tuple[str, ...]) -> Name:
    """The name without the report's own place at its beginning."""
    start, end = name[0]
    if joined.startswith(places, start):
        for place in places:
            rest = start + len(place)
            if joined.startswith(place, start) and end - rest >= 2 and joined[rest] not in "区场级本政内外":
                return ((rest, end), *name[1:])
    return name
