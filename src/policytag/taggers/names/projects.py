"""Projects: what an item must hold to be one, and where it ends."""

from __future__ import annotations

from policytag.taggers.names.clauses import Marked
from policytag.taggers.names.edges import particular
from policytag.taggers.names.vocabulary import Mark, Vocabulary

_WORKS, _STRONG, _TAIL, _NAME, _WORK = map(
    int, (Mark.WORKS, Mark.STRONG_WORKS, Mark.TAIL, Mark.TAIL_NAME, Mark.TAIL_WORK)
)
_ANY, _NUMBERED, _ORG, _PHASE, _UNKNOWN = map(
    int, (Mark.ANY_MODIFIER, Mark.NUMBERED, Mark.ORG, Mark.TAIL_PHASE, Mark.UNKNOWN)
)
_SOFT, _COMMON, _PLACE = int(Mark.SOFT), int(Mark.COMMON), int(Mark.PLACE)


def works(text: str, item: list[Marked], framed: bool, words: Vocabulary) -> tuple[int, str, str] | None:
    """The project with which an item begins.

    Args:
        text: the joined text.
        item: its tokens, the left edge trimmed.
        framed: the clause speaks of building it.
        words: the vocabulary.

    Returns:
        Number of tokens, kind, and the word that ends it; None where there is no project.
    """
    for head in range(len(item) - 1, -1, -1):
        mark, number, start, end = item[head]
        if not mark & (_WORKS | _TAIL | _ORG):
            continue
        score = particular(text, item, head)
        if mark & _TAIL:
            good = _with_tail(text, item, head, score, framed)
        elif mark & _WORKS:
            good = framed and (score == 2 or (score >= 1 and bool(mark & _STRONG)) or (bool(mark & _ANY) and head > 0))
        else:
            continue
        if good:
            return head + 1, _kind(item[: head + 1], words), text[start:end]
    return None


def _with_tail(text: str, item: list[Marked], head: int, score: int, framed: bool) -> bool:
    mark = item[head][0]
    if score < 2:
        return False
    if mark & _NAME:
        return True
    # 改造, 二期: after something that is built, or after an organization
    before = any(token[0] & (_WORKS | _ORG) for token in item[:head])
    return framed and (before or score == 2)


def _kind(item: list[Marked], words: Vocabulary) -> str:
    for _, number, _, _ in reversed(item):
        if number >= 0 and words.works_kinds[number]:
            return words.works_kinds[number]
    for _, number, _, _ in reversed(item):
        if number >= 0 and words.org_kinds[number] in ("school", "hospital"):
            return words.org_kinds[number]
    return "other"
