"""Official names without quotation marks: 绿色工厂三年行动计划, 林长制."""

from __future__ import annotations

import re
from typing import NamedTuple

from policytag.taggers.terms.rules import TermRules

MAX_NAME = 28
"""Longest unquoted name (characters)."""
_MIN_STEM = 3
_BALANCED = 7
_LONGEST_STRATEGY = 12
_NAME_CHARACTERS = re.compile(r"[\u4e00-\u9fff0-9A-Za-z+\-·]*")
_LONGEST_TITLE = 40
_LINKS = "和与及"
_AFTER_VERBS = "好了"
_ONLY_AFTER_VERBS = frozenset(("verb", "off"))
_DIGITS = "0123456789"
_CAMPAIGN = "行动"
_MOST_IN_A_ROW = 6
_UPLIFT = 4
"""Characters of 工业强市."""


class Name(NamedTuple):
    """A name found: offsets in ``joined``, its rule, and the cue that let it pass (word and offsets) if one did."""

    start: int
    end: int
    rule: str
    cue: tuple[str, int, int] | None


def find_official_names(joined: str, rules: TermRules) -> list[Name]:
    """Names of no quotation marks, but for those in 长制: by their official ends, a place in them or the number of their parts.

    A name with an official end begins after a verb or after another such name.
    """
    names: list[Name] = []
    last_end = hidden_end = 0
    for tail_start, end, tail in _tails(joined, rules):
        match rules.tails[tail]:
            case ("epithet" | "epithet-of" | "campaign-of") as kind:
                if tail_start >= hidden_end:
                    names += _place_programme(joined, tail_start, end, kind, rules)
                continue
            case "several":
                names += _counted_campaign(joined, tail_start, end, rules)
                continue
        if tail_start < max(last_end, hidden_end):
            continue
        if rules.tails[tail] == "no":
            hidden_end = end
            continue
        if rules.tails[tail] == "year" and rules.not_year.at_start(joined, end):
            continue
        found = _names(joined, tail_start, end, tail, rules, last_end)
        names += found or (_strong_places(joined, tail_start, rules) if rules.tails[tail] == "off" else [])
        last_end = end
    return names


def _tails(joined: str, rules: TermRules) -> list[tuple[int, int, str]]:
    """Where official ends, words before places and numbers of parts stand: the longest at each place, in text order."""
    by_start: dict[int, tuple[int, str]] = {}
    for number, start, end in rules.tail_index.finditer(joined):  # in the order of their ends
        by_start[start] = end, rules.tail_index.literals[number]
    return [(start, end, tail) for start, (end, tail) in sorted(by_start.items()) if not joined.startswith("》", end)]


def _names(joined: str, tail_start: int, end: int, tail: str, rules: TermRules, last_end: int) -> list[Name]:
    """The name that ends here, if a good left edge is near; two where it names two campaigns at once."""
    floor = max(last_end, end - MAX_NAME)
    reversed_run = _NAME_CHARACTERS.match(joined[floor:tail_start][::-1])
    start = tail_start - (reversed_run.end() if reversed_run else 0)
    if _in_title(joined, start):
        return []
    kind = rules.tails[tail]
    said = []
    opener = _opener(joined, start, tail_start, rules)
    cue = None
    if opener:
        said.append(joined[opener[0] : opener[1]].rstrip(_AFTER_VERBS))
        cue = joined[opener[0] : opener[1]], *opener
        start = opener[1]
    elif not (_goes_on(joined, start, last_end) or (kind == "own" and joined[start - 1 : start] != "”")):
        return []
    if joined[start] in _LINKS:
        start += 1
    while cut := rules.cut_from_names.at_start(joined, start):
        said.append(cut)
        start += len(cut)
    if kind in _ONLY_AFTER_VERBS and rules.verbs.values.keys().isdisjoint(said):
        return []
    stem = joined[start:tail_start]
    if len(stem) < _MIN_STEM or stem[0] in _DIGITS or rules.not_in_names.search(rules.harmless.sub("", stem)):
        return []
    if kind == "off":
        if len(stem) > _LONGEST_STRATEGY or any(link in stem for link in _LINKS):
            return []
        return [Name(start, tail_start, "term.unquoted-head", cue)]
    link = _link_between_names(stem, kind == "own")
    if not link:
        return [Name(start, end, "term.unquoted-head", cue)]
    second = Name(start + link + 1, end, "term.unquoted-head", None)
    return [Name(start, start + link, "term.unquoted-pair", cue), second] if kind == "own" else [second]


