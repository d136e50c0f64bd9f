"""Administrative divisions: which place a name means, and at what level of government it stands."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from policytag.patterns.wordlists import Entry
from policytag.structure.place_parts import PlaceParts

NATIONAL = "全国"
"""The place of the State Council's reports."""

MIN_NAMED = 3
"""A place that the head does not name must be named so often in the text to be taken as the report's."""
CLOSING = 300
"""Length (characters) of the closing appeal."""

LEVEL_OF_ENDING = {
    "省": "province", "自治区": "province", "特别行政区": "province", "市": "city", "自治州": "city", "州": "city",
    "地区": "city", "盟": "city", "县": "county", "自治县": "county", "区": "county", "旗": "county", "自治旗": "county",
    "镇": "town", "乡": "town", "街道": "town", "苏木": "town",
}  # fmt: skip
"""Level of government of the endings of places."""
_ENDING = re.compile(
    "(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|自治[州县旗]|林区|地区|街道|苏木|[省市县区州盟旗镇乡])$"
)


class Place(NamedTuple):
    """A place with all that it lies in (重庆市黔江区), its own name (黔江区), and its level."""

    full: str
    name: str
    level: str


class Gazetteer:
    """The lists ``places`` and ``place_homonyms`` ready for look-ups."""

    def __init__(self, entries: Sequence[Entry], homonyms: Sequence[Entry] = ()) -> None:
        self._homonyms = frozenset(entry.word for entry in homonyms)
        self._by_name: dict[str, list[Place]] = defaultdict(list)
        self._by_stem: dict[str, list[Place]] = defaultdict(list)
        self._indexes: dict[str, AhoCorasick] = {}
        self._parts = PlaceParts(entries)
        for entry in entries:
            place = Place(entry.field(1) or entry.word, entry.word, entry.field(2, "county"))
            self._by_name[place.name].append(place)
            stem = short_name(place.name)
            if len(stem) >= 2:
                self._by_stem[stem].append(place)

    def by_stem(self, stem: str, level: str | None = None) -> list[Place]:
        """The places of a short name (铜川, 内蒙古), of one level where it is given."""
        return [p for p in self._by_stem.get(stem, ()) if level is None or p.level == level]

    def understand(self, words: str) -> Place | None:
        """The place that ends a stretch of text such as 重庆市黔江区, 海拉尔区 or 宁夏.

        A name of the list is completed where it is the only one, or where the words before it say which is meant;
        a name that no list has is taken as it stands, its level from its ending.
        """
        found = self._listed(words)
        if found:
            return found
        ending = _ENDING.search(words)
        if ending is None or ending.start() < 2 - (ending[0] in ("县", "旗")):
            return None
        *above_it, own = self._parts.split(words)
        level = LEVEL_OF_ENDING.get(
            ending[0].removeprefix("壮族").removeprefix("回族").removeprefix("维吾尔"), "county"
        )
        above = self._listed("".join(above_it)) if above_it else None
        return Place(above.full + own if above else words, own, level)

    def _listed(self, words: str) -> Place | None:
        for start in range(len(words) - 1):
            candidates = self._by_name.get(words[start:]) or ([] if start else self._by_stem_any(words))
            if candidates:
                return _chosen(candidates, words[:start], words)
        return None

    def _by_stem_any(self, words: str) -> list[Place]:
        """A short name alone (广西, 宁夏) is taken for the highest place of that name."""
        places = self._by_stem.get(words, [])
        for level in ("province", "city", "county"):
            chosen = [p for p in places if p.level == level]
            if chosen:
                return chosen
        return []

    def most_named(self, text: str, level: str) -> tuple[Place, int] | None:
        """The place of a level that a text names by far most often, by its short name, with the offset of the first.

        At least three times, and three times as often as the next one: a report speaks of its own place all along. One
        that the last words of the text name alone, as the closing appeal does, need only be the first of all.
        """
        counts = Counter(self._stem_index(level).find_matches_as_strings(text))
        named = {stem: n for stem, n in counts.items() if self._may_report(stem, level)}
        ranked = sorted(named, key=lambda stem: (-named[stem], stem))
        if not ranked or named[ranked[0]] < MIN_NAMED:
            return None
        first, others = ranked[0], ranked[1:]
        closing = text[-CLOSING:]
        apart = not others or named[first] >= 3 * named[others[0]]
        closes = first in closing and not any(stem in closing for stem in others)
        places = self.by_stem(first, level)
        return (places[0], text.index(first)) if (apart or closes) and len(places) == 1 else None

    def _may_report(self, stem: str, level: str) -> bool:
        """Is it the short name of a place of a level, and no common word?"""
        return stem not in self._homonyms and bool(self.by_stem(stem, level))

    def _stem_index(self, level: str) -> AhoCorasick:
        """What finds the short names of a level, built when it is first needed.

        The longest name wins: those of other levels that hold one of them are found as well (防城港, not 防城).
        """
        if level not in self._indexes:
            own = {stem for stem in self._by_stem if self._may_report(stem, level)}
            stems = [stem for stem in self._by_stem if not own.isdisjoint(_parts_of(stem))]
            self._indexes[level] = AhoCorasick(
                stems, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA, store_patterns=True
            )
        return self._indexes[level]

    def __getstate__(self) -> dict[str, Any]:
        # An index cannot be pickled; it is built anew on the other side.
        return {**self.__dict__, "_indexes": {}}


def short_name(name: str) -> str:
    """A name without its ending: 铜川市 → 铜川, 内蒙古自治区 → 内蒙古."""
    return _ENDING.sub("", name)


def _parts_of(stem: str) -> Iterator[str]:
    """The stretches of two characters and more that a short name holds, itself among them."""
    return (stem[start:end] for start in range(len(stem) - 1) for end in range(start + 2, len(stem) + 1))


def _chosen(candidates: Sequence[Place], before: str, words: str) -> Place | None:
    """Which of several places of one name is meant, by the words before it; as written where that does not say."""
    if len(candidates) == 1:
        return candidates[0]
    if before:
        fitting = [p for p in candidates if before in p.full or short_name(before) in p.full]
        if len(fitting) == 1:
            return fitting[0]
    return Place(words, candidates[0].name, candidates[0].level)
