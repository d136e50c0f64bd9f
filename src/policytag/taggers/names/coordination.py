"""Coordination: names that share a head or a beginning, names that hold 和 or 、, lists that run over commas."""

from __future__ import annotations

import re

from policytag.taggers.names.clauses import Group
from policytag.taggers.names.edges import particular
from policytag.taggers.names.firms import Found
from policytag.taggers.names.marks import JOINT, Mark
from policytag.taggers.names.pieces import Marked, marks_of
from policytag.taggers.names.vocabulary import Vocabulary

_HEADED = int(Mark.ORG | Mark.WORKS | Mark.TAIL)
_WORK, _LEAD = int(Mark.TAIL_WORK), int(Mark.LEAD)
_TAIL, _WORKS, _STRONG, _LINE = map(int, (Mark.TAIL, Mark.WORKS, Mark.STRONG_WORKS, Mark.LINE))
_OWN_NAME = int(Mark.LEAD | Mark.WHOLE | Mark.LEVEL)
"""A part that begins so is a name of its own (重点工程, 中粮速冻米粉, 市教育局)."""
_TAIL_NAME = int(Mark.TAIL_NAME)
_VERBAL = int(
    Mark.SOFT | Mark.COMMON | Mark.WORK_VERB | Mark.EVENT | Mark.BUILD | Mark.TAIL | Mark.TAIL_WORK | Mark.REMAKE
)
"""The marks of words that say what is done, no thing."""
_PHASE, _NUMBERED = int(Mark.TAIL_PHASE), int(Mark.NUMBERED)
_COMMON, _SOFT, _UNKNOWN, _PLACE = map(int, (Mark.COMMON, Mark.SOFT, Mark.UNKNOWN, Mark.PLACE))
_NEVER_LISTED = int(Mark.HARD | Mark.ETC)
_LEVEL, _NEEDS_LEVEL = int(Mark.LEVEL), int(Mark.NEEDS_LEVEL)
_SORT = int(Mark.SORT)
_ORG, _WHOLE = int(Mark.ORG), int(Mark.WHOLE)
_OWN = int(Mark.SIGN | Mark.NAMING)
"""What a member is made of that shares the head of an organization; a place may be no member but a place."""
ORDINAL_END = re.compile("第[0-9一二三四五六七八九十百]+$")
"""A member that ends in a number has no name to share a head with: 澄溪第一 in 澄溪第一、第二中学."""
_AND = frozenset("与和及暨")
_TOPIC_MAX = 2
"""What a park or a centre is for (脑科学与) has at most so many words before 与."""
_BARE_MAX = 5
"""A coordinated part without a head of its own (几江 in 几江、德感燃气管道工程) is at most this long."""


def headed(item: list[Marked]) -> bool:
    """Does any word of the item end names?"""
    return bool(marks_of(item) & _HEADED)


def bare(item: list[Marked]) -> bool:
    """Is the item a short piece without a head or ordinary words: 万黔, 几江?"""
    return item[-1][3] - item[0][2] <= _BARE_MAX and all(token[0] & (_UNKNOWN | _PLACE) for token in item)


def rejoin(text: str, group: Group) -> list[list[Marked]]:
    """The items of a group, those put together again that 和 or 、 cut inside one name."""
    items = list(group.items)
    index = len(items) - 1
    while index > 0:
        first, second = items[index - 1], items[index]
        between = text[first[-1][3] : second[0][2]]
        if (between in _AND and _one_name(text, first, second, between)) or _numbers(text, first, second):
            items[index - 1 : index + 1] = [[*first, (JOINT, -1, first[-1][3], second[0][2]), *second]]
        index -= 1
    if len(items) > 1 and not group.etc and _shared_end(items[-1]) and all(bare(item) for item in items[:-1]):
        joined: list[Marked] = []
        for item in items:
            if joined:
                joined.append((JOINT, -1, joined[-1][3], item[0][2]))
            joined += item
        items = [joined]
    return items


def _numbers(text: str, first: list[Marked], second: list[Marked]) -> bool:
    """Are the items the numbers of lines in one name: 地铁1 and 2号线?"""
    return (
        len(second) > 1
        and bool(second[1][0] & _NUMBERED or second[1][0] == JOINT)
        and text[second[0][2] : second[0][3]].isdigit()
        and text[first[-1][2] : first[-1][3]].isdigit()
    )


