"""The tagger: from the numbers of a text to candidates."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from policytag.analysis import Candidate, StructureData
from policytag.patterns.wordlists import WordLists
from policytag.reading.folding import FoldedText
from policytag.taggers.quantities.chains import CONNECTORS, LONGEST, resolve
from policytag.taggers.quantities.exclusions import Exclusions
from policytag.taggers.quantities.finds import Finder, Item
from policytag.taggers.quantities.hedges import Hedges
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
            ValueError: a line of a list cannot be read; the message says where and what to write.
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
    candidates: list[Candidate] = []
    chain: list[Item] = []
    reach = -LONGEST - 1
    for item in finder.items(text):
        if item.start - reach <= LONGEST and text[reach : item.start] in CONNECTORS:
            chain.append(item)
        else:
            candidates += _candidates(chain, text, finder, folded)
            chain = [item]
        reach = item.reach
    candidates += _candidates(chain, text, finder, folded)
    return _outside_chrome(candidates, structure["zones"])


def _candidates(chain: list[Item], text: str, finder: Finder, folded: FoldedText) -> list[Candidate]:
    items = chain if len(chain) == 1 else resolve(chain, text, finder.reader)
    return [_candidate(item, item.reading, folded) for item in items if item.reading is not None]


def _candidate(item: Item, reading: Reading, folded: FoldedText) -> Candidate:
    start, end, hedge = item.start, item.end, item.after or item.before
    if folded.joined is not folded.folded:
        start, end = folded.span(start, end)
    bound = "more_than" if reading.more else hedge.bound if hedge else "about" if _is_vague(item) else "exact"
    return {
        "type": "QUANTITY",
        "start": start,
        "end": end,
        "tagger": TAGGER,
        "rule": "quantity." + (item.rule or reading.dimension),
        "priority": 0,
        "attributes": reading.attributes[bound],
        "condition": None,
        "cue": _cue(item, folded) if hedge else None,
    }


def _is_vague(item: Item) -> bool:
    return item.rule != "range" and item.reading is not None and item.reading.high is not None


def _cue(item: Item, folded: FoldedText) -> tuple[str, int, int] | None:
    if item.after:
        start, end = folded.span(item.reach - len(item.after.word), item.reach)
    elif item.before and item.rule != "rank.top":
        start, end = folded.span(item.start - len(item.before.word), item.start)
    else:
        return None
    return folded.text[start:end], start, end


def _outside_chrome(candidates: list[Candidate], zones: list[dict[str, Any]]) -> list[Candidate]:
    chrome = sorted((zone["start"], zone["end"]) for zone in zones if zone["kind"] == "chrome")
    if not chrome:
        return candidates
    starts = [start for start, _ in chrome]

    def is_body(candidate: Candidate) -> bool:
        i = bisect_right(starts, candidate["start"]) - 1
        return i < 0 or candidate["start"] >= chrome[i][1]

    return [candidate for candidate in candidates if is_body(candidate)]
