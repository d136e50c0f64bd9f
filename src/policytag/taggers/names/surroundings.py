"""What the words around a group of items say of them: whether they are built, and of what a list is one."""

from __future__ import annotations

from typing import NamedTuple

from policytag.taggers.names.clauses import Group
from policytag.taggers.names.edges import particular
from policytag.taggers.names.marks import Mark
from policytag.taggers.names.pieces import Marked
from policytag.taggers.names.projects import AIMED, AMONG_NAMES, BUILT, LISTED, NO_FRAME, NOT_LISTED, PUSHED
from policytag.taggers.names.rules import NAMED, NameRules

_WORK_VERB, _BUILD, _EVENT, _AIM = map(int, (Mark.WORK_VERB, Mark.BUILD, Mark.EVENT, Mark.AIM))
_PARTNER, _FOUND, _TAIL = map(int, (Mark.PARTNER, Mark.FOUND, Mark.TAIL))
_OPENED = int(Mark.OPENED)
_TOGETHER_WITHIN = 14
"""与X … 合作: the verb stands at most this many characters after the name."""


class Context(NamedTuple):
    """What the words around a group say of its items.

    Attributes:
        frame: NO_FRAME, AIMED, PUSHED or BUILT.
        listed: type of the members of the list: ORG, PROJECT, "-" for others, or "" where nothing says so.
        noun: the noun that says so.
        projects: NOT_LISTED, LISTED (as projects) or AMONG_NAMES.
        companies: the verb before takes companies (引进).
        partners: something is done together with the items (与X、Y合作).
        local: the report is a county's or city's.
        founded: a verb beside them says that they are new bodies (成立).
        opened: what is said of them is said of bodies and not of what is built (揭牌).
    """

    frame: int
    listed: str
    noun: str
    projects: int
    companies: bool
    partners: bool
    local: bool
    founded: bool
    opened: bool


def context_of(
    text: str, group: Group, items: list[list[Marked]], around: tuple[int, int], local: bool, rules: NameRules
) -> Context:
    """Read what stands around the items of a group; ``around`` are the marks of the words before and after them."""
    before, after = around
    partners = _together(text, items, rules)
    listed = "" if partners and group.listed != "ORG" else group.listed
    shared_tail = len(items) > 1 and bool(items[-1][-1][0] & _TAIL)
    if listed == "PROJECT" or after & _EVENT or before & _BUILD or shared_tail:
        frame = BUILT
    else:
        frame = AIMED if before & _AIM else PUSHED if before & _WORK_VERB else NO_FRAME
    projects = LISTED if listed == "PROJECT" else NOT_LISTED
    if (projects and local) or ((projects or (shared_tail and local)) and _holds_name(text, items)):
        projects = AMONG_NAMES
    founded = before | after if len(items) == 1 else before  # 甲和乙组建丙: who founds it stands before the verb
    companies = listed in NAMED or bool(before & _PARTNER)
    opened = after & (_OPENED | _BUILD) == _OPENED  # 获批开工 is said of a work
    opened = not projects and (opened or rules.opened_at.match(text, items[-1][-1][3]) is not None)
    return Context(frame, listed, group.noun, projects, companies, partners, local, bool(founded & _FOUND), opened)


def _holds_name(text: str, items: list[list[Marked]]) -> bool:
    """Is one of the items surely a name?"""
    return any(particular(text, item, len(item)) == 2 for item in items)


def _together(text: str, items: list[list[Marked]], rules: NameRules) -> bool:
    """Does the text say that something is done together with the items: 与X、Y合作?"""
    start, end = items[0][0][2], items[-1][-1][3]
    if not text.endswith(rules.together_before, 0, start):
        return False
    near = text[end : end + _TOGETHER_WITHIN]
    return any(word in near for word in rules.together_after)
