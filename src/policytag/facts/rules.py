"""The word lists and indicator rows that the facts step needs, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from policytag.facts.places import Districts
from policytag.facts.words import WordTable
from policytag.patterns.row import INDICATOR, Row
from policytag.patterns.wordlists import Entry, WordLists, words
from policytag.structure import StructureRules
from policytag.structure.place_parts import PlaceParts

NOUN = r"\u3400-\u9fffA-Za-z0-9“”·+-"
"""What the name of a thing is written in, as the inside of a character class."""
_DIGITS = "一二两三四五六七八九十"


@dataclass(frozen=True)
class FactRules:
    """Attributes:
    links: words between a name and its number.
    leads: words before a name that are no part of it.
    inside: verbs inside a stretch, after which the name begins; the kind of each is in ``inside_kinds``.
    noun_start: what stands between a count and its noun (before the group ``noun``), and how the noun may begin.
    noun_mark: single characters where the noun may end.
    noun_ends: for each of those that a noun may hold what begins with it and ends the noun (group ``done``: and says that
        new ones came into being).
    work: ends of that noun that are left out.
    head: end of the name of an indicator, with the words that belong to it; ``bare_head`` without them.
    complete: single characters that end a complete name.
    change: names of changes (增速).
    change_ends: last characters of those.
    joint: ends of names that continue the name before 完成 and 实现.
    burdens: ends of the names of what is better when there is less of it (浓度).
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
    noun_start: re.Pattern[str]
    noun_mark: re.Pattern[str]
    noun_ends: Mapping[str, re.Pattern[str]]
    work: tuple[str, ...]
    head: re.Pattern[str]
    bare_head: re.Pattern[str]
    complete: frozenset[str]
    change: re.Pattern[str]
    change_ends: frozenset[str]
    joint: frozenset[str]
    burdens: tuple[str, ...]
    fixed: frozenset[str]
    districts: Districts
    places: PlaceParts
    indicators: Mapping[str, tuple[str, str | None]]
    structure: StructureRules

    @classmethod
    def from_packs(cls, lists: WordLists, rows: Iterable[Row]) -> FactRules:
        """Compile the lists fact_links, fact_leads, fact_inside, fact_ends, fact_heads, fact_names, fact_areas, places and the rows."""
        heads = lists.get("fact_heads", ())
        ends = lists.get("fact_ends", ())
        inside = lists.get("fact_inside", ())
        names = _indicator_names(rows)
        before = _either(_of(heads, "before"))
        return cls(
            links=WordTable(lists.get("fact_links", ())),
            leads=WordTable(lists.get("fact_leads", ())),
            inside=re.compile(_guarded(inside)),
            inside_kinds={entry.word: entry.field(1) for entry in inside},
            noun_start=re.compile(
                r"(?:多|余)?(?:\([\u3400-\u9fff]\))?(?:及?以[上下]|左右|以内)?[级的]?(?P<noun>(?:[国省市县区]家?级(?:以上)?[和及、](?![0-9]))?)"
            ),
            noun_mark=re.compile(_mark({entry.word[0] for entry in ends})),
            noun_ends=_noun_ends(ends),
            work=tuple(sorted(_of(ends, "work"), key=len, reverse=True)),
            head=re.compile(rf"(?:{before})*(?:{_either(_of(heads, 'head'))}|率)$"),
            bare_head=re.compile(rf"(?:{_either(_of(heads, 'head'))}|率)$"),
            complete=frozenset(_of(heads, "rate")),
            change=re.compile(rf"(?:{_either(_of(heads, 'change'))})$"),
            change_ends=frozenset(word[-1] for word in _of(heads, "change")),
            joint=frozenset(_of(heads, "joint")),
            burdens=tuple(_of(heads, "burden")),
            fixed=frozenset(words(lists, "fact_names")) | frozenset(names),
            districts=Districts(lists.get("places", ()), lists.get("fact_areas", ())),
            places=PlaceParts(lists.get("places", ())),
            indicators=names,
            structure=StructureRules.from_lists(lists),
        )


def _of(entries: Iterable[Entry], kind: str) -> list[str]:
    return [entry.word for entry in entries if entry.field(1) == kind]


def _guarded(entries: Iterable[Entry]) -> str:
    """An expression for words, the longest first, each with what may not follow it (third field)."""
    ordered = sorted(entries, key=lambda entry: len(entry.word), reverse=True)
    choices = [
        re.escape(entry.word) + (f"(?!{_either(entry.field(2).split())})" if entry.field(2) else "")
        for entry in ordered
    ]
    return f"(?:{'|'.join(choices)})" if choices else "(?!)"


def _either(choices: Iterable[str]) -> str:
    ordered = sorted(choices, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else "(?!)"


def _mark(characters: Set[str]) -> str:
    """An expression for conjunctions, some characters, and whatever a name is not written in.

    It is one class, what is left of ``NOUN`` turned round: an alternation of two would be tried at each character.
    """
    marks = f"[^{NOUN}]|[和及、{re.escape(''.join(characters))}]"
    runs = re.sub(marks, " ", "".join(map(chr, range(0xA000)))).split()
    return f"[^{''.join(f'{re.escape(run[0])}-{re.escape(run[-1])}' for run in runs)}]"


def _noun_ends(entries: Sequence[Entry]) -> dict[str, re.Pattern[str]]:
    """For each character an expression for the words that begin with it and end the noun after a count."""
    by_first: dict[str, list[Entry]] = {character: [] for character in "和及、"}
    for entry in entries:
        by_first.setdefault(entry.word[0], []).append(entry)
    return {
        first: re.compile(rf"(?P<done>{_either(_of(words, 'done'))})|{_stops(words)}|[和及、](?=[0-9{_DIGITS}])")
        for first, words in by_first.items()
    }


def _stops(entries: Iterable[Entry]) -> str:
    """An expression for the words of kind ``stop``, each with what may not stand before and after it."""
    plain, guarded = [], []
    for entry in entries:
        if entry.field(1) == "stop":
            before, after = entry.field(2).split(), entry.field(3).split()
            if before or after:
                look = f"(?<![{re.escape(''.join(before))}])" if before else ""
                guarded.append(look + re.escape(entry.word) + (f"(?!{_either(after)})" if after else ""))
            else:
                plain.append(entry.word)
    return "|".join([_either(plain), *guarded])


def _indicator_names(rows: Iterable[Row]) -> dict[str, tuple[str, str | None]]:
    """Every literal of an INDICATOR row with its canonical name and entity; of two rows the later counts."""
    names: dict[str, tuple[str, str | None]] = {}
    for row in rows:
        if row.label == INDICATOR and isinstance(row.pattern, str):
            names[row.pattern] = (row.name or row.pattern, row.entity)
    return names
