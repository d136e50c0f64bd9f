"""Which lines are headings, and in what form: 一、 (一) 1. 第一, 一是 —— and headings without a number."""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import numeric

from policytag.structure.lines import Line
from policytag.structure.period_values import small_number

MAX_HEADING = 60
"""Longest text (characters) that is taken as the heading of a line that goes on after it."""
MAX_RUN_IN = 24
"""Longest heading (characters) that is the first sentence of its paragraph."""
MAX_TITLE = 36
"""Longest line (characters) that is taken as a heading without a number."""

_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_NUMBERED = re.compile(
    rf"第(?P<part>{_HAN_NUMBER})(?:部分|章|节)[ :、]?"
    rf"|(?P<first>{_HAN_NUMBER})(?P<mark>[、.\ue000-\uf8ff]) ?"
    rf"|\((?P<second>{_HAN_NUMBER})\)[、.]? ?"
    r"|(?P<third>[0-9]{1,2})(?:[、)]|[.](?![0-9])) ?"
    r"|\((?P<fourth>[0-9]{1,2})\)[、.]? ?"
    rf"|第(?P<ordinal>{_HAN_NUMBER})[,、:]"
    rf"|(?P<point>{_HAN_NUMBER})(?P<verb>[是要])(?![点些般旦]|之)"
    r"|(?P<bracketed>[㈠-㈩])[、.]? ?|(?P<circled>[①-⑳])[、.]? ?"
    r"|(?P<dash>-{1,6}) ?(?=[^0-9 -])"
)
_ONE_CHARACTER = {"bracketed": "second", "circled": "fourth"}
"""Numbers of one character, which Unicode has with their brackets: the forms that they stand for."""
FIRST_OF_NUMBER = frozenset("第一二三四五六七八九十(0123456789-㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
"""The characters that begin a heading with a number or a dash."""
_RUN_IN = re.compile(rf"(?!各位|过去)[\u3400-\u5e73\u5e75-\u9fff“”、·]{{4,{MAX_RUN_IN}}}。(?=[^\s]{{12}})")  # no 年
_TITLE_LINE = re.compile(r"[\u3400-\u9fff“”0-9〇、·() :]{3,35}[\u3400-\u9fff”)]")
_FIRST_STOP = re.compile("[。!?;:]")

# Rank of each form: a heading ends all open ones of its rank or above. Forms of one rank do not nest in each other.
RANKS = {
    "title": 0,
    "part": 1,
    "first": 2,
    "first-other": 3,
    "second": 4,
    "third": 5,
    "fourth": 6,
    "ordinal": 7,
    "point": 8,
    "dash": 7,
    "run-in": 8,
    "line": 6,
}
LEVELS = {"title": 1, "part": 1, "first": 1, "first-other": 2, "second": 2, "third": 3, "fourth": 4}
"""Level of a form where nothing stands above it; 3 for the others."""


class Heading(NamedTuple):
    """One heading: its line, its form (a key of RANKS), its number, and where its text begins and ends in ``joined``."""

    line: int
    start: int
    form: str
    number: int | None
    written: str | None
    text_start: int
    text_end: int


def numbered(joined: str, index: int, line: Line) -> Heading | None:
    """The heading at the start of a line, where it has a number or a dash."""
    if joined[line.start] not in FIRST_OF_NUMBER:
        return None
    found = _NUMBERED.match(joined, line.start, line.end)
    if found is None or found.end() == line.end:
        return None
    group = form = found.lastgroup or ""
    if group == "mark":
        group, form = "first", "first" if found["mark"] in "、." else "first-other"
    elif group == "verb":
        group = form = "point"
    elif group in _ONE_CHARACTER:
        form = _ONE_CHARACTER[group]
    written = None if group == "dash" else found[group]
    number = None if written is None else _number(written)
    start = found.end()
    return Heading(index, line.start, form, number, written, start, _text_end(joined, start, line.end))


def _number(written: str) -> int:
    return int(numeric(written)) if len(written) == 1 else small_number(written)


def end_of_run_in(joined: str, line: Line) -> int | None:
    """Where a short first sentence without a comma ends that names what the paragraph is about (打造教育高地。)."""
    start, end = line
    if joined.find("。", start, start + MAX_RUN_IN + 1) < 0:
        return None
    found = _RUN_IN.match(joined, start, min(end, start + 40))
    return found.end() - 1 if found else None


def is_title_line(joined: str, line: Line) -> bool:
    """Is the line short and without the punctuation of a sentence, as a heading without a number is?"""
    return line.end - line.start <= MAX_TITLE and _TITLE_LINE.fullmatch(joined, line.start, line.end) is not None


def _text_end(joined: str, start: int, end: int) -> int:
    """End of the heading's text: the line where it is short, else its first sentence, else its first clause."""
    stop = _FIRST_STOP.search(joined, start, min(end, start + MAX_HEADING + 1))
    if stop:
        return stop.start()
    if end - start <= MAX_HEADING:
        return end
    comma = joined.find(",", start, start + MAX_HEADING)
    return comma if comma > start else start + MAX_HEADING // 2
