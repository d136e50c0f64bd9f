"""The quantity grammar of the built-in lists, without a pipeline around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from policytag.analysis import empty_structure
from policytag.patterns.location import builtin_patterns
from policytag.patterns.wordlists import WordLists, read_word_list
from policytag.reading.folding import FoldedText
from policytag.taggers.quantities import QuantityRules, find_quantities

Find = Callable[[str], list[dict[str, Any]]]
LISTS = ("units", "quantity_hedges", "quantity_exclusions", "fact_links")


def builtin_lists() -> WordLists:
    folder = builtin_patterns() / "grammar"
    return {name: tuple(read_word_list(folder / f"{name}.txt", "grammar")[0]) for name in LISTS}


def finder(rules: QuantityRules) -> Find:
    """A function that gives the quantities of a text: their fields, and ``text`` and ``start``."""

    def find(text: str) -> list[dict[str, Any]]:
        candidates = find_quantities(FoldedText(text), empty_structure(), rules)
        return [{**c["attributes"], "text": text[c["start"] : c["end"]], "start": c["start"]} for c in candidates]

    return find


RULES = QuantityRules.from_lists(builtin_lists())
find = finder(RULES)
