"""The edges of a name: conjunctions and halves of quotations that are no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from policytag.patterns.wordlists import any_of

Name = tuple[tuple[int, int], ...]
"""The pieces of a name: stretches of ``joined``."""

_CLOSING, _LEADING = "和与及", "及和并"
"""Conjunctions of one character that may end what is taken for a name, and that may begin it."""
_CLOSES, _LEADS = frozenset("、" + _CLOSING), frozenset("、以" + _LEADING)
"""The last character of what ends a name besides (、 and 以及 too), and the first of what begins it."""
_MAX_JOINT = 3


class Joints:
    """Conjunctions at the edges of a name, but for words in which they join nothing (the list fact_joints).

    Attributes:
        leading: one at the beginning of what stands after a number; 和美 and 并网 begin with none.
    """

    __slots__ = ("_closing", "leading")

    def __init__(self, no_joints: Iterable[str]) -> None:
        """``no_joints``: words that begin or end in a conjunction and hold none."""
        listed = list(no_joints)
        before = {joint: [word[:-1] for word in listed if word.endswith(joint)] for joint in _CLOSING}
        after = {joint: [word[1:] for word in listed if word.startswith(joint)] for joint in _LEADING}
        closing = ["".join(f"(?<!{re.escape(head)})" for head in heads) + joint for joint, heads in before.items()]
        leading = [f"{joint}(?!{any_of(rests)})" for joint, rests in after.items()]
        self._closing = re.compile(f"(?:以及|{'|'.join(closing)}|、)$")
        self.leading = re.compile(f"(?:、|以及|{'|'.join(leading)})(?=.)")

    def before(self, joined: str, start: int, end: int) -> int:
        """Where a name ends without the conjunction at its end (车站和)."""
        if joined[end - 1] not in _CLOSES:
            return end
        found = self._closing.search(joined, max(start, end - _MAX_JOINT), end)
        return found.start() if found is not None else end


def in_quotes(joined: str, start: int, at: int, high: int) -> bool:
    """Does a quotation that begins at ``start`` or after it go on beyond ``at`` (8个“三年/提升”项目)?"""
    opened = joined.rfind("“", start, at)
    return opened >= 0 and joined.find("”", opened, at) < 0 <= joined.find("”", at, high)


def trimmed(joined: str, name: Name, joints: Joints, fixed: Set[str]) -> Name:
    """The name without conjunctions and unpaired quotation marks at its edges; empty where no word is left.

    A single character is a word only where it is one of the ``fixed`` names.
    """
    start, end = name[0]
    words = joined[start:end]
    if "“" in words or "”" in words:
        start, end = _within_quotes(joined, start, end)
    if joined[start : start + 1] in _LEADS and (leading := joints.leading.match(joined, start, end)):
        start = leading.end()
    if len(name) > 1:
        return ((start, end), *name[1:]) if end > start else name[1:]
    end = joints.before(joined, start, end)
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
