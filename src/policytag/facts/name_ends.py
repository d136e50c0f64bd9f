"""What the name of an indicator ends in, and what that says of the number after it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from policytag.facts.edges import Name
from policytag.patterns.wordlists import Entry


class NameEnds(NamedTuple):
    """Ends of names, by their kind in the list fact_heads.

    Attributes:
        percent: a percentage after it is its level.
        sum: a percentage after it, without a verb, is its growth.
        share: it is a part of a whole.
        portion: the same where 占 stands in the name.
        time: the days or hours after it are its level.
        age: so are the years.
        whole: the name is not cut at a verb inside it.
        burden: less of it is better.
        joint: it continues the name before 完成 and 实现.
    """

    percent: tuple[str, ...]
    sum: tuple[str, ...]
    share: tuple[str, ...]
    portion: tuple[str, ...]
    time: tuple[str, ...]
    age: tuple[str, ...]
    whole: tuple[str, ...]
    burden: tuple[str, ...]
    joint: tuple[str, ...]

    @classmethod
    def from_entries(cls, entries: Iterable[Entry]) -> NameEnds:
        """The entries of fact_heads, those of other kinds apart."""
        by_kind: dict[str, list[str]] = {kind: [] for kind in cls._fields}
        for entry in entries:
            by_kind.get(entry.field(1), []).append(entry.word)
        return cls(*map(tuple, by_kind.values()))

    def is_share(self, joined: str, name: Name) -> bool:
        """Does the name say that it is a part of a whole (占比, 占生产总值比例)?"""
        start, end = name[-1]
        return joined.endswith(self.share, start, end) or (
            joined.endswith(self.portion, start, end) and joined.find("占", start, end) >= 0
        )
