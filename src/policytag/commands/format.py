"""``policytag format``: bring pattern files into their canonical form."""

from __future__ import annotations

from typing import Annotated

import typer

from policytag.patterns.finding_packs import packs_at
from policytag.patterns.format import format_file


def format_files(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Packs, folders of packs or .jsonl files.")],
    check: Annotated[bool, typer.Option("--check", help="Change nothing; exit code 1 if a file would change.")] = False,
) -> None:
    """Write pattern files in canonical form: keys in order, rows sorted by id, Chinese as Chinese."""
    findings, changed = [], []
    for path in paths:
        folders, wrong = packs_at(path)
        findings += wrong
        for file in (file for folder in folders for file in folder.files if file.suffix == ".jsonl"):
            differs, wrong = format_file(file, write=not check)
            findings += wrong
            if differs:
                changed.append(file)
    for file in changed:
        typer.echo(f"{'would change' if check else 'formatted'} {file}")
    for finding in findings:
        typer.echo(str(finding), err=True)
    raise typer.Exit(1 if findings or (check and changed) else 0)
