"""Organizations: what an item must hold to be one, and where it ends."""

from __future__ import annotations

from policytag.taggers.names.clauses import Marked
from policytag.taggers.names.edges import followed_by_number, particular, placed
from policytag.taggers.names.vocabulary import Mark, Vocabulary

_ORG, _WEAK, _NEEDS_LEVEL, _WHOLE, _SOLE = map(
    int, (Mark.ORG, Mark.WEAK_ORG, Mark.NEEDS_LEVEL, Mark.WHOLE, Mark.SOLE)
)
_NUMBERED, _COMPANY, _LOOSE, _UNKNOWN, _PLACE, _LEVEL, _NAMING = map(
    int, (Mark.NUMBERED, Mark.COMPANY, Mark.LOOSE, Mark.UNKNOWN, Mark.PLACE, Mark.LEVEL, Mark.NAMING)
)
_WORKS = int(Mark.WORKS)
_NUMERALS = frozenset("一二三四五六七八九十")
_COMPANY_KINDS = ("company", "bank")


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
    for head in range(len(item) - 1, -1, -1):
        mark, number, _, _ = item[head]
        if mark & _COMPANY and 0 < head <= 2 and item[0][0] & _WHOLE and words.org_kinds[item[0][1]] == "company":
            return head + 1, "company", False  # 美的制冷, 华为数字能源
        if mark & _ORG and _is_body(text, item, head, local, words) and not followed_by_number(text, item, head + 1):
            return head + 1, words.org_kinds[number] or "other", bool(mark & _WEAK)
    return None


def _is_body(text: str, item: list[Marked], head: int, local: bool, words: Vocabulary) -> bool:
    mark, number, start, _ = item[head]
    if mark & _WHOLE:
        return head == 0 and not (len(item) > 1 and item[1][0] & _WORKS)
    if mark & _NUMBERED:
        return head > 0 and text[start - 1] in _NUMERALS and placed(item, head) and head <= 2
    if not head:
        return bool(mark & _SOLE) and local
    if mark & _NEEDS_LEVEL:
        return placed(item, head) or (words.org_kinds[number] == "hospital" and particular(text, item, head) == 2)
    score = particular(text, item, head)
    if mark & _WEAK and item[0][0] & _WHOLE:
        return False
    return score == 2 or (
        score == 1 and (words.org_kinds[number] in _COMPANY_KINDS or head == 1)
    )


def short_company(text: str, item: list[Marked], listed: bool) -> bool:
    """Is the whole item a short company name by its ending: one to four unknown characters and 科技, 电子 …?"""
    last = item[-1]
    if len(item) < 2 or not last[0] & _COMPANY or last[3] - item[0][2] > 9 or (last[0] & _LOOSE and not listed):
        return False
    if listed and item[0][0] & (_COMPANY | _NAMING):
        return True
    return particular(text, item, len(item) - 1) >= (1 if listed else 2)


def bare_company(text: str, item: list[Marked]) -> bool:
    """Could the whole item be a company's name without any ending: 海尔, 赛力斯?"""
    length = item[-1][3] - item[0][2]
    unknown = sum(end - start for mark, _, start, end in item if mark & _UNKNOWN)
    start = item[0][2]
    return 2 <= length <= 8 and unknown >= 2 and text[start].isalpha() and text[max(0, start - 1) : start] != "“"
