"""What a valid row is: each key, its type and values, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any

from policytag.patterns import row as rows
from policytag.patterns.context_schema import context_problems, example_problems
from policytag.patterns.problems import Problem, choice_check, is_int, kind_of, string_check, unknown_key, wrong_type
from policytag.patterns.token_schema import token_problems
from policytag.reading.folding import fold
from policytag.span_edges import may_be_edge

MAX_LITERAL = 200
"""A literal longer than this (characters) is a sentence, not a name."""

_KNOWN_LABELS = (*rows.ATTRIBUTES, rows.INDICATOR)
_LINE_BREAK = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
_WHITE_SPACE = re.compile(r"\s")


def row_problems(data: Any) -> list[Problem]:
    """Everything that is wrong with one row of a pack, taken by itself. A valid row gives an empty list."""
    if _is_simple(data):
        return []
    if not isinstance(data, dict):
        advice = 'write one object: {"label": …, "pattern": …, "id": …}'
        return [Problem("not-a-row", f"the line holds {kind_of(data)}", advice)]
    problems = [unknown_key(key, rows.ROW_KEYS) for key in data if key not in _CHECKS]
    if data.get("disabled") is True:
        needed: tuple[str, ...] = ("id",)
        extra = [key for key in data if key in _CHECKS and key not in ("id", "disabled", "note", "source")]
        if extra:
            advice = 'leave only "id", "disabled" and "note"'
            problems.append(Problem("disabled-row", f"a disabled row says more: {', '.join(extra)}", advice))
    else:
        needed = ("label", "pattern", "id")
    problems += [_missing(key) for key in needed if key not in data]
    for key, value in data.items():
        check = _CHECKS.get(key)
        if check is not None:
            problems += check(value)
    if "attributes" in data:
        problems += _attributes(data["attributes"], data.get("label"))
    if "pattern" in data and isinstance(data["pattern"], str):
        problems += _edges(data["pattern"], data.get("label"))
    return problems


_SIMPLE = {
    "label": re.compile("POLICY_TERM|ORG|PROJECT|INDICATOR").fullmatch,
    "pattern": re.compile("[\u4e00-\u9fff0-9A-Za-z]{1,100}").fullmatch,
    "id": re.compile(r"[a-z-]+(?:\.[a-z0-9-]+)+").fullmatch,
}


def _is_simple(data: Any) -> bool:
    """Quickly: a row of nothing but label, pattern and id, all of the usual form? Most rows of large packs are."""
    try:
        return len(data) == 3 and all(fits(data[key]) for key, fits in _SIMPLE.items())
    except (TypeError, KeyError):
        return False


def _missing(key: str) -> Problem:
    advice = {
        "label": 'add "label": "POLICY_TERM" (or ORG, PROJECT, INDICATOR, a label of your own)',
        "pattern": 'add "pattern": the words to find',
        "id": 'add "id": "kind.slug", such as "slogan.double-growth"',
    }
    return Problem("missing-key", f"the key {key!r} is missing", advice[key])


def _label(value: Any) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield wrong_type("label", value, 'a string such as "POLICY_TERM"')
    elif value == "QUANTITY":
        yield Problem(
            "label", "quantities are read by grammar, not from rows", "extend a units.txt in your pack instead"
        )
    elif not rows.LABEL.fullmatch(value):
        suggestion = value.strip().upper().replace(" ", "_").replace("-", "_")
        advice = f"write {suggestion!r}" if rows.LABEL.fullmatch(suggestion) else "use A–Z, 0–9 and _, a letter first"
        yield Problem("label", f"the label {value!r} is not in capitals", advice)
    elif value not in _KNOWN_LABELS and (close := get_close_matches(value, _KNOWN_LABELS, n=1, cutoff=0.75)):
        advice = f"did you mean {close[0]!r}? Otherwise take a name that is less like it"
        yield Problem("near-label", f"{value!r} is a label of your own", advice)


def _pattern(value: Any) -> Iterator[Problem]:
    if isinstance(value, str):
        if not value.strip():
            yield Problem("empty-pattern", "the pattern is empty", "write the words to find")
        elif len(value) > MAX_LITERAL:
            yield Problem(
                "long-pattern",
                f"the literal has {len(value)} characters",
                f"keep it under {MAX_LITERAL}: the name alone",
            )
        elif _LINE_BREAK.search(value):
            yield Problem(
                "white-space", "the literal holds a line break", "leave it out: names are found across line breaks"
            )
    elif isinstance(value, list):
        if not value:
            yield Problem("empty-pattern", "the token pattern is empty", "write at least one token description")
        for code, message, advice in token_problems(value):
            yield Problem(code, message, advice)
    else:
        yield wrong_type("pattern", value, "a string, or a list of token descriptions")


def _edges(literal: str, label: Any) -> Iterator[Problem]:
    if not literal.strip() or label == rows.INDICATOR:  # an indicator gives no annotation: “四好农村路” may be its name
        return
    bad = [char for char in (literal[0], literal[-1]) if not may_be_edge(fold(char))]
    if not bad:
        return
    if any(char.isspace() for char in bad):
        yield Problem(
            "white-space", f"the literal {literal!r} begins or ends with white space", f"write {literal.strip()!r}"
        )
        return
    severity = "" if label in rows.ATTRIBUTES else "warning"
    message = f"the literal {literal!r} begins or ends with a punctuation mark, an annotation never does"
    yield Problem("punctuation-edge", message, "", severity)


def _id(value: Any) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield wrong_type("id", value, 'a string such as "slogan.double-growth"')
    elif not value or _WHITE_SPACE.search(value):
        yield Problem(
            "id", f"the id {value!r} is empty or holds white space", 'write "kind.slug", such as "slogan.double-growth"'
        )
    elif not rows.ID_FORM.fullmatch(value):
        message = f"the id {value!r} is not of the form kind.slug"
        yield Problem("id-form", message, 'write for example "slogan.double-growth"')


def _priority(value: Any) -> Iterator[Problem]:
    if not is_int(value):
        yield wrong_type("priority", value, "a whole number, such as 10")


def _disabled(value: Any) -> Iterator[Problem]:
    if value is not True:
        yield Problem("bad-value", f"'disabled' is {value!r}", "write true, or leave it out")


def _attributes(value: Any, label: Any) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield wrong_type("attributes", value, 'an object such as {"breadth": "broad"}')
        return
    if not isinstance(label, str) or label not in rows.ATTRIBUTES:
        return
    allowed = rows.ATTRIBUTES[label]
    for key, part in value.items():
        if key not in allowed:
            if allowed:
                yield unknown_key(key, tuple(allowed), f" in 'attributes' of a row labelled {label}")
            else:
                yield Problem("unknown-key", f"unknown key {key!r} in 'attributes'", f"{label} rows have no attributes")
            continue
        choices = allowed[key]
        yield from string_check(key)(part) if choices is None else choice_check(key, choices)(part)


def _region(value: Any) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield wrong_type("region", value, 'a slug such as "chongqing/qianjiang"')
    elif not rows.REGION.fullmatch(value):
        yield Problem(
            "bad-value", f"'region' is {value!r}", 'write pinyin in small letters: "chongqing", "chongqing/qianjiang"'
        )


def _valid(value: Any) -> Iterator[Problem]:
    right = "[first year, last year], null for an open end, such as [2021, 2025]"
    if not isinstance(value, list):
        yield wrong_type("valid", value, right)
    elif (
        len(value) != 2
        or value == [None, None]
        or not all(year is None or (is_int(year) and 1900 <= year <= 2200) for year in value)
        or (None not in value and value[0] > value[1])
    ):
        yield Problem("bad-value", f"'valid' is {value}", f"write {right}")


_CHECKS: dict[str, Callable[[Any], Iterator[Problem]]] = {
    "label": _label,
    "pattern": _pattern,
    "id": _id,
    "entity": string_check("entity"),
    "name": string_check("name"),
    "context": context_problems,
    "boundary": choice_check("boundary", rows.BOUNDARIES),
    "priority": _priority,
    "attributes": lambda value: iter(()),  # needs the label: see row_problems
    "examples": example_problems,
    "status": choice_check("status", rows.STATUSES),
    "source": string_check("source"),
    "note": string_check("note"),
    "region": _region,
    "valid": _valid,
    "disabled": _disabled,
}
