"""Projects: what an item must hold to be one, and where it ends."""

from __future__ import annotations

from policytag.taggers.names.edges import (
    enclosed,
    inside_word,
    looks_local,
    particular,
    placed,
)
from policytag.taggers.names.marks import Mark
from policytag.taggers.names.pieces import Marked
from policytag.taggers.names.rules import NameRules
from policytag.taggers.names.vocabulary import Vocabulary

_WORKS, _STRONG, _TAIL, _NAME, _ITEM = map(
    int, (Mark.WORKS, Mark.STRONG_WORKS, Mark.TAIL, Mark.TAIL_NAME, Mark.TAIL_ITEM)
)
_ANY, _ORG, _PHASE, _SOLE = map(int, (Mark.ANY_MODIFIER, Mark.ORG, Mark.TAIL_PHASE, Mark.SOLE))
_SOFT, _QUOTE, _SITE, _OPEN = int(Mark.SOFT), int(Mark.QUOTE), int(Mark.SITE), int(Mark.OPEN)
_LINE, _DONE = int(Mark.LINE), int(Mark.TAIL_WORK)
_FIGURE, _SIGN, _REMAKE = int(Mark.FIGURE), int(Mark.SIGN), int(Mark.REMAKE)
_UNKNOWN = int(Mark.UNKNOWN)
_SORT, _LEAD, _LEVEL, _PLACE = map(int, (Mark.SORT, Mark.LEAD, Mark.LEVEL, Mark.PLACE))
_NAMING, _COMPANY, _LOOSE = int(Mark.NAMING), int(Mark.COMPANY), int(Mark.LOOSE)
_HEADS = _WORKS | _TAIL | _SITE
NO_FRAME, AIMED, PUSHED, BUILT = 0, 1, 2, 3
"""What the clause says of the item: nothing of building, that it is an aim (打造), that it is pushed on (推进), that it
is built (开工)."""
NOT_LISTED, LISTED, AMONG_NAMES = 0, 1, 2
"""Is it a member of a list of projects, and may an ordinary name be one of them: other members are surely names,
or the report is a county's, which has one of each kind?"""

_PLAIN_MIN = 6
"""A name of ordinary words only (消防指挥中心) must be at least this long."""
_PLAIN_SITE_MIN = 9
"""The same for one that ends in 中心, 实验室 and the like."""
_PLAIN_PROJECT_MIN = 7
"""The same for one that ends in 项目."""
_SOLE_MIN = 5
"""A head that names a work by itself has at least so many characters."""
_STATE = ("government", "party", "congress")
"""Kinds of organizations of which a work is no building."""
_SORT_WITHIN = 2
"""A word that makes a class stands at the beginning, at most after one other."""
_RAISED = "建设"
"""What is said of a class of projects as often as of one: 加快光伏项目建设."""


def works(
    text: str, item: list[Marked], marks: int, frame: int, listed: int, rules: NameRules
) -> tuple[int, str, str] | None:
    """The project with which an item begins.

    Args:
        text: the joined text.
        item: its tokens, the left edge trimmed.
        marks: the marks of all of them, or-ed.
        frame: NO_FRAME, AIMED, PUSHED or BUILT.
        listed: NOT_LISTED, LISTED (a member of a list of projects), or AMONG_NAMES.
        rules: the compiled lists.

    Returns:
        Number of tokens, kind, and the word that ends it; None where there is no project.
    """
    costed = bool(marks & _HEADS) and rules.measures.has_own_cost(text, item[0][2])
    if costed:
        frame = BUILT
    heads = _HEADS if frame else _NAME | _REMAKE  # where nothing is said of building: 项目, 改造 and the like
    if not marks & heads:
        return None
    for head in range(len(item) - 1, 0, -1):
        mark, _, start, end = item[head]
        if (
            mark & heads
            and not inside_word(text, end)
            and not (marks & _OPEN and enclosed(item, head))
            and not rules.measures.followed_by_number(text, item, head + 1, False)
            and (_is_project(text, item, head, frame, listed, rules) or (costed and _costed(item, head)))
        ):
            last = _after_tails(item, head)
            return last, kind_of(item[:last], rules.words), text[start:end]
    return None


