"""Hedges: the words before and after a quantity that say how its number is meant (近, 超过, 以上, 左右)."""

from __future__ import annotations

from dataclasses import dataclass, field

from policytag.patterns.wordlists import WordLists


@dataclass(frozen=True)
class Hedge:
    """A hedge, the bound that it gives, and what may not stand on its far side."""

    word: str
    bound: str
    exceptions: tuple[str, ...]


@dataclass(frozen=True)
class Hedges:
    """The hedges of a set of packs.

    Attributes:
        before: hedges by their last character, the longest first.
        after: hedges by their whole word.
    """

    before: dict[str, tuple[Hedge, ...]] = field(default_factory=dict)
    after: dict[str, Hedge] = field(default_factory=dict)

    @classmethod
    def from_lists(cls, lists: WordLists) -> Hedges:
        """Read ``quantity_hedges.txt``; the form of a line is laid down at its head."""
        before: dict[str, list[Hedge]] = {}
        after: dict[str, Hedge] = {}
        for entry in lists.get("quantity_hedges", ()):
            hedge = Hedge(entry.word, entry.field(2), tuple(entry.field(3).split()))
            if entry.field(1) == "after":
                after[hedge.word] = hedge
            else:
                before.setdefault(hedge.word[-1], []).append(hedge)
        return cls({c: tuple(sorted(some, key=lambda h: -len(h.word))) for c, some in before.items()}, after)

    def find_before(self, text: str, start: int) -> Hedge | None:
        """The hedge that ends at ``start``."""
        for hedge in self.before.get(text[start - 1] if start else "", ()):
            first = start - len(hedge.word)
            if first >= 0 and text.startswith(hedge.word, first):
                if any(text.endswith(e, 0, first) for e in hedge.exceptions):
                    continue
                return hedge
        return None

    def find_after(self, text: str, word: str, end: int) -> Hedge | None:
        """The hedge ``word``, which ends at ``end``, unless what follows makes it another word."""
        hedge = self.after[word]
        return None if text.startswith(hedge.exceptions, end) else hedge
