"""The unit table: names, spellings, dimensions and relations of units, read from ``units.txt``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import get_args

from policytag.patterns.wordlists import Entry, WordLists
from policytag.report import Dimension

DIMENSIONS: tuple[str, ...] = get_args(Dimension)
AFTER = ("any", "long", "arabic")
"""Which numerals a unit may follow: every one; not a single Chinese digit; Arabic digits only."""

_EMPTY = ("", "-")
_RELATION = re.compile(r"([0-9]+(?:\.[0-9]+)?(?:/[1-9][0-9]*)?) (\S+)")


@dataclass(frozen=True)
class Unit:
    """One line of the table.

    Attributes:
        name: what stands in ``Quantity.unit``.
        dimension: one of ``report.Dimension``.
        relation: ``(factor, unit)``: one of this unit is ``factor`` of the other; None for a unit that others refer to.
        after: see AFTER.
        not_before: what may not follow it directly.
    """

    name: str
    dimension: str
    relation: tuple[Fraction, str] | None = None
    after: str = "any"
    not_before: tuple[str, ...] = ()


@dataclass(frozen=True)
class UnitTable:
    """All units by name, and the name behind each spelling (a name is a spelling of itself)."""

    units: dict[str, Unit]
    spellings: dict[str, str]

    @classmethod
    def from_entries(cls, entries: Iterable[Entry]) -> UnitTable:
        """Read the lines of ``units.txt``; the form of a line is laid down at the head of that file.

        Raises:
            ValueError: a line names an unknown dimension, relation or class of numerals; the message says where.
        """
        units: dict[str, Unit] = {}
        spellings: dict[str, str] = {}
        for entry in entries:
            unit = _read_line(entry, units.get(entry.word))
            units[unit.name] = unit
            for spelling in (unit.name, *_words(entry.field(1))):
                spellings[spelling] = unit.name
        return cls(units, spellings)

    def find(self, spelling: str) -> Unit | None:
        """The unit that is written so; None where the table has none."""
        name = self.spellings.get(spelling)
        return None if name is None else self.units[name]

    def pattern(self) -> str:
        """An expression for any spelling, the longest first, with what may not follow it."""
        by_first: dict[str, list[str]] = {}
        for spelling in self.spellings:
            by_first.setdefault(spelling[0], []).append(spelling)
        return "|".join(
            re.escape(first) + _rest([(s[1:], self._edge(s)) for s in sorted(members, key=len, reverse=True)])
            for first, members in by_first.items()
        )

    def _edge(self, spelling: str) -> str:
        stops = [re.escape(word) for word in self.units[self.spellings[spelling]].not_before]
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


def _rest(endings: list[tuple[str, str]]) -> str:
    # One test of the first character decides for most places, so that the long alternation costs little.
    return f"(?:{'|'.join(re.escape(text) + edge for text, edge in endings)})"


def _words(field: str) -> list[str]:
    return [] if field in _EMPTY else field.split()


def _read_line(entry: Entry, earlier: Unit | None) -> Unit:
    where = f"{entry.path}:{entry.line} {entry.word}"
    dimension, relation, after, stops = (entry.field(i) for i in (2, 3, 4, 5))
    if dimension in _EMPTY and earlier is None or dimension not in (*_EMPTY, *DIMENSIONS):
        raise ValueError(f"{where}: {dimension!r} is no dimension; write one of {' '.join(DIMENSIONS)}")
    if after not in (*_EMPTY, *AFTER):
        raise ValueError(f"{where}: {after!r} is no class of numerals; write one of {' '.join(AFTER)}")
    unit = earlier or Unit(entry.word, dimension)
    if dimension not in _EMPTY:
        unit = replace(unit, dimension=dimension)
    if relation not in _EMPTY:
        found = _RELATION.fullmatch(relation)
        if not found:
            raise ValueError(f"{where}: {relation!r} is no relation; write a number, a blank and a unit: 10000 平方米")
        unit = replace(unit, relation=(Fraction(found[1].partition("/")[0]) / int(found[1].partition("/")[2] or 1), found[2]))
    if after not in _EMPTY:
        unit = replace(unit, after=after)
    if stops not in _EMPTY:
        unit = replace(unit, not_before=tuple(stops.split()))
    return unit


def read_units(lists: WordLists) -> UnitTable:
    """The unit table of a set of packs."""
    return UnitTable.from_entries(lists.get("units", ()))