def _after_tails(item: list[Marked], head: int) -> int:
    """Number of tokens up to the last stage or work that follows the head: 国门大道项目一期, 白石段扩容."""
    last = head + 1
    if last < len(item) and item[last][0] & _NAME and not item[head][0] & _TAIL:
        last += 1
    while last < len(item) and item[last][0] & (_PHASE | _DONE):
        last += 1
    return last


def _costed(item: list[Marked], head: int) -> bool:
    """Is it a name, since it has its own cost? A sort of works (标准化幼儿园) is none, work that is done to it is one."""
    sort = _is_sort(item, head) and not item[head][0] & _TAIL
    return not sort and _long_enough(item, head) and _ends_item(item, head)


def sole_facility(text: str, item: list[Marked], listed: bool, words: Vocabulary) -> tuple[int, str, str] | None:
    """The facility of which a county or city has one, where it is built: 文化艺术中心, in a list of projects 污水处理厂 too.

    The result is that of ``works``.
    """
    mark, number, start, end = item[0]
    if len(item) > 1 or mark & (_STRONG | _LINE) != _STRONG or end - start < _SOLE_MIN:
        return None
    kind = words.works_kinds[number]
    return (1, kind, text[start:end]) if listed or kind == "culture" else None


def _is_project(text: str, item: list[Marked], head: int, frame: int, listed: int, rules: NameRules) -> bool:
    mark = item[head][0]
    score = _score(text, item, head)
    if score < 2 and _is_sort(item, head):
        return False
    if frame == AIMED and not mark & _TAIL and (score < 2 or not mark & _STRONG or not _ends_item(item, head)):
        return False
    if score < 2 and frame and item[0][0] & _FIGURE and rules.measures.begins_with_capacity(text, item):
        score = 2
    if mark & _TAIL:
        return _with_tail(text, item, head, frame, listed == AMONG_NAMES, score, rules) or (
            listed == AMONG_NAMES and not item[0][0] & _FIGURE and bool(_sites(item, head, rules.words))
        )
    whole = _ends_item(item, head)
    if not frame or (mark & _ORG and (frame < BUILT or not whole)):
        return False
    if score < 2 and mark & _STRONG:
        return bool(mark & _ANY or score or listed) or (frame == BUILT and _long_enough(item, head))
    if score < 2 and mark & _SITE and frame == BUILT and item[head][3] - item[0][2] >= _PLAIN_SITE_MIN:
        return _long_enough(item, head)
    if score < 2 and frame == BUILT and head == 1 and _customary(item[0][0]):
        return whole  # 时代广场, 城投商务中心
    if score < 2 and listed == AMONG_NAMES and head + 1 == len(item) and item[head][3] - item[0][2] >= _PLAIN_MIN:
        return not item[0][0] & _UNKNOWN  # 环卫调度中心
    return score == 2 and (bool(mark & _STRONG) or whole)


def _score(text: str, item: list[Marked], head: int) -> int:
    """How particular the words before the head are; a level alone (省重点节水项目) makes no name before 项目 or 重点."""
    score = particular(text, item, head)
    if score == 2 and item[0][0] & _LEVEL and not item[0][0] & (_PLACE | _LEAD):
        inside = item[1:head]
        alone = item[head][0] & _TAIL and not any(token[0] & (_WORKS | _ORG) for token in inside)
        if alone or any(token[0] & (_SORT | _LEAD) for token in inside):
            return particular(text, item[1:], head - 1)
    return score


