"""``policytag explain``: why a text is annotated as it is."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from policytag.analysis import empty_structure
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
from policytag.errors import PolicyTagError

if TYPE_CHECKING:
    from policytag.reading import Source
    from policytag.report import Report


def explain(
    path: Annotated[Path | None, typer.Argument(metavar="FILE", help="The report; - reads standard input.")] = None,
    text: Annotated[str | None, typer.Option(help="Explain this text instead of a file.")] = None,
    find: Annotated[str | None, typer.Option(help="Only what overlaps these words, wherever they occur.")] = None,
    at: Annotated[int | None, typer.Option(min=0, help="Only what covers this offset (code points).")] = None,
    encoding: Encoding = None,
    year: Year = None,
    place: Place = None,
    packs: Packs = None,
    defaults: Defaults = True,
    region: Region = None,
    drafts: Drafts = False,
) -> None:
    """Say why each annotation and fact is there, what failed for each rejected match, and what beat each loser."""
    if (path is None) == (text is None):
        raise typer.BadParameter("give either a FILE or --text")
    if find is not None and at is not None:
        raise typer.BadParameter("give either --find or --at")
    import policytag
    from policytag.explaining import Explainer
    from policytag.patterns.rows_off import rows_off

    source = _source(path, text, encoding)
    stretches = _stretches(source if isinstance(source, str) else source.text, find, at)
    settings: dict[str, Any] = {"defaults": defaults, "region": region, "drafts": drafts}
    nlp = loaded(packs, **settings)
    report = policytag.annotate(source, nlp=nlp, meta=known_of_reports(year, place), trace=True)
    trace = [*(report.trace or ()), *_matches_of_rows_off(report, rows_off(packs or [], **settings))]
    typer.echo(Explainer(report, trace).everything(stretches) or _nothing(stretches, find))


def _nothing(stretches: list[tuple[int, int]] | None, find: str | None) -> str:
    where = "" if stretches is None else " at " + ", ".join(f"{start}-{end}" for start, end in stretches)
    cure = f"\nto have it found: policytag new policy_term {find} --pack my-patterns" if find else ""
    return f"nothing was found{where}, and nothing was rejected{cure}"


def _stretches(text: str, find: str | None, at: int | None) -> list[tuple[int, int]] | None:
    """The stretches of the text that are asked for; None: all of it. Words are found in whatever form the text has them.

    Raises:
        PolicyTagError: there is no such place in the text.
    """
    if find is not None:
        from policytag.reading.folding import FoldedText, fold

        folded, words = FoldedText(text), fold(find)
        found = [folded.span(*hit.span()) for hit in re.finditer(re.escape(words), folded.joined)] if words else []
        if not found:
            raise PolicyTagError(f"{find!r} does not occur in the text")
        return found
    if at is None:
        return None
    if at >= len(text):
        raise PolicyTagError(f"there is no offset {at}: the text has {len(text):,} characters, counted from 0")
    return [(at, at + 1)]


def _matches_of_rows_off(report: Report, off: list[Any]) -> list[dict[str, Any]]:
    """What rows that do not count would find: entries of the trace that say why they do not."""
    from policytag.reading.folding import FoldedText
    from policytag.taggers.patterns import PatternRules, find_patterns

    if not off:
        return []
    why = {(row.id, row.pack, row.path, row.line): reason for row, reason in off}
    known = {(a.start, a.end, a.evidence.rule) for a in report.annotations}
    known |= {(match["start"], match["end"], match["rule"]) for match in _candidates(report)}
    rules = PatternRules([row for row, _ in off])
    entries = []
    for match in find_patterns(FoldedText(report.text), empty_structure(), rules, year=report.meta.year):
        evidence = match["attributes"]["evidence"]
        if (match["start"], match["end"], match["rule"]) not in known:  # a row that replaces it says more
            reason = why[match["rule"], evidence["pack"], evidence["path"], evidence["line"]]
            entries.append({"outcome": "rejected", "reason": reason, "candidate": match, "winner": None})
    return entries


def _candidates(report: Report) -> list[dict[str, Any]]:
    return [entry["candidate"] for entry in report.trace or ()]


def _source(path: Path | None, text: str | None, encoding: str | None) -> str | Source:
    from policytag.reading import read

    if path is None:
        if text and os.path.isfile(text):  # False also for what is too long for a path, where Path raises
            raise typer.BadParameter("--text takes the words themselves: give a file without --text")
        return text or ""
    if str(path) == STANDARD_INPUT:
        return standard_input(encoding)
    return read(path, encoding=encoding)
