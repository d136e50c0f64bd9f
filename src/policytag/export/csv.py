"""Rows as CSV that a spreadsheet opens: UTF-8 with a byte-order mark, numbers in plain notation, no cell that runs."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TextIO

BOM = "\ufeff"


class RowWriter:
    """Writes rows as they come.

    Args:
        stream: an open text file, opened with ``newline=""``.
        columns: the columns, in order; they become the header.
        bom: begin with a byte-order mark, by which Excel knows UTF-8.
    """

    def __init__(self, stream: TextIO, columns: Sequence[str], *, bom: bool = True) -> None:
        if bom:
            stream.write(BOM)
        self._writer = csv.DictWriter(stream, columns, lineterminator="\r\n")
        self._writer.writeheader()

    def write(self, row: dict[str, Any]) -> None:
        """Write one row."""
        self._writer.writerow({column: _cell(value) for column, value in row.items()})


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple):
        return ":".join(_cell(part) for part in value)
    text = str(value)
    # A spreadsheet takes such a cell for a formula; the apostrophe keeps it text.
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
