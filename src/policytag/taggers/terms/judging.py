"""Judging a quotation: the name of the rule that makes it a term, or why it is none."""

from __future__ import annotations

from typing import NamedTuple

from policytag.taggers.terms.quotations import Quotation
from policytag.taggers.terms.rules import TermRules
from policytag.taggers.terms.shapes import is_list_of_equals

_AGAINST_ALL = frozenset(("honour", "brand", "event", "product"))
_OF_WORDING = frozenset(("saying", "change", "means"))
"""Reasons that lie in the wording of a sentence: a quotation that ends in 工程 or 建设年 is a name all the same (以“云溪提升年”为抓手)."""
NO_EVIDENCE = "no evidence"
_SHORTEST_AFTER_VERB, _LONGEST_AFTER_VERB = 3, 16
_SHORTEST_STEM = 2
"""Characters before the telling end of a name (“溪农贷”)."""
_PLACE_STEM = 2
"""Characters before the name of a place in a slogan (“书香云溪”)."""


class Verdict(NamedTuple):
    """``rule`` names what makes it a term (None: it is none, for ``reason``); ``cue`` is the word and its offsets in ``joined``."""

    rule: str | None
    reason: str = ""
    cue: tuple[str, int, int] | None = None


_BY_SHAPE = {
    "code": Verdict("term.quoted-code"),
    "abbreviation": Verdict("term.numeral-abbreviation"),
    "formula": Verdict("term.quoted-formula"),
}
_LISTED, _NO_NAME = Verdict(None, "listed"), Verdict(None, "no name")
_COUNT, _SENTENCE = Verdict(None, "count"), Verdict(None, "sentence")
_CHANGE, _NOTHING = Verdict("term.quoted-change"), Verdict(None, NO_EVIDENCE)


_WHY_NOT = {
    "listed": "term_rejections.txt lists it",
    "no name": "its form is that of no name (term_shapes.txt)",
    "count": "it is a count, or a list that is counted after it",
    "sentence": "it is a sentence",
    NO_EVIDENCE: "nothing speaks for a term: no noun such as 行动 behind it, no verb such as 实施 before it, no telling form",
}


def why_not(verdict: Verdict) -> str:
    """The reason of a verdict, in words."""
    told = f"words in or around it say that it is none: {verdict.reason} (term_context_rejections.txt)"
    return f"quotation: {_WHY_NOT.get(verdict.reason, told)}"


def judge(quotation: Quotation, joined: str, rules: TermRules) -> Verdict:
    """Is this quotation a policy term?"""
    text = quotation.text
    if text in rules.rejected:
        return _LISTED
    shape = rules.shapes.shape_of(text)
    if shape == "none":
        return _NO_NAME
    by_shape = _BY_SHAPE.get(shape)
    if "、" in text and (motto := _motto_head(quotation, joined, rules)):
        return Verdict("term.quoted-head", cue=motto)
    reason = _reason_against(quotation, joined, rules)
    if reason in _OF_WORDING and _inner_head(quotation, joined, rules):
        reason = None
    if reason == "means" and rules.inner_heads.at_start(joined, quotation.row_end):
        reason = None  # 以“云溪共富”工程带动
    if reason and (by_shape is None or reason in _AGAINST_ALL):
        return Verdict(None, reason)
    return by_shape or _judge_name(quotation, shape, joined, rules)


def _judge_name(quotation: Quotation, shape: str, joined: str, rules: TermRules) -> Verdict:
    text = quotation.text
    if shape == "count" or rules.shapes.is_counted_list(text, joined, quotation.row_end):
        return _COUNT
    head = rules.head_after(joined, quotation.row_end)
    if head:
        return Verdict("term.quoted-head", cue=head)
    if shape == "sentence":
        return _SENTENCE
    if shape == "change":
        return _CHANGE
    if inner := _inner_head(quotation, joined, rules):
        return Verdict("term.quoted-name", cue=inner)
    if part := _telling_part(quotation, joined, rules):
        return Verdict("term.quoted-name", cue=part)
    if _SHORTEST_AFTER_VERB <= len(text) <= _LONGEST_AFTER_VERB:
        verb = rules.verb_before(joined, quotation.row_start)
        if verb is None and len(text) > _SHORTEST_AFTER_VERB:
            verb = rules.far_verb_before(joined, quotation.row_start)
        if verb:
            return Verdict("term.quoted-verb", cue=verb)
    return _NOTHING


def _inner_head(quotation: Quotation, joined: str, rules: TermRules) -> tuple[str, int, int] | None:
    """The noun that a quotation ends in and that says that it is the name of a policy (“云溪提升年”, “云雁计划”)."""
    word = rules.inner_heads.at_end(joined, quotation.end)
    if word and len(quotation.text) - len(word) >= _SHORTEST_STEM:
        return word, quotation.end - len(word), quotation.end
    return None


def _telling_part(quotation: Quotation, joined: str, rules: TermRules) -> tuple[str, int, int] | None:
    """The part that makes it a name wherever it stands: 互联网+ at its beginning, 贷 at its end, a place there (after 平安)."""
    text, start, end = quotation[:3]
    if (word := rules.name_ends.at_end(text, len(text))) and len(text) - len(word) >= _SHORTEST_STEM:
        return word, end - len(word), end
    if (word := rules.name_starts.at_start(text, 0)) and len(word) < len(text):
        return word, start, start + len(word)
    if (word := rules.epithets.at_start(text, 0)) and rules.places.at_start(text, len(word)) == text[len(word) :]:
        return word, start, start + len(word)
    if rules.place_verbs.at_end(joined, quotation.row_start) and (word := rules.places.at_end(text, len(text))):
        return (word, end - len(word), end) if len(text) - len(word) == _PLACE_STEM else None
    return None


def _motto_head(quotation: Quotation, joined: str, rules: TermRules) -> tuple[str, int, int] | None:
    """What a motto of equal parts is called after it: “甲乙、丙丁、戊己”的路子."""
    if not is_list_of_equals(quotation.text):
        return None
    start = quotation.row_end + (joined[quotation.row_end : quotation.row_end + 1] == "的")
    word = rules.mottoes.at_start(joined, start)
    return (word, start, start + len(word)) if word else None


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
