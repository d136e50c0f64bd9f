"""``policytag annotate``: files in, reports out, in one of four formats."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any, TextIO

from rich.console import Console
from rich.progress import Progress

from policytag.annotating import annotate_many
from policytag.errors import PolicyTagError
from policytag.export.csv import RowWriter
from policytag.export.rows import ANNOTATION_COLUMNS, FACT_COLUMNS
from policytag.export.table import print_report
from policytag.reading import SUFFIXES, Source, read
from policytag.report import Report

STANDARD_INPUT = "-"
_STDIN = "<stdin>"


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


def annotate_files(
    paths: Sequence[str],
    *,
    format: Format,
    out: Path | None,
    rows: Rows,
    packs: Sequence[Path],
    defaults: bool,
    region: str | None,
    drafts: bool,
    broad: bool,
    bom: bool,
    jobs: int,
) -> int:
    """Annotate files and write the reports; each file that fails is named on standard error, the others are still done.

    Returns:
        The exit code: 0, or 1 where a file could not be read or annotated.

    Raises:
        PatternError: something in a pack is wrong.
    """
    from policytag.pipeline.loading import load

    if out is not None and (out.is_dir() or not out.parent.is_dir()):
        raise PolicyTagError(f"cannot write {out}: give --out a file in a folder that exists")
    nlp = load(packs, defaults=defaults, region=region, drafts=drafts)
    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    failed: list[str] = []

    def report_error(error: Exception, name: str) -> None:
        failed.append(name)
        shown = _STDIN if name == STANDARD_INPUT else name
        message = str(error).removeprefix(f"{shown}: ")  # errors of reading name their file themselves
        errors.print(f"policytag: {name}: {message}", markup=False)

    names = list(_files(paths, report_error))
    with _progress(len(names), errors) as advance, _output(out) as stream:
        writer = _WRITERS[format](stream, rows=rows.value, bom=bom, many=len(names) > 1)
        texts = ((source, source.origin) for source in _sources(names, report_error, advance))
        for report, name in annotate_many(texts, nlp=nlp, n_process=jobs, on_error="return", broad=broad):
            if isinstance(report, Exception):
                report_error(report, name)
            else:
                writer.write(report)
            advance()
        writer.close()
    return 1 if failed else 0


def _files(paths: Iterable[str], report_error: Callable[[Exception, str], None]) -> Iterator[str]:
    """The files that the paths name; a folder stands for the files in it and below whose form can be read."""
    for path in paths:
        if path != STANDARD_INPUT and os.path.isdir(path):
            files = sorted(str(f) for f in Path(path).rglob("*") if _is_report(f))
            if not files:
                report_error(PolicyTagError(f"the folder holds no file that can be read ({' '.join(SUFFIXES)})"), path)
            yield from files
        else:
            yield path


def _is_report(path: Path) -> bool:
    # Word leaves files such as ~$report.docx beside a document that is open.
    return path.is_file() and path.suffix.lower() in SUFFIXES and not path.name.startswith("~$")


def _sources(
    names: Iterable[str], report_error: Callable[[Exception, str], None], advance: Callable[[], None]
) -> Iterator[Source]:
    for name in names:
        try:
            if name == STANDARD_INPUT:
                yield read(sys.stdin.buffer.read(), origin=_STDIN)
            else:
                yield read(name)
        except (PolicyTagError, OSError) as error:
            report_error(
                PolicyTagError(error.strerror) if isinstance(error, OSError) and error.strerror else error, name
            )
            advance()


@contextmanager
def _progress(total: int, console: Console) -> Iterator[Callable[[], None]]:
    """A bar on standard error where there are several files."""
    with Progress(console=console, transient=True, disable=total < 2) as progress:
        task = progress.add_task("annotating", total=total)
        yield lambda: progress.advance(task)


@contextmanager
def _output(out: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that appears when it is whole."""
    if out is None:
        with open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", closefd=False) as stream:
            yield stream
        return
    try:
        handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    except OSError as error:
        raise PolicyTagError(
            f"cannot write {out}: {error.strerror}; give --out a file in a folder that exists"
        ) from None
    try:
        with open(handle, "w", encoding="utf-8", newline="") as stream:
            yield stream
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, out)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


class _TableWriter:
    def __init__(self, stream: TextIO, *, rows: str, **_: Any) -> None:
        width = None if stream.isatty() else 160
        self._console = Console(file=stream, width=width, highlight=False)
        self._facts_only = rows == "facts"

    def write(self, report: Report) -> None:
        print_report(report, self._console, facts_only=self._facts_only)

    def close(self) -> None:
        """Nothing is left to write."""


class _JsonWriter:
    """One report as it is; of several an array of them."""

    def __init__(self, stream: TextIO, *, many: bool, **_: Any) -> None:
        self._stream, self._many, self._n = stream, many, 0

    def write(self, report: Report) -> None:
        if self._many:
            self._stream.write("[\n" if self._n == 0 else ",\n")
        self._stream.write(report.model_dump_json())
        self._n += 1

    def close(self) -> None:
        if self._many:
            self._stream.write("\n]" if self._n else "[]")
        self._stream.write("\n" if self._n or self._many else "")


class _JsonLinesWriter:
    def __init__(self, stream: TextIO, **_: Any) -> None:
        self._stream = stream

    def write(self, report: Report) -> None:
        self._stream.write(report.model_dump_json() + "\n")

    def close(self) -> None:
        """Nothing is left to write."""


class _CsvWriter:
    def __init__(self, stream: TextIO, *, rows: str, bom: bool, **_: Any) -> None:
        self._table = rows
        columns = ANNOTATION_COLUMNS if rows == "annotations" else FACT_COLUMNS
        self._rows = RowWriter(stream, columns, bom=bom)

    def write(self, report: Report) -> None:
        for row in report.to_rows(self._table):  # type: ignore[arg-type]
            self._rows.write(row)

    def close(self) -> None:
        """Nothing is left to write."""


_WRITERS: dict[Format, Any] = {
    Format.table: _TableWriter,
    Format.json: _JsonWriter,
    Format.jsonl: _JsonLinesWriter,
    Format.csv: _CsvWriter,
}
