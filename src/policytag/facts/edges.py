"""The edges of a name: conjunctions and halves of quotations that are no part of it."""

from __future__ import annotations

import re
from collections.abc import Set

Name = tuple[tuple[int, int], ...]
"""The pieces of a name: stretches of ``joined``."""

_JOINT = re.compile(r"(?:以及|(?<!总)(?<!饱)(?<!中)和|(?<!参)与|(?<!普)(?<!涉)及|、)$")
_JOINTS = frozenset("、和与及")
LEADING = re.compile(r"(?:、|以及|及(?![时格])|和(?![美谐平顺睦善])|并(?![网购联轨]))(?=.)")
"""A conjunction at the beginning of what stands after a number; 和美 and 并网 begin with none."""
_LEADS = frozenset("、及以和并")
_MAX_JOINT = 3


def without_joint(joined: str, start: int, end: int) -> int:
    """Where a name ends without the conjunction at its end (车站和)."""
    if joined[end - 1] not in _JOINTS:
        return end
    found = _JOINT.search(joined, max(start, end - _MAX_JOINT), end)
    return found.start() if found is not None else end


def in_quotes(joined: str, start: int, at: int, high: int) -> bool:
    """Does a quotation that begins at ``start`` or after it go on beyond ``at`` (8个“三年/提升”项目)?"""
    opened = joined.rfind("“", start, at)
    return opened >= 0 and joined.find("”", opened, at) < 0 <= joined.find("”", at, high)


def trimmed(joined: str, name: Name, fixed: Set[str]) -> Name:
    """The name without conjunctions and unpaired quotation marks at its edges; empty where no word is left.

    A single character is a word only where it is one of the ``fixed`` names.
    """
    start, end = name[0]
    words = joined[start:end]
    if "“" in words or "”" in words:
        start, end = _within_quotes(joined, start, end)
    if joined[start : start + 1] in _LEADS and (leading := LEADING.match(joined, start, end)):
        start = leading.end()
    if len(name) > 1:
        return ((start, end), *name[1:]) if end > start else name[1:]
    end = without_joint(joined, start, end)
    return ((start, end),) if end - start > 1 or joined[start:end] in fixed else ()


def _within_quotes(joined: str, start: int, end: int) -> tuple[int, int]:
    """The part of a name that has no unpaired quotation mark."""
    closing = joined.find("”", start, end)
    if closing >= 0 and joined.find("“", start, closing) < 0:  # the quotation began before the number (“8个行动”/项目)
        start, end = (end, end) if closing == start else (start, closing)
    opening = joined.rfind("“", start, end)
    if opening < 0 or joined.find("”", opening, end) >= 0:
        return start, end
    if opening == start:
        return start + 1, end
    # 跨越的“黄金/十年”: a number inside a quotation is not said of what stands before it.
    return (start, opening) if opening == end - 1 else (end, end)
