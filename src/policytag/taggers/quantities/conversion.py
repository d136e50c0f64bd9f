"""Conversion between the units of one dimension, by the relations of the unit table."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from fractions import Fraction
from functools import cache
from typing import Any

from policytag.errors import UnitError
from policytag.patterns.location import builtin_patterns
from policytag.patterns.wordlists import read_word_list
from policytag.taggers.quantities.numerals import scale_of
from policytag.taggers.quantities.units import Unit, UnitTable

DIGITS = 28
"""Significant digits of a converted number that has no finite decimal form (1亩 = 0.0666… 公顷); others are exact."""


def convert(value: Decimal, unit: str, to: str, table: UnitTable) -> Decimal:
    """A number of ``unit`` as a number of ``to``.

    Args:
        value: how many of ``unit``.
        unit: name or spelling of a unit of the table; a scale may stand before it (万元).
        to: the unit wanted, in the same form.
        table: the unit table.

    Returns:
        The exact number where it has a finite decimal form, else one rounded (half to even) to DIGITS digits.

    Raises:
        UnitError: a unit is unknown, or the two do not convert.
    """
    scale, source = _scaled_unit(unit, table)
    target_scale, target = _scaled_unit(to, table)
    factor, base = _to_base(source, table)
    target_factor, target_base = _to_base(target, table)
    if base != target_base:
        if source.dimension != target.dimension:
            why = f"{unit} is {source.dimension}, {to} is {target.dimension}"
        else:
            why = "the unit table has no relation between them"
        raise UnitError(f"cannot convert {unit} to {to}: {why}")
    return _decimal(Fraction(value) * factor * scale / (target_factor * target_scale))


def convert_fields(
    unit: str | None, to: str, value: Decimal | None, low: Decimal | None, high: Decimal | None
) -> dict[str, Any]:
    """The fields ``value``, ``low``, ``high`` and ``unit`` of a quantity in another unit, by the built-in table.

    Raises:
        UnitError: there is no unit, or the two do not convert.
    """
    if unit is None:
        raise UnitError(f"cannot convert to {to}: the quantity has no unit")
    table = builtin_units()
    numbers = {"value": value, "low": low, "high": high}
    converted = {name: n if n is None else convert(n, unit, to, table) for name, n in numbers.items()}
    scale, target = _scaled_unit(to, table)
    return {**converted, "unit": target.name if scale == 1 else to.removesuffix(_spelling(to, table)) + target.name}


@cache
def builtin_units() -> UnitTable:
    """The table of the built-in grammar, read once."""
    entries, _ = read_word_list(builtin_patterns() / "grammar" / "units.txt", "grammar")
    return UnitTable.from_entries(entries)


def _spelling(text: str, table: UnitTable) -> str:
    # A scale belongs to the number unless the whole is a unit: 千瓦 is one, 万元 is 万 of 元.
    for start in range(len(text)):
        if text[start:] in table.spellings and (start == 0 or scale_of(text[:start]) is not None):
            return text[start:]
    raise UnitError(f"{text!r} is no unit of the built-in unit table (patterns/grammar/units.txt)")


def _scaled_unit(text: str, table: UnitTable) -> tuple[Fraction, Unit]:
    spelling = _spelling(text, table)
    prefix = text.removesuffix(spelling)
    exponent = scale_of(prefix) if prefix else 0
    return Fraction(10 ** (exponent or 0)), table.units[table.spellings[spelling]]


def _to_base(unit: Unit, table: UnitTable) -> tuple[Fraction, str]:
    """How many of its base unit one of ``unit`` is, and the base unit's name."""
    factor, seen = Fraction(1), {unit.name}
    while unit.relation is not None:
        step, name = unit.relation
        following = table.find(name)
        if following is None or following.name in seen:
            raise UnitError(f"the unit table relates {unit.name} to {name}, which is no unit of it, or to itself")
        factor, unit = factor * step, following
        seen.add(unit.name)
    return factor, unit.name


def _decimal(number: Fraction) -> Decimal:
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest == 1:
        places = max(twos, fives)
        return Decimal(f"{number.numerator * 10**places // number.denominator}E-{places}")
    # The caller's context must not change the result.
    with localcontext(Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)):
        return Decimal(number.numerator) / Decimal(number.denominator)
