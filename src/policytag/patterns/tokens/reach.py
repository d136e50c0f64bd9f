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


def reach(steps: Iterable[Step], place: int, n_tokens: int, fits: Fits, *, forward: bool) -> Sequence[int]:
    """Where matches can end whose steps begin at token ``place``; ends are exclusive.

    Backward (not ``forward``): where matches can begin whose steps, the last one first, end before token ``place``.
    """
    move, ahead = (1, 0) if forward else (-1, -1)  # a place lies between tokens: which of the two is looked at
    edge = n_tokens if forward else 0
    places: Iterable[int] = (place,)
    for kind, condition in steps:
        reached: set[int] = set()
        for i in places:
            if kind is Kind.REPEATED:
                while i not in reached:
                    reached.add(i)
                    if i == edge or not fits(condition, i + ahead):
                        break
                    i += move
                continue
            if kind is Kind.OPTIONAL:
                reached.add(i)
            if i != edge and fits(condition, i + ahead) is not (kind is Kind.NOT):
                reached.add(i + move)
        if not reached:
            return ()
        places = reached
    return tuple(places)
