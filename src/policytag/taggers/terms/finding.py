"""Finding terms: quotations are judged one by one; what this document defines or names once is found again in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from policytag.analysis import Candidate, StructureData
from policytag.reading.folding import FoldedText, fold
from policytag.taggers.occurrences import occurrences
from policytag.taggers.terms.judging import NO_EVIDENCE, Verdict, judge, why_not
from policytag.taggers.terms.quotations import Quotation, find_quotations
from policytag.taggers.terms.rules import TermRules
from policytag.taggers.terms.shapes import Shapes
from policytag.taggers.terms.unquoted import Name, find_chief_systems, find_official_names, find_restorations

_FIRM = {"term.quoted-head": 3, "term.quoted-name": 4, "term.numeral-abbreviation": 6, "term.glossary": 4}
"""Rules whose finds are looked for without quotation marks too, and how long these must be (characters) to be distinctive."""
_DISTINCTIVE = 4
"""Names of so many characters are hardly ever written by chance."""
_MAX_DEFINED = 14
_MAX_WITH_ABBREVIATION = 24
"""Longest glossary terms (characters) that are one name each, without and with an abbreviation in brackets."""

_QUOTED_PART = re.compile(r"“([^“”]{2,40})”")
_MARKS = re.compile(r"[“”《》,、。;:]|\((?![A-Za-z0-9-]+\))")
_ABBREVIATION = re.compile(r"\([A-Za-z0-9-]+\)")
_GLOSSARY = Verdict("term.glossary")
_AGAIN = Verdict("term.quoted-again")
_SHAPE: dict[str, Any] = {"origin": "shape", "breadth": "specific"}
_DOCUMENT: dict[str, Any] = {"origin": "document", "breadth": "specific"}


def find_terms(
    folded: FoldedText,
    structure: StructureData,
    rules: TermRules,
    rejected: list[dict[str, Any]] | None = None,
) -> list[Candidate]:
    """Policy terms that no row lists, in text order; offsets point into the text as given.

    Args:
        folded: the text.
        structure: the document's own glossary is read.
        rules: the rules.
        rejected: where given, takes every quotation that is no term: a Candidate with ``reason``.
    """
    joined = folded.joined
    quoted_terms, plain_terms = _defined(structure, rules.shapes)
    quotations = find_quotations(joined)
    verdicts = [judge(quotation, joined, rules) for quotation in quotations]
    verdicts = _with_memory(quotations, verdicts, quoted_terms, joined, rules)
    if rejected is not None:
        rejected += _rejected(folded, quotations, verdicts)
    names, firm = _quoted_names(quotations, verdicts)
    for name in find_official_names(joined, rules):
        if not _begins_with(joined[name.start : name.end], firm):
            names.append(name)
    names += find_chief_systems(joined, rules)
    names += find_restorations(joined, rules)
    names += _unquoted_again(joined, firm - plain_terms, plain_terms, rules)
    unique = {(name.start, name.end): name for name in names}
    return _candidates(folded, [unique[key] for key in sorted(unique)], quoted_terms | plain_terms)


def _quoted_names(quotations: list[Quotation], verdicts: list[Verdict]) -> tuple[list[Name], set[str]]:
    """The quotations that are terms, and the strings of those that are so distinctive that they need no quotation marks."""
    names: list[Name] = []
    firm: set[str] = set()
    for quotation, verdict in zip(quotations, verdicts, strict=True):
        rule = verdict.rule
        if rule:
            names.append(Name(quotation.start, quotation.end, rule, verdict.cue))
            if rule in _FIRM and len(quotation.text) >= _FIRM[rule]:
                firm.add(quotation.text)
    return names, firm


def _rejected(folded: FoldedText, quotations: list[Quotation], verdicts: list[Verdict]) -> Iterator[dict[str, Any]]:
    for quotation, verdict in zip(quotations, verdicts, strict=True):
        if verdict.rule is None:
            name = Name(quotation.start, quotation.end, "term.quotation", None)
            [candidate] = _candidates(folded, [name], frozenset())
            yield {**candidate, "reason": why_not(verdict)}


def _begins_with(name: str, firm: set[str]) -> bool:
    """Does an unquoted name begin with one that is quoted elsewhere? Then that one is the term: “甲乙丙丁”行动, 甲乙丙丁专项行动."""
    return any(name[:length] in firm for length in range(4, len(name)))


def _defined(structure: StructureData, shapes: Shapes) -> tuple[frozenset[str], frozenset[str]]:
    """Terms that the document's own glossary defines: those in quotation marks there (or bare), and the bare ones."""
    quoted: set[str] = set()
    plain: set[str] = set()
    for entry in structure["glossary"]:
        term = fold(entry["term"])
        quoted.update(part for part in _QUOTED_PART.findall(term) if shapes.shape_of(part) != "none")
        longest = _MAX_WITH_ABBREVIATION if _ABBREVIATION.search(term) else _MAX_DEFINED
        if len(term) <= longest and not _MARKS.search(term) and shapes.shape_of(term) != "none":
            plain.add(term)
    return frozenset(quoted | plain), frozenset(term for term in plain if len(term) > 2)


