"""Finding terms: quotations are judged one by one; what this document defines or names once is found again in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from policytag.analysis import Candidate, StructureData
from policytag.patterns.literals import LiteralIndex
from policytag.reading.folding import FoldedText
from policytag.taggers.terms.judging import Verdict, judge
from policytag.taggers.terms.quotations import Quotation, find_quotations, last_clause
from policytag.taggers.terms.rules import HEAD_GAP, TermRules
from policytag.taggers.terms.unquoted import Name, find_chief_systems, find_official_names

_FIRM = frozenset(("term.quoted-head", "term.quoted-name", "term.numeral-abbreviation", "term.glossary"))
_MIN_UNQUOTED = 4
_MAX_DEFINED = 14
_MARKS = frozenset("“”《》()、,。;:")

_SHAPE: dict[str, Any] = {"origin": "shape", "breadth": "specific"}
_DOCUMENT: dict[str, Any] = {"origin": "document", "breadth": "specific"}


def find_terms(folded: FoldedText, structure: StructureData, rules: TermRules) -> list[Candidate]:
    """Policy terms that no row lists, in text order; offsets point into the text as given."""
    joined = folded.joined
    defined = _defined(folded, structure)
    quotations = find_quotations(joined)
    judged = _with_memory(quotations, [judge(quotation, rules) for quotation in quotations], defined)
    names = [
        Name(quotation.start, quotation.end, verdict.rule, verdict.cue)
        for quotation, verdict in zip(quotations, judged, strict=True)
        if verdict.rule
    ]
    firm = {
        quotation.text
        for quotation, verdict in zip(quotations, judged, strict=True)
        if verdict.rule in _FIRM and len(quotation.text) >= _MIN_UNQUOTED
    }
    names += _unquoted_again(joined, firm - defined, defined, rules)
    names += find_official_names(joined, rules)
    names += find_chief_systems(joined, rules)
    unique = {(name.start, name.end): name for name in reversed(names)}
    return [_candidate(folded, unique[key], joined[key[0] : key[1]] in defined) for key in sorted(unique)]


def _defined(folded: FoldedText, structure: StructureData) -> frozenset[str]:
    """Terms that the document's own glossary defines, each one a name without marks in it."""
    terms = (FoldedText(entry["term"]).joined for entry in structure["glossary"])
    return frozenset(term for term in terms if 2 <= len(term) <= _MAX_DEFINED and not _MARKS.intersection(term))


def _with_memory(quotations: list[Quotation], verdicts: list[Verdict], defined: frozenset[str]) -> list[Verdict]:
    """What is a term in one place of the document is one wherever it is quoted."""
    known = {quotation.text for quotation, verdict in zip(quotations, verdicts, strict=True) if verdict.rule}
    result = []
    for quotation, verdict in zip(quotations, verdicts, strict=True):
        if quotation.text in defined:
            verdict = Verdict("term.glossary")
        elif verdict.rule is None and quotation.text in known:
            verdict = Verdict("term.quoted-again")
        result.append(verdict)
    return result


def _unquoted_again(joined: str, names: Iterable[str], defined: frozenset[str], rules: TermRules) -> list[Name]:
    """Names of this document where they stand without quotation marks: those of the glossary anywhere, others by their surroundings."""
    literals = sorted({*names, *(term for term in defined if len(term) >= 3)})
    if not literals:
        return []
    found = []
    for number, start, end in LiteralIndex(literals).finditer(joined):
        if joined[start - 1 : start] == "“" and joined[end : end + 1] == "”":
            continue
        if literals[number] in defined:
            found.append(Name(start, end, "term.glossary", None))
            continue
        head = rules.heads.match(joined, end, end + HEAD_GAP + 4)
        if head:
            group = head.lastindex or 0
            found.append(Name(start, end, "term.unquoted-again", (head[group], head.start(group), head.end(group))))
        elif rules.verbs.search(last_clause(joined, start)):
            found.append(Name(start, end, "term.unquoted-again", None))
    return found


def _candidate(folded: FoldedText, name: Name, defined: bool) -> Candidate:
    start, end = folded.span(name.start, name.end)
    cue = None
    if name.cue:
        cue_start, cue_end = folded.span(name.cue[1], name.cue[2])
        cue = (folded.text[cue_start:cue_end], cue_start, cue_end)
    return {
        "type": "POLICY_TERM",
        "start": start,
        "end": end,
        "tagger": "terms",
        "rule": name.rule,
        "priority": 0,
        "attributes": _DOCUMENT if defined else _SHAPE,
        "condition": None,
        "cue": cue,
    }
