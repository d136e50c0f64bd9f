"""The command line: ``policytag annotate``, ``schema``, and the commands for pattern files."""

from __future__ import annotations

import json
import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from policytag import __version__
from policytag.commands.annotate import annotate
from policytag.commands.check import check
from policytag.commands.explain import explain
from policytag.commands.format import format_files
from policytag.commands.new import new
from policytag.errors import PolicyTagError


class _Commands(TyperGroup):
    """The place where errors become one sentence on standard error and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except BrokenPipeError:
            # The reader went away (| head): nothing is wrong, and nothing more can be written.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except PolicyTagError as error:
            message = str(error)
        except OSError as error:
            message = f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)
        typer.echo(f"policytag: {message}", err=True)
        raise typer.Exit(1)


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Read Chinese government work reports and give typed, exact, explained annotations.",
)


app.command()(annotate)
app.command()(check)
app.command(name="format")(format_files)
app.command()(explain)
app.command()(new)


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
    """Run the command line."""
    app(prog_name="policytag")
