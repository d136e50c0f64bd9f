"""What is written behind Arabic digits, and numerals written in Chinese: read once for all the places that write so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policytag.taggers.quantities.grammar import ARABIC, HAN, RANK_SIGNS
from policytag.taggers.quantities.hedges import Hedge
from policytag.taggers.quantities.numerals import INNER_BOUNDS, read_digits, scale_of, without_inner
from policytag.taggers.quantities.reading import COMPUTED, SCALES_ONLY, Reader, Reading
from policytag.taggers.quantities.units import without_more

PART_YEARS = frozenset(("个月", "个季度"))
ANGLES = frozenset(("度", "°", "分", "秒"))
_LOOKED_AT = PART_YEARS | ANGLES | {"年", "次"}
_REMEMBERED = 20_000
_OFTEN_IDIOMS = frozenset("一几数半")
"""Numerals that make adverbs with units of another sense (一度)."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What follows Arabic digits: scale, unit, half and hedge.

    Attributes:
        tail: the scale (万, 多万, 万5千) or "".
        unit: the unit as written, or None.
        half: 半 behind the unit (3年半), or None.
        after: the hedge, or None.
        width: length of the hedge.
        exponent: the power of ten that the scale stands for; None where tail, unit or half need more than that.
        inner: the bound that 余, 多 or 来 in the scale gives, or None.
        name: name of the unit, or None.
        dimension: of the unit; "" where digits with this ending are no quantity by themselves.
        rule: name of the rule of the dimension.
        is_looked_at: years, months, times and degrees may be dates, numbers of meetings and places on the globe.
        is_plain: digits with this ending mean the same wherever they stand, in names, lists and ranges apart.
    """

    tail: str
    unit: str | None
    half: str | None
    after: Hedge | None
    width: int
    exponent: int | None
    inner: str | None
    name: str | None
    dimension: str
    rule: str
    is_looked_at: bool
    is_plain: bool

    def reading(self, value: str) -> Reading:
        """What digits of this value say."""
        return Reading(value, self.name, self.dimension, inner=self.inner)


@dataclass(frozen=True, slots=True)
class HanForm:
    """A numeral written in Chinese, with the unit and the hedge behind it.

    Attributes:
        reading: what it says; None where it is no quantity.
        numeral: the numeral.
        unit: the unit as written, or None.
        after: the hedge, or None.
        width: length of the hedge.
        name: name of the unit, or None.
        is_looked_at: as in an ending.
        is_scale: the numeral is a scale alone (千万), before which more hedges may stand.
        needs_hedge: and it counts only beside a hedge (千家).
        in_other_sense: it counts only where its unit has the sense of another (五度 beside 零下).
        phrases: what begins with it and is no quantity (三个代表).
        rule: name of the rule, or "" for that of the dimension.
    """

    reading: Reading | None
    numeral: str
    unit: str | None
    after: Hedge | None
    width: int
    name: str | None
    is_looked_at: bool
    is_scale: bool
    needs_hedge: bool
    in_other_sense: bool
    phrases: tuple[str, ...]
    rule: str


RANK = HanForm(None, "", None, None, 0, None, False, False, False, False, (), "")
"""第, 前 or 翻 before a number: it is read where it stands."""
YEAR = HanForm(None, "", None, None, 0, None, False, False, False, False, (), "")
"""A year, which is no quantity."""


class Forms:
    """Endings and Chinese numerals that were read, by what is written; at most _REMEMBERED of each."""

    def __init__(self, reader: Reader, hedges_after: dict[str, Hedge], phrases: tuple[str, ...]) -> None:
        self.endings: dict[str, Ending] = {}
        self.numerals: dict[str, HanForm] = {}
        self._reader = reader
        self._hedges_after = hedges_after
        self._phrases = phrases

    def ending(self, found: re.Match[str]) -> Ending:
        """The ending of a find of the grammar, which is remembered."""
        digits, tail, unit, half, hedge = found.groups()[ARABIC]
        if unit is not None:
            unit, is_more = without_more(unit)
            tail = f"{tail or ''}多" if is_more else tail
        name, dimension = self._reader.unit(unit)[:2] if unit is not None else (None, "")
        scale, inner = without_inner(tail or "")
        if unit is None and scale.endswith(("万", "亿")):
            dimension = "count"
        after = None if hedge is None else self._hedges_after[hedge]
        exponent = None if half or name in COMPUTED else scale_of(scale) if scale else 0
        is_looked_at = name in _LOOKED_AT or unit in self._reader.units.senses
        is_plain = (
            not (unit is None and tail)  # 50万+ and 10万级 are none
            and not (dimension and exponent is None)
            and not is_looked_at
        )
        ending = Ending(
            tail or "",
            unit,
            half,
            after,
            len(hedge or ""),
            exponent,
            inner,
            name,
            dimension,
            f"quantity.{dimension}",
            is_looked_at,
            is_plain,
        )
        if len(self.endings) >= _REMEMBERED:
            self.endings.clear()
        self.endings[found[0][1 + len(digits) :]] = ending
        return ending

    def arabic(self, number: str, ending: Ending) -> Reading | None:
        """What digits with an ending say; None where they cannot be read whole, or are no quantity by themselves."""
        if not ending.dimension:
            return None
        if ending.exponent is None:
            return self._reader.arabic(number, ending.tail, ending.unit, ending.half)
        value = read_digits(number, ending.exponent)
        return None if value is None else ending.reading(value)

    def numeral(self, found: re.Match[str]) -> HanForm:
        """The Chinese numeral of a find of the grammar, or RANK or YEAR; it is remembered."""
        written = found[0]
        if written in RANK_SIGNS or written[0].isdecimal():
            self.numerals[written] = RANK if written in RANK_SIGNS else YEAR
            return self.numerals[written]
        rest, numerator, tenths, more, unit, half, hedge = found.groups()[HAN]
        unit, is_more = (None, False) if unit is None else without_more(unit)
        numeral, rule, needs_hedge, in_other_sense = written[0] + rest, "", False, False
        if numerator is not None:
            reading, rule = self._reader.fraction(numeral, numerator), "fraction"
        elif tenths is not None:
            reading, rule = self._reader.tenths(numeral, tenths), "tenths"
        elif more is not None:
            reading, rule = self._reader.ratio([numeral, *more.split("比")[1:]]), "ratio"
        else:
            reading = self._reader.han(numeral, unit, half)
            if reading is None and unit in self._reader.units.senses and not half and numeral not in _OFTEN_IDIOMS:
                reading, in_other_sense = self._reader.han(numeral, None, None), True
            needs_hedge = self._reader.needs_hedge(numeral, unit)
        if is_more and reading is not None:
            reading = None if reading.inner or reading.high else reading._replace(inner=INNER_BOUNDS["多"])
        name = None if unit is None else self._reader.unit(unit)[0]
        form = HanForm(
            reading,
            numeral,
            unit,
            None if hedge is None else self._hedges_after[hedge],
            len(hedge or ""),
            name,
            name in _LOOKED_AT,
            SCALES_ONLY.issuperset(numeral),
            needs_hedge,
            in_other_sense,
            tuple(p for p in self._phrases if p.startswith(written) or written.startswith(p)),
            rule,
        )
        if len(self.numerals) >= _REMEMBERED:
            self.numerals.clear()
        self.numerals[written] = form
        return form
