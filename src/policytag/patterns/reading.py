"""Reading the files of a pack: JSONL lines to plain rows, with a finding for everything that is wrong."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from policytag.errors import Finding
from policytag.patterns.broken_json import likely_cause
from policytag.patterns.codes import finding
from policytag.patterns.schema import row_problems
from policytag.patterns.text_files import BOM, read_text

_intern = sys.intern


class _DuplicateKeyError(ValueError):
    pass


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = {_intern(key): value for key, value in pairs}  # one string for each key, not one for each row
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _DuplicateKeyError(next(key for key in keys if keys.count(key) > 1))
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON value")


_decoder = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_no_constant)


def _decode(line: str) -> Any:
    if line[0] == "{":
        value, end = _decoder.raw_decode(line)  # a fifth faster than decode
        if end == len(line) or line[end:].isspace():
            return value
    return _decoder.decode(line)


class Line(NamedTuple):
    """One line of a file that holds JSON: 1-based number, and the value (a dict where the row is any good)."""

    number: int
    data: Any


def read_jsonl(path: Path) -> tuple[list[Line], list[Finding]]:
    """The JSON lines of a file, and a finding for each that is none. Blank lines are passed over."""
    shown = str(path)
    text, findings = read_text(path)
    if text.startswith(BOM):
        text = text[1:]
        findings.append(finding(shown, 1, "byte-order-mark", "the file begins with a byte order mark"))
    lines = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.isspace():
            continue
        try:
            data = _decode(line)
            if "\\" in line and "\\ud" in line.lower():
                json.dumps(data, ensure_ascii=False).encode()  # half a character could not be written anywhere
            lines.append(Line(number, data))
        except _DuplicateKeyError as error:
            message = f"the key {error.args[0]!r} stands twice in one object"
            findings.append(finding(shown, number, "duplicate-key", message))
        except UnicodeEncodeError:
            findings.append(finding(shown, number, "surrogate", "a string holds half a character (a lone surrogate)"))
        except (ValueError, RecursionError) as error:
            message, advice = likely_cause(line, error)
            findings.append(finding(shown, number, "broken-json", message, advice))
    return lines, findings


def row_findings(path: str, lines: list[Line]) -> Iterator[Finding]:
    """What is wrong with the rows of one file, each taken by itself."""
    for number, data in lines:
        for problem in row_problems(data):
            row_id = data.get("id", "") if isinstance(data, dict) else ""
            shown = row_id if isinstance(row_id, str) else ""
            yield problem.at(path, number, shown)
