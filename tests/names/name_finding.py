"""The names tagger with the built-in lists, without a pipeline around it."""

from __future__ import annotations

from policytag.analysis import Candidate, StructureData, empty_meta, empty_structure
from policytag.patterns.location import builtin_patterns
from policytag.patterns.wordlists import WordLists, read_word_list
from policytag.reading.folding import FoldedText
from policytag.taggers.names import NameRules, find_names


def builtin_lists() -> WordLists:
    folder = builtin_patterns() / "grammar"
    return {path.stem: tuple(read_word_list(path, "grammar")[0]) for path in folder.glob("*.txt")}


def structure(level: str | None) -> StructureData:
    return {**empty_structure(), "meta": {**empty_meta(), "level": level}}


RULES = NameRules.from_lists(builtin_lists())


def find(text: str, level: str | None = "county", rules: NameRules = RULES) -> list[Candidate]:
    return find_names(FoldedText(text), structure(level), rules)


def names(text: str, type_: str, level: str | None = "county") -> list[str]:
    """The names of one type in text order; those inside a longer one of the same type are left out, as the resolver does."""
    spans = [(c["start"], c["end"]) for c in find(text, level) if c["type"] == type_]
    outer = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    return [text[start:end] for start, end in outer]
