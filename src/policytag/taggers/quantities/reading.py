"""One find of the grammar, read: its value, unit and dimension, or that it is no quantity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from policytag.taggers.quantities.numerals import (
    DIGITS,
    Numeral,
    read_digits,
    read_han,
    read_mixed,
    scale_of,
    shifted,
    times,
    without_inner,
)
from policytag.taggers.quantities.units import UnitTable

SCALES_ONLY = frozenset("百千万亿")
SCALES_LARGE = frozenset("万亿")
_MEASURED = frozenset(("money", "area", "mass", "volume", "energy", "power", "share", "data", "length"))
_ONE_OF = frozenset(("multiple", "area", "mass", "volume", "power", "energy"))
_ONE_TIME = frozenset(("小时", "分钟", "刻钟", "个月"))
_PER_HUNDRED = {"百": "%", "千": "‰", "万": "‱"}
COMPUTED = frozenset(("成", "刻钟"))
_PER = re.compile(r"[/每]")


class Reading(NamedTuple):
    """The number of a quantity, apart from what stands around it.

    Attributes:
        value: plain decimal string; the low end where ``high`` is given.
        unit: name of the unit, or None.
        dimension: see ``report.Dimension``.
        high: the high end of a range or of an approximate number (几十, 三五), else None.
        parts: the numbers of a fraction or ratio, else None.
        inner: the bound that a word in the number gives (3000余, 20来), else None.
        is_range: ``high`` is written (3—5年), the number is not approximate.
    """

    value: str
    unit: str | None
    dimension: str
    high: str | None = None
    parts: tuple[str, ...] | None = None
    inner: str | None = None
    is_range: bool = False

    @property
    def bound(self) -> str:
        """How the numeral itself is hedged (3000余, 20来, 几十), else exact."""
        if self.inner:
            return self.inner
        return "exact" if self.high is None or self.is_range else "about"

    def from_low(self, low: str, high: str) -> Reading | None:
        """The range from a Chinese numeral to this reading of another (三至五年); None where they make none."""
        below = read_han(low)
        if below is None or below.high or self.high or self.parts or self.inner or SCALES_LARGE.intersection(high):
            return None
        if self.unit == "%" or Fraction(below.value) >= Fraction(self.value):
            return None
        return self._replace(value=below.value, high=self.value, is_range=True)

    def attributes(self, bound: str) -> dict[str, Any]:
        """The fields of ``report.Quantity`` with this bound."""
        if self.parts is not None:
            return {"parts": list(self.parts), "unit": self.unit, "dimension": self.dimension, "bound": bound}
        if self.high is not None:
            return {
                "low": self.value,
                "high": self.high,
                "unit": self.unit,
                "dimension": self.dimension,
                "bound": bound,
            }
        return {"value": self.value, "unit": self.unit, "dimension": self.dimension, "bound": bound}


class Reader:
    """Reads finds by a unit table; remembers what the same number and unit gave before."""

    def __init__(self, units: UnitTable) -> None:
        self.units = units
        self._named: dict[str, tuple[str, str, str]] = {}

    def unit(self, written: str) -> tuple[str, str, str]:
        """Name, dimension and class of numerals of a unit as it is written (元每吨 → 元/吨, rate, any)."""
        known = self._named.get(written)
        if known is None:
            known = self._named[written] = self._name(written)
        return known

    def _name(self, written: str) -> tuple[str, str, str]:
        unit = self.units.find(written)
        if unit is not None:
            return unit.name, unit.dimension, unit.after
        over, under = _PER.split(written, maxsplit=1)
        scale = under[:1] if under[:1] in "百千万" and under not in self.units.spellings else ""
        below = self.units.find(under[len(scale) :])
        numerator = self.units.units[self.units.spellings[over]]
        name = f"{numerator.name}/{scale}{below.name if below else under}"
        direct = self.units.find(name)
        return (direct or numerator).name if direct else name, direct.dimension if direct else "rate", numerator.after

    def arabic(self, number: str, tail: str | None, unit: str | None, half: str | None) -> Reading | None:
        """An Arabic number with what follows it; None where it cannot be read whole."""
        scale, inner = without_inner(tail) if tail else ("", None)
        exponent = scale_of(scale) if scale else 0
        value = read_digits(number, exponent or 0)
        if exponent is None and value is not None:
            value = read_mixed(value, scale)
        return None if value is None else self._with_unit(Numeral(value, inner=inner), unit, half)

    def han(self, numeral: str, unit: str | None, half: str | None) -> Reading | None:
        """A Chinese numeral with its unit; None where it cannot be read whole, or counts nothing before such a unit."""
        number = read_han(numeral)
        if number is None:
            return None
        if unit is not None:
            name, dimension, after = self.unit(unit)
            if after == "arabic" or (after == "long" and numeral in DIGITS):
                return None
            if numeral == "半" and dimension != "duration":
                return None
            if numeral == "二" and dimension in ("count", "duration"):
                return None  # 两个 counts, 二个 belongs to an ordinal
            if numeral in ("几", "数"):
                return None
            if numeral == "一" and not half and dimension not in _ONE_OF and name not in _ONE_TIME:
                return None
        return self._with_unit(number, unit, half)

    def needs_hedge(self, numeral: str, unit: str | None) -> bool:
        """Is it a scale alone (千家, 百亿元, 万元), which counts only where a hedge says so or a measure follows a large one?"""
        if not SCALES_ONLY.issuperset(numeral):
            return False
        return unit is None or len(numeral) == 1 or self.unit(unit)[1] not in _MEASURED

    def _with_unit(self, number: Numeral, unit: str | None, half: str | None) -> Reading | None:
        if unit is None:
            return Reading(number.value, None, "count", number.high, None, number.inner)
        name, dimension, _ = self.unit(unit)
        value = number.value
        if half:
            if "." in value or number.high or number.inner:
                return None
            value += ".5"
            if len(half) > 1:
                smaller = "个月" if half.endswith("月") else "小时"
                if smaller not in self.units.spellings:
                    return None
                name, dimension, _ = self.unit(smaller)
        if name == "成":
            return None if number.high or half else Reading(shifted(value, 1), "%", "share", None, None, number.inner)
        if name == "刻钟":
            high = number.high and times(number.high, 15)
            return Reading(times(value, 15), "分钟", dimension, high, None, number.inner)
        return Reading(value, name, dimension, number.high, None, number.inner)

    def fraction(self, denominator: str, numerator: str) -> Reading | None:
        """百分之五, 千分之三, 三分之二."""
        if denominator in _PER_HUNDRED:
            numeral = read_han(numerator) if not numerator[0].isdigit() else _plain(numerator)
            if numeral is None or numeral.high:
                return None
            return Reading(numeral.value, _PER_HUNDRED[denominator], "share", inner=numeral.inner)
        below, above = read_han(denominator), read_han(numerator)
        if below is None or above is None or below.high or above.high:
            return None
        return Reading("", None, "ratio", parts=(above.value, below.value))

    def ratio(self, numerals: Sequence[str]) -> Reading | None:
        """一比三, 二点三比一, 一比一比一."""
        numbers = [read_han(numeral) for numeral in numerals]
        parts = tuple(n.value for n in numbers if n is not None and not n.high and not n.inner)
        return Reading("", None, "ratio", parts=parts) if len(parts) == len(numerals) else None

    def tenths(self, numeral: str, half: str) -> Reading | None:
        """三成, 六成半, 七八成."""
        number = read_han(numeral)
        if number is None or len(numeral) > 2 or numeral == "半" or SCALES_ONLY.issuperset(numeral):
            return None
        if half:
            return None if number.high else Reading(f"{number.value}5", "%", "share")
        return Reading(shifted(number.value, 1), "%", "share", number.high and shifted(number.high, 1))


def _plain(number: str) -> Numeral | None:
    return Numeral(shifted(number, 0)) if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", number) else None
