"""What is wrong with a value: the form of a problem, and the checks that several keys share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong with a row, without the place where it stands."""

    code: str
    message: str
    advice: str
    severity: str = "error"


def unknown_key(key: str, allowed: Sequence[str], where: str = "") -> Problem:
    """A key that is not allowed, with the right spelling where one is near."""
    close = get_close_matches(key.lower(), allowed, n=1, cutoff=0.6)
    advice = f"did you mean {close[0]!r}?" if close else f"use one of {', '.join(allowed)}"
    return Problem("unknown-key", f"unknown key {key!r}{where}", advice)


def kind_of(value: Any) -> str:
    """What sort of JSON value it is, in words."""
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a string",
        list: "a list",
        dict: "an object",
    }
    return "null" if value is None else names.get(type(value), type(value).__name__)


def wrong_type(key: str, value: Any, right: str) -> Problem:
    """A value of the wrong type; ``right`` shows the right form."""
    return Problem("wrong-type", f"{key!r} is {kind_of(value)}: {str(value)[:60]}", f"write {right}")


def string_check(key: str) -> Callable[[Any], Iterator[Problem]]:
    """A check that the value is a string that is not empty."""

    def check(value: Any) -> Iterator[Problem]:
        if not isinstance(value, str):
            yield wrong_type(key, value, "a string")
        elif not value.strip():
            yield Problem("empty-value", f"{key!r} is empty", f"write it, or leave {key!r} out")

    return check


def choice_check(key: str, allowed: tuple[str, ...]) -> Callable[[Any], Iterator[Problem]]:
    """A check that the value is one of those allowed."""

    def check(value: Any) -> Iterator[Problem]:
        if value not in allowed:
            close = get_close_matches(str(value).lower(), allowed, n=1)
            advice = f"did you mean {close[0]!r}?" if close else f"write one of {', '.join(allowed)}"
            yield Problem("bad-value", f"{key!r} is {value!r}", advice)

    return check


def word_problems(key: str, value: Any, shortest: int = 1) -> Iterator[Problem]:
    """What is wrong with a list of words of at least ``shortest`` characters."""
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        yield wrong_type(key, value, "a list of strings")
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


def is_int(value: Any) -> bool:
    """A whole number, and not true or false."""
    return isinstance(value, int) and not isinstance(value, bool)
