"""Names of years and periods in a text, and their values: 2024年, 2021-2025年, “十四五”时期, 去年, 过去五年."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from policytag.patterns.wordlists import Entry, any_of
from policytag.reading.folding import OPEN_QUOTE
from policytag.structure.period_values import CHINESE_DIGITS, NUMERALS, PLAN_ORIGIN, SINCE, Mention, small_number

_NUMERAL = r"(?:[一二两三四五六七八九十]{1,3}|[0-9]{1,2})"
_PLAN_TITLE = re.compile(r"第(十[一二三四五六七八九]?)个五年(?:规划|计划)")
_NUMERAL_BACKWARDS = r"(?:[一二两三四五六七八九十]{1,3}|[0-9]{1,2})"  # the same from either side
_FIRST_NUMERAL = re.compile(_NUMERAL)

_CENTURIES = ("19", "20")
_RANGE = re.compile(r"(?<![0-9.])(?P<from>(?:19|20)[0-9]{2}) ?年?(?:-+|至|到|~)(?P<to>(?:19|20)[0-9]{2}|[0-9]{2}) ?年")
_PART = re.compile(
    r"第?(?P<quarter>[一二三四1-4])季度|前[二两三23]个?季度|(?P<half>[上下])半年"
    r"|(?P<month>1[0-2]|0?[1-9])月(?![0-9]*[-至到])(?:份|底|末|初|[0-9]{1,2}日)?"
    r"|底|末|初|以来|期间|以前|前"
)
_HAN_YEAR = re.compile(r"二[〇零O0][〇零O0一二三四五六七八九]{2}|一九[一二三四五六七八九〇零]{2}")
_PLAN_ANCHOR = re.compile(r"五(?:”|时期|期间|期?末)")
_PLAN = re.compile(r"“?(?P<plan>十[一二三四五六七八九]?|[六七八九])五”?(?P<after>时期|期间|期?末|以来|的五年)?")
_DIGITS_AND_BLANK = frozenset("0123456789 ")
_RANGE_MARKS = frozenset("-至到~年")
_NUMBER_BEFORE = frozenset("0123456789.")
MAX_WORD = 10
"""Longest word of the list up to its 年 (characters)."""
_HALVES = {"上": "H1", "下": "H2"}


class _Endings(NamedTuple):
    """What follows the 年 of a word: an expression for all of it, the form for each, and the number that stands for N."""

    expression: re.Pattern[str]
    forms: dict[str, str]
    number: int


_NO_ENDINGS = _Endings(re.compile("(?!)"), {}, 0)


class PeriodWords:
    """The list ``period_words`` compiled: words such as 去年 and 过去N年, with their values as distances from Y."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._forms = {entry.word: entry.field(1) for entry in entries}
        endings: dict[str, dict[str, str]] = {}
        for word, form in self._forms.items():
            before, year, after = word.partition("年")
            if year:
                endings.setdefault(before, {})[after] = form
        self._endings = {before: _Endings(re.compile(any_of(forms)), forms, 0) for before, forms in endings.items()}
        self._before = _readers_backwards([before for before in endings if before])
        self._others = _by_ending([word for word in self._forms if "年" not in word])

    def find(self, joined: str, start: int = 0, end: int | None = None) -> list[Mention]:
        """Every period named in a stretch, in order; those whose value hangs on the report's year have a form."""
        stop = len(joined) if end is None else end
        mentions = self._with_year(joined, start, stop)
        mentions += _plans(joined, start, stop, bare=False)
        mentions += self._without_year(joined, start, stop)
        return _apart(mentions)

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
            before = joined[position - 1]
            mention = None
            if before in _DIGITS_AND_BLANK:
                mention = _arabic_year(joined, last, position, stop)
            elif before in CHINESE_DIGITS:
                mention = _han_year(joined, last, position)
            if mention is None and before in self._before:
                mention = self._word(joined, last, position, stop, self._before[before])
            if mention is not None:
                mentions.append(mention)
                last = mention.end
            position = joined.find("年", max(position, last) + 1, stop)
        return mentions

    def _without_year(self, joined: str, start: int, stop: int) -> list[Mention]:
        """The words of the list without a 年 (上半, 一季度): found by what they end in, for that is rare."""
        found: list[tuple[int, int, str]] = []
        for ending, words in self._others:
            for last in ending.finditer(joined, start, stop):
                end = last.end()
                found += [(end - len(w), -end, w) for w in words if joined.endswith(w, start, end)]
        mentions: list[Mention] = []
        for first, minus_end, word in sorted(found):
            if not mentions or first >= mentions[-1].end:
                mentions.append(Mention(first, -minus_end, None, self._forms[word]))
        return mentions

    def _word(self, joined: str, low: int, position: int, stop: int, reader: re.Pattern[str]) -> Mention | None:
        """The word of the list that the 年 at ``position`` belongs to; ``reader`` reads backwards from it."""
        found = reader.match(joined[max(low, position - MAX_WORD) : position][::-1])
        if found is None:
            return None
        before = found[0][::-1]
        endings = self._endings.get(before) or self._with_number(before)
        after = endings.expression.match(joined, position + 1, stop)
        if after is None:
            return None
        return Mention(position - len(before), after.end(), None, endings.forms[after[0]], endings.number)

    def _with_number(self, before: str) -> _Endings:
        """What may follow the beginning of a word with a numeral in it (过去五); remembered, for there are few."""
        numeral = _FIRST_NUMERAL.search(before)
        written = before[: numeral.start()] + "N" + before[numeral.end() :] if numeral else before
        known = self._endings.get(written, _NO_ENDINGS)
        self._endings[before] = known._replace(number=small_number(numeral[0]) if numeral else 0)
        return self._endings[before]

    def form(self, word: str) -> tuple[str | None, int]:
        """The form of a word of the list, with the number that stands for its N (过去五年 → Y-N..Y-1, 5)."""
        form = self._forms.get(word)
        if form is None and (numeral := _FIRST_NUMERAL.search(word)):
            form = self._forms.get(word[: numeral.start()] + "N" + word[numeral.end() :])
            return (form, small_number(numeral[0])) if form else (None, 0)
        return form, 0


