"""``policytag annotate``: files in, reports out, in one of four formats."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress

from policytag.batches import annotate_files
from policytag.commands.options import (
    STANDARD_INPUT,
    Defaults,
    Drafts,
    Encoding,
    Packs,
    Place,
    Region,
    Year,
    known_of_reports,
    loaded,
    standard_input,
)
from policytag.commands.output import WRITERS, Format, Rows, output
from policytag.errors import PolicyTagError
from policytag.reading import left_out, report_files


def annotate(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files or folders; - reads standard input.")],
    format: Annotated[Format, typer.Option(help="What comes out.")] = Format.table,
    out: Annotated[Path | None, typer.Option(help="Write to this file instead of standard output.")] = None,
    rows: Annotated[
        Rows | None, typer.Option(help="What a line of CSV is; of the table: facts leaves the annotations out.")
    ] = None,
    encoding: Encoding = None,
    year: Year = None,
    place: Place = None,
    packs: Packs = None,
    defaults: Defaults = True,
    region: Region = None,
    drafts: Drafts = False,
    broad: Annotated[bool, typer.Option(help="Keep broad stock phrases.")] = True,
    bom: Annotated[
        bool | None,
        typer.Option("--bom/--no-bom", help="Begin CSV with a byte-order mark, as Excel wants it (default)."),
    ] = None,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=1, help="Worker processes.")] = 1,
) -> None:
    """Annotate reports; a file that fails is named, the others are done, and the exit code is 1."""
    _refuse_what_does_nothing(format, rows, bom)
    nlp = loaded(packs, defaults=defaults, region=region, drafts=drafts)
    meta = known_of_reports(year, place)
    many = len(paths) > 1 or os.path.isdir(paths[0])  # known before any is read: JSON has the same form whatever fails
    paths = list(dict.fromkeys(paths))
    files = report_files([standard_input(encoding) if path == STANDARD_INPUT else path for path in paths])
    messages = Console(stderr=True, highlight=False, soft_wrap=True)
    if skipped := left_out(paths):
        kinds = ", ".join(f"{number} {ending}" for ending, number in skipped.most_common(5))
        _say(messages, None, f"files of kinds that are not read are left out: {kinds}")
    if out is not None and out.resolve() in (Path(file).resolve() for file in files if isinstance(file, str)):
        raise typer.BadParameter(f"--out {out} is one of the reports: give another file")
    failed = 0
    with _progress(len(files), messages) as advance, output(out) as stream:
        writer = WRITERS[format](stream, rows=rows or Rows.annotations, bom=bom is not False, many=many)
        for report in annotate_files(
            files, nlp=nlp, n_process=jobs, on_error="return", encoding=encoding, meta=meta, broad=broad
        ):
            if isinstance(report, PolicyTagError):
                failed += 1
                _say(messages, report.source, report.message)
            else:
                if not report.text.strip():
                    _say(messages, report.source, "there is no text in it")
                writer.write(report)
            advance()
        writer.close()
        if failed == len(files) and out is not None:
            raise PolicyTagError(f"nothing could be annotated: {out} is left as it was")
    raise typer.Exit(1 if failed else 0)


def _refuse_what_does_nothing(format: Format, rows: Rows | None, bom: bool | None) -> None:
    if rows is not None and format not in (Format.csv, Format.table):
        raise typer.BadParameter(f"--rows is for csv and table: {format.value} holds annotations and facts")
    if bom is not None and format is not Format.csv:
        raise typer.BadParameter(f"--bom and --no-bom are for csv: {format.value} has no byte-order mark")


def _say(console: Console, source: str | None, message: str) -> None:
    name = f"{source}: " if source else ""
    console.print(f"policytag: {name}{message.removeprefix(name)}", markup=False)  # errors of reading name their file


@contextmanager
def _progress(total: int, console: Console) -> Iterator[Callable[[], Any]]:
    """A bar on standard error where there are several files, and somebody who sees it."""
    with Progress(console=console, transient=True, disable=total < 2 or not console.is_terminal) as progress:
        task = progress.add_task("annotating", total=total)
        yield lambda: progress.advance(task)
