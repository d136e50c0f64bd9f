"""Which groups may hold names, as far as the marks of their pieces tell.

Most of a report holds no name. These tests are necessary, not sufficient, and made for all groups of a text in arrays, so
that the rules, which look at one token after the other, see only every third group.
"""

from __future__ import annotations

import numpy as np

from policytag.taggers.names.grouping import Flags, Groups, Stretches
from policytag.taggers.names.marks import FRAME, HEADS, PARTICULAR, PLAIN, Mark
from policytag.taggers.names.pieces import Numbers, Pieces

UNFRAMED = int(Mark.ORG | Mark.TAIL_NAME | Mark.REMAKE)
"""Where nothing is said of building, a name ends in one of these."""
_PARTNER, _CLASS, _TAIL, _ITEM = map(int, (Mark.PARTNER, Mark.CLASS, Mark.TAIL, Mark.TAIL_ITEM))
_WORKS, _SITE, _ANY, _ORG = map(int, (Mark.WORKS, Mark.SITE, Mark.ANY_MODIFIER, Mark.ORG))
_FOUND, _ACT, _FIRM, _COMPANY = map(int, (Mark.FOUND, Mark.ACT, Mark.FIRM, Mark.COMPANY))
_OWN_NAME = int(Mark.SIGN | Mark.PLACE)
_BRACKETS = int(Mark.OPEN | Mark.CLOSE)
_ALONE = int(Mark.WHOLE | Mark.SOLE)
_SURE = int(Mark.PLACE | Mark.LEVEL | Mark.WHOLE | Mark.NAMING | Mark.SOLE | Mark.SIGN)
_FAINT, _FIGURE, _NUMBERED = int(Mark.FAINT), int(Mark.FIGURE), int(Mark.NUMBERED)
_SITES = int(Mark.WORKS | Mark.ORG | Mark.TAIL_ITEM)
_COMPANIES = int(Mark.COMPANY | Mark.UNKNOWN | Mark.WHOLE)
"""What a company that is somebody's partner (引进) is made of, if no head ends it."""
_PLAIN_MIN = 6
"""A name without anything particular before its head has at least so many characters, except after some heads."""
MAX_ITEMS = 60
"""Longer lists are no lists of names; a bound on the work per clause."""


def may_hold_names(pieces: Pieces, stretches: Stretches, groups: Groups) -> tuple[Flags, Flags]:
    """For each group whether it may hold a name by itself, and whether it may if a noun after 等 says so."""
    n_items = np.bincount(groups.of[groups.is_item], minlength=len(groups.firsts))
    around = groups.marks | groups.before | groups.after | groups.tail
    built = around & FRAME != 0
    anything = (groups.marks & PARTICULAR != 0) | (built & (groups.marks & PLAIN != 0))
    anything &= (groups.before & _CLASS == 0) & (n_items <= MAX_ITEMS)
    several = (n_items > 1) | (groups.marks & _BRACKETS != 0)
    shared_tail = several & (groups.marks & _TAIL != 0)
    companies = (groups.before & _PARTNER != 0) & (groups.marks & _COMPANIES != 0)
    founded = ((groups.before | groups.after) & _FOUND != 0) & (groups.marks & _ORG != 0)
    anything |= founded & (groups.before & _CLASS == 0) & (n_items <= MAX_ITEMS)
    firms = (groups.marks & _FIRM != 0) & (groups.marks & _OWN_NAME != 0)
    firms |= (groups.marks & _COMPANY != 0) & (groups.after & _ACT != 0)
    hopeful = _with_ending(pieces, stretches, groups, built, shared_tail) | companies | founded | firms
    if_listed = anything | ((groups.marks & PLAIN != 0) & (groups.before & _CLASS == 0) & (n_items <= MAX_ITEMS))
    return hopeful & anything, groups.etc & if_listed


def _with_ending(pieces: Pieces, stretches: Stretches, groups: Groups, built: Flags, shared_tail: Flags) -> Flags:
    """For each group whether a name may end at one of its heads: after something particular, or where it is long enough."""
    marks = pieces.marks
    head = np.flatnonzero(marks & HEADS)
    stretch = np.searchsorted(stretches.stops, head)
    inside = groups.is_item[stretch] & (stretches.stops[stretch] > head)
    head, group = head[inside], groups.of[stretch[inside]]
    first = stretches.firsts()[groups.firsts[group]]
    mark = marks[head]

    framed = (built | shared_tail)[group]
    named = _after(marks & _SURE != 0, head, first) | (mark & _ALONE != 0)
    named |= (framed | (mark & _ORG != 0)) & _after(marks & _FAINT != 0, head, first)
    named |= (framed | (mark & _NUMBERED != 0)) & _after(marks & _FIGURE != 0, head, first)
    named &= framed | (mark & UNFRAMED != 0)
    length = pieces.ends[head] - pieces.starts[first]
    long_enough = (length >= _PLAIN_MIN) & (mark & (_WORKS | _SITE | _ITEM) != 0)
    at_site = (mark & _TAIL != 0) & _after(marks & _SITES != 0, head, first)
    plain = built[group] & (head > first) & (long_enough | at_site | (mark & _ANY != 0))
    hopeful = np.zeros(len(groups.firsts), dtype=bool)
    hopeful[group[named | plain]] = True
    return hopeful


def _after(wanted: Flags, head: Numbers, first: Numbers) -> Flags:
    """For each head whether a wanted piece stands before it, from the first piece of its group on."""
    places = np.flatnonzero(wanted)
    last = np.append(places, -1)[np.searchsorted(places, head) - 1]
    after: Flags = last >= first
    return after
