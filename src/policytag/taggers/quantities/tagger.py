"""The tagger: from the numbers of a text to candidates."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter

from policytag.analysis import Candidate, StructureData
from policytag.patterns.wordlists import WordLists, words
from policytag.reading.folding import FoldedText
from policytag.taggers.quantities.chains import chains, resolve
from policytag.taggers.quantities.exclusions import Exclusions
from policytag.taggers.quantities.finds import Finder
from policytag.taggers.quantities.hedges import Hedge, Hedges
from policytag.taggers.quantities.units import UnitTable, read_units

TAGGER = "quantities"
_START = itemgetter(0)


@dataclass(frozen=True)
class QuantityRules:
    """The quantity grammar, compiled from the lists ``units``, ``quantity_hedges``, ``quantity_exclusions``, ``fact_links``."""

    units: UnitTable
    finder: Finder

    @classmethod
    def from_lists(cls, lists: WordLists) -> QuantityRules:
        """Compile the grammar of a set of packs."""
        units = read_units(lists)
        moves = words(lists, "fact_links", "to")
        return cls(units, Finder(units, Hedges.from_lists(lists), Exclusions.from_lists(lists), moves))


def find_quantities(folded: FoldedText, structure: StructureData, rules: QuantityRules) -> list[Candidate]:
    """Every quantity of a text, in order.

    Args:
        folded: the text; offsets of the candidates point into ``folded.text``.
        structure: not looked at.
        rules: the compiled grammar.

    Returns:
        Candidates of type QUANTITY whose ``attributes`` are the fields ``value`` or ``low`` and ``high`` or ``parts``,
        ``unit``, ``dimension`` and ``bound`` of ``report.Quantity``.
    """
    text, finder = folded.joined, rules.finder
    found, items = finder.scan(text)
    for chain in chains(items, text):
        for item in chain if len(chain) == 1 else resolve(chain, text, finder.reader, finder.hedges):
            quantity = item.found()
            if quantity is not None:
                found.append(quantity)
    found.sort(key=_START)
    starts, ends = folded.spans([one[0] for one in found], [one[1] for one in found])
    return [
        {
            "type": "QUANTITY",
            "start": start,
            "end": end,
            "tagger": TAGGER,
            "rule": rule,
            "priority": 0,
            "attributes": fields,
            "condition": None,
            "cue": _cue(first, last, before, after, folded) if before or after else None,
        }
        for (first, last, rule, fields, before, after), start, end in zip(found, starts, ends, strict=True)
    ]


def _cue(
    start: int, end: int, before: Hedge | None, after: Hedge | None, folded: FoldedText
) -> tuple[str, int, int] | None:
    """The hedge of a number where it stands directly beside it, not beside another of its list or a few characters off."""
    if after:
        word, first = after.word, end
    else:
        assert before is not None
        word, first = before.word, start - len(before.word)
    if first < 0 or not folded.joined.startswith(word, first):
        return None
    first, last = folded.span(first, first + len(word))
    return folded.text[first:last], first, last
