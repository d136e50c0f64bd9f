"""A pattern row: one line of a pack, and what its keys mean.

A row stays the plain dict that stands in the file, so that a hundred thousand of them are cheap and every key survives
every round trip; :class:`Row` adds where it stands and reads the keys with their defaults. Whether a dict is a valid
row is for :mod:`policytag.patterns.schema` to say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias, get_args

from policytag.annotations import OrgKind, PolicyTerm, ProjectKind, Stage

ROW_KEYS = (
    "label",
    "pattern",
    "id",
    "entity",
    "name",
    "context",
    "boundary",
    "priority",
    "attributes",
    "examples",
    "status",
    "source",
    "note",
    "region",
    "valid",
    "disabled",
)
"""Every key that a row may have, in the order in which ``policytag format`` writes them."""

CONTEXT_KEYS = ("left_not", "right_not", "any_of")
CONDITION_KEYS = ("quoted", "near", "within")
EXAMPLE_KEYS = ("match", "no_match", "todo_match", "todo_no_match")
BOUNDARIES = ("number", "none")
STATUSES = ("stable", "draft", "deprecated")

INDICATOR = "INDICATOR"
"""Rows with this label name indicators for the facts; they give no annotation."""

LABEL = re.compile(r"[A-Z][A-Z0-9_]*")
REGION = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*")
ID_FORM = re.compile(r"[\w+-]+(?:\.[\w+-]+)+")
"""``kind.slug``."""

WITHIN_DEFAULT, WITHIN_MAX = 12, 200
"""How far (characters) a ``near`` word may stand from the match: where the row does not say, and at most."""

ATTRIBUTES: Mapping[str, Mapping[str, tuple[str, ...] | None]] = {
    "POLICY_TERM": {
        "breadth": get_args(PolicyTerm.model_fields["breadth"].annotation),
        "head": None,
        "definition": None,
    },
    "ORG": {"kind": get_args(OrgKind), "resolved": None},
    "PROJECT": {"kind": get_args(ProjectKind), "stage": get_args(Stage)},
    INDICATOR: {},
}
"""What ``attributes`` may hold for a label: key → the values it may have (None: any string). Other labels: anything."""

Pattern: TypeAlias = "str | list[dict[str, Any]]"


class Near(NamedTuple):
    """One of ``words`` must stand at most ``within`` characters from the match's nearer edge, in the same sentence."""

    words: tuple[str, ...]
    within: int


class Context(NamedTuple):
    """What must and must not stand around a match. ``quoted`` and ``near`` are alternatives: one of them is enough."""

    left_not: tuple[str, ...] = ()
    right_not: tuple[str, ...] = ()
    quoted: bool = False
    near: tuple[Near, ...] = ()


NO_CONTEXT = Context()


@dataclass(frozen=True, slots=True)
class Row:
    """A row and where it stands.

    Attributes:
        data: the row as written; never changed.
        pack: name of its pack.
        path: the file, relative to the pack.
        line: 1-based.
    """

    data: dict[str, Any]
    pack: str
    path: str
    line: int

    @property
    def label(self) -> str:
        """The label, such as ``POLICY_TERM``."""
        return str(self.data["label"])

    @property
    def pattern(self) -> Pattern:
        """A literal, or a list of token descriptions as in spaCy's Matcher."""
        pattern: Pattern = self.data["pattern"]
        return pattern

    @property
    def literal(self) -> str | None:
        """The pattern where it is a string."""
        pattern = self.data["pattern"]
        return pattern if isinstance(pattern, str) else None

    @property
    def id(self) -> str:
        """The unique id of the row."""
        return str(self.data["id"])

    @property
    def entity(self) -> str:
        """The key that alias rows share; the id where none is given."""
        return str(self.data.get("entity", self.data["id"]))

    @property
    def name(self) -> str | None:
        """The canonical name; the literal where none is given, None for a token pattern without one."""
        name = self.data.get("name")
        return str(name) if name is not None else self.literal

    @property
    def context(self) -> Context:
        """The context conditions, as written (not folded)."""
        return read_context(self.data["context"]) if "context" in self.data else NO_CONTEXT

    @property
    def number_boundary(self) -> bool:
        """Whether an edge that is a digit or Latin letter may not touch another one."""
        return bool(self.data.get("boundary", "number") == "number")

    @property
    def priority(self) -> int:
        """Beats length; default 0."""
        return int(self.data.get("priority", 0))

    @property
    def attributes(self) -> dict[str, Any]:
        """Fields for the typed annotation."""
        attributes: dict[str, Any] = self.data.get("attributes", {})
        return attributes

    @property
    def examples(self) -> dict[str, list[str]]:
        """``match``, ``no_match`` and the known gaps."""
        examples: dict[str, list[str]] = self.data.get("examples", {})
        return examples

    @property
    def status(self) -> str:
        """``stable``, ``draft`` or ``deprecated``."""
        return str(self.data.get("status", "stable"))

    @property
    def region(self) -> str | None:
        """Slug of the place that uses the term, such as ``chongqing/qianjiang``."""
        return self.data.get("region")

    @property
    def valid(self) -> tuple[int | None, int | None] | None:
        """First and last year of the reports that use it so; None for an open end."""
        valid = self.data.get("valid")
        return (valid[0], valid[1]) if valid else None

    @property
    def disabled(self) -> bool:
        """Whether the row only removes an earlier one of its id."""
        return bool(self.data.get("disabled", False))


def read_context(data: Mapping[str, Any]) -> Context:
    """The ``context`` of a valid row."""
    conditions = data.get("any_of", ())
    return Context(
        tuple(data.get("left_not", ())),
        tuple(data.get("right_not", ())),
        any(condition.get("quoted", False) for condition in conditions),
        tuple(
            Near(tuple(condition["near"]), condition.get("within", WITHIN_DEFAULT))
            for condition in conditions
            if "near" in condition
        ),
    )


def in_region(row_region: str | None, wanted: str | None) -> bool:
    """Does a row of this region count when ``wanted`` is asked for: no region, that one, or one under it?"""
    return wanted is None or row_region is None or row_region == wanted or row_region.startswith(wanted + "/")
