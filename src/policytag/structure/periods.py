"""Names of years and periods in a text, and their values: 2024年, 2021-2025年, “十四五”时期, 去年, 过去五年."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from policytag.patterns.wordlists import Entry
from policytag.reading.folding import OPEN_QUOTE

PLAN_ORIGIN = 1951
"""From the third (1966-1970) on, five-year plan N covers the years PLAN_ORIGIN + 5 N and the four after it."""

_NUMERAL = r"(?:[一二两三四五六七八九十]{1,3}|[0-9]{1,2})"
_PLAN_TITLE = re.compile(r"第(十[一二三四五六七八九]?)个五年(?:规划|计划)")
_FIRST_NUMERAL = re.compile(_NUMERAL)
CHINESE_DIGITS = {**{c: i for i, c in enumerate("〇一二三四五六七八九")}, "零": 0, "O": 0, "两": 2}
"""Value of each Chinese digit."""
_SPAN = re.compile(r"Y(?P<low>[-+][0-9N]+)?(?:\.\.Y(?P<high>(?:[-+](?:[0-9]+|N))*))?(?P<part>[HQ][1-4])?")

_YEAR = r"(?:19|20)[0-9]{2}"
_PART = (
    r"(?:第?(?P<quarter>[一二三四1-4])季度|前[二两三23]个?季度|(?P<half>[上下])半年"
    r"|(?P<month>1[0-2]|0?[1-9])月(?![0-9]*[-至到])(?:份|底|末|初|[0-9]{1,2}日)?"
    r"|年?底|末|初|以来|期间|前|以前)"
)
_ABSOLUTE = re.compile(
    rf"(?<![0-9.])(?P<from>{_YEAR}) ?年?(?:-+|至|到|~)(?P<to>{_YEAR}|[0-9]{{2}}) ?年(?!级)"
    rf"|(?<![0-9.])(?P<year>{_YEAR}) ?年(?!级|版){_PART}?"
    r"|(?P<han>二[〇零O0][〇零O0一二三四五六七八九]{2}|一九[一二三四五六七八九〇零]{2})年"
)
_PLAN_ANCHOR = re.compile(r"五(?:”|时期|期间|末)")
_PLAN = re.compile(r"“?(?P<plan>十[一二三四五六七八九]?|[六七八九])五”?(?P<after>时期|期间|末|以来|的五年)?")
_YEAR_ENDS = frozenset("0123456789 〇零O一二三四五六七八九")
_NUMERALS = frozenset("一两二三四五六七八九十0123456789")
_HALVES = {"上": "H1", "下": "H2"}


class Mention(NamedTuple):
    """A name of a period: offsets into ``joined``; its value, or the form from which it follows with the report's year."""

    start: int
    end: int
    value: str | None
    form: str | None = None
    number: int = 0


class PeriodWords:
    """The list ``period_words`` compiled: words such as 去年 and 过去N年, with their values as distances from Y."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._forms = {entry.word: entry.field(1) for entry in entries}
        words = sorted(self._forms, key=len, reverse=True)
        with_year = [re.escape(word).replace("N", _NUMERAL) for word in words if "年" in word]
        self._words = re.compile("|".join(with_year)) if with_year else None
        # The characters that stand before 年 in a word of the list: nothing else needs to be looked at.
        self._before = {word[word.index("年") - 1] for word in words if "年" in word[1:]}
        if "N" in self._before:
            self._before |= _NUMERALS
        others = [re.escape(word) for word in words if "年" not in word]
        self._others = re.compile("|".join(others)) if others else None

    def find(self, joined: str, start: int = 0, end: int | None = None) -> list[Mention]:
        """Every period named in a stretch, in order; those whose value hangs on the report's year have a form."""
        stop = len(joined) if end is None else end
        mentions = self._with_year(joined, start, stop)
        mentions += _plans(joined, start, stop, bare=False)
        if self._others is not None:
            mentions += [Mention(*m.span(), None, self._forms[m[0]]) for m in self._others.finditer(joined, start, stop)]
        mentions.sort()
        return mentions

    def in_heading(self, joined: str, start: int, end: int) -> list[Mention]:
        """As find; in a heading “十三五” alone, without 时期, names the period as well."""
        mentions = self._with_year(joined, start, end) + _plans(joined, start, end, bare=True)
        for found in _PLAN_TITLE.finditer(joined, start, end):
            low = PLAN_ORIGIN + 5 * small_number(found[1])
            mentions = [m for m in mentions if m.end < found.start()] + [Mention(*found.span(), f"{low}-{low + 4}")]
        mentions.sort()
        return mentions

    def _with_year(self, joined: str, start: int, stop: int) -> list[Mention]:
        mentions: list[Mention] = []
        last = start
        position = joined.find("年", start + 1, stop)
        while position >= 0:
            if position >= last:
                mention = self._around(joined, max(last, position - 11), position, min(stop, position + 10))
                if mention:
                    mentions.append(mention)
                    last = mention.end
            position = joined.find("年", position + 1, stop)
        return mentions

    def _around(self, joined: str, low: int, position: int, high: int) -> Mention | None:
        """The name of a period that the 年 at ``position`` belongs to, within ``low`` and ``high``."""
        before = joined[position - 1]
        if before in _YEAR_ENDS:
            found = _ABSOLUTE.search(joined, low, high)
            if found and found.start() < position < found.end():
                return Mention(*found.span(), _absolute(found))
        if before in self._before and self._words is not None:
            found = self._words.search(joined, low, high)
            if found and found.start() < position < found.end():
                return self._relative_mention(found)
        return None

    def _relative_mention(self, found: re.Match[str]) -> Mention:
        return Mention(*found.span(), None, *self.form(found[0]))

    def form(self, word: str) -> tuple[str | None, int]:
        """The form of a word of the list, with the number that stands for its N (过去五年 → Y-N..Y-1, 5)."""
        form = self._forms.get(word)
        if form is None and (numeral := _FIRST_NUMERAL.search(word)):
            form = self._forms.get(word[: numeral.start()] + "N" + word[numeral.end() :])
            return (form, small_number(numeral[0])) if form else (None, 0)
        return form, 0


