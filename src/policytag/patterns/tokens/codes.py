"""Tokens as characters: each value of a token attribute gets a character of its own, so that a Doc becomes a string.

Sequences of tokens are then found by an index over strings, token by token, and offsets count tokens.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[Any]
"""Values of one attribute (uint64), one for each token of a Doc, as ``Doc.to_array`` gives them."""

Codes: TypeAlias = "npt.NDArray[np.uint32]"
"""Code points, one for each token of a Doc."""

_FIRST_SURROGATE, _SURROGATES = 0xD800, 0x800
MAX_VALUES = 0x110000 - _SURROGATES - 1


class TokenCodes:
    """Characters for the values of an attribute, given out in the order in which the values come."""

    def __init__(self) -> None:
        self._characters: dict[int, str] = {}
        self._table: _Table | None = None

    def character(self, key: int) -> str:
        """The character of a value; a new one if it has none yet.

        Raises:
            ValueError: there are more than 1,112,063 different values.
        """
        known = self._characters.get(key)
        if known is None:
            number = len(self._characters) + 1
            if number > MAX_VALUES:
                raise ValueError(f"the patterns hold more than {MAX_VALUES:,} different tokens")
            known = chr(number if number < _FIRST_SURROGATE else number + _SURROGATES)
            self._characters[key] = known
            self._table = None
        return known

    def encode(self, keys: Keys) -> Codes:
        """The character of each value, as a code point; 0, which is given to no value, where it occurs in no pattern."""
        if self._table is None:
            self._table = _Table(self._characters)
        return self._table.look_up(keys)


class _Table:
    """An open hash table in arrays: a look-up of many values at once, whose cost does not grow with the table."""

    def __init__(self, characters: dict[int, str]) -> None:
        keys = np.fromiter(characters, dtype=np.uint64, count=len(characters))
        codes = np.fromiter(map(ord, characters.values()), dtype=np.uint32, count=len(characters))
        size = 1 << max(4, (4 * len(characters)).bit_length())
        self._mask = size - 1
        self._keys = np.zeros(size, dtype=np.uint64)
        self._codes = np.zeros(size, dtype=np.uint32)  # 0: the slot is free
        self._probes = 0
        pending = np.arange(len(keys))
        while len(pending):
            slots = self._slots(keys[pending], self._probes)
            distinct, first = np.unique(slots, return_index=True)
            placed = first[self._codes[distinct] == 0]
            self._keys[slots[placed]] = keys[pending[placed]]
            self._codes[slots[placed]] = codes[pending[placed]]
            pending = np.delete(pending, placed)
            self._probes += 1

    def _slots(self, keys: Keys, probe: int) -> npt.NDArray[np.intp]:
        # The low bits of a hash are as good as any; small numbers (flags, part-of-speech tags) fall side by side.
        return (keys.astype(np.intp) + probe) & self._mask

    def look_up(self, keys: Keys) -> Codes:
        slots = self._slots(keys, 0)
        found = self._codes[slots]
        wrong = self._keys[slots] != keys
        pending = np.flatnonzero(wrong & (found != 0))
        found[wrong] = 0
        for probe in range(1, self._probes):
            if not len(pending):
                break
            slots = self._slots(keys[pending], probe)
            codes = self._codes[slots]
            right = self._keys[slots] == keys[pending]
            found[pending[right]] = codes[right]
            pending = pending[~right & (codes != 0)]
        return found
