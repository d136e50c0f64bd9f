"""Lints of how packs lie on each other: rows that replace or remove others, rows that share an entity."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from policytag.errors import Finding
from policytag.patterns.checked import Checked, place
from policytag.patterns.row import Row


def replaced(checked: Checked) -> Iterator[Finding]:
    """Rows under check that replace or remove a row of another pack: information; removing nothing is a mistake."""
    before: dict[str, Row] = {}
    for pack in checked.packs:
        for row in pack.rows:
            other = before.get(row.id)
            if checked.is_own(row):
                if other is not None:
                    verb = "removes" if row.disabled else "replaces"
                    yield checked.finding(row, verb, f"{verb} the row {place(other)}")
                elif row.disabled:
                    close = get_close_matches(row.id, before, n=1)
                    advice = f"did you mean {close[0]!r}?" if close else "take the line out"
                    message = "removes a row that no earlier pack has"
                    yield checked.finding(row, "nothing-to-remove", message, advice)
        before.update((row.id, row) for row in pack.rows)


def entities(checked: Checked) -> Iterator[Finding]:
    """Rows that share an entity name the same thing: with one name and one label."""
    first: dict[str, Row] = {}
    for row in checked.rows:
        other = first.setdefault(row.entity, row)
        if other is row or "entity" not in row.data or not (checked.is_own(row) or checked.is_own(other)):
            continue
        reported, against = (row, other) if checked.is_own(row) else (other, row)
        if row.label != other.label:
            message = f"the entity {row.entity!r} is labelled {other.label} by {place(against)}, {row.label} here"
            yield checked.finding(reported, "entity-label", message)
        elif row.name != other.name:
            message = f"the entity {row.entity!r} is named {against.name!r} by {place(against)}"
            advice = f'write "name": {against.name!r} in both rows'
            yield checked.finding(reported, "entity-name", message, advice)
