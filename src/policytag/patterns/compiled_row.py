"""A row made ready for matching: folded words, the shared attributes of its annotations, its conditions in words."""

from __future__ import annotations

from typing import Any, NamedTuple

from policytag.patterns.row import Near, Row
from policytag.reading.folding import CLOSE_QUOTE, OPEN_QUOTE, fold

NUMBER_CHARACTERS = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""What ``boundary: "number"`` looks at: digits and Latin letters (after folding)."""

QUOTES = frozenset((OPEN_QUOTE, CLOSE_QUOTE))
"""What ``left_not`` and ``right_not`` look through."""


class Passed(NamedTuple):
    """The condition that let a match pass, in words, and offsets of the text that fulfilled it (None: nothing did)."""

    condition: str | None
    cue: tuple[int, int] | None


class CompiledRow:
    """One row, ready to be tested at a match.

    Attributes:
        row: where everything comes from.
        type: label of the annotation.
        attributes: fields of the typed annotation, shared by all its candidates; never changed.
        free_edges: a token pattern, which may match from or to a punctuation mark: no annotation does.
        named: the row gives a name; else each match is its own.
        plain: nothing around a match needs to be looked at.
        left_number, right_number: the literal's edge is a digit or Latin letter that may not touch another one; for
            token patterns, whose edges are known only at the match, both are true.
        rare: one of the conditions that few rows have must be looked at: ``valid``, ``free_edges``, the numbers.
        left_not, right_not: folded words that may not touch the match.
        left_marks, right_marks: the characters next to a match at which those words need looking at.
        quoted, near: alternatives, one of which must hold (none asked for: nothing must).
        valid: first and last year.
        passed: what is said of a match where the conditions only forbid.
    """

    __slots__ = (
        "attributes",
        "free_edges",
        "id",
        "left_marks",
        "left_not",
        "left_number",
        "named",
        "near",
        "passed",
        "plain",
        "priority",
        "quoted",
        "rare",
        "right_marks",
        "right_not",
        "right_number",
        "row",
        "type",
        "valid",
    )

    def __init__(self, row: Row) -> None:
        context = row.context
        literal = row.literal
        self.row = row
        self.id = row.id
        self.type = row.label
        self.priority = row.priority
        self.named = row.name is not None
        self.attributes = annotation_attributes(row)
        edges = (True, True) if literal is None else number_edges(fold(literal))
        self.left_number, self.right_number = edges if row.number_boundary else (False, False)
        self.left_not = tuple(map(fold, context.left_not))
        self.right_not = tuple(map(fold, context.right_not))
        self.quoted = context.quoted
        self.near = tuple(Near(tuple(map(fold, near.words)), near.within) for near in context.near)
        self.valid = row.valid
        self.passed = Passed(_forbidding(context.left_not, context.right_not), None)
        self.left_marks = frozenset(word[-1] for word in self.left_not) | QUOTES if self.left_not else frozenset()
        self.right_marks = frozenset(word[0] for word in self.right_not) | QUOTES if self.right_not else frozenset()
        self.free_edges = literal is None
        self.rare = bool(self.free_edges or self.left_number or self.right_number or self.valid)
        self.plain = not (self.rare or self.left_not or self.right_not or self.quoted or self.near)


def number_edges(folded: str) -> tuple[bool, bool]:
    """Whether a string begins, and ends, with a digit or Latin letter."""
    return folded[0] in NUMBER_CHARACTERS, folded[-1] in NUMBER_CHARACTERS


def _forbidding(left_not: tuple[str, ...], right_not: tuple[str, ...]) -> str | None:
    parts = []
    if left_not:
        parts.append(f"not after {', '.join(left_not)}")
    if right_not:
        parts.append(f"not before {', '.join(right_not)}")
    return "; ".join(parts) or None


def annotation_attributes(row: Row) -> dict[str, Any]:
    """The fields of the typed annotation that a row gives."""
    given = row.attributes
    shared: dict[str, Any] = {"entity": row.entity, "name": row.name}
    if row.label == "POLICY_TERM":
        shared["origin"] = "pack"
        shared["breadth"] = given.get("breadth", "specific")
        if "head" in given:
            shared["head"] = given["head"]
        if "definition" in given:
            shared["definition"] = given["definition"]
            shared["definition_source"] = "pack"
    elif row.label in ("ORG", "PROJECT"):
        shared.update(given)
    else:
        shared["attributes"] = given
    shared["evidence"] = {"pack": row.pack, "path": row.path, "line": row.line}
    return shared
