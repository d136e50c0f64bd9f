"""Quotations: what stands between quotation marks, with its surroundings; quotations in a row share theirs."""

from __future__ import annotations

import re
from typing import NamedTuple

MAX_LENGTH = 40
"""Longest quotation (characters) that may be a name; longer ones are speech."""
WINDOW = 16
"""How much is looked at on either side (characters)."""

_QUOTATION = re.compile(rf"“([^“”\n]{{1,{MAX_LENGTH}}})”")
_LINKS = frozenset(("", "、", "和", "与", "及", "以及", "或", ",", "暨"))
_OTHERS = re.compile(r"等(?!级|保|待)")
_CLAUSE = re.compile(r"[^,。;!?:\n“”、()《》]*$")


class Quotation(NamedTuple):
    """One quotation: the string inside, its offsets in ``joined``, and the text around it and around its row.

    ``left`` and ``right`` are what stands directly around this quotation (the left in its own clause), ``row_left`` and
    ``row_right`` around the whole row; ``row_end`` is the offset in ``joined`` at which ``row_right`` begins.
    """

    text: str
    start: int
    end: int
    left: str
    right: str
    row_left: str
    row_right: str
    row_end: int
    row_start: int


def find_quotations(joined: str) -> list[Quotation]:
    """All quotations of a text, in order."""
    found: list[Quotation] = []
    row: list[re.Match[str]] = []
    last = 0
    for match in _QUOTATION.finditer(joined):
        if row and not (match.start() - last <= 2 and joined[last : match.start()] in _LINKS):
            _add_row(found, joined, row)
            row = []
        row.append(match)
        last = match.end()
    if row:
        _add_row(found, joined, row)
    return found


def _add_row(found: list[Quotation], joined: str, row: list[re.Match[str]]) -> None:
    row_start, row_end = row[0].start(), row[-1].end()
    row_left = last_clause(joined, row_start)
    row_right = joined[row_end : row_end + WINDOW]
    if _OTHERS.match(row_right):
        row_right, row_end = row_right[1:], row_end + 1
    last = len(row) - 1
    for i, match in enumerate(row):
        left = "" if i else row_left
        right = row_right if i == last else ""
        start, end = match.span(1)
        found.append(Quotation(match[1], start, end, left, right, row_left, row_right, row_end, row_start))


def last_clause(joined: str, end: int) -> str:
    """What stands before ``end`` in its own clause, as far as the window goes."""
    found = _CLAUSE.search(joined[max(0, end - WINDOW) : end])
    return found[0] if found else ""
