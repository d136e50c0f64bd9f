"""The finds of the grammar in their order, each read by itself: span, reading, hedges."""

from __future__ import annotations

import re
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from policytag.taggers.quantities.exclusions import Exclusions
from policytag.taggers.quantities.grammar import arabic_pattern, han_pattern, rank_pattern
from policytag.taggers.quantities.hedges import Hedge, Hedges
from policytag.taggers.quantities.numerals import Numeral, read_han, shifted
from policytag.taggers.quantities.reading import Reader, Reading
from policytag.taggers.quantities.units import UnitTable

_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_GLUED = _LATIN | frozenset("0123456789.·#№_第")
_AFTER_LATIN = frozenset(("money", "share", "points"))
_PART_YEARS = frozenset(("个月", "个季度"))
_CHECKED = _PART_YEARS | {"年", "次"}
_NAMING = frozenset(("duration", "count"))
_AFTER_ORDINAL = re.compile(
    r"第[0-9一二三四五六七八九十]{1,4}(?:[、和至到-][0-9一二三四五六七八九十]{1,4}){0,5}[、和至到-]$"
)
_ANY_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_REMEMBERED = 20_000
_NEEDS_HEDGE = "needs a hedge"
CONNECTING = frozenset("、和与及或-~至到:/ \n")
"""With what a connector between the numbers of a list, range or ratio may begin or end."""
LONGEST = 12
"""How long a connector may be, with the blanks and the line break around it."""
_MAY_GO_ON = frozenset("0123456789一二两三四五六七八九十百千万亿几数半廿至- ~:\r\n")


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


Found = tuple[int, int, Reading, Hedge | None, Hedge | None, str]
"""A quantity: start and end in the joined text, reading, the hedge before and the one behind, name of the rule."""

_START = itemgetter(0)
_LOOK_AROUND = (Reading("", None, "other"), 0, None)
_NO_ITEM = Item(0, 0, 0, None)


