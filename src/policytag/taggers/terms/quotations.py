"""Quotations: what stands between quotation marks, with its surroundings; quotations in a row share theirs."""

from __future__ import annotations

import re
from typing import NamedTuple

MAX_LENGTH = 40
"""Longest quotation (characters) that may be a name; longer ones are speech."""

LEFT_WINDOW = 16
RIGHT_WINDOW = 16

_QUOTATION = re.compile(r"“([^“”\n]{1,%d})”" % MAX_LENGTH)
_LINKS = frozenset(("", "、", "和", "与", "及", "以及", "或", ",", "暨"))
_CLAUSE_END = re.compile(r"[,。;!?:\n“”、()《》]")


class Quotation(NamedTuple):
    """One quotation: the string inside, its offsets in ``joined``, and the text around the row that it belongs to.

    ``left`` and ``right`` are what stands directly around this quotation, ``row_left`` and ``row_right`` around the whole row.
    """

    text: str
    start: int
    end: int
    left: str
    right: str
    row_left: str
    row_right: str


def find_quotations(joined: str) -> list[Quotation]:
    """All quotations of a text, in order."""
    found: list[Quotation] = []
    row: list[re.Match[str]] = []
    for match in _QUOTATION.finditer(joined):
        if row and not (match.start() - row[-1].end() <= 2 and joined[row[-1].end() : match.start()] in _LINKS):
            found += _row(joined, row)
            row = []
        row.append(match)
    if row:
        found += _row(joined, row)
    return found


def _row(joined: str, row: list[re.Match[str]]) -> list[Quotation]:
    row_left = _last_clause(joined[max(0, row[0].start() - LEFT_WINDOW) : row[0].start()])
    row_right = joined[row[-1].end() : row[-1].end() + RIGHT_WINDOW]
    if len(row) == 1:
        match = row[0]
        return [Quotation(match[1], match.start(1), match.end(1), row_left, row_right, row_left, row_right)]
    if row_right.startswith("等"):
        row_right = row_right[1:]
    quotations = []
    last = len(row) - 1
    for i, match in enumerate(row):
        left = "" if i else row_left
        right = row_right if i == last else ""
        quotations.append(Quotation(match[1], match.start(1), match.end(1), left, right, row_left, row_right))
    return quotations


def _last_clause(before: str) -> str:
    """What stands before a quotation in its own clause."""
    last = None
    for last in _CLAUSE_END.finditer(before):
        pass
    return before[last.end() :] if last else before
