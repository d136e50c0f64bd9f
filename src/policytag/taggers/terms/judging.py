"""Judging a quotation: the name of the rule that makes it a term, or why it is none."""

from __future__ import annotations

from typing import NamedTuple

from policytag.taggers.terms import shapes
from policytag.taggers.terms.quotations import Quotation
from policytag.taggers.terms.rules import TermRules

_AGAINST_ALL = frozenset(("honour", "brand", "event", "product"))
NO_EVIDENCE = "no evidence"
_SHORTEST_AFTER_VERB, _LONGEST_AFTER_VERB = 3, 10


class Verdict(NamedTuple):
    """``rule`` names what makes it a term (None: it is none, for ``reason``); ``cue`` is the word and its offsets in ``joined``."""

    rule: str | None
    reason: str = ""
    cue: tuple[str, int, int] | None = None


_BY_SHAPE = {"code": Verdict("term.quoted-code"), "abbreviation": Verdict("term.numeral-abbreviation")}
_LISTED, _NO_NAME = Verdict(None, "listed"), Verdict(None, "no name")
_COUNT, _SENTENCE = Verdict(None, "count"), Verdict(None, "sentence")
_CHANGE, _NOTHING = Verdict("term.quoted-change"), Verdict(None, NO_EVIDENCE)


def judge(quotation: Quotation, joined: str, rules: TermRules) -> Verdict:
    """Is this quotation a policy term?"""
    text = quotation.text
    if text in rules.rejected:
        return _LISTED
    shape = shapes.shape_of(text)
    if shape == "none":
        return _NO_NAME
    by_shape = _BY_SHAPE.get(shape)
    reason = _reason_against(quotation, joined, rules)
    if reason and (by_shape is None or reason in _AGAINST_ALL):
        return Verdict(None, reason)
    return by_shape or _judge_name(quotation, shape, joined, rules)


def _judge_name(quotation: Quotation, shape: str, joined: str, rules: TermRules) -> Verdict:
    text = quotation.text
    if shape == "count" or shapes.is_counted_list(text, joined, quotation.row_end):
        return _COUNT
    head = rules.head_after(joined, quotation.row_end)
    if head:
        return Verdict("term.quoted-head", cue=head)
    if shape == "sentence":
        return _SENTENCE
    if shape == "change":
        return _CHANGE
    inner = rules.inner_heads.at_end(joined, quotation.end)
    if inner and len(text) - len(inner) >= 2:
        return Verdict("term.quoted-name", cue=(inner, quotation.end - len(inner), quotation.end))
    verb = rules.verb_before(joined, quotation.row_start)
    if verb and _SHORTEST_AFTER_VERB <= len(text) <= _LONGEST_AFTER_VERB and "、" not in text:
        return Verdict("term.quoted-verb", cue=verb)
    return _NOTHING


def _reason_against(quotation: Quotation, joined: str, rules: TermRules) -> str | None:
    """The first thing that speaks against a term, or None. A row's honours, brands and events are those of each in it."""
    text, start, end, row_start, row_end = quotation
    if (word := rules.right.at_start(joined, end + 1)) and (reason := rules.right.values[word]):
        return reason
    if (word := rules.left.at_end(joined, start - 1)) and (reason := rules.left.values[word]):
        return reason
    if (word := rules.ends.at_end(text, len(text))) and (reason := rules.ends.values[word]):
        return reason
    if (word := rules.starts.at_start(text, 0)) and (reason := rules.starts.values[word]):
        return reason
    if row_end > end + 1 and (word := rules.right.at_start(joined, row_end)):
        reason = rules.right.values[word]
        return reason if reason in _AGAINST_ALL else None
    if row_start < start - 1 and (word := rules.left.at_end(joined, row_start)):
        reason = rules.left.values[word]
        return reason if reason in _AGAINST_ALL else None
    return None
