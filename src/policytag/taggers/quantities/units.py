"""The unit table: names, spellings, dimensions and relations of units, read from ``units.txt``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import get_args

from policytag.annotations import Dimension
from policytag.errors import Finding, PatternError
from policytag.patterns.wordlists import Entry, WordLists

DIMENSIONS: tuple[str, ...] = get_args(Dimension)
AFTER = ("any", "long", "arabic")
"""Which numerals a unit may follow: every one; not a single Chinese digit; Arabic digits only."""

_EMPTY = ("", "-")
_RELATION = re.compile(r"([0-9]+(?:\.[0-9]+)?)(?:/([1-9][0-9]*))? (\S+)")


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
            PatternError: lines name an unknown dimension, relation or class of numerals; every one of them is reported.
        """
        units: dict[str, Unit] = {}
        spellings: dict[str, str] = {}
        findings: list[Finding] = []
        for entry in entries:
            findings += _problems(entry, units)
            if findings:
                continue
            units[entry.word] = _read_line(entry, units.get(entry.word))
            for spelling in (entry.word, *_words(entry.field(1))):
                spellings[spelling] = entry.word
        if findings:
            raise PatternError(findings)
        return cls(units, spellings)

    def find(self, spelling: str) -> Unit | None:
        """The unit that is written so; None where the table has none."""
        name = self.spellings.get(spelling)
        return None if name is None else self.units[name]

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


def _problems(entry: Entry, units: dict[str, Unit]) -> Iterator[Finding]:
    dimension, relation, after = (entry.field(i) for i in (2, 3, 4))

    def finding(code: str, message: str, advice: str) -> Finding:
        return Finding(entry.path, entry.line, entry.word, code, "error", message, advice)

    if dimension not in DIMENSIONS and not (dimension in _EMPTY and entry.word in units):
        yield finding("unit-dimension", f"{dimension!r} is no dimension", f"write one of {' '.join(DIMENSIONS)}")
    if relation not in _EMPTY and not _RELATION.fullmatch(relation):
        yield finding(
            "unit-relation", f"{relation!r} is no relation", "write a number, a blank and a unit: 10000 平方米"
        )
    if after not in _EMPTY and after not in AFTER:
        yield finding("unit-after", f"{after!r} is no class of numerals", f"write one of {' '.join(AFTER)}")


def _read_line(entry: Entry, earlier: Unit | None) -> Unit:
    """The unit of a line without problems; empty fields stay as an earlier line set them."""
    dimension, relation, after, stops = (entry.field(i) for i in (2, 3, 4, 5))
    unit = earlier or Unit(entry.word, dimension)
    if dimension not in _EMPTY:
        unit = replace(unit, dimension=dimension)
    found = _RELATION.fullmatch(relation)
    if found:
        unit = replace(unit, relation=(Fraction(found[1]) / int(found[2] or 1), found[3]))
    if after not in _EMPTY:
        unit = replace(unit, after=after)
    if stops not in _EMPTY:
        unit = replace(unit, not_before=tuple(stops.split()))
    return unit


def read_units(lists: WordLists) -> UnitTable:
    """The unit table of a set of packs."""
    return UnitTable.from_entries(lists.get("units", ()))
