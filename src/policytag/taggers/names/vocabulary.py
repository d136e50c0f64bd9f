"""The words that the names tagger knows, as one index that cuts a text into tokens: leftmost first, longest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, get_args

import numpy as np
import numpy.typing as npt
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from policytag.annotations import OrgKind, ProjectKind
from policytag.patterns.wordlists import WordLists, any_of, words
from policytag.taggers.names.marks import FIGURES, Mark

Token = tuple[int, int, int]
"""``(number of the word, start, end)`` in the text that was cut."""
CLAUSE_END = "\n"
"""Stands between clauses that are cut together. No word of a list holds it."""

_PUNCTUATION = {
    Mark.BOUNDARY: ",。;:!?\n \r…《》【】〔〕[]|",
    Mark.COORD: ("、", "以及", "及其", "--"),
    Mark.COORD | Mark.AND: ("和", "及", "暨"),
    Mark.COORD | Mark.PARTNER: ("与",),
    Mark.ETC: ("等",),
    Mark.OPEN: "(",
    Mark.CLOSE: ")",
    Mark.QUOTE | Mark.OPEN: "“",
    Mark.QUOTE | Mark.CLOSE: "”",
}
_PLAIN_LISTS = {
    "places": Mark.PLACE,
    "world_places": Mark.PLACE,
    "common_words": Mark.COMMON,
    "naming_words": Mark.NAMING,
    "list_adjectives": Mark.LISTED,
    "level_words": Mark.LEVEL,
    "level_bodies": Mark.SEAT,
    "firm_acts": Mark.ACT,
}
_FORCES = {
    "org_heads": {
        "strong": Mark.ORG,
        "weak": Mark.ORG | Mark.WEAK_ORG,
        "level": Mark.ORG | Mark.NEEDS_LEVEL,
        "sole": Mark.ORG | Mark.NEEDS_LEVEL | Mark.SOLE,
        "whole": Mark.ORG | Mark.WHOLE,
        "number": Mark.ORG | Mark.NUMBERED,
    },
    "project_heads": {
        "strong": Mark.WORKS | Mark.STRONG_WORKS,
        "weak": Mark.WORKS,
        "any": Mark.WORKS | Mark.STRONG_WORKS | Mark.ANY_MODIFIER,
        "line": Mark.WORKS | Mark.STRONG_WORKS | Mark.LINE,
        "number": Mark.WORKS | Mark.STRONG_WORKS | Mark.NUMBERED,
    },
    "project_tails": {
        "name": Mark.TAIL | Mark.TAIL_NAME | Mark.TAIL_ITEM,
        "works": Mark.TAIL | Mark.TAIL_NAME,
        "phase": Mark.TAIL | Mark.TAIL_PHASE,
        "stage": Mark.TAIL | Mark.TAIL_PHASE | Mark.TAIL_NAME | Mark.TAIL_ITEM,
        "section": Mark.TAIL | Mark.TAIL_PHASE,
        "work": Mark.TAIL | Mark.TAIL_WORK,
        "remake": Mark.TAIL | Mark.TAIL_WORK | Mark.REMAKE,
    },
    "company_suffixes": {"sure": Mark.COMPANY | Mark.FIRM, "loose": Mark.COMPANY | Mark.LOOSE},
    "work_verbs": {"push": Mark.WORK_VERB, "aim": Mark.WORK_VERB | Mark.AIM, "build": Mark.WORK_VERB | Mark.BUILD},
    "name_events": {"work": Mark.EVENT, "body": Mark.EVENT | Mark.OPENED},
    "name_stops": {
        "hard": Mark.HARD,
        "class": Mark.HARD | Mark.CLASS,
        "soft": Mark.SOFT,
        "lead": Mark.LEAD | Mark.COMMON,
        "sort": Mark.SORT | Mark.COMMON,
        "partner": Mark.HARD | Mark.PARTNER,
        "found": Mark.HARD | Mark.PARTNER | Mark.FOUND,
    },
}
_BOUNDARY, _FIGURE, _NAMING, _HARD = map(int, (Mark.BOUNDARY, Mark.FIGURE, Mark.NAMING, Mark.HARD))
_SAID_OF = int(Mark.WORK_VERB | Mark.EVENT | Mark.ACT)
_INSIDE = int(Mark.SOFT | Mark.TAIL | Mark.COMMON)
"""What is said of names ends them, unless it may stand inside one as well."""
_PLACE_ENDING = "(?:自治区|自治州|自治县|自治旗|特别行政区|地区|林区|新区|省|市|区|县|旗|盟)"


class Vocabulary:
    """Cuts a text into the words of the lists.

    Attributes:
        words: all words, boundaries apart.
        marks: marks of each word.
        org_kinds: kind of organization of each word that ends names of organizations, else "".
        works_kinds: kind of works of each word that ends names of works, else "".
        boundaries: the characters that bound a clause.
        clause_end: the number under which ``cut`` gives CLAUSE_END.
    """

    def __init__(self, marks: dict[str, int], org_kinds: dict[str, str], works_kinds: dict[str, str]) -> None:
        self._given = (marks, org_kinds, works_kinds)
        self.words = tuple(word for word in sorted(marks) if not marks[word] & _BOUNDARY)
        self.marks = [marks[word] | (_FIGURE if word[0] in FIGURES else 0) for word in self.words]
        self.org_kinds = [org_kinds.get(word, "") for word in self.words]
        self.works_kinds = [works_kinds.get(word, "") for word in self.words]
        self.boundaries = tuple(word for word in sorted(marks) if marks[word] & _BOUNDARY)
        self.clause_end = len(self.words)
        self._index = longest_first([*self.words, CLAUSE_END])
        self._marks = np.array([*self.marks, _BOUNDARY, int(Mark.UNKNOWN)], dtype=np.int64)

    def __reduce__(self) -> tuple[type[Vocabulary], tuple[dict[str, int], dict[str, str], dict[str, str]]]:
        return Vocabulary, self._given

    def cut(self, text: str) -> list[Token]:
        """The words of a text from left to right; what lies between two of them is no word.

        The text must hold no lone surrogates.
        """
        tokens: list[Token] = self._index.find_matches_as_indexes(text)
        return tokens

    def marks_of(self, numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """The marks of words by their numbers; -1 is text that is no word."""
        return self._marks[numbers]

    @classmethod
    def from_lists(cls, lists: WordLists) -> Vocabulary:
        """Read the lists of the names tagger: see patterns/grammar, each file's header."""
        marks: dict[str, int] = {}

        def add(word: str, mark: int) -> None:
            marks[word] = marks.get(word, 0) | int(mark)

        for role, characters in _PUNCTUATION.items():
            for character in characters:
                add(character, role)
        for name, role in _PLAIN_LISTS.items():
            for entry in lists.get(name, ()):
                add(entry.word, role)
        for name, forces in _FORCES.items():
            for entry in lists.get(name, ()):
                force = entry.field(2 if name.endswith("_heads") else 1)
                if force == "lead" and len(entry.word) == 1:
                    continue  # inside a name it is no word of its own (维多利): see NameRules.leads
                add(entry.word, forces.get(force, next(iter(forces.values()))))
        for word in _with_sequels(lists):
            marks.setdefault(word, _HARD)
        long = re.compile(f"(.{{2,}}?){any_of(words(lists, 'peoples'))}*{_PLACE_ENDING}")
        for entry in lists.get("places", ()):
            short = long.fullmatch(entry.word)  # 延边朝鲜族自治州 is 延边 for short
            if short and short[1] not in marks:  # 惠民县 does not make 惠民 a place
                add(short[1], Mark.PLACE)
        for entry in lists.get("org_heads", ()):
            if entry.field(1) in ("school", "hospital") or entry.field(2) == "weak":
                add(entry.word, Mark.SITE)
        for word, mark in list(marks.items()):
            if mark & _NAMING:
                mark &= ~_HARD
            if mark & _SAID_OF and not mark & _INSIDE:
                mark |= _HARD
            marks[word] = mark
        return cls(marks, _kinds(lists, "org_heads", OrgKind), _kinds(lists, "project_heads", ProjectKind))


def _with_sequels(lists: WordLists) -> list[str]:
    """Heads whose last character begins another word, with the rest of that word: 信访办理."""
    sequels = [(entry.word, entry.field(1)) for entry in lists.get("head_sequels", ())]
    return [
        head + sequel
        for head in words(lists, "org_heads")
        for first, sequel in sequels
        if head.endswith(first) and head != first
    ]


def longest_first(words: Sequence[str]) -> AhoCorasick:
    """An index that finds words from left to right without overlaps, the longest of those that begin at one place."""
    return AhoCorasick(
        list(words),
        matchkind=MatchKind.LeftmostLongest,
        store_patterns=False,
        implementation=Implementation.ContiguousNFA,
    )


def _kinds(lists: WordLists, name: str, kinds: Any) -> dict[str, str]:
    """Word → kind; a kind that the result types do not know counts as ``other``."""
    known = get_args(kinds)
    return {entry.word: entry.field(1) if entry.field(1) in known else "other" for entry in lists.get(name, ())}
