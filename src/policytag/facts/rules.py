"""The word lists and indicator rows that the facts step needs, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policytag.facts.edges import Joints
from policytag.facts.name_ends import NameEnds
from policytag.facts.noun_rules import NounRules
from policytag.facts.places import Districts
from policytag.facts.words import WordTable, exceptions_of
from policytag.patterns.row import INDICATOR, Row
from policytag.patterns.wordlists import Entry, WordLists, any_of, words
from policytag.structure import StructureRules
from policytag.structure.place_parts import PlaceParts

_BOUND = "(?:以上|以下|以内|左右)?"


@dataclass(frozen=True)
class FactRules:
    """What the facts step reads by.

    Attributes:
        links: words between a name and its number.
        leads: words before a name that are no part of it.
        inside: verbs inside a stretch, after which the name begins; the kind of each is in ``inside_kinds``.
        nouns: what nouns after counts begin and end with.
        threshold: after a number, that it is the bound of something else (超50亿元/的/项目).
        growth_after: after a number, that it is a growth (8%/的增长).
        ranked: at the end of a stretch, the rank of something (the group ``cue``) among some others (排名/北部五市).
        rivals: at the end of a stretch, what something is above or below (the group ``rival`` is the word, ``rival_kinds`` has its kind).
        head: end of the name of an indicator, with the words that belong to it; ``bare_head`` without them.
        verbal_rate: a rate with the verb that it is the rate of, where no list has it (集中供养率).
        complete: single characters that end a complete name.
        tied: those that hold a verb at the beginning of the name fast (签约项目投资额).
        apart: those of names that the verb before a list does not reach.
        change: names of changes (增速).
        change_ends: last characters of those.
        ends: ends of names, and what they say of the number.
        parts: those of names of a part of a whole (比重, 比例).
        after_place: characters that make another word of the ending of a place before them (徐州市/场).
        amounts: names of amounts whose owner may stand after the number (投资5亿元的/码头).
        joints: conjunctions at the edges of names.
        fixed: names that are never cut.
        districts: names of places.
        places: what full names of places are made of.
        indicators: name → canonical name and entity, from rows with the label INDICATOR.
        structure: what tells the period and stance of a clause.
    """

    links: WordTable
    leads: WordTable
    inside: re.Pattern[str]
    inside_kinds: Mapping[str, str]
    nouns: NounRules
    threshold: re.Pattern[str]
    growth_after: re.Pattern[str]
    ranked: re.Pattern[str]
    rivals: re.Pattern[str]
    rival_kinds: Mapping[str, str]
    head: re.Pattern[str]
    bare_head: re.Pattern[str]
    verbal_rate: re.Pattern[str]
    complete: frozenset[str]
    tied: frozenset[str]
    apart: frozenset[str]
    change: re.Pattern[str]
    change_ends: frozenset[str]
    ends: NameEnds
    parts: tuple[str, ...]
    after_place: frozenset[str]
    amounts: frozenset[str]
    joints: Joints
    fixed: frozenset[str]
    districts: Districts
    places: PlaceParts
    indicators: Mapping[str, tuple[str, str | None]]
    structure: StructureRules

    @classmethod
    def from_packs(cls, lists: WordLists, rows: Iterable[Row]) -> FactRules:
        """Compile the lists of which each name begins with ``fact_``, places, those of the structure, and the rows."""
        inside, places = lists.get("fact_inside", ()), lists.get("places", ())
        before = any_of(words(lists, "fact_heads", "before"))
        heads = rf"(?:{any_of(words(lists, 'fact_heads', 'head'))}|率)$"
        changes = words(lists, "fact_heads", "change")
        ends = NameEnds.from_entries(lists.get("fact_heads", ()))
        rivals = _rival_kinds(lists)
        tied = frozenset(words(lists, "fact_heads", "tied"))
        names = _indicator_names(rows)
        return cls(
            links=WordTable(lists.get("fact_links", ())),
            leads=WordTable(lists.get("fact_leads", ())),
            inside=re.compile(_guarded(inside)),
            inside_kinds={entry.word: entry.field(1) for entry in inside},
            nouns=NounRules.from_lists(lists),
            threshold=re.compile(rf"{_BOUND}的(?!{any_of(words(lists, 'fact_ends', 'height'))})"),
            growth_after=re.compile(rf"{_BOUND}的{any_of(words(lists, 'fact_ends', 'growth'))}"),
            ranked=re.compile(rf"(?P<cue>{any_of(_rank_words(lists))})[^,;。:、]{{2,12}}$"),
            rivals=re.compile(rf"(?P<rival>{any_of(rivals)})[^,;。:、]{{1,16}}$"),
            rival_kinds=rivals,
            head=re.compile(rf"(?:{before})*{heads}"),
            bare_head=re.compile(heads),
            verbal_rate=re.compile(rf"(?:{before})*[\u3400-\u9fff]{{2}}率$"),
            complete=frozenset(words(lists, "fact_heads", "rate")),
            tied=tied,
            apart=tied | frozenset(words(lists, "fact_heads", "apart")),
            change=re.compile(rf"{any_of(changes)}$"),
            change_ends=frozenset(word[-1] for word in changes),
            ends=ends,
            parts=(*ends.share, *ends.portion),
            after_place=frozenset(words(lists, "fact_areas", "after")),
            amounts=frozenset(words(lists, "fact_heads", "amount")),
            joints=Joints(words(lists, "fact_joints")),
            fixed=frozenset(words(lists, "fact_names")) | frozenset(names),
            districts=Districts(places, words(lists, "fact_areas", "")),
            places=PlaceParts(places),
            indicators=names,
            structure=StructureRules.from_lists(lists),
        )


def _rival_kinds(lists: WordLists) -> dict[str, str]:
    """Words such as 高于 with their kind; those of one character (快) also end other words."""
    return {word: kind for kind in ("above", "below") for word in words(lists, "fact_links", kind) if len(word) > 1}


def _rank_words(lists: WordLists) -> list[str]:
    """Words such as 排名; others of their kind (取得, 进入) also lead to something that is no rank."""
    return [word for word in words(lists, "fact_links", "rank") if len(word) > 1 and word[-1] in "名居列位"]


def _guarded(entries: Iterable[Entry]) -> str:
    """An expression for words, the longest first, each with what may not follow it, and what may all the same."""
    ordered = sorted(entries, key=lambda entry: len(entry.word), reverse=True)
    choices = []
    for entry in ordered:
        refused, allowed = exceptions_of(entry)
        kept = f"(?={any_of(allowed)})|" if allowed else ""
        choices.append(re.escape(entry.word) + (f"(?:{kept}(?!{any_of(refused)}))" if refused else ""))
    return f"(?:{'|'.join(choices)})" if choices else "(?!)"


def _indicator_names(rows: Iterable[Row]) -> dict[str, tuple[str, str | None]]:
    """Every literal of an INDICATOR row with its canonical name and entity; of two rows the later counts."""
    names: dict[str, tuple[str, str | None]] = {}
    for row in rows:
        if row.label == INDICATOR and isinstance(row.pattern, str):
            names[row.pattern] = (row.name or row.pattern, row.entity)
    return names
