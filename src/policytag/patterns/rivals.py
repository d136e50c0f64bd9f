"""Rows of the built-in and installed packs that would beat a new row, so that ``policytag new`` can say so."""

from __future__ import annotations

from collections.abc import Iterable

from policytag.patterns.checked import place
from policytag.patterns.lints.clashes import comes_first
from policytag.patterns.packs import load_packs
from policytag.patterns.row import Row
from policytag.reading.folding import fold


def rivals(row: Row, rows: Iterable[Row]) -> list[Row]:
    """The rows of the same label whose literal is that of ``row``, or lies inside it, and that come first in the order."""
    if row.literal is None:
        return []
    literal = fold(row.literal)
    return [
        other
        for other in rows
        if other.label == row.label
        and other.id != row.id
        and other.literal is not None
        and (folded := fold(other.literal)) in literal
        and comes_first(other, row, same=folded == literal)
    ]


def rival_warnings(row: Row) -> list[str]:
    """One sentence for each built-in or installed row that would beat ``row``, with what to do about it."""
    return [
        f"{place(other)} finds {other.literal} too and comes first"
        f"{', where its context holds' if 'context' in other.data else ''}: "
        f"give the draft --id {other.id} to replace that row, or give it a higher priority"
        for other in rivals(row, load_packs().rows)
    ]
