"""Lints of how packs lie on each other: rows that replace or remove others, lists that nobody reads."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from policytag.errors import Finding
from policytag.patterns.checked import Checked, place
from policytag.patterns.location import builtin_patterns
from policytag.patterns.row import Row

_NEAREST = 3
"""So many names of word lists are suggested."""


def replaced(checked: Checked) -> Iterator[Finding]:
    """Rows under check that replace or remove a row of another pack: information; removing nothing is a mistake."""
    before: dict[str, Row] = {}
    for pack in checked.packs:
        for row in pack.rows:
            other = before.get(row.id)
            if checked.is_own(row):
                if other is not None:
                    verb = "removes" if row.disabled else "replaces"
                    advice = "nothing, if that is meant; else give the row another id"
                    yield checked.finding(row, verb, "info", f"{verb} the row {place(other)}", advice)
                elif row.disabled:
                    close = get_close_matches(row.id, before, n=1)
                    advice = f"did you mean {close[0]!r}?" if close else "take the line out"
                    message = "removes a row that no earlier pack has"
                    yield checked.finding(row, "nothing-to-remove", "warning", message, advice)
        before.update((row.id, row) for row in pack.rows)


def unknown_lists(checked: Checked) -> Iterator[Finding]:
    """A word list whose name no tagger reads does nothing."""
    known = sorted(path.stem for path in (builtin_patterns() / "grammar").glob("*.txt"))
    if not known:
        return
    for pack in checked.packs[checked.own :]:
        for name in pack.lists:
            if name not in known:
                near = [f"{close}.txt" for close in get_close_matches(name, known, n=_NEAREST, cutoff=0)]
                advice = f"give it the name of a list that is read; the nearest are {', '.join(near)}"
                path = str(pack.folder.root / f"{name}.txt")
                yield Finding(path, 0, "", "unknown-list", "warning", f"no tagger reads a list named {name!r}", advice)


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
            yield checked.finding(reported, "entity-label", "error", message, "use one label, or another entity")
        elif row.name != other.name:
            message = f"the entity {row.entity!r} is named {against.name!r} by {place(against)}"
            advice = f'write "name": {against.name!r} in both rows'
            yield checked.finding(reported, "entity-name", "warning", message, advice)
