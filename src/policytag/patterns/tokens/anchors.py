"""The literal that a token pattern needs: its anchor, and what stands before and after it.

A pattern is tried only where its anchor occurs. The anchor is the run of neighbouring required tokens with known values
that is longest in characters, so that it occurs as rarely as possible; a second required token at a known distance, the
companion, makes a short anchor rarer still.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any, NamedTuple

from policytag.patterns.tokens.atoms import Atom, Kind, TokenPattern, Value, atoms, exact_values, only_says

ATTRIBUTES = ("ORTH", "LOWER", "NORM", "LEMMA")
"""Attributes whose values single out few tokens, the preferred ones first."""

REPORT_ATTRIBUTES = ("ORTH", "LOWER")
"""Those of them that can be searched in a text."""

MAX_SEQUENCES = 64
"""A run with ``IN`` stands for several sequences of values, up to this many; a longer list only as a run of its own."""

MAX_SPREAD = 8
"""A companion's distance from the anchor may vary by this many tokens."""


class Companion(NamedTuple):
    """A second token that every match holds: its place is ``low`` to ``high`` tokens from the anchor's first."""

    attribute: str
    low: int
    high: int
    values: tuple[Value, ...]


class Check(NamedTuple):
    """A token of the anchor that must fit more than its values: its place in the anchor, and its description."""

    place: int
    description: Mapping[str, Any]


@dataclass(frozen=True)
class Plan:
    """How to find the matches of a pattern.

    Attributes:
        attribute: which attribute of the tokens the anchor's values belong to.
        sequences: the anchor: every match holds one of these runs of values. None of them where a list was empty:
            the pattern cannot match.
        checks: tokens of the anchor that must fit more.
        before, after: the atoms on either side, in the order of the pattern.
        companion: a second token to look for, or None.
    """

    attribute: str
    sequences: tuple[tuple[Value, ...], ...]
    checks: tuple[Check, ...]
    before: tuple[Atom, ...]
    after: tuple[Atom, ...]
    companion: Companion | None

    @property
    def length(self) -> int:
        """Tokens in the anchor."""
        return len(self.sequences[0]) if self.sequences else 0


class _Run(NamedTuple):
    first: int
    values: Sequence[tuple[Value, ...]]
    attribute: str

    @property
    def weight(self) -> int:
        """Characters of the shortest sequence that it stands for."""
        return sum(min((_size(value) for value in choice), default=0) for choice in self.values)

    @property
    def impossible(self) -> bool:
        return not all(self.values)


def _size(value: Value) -> int:
    return len(value) if isinstance(value, str) else 1


def make_plan(
    pattern: TokenPattern,
    attributes: Sequence[str] = ATTRIBUTES,
    usable: Callable[[Value, str], bool] = lambda value, attribute: True,
) -> Plan | None:
    """The plan of a pattern; None where no literal is needed, so that it must be tried everywhere.

    Args:
        pattern: one that spaCy's Matcher accepts.
        attributes: those that may serve as anchor.
        usable: whether a value of an attribute may.
    """
    parts = atoms(pattern)
    runs = [run for attribute in attributes for run in _runs(parts, attribute, usable)]
    if not runs:
        return None
    best = max(runs, key=lambda run: (run.impossible, run.weight))  # the first of equals: the preferred attribute
    end = best.first + len(best.values)
    checks = [
        Check(place, parts[best.first + place].description)
        for place in range(len(best.values))
        if not only_says(parts[best.first + place].description, best.attribute)
    ]
    return Plan(
        attribute=best.attribute,
        sequences=tuple(product(*best.values)),
        checks=tuple(checks),
        before=tuple(parts[: best.first]),
        after=tuple(parts[end:]),
        companion=_companion(parts, best, attributes),
    )


def _runs(parts: Sequence[Atom], attribute: str, usable: Callable[[Value, str], bool]) -> list[_Run]:
    """Of each run of required tokens with values of this attribute the heaviest piece of not too many sequences."""
    runs: list[_Run] = []
    begin: int | None = None
    values: list[tuple[Value, ...]] = []
    for i, atom in enumerate([*parts, Atom(Kind.NOT, {})]):
        exact = exact_values(atom.description, attribute) if atom.kind is Kind.ONE else None
        if exact is not None and all(usable(value, attribute) for value in exact):
            begin = i if begin is None else begin
            values.append(exact)
        elif begin is not None:
            runs.append(max(_pieces(begin, values, attribute), key=lambda run: (run.impossible, run.weight)))
            begin, values = None, []
    return runs


def _pieces(begin: int, values: list[tuple[Value, ...]], attribute: str) -> list[_Run]:
    if prod(map(len, values)) <= MAX_SEQUENCES:
        return [_Run(begin, values, attribute)]
    pieces = []
    for i in range(len(values)):
        j = i + 1
        while j < len(values) and prod(map(len, values[i : j + 1])) <= MAX_SEQUENCES:
            j += 1
        pieces.append(_Run(begin + i, values[i:j], attribute))
    return pieces


def _companion(parts: Sequence[Atom], anchor: _Run, attributes: Sequence[str]) -> Companion | None:
    """The nearest required token outside the anchor whose values and distance are known."""
    length = len(anchor.values)
    after = _nearest(parts[anchor.first + length :], attributes)
    before = _nearest(parts[: anchor.first][::-1], attributes)
    found = [Companion(attribute, length + low, length + high, values) for attribute, low, high, values in after]
    found += [Companion(attribute, -1 - high, -1 - low, values) for attribute, low, high, values in before]
    return min(found, key=lambda companion: (companion.high - companion.low, len(companion.values)), default=None)


def _nearest(parts: Iterable[Atom], attributes: Sequence[str]) -> list[Companion]:
    """The first of these atoms with known values, if any; its distance counts the tokens before it."""
    low = high = 0
    for kind, description in parts:
        if kind is Kind.ONE:
            for attribute in attributes:
                exact = exact_values(description, attribute)
                if exact is not None:
                    return [Companion(attribute, low, high, exact)]
        low, high = low + (kind in (Kind.ONE, Kind.NOT)), high + 1
        if kind is Kind.REPEATED or high - low > MAX_SPREAD:
            break
    return []
