"""A report as a table for the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from policytag.export.describing import details
from policytag.report import Report

_STYLES = {"POLICY_TERM": "yellow", "ORG": "cyan", "PROJECT": "green", "QUANTITY": "magenta"}


def print_report(report: Report, console: Console) -> None:
    """Print what was read from one report: its head, then a line for each annotation, in text order."""
    console.print(Text(_headline(report), style="bold"))
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("offsets", justify="right", no_wrap=True)
    table.add_column("type", no_wrap=True)
    table.add_column("text", overflow="fold")
    table.add_column("details", overflow="fold")
    table.add_column("rule", overflow="fold", style="dim")
    for annotation in report.annotations:
        table.add_row(
            f"{annotation.start}–{annotation.end}",
            Text(annotation.type, style=_STYLES.get(annotation.type, "")),
            Text(" ".join(annotation.text.split())),
            Text(details(annotation)),
            Text(annotation.evidence.rule),
        )
    console.print(table)
    counts = {label: sum(a.type == label for a in report.annotations) for label in _STYLES}
    summary = ", ".join(f"{n} {label}" for label, n in counts.items())
    console.print(Text(f"{summary}; {len(report.facts)} facts; {len(report.sections)} sections\n", style="bold"))


def _headline(report: Report) -> str:
    meta = report.meta
    known = [meta.title, meta.issuer, str(meta.year) if meta.year else None, meta.speaker]
    return " · ".join(dict.fromkeys(part for part in [report.source, *known] if part)) or "(no title)"
