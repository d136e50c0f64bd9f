"""Words at a place of a text: does one of them begin or end there, and which (the longest)?

A look into a table for each length of word: far cheaper, a quotation at a time, than a pattern of all words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Affixes:
    """Words with a value each (a reason, a strength), to be found at a given place.

    Attributes:
        values: word → value.
    """

    __slots__ = ("_by_first", "_by_last", "values")

    def __init__(self, values: Mapping[str, str]) -> None:
        self.values = dict(values)
        self._by_first = _lengths(self.values, 0)
        self._by_last = _lengths(self.values, -1)

    def at_start(self, text: str, start: int) -> str | None:
        """The longest word that begins at ``start``."""
        for length in self._by_first.get(text[start : start + 1], ()):
            word = text[start : start + length]
            if word in self.values:
                return word
        return None

    def at_end(self, text: str, end: int) -> str | None:
        """The longest word that ends at ``end``."""
        for length in self._by_last.get(text[end - 1 : end], ()):
            if length <= end and (word := text[end - length : end]) in self.values:
                return word
        return None

    def first_within(self, text: str, start: int, stop: int, barriers: frozenset[str]) -> tuple[str, int] | None:
        """The first word that begins between ``start`` and ``stop``, and where, if no barrier stands before it."""
        by_first, values = self._by_first, self.values
        for at, character in enumerate(text[start:stop], start):
            for length in by_first.get(character, ()):
                word = text[at : at + length]
                if word in values:
                    return word, at
            if character in barriers:
                return None
        return None


def words_of(words: Iterable[str]) -> Affixes:
    """Affixes of words without values."""
    return Affixes(dict.fromkeys(words, ""))


def _lengths(words: Iterable[str], place: int) -> dict[str, tuple[int, ...]]:
    """First (0) or last (-1) character → lengths of the words with it, the longest first."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[place], set()).add(len(word))
    return {character: tuple(sorted(found, reverse=True)) for character, found in lengths.items()}
