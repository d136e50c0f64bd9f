"""Tables, HTML and words: what a report looks like outside of Python."""

from __future__ import annotations

from decimal import Decimal
from html.parser import HTMLParser
from io import StringIO

import pytest
from hypothesis import given
from rich.console import Console

import policytag
from policytag.export.csv import RowWriter
from policytag.export.rows import ANNOTATION_COLUMNS, FACT_COLUMNS
from policytag.export.table import print_report
from report_text import text

TEXT = "<b>建成160万吨散货码头</b>,刑事警情下降12.5%。新增企业28家。"


class _Marks(HTMLParser):
    """The text inside and outside of marks, and whether every tag is closed in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        if tag == "mark":
            self.marked.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@given(text)
def test_html_is_well_formed_and_holds_the_whole_text(text: str) -> None:
    parser = _Marks()
    parser.feed(policytag.annotate(text)._repr_html_().replace("\r", "\n"))
    parser.close()
    assert not parser.open
    assert text.replace("\r", "\n").replace("\x00", "") in parser.text.replace("\x00", "").replace("\ufffd", "")


def test_html_escapes_and_nests() -> None:
    html = policytag.annotate(TEXT)._repr_html_()
    assert "<b>建成" not in html
    assert "&lt;b&gt;建成" in html
    project = html.index("散货码头</mark>")
    assert html[:project].rstrip().endswith("</mark>")  # the quantity inside the project is closed, the project is not
    assert "-12.5" in html


def test_rows_have_all_columns() -> None:
    report = policytag.annotate(TEXT)
    assert all(tuple(row) == ANNOTATION_COLUMNS for row in report.to_rows("annotations"))
    facts = report.to_rows("facts")
    assert all(tuple(row) == FACT_COLUMNS for row in facts)
    fall = next(row for row in facts if row["text"] == "12.5%")
    assert (fall["indicator"], fall["value"], fall["dimension"]) == ("刑事警情", Decimal("-12.5"), "share")
    assert fall["sentence"] == TEXT.split("。")[0]
    with pytest.raises(ValueError, match="'quantities' is unknown"):
        report.to_rows("quantities")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (Decimal("2.864E+10"), "28640000000"),
        (Decimal("-3"), "-3"),
        ("=1+1", "'=1+1"),
        ((Decimal(2), Decimal(1)), "2:1"),
    ],
)
def test_cells(value: object, cell: str) -> None:
    stream = StringIO()
    RowWriter(stream, ["x"], bom=False).write({"x": value})
    assert stream.getvalue() == f"x\r\n{cell}\r\n" if cell else '""' in stream.getvalue()


def test_the_table_shows_signed_facts() -> None:
    stream = StringIO()
    print_report(policytag.annotate(TEXT), Console(file=stream, width=120), facts_only=True)
    assert "-12.5" in stream.getvalue()
    assert "POLICY_TERM  " not in stream.getvalue()


@pytest.mark.parametrize(("text", "read"), [("", "0 facts; 0 sections"), ("全年新增企业28家", "1 fact; ")])
def test_the_table_ends_in_numbers(text: str, read: str) -> None:
    stream = StringIO()
    print_report(policytag.annotate(text), Console(file=stream, width=120))
    assert f"; {read}" in stream.getvalue()


def test_repr_is_one_line(sample: str) -> None:
    report = policytag.annotate(sample)
    assert repr(report) == str(report)
    assert "\n" not in repr(report)
    assert f"{len(report.annotations)} annotations" in repr(report)


def test_explain_takes_annotations_and_facts_of_the_report() -> None:
    report = policytag.annotate(TEXT, trace=True)
    assert "quantity.mass" in report.explain(report.facts[0])
    assert "刑事警情" in report.explain(next(f for f in report.facts if f.quantity.text == "12.5%"))
    other = policytag.annotate("新增水库3座")
    with pytest.raises(ValueError, match="of this report"):
        report.explain(other.annotations[0])
    with pytest.raises(policytag.NotAnnotatedError, match="trace=True"):
        other.explain(other.annotations[0])


def test_every_annotation_and_fact_is_explained(sample: str) -> None:
    report = policytag.annotate(sample, trace=True)
    narrow = report.without_broad()
    assert all(annotation.text.split()[0] in report.explain(annotation) for annotation in report.annotations)
    assert all(fact.indicator.text in narrow.explain(fact) for fact in narrow.facts)
    broad = next(term for term in report.policy_terms if term.breadth == "broad")
    with pytest.raises(ValueError, match="of this report"):
        narrow.explain(broad)
