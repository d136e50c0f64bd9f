"""What the resolver writes on a Doc beside the plain data: a span group with everything, and a flat view in ``doc.ents``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from policytag.analysis import KEY, Analysis


def write_spans(doc: Doc, analysis: Analysis, options: Mapping[str, Any]) -> None:
    """Fill ``doc.spans["policytag"]``: ``label_`` the type, ``id_`` the rule, ``kb_id_`` the entity.

    A span that does not end on a token's edge (words instead of characters) grows to it; the plain data keeps the exact
    offsets. With the option ``ents`` the spans that do not overlap, longest first, go to ``doc.ents`` too; entities that
    are already there stay unless ``overwrite_ents`` is set.
    """
    found = (
        doc.char_span(
            annotation["start"],
            annotation["end"],
            label=annotation["type"],
            kb_id=annotation.get("entity") or "",
            span_id=annotation["evidence"]["rule"],
            alignment_mode="expand",
        )
        for annotation in analysis.data["annotations"]
    )
    spans = [span for span in found if span is not None]  # never None: a span is never empty, and it may grow
    doc.spans[KEY] = spans
    if options["ents"]:
        _set_ents(doc, spans, options["overwrite_ents"])


def _set_ents(doc: Doc, spans: list[Span], overwrite: bool) -> None:
    found = filter_spans(spans)
    if overwrite:
        taken = {i for span in found for i in range(span.start, span.end)}
        kept = [ent for ent in doc.ents if taken.isdisjoint(range(ent.start, ent.end))]
    else:
        kept = list(doc.ents)
        taken = {i for ent in kept for i in range(ent.start, ent.end)}
        found = [span for span in found if taken.isdisjoint(range(span.start, span.end))]
    doc.set_ents([*kept, *found])
