"""The unit table: names, spellings, dimensions and relations of units, read from ``units.txt``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from policytag.patterns.wordlists import Entry, WordLists

BESIDE = 8
"""How far from a number the words may stand that give its unit another sense."""
_EMPTY = ("", "-")
_CLAUSE_END = re.compile(r"[,;:。!?\n]|(?<![0-9])、")


@dataclass(frozen=True)
class Unit:
    """One line of the table.

    Attributes:
        name: what stands in ``Quantity.unit``.
        dimension: one of ``report.Dimension``.
        relation: ``(factor, unit)``: one of this unit is ``factor`` of the other; None for a unit that others refer to.
        after: which numerals it may follow: "any" of them; "long", not a single Chinese digit; "arabic" digits only.
        not_before: what may not follow it directly.
    """

    name: str
    dimension: str
    relation: tuple[Fraction, str] | None = None
    after: str = "any"
    not_before: tuple[str, ...] = ()


@dataclass(frozen=True)
class UnitTable:
    """All units.

    Attributes:
        units: the units by name.
        spellings: the name behind each spelling; a name is a spelling of itself.
        senses: for a spelling, the other units that it stands for beside certain words (度 is ℃ beside 气温).
    """

    units: dict[str, Unit]
    spellings: dict[str, str]
    senses: dict[str, dict[str, tuple[str, ...]]]

    @classmethod
    def from_entries(cls, entries: Iterable[Entry]) -> UnitTable:
        """Read the lines of ``units.txt``; the form of a line is laid down at the head of that file.

        They are taken as they are: what is wrong in a list is found when its pack is loaded.
        """
        units: dict[str, Unit] = {}
        spellings: dict[str, str] = {}
        senses: dict[str, dict[str, tuple[str, ...]]] = {}
        for entry in entries:
            units[entry.word] = _read_line(entry, units.get(entry.word))
            for spelling in (entry.word, *_words(entry.field(1))):
                spellings[spelling] = entry.word
            shared = _words(entry.field(6))
            if shared:
                senses.setdefault(shared[0], {})[entry.word] = tuple(shared[1:])
        return cls(units, spellings, senses)

    def find(self, spelling: str) -> Unit | None:
        """The unit that is written so; None where the table has none."""
        name = self.spellings.get(spelling)
        return None if name is None else self.units[name]

    def other_sense(self, spelling: str, text: str, start: int, end: int) -> Unit | None:
        """The other unit that a spelling stands for beside a number from ``start`` to ``end``; None where it is itself."""
        senses = self.senses.get(spelling)
        if senses is None:
            return None
        before = _CLAUSE_END.split(text[max(0, start - BESIDE) : start])[-1]
        after = _CLAUSE_END.split(text[end : end + BESIDE], maxsplit=1)[0]
        for name, words in senses.items():
            if any(word in before or word in after for word in words):
                return self.units[name]
        return None

    def pattern(self) -> str:
        """An expression for any spelling, the longest first, with what may not follow it; of no units one that never matches."""
        by_first: dict[str, list[str]] = {}
        for spelling in self.spellings:
            members = by_first.setdefault(spelling[0], [])
            members.append(spelling)
            if spelling[0] == "个" and len(spelling) > 1:
                members.append(f"个多{spelling[1:]}")
        return (
            "|".join(
                re.escape(first) + _rest([(s[1:], self._edge(s)) for s in sorted(members, key=len, reverse=True)])
                for first, members in by_first.items()
            )
            or "(?!)"
        )

    def _edge(self, spelling: str) -> str:
        stops = [re.escape(word) for word in self.units[self.spellings[without_more(spelling)[0]]].not_before]
        if spelling[-1].isascii() and spelling[-1].isalnum():
            stops.append("[A-Za-z0-9]")
        return f"(?!{'|'.join(stops)})" if stops else ""

    def numeral_starts(self) -> dict[str, list[str]]:
        """For each numeral character that begins a spelling (千瓦, 百分点), how those spellings go on."""
        starts: dict[str, list[str]] = {}
        for spelling in self.spellings:
            if spelling[0] in "十百千万亿" and len(spelling) > 1:
                starts.setdefault(spelling[0], []).append(spelling[1:])
        return starts


def without_more(written: str) -> tuple[str, bool]:
    """A unit without the 多 in it, and whether there is one: 个多月 is 个月."""
    return (f"个{written[2:]}", True) if written.startswith("个多") else (written, False)


def _rest(endings: list[tuple[str, str]]) -> str:
    # One test of the first character decides for most places, so that the long alternation costs little.
    return f"(?:{'|'.join(re.escape(text) + edge for text, edge in endings)})"


def _words(field: str) -> list[str]:
    return [] if field in _EMPTY else field.split()


def _read_line(entry: Entry, earlier: Unit | None) -> Unit:
    """The unit of a line; empty fields stay as an earlier line set them."""
    dimension, relation, after, stops = (entry.field(i) for i in (2, 3, 4, 5))
    unit = earlier or Unit(entry.word, dimension)
    if dimension not in _EMPTY:
        unit = replace(unit, dimension=dimension)
    if relation not in _EMPTY:
        number, other = relation.split()
        numerator, _, denominator = number.partition("/")
        unit = replace(unit, relation=(Fraction(numerator) / int(denominator or 1), other))
    if after not in _EMPTY:
        unit = replace(unit, after=after)
    if stops not in _EMPTY:
        unit = replace(unit, not_before=tuple(stops.split()))
    return unit


def read_units(lists: WordLists) -> UnitTable:
    """The unit table of a set of packs."""
    return UnitTable.from_entries(lists.get("units", ()))
