"""The report's own glossary (名词解释): its terms and their definitions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from policytag.structure.lines import Line

MAX_TERM = 80
"""Longest term of an entry (characters)."""

_NUMBER = re.compile(
    r"(?:[\[(【〔]?[0-9]{1,3}[\])】〕]|[0-9]{1,3}(?:[.、)]|(?= ))"
    r"|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|[①-⑳]|[*·]) ?"
)
_TERM = re.compile(rf"(?P<term>[^\n。;!?:]{{1,{MAX_TERM}}}?)(?::|--|(?<=”)(?=是指|指|即)) ?(?P<definition>(?s:.+))")
_QUOTES = "“”"


class Entry(NamedTuple):
    """One entry: offsets of the term (its quotation marks apart) and of the definition, in ``joined``."""

    start: int
    end: int
    definition_start: int
    definition_end: int


def glossary_entries(joined: str, lines: Sequence[Line]) -> list[Entry]:
    """The entries among the lines of a glossary zone; a line without a term goes on with the definition above it."""
    entries: list[Entry] = []
    for line in lines:
        number = _NUMBER.match(joined, line.start, line.end)
        start, numbered = (number.end(), True) if number else (line.start, False)
        term = _TERM.match(joined, start, line.end)
        if term is None or (entries and not numbered and _continues(joined, entries)):
            if entries:
                entries[-1] = entries[-1]._replace(definition_end=line.end)
            continue
        entries.append(Entry(*_bare(joined, *term.span("term")), *term.span("definition")))
    return entries


def _continues(joined: str, entries: Sequence[Entry]) -> bool:
    """Does an unnumbered line go on with the entry above it? So it does where that one does not end as a sentence."""
    return joined[entries[-1].definition_end - 1] in ",、:;("


def _bare(joined: str, start: int, end: int) -> tuple[int, int]:
    """The term without blanks, and without quotation marks that stand around the whole of it."""
    while start < end and joined[start] == " ":
        start += 1
    while start < end and joined[end - 1] == " ":
        end -= 1
    inner = joined[start + 1 : end - 1]
    if (
        end - start > 2
        and joined[start] == "“"
        and joined[end - 1] == "”"
        and not any(mark in inner for mark in _QUOTES)
    ):
        return start + 1, end - 1
    if joined[start] == "“" and "”" not in joined[start:end]:
        start += 1
    return start, end
