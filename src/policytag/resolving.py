"""The resolver: of all candidates the ones that stay, by one documented order.

The order: higher priority, longer, earlier start, patterns before terms before names before quantities, row id.

* Of one type the first in the order wins; the others that overlap it lose.
* Of two types, equal or nested spans both stay where the outer one is a PROJECT or an ORG, with two exceptions: a
  POLICY_TERM of digits inside the name (141 in 141航校), and a POLICY_TERM in the body that is named for it (乡村振兴 in
  乡村振兴局).
* Inside a POLICY_TERM or a QUANTITY nothing else stays; of crossing spans the first in the order wins.
* Labels of a user's own rows compete only with themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from policytag.analysis import Candidate
from policytag.span_edges import may_be_edge

TYPES = ("PROJECT", "ORG", "POLICY_TERM", "QUANTITY")
_TYPE_RANK = {label: rank for rank, label in enumerate(TYPES)}
_TAGGER_RANK = {"patterns": 0, "terms": 1, "names": 2, "quantities": 3}
_HOLDERS = ("PROJECT", "ORG")
_DIGITS = re.compile(r"[0-9０-９]+")


class Loss(NamedTuple):
    """A candidate that lost, what beat it (None where no other candidate did), and why."""

    candidate: Candidate
    winner: Candidate | None
    reason: str


def order(candidate: Candidate) -> tuple[Any, ...]:
    """Sort key of the documented order."""
    return (
        -candidate["priority"],
        candidate["start"] - candidate["end"],
        candidate["start"],
        _TAGGER_RANK.get(candidate["tagger"], 9),
        candidate["rule"],
    )


def trim(candidate: Candidate, folded: str) -> Candidate | None:
    """The candidate without white space, quotation marks and punctuation at its edges; None where nothing else is left.

    A span of a user's own label stays as the row has it.
    """
    start, end = candidate["start"], candidate["end"]
    if (may_be_edge(folded[start]) and may_be_edge(folded[end - 1])) or candidate["type"] not in _TYPE_RANK:
        return candidate
    while start < end and not may_be_edge(folded[start]):
        start += 1
    while start < end and not may_be_edge(folded[end - 1]):
        end -= 1
    return {**candidate, "start": start, "end": end} if start < end else None


def text_order(candidate: Candidate) -> tuple[int, int, int]:
    """Sort key of a report's annotations: text order, the longer first, then the type."""
    return candidate["start"], -candidate["end"], _TYPE_RANK.get(candidate["type"], 9)


def resolve(
    candidates: Sequence[Candidate], text: str, body_tails: Collection[str], losses: list[Loss] | None = None
) -> list[Candidate]:
    """The candidates that stay, in text order.

    Args:
        candidates: those of all layers, in any order.
        text: the folded text, at whose offsets they stand.
        body_tails: ends of the names of bodies that are called after a policy (局, 管委会 …).
        losses: where given, takes every candidate that lost, with its reason.
    """
    kept: list[Candidate] = []
    for cluster in _clusters(sorted(candidates, key=text_order)):
        if len(cluster) == 1:
            kept.append(cluster[0])
        else:
            kept += _settle(cluster, text, body_tails, losses)
    return kept


def _clusters(candidates: Iterable[Candidate]) -> Iterable[list[Candidate]]:
    """Runs of candidates that overlap, directly or through others."""
    cluster: list[Candidate] = []
    end = -1
    for candidate in candidates:
        if candidate["start"] >= end and cluster:
            yield cluster
            cluster = []
            end = -1
        cluster.append(candidate)
        if candidate["end"] > end:
            end = candidate["end"]
    if cluster:
        yield cluster


def _settle(
    cluster: list[Candidate], text: str, body_tails: Collection[str], losses: list[Loss] | None
) -> list[Candidate]:
    kept: dict[str, _Accepted] = {}
    for candidate in sorted(cluster, key=order):
        beaten = _first_conflict(candidate, kept, text, body_tails)
        if beaten is None:
            kept.setdefault(candidate["type"], _Accepted()).add(candidate)
        elif losses is not None:
            losses.append(Loss(candidate, *beaten))
    return sorted((c for accepted in kept.values() for c in accepted.candidates()), key=text_order)


def _first_conflict(
    candidate: Candidate, kept: dict[str, _Accepted], text: str, body_tails: Collection[str]
) -> tuple[Candidate, str] | None:
    own = candidate["type"]
    for label, accepted in kept.items():
        if label != own and (own not in _TYPE_RANK or label not in _TYPE_RANK):
            continue
        for other in accepted.overlapping(candidate["start"], candidate["end"]):
            reason = "overlap" if label == own else _conflict(candidate, other, text, body_tails)
            if reason:
                return other, reason
    return None


def _conflict(candidate: Candidate, winner: Candidate, text: str, body_tails: Collection[str]) -> str | None:
    """Why two spans of different types cannot both stay, or None."""
    inner, outer = candidate, winner
    if (inner["end"] - inner["start"], inner["type"] in _HOLDERS) > (
        outer["end"] - outer["start"],
        outer["type"] in _HOLDERS,
    ):
        inner, outer = outer, inner
    if not (outer["start"] <= inner["start"] and inner["end"] <= outer["end"]):
        return "crossing"
    if outer["type"] not in _HOLDERS:
        return f"inside a {outer['type']}"
    if inner["type"] == "POLICY_TERM":
        if _DIGITS.fullmatch(text, inner["start"], inner["end"]) and _longer(outer, inner):
            return "digits of a name"
        if outer["type"] == "ORG" and text[inner["end"] : outer["end"]] in body_tails:
            return "the body is named for it"
    return None


def _longer(one: Candidate, other: Candidate) -> bool:
    return one["end"] - one["start"] > other["end"] - other["start"]


class _Accepted:
    """Spans of one type that stay: they do not overlap, so two sorted lists find the neighbours of any span."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._by_start: dict[int, Candidate] = {}

    def add(self, candidate: Candidate) -> None:
        insort(self._starts, candidate["start"])
        self._by_start[candidate["start"]] = candidate

    def candidates(self) -> Iterable[Candidate]:
        return self._by_start.values()

    def overlapping(self, start: int, end: int) -> Iterable[Candidate]:
        i = bisect_left(self._starts, start)
        if i and self._by_start[self._starts[i - 1]]["end"] > start:
            i -= 1
        while i < len(self._starts) and self._starts[i] < end:
            yield self._by_start[self._starts[i]]
            i += 1