def _with_memory(
    quotations: list[Quotation], verdicts: list[Verdict], defined: frozenset[str], joined: str, rules: TermRules
) -> list[Verdict]:
    """What is a term in one place of the document is one wherever it is quoted."""
    known = {quotation.text for quotation, verdict in zip(quotations, verdicts, strict=True) if verdict.rule}
    known |= _named_again(quotations, verdicts, joined, rules)
    result = []
    for quotation, verdict in zip(quotations, verdicts, strict=True):
        if quotation.text in defined:
            verdict = _GLOSSARY
        elif verdict.rule is None and quotation.text in known:
            verdict = _AGAIN
        result.append(verdict)
    return result


def _named_again(quotations: list[Quotation], verdicts: list[Verdict], joined: str, rules: TermRules) -> set[str]:
    """What is quoted twice or more, and before a noun that policies qualify at least once, and nothing speaks against it."""
    seen: set[str] = set()
    repeated: set[str] = set()
    for quotation, verdict in zip(quotations, verdicts, strict=True):
        if verdict.reason == NO_EVIDENCE and 3 <= len(quotation.text) <= 8:
            (repeated if quotation.text in seen else seen).add(quotation.text)
    return {
        quotation.text
        for quotation in quotations
        if quotation.text in repeated and rules.any_head_after(joined, quotation.row_end)
    }


def _unquoted_again(joined: str, names: Iterable[str], defined: frozenset[str], rules: TermRules) -> Iterator[Name]:
    """Names of this document without quotation marks: those of its glossary anywhere, others where a head or a verb says so."""
    for start, end in occurrences(joined, {*names, *defined}):
        if joined[start - 1 : start] == "“" and joined[end : end + 1] == "”":
            continue
        if joined[start:end] in defined:
            yield Name(start, end, "term.glossary", None)
            continue
        cue = rules.head_after(joined, end)
        if cue and end - start < _DISTINCTIVE and cue[1] > end:
            cue = None  # a short name is sure only with the noun directly after it
        if cue is None and end - start >= _DISTINCTIVE:
            cue = rules.verb_before(joined, start)
        if cue:
            yield Name(start, end, "term.unquoted-again", cue)


def _candidates(folded: FoldedText, names: list[Name], defined: frozenset[str]) -> list[Candidate]:
    joined, text = folded.joined, folded.text
    starts, ends = folded.spans([name.start for name in names], [name.end for name in names])
    candidates: list[Candidate] = []
    for name, start, end in zip(names, starts, ends, strict=True):
        cue = None
        if name.cue:
            cue_start, cue_end = folded.span(name.cue[1], name.cue[2])
            cue = (text[cue_start:cue_end], cue_start, cue_end)
        candidates.append(
            {
                "type": "POLICY_TERM",
                "start": start,
                "end": end,
                "tagger": "terms",
                "rule": name.rule,
                "priority": 0,
                "attributes": _DOCUMENT if joined[name.start : name.end] in defined else _SHAPE,
                "condition": None,
                "cue": cue,
            }
        )
    return candidates
