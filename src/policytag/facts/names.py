"""The name of an indicator: its edges in the stretch before a number, and the noun after a count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from policytag.facts.edges import Name
from policytag.facts.links import MOVED, Links
from policytag.facts.numbers import Number
from policytag.facts.rules import FactRules
from policytag.structure.place_parts import PlaceParts

_EDGE = frozenset(" 、,;:.。-”)")
_END = frozenset(" 、,;:.。-“(")
_NO_OWNER = frozenset("、,和与及")
_VERBS = frozenset(["added", "drop", "fall"])
_WHOLE_NAME = frozenset(["rank", "points", "multiple"])
_ADVERBS = frozenset(["base", "each", "hedge", "level"])
"""Kinds of links that are adverbs of a verb inside a name."""


class Verb(NamedTuple):
    """Kind of a verb (added, drop, fall, target) and where it stands in ``joined``; None for no verb."""

    kind: str | None
    cue: tuple[int, int] | None


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


_NO_VERB = Verb(None, None)
_EMPTY = Reading((), None, None, False)


def read_name(joined: str, number: Number, links: Links, periods: Mapping[int, int], rules: FactRules) -> Reading:
    """The name in the stretch between the beginning of a number's clause and its links.

    Args:
        joined: the text.
        number: the number.
        links: the words before it.
        periods: beginning of each name of a period → its end.
        rules: the compiled lists.
    """
    low, high, kinds = number.begin, links.end, links.kinds
    if high <= low:
        return _EMPTY
    # A verb stays in the name of what is said to have changed (新增贷款增长5%).
    whole = links.share or number.dimension in _WHOLE_NAME or bool(kinds and not kinds.isdisjoint(MOVED))
    # A stretch that ends with a comma of a list is no name of a number that follows directly (建设码头、5座桥).
    nameless = joined[high - 1] == "、" and high == number.start
    while high > low and joined[high - 1] in _END:
        high -= 1
    if joined[low] == "(" and (closing := joined.find(")", low, high)) >= 0:
        low = closing + 1  # 300台/(套)、机器人
    attributive = high > low and joined[high - 1] == "等"
    if attributive:
        high -= 1
    start, verb, owner = _after_leads(joined, low, high, periods, rules, whole)
    if not attributive and joined.find("等", start, high) >= 0:
        start = _after_examples(joined, start, high, rules)
    if start == high or nameless:
        return Reading((), verb.kind, verb.cue, attributive, owner)
    name, inside = _name_within(joined, start, high, periods, rules, whole)
    if inside is not None:
        verb = Verb(inside.kind, inside.cue or verb.cue)
    return Reading(name, verb.kind, verb.cue, attributive, owner)


def _after_leads(
    joined: str, start: int, high: int, periods: Mapping[int, int], rules: FactRules, whole: bool
) -> tuple[int, Verb, tuple[int, int] | None]:
    """Where the name begins after the words that are no part of it; the verb, and the place, among them."""
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
            if does == "added" and high - after >= 2 and joined[high - 1] in rules.tied:
                break  # 签约项目投资额
            if kind is None or does != "drop":
                kind, cue = does, (start, after)
        start = after
    return start, Verb(kind, cue) if kind is not None else _NO_VERB, owner


def _after_examples(joined: str, start: int, high: int, rules: FactRules) -> int:
    """X、Y等重点项目 8个: the name begins after 等."""
    at = joined.rfind("等", start + 1, high - 2)
    ends = rules.nouns.ends.get("等")
    return at + 1 if at >= 0 and ends is not None and ends.match(joined, at) is not None else start


def _verb_in_list(joined: str, start: int, high: int, rules: FactRules) -> Verb | None:
    """修建X、新增Y 8个: the verb after the last comma of the list, before the name."""
    at = joined.rfind("、", start + 3, high - 3)
    if at < 0:
        return None
    word = rules.leads.at_start(joined, at + 1, high)
    if word is None or word.kind not in ("added", "fall") or word.length < 2 or high - at - 1 - word.length < 2:
        return None
    return Verb(word.kind, (at + 1, at + 1 + word.length))


def _after_period(joined: str, start: int, high: int, periods: Mapping[int, int]) -> int:
    """全区2024年税收收入: the name begins after a period inside."""
    for at in range(high - 2, start, -1):
        end = periods.get(at)
        if end is not None and end + 2 <= high and joined[end] not in "的以":
            return end
    return start


def _owns(joined: str, start: int, high: int, rules: FactRules) -> bool:
    """Is what follows a place that ends at ``start`` said of it: the name of something measured, or a verb?"""
    if high - start < 2 or joined[start] in rules.after_place or joined[start] in _NO_OWNER:
        return False
    word = rules.leads.at_start(joined, start, high)
    if word is not None and word.kind != "skip" and _may_cut(joined, start + word.length, high, rules):
        return True
    return joined[start:high] in rules.fixed or rules.head.search(joined, start, high) is not None


def _may_cut(joined: str, start: int, high: int, rules: FactRules) -> bool:
    """May a word that ends at ``start`` be cut off: not from 完成率, 签约额."""
    rest = high - start
    return rest == 0 or rest > 1 or joined[start] not in rules.complete


def _name_within(
    joined: str, start: int, high: int, periods: Mapping[int, int], rules: FactRules, whole: bool
) -> tuple[Name, Verb | None]:
    """The name in a stretch without the words before it, and the verb inside that it begins after; None where there is none."""
    words, verb = joined[start:high], None
    if words in rules.fixed and _is_of_new(joined, start, high, rules):
        verb = Verb("added", None)
    if "、" in words:
        listed = _verb_in_list(joined, start, high, rules)
        if listed is not None and listed.cue is not None:
            verb, start = listed, listed.cue[1]
    if periods and ("年" in words or "五" in words or "月" in words):
        start = _after_period(joined, start, high, periods)
    if whole or high - start <= 3 or rules.inside.search(joined, start + 1, high) is None:
        return ((start, high),), verb
    if words.endswith(rules.ends.whole):
        return ((start, high),), verb
    name, inside = _after_verb(joined, start, high, rules)
    return name, inside if inside is not None and inside.kind != "drop" else verb


def _is_of_new(joined: str, start: int, high: int, rules: FactRules) -> bool:
    """Does a known name say that what it names is new (城镇新增就业, 新设企业)?"""
    if joined.find("新增", start, high) >= 0:
        return True
    word = rules.leads.at_start(joined, start, high) if joined[start] == "新" else None
    return word is not None and word.kind == "added" and _may_cut(joined, start + word.length, high, rules)


def _after_verb(joined: str, start: int, high: int, rules: FactRules) -> tuple[Name, Verb | None]:
    """The name after the last verb inside; with what stands before it where that completes it (工业/实现/增加值)."""
    all_of_it: Name = ((start, high),)
    if joined[start:high] in rules.fixed:
        return all_of_it, None
    last = None
    for found in rules.inside.finditer(joined, start + 1, high):
        last = found if found.end() < high else last
    if last is None or high - last.end() < 2:
        return all_of_it, None
    if any(joined[at:high] in rules.fixed for at in range(start + 1, last.start())):
        return all_of_it, None  # a verb inside a known name (西部/城镇新增就业) is no cue
    kind = rules.inside_kinds[last[0]]
    if kind == "drop" and joined[last.end() : high] in rules.ends.joint:
        left = _before_adverbs(joined, start, last.start(), rules)
        if left - start >= 2:
            return ((start, left), (last.end(), high)), Verb(kind, None)
    begin = last.end()
    while begin < high and joined[begin] in _EDGE:
        begin += 1
    word = rules.leads.at_start(joined, begin, high) if begin < high else None
    if word is not None and word.kind in ("scope", "added") and _may_cut(joined, begin + word.length, high, rules):
        begin += word.length
    if high - begin < 2:
        return all_of_it, None
    return ((begin, high),), Verb(kind, last.span())


def _before_adverbs(joined: str, start: int, end: int, rules: FactRules) -> int:
    """Where the adverbs of a verb at ``end`` begin (工业/累计/实现)."""
    while end > start and (word := rules.links.at_end(joined, start, end)) and word.kind in _ADVERBS:
        end -= word.length
    return end


def own_names(place: str | None, places: PlaceParts) -> tuple[str, ...]:
    """What a report calls its own place by: the full name and the last part of it (重庆市云溪区, 云溪区)."""
    if not place:
        return ()
    own = places.split(place)[-1]
    return (place, own) if own != place else (place,)


def without_place(joined: str, name: Name, places: tuple[str, ...], rules: FactRules) -> Name:
    """The name without the report's own place at its beginning."""
    start, end = name[0]
    if joined.startswith(places, start):
        for place in places:
            rest = start + len(place)
            if joined.startswith(place, start) and end - rest >= 2 and joined[rest] not in rules.after_place:
                return ((rest, end), *name[1:])
    return name


def without_change(joined: str, name: Name, rules: FactRules) -> tuple[Name, bool]:
    """The name without the word for a change at its end (地区生产总值增速), and whether there was one."""
    if not name or joined[name[-1][1] - 1] not in rules.change_ends:
        return name, False
    start, end = name[-1]
    found = rules.change.search(joined, max(start, end - 6), end)
    if found is None or joined[name[0][0] : end] in rules.fixed:
        return name, False
    return ((*name[:-1], (start, found.start())) if found.start() > start else name[:-1]), True
