"""Organizations: what an item must hold to be one, and where it ends."""

from __future__ import annotations

from policytag.taggers.names.clauses import Marked
from policytag.taggers.names.edges import particular
from policytag.taggers.names.vocabulary import Mark, Vocabulary

_ORG, _WEAK, _NEEDS_LEVEL, _WHOLE, _SOLE = map(
    int, (Mark.ORG, Mark.WEAK_ORG, Mark.NEEDS_LEVEL, Mark.WHOLE, Mark.SOLE)
)
_NUMBERED, _COMPANY, _UNKNOWN, _PLACE, _LEVEL = map(
    int, (Mark.NUMBERED, Mark.COMPANY, Mark.UNKNOWN, Mark.PLACE, Mark.LEVEL)
)
_COMMON, _SOFT, _QUOTE = int(Mark.COMMON), int(Mark.SOFT), int(Mark.QUOTE)
_NUMERALS = frozenset("一二三四五六七八九十")


def last_head(item: list[Marked], mark: int, last: int | None = None) -> int:
    """Index of the last token with one of the marks, before ``last``; -1 where there is none."""
    for index in range((len(item) if last is None else last) - 1, -1, -1):
        if item[index][0] & mark:
            return index
    return -1


def body(text: str, item: list[Marked], local: bool, words: Vocabulary) -> tuple[int, str, bool] | None:
    """The organization with which an item begins.

    Args:
        text: the joined text.
        item: its tokens, the left edge trimmed.
        local: the report is a county's or city's, in which 中心医院 is one particular hospital.
        words: the vocabulary.

    Returns:
        Number of tokens, kind, and whether the head is weak; None where there is no organization.
    """
    head = last_head(item, _ORG)
    while head >= 0:
        mark, number, _, _ = item[head]
        if _is_body(text, item, head, local):
            return head + 1, words.org_kinds[number] or "other", bool(mark & _WEAK)
        head = last_head(item, _ORG, head)
    return None


def _is_body(text: str, item: list[Marked], head: int, local: bool) -> bool:
    mark, _, start, _ = item[head]
    if mark & _WHOLE:
        # 中国移动 alone; before other words only where they end in another head, which was tried before
        return head == 0 or particular(text, item, head) == 2
    if mark & _NUMBERED:
        before = item[head - 1] if head else None
        return before is not None and text[before[3] - 1] in _NUMERALS
    if not head:
        return bool(mark & _SOLE) and local
    before = item[head - 1]
    if mark & _NEEDS_LEVEL:
        return bool(before[0] & (_LEVEL | _PLACE)) or particular(text, item, head) == 2
    score = particular(text, item, head)
    return score == 2 or (score == 1 and head == 1)


def short_company(text: str, item: list[Marked]) -> bool:
    """Is the whole item a short company name by its ending: one to four unknown characters and 科技, 电子 …?"""
    if len(item) < 2 or not item[-1][0] & _COMPANY or item[-1][3] - item[0][2] > 9:
        return False
    return particular(text, item, len(item) - 1) >= 1


def bare_company(text: str, item: list[Marked]) -> bool:
    """Could the whole item be a company's name without any ending: 海尔, 赛力斯?"""
    length = item[-1][3] - item[0][2]
    return 2 <= length <= 8 and particular(text, item, len(item)) == 2
