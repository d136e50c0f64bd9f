"""What the tests of this folder share: the built-in rules, and short ways to read a text."""

from __future__ import annotations

from functools import cache
from typing import Any

from policytag.analysis import Sentence, StructureData
from policytag.patterns.location import builtin_patterns
from policytag.patterns.wordlists import Entry, WordLists, read_word_list
from policytag.reading.folding import FoldedText
from policytag.structure import ClauseTimes, StructureRules, read_structure


@cache
def builtin_lists() -> WordLists:
    """The built-in word lists."""
    folder = builtin_patterns() / "grammar"
    return {path.stem: tuple(read_word_list(path, "grammar")[0]) for path in sorted(folder.glob("*.txt"))}


@cache
def rules() -> StructureRules:
    """The rules of the built-in lists."""
    return StructureRules.from_lists(builtin_lists())


def structure(text: str, added: dict[str, list[str]] | None = None) -> StructureData:
    """The structure of a text, read with the built-in lists and some lines added to them."""
    lists = dict(builtin_lists())
    for name, lines in (added or {}).items():
        lists[name] = lists.get(name, ()) + tuple(Entry(tuple(line.split("\t")), "own", name, 1) for line in lines)
    return read_structure(FoldedText(text), StructureRules.from_lists(lists) if added else rules())


def meta(text: str) -> dict[str, Any]:
    """The head of a text, without the fields that are not known and without the offsets."""
    found = structure(text)["meta"]
    return {name: value for name, value in found.items() if value is not None and name != "spans"}


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text, one by one."""
    columns = structure(text)["sentences"]
    return [Sentence(*row) for row in zip(*(columns[name] for name in Sentence._fields), strict=True)]


def sentence_of(text: str, words: str) -> Sentence:
    """The sentence that holds some words."""
    at = text.index(words)
    return next(s for s in sentences(text) if s.start <= at < s.end)


def figure(text: str, words: str) -> tuple[str | None, str | None]:
    """Period and stance of a figure of a text."""
    folded, start, sentence = FoldedText(text), text.index(words), sentence_of(text, words)
    first, at, stop = map(folded.to_joined, (sentence.start, start, start + len(words)))
    period, stance, _, _ = ClauseTimes(folded, structure(text), rules()).said(sentence, first, at, stop)
    return period, stance
