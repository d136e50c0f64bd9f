"""Lints of rows against each other: the same thing said twice, and rows that another one always beats."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from policytag.errors import Finding
from policytag.patterns.checked import Checked, place
from policytag.patterns.compiled_row import number_edges
from policytag.patterns.literals import LiteralIndex
from policytag.patterns.row import Row


def duplicates(checked: Checked) -> Iterator[Finding]:
    """Two rows of one label that find the same words under the same conditions."""
    first: dict[tuple[Any, ...], Row] = {}
    for row in checked.rows:
        other = first.setdefault(_what_it_finds(checked, row), row)
        if other is row or not (checked.is_own(row) or checked.is_own(other)):
            continue
        reported, against = (row, other) if checked.is_own(row) else (other, row)
        message = f"finds the same as {place(against)}"
        if reported.pack == against.pack:
            yield checked.finding(reported, "duplicate", message, "take one of the two out")
        else:
            advice = f"take it out, or give it the id {against.id!r} to replace that row"
            yield checked.finding(reported, "duplicate", message, advice, "warning")


def _what_it_finds(checked: Checked, row: Row) -> tuple[Any, ...]:
    literal = checked.literals.get(id(row))
    pattern = literal if literal is not None else repr(row.pattern)
    return row.label, pattern, row.context, row.number_boundary, row.region, row.valid


def unreachable(checked: Checked) -> Iterator[Finding]:
    """Rows that another always beats: it has no conditions, lies inside the literal, and comes first in the order."""
    rows = [row for row in checked.rows if id(row) in checked.literals and row.status != "draft"]
    index = LiteralIndex([checked.literals[id(row)] for row in rows])
    finds = {id(row): _what_it_finds(checked, row) for row in rows}
    for row in rows:
        if not checked.is_own(row):
            continue
        literal = checked.literals[id(row)]
        for number, start, end in index.finditer(literal):
            other = rows[number]
            if (
                other is not row
                and other.label == row.label
                and comes_first(other, row, same=end - start == len(literal))
                and _always_holds(other, row, literal, start, end)
                and finds[id(other)] != finds[id(row)]
            ):
                message = f"never wins: wherever it matches, {place(other)} matches too and comes first"
                yield checked.finding(row, "unreachable", message)
                break


def comes_first(other: Row, row: Row, *, same: bool) -> bool:
    """Does ``other`` win where both match, at the same span or (not ``same``) inside of that of ``row``?"""
    if other.priority != row.priority:
        return other.priority > row.priority
    return same and other.id < row.id  # of equal priority the longer wins, then the smaller id


def _always_holds(other: Row, row: Row, literal: str, start: int, end: int) -> bool:
    """Does ``other`` match at ``literal[start:end]`` wherever ``row`` matches?"""
    if "context" in other.data or other.valid or other.region not in (None, row.region):
        return False
    if not other.number_boundary:
        return True
    left, right = number_edges(literal[start:end])
    return not (left and _not_free(literal[:start][-1:], row)) and not (right and _not_free(literal[end:][:1], row))


def _not_free(neighbour: str, row: Row) -> bool:
    """May the edge touch a number: by the literal's own next character, or (at its end) because ``row`` allows it?"""
    if not neighbour:
        return not row.number_boundary
    return number_edges(neighbour)[0] or neighbour in ".%,"


def copied_examples(checked: Checked) -> Iterator[Finding]:
    """Examples that differ from another row's only in the term say nothing about this term."""
    users: defaultdict[str, list[Row]] = defaultdict(list)
    for row in (row for row in checked.rows if row.status != "draft"):
        for frame in {_frame(text) for text in row.examples.get("match", ())}:
            if len(_HAN.findall(frame)) >= _SHORTEST_FRAME:
                users[frame].append(row)
    for frame, rows in users.items():
        entities = {row.entity for row in rows}
        if len(entities) < 2:
            continue
        for row in rows[1:]:
            if checked.is_own(row):
                message = f"the example {frame!r} stands in {place(rows[0])} too, with another term"
                yield checked.finding(row, "copied-example", message)


_SHORTEST_FRAME = 10
"""Han characters. Short frames such as ``推进“[[…]]”发展战略`` may stand in many rows."""
_HAN = re.compile(r"[\u3400-\u9fff]")


def _frame(example: str) -> str:
    pieces = example.split("[[")
    return "[[]]".join([pieces[0], *(piece.partition("]]")[2] for piece in pieces[1:])])