def _strong_places(joined: str, end: int, rules: TermRules) -> list[Name]:
    """工业强市、科教兴市 before 战略: they need no verb before them."""
    names: list[Name] = []
    while end >= _UPLIFT and rules.uplift.fullmatch(joined, end - _UPLIFT, end):
        start = end - _UPLIFT
        if not rules.cut_from_names.at_start(joined, start):
            names.append(Name(start, end, "term.strong-place", None))
        if joined[start - 1 : start] not in ("、", "和"):
            break
        end = start - 1
    return names


def _place_programme(joined: str, start: int, end: int, kind: str, rules: TermRules) -> list[Name]:
    """平安云溪, 美丽新云溪: what a place is to become, by the name of the place after the word that ends here."""
    place_end = _place_after(joined, end, rules)
    if not place_end:
        return []
    cue = joined[start:end], start, end
    if kind == "campaign-of":
        if not joined.startswith(_CAMPAIGN, place_end):
            return []
        place_end += len(_CAMPAIGN)
    elif kind == "epithet-of" and not _is_called_so(joined, place_end, rules):
        return []
    return [Name(start, place_end, "term.place-programme", cue)]


def _place_after(joined: str, at: int, rules: TermRules) -> int:
    """Where the name of the place that begins here ends, 新 before it or not; 0 where none does."""
    for start in (at + 1, at) if joined.startswith("新", at) else (at,):  # 新疆 is a place itself
        if place := rules.places.at_start(joined, start):
            return start + len(place)
    return 0


def _is_called_so(joined: str, at: int, rules: TermRules) -> bool:
    """Does a noun that policies are called by follow, or do more such names with one behind the last (人文云溪、绿色云溪建设)?"""
    for _ in range(_MOST_IN_A_ROW):
        if rules.heads.at_start(joined, at):
            return True
        following = rules.epithets.at_start(joined, at + 1) if joined[at : at + 1] in ("、", "和") else None
        at = _place_after(joined, at + 1 + len(following), rules) if following else 0
        if not at:
            return False
    return False


def find_restorations(joined: str, rules: TermRules) -> list[Name]:
    """退塘退田还湖: what is given up for what was there before."""
    return [Name(*found.span(), "term.restoration", None) for found in rules.restorations.finditer(joined)]


def _counted_campaign(joined: str, start: int, end: int, rules: TermRules) -> list[Name]:
    """十大便捷行动: a campaign that is called by the number of its parts; the number and 大 end here."""
    found = rules.counted.match(joined, end)
    if not found or "的" in found[0]:
        return []
    if rules.campaigns[found[1]] != "counted-any" and rules.generic.at_start(joined, end):
        return []
    start -= joined[start - 1 : start] in ("十", "二")
    return [] if joined[start - 1 : start] in ("“", "”") else [Name(start, found.end(), "term.counted-campaign", None)]


def _in_title(joined: str, at: int) -> bool:
    """Does ``at`` stand in the title of a document (《…》)? What that is called after is no name of its own."""
    before = joined[max(0, at - _LONGEST_TITLE) : at]
    return before.rfind("《") > before.rfind("》")


def _link_between_names(stem: str, own: bool) -> int:
    """Where two names of one kind are linked that share their end (甲和乙三年行动), or 0.

    Campaigns of some years are hardly ever called by two things; other names often are (水源治理和古树保护攻坚战), so there
    both sides must be long enough to be names of their own.
    """
    left, right = (5, 4) if own else (_BALANCED, _BALANCED)
    for at in range(left, len(stem) - right):
        if stem[at] in _LINKS:
            return at
    return 0


def _goes_on(joined: str, start: int, last_end: int) -> bool:
    """Does the stretch that begins at ``start`` follow another name with 、 or 和 between them?"""
    return last_end > 0 and (joined[start] in _LINKS if start == last_end else joined[last_end:start] == "、")


def _opener(joined: str, start: int, tail_start: int, rules: TermRules) -> tuple[int, int] | None:
    """The first verb after which the name may begin."""
    found = rules.openers.search(joined, start, tail_start - _MIN_STEM)
    return (found.start(), found.end() + (joined[found.end()] in _AFTER_VERBS)) if found else None


def find_chief_systems(joined: str, rules: TermRules) -> list[Name]:
    """河长制, 林长制, 链长制."""
    names = []
    at = joined.find("长制")
    while at >= 0:
        chief = rules.chiefs.at_end(joined, at)
        if chief and not rules.not_chief.at_start(joined, at + 2):
            names.append(Name(at - len(chief), at + 2, "term.chief-system", None))
        at = joined.find("长制", at + 2)
    return names
