"""Quotations: what stands between quotation marks; quotations in a row share what stands around them."""

from __future__ import annotations

import re
from typing import NamedTuple

MAX_LENGTH = 40
"""Longest quotation (characters) that may be a name; longer ones are speech."""

_QUOTATION = re.compile(rf"“([^“”\n]{{1,{MAX_LENGTH}}})”")
_LINKS = frozenset(("", "、", "和", "与", "及", "以及", "或", ",", "暨"))


class Quotation(NamedTuple):
    """One quotation: the string inside, and offsets in ``joined``.

    ``start`` and ``end`` are those of the string without its marks; the row of quotations that it belongs to, with their
    marks and with 等 after them, reaches from ``row_start`` to ``row_end``.
    """

    text: str
    start: int
    end: int
    row_start: int
    row_end: int


def find_quotations(joined: str) -> list[Quotation]:
    """All quotations of a text, in order."""
    found: list[Quotation] = []
    row: list[tuple[str, int, int]] = []
    last = row_start = -9
    for match in _QUOTATION.finditer(joined):
        start, end = match.span()
        if start - last > 2 or joined[last:start] not in _LINKS:
            _add_row(found, joined, row, row_start, last)
            row.clear()
            row_start = start
        row.append((match[1], start + 1, end - 1))
        last = end
    _add_row(found, joined, row, row_start, last)
    return found


def _add_row(found: list[Quotation], joined: str, row: list[tuple[str, int, int]], start: int, end: int) -> None:
    if joined[end : end + 1] == "等" and joined[end + 1 : end + 2] not in "级保待":
        end += 1
    for text, first, last in row:
        found.append(Quotation(text, first, last, start, end))
