"""The words that the names tagger knows, as one index that cuts a text into tokens: leftmost first, longest first."""

from __future__ import annotations

import re
from enum import IntFlag

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from policytag.patterns.wordlists import WordLists

Token = tuple[int, int, int]
"""``(number of the word, start, end)`` in the joined text."""


class Mark(IntFlag):
    """What a word may be in a name. A word of several lists has the marks of all."""

    HARD = 1 << 0  # never inside a name
    CLASS = 1 << 1  # what follows is a class (各级)
    SOFT = 1 << 2  # a verb at the edge of a name, an ordinary word inside it
    COMMON = 1 << 3
    PLACE = 1 << 4
    LEVEL = 1 << 5  # 市, 区, 省 as a word of its own
    ORG = 1 << 6
    WORKS = 1 << 7  # ends the name of what is built
    TAIL = 1 << 8
    COMPANY = 1 << 9
    NEEDS_LEVEL = 1 << 10
    WEAK_ORG = 1 << 11
    WHOLE = 1 << 12
    SOLE = 1 << 13
    NUMBERED = 1 << 14
    STRONG_WORKS = 1 << 15
    ANY_MODIFIER = 1 << 16
    TAIL_NAME = 1 << 17
    TAIL_WORK = 1 << 18
    TAIL_PHASE = 1 << 19
    WORK_VERB = 1 << 20
    EVENT = 1 << 21
    PARTNER = 1 << 22  # its object is often a company or a school: 引进, 与
    COORD = 1 << 23
    ETC = 1 << 24
    OPEN = 1 << 25
    CLOSE = 1 << 26
    QUOTE = 1 << 27
    UNKNOWN = 1 << 28
    LINE = 1 << 29  # a line from place to place (高铁, 公路)
    NUMBER = 1 << 30
    BOUNDARY = 1 << 31
    BUILD = 1 << 32  # a work verb whose object is a building site
    LOOSE = 1 << 33  # a company's ending that is a common noun as well
    NAMING = 1 << 34  # an ordinary word that is a customary name of schools and streets
    LISTED = 1 << 35  # may stand between 等 and the noun of a list
    SITE = 1 << 36  # an organization that has a building of its own: school, hospital, centre


_PUNCTUATION = {
    Mark.BOUNDARY: ",。;:!?\n \r…《》【】〔〕[]|",
    Mark.COORD: "、和与及",
    Mark.OPEN: "(",
    Mark.CLOSE: ")",
    Mark.QUOTE | Mark.OPEN: "“",
    Mark.QUOTE | Mark.CLOSE: "”",
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
        "name": Mark.TAIL | Mark.TAIL_NAME,
        "phase": Mark.TAIL | Mark.TAIL_PHASE,
        "section": Mark.TAIL | Mark.TAIL_PHASE,
        "work": Mark.TAIL | Mark.TAIL_WORK,
    },
    "company_suffixes": {"sure": Mark.COMPANY, "loose": Mark.COMPANY | Mark.LOOSE},
    "work_verbs": {"push": Mark.WORK_VERB, "build": Mark.WORK_VERB | Mark.BUILD},
    "name_stops": {
        "hard": Mark.HARD,
        "class": Mark.HARD | Mark.CLASS,
        "soft": Mark.SOFT,
        "partner": Mark.HARD | Mark.PARTNER,
    },
}
_LEVELS = (*"省市区县州旗盟镇乡", "自治区", "自治州", "自治县", "兵团")
_PLACE_ENDING = re.compile(
    "(?:维吾尔|壮族|回族)?(?:[\u4e00-\u9fff]{2,8}族)?(?:自治区|自治州|自治县|自治旗|特别行政区|地区|林区|新区|省|市|区|县|旗|盟)$"
)
HEADS = Mark.ORG | Mark.WORKS | Mark.TAIL | Mark.COMPANY | Mark.ETC
_SURROGATE = re.compile("[\ud800-\udfff]")