def _is_sort(item: list[Marked], head: int) -> bool:
    """Does a word say that the item is a sort of things: 标准化幼儿园, 老旧小区改造? In 妇幼保健院基础设施项目 it does not."""
    for mark, *_ in item[: min(head, _SORT_WITHIN)]:
        if mark & _SORT:
            return not item[0][0] & _NAMING
        if mark & (_WORKS | _ORG):
            return False
    return False


def _with_tail(text: str, item: list[Marked], head: int, frame: int, listed: int, score: int, rules: NameRules) -> bool:
    """项目, 二期, 改造: a name after something particular, or after something that is built."""
    mark = item[head][0]
    length = item[head][3] - item[0][2]
    sites = _sites(item, head, rules.words)
    local = score == 2 and (bool(sites) or placed(item, head) or looks_local(text, item, head, rules.place_endings))
    if mark & _NAME and score == 2 and (local or (mark & _ITEM and frame)):
        return True
    if not frame:
        return bool(mark & _REMAKE and local and sites and head + 1 == len(item))
    if mark & _NAME and frame == BUILT and item[0][0] & _SIGN and head + 1 == len(item):
        return True
    if mark & _PHASE and (sites or _of_item(item, head)):
        return True
    if mark & _NAME and any(index < head - 1 and (index or _own_site(item[0])) for index in sites):
        return True
    if mark & _NAME:
        a_class = text.startswith(_RAISED, item[head][3]) and not any(_own_site(item[index]) for index in sites)
        return (
            bool(mark & _ITEM)
            and (frame == BUILT or item[head][3] - item[head][2] > 2)
            and length >= _PLAIN_PROJECT_MIN
            and _long_enough(item, head)
            and not a_class
        )
    return (
        local
        or (score == 2 and bool(mark & _PHASE))
        or (listed and bool(mark & _REMAKE) and _long_enough(item, head) and head + 1 == len(item))
        or (frame == BUILT and bool(mark & _REMAKE and item[0][0] & _SIGN) and head + 1 == len(item))
        or any(item[index][0] & _SOLE or (index and score) for index in sites)
    )


def _of_item(item: list[Marked], head: int) -> bool:
    """Is it a stage of what is called a project: 铜镍项目一期?"""
    return head > 1 and bool(item[head - 1][0] & _ITEM)


def _sites(item: list[Marked], head: int, words: Vocabulary) -> list[int]:
    """Indices of what is built or has a building, before the head; bodies of the state have programmes (政府建设攻坚工程)."""
    return [
        index
        for index, (mark, number, *_) in enumerate(item[:head])
        if mark & _WORKS or (mark & _ORG and words.org_kinds[number] not in _STATE)
    ]


def _own_site(token: Marked) -> bool:
    """Is it built as one thing? 医院 is, 风电 is a sort of things."""
    return bool(token[0] & (_STRONG | _ORG))


def _customary(mark: int) -> bool:
    """Is it a word after which works are called: a customary name, a firm's ending that is no common noun?"""
    return bool(mark & _NAMING) or mark & (_COMPANY | _LOOSE) == _COMPANY


def _ends_item(item: list[Marked], head: int) -> bool:
    """Is the head the last word of the item, verbs apart? In 正阳片区详细规划 it is not."""
    return head + 1 == len(item) or all(token[0] & (_SOFT | _TAIL | _QUOTE) for token in item[head + 1 :])


def _long_enough(item: list[Marked], head: int) -> bool:
    return item[head][3] - item[0][2] >= _PLAIN_MIN and not any(token[0] & _QUOTE for token in item[:head])


def kind_of(item: list[Marked], words: Vocabulary) -> str:
    """Kind of works by the last word of the item that has one, else ``other``."""
    for _, number, _, _ in reversed(item):
        if number >= 0 and words.works_kinds[number]:
            return words.works_kinds[number]
    for _, number, _, _ in reversed(item):
        if number >= 0 and words.org_kinds[number] in ("school", "hospital"):
            return words.org_kinds[number]
    return "other"