class Finder:
    """Finds and reads the numbers of a text, by compiled lists."""

    def __init__(self, units: UnitTable, hedges: Hedges, exclusions: Exclusions) -> None:
        self.hedges = hedges
        self.exclusions = exclusions
        self.reader = Reader(units)
        self._arabic_pattern = arabic_pattern(units, hedges.after)
        self._han_pattern = han_pattern(units, hedges.after)
        self._rank_pattern = rank_pattern(units)
        self._notable = _GLUED | {"前"} | frozenset(hedges.before) | frozenset(hedges.share)
        self._known: dict[tuple[str | None, ...], tuple[Reading | None, str]] = {}
        # Those that mean the same whatever stands around them, apart from notable characters.
        self._plain: dict[tuple[str | None, ...], tuple[Reading, int, Hedge | None] | None] = {}

    def scan(self, text: str) -> tuple[list[Found], list[Item]]:
        """The numbers of a folded and joined text.

        Returns:
            The quantities that stand alone; and the numbers beside a connector, quantities or not, in order and apart from
            each other, from which chains are made.
        """
        alone, items = self._arabic(text)
        for found in self._han_pattern.finditer(text):
            item = self._han_item(text, found)
            if item is not None:
                items.append(item)
        for found in self._rank_pattern.finditer(text):
            items += self._rank_items(text, found)
        items.sort(key=_START)
        # A rank (前10名) covers the number in it.
        return alone, [item for earlier, item in pairwise([_NO_ITEM, *items]) if item.start >= earlier.reach]

    def _arabic(self, text: str) -> tuple[list[Found], list[Item]]:
        alone: list[Found] = []
        items: list[Item] = []
        plain, notable, far = self._plain, self._notable, self.hedges.far_starts(text)
        closed = text + "\n\n"  # so that there always is a character on the left (at -1) and two on the right
        last_reach = -LONGEST
        for found in self._arabic_pattern.finditer(text):
            start, reach = found.span()
            left = closed[start - 1]
            key = found.groups()
            tied = (closed[reach] in CONNECTING and closed[reach + 1] in _MAY_GO_ON) or (
                left in CONNECTING and start - last_reach < LONGEST
            )
            last_reach = reach
            sure = plain.get(key, _LOOK_AROUND)
            if sure is _LOOK_AROUND or tied or left in notable or start in far or closed[reach] == "”":
                item = self._arabic_item(closed, start, reach, key, far.get(start), tied)
                if item is None:
                    continue
                if tied or left == "前":  # perhaps a rank: 前10名
                    items.append(item)
                elif item.reading is not None:
                    alone.append((start, item.end, item.reading, item.before, item.after, ""))
            elif sure is not None:
                reading, width, after = sure
                alone.append((start, reach - width, reading, None, after, ""))
        return alone, items

    def _arabic_item(
        self, text: str, start: int, reach: int, key: tuple[str | None, ...], far: Hedge | None, tied: bool
    ) -> Item | None:
        """One Arabic number, with regard to all that stands around it; None where it can be nothing."""
        number, tail, unit, _, hedge = key
        assert number is not None
        reading, checked = self._known.get(key) or self._read_arabic(key)
        left = text[start - 1]
        if left in _GLUED and not (left in _LATIN and reading and reading.dimension in _AFTER_LATIN):
            return None  # G319, PM2.5, 第3个, 1.2.3; GDP5000亿元 is an amount
        end = reach if hedge is None else reach - len(hedge)
        if (
            (checked and self._excluded(text, start, end, checked, "" if tail else number))
            or (tied and _continues_ordinals(text, start))
            or (
                text[reach] == "”"
                and reading
                and reading.dimension == "count"
                and self.exclusions.ends_name(text, start, tail)
            )
        ):
            reading, number = None, ""
        elif unit is None and tail and text[end] in "级+":
            reading = None
        before = self.hedges.find_before(text, start) if left in self.hedges.before else None
        if before is None and reading is not None and reading.dimension == "share":
            before = self.hedges.find_before_share(text, start) or far
        after = self.hedges.find_after(text, hedge, reach) if hedge else None
        return Item(start, end, reach, reading, number, tail or "", unit, before, after)

    def _read_arabic(self, key: tuple[str | None, ...]) -> tuple[Reading | None, str]:
        """The reading, and the name of the unit where what stands around must be looked at; both are remembered."""
        number, tail, unit, half, hedge = key
        assert number is not None
        reading, checked = self.reader.arabic(number, tail, unit, half), ""
        if unit is not None:
            name = self.reader.unit(unit)[0]
            checked = name if name in _CHECKED else ""
        elif not tail or tail.rstrip("余多")[-1:] not in ("万", "亿"):
            reading = None
        known = self._remember(key, (reading, checked))
        after = None if hedge is None else self.hedges.after[hedge]
        if checked == "年" and not tail and _ANY_YEAR.fullmatch(number):
            self._plain[key] = None
        elif not checked and not (after and after.exceptions) and (unit is not None or reading is None):
            self._plain[key] = (reading, len(hedge or ""), after) if reading else None
        return known

    def _remember(self, key: tuple[str | None, ...], what: tuple[Reading | None, str]) -> tuple[Reading | None, str]:
        if len(self._known) > _REMEMBERED:
            self._known.clear()
            self._plain.clear()
        self._known[key] = what
        return what

    def _excluded(self, text: str, start: int, end: int, name: str, numeral: str) -> bool:
        if name == "年":
            return self.exclusions.is_period(text, start, end, numeral)
        if name in _PART_YEARS:
            return self.exclusions.is_part_year(text, start)
        return name == "次" and self.exclusions.is_session(text, start, end)

    def _han_item(self, text: str, found: re.Match[str]) -> Item | None:
        numeral, numerator, tenths, unit, _, hedge = key = found.groups()
        reading, checked = self._known.get(key) or self._remember(key, self._read_han(*key))
        start, reach = found.span()
        end = reach if hedge is None else reach - len(hedge)
        left = text[start - 1] if start else ""
        if reading is None or left in _GLUED or left == "每":
            return None
        before = self.hedges.find_before(text, start, scale=checked == _NEEDS_HEDGE)
        if before is None and reading.dimension == "share":
            before = self.hedges.find_before_share(text, start)
        after = self.hedges.find_after(text, hedge, reach) if hedge else None
        if checked == _NEEDS_HEDGE and before is None and after is None:
            return None
        if self._excluded_han(text, start, end, numeral, unit, reading):
            return None
        rule = "fraction" if numerator is not None else "tenths" if tenths is not None else ""
        return Item(start, end, reach, reading, "", "", unit, before, after, rule)

    def _read_han(
        self, numeral: str, numerator: str | None, tenths: str | None, unit: str | None, half: str | None, _: str | None
    ) -> tuple[Reading | None, str]:
        if numerator is not None:
            return self.reader.fraction(numeral, numerator), ""
        if tenths is not None:
            return self.reader.tenths(numeral, tenths), ""
        needs_hedge = self.reader.needs_hedge(numeral, unit)
        return self.reader.han(numeral, unit, half), _NEEDS_HEDGE if needs_hedge else ""

    def _excluded_han(self, text: str, start: int, end: int, numeral: str, unit: str | None, reading: Reading) -> bool:
        left = text[start - 1] if start else ""
        if numeral[0] == "数" and left in self.exclusions.number_nouns:
            return True
        if reading.dimension not in _NAMING:
            return False
        if numeral == "半" and self.exclusions.is_part_year(text, start):
            return True
        if unit is not None and self._excluded(text, start, end, self.reader.unit(unit)[0], numeral):
            return True
        if _continues_ordinals(text, start) or self.exclusions.is_phrase(text, start):
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
            after = self.hedges.find_after(text, "多", end + 1) if text.startswith("多", end) else None
            return [Item(start, end, end, reading, before=before, after=after, rule="multiple.fold")]
        if self.exclusions.is_no_rank(text, start):
            return []
        if not more:
            return self._ranked(start, end, first, "rank", None)
        items = self._ranked(start, found.start(2), first, "rank", None)
        for part in re.finditer(r"[^、和]+", more):
            items += self._ranked(
                found.start(2) + part.start(), found.start(2) + part.end(), part[0].rstrip("位名"), "rank", None
            )
        return items

    _at_most = Hedge("前", "at_most", ())

    @staticmethod
    def _ranked(start: int, end: int, number: str, rule: str, hedge: Hedge | None) -> list[Item]:
        value = shifted(number, 0) if number.isascii() else _number(number)
        return [Item(start, end, end, Reading(value, None, "rank"), before=hedge, rule=rule)] if value else []


def _continues_ordinals(text: str, start: int) -> bool:
    """Does the number at ``start`` go on with a list of ordinals: 第4、6个?"""
    return start > 0 and text[start - 1] in "、和至到-" and bool(_AFTER_ORDINAL.search(text, max(0, start - 24), start))


def _number(text: str) -> str:
    numeral: Numeral | None = read_han(text)
    return "" if numeral is None or numeral.high else numeral.value
