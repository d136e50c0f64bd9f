"""The terms tagger with the built-in lists, without a pipeline around it."""

from __future__ import annotations

from pathlib import Path

from policytag.analysis import Candidate, StructureData, empty_structure
from policytag.patterns.location import builtin_patterns
from policytag.patterns.wordlists import WordLists, read_word_list
from policytag.reading.folding import FoldedText
from policytag.taggers.terms import TermRules, find_terms

GRAMMAR = builtin_patterns() / "grammar"


def builtin_lists(folder: Path = GRAMMAR) -> WordLists:
    return {path.stem: tuple(read_word_list(path, "grammar")[0]) for path in folder.glob("*.txt")}


def structure(**glossary: str) -> StructureData:
    """A structure in which only the glossary is known: term → definition."""
    entries = [{"term": term, "definition": definition} for term, definition in glossary.items()]
    return {**empty_structure(), "glossary": entries}


RULES = TermRules.from_lists(builtin_lists())


def candidates(text: str, glossary: dict[str, str] | None = None, rules: TermRules = RULES) -> list[Candidate]:
    return find_terms(FoldedText(text), structure(**(glossary or {})), rules)


def found(text: str, glossary: dict[str, str] | None = None, rules: TermRules = RULES) -> dict[str, str]:
    """The terms of a text, with the rule of each."""
    return {text[c["start"] : c["end"]]: c["rule"] for c in candidates(text, glossary, rules)}
