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
    spans = [match.span() for match in _QUOTATION.finditer(joined)]
    found: list[Quotation] = []
    row: list[tuple[int, int]] = []
    for (start, end), (following, _) in zip(spans, [*spans[1:], (len(joined) + 3, 0)], strict=False):
        if following - end <= 2 and joined[end:following] in _LINKS:
            row.append((start, end))
            continue
        row_end = end + (joined[end : end + 1] == "等" and joined[end + 1 : end + 2] not in "级保待")
        row_start = row[0][0] if row else start
        for first, last in row:
            found.append(Quotation(joined[first + 1 : last - 1], first + 1, last - 1, row_start, row_end))
        found.append(Quotation(joined[start + 1 : end - 1], start + 1, end - 1, row_start, row_end))
        row.clear()
    return found
