"""``policytag check``: findings about pattern files, for people, for programs and for GitHub."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from enum import Enum
from typing import Annotated

import typer

from policytag.errors import Finding
from policytag.patterns.check import SEVERITIES, check_packs, failed


class Form(str, Enum):
    """How findings are written."""

    text = "text"
    json = "json"
    github = "github"


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Packs, folders of packs or .jsonl files; none: all built-in packs."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail the check too.")] = False,
    format: Annotated[Form, typer.Option(help="How findings are written.")] = Form.text,
    defaults: Annotated[bool, typer.Option(help="Compare with the built-in and installed packs.")] = True,
) -> None:
    """Check pattern files: schema, examples, duplicates, rows that never win. Exit code 1 on errors."""
    findings = check_packs(paths or [], defaults=defaults)
    typer.echo(show_findings(findings, format))
    raise typer.Exit(1 if failed(findings, strict=strict) else 0)


def show_findings(findings: Sequence[Finding], form: Form) -> str:
    """The findings in one of the forms; text ends with a line that counts them."""
    if form is Form.json:
        return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2)
    if form is Form.github:
        return "\n".join(map(_github, findings))
    counts = Counter(finding.severity for finding in findings)
    total = ", ".join(f"{counts[severity]} {_plural(severity, counts[severity])}" for severity in SEVERITIES)
    return "\n".join([*map(str, findings), total])


def _plural(severity: str, number: int) -> str:
    return severity if number == 1 or severity == "info" else severity + "s"


_GITHUB = {"error": "error", "warning": "warning", "info": "notice"}


def _github(finding: Finding) -> str:
    place = f"file={_escaped(finding.path, value=True)},line={max(finding.line, 1)},title={finding.code}"
    row = f"{finding.row_id}: " if finding.row_id else ""
    return f"::{_GITHUB[finding.severity]} {place}::{_escaped(f'{row}{finding.message} → {finding.advice}')}"


def _escaped(text: str, *, value: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if value else text
