"""What the nouns after counts begin and end with (成立5个/合作社), compiled from the list fact_ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from policytag.patterns.wordlists import Entry, WordLists, any_of, words

NOUN = r"\u3400-\u9fffA-Za-z0-9“”·+-"
"""What the name of a thing is written in, as the inside of a character class."""
_DIGITS = "一二两三四五六七八九十"
_START = (
    r"(?:多|余)?(?:\([\u3400-\u9fff]\))?(?:及?以[上下]|左右|以内)?[级的]?"
    r"(?P<noun>(?:[国省市县区]家?级(?:以上)?[和及、](?![0-9]))?)"
)


@dataclass(frozen=True)
class NounRules:
    """What a noun after a count begins and ends with.

    Attributes:
        start: what stands between a count and its noun (before the group ``noun``), and how the noun may begin.
        mark: single characters where the noun may end.
        ends: for each of those that a noun may hold what begins with it and ends the noun (group ``done``: and says that
            new ones came into being).
        work: ends of that noun that are left out; those in ``making`` say that it is new, those in ``tasks`` stay after 个 and 项.
    """

    start: re.Pattern[str]
    mark: re.Pattern[str]
    ends: Mapping[str, re.Pattern[str]]
    work: tuple[str, ...]
    making: frozenset[str]
    tasks: frozenset[str]

    @classmethod
    def from_lists(cls, lists: WordLists) -> NounRules:
        """Compile the list fact_ends."""
        ends = [entry for entry in lists.get("fact_ends", ()) if entry.field(1) in ("stop", "done")]
        making, tasks = words(lists, "fact_ends", "making"), words(lists, "fact_ends", "task")
        return cls(
            start=re.compile(_START),
            mark=re.compile(_mark({entry.word[0] for entry in ends})),
            ends=_ends(ends),
            work=tuple(sorted([*words(lists, "fact_ends", "work"), *making, *tasks], key=len, reverse=True)),
            making=frozenset(making),
            tasks=frozenset(tasks),
        )


def _mark(characters: Set[str]) -> str:
    """An expression for conjunctions, some characters, and whatever a name is not written in.

    It is one class, what is left of ``NOUN`` turned round: an alternation of two would be tried at each character.
    """
    marks = f"[^{NOUN}]|[和及、{re.escape(''.join(characters))}]"
    runs = re.sub(marks, " ", "".join(map(chr, range(0xA000)))).split()
    return f"[^{''.join(f'{re.escape(run[0])}-{re.escape(run[-1])}' for run in runs)}]"


def _ends(entries: Sequence[Entry]) -> dict[str, re.Pattern[str]]:
    """For each character an expression for the words that begin with it and end the noun after a count."""
    by_first: dict[str, list[Entry]] = {character: [] for character in "和及、"}
    for entry in entries:
        by_first.setdefault(entry.word[0], []).append(entry)
    ends = {}
    for first, starting in by_first.items():
        done = any_of(entry.word for entry in starting if entry.field(1) == "done")
        ends[first] = re.compile(rf"(?P<done>{done})|{_stops(starting)}|[和及、](?=[0-9{_DIGITS}])")
    return ends


def _stops(entries: Iterable[Entry]) -> str:
    """An expression for the words of kind ``stop``, each with what may not stand before and after it."""
    plain, guarded = [], []
    for entry in entries:
        if entry.field(1) == "stop":
            before, after = entry.field(2).split(), entry.field(3).split()
            if before or after:
                look = f"(?<![{re.escape(''.join(before))}])" if before else ""
                guarded.append(look + re.escape(entry.word) + (f"(?!{any_of(after)})" if after else ""))
            else:
                plain.append(entry.word)
    return "|".join([any_of(plain), *guarded])
