"""The command line: ``policytag annotate``, ``schema``, and the commands for pattern files."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from policytag import __version__
from policytag.commands.annotate import Format, Rows, annotate_files
from policytag.commands.check import check
from policytag.commands.explain import explain
from policytag.commands.format import format_files
from policytag.commands.new import new
from policytag.errors import PolicyTagError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Read Chinese government work reports and give typed, exact, explained annotations.",
)


app.command()(check)
app.command(name="format")(format_files)
app.command()(explain)
app.command()(new)


@app.command()
def annotate(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files or folders; - reads standard input.")],
    format: Annotated[Format, typer.Option(help="What comes out.")] = Format.table,
    out: Annotated[Path | None, typer.Option(help="Write to this file instead of standard output.")] = None,
    rows: Annotated[
        Rows, typer.Option(help="What a line of CSV is; of the table: facts leaves the annotations out.")
    ] = Rows.annotations,
    packs: Annotated[list[Path] | None, typer.Option(help="A folder of packs; may be given several times.")] = None,
    defaults: Annotated[bool, typer.Option(help="Take the built-in packs.")] = True,
    region: Annotated[str | None, typer.Option(help="Leave out rows of other places, such as chongqing.")] = None,
    drafts: Annotated[bool, typer.Option("--drafts", help="Take rows whose status is draft too.")] = False,
    broad: Annotated[bool, typer.Option(help="Keep broad stock phrases.")] = True,
    bom: Annotated[bool, typer.Option(help="Begin CSV with a byte-order mark, as Excel wants it.")] = True,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=1, help="Worker processes.")] = 1,
) -> None:
    """Annotate reports; exit code 1 if one of them could not be read."""
    raise typer.Exit(
        annotate_files(
            paths, format=format, out=out, rows=rows, packs=packs or [], defaults=defaults, region=region,
            drafts=drafts, broad=broad, bom=bom, jobs=jobs,
        )
    )  # fmt: skip


@app.command()
def schema() -> None:
    """Print the JSON schema of a report."""
    from policytag.report import Report

    typer.echo(json.dumps(Report.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"policytag {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options of all commands."""


def main() -> None:
    """Run the command line; an error of the library becomes one sentence on standard error and exit code 1."""
    try:
        app()
    except PolicyTagError as error:
        typer.echo(f"policytag: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader went away (| head): nothing is wrong, and nothing more can be written.
        sys.stderr.close()
        sys.exit(0)
