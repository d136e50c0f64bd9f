"""What a valid ``context`` and valid ``examples`` of a row are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from policytag.patterns import row as rows
from policytag.patterns.problems import Problem, is_int, unknown_key, word_problems, wrong_type


def context_problems(value: Any) -> Iterator[Problem]:
    """What is wrong with the value of ``context``."""
    if not isinstance(value, dict):
        yield wrong_type("context", value, 'an object such as {"right_not": ["号"]}')
        return
    if not value:
        yield Problem("empty-value", "'context' is empty", "leave it out")
    for key, part in value.items():
        if key in ("left_not", "right_not"):
            yield from word_problems(key, part)
        elif key == "any_of":
            yield from _any_of(part)
        else:
            yield unknown_key(key, rows.CONTEXT_KEYS, " in 'context'")


def _any_of(value: Any) -> Iterator[Problem]:
    example = '[{"quoted": true}, {"near": ["网格"], "within": 12}]'
    if not isinstance(value, list) or not all(isinstance(condition, dict) for condition in value):
        yield wrong_type("any_of", value, f"a list of conditions: {example}")
        return
    if not value:
        yield Problem(
            "empty-value", "'any_of' is empty, so that nothing would pass", f"write {example} or leave it out"
        )
    for condition in value:
        unknown = [key for key in condition if key not in rows.CONDITION_KEYS]
        yield from (unknown_key(key, rows.CONDITION_KEYS, " in 'any_of'") for key in unknown)
        if not unknown and ("quoted" in condition) == ("near" in condition):
            yield Problem(
                "bad-value", f"a condition of 'any_of' is {condition}", f"each says either quoted or near: {example}"
            )
        if "quoted" in condition and condition["quoted"] is not True:
            yield Problem("bad-value", f"'quoted' is {condition['quoted']!r}", "write true, or leave the condition out")
        if "near" in condition:
            yield from word_problems("near", condition["near"], shortest=2)
        if "within" in condition:
            within = condition["within"]
            if "near" not in condition:
                yield Problem("bad-value", "'within' without 'near'", "add the words, or leave 'within' out")
            if not is_int(within) or not 0 <= within <= rows.WITHIN_MAX:
                yield Problem(
                    "bad-value", f"'within' is {within!r}", f"write a number of characters, 0 to {rows.WITHIN_MAX}"
                )


def example_problems(value: Any) -> Iterator[Problem]:
    """What is wrong with the value of ``examples``."""
    if not isinstance(value, dict):
        yield wrong_type("examples", value, 'an object such as {"match": ["推进“[[双倍增]]”行动"]}')
        return
    for key, part in value.items():
        if key not in rows.EXAMPLE_KEYS:
            yield unknown_key(key, rows.EXAMPLE_KEYS, " in 'examples'")
            continue
        yield from word_problems(key, part)
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
