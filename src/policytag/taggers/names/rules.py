"""The rules of the names tagger, compiled from word lists."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policytag.patterns.wordlists import WordLists, any_of, words
from policytag.taggers.names.measures import Measures
from policytag.taggers.names.scanning import ClauseFinder
from policytag.taggers.names.vocabulary import Vocabulary

OTHER = "-"
"""What list_nouns says of a noun whose lists hold no names of either type (等区域)."""
NAMED = ("ORG", "PROJECT")
"""What it says of the others."""
_FIRM = "[\u4e00-\u9fff]{2,5}"
_AT_PLACE = "在[\u4e00-\u9fff]{1,8}?"


@dataclass(frozen=True)
class NameRules:
    """What find_names needs.

    Attributes:
        words: all words that it knows, as one index.
        clauses: finds the clauses worth reading.
        list_nouns: noun after 等 → type of the members of the list.
        nouns: two patterns: any noun of lists of names or a longer noun that ends in one (创作工程), any other noun.
        buildings: those of them that make projects with 项目 or 工程 after them.
        firms: those of them whose members are firms and nothing else.
        things: those of them whose members need no more than two characters.
        place_endings: characters in which names of places end.
        works_kinds: kind of works of those of them that end names of works.
        products: a firm's name (group 1) before what only firms make or have.
        together_before: prepositions before a partner (与).
        together_after: words after a partner (合作).
        opened_at: at which place a body is opened: 在澄溪揭牌.
        leads: characters at the left edge of a name that are no part of it (原).
        measures: numbers with their units beside names.
    """

    words: Vocabulary
    clauses: ClauseFinder
    list_nouns: dict[str, str]
    nouns: tuple[re.Pattern[str], re.Pattern[str]]
    buildings: frozenset[str]
    firms: frozenset[str]
    things: frozenset[str]
    place_endings: frozenset[str]
    works_kinds: dict[str, str]
    products: re.Pattern[str]
    together_before: tuple[str, ...]
    together_after: tuple[str, ...]
    opened_at: re.Pattern[str]
    leads: frozenset[str]
    measures: Measures

    @classmethod
    def from_lists(cls, lists: WordLists) -> NameRules:
        """Compile the lists; any of them may be missing. What each one holds stands in its header (patterns/grammar)."""
        nouns = lists.get("list_nouns", ())
        partners = lists.get("partner_words", ())
        vocabulary = Vocabulary.from_lists(lists)
        list_nouns = {entry.word: entry.field(1) for entry in nouns}
        of_names = [noun for noun, kind in list_nouns.items() if kind != OTHER]
        longer = [noun for noun, kind in list_nouns.items() if kind == OTHER and noun.endswith(tuple(of_names))]
        return cls(
            words=vocabulary,
            clauses=ClauseFinder(vocabulary, list_nouns),
            list_nouns=list_nouns,
            nouns=(
                re.compile(any_of(of_names + longer)),
                re.compile(any_of(noun for noun in list_nouns if noun not in of_names)),
            ),
            buildings=frozenset(entry.word for entry in nouns if entry.field(2) == "building"),
            firms=frozenset(entry.word for entry in nouns if entry.field(2) == "firm"),
            things=frozenset(entry.word for entry in nouns if entry.field(2) == "thing"),
            place_endings=frozenset(words(lists, "place_endings")),
            works_kinds={
                word: kind
                for word, kind in zip(vocabulary.words, vocabulary.works_kinds, strict=True)
                if kind and word in list_nouns
            },
            products=re.compile(f"({_FIRM}?){any_of(words(lists, 'firm_products'))}"),
            together_before=tuple(entry.word for entry in partners if entry.field(1) == "before"),
            together_after=tuple(entry.word for entry in partners if entry.field(1) == "after"),
            opened_at=re.compile(_AT_PLACE + any_of(words(lists, "name_events", "body"))),
            leads=frozenset(word for word in words(lists, "name_stops", "lead") if len(word) == 1),
            measures=Measures.from_lists(lists),
        )

    def noun_in(self, words: str) -> str:
        """The first noun of a list in some words, the longest that begins there; "" where there is none.

        Nouns of lists of names come before others, but for those that end in one: 创作工程 is no 工程.
        """
        names, others = self.nouns
        found = names.search(words) or others.search(words)
        return found[0] if found else ""

    def works_kind(self, noun: str) -> str:
        """Kind of works of a noun of lists (等高速公路); ``other`` where it ends no name of works."""
        return self.works_kinds.get(noun, "other")
