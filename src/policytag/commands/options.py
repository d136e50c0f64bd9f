"""Options that several commands have, each written once: which packs, and what is known of the reports."""

from __future__ import annotations

import sys
import warnings
from typing import TYPE_CHECKING, Annotated, Any

import typer

from policytag.errors import PatternWarning

if TYPE_CHECKING:
    from spacy.language import Language

    from policytag.reading import Source

STANDARD_INPUT = "-"
"""What a user writes for it in the place of a path."""

Packs = Annotated[list[str] | None, typer.Option(help="A folder of packs; may be given several times.")]
Defaults = Annotated[bool, typer.Option(help="Take the built-in packs.")]
Region = Annotated[str | None, typer.Option(help="Leave out rows of other places, such as chongqing.")]
Drafts = Annotated[bool, typer.Option("--drafts", help="Take rows whose status is draft too.")]
Encoding = Annotated[str | None, typer.Option(help="How the files are encoded; default: told from each.")]
Year = Annotated[int | None, typer.Option(help="Year of the reports, instead of what they say.")]
Place = Annotated[str | None, typer.Option(help="Full name of their place, such as 重庆市黔江区.")]


def standard_input(encoding: str | None) -> Source:
    """The text that comes from standard input."""
    from policytag.reading import read

    return read(sys.stdin.buffer.read(), origin="<stdin>", encoding=encoding)


def known_of_reports(year: int | None, place: str | None) -> dict[str, Any]:
    """What the user says of the reports, as ``annotate`` takes it for ``meta``."""
    return {name: value for name, value in {"year": year, "place": place}.items() if value is not None}


def loaded(packs: list[str] | None, *, defaults: bool, region: str | None, drafts: bool) -> Language:
    """The pipeline with these packs; what is doubtful in them is said on standard error."""
    from policytag.pipeline.loading import load

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        nlp = load(packs or [], defaults=defaults, region=region, drafts=drafts)
    for warning in caught:
        if isinstance(warning.message, PatternWarning):
            typer.echo(f"policytag: {warning.message}", err=True)
    return nlp
