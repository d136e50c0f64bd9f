"""The groups of coordinated items that may hold names, with what stands around them, as the rules read them.

A clause runs from one boundary (，。；：) to the next. Words that are never part of a name cut it into groups; 、和与及
cut a group into items.
"""

from __future__ import annotations

import re

import numpy as np

from policytag.taggers.names.grouping import MAX_TOKENS, Groups, Stretches, read_groups, read_stretches
from policytag.taggers.names.marks import Mark
from policytag.taggers.names.pieces import Marked, Numbers, Pieces, previous, read_pieces
from policytag.taggers.names.rules import NameRules
from policytag.taggers.names.sifting import may_hold_names

_SOFT, _TAIL = int(Mark.SOFT), int(Mark.TAIL)
_PROJECT_NOUNS = ("项目", "工程")
_AMOUNT = re.compile("(?:一批|总投资|投资|[0-9]|[一二两三四五六七八九十]+[个项条大])")
_AMOUNT_WITHIN = 24
"""After 等 and an amount the noun stands at most this many characters away."""


class Group:
    """Coordinated items, and what stands around them.

    Attributes:
        start: start of its clause if it is the first group of it, else -1.
        items: the tokens of each item.
        marks: marks of all tokens of the items, or-ed.
        before: marks of the words between this group and the one before it in the clause, or-ed.
        after: marks of the words that follow, up to the next group.
        etc: 等 ends the list.
        listed: what the noun after 等 says the members are: ORG, PROJECT, or "" where it says nothing.
        noun: the noun that says so.
        tail: the tokens after 等.
        hopeful: it may hold names, whatever the noun after 等 says.
    """

    __slots__ = ("after", "before", "etc", "hopeful", "items", "listed", "marks", "noun", "start", "tail")

    def __init__(self, start: int, marks: int, before: int, after: int, etc: bool, hopeful: bool) -> None:
        self.start = start
        self.items: list[list[Marked]] = []
        self.marks = marks
        self.before = before
        self.after = after
        self.etc = etc
        self.hopeful = hopeful
        self.listed = ""
        self.noun = ""
        self.tail: list[Marked] = []


def read_clauses(text: str, firsts: Numbers, lasts: Numbers, rules: NameRules, every: bool = False) -> list[Group]:
    """The groups of clauses (given by starts and ends): ``every`` one, or those that may hold names."""
    if not len(firsts):
        return []
    pieces = read_pieces(text, firsts, lasts, rules.words)
    stretches = read_stretches(pieces)
    table = read_groups(pieces, stretches)
    if not len(table.firsts):
        return []
    hopeful, if_listed = may_hold_names(pieces, stretches, table)
    kept = np.flatnonzero(hopeful | if_listed | every)
    clause = table.clauses[kept]
    is_first = table.clauses != previous(table.clauses, -1)
    starts = np.where(is_first[kept], firsts[clause], -1)
    columns = (starts, table.marks[kept], table.before[kept], table.after[kept], table.etc[kept], hopeful[kept])
    groups = [Group(*values) for values in zip(*(column.tolist() for column in columns), strict=True)]
    _add_tokens(groups, kept, pieces, stretches, table)
    for group, end in zip(groups, lasts[clause].tolist(), strict=True):
        if group.etc:
            _read_tail(text, end, group, rules)
    return groups


def _add_tokens(groups: list[Group], kept: Numbers, pieces: Pieces, stretches: Stretches, table: Groups) -> None:
    """Give groups their items and tails; ``kept`` are their numbers in the table. All other pieces stay in the arrays."""
    place = np.full(len(table.firsts), -1)
    place[kept] = np.arange(len(kept))
    chosen = (table.is_item | table.is_tail) & (place[table.of] >= 0)
    of_piece = np.repeat(chosen, stretches.sizes + 1)  # each stretch and the stop after it
    of_piece[stretches.stops] = False
    tokens = list(zip(*(column[of_piece].tolist() for column in pieces), strict=True))
    first = 0
    for index, size, is_tail in zip(
        place[table.of[chosen]].tolist(), stretches.sizes[chosen].tolist(), table.is_tail[chosen].tolist(), strict=True
    ):
        stretch = tokens[first : first + size]
        first += size
        if is_tail:
            groups[index].tail += stretch[: MAX_TOKENS - len(groups[index].tail)]
        else:
            groups[index].items.append(stretch)


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
        words = text[etc : min(end, etc + _AMOUNT_WITHIN)]  # 等总投资230亿元的化工项目
    # The first noun says what the members are (等企业技改项目: firms), a building before 项目 apart (等学校项目).
    noun = rules.noun_in(words)
    if not noun:
        return
    if noun in rules.buildings and words.endswith(_PROJECT_NOUNS):
        noun = words[-2:]
    group.listed, group.noun = rules.list_nouns[noun], noun
