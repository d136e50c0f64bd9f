"""Projects: what an item must hold to be one, and where it ends."""

from __future__ import annotations

from policytag.taggers.names.clauses import Marked
from policytag.taggers.names.edges import capacity, followed_by_number, particular
from policytag.taggers.names.vocabulary import Mark, Vocabulary

_WORKS, _STRONG, _TAIL, _NAME, _WORK = map(
    int, (Mark.WORKS, Mark.STRONG_WORKS, Mark.TAIL, Mark.TAIL_NAME, Mark.TAIL_WORK)
)
_ANY, _NUMBERED, _ORG, _PHASE, _SOLE = map(
    int, (Mark.ANY_MODIFIER, Mark.NUMBERED, Mark.ORG, Mark.TAIL_PHASE, Mark.SOLE)
)
_SOFT, _COMMON = int(Mark.SOFT), int(Mark.COMMON)
NO_FRAME, PUSHED, BUILT = 0, 1, 2
"""What the clause says of the item: nothing of building, that it is pushed on (推进), that it is built (开工)."""

_PLAIN_MIN = 6
"""A name of ordinary words only (消防指挥中心) must be at least this long."""


def works(text: str, item: list[Marked], frame: int, words: Vocabulary) -> tuple[int, str, str] | None:
    """The project with which an item begins.

    Args:
        text: the joined text.
        item: its tokens, the left edge trimmed.
        frame: NO_FRAME, PUSHED or BUILT.
        words: the vocabulary.

    Returns:
        Number of tokens, kind, and the word that ends it; None where there is no project.
    """
    for head in range(len(item) - 1, -1, -1):
        mark, _, start, end = item[head]
        if (
            mark & (_WORKS | _TAIL)
            and not followed_by_number(text, item, head + 1)
            and _is_project(text, item, head, frame)
        ):
            return head + 1, _kind(item[: head + 1], words), text[start:end]
    return None


def _is_project(text: str, item: list[Marked], head: int, frame: int) -> bool:
    if not head:
        return False
    mark = item[head][0]
    score = particular(text, item, head)
    if score < 2 and frame and capacity(text, item):
        score = 2
    if mark & _NAME:
        if score == 2:
            return True
        return frame > 0 and any(_built_before(text, item, index, score) for index in range(1, head))
    if not frame:
        return False
    if mark & _TAIL:
        # 改造, 二期: after something that is built, or after an organization
        return score == 2 or any(_built_before(text, item, index, score) for index in range(head))
    if mark & _STRONG:
        return score >= 1 or bool(mark & _ANY) or (frame == BUILT and _long_enough(item, head))
    return score == 2


def _built_before(text: str, item: list[Marked], index: int, score: int) -> bool:
    mark = item[index][0]
    return bool(mark & _SOLE or (mark & (_WORKS | _ORG) and score >= 1))


def _long_enough(item: list[Marked], head: int) -> bool:
    return head >= 2 and item[head][3] - item[0][2] >= _PLAIN_MIN


def _kind(item: list[Marked], words: Vocabulary) -> str:
    for _, number, _, _ in reversed(item):
        if number >= 0 and words.works_kinds[number]:
            return words.works_kinds[number]
    for _, number, _, _ in reversed(item):
        if number >= 0 and words.org_kinds[number] in ("school", "hospital"):
            return words.org_kinds[number]
    return "other"
