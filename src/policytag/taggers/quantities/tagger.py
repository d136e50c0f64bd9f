"""The tagger: from the numbers of a text to candidates."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from policytag.analysis import Candidate, StructureData
from policytag.patterns.wordlists import WordLists
from policytag.reading.folding import FoldedText
from policytag.taggers.quantities.chains import chains, resolve
from policytag.taggers.quantities.exclusions import Exclusions
from policytag.taggers.quantities.finds import Finder
from policytag.taggers.quantities.hedges import Hedge, Hedges
from policytag.taggers.quantities.reading import Reading
from policytag.taggers.quantities.units import UnitTable, read_units

TAGGER = "quantities"


@dataclass(frozen=True)
class QuantityRules:
    """The quantity grammar, compiled from the lists ``units``, ``quantity_hedges`` and ``quantity_exclusions``."""

    units: UnitTable
    finder: Finder

    @classmethod
    def from_lists(cls, lists: WordLists) -> QuantityRules:
        """Compile the grammar of a set of packs.

        Raises:
            PatternError: lines of the lists cannot be read; the message says where and what to write.
        """
        units = read_units(lists)
        return cls(units, Finder(units, Hedges.from_lists(lists), Exclusions.from_lists(lists)))


def find_quantities(folded: FoldedText, structure: StructureData, rules: QuantityRules) -> list[Candidate]:
    """Every quantity of a text, in order.

    Args:
        folded: the text; offsets of the candidates point into ``folded.text``.
        structure: its zones; nothing is read in page chrome.
        rules: the compiled grammar.

    Returns:
        Candidates of type QUANTITY whose ``attributes`` are the fields ``value`` or ``low`` and ``high`` or ``parts``,
        ``unit``, ``dimension`` and ``bound`` of ``report.Quantity``.
    """
    text, finder = folded.joined, rules.finder
    found, items = finder.scan(text)
    for chain in chains(items, text):
        for item in chain if len(chain) == 1 else resolve(chain, text, finder.reader, finder.hedges):
            if item.reading is not None:
                found.append((item.start, item.end, item.reading, item.before, item.after, item.rule))
    found.sort(key=itemgetter(0))
    is_cut = folded.joined is not folded.folded
    candidates: list[Candidate] = []
    for start, end, reading, before, after, rule in found:
        bound, cue = reading.bound, None
        if before or after:
            bound, cue = _hedged(start, end, reading, before, after, folded)
        if is_cut:
            start, end = folded.span(start, end)
        candidates.append(
            {
                "type": "QUANTITY",
                "start": start,
                "end": end,
                "tagger": TAGGER,
                "rule": f"quantity.{rule or reading.dimension}",
                "priority": 0,
                "attributes": reading.attributes(bound),
                "condition": None,
                "cue": cue,
            }
        )
    return _outside_chrome(candidates, structure["zones"])


def _hedged(
    start: int, end: int, reading: Reading, before: Hedge | None, after: Hedge | None, folded: FoldedText
) -> tuple[str, tuple[str, int, int] | None]:
    """The bound, and the hedge that gives it where it stands directly beside the number."""
    hedge = after or before
    if reading.more or hedge is None:
        return reading.bound, None
    first = end if after else start - len(hedge.word)
    last = first + len(hedge.word)
    if first < 0 or folded.joined[first:last] != hedge.word:
        return hedge.bound, None  # it stands beside another number of the list, or a few characters off
    first, last = folded.span(first, last)
    return hedge.bound, (folded.text[first:last], first, last)


def _outside_chrome(candidates: list[Candidate], zones: list[dict[str, Any]]) -> list[Candidate]:
    chrome = sorted((zone["start"], zone["end"]) for zone in zones if zone["kind"] == "chrome")
    if not chrome:
        return candidates
    starts = [start for start, _ in chrome]

    def is_body(candidate: Candidate) -> bool:
        i = bisect_right(starts, candidate["start"]) - 1
        return i < 0 or candidate["start"] >= chrome[i][1]

    return [candidate for candidate in candidates if is_body(candidate)]
