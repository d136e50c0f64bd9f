"""The finds of the grammar in their order, each read by itself: span, reading, hedges."""

from __future__ import annotations

import re
from typing import NamedTuple

from policytag.taggers.quantities.exclusions import Exclusions
from policytag.taggers.quantities.grammar import arabic_pattern, han_pattern, rank_pattern
from policytag.taggers.quantities.hedges import Hedge, Hedges
from policytag.taggers.quantities.numerals import Numeral, read_han, shifted
from policytag.taggers.quantities.reading import Reader, Reading
from policytag.taggers.quantities.units import UnitTable

_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_GLUED = _LATIN | frozenset("0123456789.·#№_/第")
_AFTER_LATIN = frozenset(("money", "share", "points"))
_CHECKED = frozenset(("duration", "count"))
_PART_YEARS = frozenset(("个月", "个季度"))
_AFTER_ORDINAL = re.compile(r"第[0-9一二三四五六七八九十]{1,4}(?:[、和至到-][0-9一二三四五六七八九十]{1,4}){0,5}[、和至到-]$")
_REMEMBERED = 50_000


class Item(NamedTuple):
    """A number of the text.

    Attributes:
        start: offset of its span in the joined text.
        end: end of its span, hedges left out.
        reach: end of what was found, the hedge behind it included; the next number may follow here.
        reading: what it says; None where it is no quantity by itself.
        number: the digits of an Arabic number, which a list or a range may complete; "" where there are none.
        tail: the scale behind them (万, 多万) or "".
        unit: the unit as written, or None.
        before: the hedge before it.
        after: the hedge behind it.
        rule: name of the rule.
    """

    start: int
    end: int
    reach: int
    reading: Reading | None
    number: str = ""
    tail: str = ""
    unit: str | None = None
    before: Hedge | None = None
    after: Hedge | None = None
    rule: str = ""

    @property
    def bare(self) -> bool:
        """Is it an Arabic number without scale and unit?"""
        return self.number != "" and not self.tail and self.unit is None


