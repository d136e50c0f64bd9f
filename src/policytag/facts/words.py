"""A list of words that are taken off a stretch of text, one after the other, from its beginning or its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from policytag.patterns.wordlists import Entry


class Word(NamedTuple):
    """One entry: the word, what it does there, what may not stand on its far side, what may all the same, its length."""

    text: str
    kind: str
    exceptions: tuple[str, ...]
    allowed: tuple[str, ...]
    length: int


def exceptions_of(entry: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What may not stand on the far side of a word (third field), and what may all the same (there with ! in front)."""
    listed = entry.field(2).split()
    refused = tuple(word for word in listed if not word.startswith("!"))
    return refused, tuple(word[1:] for word in listed if word.startswith("!"))


class WordTable:
    """The longest word that begins or ends at a place; of two entries for one word the first counts."""

    __slots__ = ("_by_first", "_by_last")

    def __init__(self, entries: Iterable[Entry]) -> None:
        words: dict[str, Word] = {}
        for entry in entries:
            text = entry.word
            words.setdefault(text, Word(text, entry.field(1), *exceptions_of(entry), len(text)))
        self._by_first = _by_edge({word: word.text[:2] for word in words.values()}, 0)
        self._by_last = _by_edge({word: word.text[-2:] for word in words.values()}, -1)

    def at_end(self, joined: str, low: int, end: int) -> Word | None:
        """The longest word that ends at ``end``, begins at ``low`` or after it, and may stand after what precedes."""
        words = self._by_last.get(joined[end - 2 : end]) if end > 1 else None
        for word in self._by_last.get(joined[end - 1], ()) if words is None else words:
            text, _, exceptions, allowed, length = word
            if joined.endswith(text, low, end) and not (
                exceptions
                and joined.endswith(exceptions, low, end - length)
                and not joined.endswith(allowed, low, end - length)
            ):
                return word
        return None

    def at_start(self, joined: str, start: int, high: int) -> Word | None:
        """The longest word that begins at ``start``, ends at ``high`` or before it, and may stand before what follows."""
        words = self._by_first.get(joined[start : start + 2])
        for word in self._by_first.get(joined[start], ()) if words is None else words:
            text, _, exceptions, allowed, length = word
            if joined.startswith(text, start, high) and not (
                exceptions
                and joined.startswith(exceptions, start + length)
                and not joined.startswith(allowed, start + length)
            ):
                return word
        return None


def _by_edge(edges: Mapping[Word, str], side: int) -> dict[str, tuple[Word, ...]]:
    """The words by the two characters of their edge, the longest first, those of one character with each; and by one."""
    by_edge: dict[str, list[Word]] = {}
    for word, edge in edges.items():
        by_edge.setdefault(edge, []).append(word)
    for edge, words in by_edge.items():
        if len(edge) == 2:
            words += by_edge.get(edge[side], ())
    return {edge: tuple(sorted(words, key=lambda word: word.length, reverse=True)) for edge, words in by_edge.items()}
