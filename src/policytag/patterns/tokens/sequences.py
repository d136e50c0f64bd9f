"""Sequences of token values, found in a Doc whatever their number: what spaCy's PhraseMatcher does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from policytag.patterns.literals import LiteralIndex
from policytag.patterns.tokens.codes import Codes, Keys, TokenCodes

Places: TypeAlias = "npt.NDArray[np.intp]"

Match = tuple[int, int, int]
"""Id of the match (a number of the string store), first token, token after the last."""


class SequenceIndex:
    """Numbered sequences of tokens, each token a character of some TokenCodes."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._compiled = False
        self._longer: tuple[LiteralIndex, Places] | None = None
        self._single: Places = np.empty(0, dtype=np.intp)

    def __len__(self) -> int:
        return len(self._numbers)

    def add(self, coded: str) -> int:
        """The number of a sequence, which must not be empty; equal ones share it."""
        self._compiled = False
        return self._numbers.setdefault(coded, len(self._numbers))

    def find(self, codes: Codes) -> tuple[Places, Places]:
        """Every occurrence in a coded Doc: the numbers of the sequences, and the first token of each."""
        if not self._compiled:
            self._compile()
        numbers = starts = np.empty(0, dtype=np.intp)
        if self._longer is not None:
            index, number_of = self._longer
            found = index.finditer(codes.tobytes().decode("utf-32-le"))
            columns = np.array(found, dtype=np.intp).reshape(-1, 3)
            numbers, starts = number_of[columns[:, 0]], columns[:, 1]
        if len(self._single):
            # Characters beyond the table begin no sequence of one token.
            single = self._single[np.minimum(codes, len(self._single) - 1)]
            places = np.flatnonzero(single >= 0)
            numbers, starts = np.append(numbers, single[places]), np.append(starts, places)
        return numbers, starts

    def _compile(self) -> None:
        # Single tokens are a table: in an automaton over many different tokens they would be most of its work.
        single = {ord(coded): number for coded, number in self._numbers.items() if len(coded) == 1}
        self._single = np.full(max(single) + 2 if single else 0, -1, dtype=np.intp)
        self._single[list(single)] = list(single.values())
        longer = {coded: number for coded, number in self._numbers.items() if len(coded) > 1}
        number_of = np.fromiter(longer.values(), dtype=np.intp, count=len(longer))
        self._longer = (LiteralIndex(tuple(longer)), number_of) if longer else None
        self._compiled = True


class PhraseIndex:
    """String patterns on the tokens of a Doc: each a sequence of values of one attribute, with the id of its match.

    Attributes:
        codes: the characters that stand for the values.
    """

    def __init__(self) -> None:
        self.codes = TokenCodes()
        self._sequences = SequenceIndex()
        self._ids: list[tuple[int, ...]] = []
        self._lengths: list[int] = []

    def __len__(self) -> int:
        return len(self._sequences)

    def add(self, match_id: int, coded: str) -> None:
        """Add a phrase, given in characters of ``codes``; one without tokens matches nothing."""
        if not coded:
            return
        number = self._sequences.add(coded)
        if number == len(self._ids):
            self._ids.append((match_id,))
            self._lengths.append(len(coded))
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
        numbers, starts = self._sequences.find(self.codes.encode(keys))
        ids, lengths = self._ids, self._lengths
        return [
            (match_id, start, start + lengths[number])
            for number, start in zip(numbers.tolist(), starts.tolist(), strict=True)
            for match_id in ids[number]
        ]