class Finder:
    """Finds and reads the numbers of a text, by compiled lists."""

    def __init__(self, units: UnitTable, hedges: Hedges, exclusions: Exclusions) -> None:
        self.hedges = hedges
        self.exclusions = exclusions
        self.reader = Reader(units)
        self._arabic = arabic_pattern(units, hedges.after)
        self._han = han_pattern(units, hedges.after)
        self._rank = rank_pattern()
        self._known: dict[tuple[str | None, ...], Reading | None] = {}

    def items(self, text: str) -> list[Item]:
        """Every number of a folded and joined text, in order and apart from each other."""
        finds = [*self._arabic.finditer(text), *self._han.finditer(text), *self._rank.finditer(text)]
        finds.sort(key=re.Match.start)
        items: list[Item] = []
        covered = 0
        for found in finds:
            if found.start() < covered:
                continue
            if found.re is self._arabic:
                items.append(self._arabic_item(text, found))
            elif found.re is self._han:
                items.append(self._han_item(text, found))
            else:
                items += self._rank_items(text, found)
            covered = found.end()
        return items

    def _arabic_item(self, text: str, found: re.Match[str]) -> Item:
        number, tail, unit, half, hedge = found.groups()
        start, reach = found.span()
        end = found.end(4 if half else 3 if unit else 2 if tail else 1)
        left = text[start - 1] if start else ""
        reading = self._read(number, tail, unit, half)
        if left in _GLUED and not (left in _LATIN and reading and reading.dimension in _AFTER_LATIN):
            # G319, PM2.5, 第3个, 1.2.3; GDP5000亿元 is an amount.
            return Item(start, end, reach, None)
        if unit is None:
            if tail is None or tail[-1] in "十百千" or text[end : end + 1] in ("级", "+"):
                reading = None
        elif reading and reading.dimension in _CHECKED and self._excluded(text, start, end, unit, "" if tail else number):
            return Item(start, end, reach, None)
        before = self.hedges.find_before(text, start) if left in self.hedges.before else None
        after = self.hedges.find_after(text, hedge, reach) if hedge else None
        return Item(start, end, reach, reading, number, tail or "", unit, before, after)

    def _read(self, number: str, tail: str | None, unit: str | None, half: str | None) -> Reading | None:
        key = (number, tail, unit, half)
        try:
            return self._known[key]
        except KeyError:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            reading = self._known[key] = self.reader.arabic(number, tail, unit, half)
            return reading

    def _excluded(self, text: str, start: int, end: int, unit: str, numeral: str) -> bool:
        name = self.reader.unit(unit)[0]
        if name == "年":
            return self.exclusions.is_period(text, start, end, numeral)
        if name in _PART_YEARS:
            return self.exclusions.is_part_year(text, start)
        if name == "次" and self.exclusions.is_session(text, start, end):
            return True
        in_list = start > 0 and text[start - 1] in "、和至到-"
        return in_list and _AFTER_ORDINAL.search(text, max(0, start - 24), start) is not None

    def _han_item(self, text: str, found: re.Match[str]) -> Item:
        numeral, numerator, tenths, unit, half, hedge = found.groups()
        start, reach = found.span()
        end = found.end(5 if half else 4 if unit else 3 if tenths is not None else 2 if numerator else 1)
        if numerator is None and tenths is None and unit is None:
            end += text[end : end + 1] in ("余", "多")
        elif tenths == "":
            end = found.end(1) + 1
        left = text[start - 1] if start else ""
        if left in _GLUED or left == "每":
            return Item(start, end, reach, None)
        before = self.hedges.find_before(text, start)
        after = self.hedges.find_after(text, hedge, reach) if hedge else None
        rule = ""
        if numerator is not None:
            reading, rule = self.reader.fraction(numeral, numerator), "fraction"
        elif tenths is not None:
            reading, rule = self.reader.tenths(numeral, tenths), "tenths"
        else:
            reading = self.reader.han(numeral, unit, half)
            if before is None and after is None and self.reader.needs_hedge(numeral, unit):
                reading = None
        if reading and self._excluded_han(text, start, end, numeral, unit, reading):
            reading = None
        return Item(start, end, reach, reading, "", "", unit, before, after, rule)

    def _excluded_han(self, text: str, start: int, end: int, numeral: str, unit: str | None, reading: Reading) -> bool:
        left = text[start - 1] if start else ""
        if numeral[0] == "数" and left in self.exclusions.number_nouns:
            return True
        if reading.dimension not in _CHECKED:
            return False
        if numeral == "半" and self.exclusions.is_part_year(text, start):
            return True
        if unit is not None and self._excluded(text, start, end, unit, numeral):
            return True
        if self.exclusions.is_phrase(text, start):
            return True
        return reading.dimension == "count" and self.exclusions.in_short_quotation(text, start, end)

    def _rank_items(self, text: str, found: re.Match[str]) -> list[Item]:
        first, more, top, fold = found.groups()
        start, end = found.span()
        if top is not None:
            if text[start - 1 : start] in self.exclusions.top_before:
                return []
            return self._ranked(start, end, top, "rank.top", self._at_most)
        if first is None:
            times = 2 if fold is None else int(fold) if fold.isascii() else int(_number(fold))
            reading = Reading(str(2**times if fold else 2), "倍", "multiple")
            before = self.hedges.find_before(text, start)
            return [Item(start, end, end, reading, before=before, rule="multiple.fold")]
        if self.exclusions.is_no_rank(text, start):
            return []
        if not more:
            return self._ranked(start, end, first, "rank", None)
        items = self._ranked(start, found.start(2), first, "rank", None)
        for part in re.finditer(r"[^、和]+", more):
            items += self._ranked(found.start(2) + part.start(), found.start(2) + part.end(), part[0].rstrip("位名"), "rank", None)
        return items

    _at_most = Hedge("前", "at_most", ())

    @staticmethod
    def _ranked(start: int, end: int, number: str, rule: str, hedge: Hedge | None) -> list[Item]:
        value = shifted(number, 0) if number.isascii() else _number(number)
        return [Item(start, end, end, Reading(value, None, "rank"), before=hedge, rule=rule)] if value else []


def _number(text: str) -> str:
    numeral: Numeral | None = read_han(text)
    return "" if numeral is None or numeral.high else numeral.value
