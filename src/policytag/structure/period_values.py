"""Periods as values: a name of a period in a text, the years that it covers, and what follows from the report's year."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

PLAN_ORIGIN = 1951
"""From the third (1966-1970) on, five-year plan N covers the years PLAN_ORIGIN + 5 N and the four after it."""

CHINESE_DIGITS = {**{c: i for i, c in enumerate("〇一二三四五六七八九")}, "零": 0, "O": 0, "两": 2}
"""Value of each Chinese digit."""
SINCE = "{}..Y-1"
"""The form of 2021年以来: up to the year before the report's, and that year alone where none lies between."""
_SPAN = re.compile(
    r"(?:Y(?P<low>[-+][0-9N]+)?|(?P<since>[0-9]{4}))(?:\.\.Y(?P<high>(?:[-+](?:[0-9]+|N))*))?(?P<part>[HQ][1-4])?"
)
NUMERALS = frozenset("一两二三四五六七八九十0123456789")
"""What a number of years may begin with."""


class Mention(NamedTuple):
    """A name of a period: offsets into ``joined``; its value, or the form from which it follows with the report's year."""

    start: int
    end: int
    value: str | None
    form: str | None = None
    number: int = 0


def part_of(form: str | None, period: str | None) -> str | None:
    """The part of a year that a form such as ``*Q1`` names, of the one year that the text around it speaks of."""
    if form is None or period is None or not form.startswith("*") or len(period) != 4:
        return None
    return period + form[1:]


def is_bare(joined: str, mention: Mention) -> bool:
    """Is it only a number of years (五年累计), which may lie before or ahead?"""
    return mention.number > 0 and joined[mention.start] in NUMERALS


def resolve(mentions: list[Mention], year: int | None) -> list[Mention]:
    """The mentions with the values that follow from the year of the report; None where it is not known."""
    if year is None:
        return mentions
    return [
        m
        if m.form is None or m.form.startswith("*")
        else Mention(m.start, m.end, _relative(m.form, m.number, year), m.form, m.number)
        for m in mentions
    ]


@lru_cache(maxsize=256)
def small_number(numeral: str) -> int:
    """The value of a numeral below one hundred (十三, 五, 12)."""
    if numeral.isascii():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    units = CHINESE_DIGITS.get(ones, 0)
    return (CHINESE_DIGITS.get(tens, 1) if tens else 1) * 10 + units if ten else units


@lru_cache(maxsize=1024)
def years(value: str | None) -> tuple[int, int] | None:
    """First and last year of a period's value (2021-2025 → 2021, 2025; 2023Q3 → 2023, 2023); None for None."""
    if value is None:
        return None
    low = int(value[:4])
    return low, int(value[5:]) if len(value) == 9 and value[4] == "-" else low


@lru_cache(maxsize=1024)
def _relative(form: str, number: int, year: int) -> str:
    parsed = _SPAN.fullmatch(form)
    if parsed is None:
        return form
    low = int(parsed["since"]) if parsed["since"] else year + _distance(parsed["low"], number)
    if parsed["high"] is not None:
        high = year + _distance(parsed["high"], number)
        return f"{low}-{high}" if high > low else str(low)
    return str(low) + (parsed["part"] or "")


def _distance(terms: str | None, number: int) -> int:
    return sum(
        (-1 if sign == "-" else 1) * (number if size == "N" else int(size))
        for sign, size in re.findall(r"([-+])(N|[0-9]+)", terms or "")
    )
