"""Hedges: the words before and after a quantity that say how its number is meant (近, 超过, 以上, 左右)."""

from __future__ import annotations

from dataclasses import dataclass, field

from policytag.patterns.wordlists import WordLists

FAR = 6
"""How many characters may stand between a far hedge and its share."""


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
        scale: hedges before a scale alone (上千家), by their last character.
        share: hedges before a share (前1%), by their last character.
        far: hedges that may also stand a few characters before a share (约占全市5%).
    """

    before: dict[str, tuple[Hedge, ...]] = field(default_factory=dict)
    after: dict[str, Hedge] = field(default_factory=dict)
    scale: dict[str, tuple[Hedge, ...]] = field(default_factory=dict)
    share: dict[str, tuple[Hedge, ...]] = field(default_factory=dict)
    far: tuple[Hedge, ...] = ()

    @classmethod
    def from_lists(cls, lists: WordLists) -> Hedges:
        """Read ``quantity_hedges.txt``; the form of a line is laid down at its head."""
        sides: dict[str, dict[str, list[Hedge]]] = {"before": {}, "scale": {}, "share": {}}
        after: dict[str, Hedge] = {}
        far: list[Hedge] = []
        for entry in lists.get("quantity_hedges", ()):
            hedge = Hedge(entry.word, entry.field(2), tuple(entry.field(3).split()))
            if entry.field(1) == "after":
                after[hedge.word] = hedge
            elif entry.field(1) == "far":
                far.append(hedge)
            else:
                side = sides.get(entry.field(1), sides["before"])
                side.setdefault(hedge.word[-1], []).append(hedge)
        before, scale, share = (_longest_first(sides[side]) for side in ("before", "scale", "share"))
        return cls(before, after, scale, share, tuple(far))

    def find_before(self, text: str, start: int, *, scale: bool = False) -> Hedge | None:
        """The hedge that ends at ``start``; with ``scale`` also one that stands only before a scale alone."""
        last = text[start - 1] if start else ""
        hedges = self.before.get(last, ())
        return _ending_at(text, start, (*hedges, *self.scale.get(last, ())) if scale else hedges)

    def find_before_share(self, text: str, start: int) -> Hedge | None:
        """The hedge of shares only that ends at ``start``."""
        return _ending_at(text, start, self.share.get(text[start - 1], ())) if start else None

    def far_starts(self, text: str) -> dict[int, Hedge]:
        """For the first number a few characters behind each far hedge: where it begins, and the hedge."""
        starts: dict[int, Hedge] = {}
        for hedge in self.far:
            first = text.find(hedge.word)
            while first >= 0:
                end = first + len(hedge.word)
                for i in range(end, min(end + FAR, len(text) - 1) + 1):
                    if text[i].isdecimal():
                        starts[i] = hedge
                    if i == len(text) - 1 or not text[i].isalpha():
                        break
                first = text.find(hedge.word, end)
        return starts

    def find_after(self, text: str, word: str, end: int) -> Hedge | None:
        """The hedge ``word``, which ends at ``end``, unless what follows makes it another word."""
        hedge = self.after[word]
        return None if text.startswith(hedge.exceptions, end) else hedge


def _ending_at(text: str, end: int, hedges: tuple[Hedge, ...]) -> Hedge | None:
    for hedge in hedges:
        first = end - len(hedge.word)
        if first >= 0 and text.startswith(hedge.word, first):
            if any(text.endswith(e, 0, first) for e in hedge.exceptions):
                continue
            return hedge
    return None


def _longest_first(hedges: dict[str, list[Hedge]]) -> dict[str, tuple[Hedge, ...]]:
    return {last: tuple(sorted(some, key=lambda hedge: -len(hedge.word))) for last, some in hedges.items()}
