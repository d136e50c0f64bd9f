"""Judging a quotation: the name of the rule that makes it a term, or why it is none."""

from __future__ import annotations

from policytag.taggers.terms.quotations import Quotation
from policytag.taggers.terms.rules import TermRules
from policytag.taggers.terms.shapes import is_abbreviation, is_code, is_name_like, reads_as_sentence

_AGAINST_ALL = frozenset(("honour", "brand", "event", "product"))


def judge(quotation: Quotation, rules: TermRules) -> tuple[str | None, str]:
    """``(rule, cue)`` where it is a term, ``(None, reason)`` where it is not."""
    text = quotation.text
    if text in rules.rejected:
        return None, "listed"
    if not is_name_like(text):
        return None, "shape"
    code, abbreviation = is_code(text), is_abbreviation(text)
    reason = _reason_against(quotation, rules)
    if reason and (reason in _AGAINST_ALL or not (code or abbreviation)):
        return None, reason
    if code:
        return "term.quoted-code", ""
    if abbreviation:
        return "term.numeral-abbreviation", ""
    head = rules.heads.match(quotation.row_right)
    if head:
        return "term.quoted-head", head[1]
    if reads_as_sentence(text):
        return None, "sentence"
    inner = rules.inner_heads.search(text)
    if inner:
        return "term.quoted-name", inner[1]
    verb = rules.verbs.search(quotation.row_left)
    if verb and len(text) >= 3:
        return "term.quoted-verb", verb[1]
    return None, "no evidence"


def _reason_against(quotation: Quotation, rules: TermRules) -> str | None:
    text = quotation.text
    for side, where in (
        ("right", quotation.right),
        ("left", quotation.left),
        ("ends", text),
        ("starts", text),
    ):
        pattern = rules.rejecting[side]
        found = pattern.match(where) if side in ("right", "starts") else pattern.search(where)
        if found:
            return rules.reasons[side][found[1]]
    if quotation.row_right is not quotation.right:
        found = rules.rejecting["right"].match(quotation.row_right)
        if found and rules.reasons["right"][found[1]] in _AGAINST_ALL:
            return rules.reasons["right"][found[1]]
    return None
