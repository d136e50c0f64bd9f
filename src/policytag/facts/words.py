"""A list of words that are taken off a stretch of text, one after the other, from its beginning or its end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from policytag.patterns.wordlists import Entry


class Word(NamedTuple):
    """One entry: the word, what it does there, and what may not stand on its far side."""

    text: str
    kind: str
    exceptions: tuple[str, ...] = ()


class WordTable:
    """The longest word that begins or ends at a place; of two entries for one word the first counts."""

    __slots__ = ("_lengths_by_first", "_lengths_by_last", "_words")

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._words: dict[str, Word] = {}
        first: dict[str, set[int]] = {}
        last: dict[str, set[int]] = {}
        for entry in entries:
            text = entry.word
            self._words.setdefault(text, Word(text, entry.field(1), tuple(entry.field(2).split())))
            first.setdefault(text[0], set()).add(len(text))
            last.setdefault(text[-1], set()).add(len(text))
        self._lengths_by_first = {char: tuple(sorted(lengths, reverse=True)) for char, lengths in first.items()}
        self._lengths_by_last = {char: tuple(sorted(lengths, reverse=True)) for char, lengths in last.items()}

    def at_end(self, joined: str, low: int, end: int) -> Word | None:
        """The longest word that ends at ``end``, begins at ``low`` or after it, and may stand after what precedes."""
        for length in self._lengths_by_last.get(joined[end - 1], ()):
            if length <= end - low:
                word = self._words.get(joined[end - length : end])
                if word is not None and not (word.exceptions and joined.endswith(word.exceptions, low, end - length)):
                    return word
        return None

    def at_start(self, joined: str, start: int, high: int) -> Word | None:
        """The longest word that begins at ``start``, ends at ``high`` or before it, and may stand before what follows."""
        for length in self._lengths_by_first.get(joined[start], ()):
            if length <= high - start:
                word = self._words.get(joined[start : start + length])
                if word is not None and not (word.exceptions and joined.startswith(word.exceptions, start + length)):
                    return word
        return None
