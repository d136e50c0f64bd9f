"""A report as highlighted HTML, for notebooks and for reading beside the text. All text is escaped."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from policytag.annotations import BaseAnnotation
from policytag.export.describing import details, fact_cells
from policytag.report import Report

_COLOURS = {"POLICY_TERM": "#ffe08a", "ORG": "#b7dcff", "PROJECT": "#c6efc6", "QUANTITY": "#f6c9dd"}
_OTHER_COLOUR = "#dddddd"


def report_html(report: Report) -> str:
    """The text with its annotations marked, one inside the other where they nest, and the facts as a table below.

    The tooltip of a mark says what it is and which rule made it.
    """
    legend = " ".join(f'<mark style="background:{colour}">{label}</mark>' for label, colour in _COLOURS.items())
    title = escape(report.meta.title or report.source or "report")
    return (
        f'<div class="policytag"><p><b>{title}</b> {legend}</p>'
        f'<div style="white-space:pre-wrap;line-height:1.9">{"".join(_marked_text(report))}</div>'
        f"{_fact_table(report)}</div>"
    )


def _marked_text(report: Report) -> Iterator[str]:
    """The text cut at every edge of an annotation; a mark that crosses another is closed and opened again."""
    edges = sorted({0, len(report.text), *(edge for a in report.annotations for edge in (a.start, a.end))})
    coming = deque(report.annotations)
    open_: list[BaseAnnotation] = []
    for start, end in pairwise(edges):
        first = next((i for i, annotation in enumerate(open_) if annotation.end <= start), len(open_))
        going_on = [annotation for annotation in open_[first:] if annotation.end > start]
        yield "</mark>" * (len(open_) - first)
        while coming and coming[0].start <= start:
            going_on.append(coming.popleft())
        yield from map(_opening, going_on)
        open_[first:] = going_on
        yield escape(report.text[start:end])
    yield "</mark>" * len(open_)


def _opening(annotation: BaseAnnotation) -> str:
    colour = _COLOURS.get(annotation.type, _OTHER_COLOUR)
    title = " · ".join(filter(None, (annotation.type, details(annotation), annotation.evidence.rule)))
    return f'<mark style="background:{colour};padding:1px" title="{escape(title, quote=True)}">'


def _fact_table(report: Report) -> str:
    if not report.facts:
        return ""
    columns = ("indicator", "measure", "value", "unit", "bound", "period", "stance", "place")
    head = "".join(f"<th>{column}</th>" for column in columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in fact_cells(fact)) + "</tr>" for fact in report.facts
    )
    return f"<table><tr>{head}</tr>{rows}</table>"
