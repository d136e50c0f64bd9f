"""Hedges: the words before and after a quantity that say how its number is meant (近, 超过, 以上, 左右)."""

from __future__ import annotations

from dataclasses import dataclass, field

from policytag.patterns.wordlists import WordLists

FAR = 6
"""How many characters may stand between a far hedge and its share."""
_SIDES = {"scale": ("scale",), "share": ("share",)}


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
        scale: the same with those that stand before a scale alone (上千家) only.
        share: hedges before a share (前1%), by their last character.
        far: hedges that may also stand a few characters before a share (约占全县12%).
        reach: how far before a share they may begin.
    """

    before: dict[str, tuple[Hedge, ...]] = field(default_factory=dict)
    after: dict[str, Hedge] = field(default_factory=dict)
    scale: dict[str, tuple[Hedge, ...]] = field(default_factory=dict)
    share: dict[str, tuple[Hedge, ...]] = field(default_factory=dict)
    far: tuple[Hedge, ...] = ()
    reach: int = 0

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
                for side in _SIDES.get(entry.field(1), ("before", "scale")):
                    sides[side].setdefault(hedge.word[-1], []).append(hedge)
        before, scale, share = (_longest_first(sides[side]) for side in ("before", "scale", "share"))
        return cls(before, after, scale, share, tuple(far), FAR + max((len(hedge.word) for hedge in far), default=0))

    def find_before(self, text: str, start: int) -> Hedge | None:
        """The hedge that ends at ``start``."""
        near = self.before.get(text[start - 1 : start])
        return None if near is None else _ending_at(text, start, near)

    def find_before_scale(self, text: str, start: int) -> Hedge | None:
        """The hedge that ends at ``start``, where a scale alone stands."""
        near = self.scale.get(text[start - 1 : start])
        return None if near is None else _ending_at(text, start, near)

    def find_before_share(self, text: str, start: int) -> Hedge | None:
        """The hedge of shares only that ends at ``start``, or a far one a few characters before it in the same run of words."""
        near = self.share.get(text[start - 1 : start])
        if near is not None:
            return _ending_at(text, start, near)
        for hedge in self.far:
            first = text.rfind(hedge.word, max(0, start - self.reach), start)
            if first >= 0 and text[first:start].isalpha():
                return hedge
        return None

    def unless_excepted(self, hedge: Hedge, text: str, end: int) -> Hedge | None:
        """The hedge behind a quantity, which ends at ``end``, unless what follows makes it another word."""
        return None if text.startswith(hedge.exceptions, end) else hedge


def _ending_at(text: str, end: int, hedges: tuple[Hedge, ...]) -> Hedge | None:
    for hedge in hedges:
        first = end - len(hedge.word)
        if first >= 0 and text.startswith(hedge.word, first) and not text.endswith(hedge.exceptions, 0, first):
            return hedge
    return None


def _longest_first(hedges: dict[str, list[Hedge]]) -> dict[str, tuple[Hedge, ...]]:
    return {last: tuple(sorted(some, key=lambda hedge: -len(hedge.word))) for last, some in hedges.items()}
