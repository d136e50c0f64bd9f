"""The word lists that the structure step reads, compiled once."""

from __future__ import annotations

from dataclasses import dataclass

from policytag.patterns.wordlists import WordLists
from policytag.structure.head import HeadRules
from policytag.structure.periods import PeriodWords
from policytag.structure.timing import LevelRules, TimingRules
from policytag.structure.zones import ZoneRules


@dataclass(frozen=True)
class StructureRules:
    """What the structure step knows, compiled from the lists of patterns/grammar (and of a user's packs).

    Attributes:
        head: places and offices (``places``, ``place_homonyms``, ``offices``).
        zones: page chrome and glossary headings (``chrome``, ``glossary_headings``).
        periods: names of periods (``period_words``).
        timing: how headings and sentences show whether they report or plan (``section_cues``, ``stance_cues``,
            ``period_leads``, ``period_bases``).
        levels: which words tell a level from a flow (``level_cues``).
    """

    head: HeadRules
    zones: ZoneRules
    periods: PeriodWords
    timing: TimingRules
    levels: LevelRules

    @classmethod
    def from_lists(cls, lists: WordLists) -> StructureRules:
        """Compile the lists; one that is missing counts as empty."""
        return cls(
            head=HeadRules(lists.get("places", ()), lists.get("place_homonyms", ()), lists.get("offices", ())),
            zones=ZoneRules(lists.get("chrome", ()), lists.get("glossary_headings", ())),
            periods=PeriodWords(lists.get("period_words", ())),
            timing=TimingRules(lists),
            levels=LevelRules(lists),
        )
