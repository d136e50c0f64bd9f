"""Where reports go (standard output or a file) and in which form (table, JSON, JSON lines, CSV)."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from enum import Enum
from pathlib import Path
from typing import Any, TextIO

from rich.console import Console

from policytag.errors import PolicyTagError
from policytag.export.csv import RowWriter
from policytag.export.rows import ANNOTATION_COLUMNS, FACT_COLUMNS
from policytag.export.table import print_report
from policytag.report import Report


class Format(str, Enum):
    """Output formats."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


class Rows(str, Enum):
    """What a line of CSV is."""

    annotations = "annotations"
    facts = "facts"


@contextmanager
def output(out: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file.

    A file appears, or is replaced, when it is whole: an error on the way leaves what was there. Through a symbolic link
    its target is replaced; a pipe or device is written to as it is.

    Raises:
        PolicyTagError: the file cannot be written.
    """
    if out is None:
        with _standard_output() as stream:
            yield stream
        return
    target = out.resolve()
    if target.exists() and not target.is_file() and not target.is_dir():
        with open(target, "w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    if target.is_dir() or not target.parent.is_dir():
        raise PolicyTagError(f"cannot write {out}: give --out a file in a folder that exists")
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise PolicyTagError(f"cannot write {out}: {error.strerror}") from None
    try:
        with open(handle, "w", encoding="utf-8", newline="") as stream:
            yield stream
        if target.exists():
            shutil.copymode(target, name)
        else:
            os.chmod(name, 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _standard_output() -> AbstractContextManager[TextIO]:
    """Standard output as UTF-8 whatever the locale; what a caller put in its place (a StringIO) as it is."""
    try:
        number = sys.stdout.fileno()
    except (OSError, AttributeError):
        return nullcontext(sys.stdout)
    return open(number, "w", encoding="utf-8", newline="", closefd=False)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


class _TableWriter:
    def __init__(self, stream: TextIO, *, rows: Rows, **_: Any) -> None:
        width = None if stream.isatty() else 160
        self._console = Console(file=stream, width=width, highlight=False)
        self._facts_only = rows is Rows.facts

    def write(self, report: Report) -> None:
        print_report(report, self._console, facts_only=self._facts_only)

    def close(self) -> None:
        """Nothing is left to write."""


class _JsonWriter:
    """Of several reports an array, also where none or one of them could be read; of a single file its report."""

    def __init__(self, stream: TextIO, *, many: bool, **_: Any) -> None:
        self._stream, self._many, self._n = stream, many, 0
        if many:
            stream.write("[")

    def write(self, report: Report) -> None:
        if self._many:
            self._stream.write(",\n" if self._n else "\n")
        self._stream.write(report.model_dump_json())
        self._n += 1

    def close(self) -> None:
        if self._many:
            self._stream.write("\n]" if self._n else "]")
        self._stream.write("\n" if self._n or self._many else "")


class _JsonLinesWriter:
    def __init__(self, stream: TextIO, **_: Any) -> None:
        self._stream = stream

    def write(self, report: Report) -> None:
        self._stream.write(report.model_dump_json() + "\n")

    def close(self) -> None:
        """Nothing is left to write."""


class _CsvWriter:
    def __init__(self, stream: TextIO, *, rows: Rows, bom: bool, **_: Any) -> None:
        self._table = rows.value
        columns = ANNOTATION_COLUMNS if rows is Rows.annotations else FACT_COLUMNS
        self._rows = RowWriter(stream, columns, bom=bom)

    def write(self, report: Report) -> None:
        for row in report.to_rows(self._table):  # type: ignore[arg-type]
            self._rows.write(row)

    def close(self) -> None:
        """Nothing is left to write."""


WRITERS: dict[Format, Any] = {
    Format.table: _TableWriter,
    Format.json: _JsonWriter,
    Format.jsonl: _JsonLinesWriter,
    Format.csv: _CsvWriter,
}
"""The writer of each format: ``write`` takes a report, ``close`` ends the document."""
