"""What a valid token pattern is: the attributes of report tokens, spaCy's operators and predicates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from policytag.patterns.regexes import compile_error, runs_away

TEXT_ATTRIBUTES = ("TEXT", "ORTH", "LOWER", "NORM", "SHAPE", "PREFIX", "SUFFIX")
NUMBER_ATTRIBUTES = ("LENGTH",)
FLAG_ATTRIBUTES = (
    "IS_ALPHA",
    "IS_ASCII",
    "IS_BRACKET",
    "IS_CURRENCY",
    "IS_DIGIT",
    "IS_LEFT_PUNCT",
    "IS_LOWER",
    "IS_PUNCT",
    "IS_QUOTE",
    "IS_RIGHT_PUNCT",
    "IS_SPACE",
    "IS_STOP",
    "IS_TITLE",
    "IS_UPPER",
    "LIKE_EMAIL",
    "LIKE_NUM",
    "LIKE_URL",
)
ATTRIBUTES = (*TEXT_ATTRIBUTES, *NUMBER_ATTRIBUTES, *FLAG_ATTRIBUTES)
NOT_ON_REPORT_TOKENS = (
    "POS",
    "TAG",
    "DEP",
    "LEMMA",
    "MORPH",
    "ENT_TYPE",
    "ENT_IOB",
    "ENT_ID",
    "ENT_KB_ID",
    "IS_SENT_START",
    "SENT_START",
    "SPACY",
    "_",
)
_FUZZY = ("FUZZY", *(f"FUZZY{n}" for n in range(1, 10)))
SET_PREDICATES = ("IN", "NOT_IN")
NUMBER_PREDICATES = ("==", "!=", ">=", "<=", ">", "<")
TEXT_PREDICATES = ("REGEX", *_FUZZY, *SET_PREDICATES)
OPERATOR = re.compile(r"[!?*+]|\{\d{1,3}\}|\{\d{1,3},\d{0,3}\}|\{,\d{1,3}\}")

Found = tuple[str, str, str]
"""Code, message, advice."""


def token_problems(pattern: list[Any]) -> Iterator[Found]:
    """Everything that is wrong with a token pattern (not empty)."""
    for token in pattern:
        if not isinstance(token, dict):
            advice = 'each token is an object, such as {"TEXT": "行"}; a list of lists is no pattern'
            yield "token", f"a token is described by {token!r}", advice
            continue
        for key, value in token.items():
            if key == "OP":
                if not isinstance(value, str) or not OPERATOR.fullmatch(value):
                    yield "token-operator", f"unknown operator {value!r}", "use one of ! ? * + {n} {n,m} {n,} {,m}"
            else:
                yield from _attribute(key, value)
    described = [token for token in pattern if isinstance(token, dict)]
    if described and len(described) == len(pattern) and all(_optional(token) for token in described):
        yield (
            "token-operator",
            "every token is optional, so that the pattern matches nothing in particular",
            "make one required",
        )


def _optional(token: dict[str, Any]) -> bool:
    operator = token.get("OP", "")
    return isinstance(operator, str) and (operator in ("?", "*", "!") or operator.startswith(("{0", "{,")))


def _attribute(key: str, value: Any) -> Iterator[Found]:
    if key in NOT_ON_REPORT_TOKENS:
        yield (
            "token-attribute",
            f"report tokens have no {key}",
            f"use one of {', '.join(TEXT_ATTRIBUTES)} or a flag such as IS_DIGIT",
        )
    elif key not in ATTRIBUTES:
        close = get_close_matches(key.upper(), [*ATTRIBUTES, "OP"], n=1, cutoff=0.5)
        advice = f"did you mean {close[0]!r}?" if close else f"use one of {', '.join(ATTRIBUTES)}"
        yield "token-attribute", f"unknown token attribute {key!r}", advice
    elif isinstance(value, dict):
        yield from _predicates(key, value)
    elif key in FLAG_ATTRIBUTES:
        if not isinstance(value, bool):
            yield "token-value", f"{key} is {value!r}", "write true or false"
    elif key in NUMBER_ATTRIBUTES:
        if not isinstance(value, int) or isinstance(value, bool):
            yield "token-value", f"{key} is {value!r}", 'write a number, or a comparison such as {">=": 2}'
    elif not isinstance(value, str) or not value:
        yield "token-value", f"{key} is {value!r}", "write a string that is not empty"


def _predicates(key: str, value: dict[str, Any]) -> Iterator[Found]:
    allowed = {True: NUMBER_PREDICATES + SET_PREDICATES, False: TEXT_PREDICATES}[key in NUMBER_ATTRIBUTES]
    if key in FLAG_ATTRIBUTES:
        yield "token-value", f"{key} is {value!r}", "write true or false"
        return
    if not value:
        yield "token-value", f"{key} is an empty object, which matches every token", f"use one of {', '.join(allowed)}"
    for predicate, argument in value.items():
        if predicate not in allowed:
            close = get_close_matches(predicate.upper(), allowed, n=1, cutoff=0.5)
            advice = f"did you mean {close[0]!r}?" if close else f"use one of {', '.join(allowed)}"
            yield "token-predicate", f"unknown predicate {predicate!r} of {key}", advice
        elif predicate in SET_PREDICATES:
            kind = int if key in NUMBER_ATTRIBUTES else str
            if not isinstance(argument, list) or not argument or not all(isinstance(item, kind) for item in argument):
                yield "token-value", f"{key} {predicate} is {argument!r}", "write a list of values, not empty"
        elif predicate in NUMBER_PREDICATES:
            if not isinstance(argument, int) or isinstance(argument, bool):
                yield "token-value", f"{key} {predicate} is {argument!r}", "write a number"
        elif predicate in (*_FUZZY, "REGEX") and isinstance(argument, dict):
            yield from _predicates(key, argument)
        elif not isinstance(argument, str) or not argument:
            yield "token-value", f"{key} {predicate} is {argument!r}", "write a string that is not empty"
        elif predicate == "REGEX":
            yield from _regex(argument)


def _regex(pattern: str) -> Iterator[Found]:
    error = compile_error(pattern)
    if error is not None:
        yield (
            "regex",
            f"the regular expression {pattern!r} is invalid: {error}",
            "mend it; \\d in JSON is written \\\\d",
        )
    elif runs_away(pattern):
        message = f"the regular expression {pattern!r} can run for ages on a long token"
        yield "regex-runaway", message, "take the repeat inside a repeat apart, or write a bound such as {1,20}"