def _readers_backwards(words: Sequence[str]) -> dict[str, re.Pattern[str]]:
    """For each character that may stand right before 年 what to read backwards from there: the longest word wins."""
    by_character: dict[str, list[str]] = {}
    for word in sorted((word[::-1] for word in words), key=len, reverse=True):
        for character in NUMERALS if word[0] == "N" else word[0]:
            by_character.setdefault(character, []).append(re.escape(word).replace("N", _NUMERAL_BACKWARDS))
    return {character: re.compile("|".join(patterns)) for character, patterns in by_character.items()}


def _by_ending(words: Sequence[str]) -> list[tuple[re.Pattern[str], list[str]]]:
    """Words by their last two characters."""
    endings: dict[str, list[str]] = {}
    for word in words:
        endings.setdefault(word[-2:], []).append(word)
    return [(re.compile(re.escape(ending)), group) for ending, group in endings.items()]


def _apart(mentions: list[Mention]) -> list[Mention]:
    """In order; of two that overlap the one that begins first (2023年第三季度, not 三季度)."""
    mentions.sort()
    apart: list[Mention] = []
    for mention in mentions:
        if not apart or mention.start >= apart[-1].end:
            apart.append(mention)
    return apart


def _arabic_year(joined: str, low: int, position: int, stop: int) -> Mention | None:
    """The year, part of a year or span of years in digits that the 年 at ``position`` belongs to."""
    digits_end = position - 1 if joined[position - 1] == " " else position
    start = digits_end - 4
    if start < low:
        return None
    if joined[digits_end - 3] in _RANGE_MARKS or joined[start - 1] in _RANGE_MARKS:
        found = _RANGE.search(joined, max(low, start - 8), min(stop, position + 1))
        if found and found.end() == position + 1:
            return Mention(*found.span(), _range(found))
    year, end = joined[start:digits_end], position + 1
    if not _is_year(year) or joined[start - 1 : start] in _NUMBER_BEFORE:
        return None
    following = joined[end] if end < stop else ""
    if following in _RANGE_MARKS and (found := _RANGE.match(joined, start, stop)):
        return Mention(*found.span(), _range(found))
    if following in ("级", "版"):
        return None
    part = _PART.match(joined, end, stop)
    if part is None:
        return Mention(start, end, year)
    value = year
    if part[0] == "以来":
        return Mention(start, part.end(), year, SINCE.format(year))
    if part["quarter"]:
        value = f"{year}Q{small_number(part['quarter'])}"
    elif part["half"]:
        value = year + _HALVES[part["half"]]
    elif part["month"]:
        value = f"{year}-{int(part['month']):02}"
    return Mention(start, part.end(), value)


def _is_year(digits: str) -> bool:
    return digits.isascii() and digits.isdigit() and digits.startswith(_CENTURIES)


def _han_year(joined: str, low: int, position: int) -> Mention | None:
    """A year in Chinese digits (二〇三五年)."""
    start = position - 4
    if start < low or _HAN_YEAR.match(joined, start, position) is None:
        return None
    return Mention(start, position + 1, "".join(str(CHINESE_DIGITS.get(c, c)) for c in joined[start:position]))


def _range(found: re.Match[str]) -> str:
    first, last = found["from"], found["to"]
    last = first[:2] + last if len(last) == 2 else last
    return f"{first}-{last}" if last > first else first


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
        value = str(low + 4) if found["after"] in ("末", "期末") else f"{low}-{low + 4}"
        mentions.append(Mention(*found.span(), value))
    return mentions
