"""Finding terms: quotations are judged one by one; what was found once is found again in the same document."""

from __future__ import annotations

from typing import Any

from policytag.analysis import Candidate, StructureData
from policytag.reading.folding import FoldedText
from policytag.taggers.terms.judging import judge
from policytag.taggers.terms.quotations import find_quotations
from policytag.taggers.terms.rules import TermRules


def find_terms(folded: FoldedText, structure: StructureData, rules: TermRules) -> list[Candidate]:
    """Policy terms that no row lists, in text order; offsets point into the text as given."""
    quotations = find_quotations(folded.joined)
    judged = [judge(quotation, rules) for quotation in quotations]
    known = {quotation.text for quotation, (rule, _) in zip(quotations, judged, strict=True) if rule}
    defined = {entry["term"] for entry in structure["glossary"]}
    candidates = []
    for quotation, (rule, cue) in zip(quotations, judged, strict=True):
        if quotation.text in defined:
            rule, origin = "term.glossary", "document"
        else:
            origin = "shape"
        if rule is None and quotation.text in known and cue != "listed":
            rule = "term.quoted-again"
        if rule:
            candidates.append(_candidate(folded, quotation.start, quotation.end, rule, origin))
    return candidates


def _candidate(folded: FoldedText, start: int, end: int, rule: str, origin: str) -> Candidate:
    first, last = folded.span(start, end)
    attributes: dict[str, Any] = {"origin": origin, "breadth": "specific"}
    return {
        "type": "POLICY_TERM",
        "start": first,
        "end": last,
        "tagger": "terms",
        "rule": rule,
        "priority": 0,
        "attributes": attributes,
        "condition": None,
        "cue": None,
    }
