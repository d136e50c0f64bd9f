"""The rules of the names tagger, compiled from word lists."""

from __future__ import annotations

from dataclasses import dataclass

from policytag.patterns.wordlists import WordLists
from policytag.taggers.names.vocabulary import Vocabulary


@dataclass(frozen=True)
class NameRules:
    """What find_names needs.

    Attributes:
        words: all words that it knows, as one index.
        list_nouns: noun after 等 → type of the members of the list.
    """

    words: Vocabulary
    list_nouns: dict[str, str]

    @classmethod
    def from_lists(cls, lists: WordLists) -> NameRules:
        """Compile the lists; any of them may be missing."""
        nouns = {entry.word: entry.field(1) for entry in lists.get("list_nouns", ())}
        return cls(Vocabulary.from_lists(lists), nouns)
