"""From tokens to items: the parts of a clause that may be names, and how they are coordinated.

A clause runs from one boundary (，。；：) to the next. Words that are never part of a name cut it into groups; 、和与及
cut a group into items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policytag.taggers.names.marks import Mark
from policytag.taggers.names.pieces import Marked, marks_of, read_pieces
from policytag.taggers.names.rules import NameRules

_HARD, _COORD, _ETC, _SOFT, _TAIL = map(int, (Mark.HARD, Mark.COORD, Mark.ETC, Mark.SOFT, Mark.TAIL))
_UNKNOWN, _LISTED, _PARTNER = int(Mark.UNKNOWN), int(Mark.LISTED), int(Mark.PARTNER)
_COUNT = re.compile(
    "[0-9.]+(?:[-~至][0-9.]+)?[余多]?(?:[个家条座所项处名套件台间批户栋幢支只口亩]|公里|平方|余)"
    "|[一二两三四五六七八九十百千数几]+[余多]?[个家条座所项处批大]"
)
_COUNT_BEGINS = frozenset(".0123456789一二两三四五六七八九十百千数几")
_PROJECT_NOUNS = ("项目", "工程")
_AMOUNT = re.compile("(?:一批|总投资|投资|[0-9]|[一二两三四五六七八九十]+[个项条大])")
_AMOUNT_WITHIN = 24
"""After 等 and an amount the noun stands at most this many characters away."""
MAX_TOKENS = 30
"""Longer items are no names; a bound on the work per item."""
MAX_ITEMS = 60
"""Longer lists are no lists of names; a bound on the work per clause."""


class Group:
    """Coordinated items, and what stands around them.

    Attributes:
        items: the tokens of each item.
        marks: marks of all tokens of the items, or-ed.
        before: marks of the words between this group and the one before it in the clause, or-ed.
        after: marks of the words that follow, up to the next group.
        etc: 等 ends the list.
        listed: what the noun after 等 says the members are: ORG, PROJECT, or "" where it says nothing.
        noun: the noun that says so.
        tail: the tokens after 等.
    """

    __slots__ = ("after", "before", "etc", "items", "listed", "marks", "noun", "tail")

    def __init__(self, before: int) -> None:
        self.items: list[list[Marked]] = []
        self.marks = 0
        self.before = before
        self.after = 0
        self.etc = False
        self.listed = ""
        self.noun = ""
        self.tail: list[Marked] = []

    def add(self, item: list[Marked]) -> None:
        """Add an item, or, after 等, a part of the tail."""
        if self.etc:
            self.tail += item[: MAX_TOKENS - len(self.tail)]
        elif len(item) <= MAX_TOKENS:
            self.items.append(item)
            self.marks |= marks_of(item)


def read_groups(
    text: str, clauses: Sequence[tuple[int, int]], rules: NameRules, every: bool = False
) -> list[tuple[int, list[Group]]]:
    """Start and groups of clauses (given by starts and ends): of ``every`` one, or of those that may hold names."""
    pieces, stops = read_pieces(text, clauses, rules.words, every)
    read: list[tuple[int, list[Group]]] = []
    clause = 0  # its first piece
    groups: list[Group] = []
    group: Group | None = None
    first = before = 0  # the first piece of the item; marks of the words between two groups
    for index, mark in stops:
        if mark & _LISTED and group is not None and group.etc and not group.tail:
            continue
        closed = first < index
        if closed:
            if group is None:
                group, before = Group(before), 0
                groups.append(group)
            group.add(pieces[first:index])
        first = index + 1
        if mark & _HARD:
            group = None
            before |= mark
            if groups:
                groups[-1].after |= mark
        elif mark & _COORD:
            if group is not None and group.etc:
                group = None
            elif not closed:
                _, _, start, end = pieces[index]
                if mark & _PARTNER:
                    before |= _PARTNER
                elif end - start == 1 and text[start] != "、" and pieces[first][0] & _UNKNOWN:
                    # 和 of a name (和盛集团); before a known word it joins (组建和区政协)
                    pieces[index] = (_UNKNOWN, -1, start, end)
                    first = index
        elif mark & _ETC:
            if group is not None:
                group.etc = True
        else:  # the end of the clause
            for one in groups:
                if one.etc:
                    _read_tail(text, pieces[index][2], one, rules)
            read.append((pieces[clause][2], groups))
            clause, groups, group, before = index + 1, [], None, 0
    return read


def _read_tail(text: str, end: int, group: Group, rules: NameRules) -> None:
    """What stands after 等: 等9家企业, 等项目建设."""
    tail = group.tail
    while tail and tail[-1][0] & _SOFT and not tail[-1][0] & _TAIL:
        group.after |= tail[-1][0]
        tail.pop()
    words = text[tail[0][2] : tail[-1][3]] if tail else ""
    etc = group.items[-1][-1][3] + 1 if group.items else end
    amount = _AMOUNT.match(text, etc, end)
    if amount and not rules.noun_in(words):
        words = text[etc : min(end, etc + _AMOUNT_WITHIN)]  # 等总投资500亿元以上的精细化工项目
    # The first noun says what the members are (等企业技改项目: firms), a building before 项目 apart (等学校项目).
    noun = rules.noun_in(words)
    if not noun:
        return
    if noun in rules.buildings and words.endswith(_PROJECT_NOUNS):
        noun = words[-2:]
    group.listed, group.noun = rules.list_nouns[noun], noun


def before_count(text: str, item: list[Marked]) -> list[Marked]:
    """The tokens of an item up to the first number with its classifier (4个国家医学中心); empty if it begins with one."""
    if not item or (not item[0][0] & _UNKNOWN and len(item) == 1):
        return item
    if text[item[0][2]] in _COUNT_BEGINS and _COUNT.match(text, item[0][2], item[-1][3]):
        return []
    for index, (mark, _, start, _end) in enumerate(item):
        if mark & _UNKNOWN and index and text[start].isdigit() and _COUNT.match(text, start, item[-1][3]):
            return item[:index]
    return item
