"""Reports as plain rows: one dict for each annotation or fact, every row with the same columns in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from policytag.annotations import BaseAnnotation, Fact, Indicator
from policytag.report import Report

ANNOTATION_COLUMNS = (
    "source", "place", "year", "type", "start", "end", "text", "name", "entity", "kind", "origin", "breadth", "quoted",
    "head", "definition", "resolved", "stage", "value", "low", "high", "parts", "unit", "dimension", "bound", "indicator",
    "measure", "period", "stance", "section", "tagger", "rule", "pack", "path", "line", "condition",
)  # fmt: skip
"""Columns of ``to_rows("annotations")``; None where a type has no such field.

``place`` and ``year`` are the report's; ``section`` is the heading, its parents' before it, joined by " / ";
``indicator`` joins several names by "、"; ``value``, ``low``, ``high`` are Decimals and ``parts`` a tuple of them.
"""

FACT_COLUMNS = (
    "source", "place", "year", "indicator", "name", "entity", "measure", "value", "low", "high", "parts", "unit", "bound",
    "dimension", "period", "stance", "text", "start", "end", "sentence", "section", "rule",
)  # fmt: skip
"""Columns of ``to_rows("facts")``. ``place`` is the fact's own, ``year`` the report's; ``value`` is signed; ``dimension``,
``text``, ``start`` and ``end`` are the quantity's; ``sentence`` is the text around it, to check the row by."""

SENTENCE_WINDOW = 300
"""So many characters at most are shown of a sentence on either side of its quantity."""
_SENTENCE_END = re.compile(r"[。！？；!?;\r\n]")


def report_rows(report: Report, table: str) -> Iterator[dict[str, Any]]:
    """The rows of one report.

    Raises:
        ValueError: ``table`` is neither ``"annotations"`` nor ``"facts"``.
    """
    if table == "annotations":
        return (_annotation_row(report, annotation) for annotation in report.annotations)
    if table == "facts":
        return (_fact_row(report, fact) for fact in report.facts)
    raise ValueError(f"table={table!r} is unknown: use 'annotations' or 'facts'")


def section_path(report: Report, index: int | None) -> str | None:
    """The headings that lead to a section, joined by " / "; None for no section."""
    headings: list[str] = []
    while index is not None:
        section = report.sections[index]
        headings.append(section.heading)
        index = section.parent
    return " / ".join(reversed(headings)) or None


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence that holds ``text[start:end]``, without the blanks at its edges."""
    before = text[max(0, start - SENTENCE_WINDOW) : start]
    after = text[end : end + SENTENCE_WINDOW]
    ends = [mark.end() for mark in _SENTENCE_END.finditer(before)]
    stop = _SENTENCE_END.search(after)
    return (before[ends[-1] if ends else 0 :] + text[start:end] + after[: stop.start() if stop else None]).strip()


def _annotation_row(report: Report, annotation: BaseAnnotation) -> dict[str, Any]:
    fields = {name: getattr(annotation, name) for name in type(annotation).model_fields}
    evidence = annotation.evidence
    indicators: tuple[Indicator, ...] = fields.get("indicators", ())
    known = {
        **fields,
        "source": report.source,
        "place": report.meta.place,
        "year": report.meta.year,
        "indicator": "、".join(indicator.text for indicator in indicators) or None,
        "section": section_path(report, annotation.section),
        "tagger": evidence.tagger,
        "rule": evidence.rule,
        "pack": evidence.pack,
        "path": evidence.path,
        "line": evidence.line,
        "condition": evidence.condition,
    }
    return {column: known.get(column) for column in ANNOTATION_COLUMNS}


def _fact_row(report: Report, fact: Fact) -> dict[str, Any]:
    quantity = fact.quantity
    known = {
        "source": report.source,
        "place": fact.place,
        "year": report.meta.year,
        "indicator": fact.indicator.text,
        "name": fact.indicator.name,
        "entity": fact.indicator.entity,
        "dimension": quantity.dimension,
        "text": quantity.text,
        "start": quantity.start,
        "end": quantity.end,
        "sentence": sentence_around(report.text, quantity.start, quantity.end),
        "section": section_path(report, quantity.section),
        "rule": fact.evidence.rule,
    }
    return {column: known[column] if column in known else getattr(fact, column) for column in FACT_COLUMNS}
