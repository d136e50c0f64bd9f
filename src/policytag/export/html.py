"""A report as highlighted HTML, for notebooks and for reading beside the text. All text is escaped."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from policytag.annotations import BaseAnnotation
from policytag.export.describing import details
from policytag.report import Report

_COLOURS = {"POLICY_TERM": "#ffe08a", "ORG": "#b7dcff", "PROJECT": "#c6efc6", "QUANTITY": "#f6c9dd"}
_OTHER_COLOUR = "#dddddd"


def report_html(report: Report) -> str:
    """The text with its annotations marked; where spans nest, the inner one shows. The tooltip says what it is and why."""
    legend = " ".join(f'<mark style="background:{colour}">{label}</mark>' for label, colour in _COLOURS.items())
    title = escape(report.meta.title or report.source or "")
    body = "".join(_segments(report))
    return (
        f'<div class="policytag"><p><b>{title}</b> {legend}</p>'
        f'<div style="white-space:pre-wrap;line-height:1.9">{body}</div></div>'
    )


def _segments(report: Report) -> list[str]:
    """The text cut at every edge of an annotation, each piece marked by the innermost annotation over it."""
    edges = sorted({0, len(report.text), *(e for a in report.annotations for e in (a.start, a.end))})
    starting = iter([*report.annotations, None])
    coming = next(starting)
    open_: list[BaseAnnotation] = []
    pieces = []
    for start, end in pairwise(edges):
        open_ = [annotation for annotation in open_ if annotation.end > start]
        while coming is not None and coming.start <= start:
            open_.append(coming)
            coming = next(starting)
        text = escape(report.text[start:end])
        pieces.append(_marked(text, min(open_, key=lambda a: a.end - a.start)) if open_ else text)
    return pieces


def _marked(text: str, annotation: BaseAnnotation) -> str:
    colour = _COLOURS.get(annotation.type, _OTHER_COLOUR)
    title = " · ".join(filter(None, (annotation.type, details(annotation), annotation.evidence.rule)))
    return f'<mark style="background:{colour}" title="{escape(title, quote=True)}">{text}</mark>'