class Vocabulary:
    """Cuts a text into the words of the lists.

    Attributes:
        words: all words; boundaries first, then the words at which a name may end, then the rest.
        marks: marks of each word (the last one stands for number -1, text that is no word).
        kinds: kind of organization and of works of each word that is a head, else "".
        n_boundaries: words below this number bound a clause.
        n_heads: words below this number, and not below n_boundaries, may end a name.
    """

    def __init__(self, marks: dict[str, int], org_kinds: dict[str, str], works_kinds: dict[str, str]) -> None:
        def rank(word: str) -> int:
            return 0 if marks[word] & Mark.BOUNDARY else 1 if marks[word] & HEADS else 2

        self.words = tuple(sorted(marks, key=lambda word: (rank(word), word)))
        self.marks = [int(marks[word]) for word in self.words] + [int(Mark.UNKNOWN)]
        self.org_kinds = [org_kinds.get(word, "") for word in self.words] + [""]
        self.works_kinds = [works_kinds.get(word, "") for word in self.words] + [""]
        ranks = [rank(word) for word in self.words]
        self.n_boundaries = ranks.count(0)
        self.n_heads = self.n_boundaries + ranks.count(1)
        self._given = (marks, org_kinds, works_kinds)
        self._automaton = AhoCorasick(
            list(self.words),
            matchkind=MatchKind.LeftmostLongest,
            store_patterns=False,
            implementation=Implementation.ContiguousNFA,
        )

    def __reduce__(self) -> tuple[type[Vocabulary], tuple[dict[str, int], dict[str, str], dict[str, str]]]:
        return Vocabulary, self._given

    def cut(self, text: str) -> list[Token]:
        """The words of a text from left to right; what lies between two of them is no word."""
        try:
            found: list[Token] = self._automaton.find_matches_as_indexes(text)
        except UnicodeEncodeError:
            found = self._automaton.find_matches_as_indexes(_SURROGATE.sub("\0", text))
        return found

    @classmethod
    def from_lists(cls, lists: WordLists) -> Vocabulary:
        """Read the lists of the names tagger: see patterns/grammar, each file's header."""
        marks: dict[str, int] = {}

        def add(word: str, mark: int) -> None:
            marks[word] = marks.get(word, 0) | int(mark)

        for mark, characters in _PUNCTUATION.items():
            for character in characters:
                add(character, mark)
        for word in ("以及", "及其", "暨"):
            add(word, Mark.COORD)
        add("等", Mark.ETC)
        for level in _LEVELS:
            add(level, Mark.LEVEL)
        for entry in lists.get("places", ()):
            add(entry.word, Mark.PLACE)
            short = _PLACE_ENDING.sub("", entry.word)
            if len(short) >= 2:
                add(short, Mark.PLACE)
        for entry in lists.get("common_words", ()):
            add(entry.word, Mark.COMMON)
        for name, forces in _FORCES.items():
            for entry in lists.get(name, ()):
                force = entry.field(2 if name.endswith("_heads") else 1)
                add(entry.word, forces.get(force, next(iter(forces.values()))))
        for entry in lists.get("naming_words", ()):
            add(entry.word, Mark.NAMING)
        for entry in lists.get("name_events", ()):
            add(entry.word, Mark.EVENT)
        for entry in lists.get("list_adjectives", ()):
            add(entry.word, Mark.LISTED)
        for entry in lists.get("org_heads", ()):
            if entry.field(1) in ("school", "hospital") or entry.field(2) == "weak" or entry.word.endswith("院"):
                add(entry.word, Mark.SITE)
        for word, mark in marks.items():
            if mark & Mark.NAMING:
                mark = marks[word] = mark & ~int(Mark.HARD)
            if mark & (Mark.WORK_VERB | Mark.EVENT) and not mark & (Mark.SOFT | Mark.TAIL | Mark.COMMON):
                marks[word] = mark | int(Mark.HARD)
        return cls(marks, _kinds(lists, "org_heads"), _kinds(lists, "project_heads"))


def _kinds(lists: WordLists, name: str) -> dict[str, str]:
    return {entry.word: entry.field(1) for entry in lists.get(name, ())}
