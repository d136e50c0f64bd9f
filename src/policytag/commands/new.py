"""``policytag new``: write a draft row for a term."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from policytag.patterns.new import NewRow, add_row
from policytag.patterns.rivals import rival_warnings
from policytag.patterns.row import Row


def new(
    kind: Annotated[str, typer.Argument(help="policy_term, organization, project, indicator, or a label of your own.")],
    literal: Annotated[str, typer.Argument(metavar="TERM", help="The words to find.")],
    pack: Annotated[str, typer.Option(help="The pack's folder; it is made if it is not there.")],
    near: Annotated[
        list[str] | None, typer.Option(help="A word that must stand near it; several: one of them.")
    ] = None,
    within: Annotated[int | None, typer.Option(help="How near, in characters (default 12).")] = None,
    quoted: Annotated[
        bool, typer.Option("--quoted", help="In quotation marks it counts too (alone: only there).")
    ] = False,
    left_not: Annotated[list[str] | None, typer.Option(help="A word that may not stand directly before it.")] = None,
    right_not: Annotated[list[str] | None, typer.Option(help="A word that may not stand directly after it.")] = None,
    name: Annotated[str | None, typer.Option(help="The canonical name, where it differs.")] = None,
    entity: Annotated[str | None, typer.Option(help="The key that rows for the same thing share.")] = None,
    row_id: Annotated[str | None, typer.Option("--id", help="The row's id; default: kind and pinyin.")] = None,
    region: Annotated[str | None, typer.Option(help="Slug of the place, such as chongqing/qianjiang.")] = None,
    match: Annotated[list[str] | None, typer.Option(help="A sentence with the term in [[ ]].")] = None,
    no_match: Annotated[list[str] | None, typer.Option(help="A sentence in which it is something else.")] = None,
) -> None:
    """Write a draft row with a skeleton of its examples; no other line of the pack is touched."""
    if not pack:
        raise typer.BadParameter("--pack is empty: name the pack's folder; it is made if it is not there")
    folder = Path(pack)
    row = NewRow(
        kind=kind, literal=literal, id=row_id, entity=entity, name=name, near=near or (), within=within, quoted=quoted,
        left_not=left_not or (), right_not=right_not or (), region=region, match=match or (), no_match=no_match or (),
    )  # fmt: skip
    path, line, text = add_row(row, folder)
    typer.echo(f"{path}:{line}\n{text}")
    for warning in rival_warnings(Row(json.loads(text), folder.name, path.name, line)):
        typer.echo(f"note: {warning}", err=True)
    typer.echo(
        f"Put real sentences into its examples, take out status and note, then: policytag check {pack}", err=True
    )
