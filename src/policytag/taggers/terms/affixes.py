"""Words at a place of a text: does one of them begin or end there, and which (the longest)?

A look into a table for each length of word: far cheaper, a quotation at a time, than a pattern of all words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Affixes:
    """Words with a value each (a reason, a strength), to be found at a given place."""

    __slots__ = ("_firsts", "_lasts", "_lengths", "values")

    def __init__(self, values: Mapping[str, str]) -> None:
        self.values = dict(values)
        self._lengths = sorted({len(word) for word in self.values}, reverse=True)
        self._firsts = frozenset(word[0] for word in self.values)
        self._lasts = frozenset(word[-1] for word in self.values)

    def at_start(self, text: str, start: int) -> str | None:
        """The longest word that begins at ``start``."""
        if text[start : start + 1] not in self._firsts:
            return None
        values = self.values
        for length in self._lengths:
            word = text[start : start + length]
            if word in values:
                return word
        return None

    def at_end(self, text: str, end: int) -> str | None:
        """The longest word that ends at ``end``."""
        if text[end - 1 : end] not in self._lasts:
            return None
        values = self.values
        for length in self._lengths:
            if length <= end and (word := text[end - length : end]) in values:
                return word
        return None


def words_of(words: Iterable[str]) -> Affixes:
    """Affixes of words without values."""
    return Affixes(dict.fromkeys(words, ""))