def part_of(form: str | None, period: str | None) -> str | None:
    """The part of a year that a form such as ``*Q1`` names, of the one year that the text around it speaks of."""
    if form is None or period is None or not form.startswith("*") or len(period) != 4:
        return None
    return period + form[1:]


def is_bare(joined: str, mention: Mention) -> bool:
    """Is it only a number of years (五年累计), which may lie before or ahead?"""
    return mention.number > 0 and joined[mention.start] in _NUMERALS


def resolve(mentions: list[Mention], year: int | None) -> list[Mention]:
    """The mentions with the values that follow from the year of the report; None where it is not known."""
    if year is None:
        return mentions
    return [
        m if m.form is None or m.form.startswith("*") else m._replace(value=_relative(m.form, m.number, year))
        for m in mentions
    ]


def small_number(numeral: str) -> int:
    """The value of a numeral below one hundred (十三, 五, 12)."""
    if numeral.isascii():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    units = CHINESE_DIGITS.get(ones, 0)
    return (CHINESE_DIGITS.get(tens, 1) if tens else 1) * 10 + units if ten else units


def years(value: str | None) -> tuple[int, int] | None:
    """First and last year of a period's value (2021-2025 → 2021, 2025; 2023Q3 → 2023, 2023); None for None."""
    if value is None:
        return None
    low = int(value[:4])
    return low, int(value[5:]) if len(value) == 9 and value[4] == "-" else low


def _absolute(found: re.Match[str]) -> str:
    if found["han"]:
        return "".join(str(CHINESE_DIGITS.get(c, c)) for c in found["han"])
    if found["from"]:
        last = found["to"]
        last = found["from"][:2] + last if len(last) == 2 else last
        return f"{found['from']}-{last}" if last > found["from"] else found["from"]
    year = found["year"]
    if found["quarter"]:
        return f"{year}Q{small_number(found['quarter'])}"
    if found["half"]:
        return year + _HALVES[found["half"]]
    if found["month"]:
        return f"{year}-{int(found['month']):02}"
    return str(year)


def _relative(form: str, number: int, year: int) -> str:
    parsed = _SPAN.fullmatch(form)
    if parsed is None:
        return form
    low = year + _distance(parsed["low"], number)
    if parsed["high"] is not None:
        high = year + _distance(parsed["high"], number)
        return f"{low}-{high}" if high > low else str(low)
    return str(low) + (parsed["part"] or "")


def _distance(terms: str | None, number: int) -> int:
    return sum((-1 if sign == "-" else 1) * (number if size == "N" else int(size))
               for sign, size in re.findall(r"([-+])(N|[0-9]+)", terms or ""))


def _plans(joined: str, start: int, stop: int, *, bare: bool) -> list[Mention]:
    """Five-year plans: “十四五”时期 is 2021-2025, “十四五”末 is 2025."""
    mentions = []
    for anchor in _PLAN_ANCHOR.finditer(joined, start, stop):
        at = anchor.start()
        found = _PLAN.search(joined, max(start, at - 3), min(stop, at + 6))
        if found is None or found.end("plan") != at or not (found["after"] or bare):
            continue
        if not found["after"] and joined[found.start()] != OPEN_QUOTE:
            continue
        low = PLAN_ORIGIN + 5 * small_number(found["plan"])
        value = str(low + 4) if found["after"] == "末" else f"{low}-{low + 4}"
        mentions.append(Mention(*found.span(), value))
    return mentions

