"""From an anchor to the matches around it: where a pattern's tokens before and after the anchor can begin and end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from policytag.patterns.tokens.atoms import Kind

Fits: TypeAlias = "Callable[[int, int], bool]"
"""``fits(condition, i)``: does token ``i`` fit the condition of this number?"""


class Step(NamedTuple):
    """An atom whose description stands as the number of a condition."""

    kind: Kind
    condition: int


def ends_after(steps: Iterable[Step], place: int, n_tokens: int, fits: Fits) -> Sequence[int]:
    """Where matches can end whose steps begin at token ``place``; ends are exclusive."""
    places: Iterable[int] = (place,)
    for kind, condition in steps:
        reached: set[int] = set()
        for i in places:
            if kind is Kind.REPEATED:
                while i not in reached:
                    reached.add(i)
                    if i >= n_tokens or not fits(condition, i):
                        break
                    i += 1
                continue
            if kind is Kind.OPTIONAL:
                reached.add(i)
            if i < n_tokens and fits(condition, i) is not (kind is Kind.NOT):
                reached.add(i + 1)
        if not reached:
            return ()
        places = reached
    return tuple(places)


def starts_before(steps: Iterable[Step], place: int, fits: Fits) -> Sequence[int]:
    """Where matches can begin whose steps (the last one first) end before token ``place``."""
    places: Iterable[int] = (place,)
    for kind, condition in steps:
        reached: set[int] = set()
        for i in places:
            if kind is Kind.REPEATED:
                while i not in reached:
                    reached.add(i)
                    if i <= 0 or not fits(condition, i - 1):
                        break
                    i -= 1
                continue
            if kind is Kind.OPTIONAL:
                reached.add(i)
            if i > 0 and fits(condition, i - 1) is not (kind is Kind.NOT):
                reached.add(i - 1)
        if not reached:
            return ()
        places = reached
    return tuple(places)
