"""The numbers of a text in their order, each with regard to what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policytag.taggers.quantities.connectors import CONNECTORS, EDGES, LONGEST, between
from policytag.taggers.quantities.exclusions import Exclusions
from policytag.taggers.quantities.forms import ANGLES, PART_YEARS, RANK, Ending, Forms, HanForm
from policytag.taggers.quantities.grammar import DIGITS, search_pattern
from policytag.taggers.quantities.hedges import Hedge, Hedges
from policytag.taggers.quantities.items import Found, Item
from policytag.taggers.quantities.numerals import read_digits, without_breaks
from policytag.taggers.quantities.ranks import rank_items
from policytag.taggers.quantities.reading import Reader, Reading
from policytag.taggers.quantities.units import UnitTable

_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_GLUED = _LATIN | frozenset("0123456789.·#№_第")
_LOOK_LEFT = _GLUED | {"前"}
_AFTER_LATIN = frozenset(("money", "share", "points"))
_NAMING = frozenset(("duration", "count"))
_AFTER_ORDINAL = re.compile(
    r"第[0-9一二三四五六七八九十]{1,4}(?:[、和至到-][0-9一二三四五六七八九十]{1,4}){0,5}[、和至到-]$"
)
_RANGE_SIGNS = frozenset("至到-~")
_LOW_END = re.compile(
    r"(?<![第0-9一二两三四五六七八九十百千万亿几数.])([一二两三四五六七八九十百千]{1,5})[至到~-]{1,2}$"
)
_MAY_GO_ON = frozenset("0123456789一二两三四五六七八九十百千万亿几数半廿至及- ~:\r\n")
"""What stands behind the first character of a connector: more of it, or the next number."""


class Finder:
    """Finds and reads the numbers of a text, by compiled lists."""

    def __init__(self, units: UnitTable, hedges: Hedges, exclusions: Exclusions, moves: Sequence[str] = ()) -> None:
        self.hedges = hedges
        self.exclusions = exclusions
        self.reader = Reader(units)
        self._pattern = search_pattern(units, hedges, moves)
        self._forms = Forms(self.reader, hedges.after, exclusions.phrases)

    def scan(self, text: str) -> tuple[list[Found], list[Item]]:
        """The numbers of a folded and joined text.

        Returns:
            The quantities that stand alone; and the numbers beside a connector, quantities or not, in order and apart from
            each other, from which chains are made.
        """
        alone: list[Found] = []
        items: list[Item] = []
        endings, numerals, hedged = self._forms.endings, self._forms.numerals, self.hedges.before
        closed = text + "\n\n"  # so that there always is a character on the left (at -1) and two on the right
        last_reach = -LONGEST
        covered = 0  # end of the last rank: 前10名 covers the 10名 in it
        for found in self._pattern.finditer(text):
            start, reach = found.span()
            digits_end = found.end(DIGITS)
            if digits_end < 0:
                form = numerals.get(found[0]) or self._forms.numeral(found)
                if form is RANK:
                    ranks = rank_items(closed, found, self.hedges, self.exclusions)
                    if ranks:
                        items += ranks
                        covered = ranks[-1].reach
                elif form.reading is not None and start >= covered:
                    item = self._han_item(closed, start, reach, form, form.reading)
                    if item is not None:
                        items.append(item)
            else:
                ending = endings.get(text[digits_end:reach]) or self._forms.ending(found)
                left, right = closed[start - 1], closed[reach]
                if (
                    (right in EDGES and closed[reach + 1] in _MAY_GO_ON)
                    or (left in EDGES and _is_tied(closed, last_reach, start))
                    or left in _LOOK_LEFT
                    or not ending.is_plain
                    or (right == "”" and ending.dimension == "count")
                ):
                    item = self._arabic_item(closed, start, digits_end, reach, ending) if start >= covered else None
                    if item is not None:
                        items.append(item)
                elif ending.dimension:
                    value = read_digits(text[start:digits_end], ending.exponent or 0)
                    if value is not None:
                        before, after, bound = None, None, ending.inner
                        if bound is None:
                            if ending.after is not None:
                                after = self.hedges.unless_excepted(ending.after, text, reach)
                            if left in hedged or ending.dimension == "share":
                                before = self._hedge_before(closed, start, ending.dimension)
                            hedge = after or before
                            bound = hedge.bound if hedge is not None else "exact"
                        fields = {"value": value, "unit": ending.name, "dimension": ending.dimension, "bound": bound}
                        alone.append((start, reach - ending.width, ending.rule, fields, before, after))
            last_reach = reach
        return alone, items

    def _hedge_before(self, text: str, start: int, dimension: str) -> Hedge | None:
        hedges = self.hedges
        before = hedges.find_before(text, start) if text[start - 1] in hedges.before else None
        return hedges.find_before_share(text, start) if before is None and dimension == "share" else before

    def _arabic_item(self, text: str, start: int, digits_end: int, reach: int, ending: Ending) -> Item | None:
        """One Arabic number, with regard to all that stands around it; None where it can be nothing."""
        number, left, dimension = without_breaks(text[start:digits_end]), text[start - 1], ending.dimension
        if left in _GLUED and not (left in _LATIN and dimension in _AFTER_LATIN):
            return None  # G319, PM2.5, 第3个, 1.2.3; GDP5000亿元 is an amount
        end = reach - ending.width
        if (
            (ending.is_looked_at and self._excluded(text, start, end, ending.name, "" if ending.tail else number))
            or _continues_ordinals(text, start)
            or (text[reach] == "”" and dimension == "count" and self.exclusions.ends_name(text, start, ending.tail))
        ):
            return Item(start, end, reach, None, "", ending.tail, ending.unit)
        is_grade = ending.unit is None and ending.tail and text[end] in "级+"
        reading = None if is_grade else self._forms.arabic(number, ending)
        if ending.is_looked_at and reading is not None and not ending.tail:
            other = self.reader.units.other_sense(ending.unit or "", text, start, end)
            reading = reading if other is None else reading._replace(unit=other.name, dimension=other.dimension)
        before = self._hedge_before(text, start, dimension)
        after = ending.after and self.hedges.unless_excepted(ending.after, text, reach)
        return Item(start, end, reach, reading, number, ending.tail, ending.unit, before, after)

    def _excluded(self, text: str, start: int, end: int, name: str | None, numeral: str) -> bool:
        if name == "年":
            return self.exclusions.is_period(text, start, end, numeral)
        if name in PART_YEARS:
            return self.exclusions.is_part_year(text, start)
        if name in ANGLES:
            return self.exclusions.is_position(text, start)
        return name == "次" and self.exclusions.is_session(text, start, end)

    def _han_item(self, text: str, start: int, reach: int, form: HanForm, reading: Reading) -> Item | None:
        """One Chinese numeral with regard to all that stands around it; None where it is no quantity."""
        left, end = text[start - 1], reach - form.width
        if left in _GLUED or left == "每":
            return None
        if form.in_other_sense:
            other = self.reader.units.other_sense(form.unit or "", text, start, end)
            if other is None:
                return None
            reading = reading._replace(unit=other.name, dimension=other.dimension)
        after = form.after and self.hedges.unless_excepted(form.after, text, reach)
        find_before = self.hedges.find_before_scale if form.is_scale else self.hedges.find_before
        before = find_before(text, start)
        if form.needs_hedge and before is None and after is None:
            return None
        if before is None and reading.dimension == "share":
            before = self.hedges.find_before_share(text, start)
        if self._excluded_han(text, start, end, form, reading):
            return None
        low = _LOW_END.search(text, max(0, start - 8), start) if left in _RANGE_SIGNS else None
        if low is not None:
            ranged = reading.from_low(low[1], form.numeral)
            if ranged is not None:
                start = low.start(1)
                before = self._hedge_before(text, start, reading.dimension)
                return Item(start, end, reach, ranged, "", "", form.unit, before, after, "range")
        return Item(start, end, reach, reading, "", "", form.unit, before, after, form.rule)

    def _excluded_han(self, text: str, start: int, end: int, form: HanForm, reading: Reading) -> bool:
        numeral, exclusions, dimension = form.numeral, self.exclusions, reading.dimension
        if numeral[0] == "数" and text[start - 1] in exclusions.number_nouns:
            return True
        if dimension not in _NAMING:
            return False
        return bool(
            (dimension == "count" and exclusions.in_short_quotation(text, start, end))
            or (form.phrases and text.startswith(form.phrases, start))
            or (form.is_looked_at and self._excluded(text, start, end, form.name, numeral))
            or (numeral == "半" and exclusions.is_part_year(text, start))
            or _continues_ordinals(text, start)
        )


def _is_tied(text: str, reach: int, start: int) -> bool:
    """Does a number go on with what was found before it, which ends at ``reach``, or with ordinals that a 第 there begins?"""
    if start - reach > LONGEST:
        return False
    return between(text, reach, start) in CONNECTORS or text.startswith("第", reach - 1)


def _continues_ordinals(text: str, start: int) -> bool:
    """Does the number at ``start`` go on with a list of ordinals: 第4、6个?"""
    return (
        text[start - 1] in "、和至到-"
        and text.find("第", max(0, start - 24), start) >= 0
        and _AFTER_ORDINAL.search(text, max(0, start - 24), start) is not None
    )