def _one_name(text: str, first: list[Marked], second: list[Marked], between: str) -> bool:
    if not headed(second) or second[0][0] & _OWN_NAME:
        return False
    if between == "暨":  # 指挥中心暨保障基地
        return True
    if first[-1][0] & second[0][0] & _SOFT and not marks_of(second[:-1]) & ~_VERBAL and second[-1][0] & _TAIL_NAME:
        return True  # 流域保护和修复工程
    if headed(first):
        # 水厂及配套管网: the second part is nothing by itself
        return (
            between == "及"
            and particular(text, second, len(second)) == 0
            and bool(second[-1][0] & _HEADED)
            and not second[-1][0] & _LINE
            and not (second[-1][0] & _ORG and marks_of(second) & _SORT)
        )
    if first[0][0] & _LEVEL and len(first) > 1 and second[-1][0] & _NEEDS_LEVEL:
        return True  # 市工业和信息化局
    if (
        between == "与"
        and particular(text, second, len(second)) == 0
        and _last_noun(second) & (_STRONG | _LINE) == _STRONG
    ):
        return len(first) <= _TOPIC_MAX and all(token[0] & _COMMON for token in first)  # 海洋科学与深海智能产业园
    return bool(first[-1][0] & (_COMMON | _SOFT)) and particular(text, first, len(first)) >= 1 and len(first) <= 5


def _last_noun(item: list[Marked]) -> int:
    """The marks of the last word of an item that is no verb (建设)."""
    return next((token[0] for token in reversed(item) if not token[0] & _SOFT), 0)


def _shared_end(item: list[Marked]) -> bool:
    """Does the last of several coordinated items end in words that all share (德感燃气管道更新改造工程)?"""
    last = item[-1][0]
    if not last & (_TAIL | _WORKS) or (last & _STRONG and not last & _TAIL) or len(item) < 3:
        return False
    if last & _PHASE and marks_of(item) & _LINE:
        return False  # 甲溪、乙岭高速澄溪段: two lines
    return bool(item[0][0] & (_UNKNOWN | _PLACE)) and item[0][3] - item[0][2] <= _BARE_MAX


def shares_head(items: list[list[Marked]], index: int) -> int:
    """Number of the later item whose head the bare item at ``index`` shares; 0 where there is none (万黔、黔吉高铁)."""
    if not bare(items[index]) or items[index][-1][3] - items[index][0][2] < 2:
        return 0
    for later in range(index + 1, min(index + 4, len(items))):
        if any(token[0] & _LINE for token in items[later]) or _short_name(items[later]):
            return later
        if not bare(items[later]):
            return 0
    return 0


def sharing_bodies(items: list[list[Marked]], bodies: list[tuple[int, int]]) -> dict[int, int]:
    """Members that share the head of an organization after them: 云岭, 澜山 in 云岭、澜山和澄湖实验室.

    Args:
        items: the members.
        bodies: starts and ends of those that are found to be organizations.

    Returns:
        Index of the member → index of the organization in ``bodies``.
    """
    found = {start: number for number, (start, _) in enumerate(bodies)}
    sharing: dict[int, int] = {}
    number = -1
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        start = item[0][2]
        if start in found:
            number = found[start] if _short_body(item, bodies[found[start]][1]) else -1
        elif number >= 0 and item[-1][3] - start <= _BARE_MAX and all(token[0] & _OWN for token in item):
            sharing[index] = number
        else:
            number = -1
    return sharing


def _short_body(item: list[Marked], end: int) -> bool:
    """A short name of its own before a head that needs no level: 澄湖实验室."""
    last = next((index for index, token in enumerate(item) if token[3] == end), 0)
    mark, _, head, _ = item[last]
    if not last or not mark & _ORG or mark & (_NEEDS_LEVEL | _WHOLE):
        return False
    return head - item[0][2] <= _BARE_MAX and all(token[0] & (_OWN | _PLACE) for token in item[:last])


def members(text: str, body: Found) -> list[Found]:
    """The members of a list that was read as one name for the head that they share: 云岭, 澜山 in 云岭、澜山实验室.

    A number is no name: of 澄溪第一、第二中学 only the last is left.
    """
    type_, start, end, kind, rule = body
    *sharing, last = text[start:end].split("、")
    parts: list[Found] = []
    for name in sharing:
        if not ORDINAL_END.search(name):
            parts.append((type_, start, start + len(name), kind, "org.shared-head"))
        start += len(name) + 1
    return [*parts, (type_, end - len(last), end, kind, rule)]


def _short_name(item: list[Marked]) -> bool:
    """A short name before a head: 望州机场, 望州机场改扩建."""
    size = len(item)
    while size > 2 and item[size - 1][0] & _WORK:
        size -= 1
    *name, head = item[:size]
    return (
        bool(name and head[0] & _STRONG)
        and head[2] - name[0][2] <= _BARE_MAX
        and all(token[0] & (_UNKNOWN | _PLACE | _LEVEL | _LEAD) for token in name)
    )


def may_be_list(clause: str, words: Vocabulary) -> bool:
    """A quick look before whole_clause: does the clause hold no word that is never part of a list over commas?"""
    marks = words.marks
    return not any(marks[number] & _NEVER_LISTED for number, _, _ in words.cut(clause))


def whole_clause(groups: list[Group], start: int, end: int) -> bool:
    """Is a clause nothing but one list of items, so that it may be part of a list that runs over commas?"""
    if len(groups) != 1:
        return False
    group = groups[0]
    return (
        bool(group.items)
        and not group.before
        and not group.after
        and not group.etc
        and group.items[0][0][2] == start
        and group.items[-1][-1][3] == end
        and len(group.items) <= 3
    )
