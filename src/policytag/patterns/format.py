"""``policytag format``: one canonical form of a pattern file, so that two people's changes do not collide."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from policytag.errors import Finding
from policytag.patterns.codes import finding
from policytag.patterns.reading import Line, read_jsonl
from policytag.patterns.row import ATTRIBUTES, CONTEXT_KEYS, EXAMPLE_KEYS, ROW_KEYS

_CONDITION_ORDER = ("quoted", "near", "within")
_ATTRIBUTE_ORDER = tuple(dict.fromkeys(key for keys in ATTRIBUTES.values() for key in keys))


def canonical_line(row: Mapping[str, Any]) -> str:
    """A row as one line of JSON: keys in the canonical order, unknown ones last, Chinese as Chinese."""
    data = _ordered(row, ROW_KEYS)
    if isinstance(data.get("context"), dict):
        data["context"] = _ordered(data["context"], CONTEXT_KEYS)
        conditions = data["context"].get("any_of")
        if isinstance(conditions, list):
            data["context"]["any_of"] = [
                _ordered(condition, _CONDITION_ORDER) if isinstance(condition, dict) else condition
                for condition in conditions
            ]
    if isinstance(data.get("attributes"), dict):
        data["attributes"] = _ordered(data["attributes"], _ATTRIBUTE_ORDER)
    if isinstance(data.get("examples"), dict):
        data["examples"] = _ordered(data["examples"], EXAMPLE_KEYS)
    return json.dumps(data, ensure_ascii=False)


def _ordered(data: Mapping[str, Any], order: Sequence[str]) -> dict[str, Any]:
    known = {key: data[key] for key in order if key in data}
    return {**known, **{key: value for key, value in data.items() if key not in known}}


def format_lines(lines: Sequence[Line]) -> str:
    """The whole file: sorted by id, one row a line, a line feed after each."""
    rows = sorted((line.data for line in lines), key=lambda row: str(row["id"]))
    return "".join(canonical_line(row) + "\n" for row in rows)


def formatted(path: Path) -> bytes | None:
    """What ``format`` would write; None where the file cannot be formatted (see :func:`format_problems`)."""
    lines, findings = read_jsonl(path)
    if format_problems(path, lines, findings):
        return None
    return format_lines(lines).encode()


def format_problems(path: Path, lines: Sequence[Line], findings: Sequence[Finding]) -> list[Finding]:
    """What keeps a file from being formatted: broken lines, and rows without an id to sort by."""
    problems = [finding for finding in findings if finding.severity == "error"]
    for number, data in lines:
        if not isinstance(data, dict):
            message = "the line holds no object"
            problems.append(finding(str(path), number, "not-a-row", message))
        elif not isinstance(data.get("id"), str):
            message = "the row has no id to sort by"
            problems.append(finding(str(path), number, "missing-key", message, 'add "id": "kind.slug"'))
    return problems


def format_file(path: Path, *, write: bool = True) -> tuple[bool, list[Finding]]:
    """Bring a file into the canonical form; a file with a broken line is left as it is.

    Returns:
        Whether the file was (``write=False``: would be) changed, and what kept it from being formatted.
    """
    lines, findings = read_jsonl(path)
    problems = format_problems(path, lines, findings)
    if problems:
        return False, problems
    text = format_lines(lines).encode()
    changed = text != path.read_bytes()
    if changed and write:
        path.write_bytes(text)
    return changed, []
