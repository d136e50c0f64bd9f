"""Tables of quantities: a text, and of each quantity in it the span, number, unit and bound.

A row is ``text: span=number unit bound; …``: the number is ``5.4``, ``3..5`` for a range and ``1:2`` for parts, a unit of
``-`` is none, a missing bound is exact. A row without quantities ends in ``: none``. ``⏎`` is a line break.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from quantity_finding import find


def cases(tables: Mapping[str, str]) -> list[Any]:
    """The rows of tables as parameters ``(text, expected)``, each known by the name of its table and its text."""
    return [pytest.param(*row, id=f"{name}-{row[0]}") for name, table in tables.items() for row in _rows(table)]


def found_in(text: str) -> str:
    """The quantities of a text as a row shows them."""
    found = [_shown(quantity).replace("\n", "⏎") for quantity in find(text.replace("⏎", "\n"))]
    return "; ".join(found) or "none"


def _rows(table: str) -> list[tuple[str, str]]:
    rows = [line.rsplit(": ", 1) if line.endswith(": none") else _split(line) for line in table.strip().splitlines()]
    return [(row[0], row[1]) for row in rows]


def _split(line: str) -> list[str]:
    # A text may hold ": " itself: what is expected begins behind the last one whose next word has an "=".
    at = max(i for i in range(len(line)) if line.startswith("。: ", i))
    return [line[: at + 1], line[at + 3 :]]


def _shown(quantity: dict[str, Any]) -> str:
    if "parts" in quantity:
        number = ":".join(quantity["parts"])
    elif "low" in quantity:
        number = f"{quantity['low']}..{quantity['high']}"
    else:
        number = quantity["value"]
    bound = "" if quantity["bound"] == "exact" else f" {quantity['bound']}"
    return f"{quantity['text']}={number} {quantity['unit'] or '-'}{bound}"
