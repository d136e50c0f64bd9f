"""``policytag explain``: why a text is annotated as it is."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from policytag.analysis import empty_structure
from policytag.patterns.row import INDICATOR

if TYPE_CHECKING:
    from policytag.report import Report

_DRAFT = "its status is draft (take status out, or add --drafts)"


def explain(
    path: Annotated[Path | None, typer.Argument(metavar="FILE", help="The report; - reads standard input.")] = None,
    text: Annotated[str | None, typer.Option(help="Explain this text instead of a file.")] = None,
    find: Annotated[str | None, typer.Option(help="Only what overlaps these words, wherever they occur.")] = None,
    at: Annotated[int | None, typer.Option(min=0, help="Only what covers this offset (code points).")] = None,
    encoding: Annotated[str | None, typer.Option(help="How the file is encoded; default: told from it.")] = None,
    packs: Annotated[list[Path] | None, typer.Option(help="A folder of packs; may be given several times.")] = None,
    defaults: Annotated[bool, typer.Option(help="Take the built-in packs.")] = True,
    region: Annotated[str | None, typer.Option(help="Leave out rows of other places, such as chongqing.")] = None,
    drafts: Annotated[bool, typer.Option("--drafts", help="Take rows whose status is draft too.")] = False,
) -> None:
    """Say why each annotation is there, what failed for each rejected match, and what beat each loser."""
    if (path is None) == (text is None):
        raise typer.BadParameter("give either a FILE or --text")
    if find is not None and at is not None:
        raise typer.BadParameter("give either --find or --at")
    import policytag
    from policytag.explaining import Explainer

    content = _text(path, text, encoding)
    stretches = _stretches(content, find, at)
    nlp = policytag.load(packs or [], defaults=defaults, region=region, drafts=drafts)
    report = policytag.annotate(content, nlp=nlp, trace=True)
    trace = list(report.trace or ())
    if not drafts:
        trace += _draft_matches(report, packs or [], defaults=defaults, region=region)
    typer.echo(Explainer(report, trace).everything(stretches))


def _stretches(text: str, find: str | None, at: int | None) -> list[tuple[int, int]] | None:
    """The stretches of the text that are asked for; None: all of it.

    Raises:
        PolicyTagError: there is no such place in the text.
    """
    from policytag.errors import PolicyTagError

    if find is not None:
        found = [hit.span() for hit in re.finditer(re.escape(find), text)] if find else []
        if not found:
            raise PolicyTagError(f"{find!r} does not occur in the text")
        return found
    if at is None:
        return None
    if at >= len(text):
        raise PolicyTagError(f"there is no offset {at}: the text has {len(text):,} characters, counted from 0")
    return [(at, at + 1)]


def _draft_matches(report: Report, packs: list[Path], *, defaults: bool, region: str | None) -> list[dict[str, Any]]:
    """What rows that are off would find: entries of the trace that say why they do not."""
    from policytag.patterns.packs import load_packs
    from policytag.reading.folding import FoldedText
    from policytag.taggers.patterns import PatternRules, find_patterns

    rows = [
        row
        for row in load_packs(packs, defaults=defaults, region=region, drafts=True).rows
        if row.status == "draft" and row.label != INDICATOR
    ]
    if not rows:
        return []
    found = find_patterns(FoldedText(report.text), empty_structure(), PatternRules(rows), year=report.meta.year)
    return [{"outcome": "rejected", "reason": _DRAFT, "candidate": match, "winner": None} for match in found]


def _text(path: Path | None, text: str | None, encoding: str | None) -> str:
    if path is None:
        return text or ""
    from policytag.reading import read

    if str(path) == "-":
        return read(sys.stdin.buffer.read(), origin="<stdin>", encoding=encoding).text
    return read(path, encoding=encoding).text
