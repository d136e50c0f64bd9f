"""The tables of the pages on names and terms say what the library does.

A row with the columns text and names (or terms) is an example: the text gives exactly those, in this order; ``nothing`` is none.
"""

from __future__ import annotations

import pytest

import policytag
from paths import ROOT

Row = dict[str, str]


def rows(page: str, *columns: str) -> list[Row]:
    """The rows of those tables of a page that have all these columns, an example in each row."""
    found: list[Row] = []
    header: list[str] = []
    for line in (ROOT / "docs" / page).read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if not header or not cells:
            header = cells
        elif set(columns) <= set(header) and not cells[0].startswith("---"):
            found.append(dict(zip(header, cells, strict=True)))
    return [row for row in found if row["text"]]


def expected(cell: str) -> list[str]:
    return [] if cell == "nothing" else cell.split(", ")


@pytest.mark.parametrize("row", rows("names.md", "text", "names"), ids=lambda row: row["text"])
def test_names(row: Row) -> None:
    found = [a for a in policytag.annotate(row["text"]).annotations if a.type in ("ORG", "PROJECT")]
    assert [f"{a.type} {a.text}" for a in found] == expected(row["names"])


@pytest.mark.parametrize("row", rows("terms.md", "rule", "text", "terms"), ids=lambda row: row["text"])
def test_rules_of_terms(row: Row) -> None:
    found = [a for a in policytag.annotate(row["text"]).policy_terms if f"`{a.evidence.rule}`" == row["rule"]]
    assert [a.text for a in found] == expected(row["terms"])


@pytest.mark.parametrize("row", rows("terms.md", "why", "text", "terms"), ids=lambda row: row["text"])
def test_what_is_no_term_unless_a_row_has_it(row: Row) -> None:
    found = policytag.annotate(row["text"]).policy_terms
    assert [a.text for a in found] == expected(row["terms"])
    assert all(a.breadth == "broad" for a in found)


def test_the_tables_are_found() -> None:
    assert len(rows("names.md", "text", "names")) >= 10
    assert len(rows("terms.md", "rule", "text", "terms")) >= 10
    assert len(rows("terms.md", "why", "text", "terms")) >= 8
