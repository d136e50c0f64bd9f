"""``policytag explain``: why a text is annotated as it is."""

from __future__ import annotations

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
    path: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="The report; - reads standard input.")] = None,
    text: Annotated[str | None, typer.Option(help="Explain this text instead of a file.")] = None,
    at: Annotated[int | None, typer.Option(min=0, help="Only what covers this offset (code points).")] = None,
    packs: Annotated[list[Path] | None, typer.Option(help="A folder of packs; may be given several times.")] = None,
    defaults: Annotated[bool, typer.Option(help="Take the built-in packs.")] = True,
    region: Annotated[str | None, typer.Option(help="Leave out rows of other places, such as chongqing.")] = None,
    drafts: Annotated[bool, typer.Option("--drafts", help="Take rows whose status is draft too.")] = False,
) -> None:
    """Say why each annotation is there, what failed for each rejected match, and what beat each loser."""
    if (path is None) == (text is None):
        raise typer.BadParameter("give either a FILE or --text")
    import policytag
    from policytag.explaining import explain_report

    nlp = policytag.load(
        packs=[str(pack) for pack in packs or []], defaults=defaults, region=region, drafts=drafts, trace=True
    )
    report = policytag.annotate(_text(path, text), nlp=nlp, trace=True)
    trace = list(report._trace or [])
    if not drafts:
        trace += _draft_matches(report, packs or [], defaults=defaults, region=region)
    typer.echo(explain_report(report, trace, at))


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


def _text(path: Path | None, text: str | None) -> str:
    if path is None:
        return text or ""
    from policytag.reading import read

    source = sys.stdin.buffer.read() if str(path) == "-" else path
    return str(read(source).text)
