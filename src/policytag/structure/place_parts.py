"""What the full name of a place is made of: 江苏省徐州市 is 江苏省 and 徐州市."""

from __future__ import annotations

import re
from collections.abc import Iterable

from policytag.patterns.wordlists import Entry

# Only for places of no list. 州 ends a name where no other ending follows at once (徐州市, 贵州省, 永州区).
_PART = re.compile(
    r"..{0,11}?(?:特别行政区|自治[区州县旗]|地区|新区|林区|省|市(?!中区|北区|南区|区)|州(?![省市县区])|[盟县区旗镇乡]|街道|苏木)"
)


class PlaceParts:
    """The list ``places``, ready to take full names apart."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._own = {entry.field(1) or entry.word: entry.word for entry in entries}

    def split(self, full: str) -> tuple[str, ...]:
        """The places that a full name is made of, from the highest down; their texts together are the name.

        What the list knows is cut as the list says, the rest (towns, places of no list) behind the endings of places. A
        short name of what a place lies in is a part of its own (广西防城港市: 广西, 防城港市).
        """
        listed = next((end for end in range(len(full), 1, -1) if full[:end] in self._own), 0)
        if listed:
            own = self._own[full[:listed]]
            above, below = full[:listed].removesuffix(own), full[listed:]
            return (*(self.split(above) if above else ()), own, *(self.split(below) if below else ()))
        parts, at = [], 0
        for found in _PART.finditer(full):
            parts.append(full[at : found.end()])
            at = found.end()
        return (*parts, full[at:]) if at < len(full) else tuple(parts)
