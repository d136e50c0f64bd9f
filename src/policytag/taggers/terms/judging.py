"""Judging a quotation: the name of the rule that makes it a term, or why it is none."""

from __future__ import annotations

from typing import NamedTuple

from policytag.taggers.terms import shapes
from policytag.taggers.terms.quotations import Quotation
from policytag.taggers.terms.rules import TermRules

_AGAINST_ALL = frozenset(("honour", "brand", "event", "product"))
_SHORTEST_AFTER_VERB, _LONGEST_AFTER_VERB = 3, 10


class Verdict(NamedTuple):
    """``rule`` names what makes it a term (None: it is none, for ``reason``); ``cue`` is the word and its offsets in ``joined``."""

    rule: str | None
    reason: str = ""
    cue: tuple[str, int, int] | None = None


def judge(quotation: Quotation, rules: TermRules) -> Verdict:
    """Is this quotation a policy term?"""
    text = quotation.text
    if text in rules.rejected:
        return Verdict(None, "listed")
    if not shapes.is_name_like(text):
        return Verdict(None, "shape")
    code, abbreviation = shapes.is_code(text), shapes.is_abbreviation(text)
    reason = _reason_against(quotation, rules)
    if reason and (reason in _AGAINST_ALL or not (code or abbreviation)):
        return Verdict(None, reason)
    if code:
        return Verdict("term.quoted-code")
    if abbreviation:
        return Verdict("term.numeral-abbreviation")
    return _judge_name(quotation, rules)


def _judge_name(quotation: Quotation, rules: TermRules) -> Verdict:
    text = quotation.text
    if shapes.is_counted_list(text, quotation.row_right):
        return Verdict(None, "counted list")
    head = rules.heads.match(quotation.row_right)
    if head:
        group = head.lastindex or 0
        return Verdict("term.quoted-head", cue=_cue(head[group], quotation.row_end + head.start(group)))
    if shapes.reads_as_sentence(text):
        return Verdict(None, "sentence")
    inner = rules.inner_heads.search(text)
    if inner and inner.start() >= 2:
        return Verdict("term.quoted-name", cue=_cue(inner[1], quotation.start + inner.start()))
    verb = rules.verbs.search(quotation.row_left)
    if verb and _SHORTEST_AFTER_VERB <= len(text) <= _LONGEST_AFTER_VERB and "、" not in text:
        at = quotation.row_start - len(quotation.row_left) + verb.start(1)
        return Verdict("term.quoted-verb", cue=_cue(verb[1], at))
    return Verdict(None, "no evidence")


def _cue(word: str, start: int) -> tuple[str, int, int]:
    return word, start, start + len(word)


def _reason_against(quotation: Quotation, rules: TermRules) -> str | None:
    """The first thing that speaks against a term, or None."""
    text = quotation.text
    rejecting, reasons = rules.rejecting, rules.reasons
    if found := rejecting["right"].match(quotation.right):
        return reasons["right"][found[1]]
    if found := rejecting["left"].search(quotation.left):
        return reasons["left"][found[1]]
    if found := rejecting["ends"].search(text):
        return reasons["ends"][found[1]]
    if found := rejecting["starts"].match(text):
        return reasons["starts"][found[1]]
    if quotation.row_right is not quotation.right and (found := rejecting["right"].match(quotation.row_right)):
        reason = reasons["right"][found[1]]
        return reason if reason in _AGAINST_ALL else None
    if quotation.row_left is not quotation.left and (found := rejecting["left"].search(quotation.row_left)):
        reason = reasons["left"][found[1]]
        return reason if reason in _AGAINST_ALL else None
    return None
