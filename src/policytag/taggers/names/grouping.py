"""Groups of coordinated items, for all clauses of a text at a time.

Words that are never part of a name cut a clause into groups; 、和与及 cut a group into items; what follows 等 is its tail.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from policytag.taggers.names.marks import JOINT, Mark
from policytag.taggers.names.pieces import Numbers, Pieces, previous

Flags = npt.NDArray[np.bool_]
_HARD, _COORD, _AND, _ETC, _END = map(int, (Mark.HARD, Mark.COORD, Mark.AND, Mark.ETC, Mark.BOUNDARY))
_LISTED, _PARTNER, _UNKNOWN = map(int, (Mark.LISTED, Mark.PARTNER, Mark.UNKNOWN))
_COUNT = int(Mark.LISTED | Mark.HARD | Mark.FIGURE)
"""A number of things, as a word: 两个, 三大."""
_VERB, _EVENT = int(Mark.WORK_VERB), int(Mark.EVENT)
_QUOTE = int(Mark.QUOTE | Mark.OPEN)
_BREAKS = _HARD | _END
_STOPS = _BREAKS | _COORD | _ETC
MAX_TOKENS = 30
"""Longer items are no names; a bound on the work per item."""


class Stretches(NamedTuple):
    """What lies between two stops: one value for each stop, which closes its stretch.

    A stop is a word that is no part of a name (HARD, the end of the clause) or parts the items of a group (COORD, ETC).
    """

    stops: Numbers  # index of the piece
    roles: Numbers  # its marks
    sizes: Numbers  # number of pieces before it; 0 where two stops touch
    breaks: Flags  # does it end a group?
    after_etc: Flags  # does 等 stand before the stretch, so that it is the tail of its group?
    clauses: Numbers  # index of its clause

    def firsts(self) -> Numbers:
        """Index of the first piece of each stretch."""
        return self.stops - self.sizes


def read_stretches(pieces: Pieces) -> Stretches:
    """The stretches of all clauses. 和 of a name (和盛集团) is marked as UNKNOWN on the way."""
    marks = pieces.marks
    stops = np.flatnonzero(marks & _STOPS)
    roles = marks[stops]
    sizes = _sizes(stops)
    # How many they are ends a list as 等 does: 甲、乙两大项目.
    count = roles & _COUNT == _COUNT
    roles[count & (sizes > 0) & (previous(roles, _END) & _COORD != 0)] = _ETC
    # 等 without any item before it ends no list.
    filled = np.cumsum(sizes > 0)
    filled_at_break = np.maximum.accumulate(np.where(_breaks(roles), filled, 0))
    roles[(roles & _ETC != 0) & (filled == filled_at_break)] = 0
    # 和 is part of a name between a stop and an unknown word; before a known word it joins (组建和区政协), and so it does
    # after what is said of works (前期工作和澄溪水库).
    of_name = (roles & _AND != 0) & (sizes == 0) & _before_names(roles)
    of_name[of_name] = marks[stops[of_name] + 1] & _UNKNOWN != 0
    marks[stops[of_name]], pieces.words[stops[of_name]] = JOINT, -1
    # It is part of a name too where nothing can be joined after it (澄水至忠和、).
    ends_name = (roles & _AND != 0) & (sizes > 0) & _before_stop(stops, roles)
    marks[stops[ends_name]], pieces.words[stops[ends_name]] = JOINT, -1
    # So is a number after a quotation mark (“五个一流”项目).
    quoted = count & (marks[stops - 1] & _QUOTE == _QUOTE) & (sizes > 0)
    marks[stops[quoted]] &= ~_HARD
    of_name |= ends_name | quoted
    # A list goes on after 等 over words that end it elsewhere: 等一批重点企业.
    listed = roles & _LISTED != 0
    other = np.maximum.accumulate(np.where(listed, 0, np.arange(len(stops))))
    kept = ~(of_name | (listed & (roles[other] & _ETC != 0)))
    stops, roles = stops[kept], roles[kept]
    ends = roles & _END != 0
    return Stretches(stops, roles, _sizes(stops), _breaks(roles), _after_etc(roles), np.cumsum(ends) - ends)


def _sizes(stops: Numbers) -> Numbers:
    """Number of pieces between each stop and the one before it."""
    return stops - previous(stops, -1) - 1


def _before_stop(stops: Numbers, roles: Numbers) -> Flags:
    """Which stops touch a 、 or 等 after them."""
    touching = np.append(stops[1:] == stops[:-1] + 1, False)
    after: Flags = touching & (np.append(roles[1:], 0) & (_COORD | _ETC) != 0)
    return after


def _after_etc(roles: Numbers) -> Flags:
    """Which stops follow 等."""
    after: Flags = previous(roles, _END) & _ETC != 0
    return after


def _before_names(roles: Numbers) -> Flags:
    """After which stops a name may begin: the end of a clause, a conjunction, a verb before names (引进, 实施)."""
    before = previous(roles, _END)
    names: Flags = (before & (_END | _COORD | _PARTNER) != 0) | (before & (_VERB | _EVENT) == _VERB)
    return names


def _breaks(roles: Numbers) -> Flags:
    """Which stops end a group; 、 does after the tail of a list."""
    breaks: Flags = (roles & _BREAKS != 0) | ((roles & _COORD != 0) & _after_etc(roles))
    return breaks


class Groups(NamedTuple):
    """Groups in text order: one value for each."""

    firsts: Numbers  # index of the first stretch
    clauses: Numbers  # index of the clause
    marks: Numbers  # marks of all tokens of the items, or-ed
    before: Numbers  # marks of the words between it and the group before it in the clause, or-ed
    after: Numbers  # marks of the words that follow, up to the next group, or-ed
    tail: Numbers  # marks of all tokens of what stands after 等, or-ed
    etc: Flags  # does 等 end the list?
    of: Numbers  # for each stretch the index of its group
    is_item: Flags  # for each stretch
    is_tail: Flags  # for each stretch: does it belong to what stands after 等?


def read_groups(pieces: Pieces, stretches: Stretches) -> Groups:
    """The groups of all clauses."""
    stops, roles, sizes, breaks, after_etc, clauses = stretches
    number: Numbers = np.cumsum(breaks) - breaks  # of the breaks before: the same for all stretches of a group
    filled = sizes > 0
    with_item = np.flatnonzero(filled & ~after_etc)
    firsts = with_item[number[with_item] != previous(number[with_item], -1)]
    started = np.zeros(len(stops), dtype=np.int64)
    started[firsts] = 1
    started = np.cumsum(started)
    of = started - 1
    inside = number == np.append(number[firsts], -1)[of]
    is_item = filled & (sizes <= MAX_TOKENS) & ~after_etc
    is_tail = filled & after_etc & inside
    etc = np.zeros(len(firsts), dtype=bool)
    etc[of[inside & (roles & _ETC != 0)]] = True

    of_stretch = np.bitwise_or.reduceat(np.where(pieces.marks & _STOPS, 0, pieces.marks), stretches.firsts())
    marks = np.bitwise_or.reduceat(np.where(is_item, of_stretch, 0), firsts)
    tail = np.bitwise_or.reduceat(np.where(is_tail, of_stretch, 0), firsts)
    gaps = _gaps(stretches, started)
    of_clause = clauses[firsts]
    before = np.arange(len(firsts)) + of_clause
    return Groups(firsts, of_clause, marks, gaps[before], gaps[before + 1], tail, etc, of, is_item, is_tail)


def _gaps(stretches: Stretches, started: Numbers) -> Numbers:
    """The marks of the words in each gap, or-ed: before the first group of a clause, between two, after the last.

    ``started`` is for each stretch the number of groups that have begun. A clause has one gap more than it has groups.
    """
    roles = stretches.roles
    touching = (roles & _COORD != 0) & (stretches.sizes == 0)
    words = np.where(roles & _HARD, roles, np.where(touching, roles & _PARTNER, 0))
    gap = started + stretches.clauses
    cuts = np.flatnonzero(gap != previous(gap, -1))
    gaps = np.zeros(int(gap[-1]) + 1, dtype=np.int64)
    gaps[gap[cuts]] = np.bitwise_or.reduceat(words, cuts)
    return gaps
