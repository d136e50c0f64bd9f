"""The place at the beginning of a clause that the figures after it are of: 澄溪区/地区生产总值增长5%."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from policytag.patterns.wordlists import Entry

_ENDING = re.compile("[省市县区旗州盟]")
_UNLISTED = re.compile(r"(?![和与及])[\u3400-\u9fff]{2,3}(?:自治[县州旗]|[区县市旗])")
_JOINTS = frozenset("、和与及")
_SHORTEST, _LONGEST = 2, 12


class Districts:
    """The list ``places`` ready for look-ups."""

    def __init__(self, places: Iterable[Entry], areas: Iterable[str]) -> None:
        """``areas``: words that end like a district's name but name none."""
        names: dict[str, set[str]] = defaultdict(set)
        for entry in places:
            names[entry.word[0]].add(entry.word)
        self._areas = tuple(areas)
        self._names = {
            first: frozenset(name for name in listed if name not in self._areas) for first, listed in names.items()
        }

    def end(self, joined: str, start: int, high: int) -> int:
        """End of the places named one inside the other from ``start`` on (重庆市黔江区); ``start`` where there is none.

        A name of the list, or two or three characters before 区, 县, 市 or 旗 that are no sort of area (园区, 示范县).
        """
        end = start
        while (longest := self._one(joined, end, min(high, end + _LONGEST))) > end:
            end = longest
        return end

    def several(self, joined: str, start: int, high: int) -> list[tuple[int, int]]:
        """The places named side by side from ``start`` on (澄溪区、云水县和云溪区), each as a stretch; none where there is none."""
        places: list[tuple[int, int]] = []
        if _ENDING.search(joined, start + 1, min(high, start + _LONGEST)) is None:
            return places
        end = self.end(joined, start, high)
        while end > start:
            places.append((start, end))
            start, end = end + 1, end
            if joined[end] in _JOINTS and start < high:
                end = self.end(joined, start, high)
        return places

    def _one(self, joined: str, start: int, high: int) -> int:
        listed = self._names.get(joined[start : start + 1], frozenset())
        for end in range(high, start + _SHORTEST - 1, -1):
            if joined[start:end] in listed:
                return end
        found = _UNLISTED.match(joined, start, high)
        if found is None or joined.endswith(self._areas, start, found.end()):
            return start
        return found.end() if _ENDING.search(joined, start, found.end() - 1) is None else start
