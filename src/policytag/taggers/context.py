"""Context conditions of pattern rows: what may touch a match, and what must stand near it.

All offsets here point into the joined text (see reading/folding.py). Every look around a match is bounded by a
constant, so that the cost of a match does not depend on the length of the text.
"""

from __future__ import annotations

import re

from policytag.patterns.compiled_row import NUMBER_CHARACTERS, QUOTES, CompiledRow, Passed
from policytag.patterns.row import Near
from policytag.reading.folding import CLOSE_QUOTE, OPEN_QUOTE
from policytag.span_edges import may_be_edge

_DIGITS = frozenset("0123456789")
_TOUCHING = NUMBER_CHARACTERS | {".", "%"}
_SENTENCE_END = re.compile(r"[。!?;\n]")
_GROUP = 3
"""Digits between the commas of 1,141,000."""


def test_match(row: CompiledRow, joined: str, start: int, end: int, year: int | None) -> Passed | str:
    """Does the match stand? If so, what let it pass; if not, the condition that failed, in words."""
    if row.rare:
        reason = _rare_conditions(row, joined, start, end, year)
        if reason is not None:
            return reason
    if start and joined[start - 1] in row.left_marks:
        word = _word_before(row.left_not, joined, start)
        if word is not None:
            return f"left_not: {word} stands directly before it"
    if joined[end : end + 1] in row.right_marks:
        word = _word_after(row.right_not, joined, end)
        if word is not None:
            return f"right_not: {word} stands directly after it"
    if not row.quoted and not row.near:
        return row.passed
    return _any_of(row, joined, start, end)


def _rare_conditions(row: CompiledRow, joined: str, start: int, end: int, year: int | None) -> str | None:
    if row.valid is not None and year is not None and not _in_years(year, row.valid):
        first, last = (str(bound) if bound is not None else "…" for bound in row.valid)
        return f"valid: the row counts for {first}-{last}, the report is of {year}"
    if row.free_edges and not (may_be_edge(joined[start]) and may_be_edge(joined[end - 1])):
        return "edge: the match begins or ends with white space or punctuation"
    return _touching_number(row, joined, start, end)


def _in_years(year: int, valid: tuple[int | None, int | None]) -> bool:
    first, last = valid
    return (first is None or first <= year) and (last is None or year <= last)


def _touching_number(row: CompiledRow, joined: str, start: int, end: int) -> str | None:
    if row.left_number and start and joined[start] in NUMBER_CHARACTERS:
        before = joined[start - 1]
        if before in _TOUCHING or (before == "," and _grouped_before(joined, start)):
            return f"boundary: {before} stands directly before it"
    if row.right_number and end < len(joined) and joined[end - 1] in NUMBER_CHARACTERS:
        after = joined[end]
        if after in _TOUCHING or (after == "," and _grouped_after(joined, end)):
            return f"boundary: {after} stands directly after it"
    return None


def _grouped_before(joined: str, start: int) -> bool:
    """Is it the last three digits of a number such as 1,141?"""
    digits = joined[start : start + _GROUP]
    return (
        start > 1
        and joined[start - 2] in _DIGITS
        and len(digits) == _GROUP
        and all(char in _DIGITS for char in digits)
        and joined[start + _GROUP : start + _GROUP + 1] not in _DIGITS
    )


def _grouped_after(joined: str, end: int) -> bool:
    """Does ``,000`` follow?"""
    digits = joined[end + 1 : end + 1 + _GROUP]
    return (
        joined[end - 1] in _DIGITS
        and len(digits) == _GROUP
        and all(char in _DIGITS for char in digits)
        and joined[end + 1 + _GROUP : end + 2 + _GROUP] not in _DIGITS
    )


def _word_before(words: tuple[str, ...], joined: str, start: int) -> str | None:
    if joined[start - 1] in QUOTES and not joined.endswith(words, 0, start):
        start -= 1  # 航校“141”: seen through one quotation mark
    return next((word for word in words if joined.endswith(word, 0, start)), None)


def _word_after(words: tuple[str, ...], joined: str, end: int) -> str | None:
    if joined[end] in QUOTES and not joined.startswith(words, end):
        end += 1
    return next((word for word in words if joined.startswith(word, end)), None)


def _any_of(row: CompiledRow, joined: str, start: int, end: int) -> Passed | str:
    if row.quoted:
        cue = quotation(joined, start, end)
        if cue is not None:
            return Passed("quoted", cue)
    for near in row.near:
        cue = nearest(near, joined, start, end)
        if cue is not None:
            return Passed(f"near {joined[slice(*cue)]} (within {near.within} characters)", cue)
    missing = ["not quoted"] if row.quoted else []
    missing += [f"none of {', '.join(n.words)} within {n.within} characters in the same sentence" for n in row.near]
    return f"any_of: {'; '.join(missing)}"


def quotation(joined: str, start: int, end: int) -> tuple[int, int] | None:
    """The match with the quotation marks that it touches: an opening one before it, a closing one after it, or both."""
    opened = start > 0 and joined[start - 1] == OPEN_QUOTE
    closed = end < len(joined) and joined[end] == CLOSE_QUOTE
    return (start - opened, end + closed) if opened or closed else None


def nearest(near: Near, joined: str, start: int, end: int) -> tuple[int, int] | None:
    """The nearest of the words, no more than ``within`` characters from the match's edge and in the same sentence."""
    words, within = near
    reach = within + max(map(len, words))
    before, after = joined[max(0, start - reach) : start], joined[end : end + reach]
    best: tuple[int, int] | None = None
    best_gap = within + 1
    for word in words:
        if word in after:
            gap = after.find(word)
            if gap < best_gap and not _SENTENCE_END.search(after, 0, gap):
                best, best_gap = (end + gap, end + gap + len(word)), gap
        if word in before:
            found = before.rfind(word)
            gap = len(before) - found - len(word)
            if gap < best_gap and not _SENTENCE_END.search(before, found + len(word)):
                best, best_gap = (start - gap - len(word), start - gap), gap
    return best
