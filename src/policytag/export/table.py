"""A report as a table for the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from policytag.export.describing import details, fact_cells
from policytag.report import Report

_STYLES = {"POLICY_TERM": "yellow", "ORG": "cyan", "PROJECT": "green", "QUANTITY": "magenta"}


def print_report(report: Report, console: Console, *, facts_only: bool = False) -> None:
    """Print what was read from one report: its head, a line for each annotation, and a line for each fact.

    Args:
        report: the report.
        console: where to print.
        facts_only: leave the annotations out.
    """
    console.print(Text(_headline(report), style="bold"))
    if not facts_only:
        console.print(_annotation_table(report))
    if report.facts:
        console.print(_fact_table(report))
    counts = {label: sum(a.type == label for a in report.annotations) for label in _STYLES}
    summary = ", ".join(f"{n} {label}" for label, n in counts.items())
    read = f"{_number(len(report.facts), 'fact')}; {_number(len(report.sections), 'section')}"
    console.print(Text(f"{summary}; {read}\n", style="bold"))


def _number(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _annotation_table(report: Report) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("offsets", justify="right", no_wrap=True)
    table.add_column("type", no_wrap=True)
    table.add_column("text", overflow="fold", ratio=3)
    table.add_column("details", overflow="fold", ratio=3)
    table.add_column("rule", overflow="ellipsis", no_wrap=True, style="dim", ratio=2)
    for annotation in report.annotations:
        table.add_row(
            f"{annotation.start}–{annotation.end}",
            Text(annotation.type, style=_STYLES.get(annotation.type, "")),
            Text(" ".join(annotation.text.split())),
            Text(details(annotation)),
            Text(annotation.evidence.rule),
        )
    return table


def _fact_table(report: Report) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", title="facts", title_justify="left")
    table.add_column("indicator", overflow="fold", ratio=3)
    for column in ("measure", "value", "unit", "bound", "period", "stance"):
        table.add_column(column, no_wrap=True, justify="right" if column == "value" else "left")
    for fact in report.facts:
        table.add_row(*map(Text, fact_cells(fact)[:-1]))
    return table


def _headline(report: Report) -> str:
    meta = report.meta
    known = [meta.title, meta.issuer, str(meta.year) if meta.year else None, meta.speaker]
    return " · ".join(dict.fromkeys(part for part in [report.source, *known] if part)) or "(no title)"
