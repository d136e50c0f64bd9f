"""What a valid row is: each key, its type and values, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from policytag.patterns import row as rows
from policytag.patterns.token_schema import token_problems

MAX_LITERAL = 200
"""A literal longer than this (characters) is a sentence, not a name."""


_LINE_BREAK = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
_WHITE_SPACE = re.compile(r"\s")


class Problem(NamedTuple):
    """One thing that is wrong with a row, without the place where it stands."""

    code: str
    message: str
    advice: str
    severity: str = "error"


def row_problems(data: Any) -> list[Problem]:
    """Everything that is wrong with one row of a pack, taken by itself. A valid row gives an empty list."""
    if _is_simple(data):
        return []
    if not isinstance(data, dict):
        return [
            Problem(
                "not-a-row", f"the line holds {_kind(data)}", 'write one object: {"label": …, "pattern": …, "id": …}'
            )
        ]
    problems = [_unknown_key(key, rows.ROW_KEYS) for key in data if key not in _CHECKS]
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


def _unknown_key(key: str, allowed: Sequence[str], where: str = "") -> Problem:
    close = get_close_matches(key.lower(), allowed, n=1, cutoff=0.6)
    advice = f"did you mean {close[0]!r}?" if close else f"use one of {', '.join(allowed)}"
    return Problem("unknown-key", f"unknown key {key!r}{where}", advice)


def _kind(value: Any) -> str:
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a string",
        list: "a list",
        dict: "an object",
    }
    return "null" if value is None else names.get(type(value), type(value).__name__)


def _wrong_type(key: str, value: Any, right: str) -> Problem:
    return Problem("wrong-type", f"{key!r} is {_kind(value)}: {str(value)[:60]}", f"write {right}")


def _label(value: Any) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield _wrong_type("label", value, 'a string such as "POLICY_TERM"')
    elif value == "QUANTITY":
        yield Problem(
            "label", "quantities are read by grammar, not from rows", "extend a units.txt in your pack instead"
        )
    elif not rows.LABEL.fullmatch(value):
        suggestion = value.strip().upper().replace(" ", "_").replace("-", "_")
        advice = f"write {suggestion!r}" if rows.LABEL.fullmatch(suggestion) else "use A–Z, 0–9 and _, a letter first"
        yield Problem("label", f"the label {value!r} is not in capitals", advice)


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
        yield _wrong_type("pattern", value, "a string, or a list of token descriptions")


def _edges(literal: str, label: Any) -> Iterator[Problem]:
    if not literal.strip() or label == rows.INDICATOR:  # an indicator gives no annotation: “四好农村路” may be its name
        return
    bad = [char for char in (literal[0], literal[-1]) if not rows.may_be_edge(char)]
    if not bad:
        return
    if any(char.isspace() for char in bad):
        yield Problem(
            "white-space", f"the literal {literal!r} begins or ends with white space", f"write {literal.strip()!r}"
        )
        return
    severity = "error" if label in rows.ATTRIBUTES else "warning"
    message = f"the literal {literal!r} begins or ends with a punctuation mark, an annotation never does"
    advice = 'write the words alone; for quotation marks add "context": {"any_of": [{"quoted": true}]}'
    yield Problem("punctuation-edge", message, advice, severity)


def _id(value: Any) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield _wrong_type("id", value, 'a string such as "slogan.double-growth"')
    elif not value or _WHITE_SPACE.search(value):
        yield Problem(
            "id", f"the id {value!r} is empty or holds white space", 'write "kind.slug", such as "slogan.double-growth"'
        )
    elif not rows.ID_FORM.fullmatch(value):
        message = f"the id {value!r} is not of the form kind.slug"
        yield Problem("id-form", message, 'write for example "slogan.double-growth"', "warning")


def _string(key: str) -> Callable[[Any], Iterator[Problem]]:
    def check(value: Any) -> Iterator[Problem]:
        if not isinstance(value, str):
            yield _wrong_type(key, value, "a string")
        elif not value.strip():
            yield Problem("empty-value", f"{key!r} is empty", f"write it, or leave {key!r} out")

    return check


def _choice(key: str, allowed: tuple[str, ...]) -> Callable[[Any], Iterator[Problem]]:
    def check(value: Any) -> Iterator[Problem]:
        if value not in allowed:
            close = get_close_matches(str(value).lower(), allowed, n=1)
            advice = f"did you mean {close[0]!r}?" if close else f"write one of {', '.join(allowed)}"
            yield Problem("bad-value", f"{key!r} is {value!r}", advice)

    return check


def _words(key: str, value: Any, shortest: int = 1) -> Iterator[Problem]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        yield _wrong_type(key, value, "a list of strings")
        return
    if not value:
        yield Problem("empty-value", f"{key!r} is an empty list", "name a word, or leave the key out")
    for word in value:
        if not word or word.isspace():
            yield Problem("empty-value", f"{key!r} holds an empty string", "leave it out: it would touch every match")
        elif len(word) < shortest:
            message = f"the word {word!r} in {key!r} is shorter than {shortest} characters"
            yield Problem("short-near-word", message, "a single character occurs inside many words: write a longer one")
    if len(set(value)) < len(value):
        yield Problem("repeated-word", f"{key!r} names a word twice", "leave one out", "warning")


def _context(value: Any) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield _wrong_type("context", value, 'an object such as {"right_not": ["号"]}')
        return
    if not value:
        yield Problem("empty-value", "'context' is empty", "leave it out")
    for key, part in value.items():
        if key in ("left_not", "right_not"):
            yield from _words(key, part)
        elif key == "any_of":
            yield from _any_of(part)
        else:
            yield _unknown_key(key, rows.CONTEXT_KEYS, " in 'context'")


def _any_of(value: Any) -> Iterator[Problem]:
    example = '[{"quoted": true}, {"near": ["网格"], "within": 12}]'
    if not isinstance(value, list) or not all(isinstance(condition, dict) for condition in value):
        yield _wrong_type("any_of", value, f"a list of conditions: {example}")
        return
    if not value:
        yield Problem(
            "empty-value", "'any_of' is empty, so that nothing would pass", f"write {example} or leave it out"
        )
    for condition in value:
        unknown = [key for key in condition if key not in rows.CONDITION_KEYS]
        yield from (_unknown_key(key, rows.CONDITION_KEYS, " in 'any_of'") for key in unknown)
        if not unknown and ("quoted" in condition) == ("near" in condition):
            yield Problem(
                "bad-value", f"a condition of 'any_of' is {condition}", f"each says either quoted or near: {example}"
            )
        if "quoted" in condition and condition["quoted"] is not True:
            yield Problem("bad-value", f"'quoted' is {condition['quoted']!r}", "write true, or leave the condition out")
        if "near" in condition:
            yield from _words("near", condition["near"], shortest=2)
        if "within" in condition:
            within = condition["within"]
            if "near" not in condition:
                yield Problem("bad-value", "'within' without 'near'", "add the words, or leave 'within' out")
            if not _is_int(within) or not 0 <= within <= rows.WITHIN_MAX:
                yield Problem(
                    "bad-value", f"'within' is {within!r}", f"write a number of characters, 0 to {rows.WITHIN_MAX}"
                )


def _is_int(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _priority(value: Any) -> Iterator[Problem]:
    if not _is_int(value):
        yield _wrong_type("priority", value, "a whole number, such as 10")


def _disabled(value: Any) -> Iterator[Problem]:
    if value is not True:
        yield Problem("bad-value", f"'disabled' is {value!r}", "write true, or leave it out")


def _attributes(value: Any, label: Any) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield _wrong_type("attributes", value, 'an object such as {"breadth": "broad"}')
        return
    if not isinstance(label, str) or label not in rows.ATTRIBUTES:
        return
    allowed = rows.ATTRIBUTES[label]
    for key, part in value.items():
        if key not in allowed:
            if allowed:
                yield _unknown_key(key, tuple(allowed), f" in 'attributes' of a row labelled {label}")
            else:
                yield Problem("unknown-key", f"unknown key {key!r} in 'attributes'", f"{label} rows have no attributes")
            continue
        choices = allowed[key]
        yield from _string(key)(part) if choices is None else _choice(key, choices)(part)


def _examples(value: Any) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield _wrong_type("examples", value, 'an object such as {"match": ["推进“[[双倍增]]”行动"]}')
        return
    for key, part in value.items():
        if key not in rows.EXAMPLE_KEYS:
            yield _unknown_key(key, rows.EXAMPLE_KEYS, " in 'examples'")
            continue
        yield from _words(key, part)
        if not isinstance(part, list):
            continue
        for text in part:
            if isinstance(text, str):
                yield from _marks(key, text)


def _marks(key: str, text: str) -> Iterator[Problem]:
    opened, closed = text.count("[["), text.count("]]")
    if key.endswith("no_match"):
        if opened or closed:
            yield Problem(
                "example-marks", f"the {key} example {text!r} has [[ ]]", "leave the marks out: nothing is to be found"
            )
    elif not opened:
        yield Problem(
            "example-marks",
            f"the {key} example {text!r} has no [[ ]]",
            "put [[ ]] around the words that are to be found",
        )
    elif opened != closed or "[[]]" in text or any("]]" not in piece for piece in text.split("[[")[1:]):
        yield Problem("example-marks", f"the marks in {text!r} do not pair", "write each span as [[words]]")


def _region(value: Any) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield _wrong_type("region", value, 'a slug such as "chongqing/qianjiang"')
    elif not rows.REGION.fullmatch(value):
        yield Problem(
            "bad-value", f"'region' is {value!r}", 'write pinyin in small letters: "chongqing", "chongqing/qianjiang"'
        )


def _valid(value: Any) -> Iterator[Problem]:
    right = "[first year, last year], null for an open end, such as [2021, 2025]"
    if not isinstance(value, list):
        yield _wrong_type("valid", value, right)
    elif (
        len(value) != 2
        or value == [None, None]
        or not all(year is None or (_is_int(year) and 1900 <= year <= 2200) for year in value)
        or (None not in value and value[0] > value[1])
    ):
        yield Problem("bad-value", f"'valid' is {value}", f"write {right}")


_CHECKS: dict[str, Callable[[Any], Iterator[Problem]]] = {
    "label": _label,
    "pattern": _pattern,
    "id": _id,
    "entity": _string("entity"),
    "name": _string("name"),
    "context": _context,
    "boundary": _choice("boundary", rows.BOUNDARIES),
    "priority": _priority,
    "attributes": lambda value: iter(()),  # needs the label: see row_problems
    "examples": _examples,
    "status": _choice("status", rows.STATUSES),
    "source": _string("source"),
    "note": _string("note"),
    "region": _region,
    "valid": _valid,
    "disabled": _disabled,
}
