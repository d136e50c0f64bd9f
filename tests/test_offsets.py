"""Offsets are the truth: whatever the text, every annotation says exactly where it is."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from spacy.language import Language

import policytag
from policytag import Report
from policytag.reading.folding import fold
from policytag.span_edges import may_be_edge
from report_text import any_text, report_text, text


def assert_sound(report: Report) -> None:
    """What every report promises of its offsets."""
    for annotation in report.annotations:
        assert 0 <= annotation.start < annotation.end <= len(report.text)
        assert report.text[annotation.start : annotation.end] == annotation.text
        assert all(map(may_be_edge, fold(annotation.text[0] + annotation.text[-1]))), annotation
        assert annotation.section is None or 0 <= annotation.section < len(report.sections)
    starts = [(a.start, -a.end) for a in report.annotations]
    assert starts == sorted(starts)
    for label in {a.type for a in report.annotations}:
        spans = [(a.start, a.end) for a in report.annotations if a.type == label]
        assert all(left[1] <= right[0] for left, right in pairwise(spans)), label
    for fact in report.facts:
        assert report.annotations[fact.quantity_index] is fact.quantity
        for start, end in [*fact.indicator.spans, *fact.cells.values()]:
            assert 0 <= start < end <= len(report.text)
    for period in report.periods:
        assert report.text[period.start : period.end] == period.text
    for section in report.sections:
        assert 0 <= section.start <= section.end <= len(report.text)


@given(any_text)
def test_any_unicode(text: str) -> None:
    assert_sound(policytag.annotate(text))


@given(report_text)
def test_report_like_text(text: str) -> None:
    assert_sound(policytag.annotate(text))


@given(text)
def test_annotating_equals_the_doc_route(nlp: Language, text: str) -> None:
    assert policytag.annotate(text, nlp=nlp) == Report.from_doc(nlp(text))


@given(text)
def test_json_round_trip(text: str) -> None:
    report = policytag.annotate(text)
    assert Report.model_validate_json(report.model_dump_json()) == report


def test_every_file_of_the_corpus(corpus: list[Path]) -> None:
    for path in corpus:
        report = policytag.annotate(path.read_bytes().decode("utf-8"))
        assert_sound(report)
        assert report.annotations, path.name


def test_the_sample_report(sample: str) -> None:
    report = policytag.annotate(sample)
    assert_sound(report)
    assert {a.type for a in report.annotations} == {"POLICY_TERM", "ORG", "PROJECT", "QUANTITY"}
