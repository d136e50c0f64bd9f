"""Sequences of token values, found in a Doc whatever their number: what spaCy's PhraseMatcher does."""

from __future__ import annotations

from collections.abc import Iterable

from policytag.patterns.literals import LiteralIndex
from policytag.patterns.tokens.codes import Keys, TokenCodes

Match = tuple[int, int, int]
"""Id of the match (a number of the string store), first token, token after the last."""


class SequenceIndex:
    """Finds sequences of values of one attribute of tokens.

    Attributes:
        codes: the characters that stand for the values.
    """

    def __init__(self) -> None:
        self.codes = TokenCodes()
        self._numbers: dict[str, int] = {}
        self._index: LiteralIndex | None = None

    def __len__(self) -> int:
        return len(self._numbers)

    def add(self, coded: str) -> int:
        """The number of a sequence, given in characters of ``codes``; equal ones share it. It must not be empty."""
        number = self._numbers.setdefault(coded, len(self._numbers))
        if number == len(self._numbers) - 1:
            self._index = None
        return number

    def find(self, coded: str) -> list[tuple[int, int, int]]:
        """Every occurrence in a coded Doc, as (number of the sequence, first token, token after the last)."""
        if self._index is None:
            self._index = LiteralIndex(tuple(self._numbers))
        return self._index.finditer(coded)


class PhraseIndex:
    """String patterns on the tokens of a Doc: each a sequence of values of one attribute, with the id of its match."""

    def __init__(self) -> None:
        self._sequences = SequenceIndex()
        self._ids: list[tuple[int, ...]] = []

    def __len__(self) -> int:
        return len(self._sequences)

    @property
    def codes(self) -> TokenCodes:
        """The characters of the token values."""
        return self._sequences.codes

    def add(self, match_id: int, coded: str) -> None:
        """Add a phrase, given in characters of ``codes``; one without tokens matches nothing."""
        if not coded:
            return
        number = self._sequences.add(coded)
        if number == len(self._ids):
            self._ids.append((match_id,))
        elif match_id not in self._ids[number]:
            self._ids[number] += (match_id,)

    def remove(self, match_ids: Iterable[int]) -> None:
        """Forget the phrases of these ids."""
        gone = frozenset(match_ids)
        self._ids = [ids if gone.isdisjoint(ids) else tuple(i for i in ids if i not in gone) for ids in self._ids]

    def find(self, keys: Keys) -> list[Match]:
        """All matches in a Doc whose tokens have these values."""
        if not self._ids:
            return []
        found = self._sequences.find(self.codes.encode(keys))
        return [(match_id, start, end) for number, start, end in found for match_id in self._ids[number]]
