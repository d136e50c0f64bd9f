"""What is wrong with a value: the form of a problem, and the checks that several keys share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from policytag.errors import Finding
from policytag.patterns.codes import CODES, finding


class Problem(NamedTuple):
    """One thing that is wrong with a row or a line, without the place where it stands.

    Attributes:
        code: a key of :data:`policytag.patterns.codes.CODES`.
        message: what is wrong, with the bad value.
        advice: what to write instead; "" for the cure of the code.
        other_severity: where it is not that of the code.
    """

    code: str
    message: str
    advice: str = ""
    other_severity: str = ""

    @property
    def severity(self) -> str:
        """What the problem says, else that of its code."""
        return self.other_severity or CODES[self.code].severity

    def at(self, path: str, line: int, row_id: str = "") -> Finding:
        """The finding that the problem is at a place."""
        return finding(path, line, self.code, self.message, self.advice, row_id=row_id, severity=self.severity)


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


def nearest(word: str, known: Iterable[str]) -> str:
    """The three known words that are most like a word, however unlike, for an advice."""
    return ", ".join(get_close_matches(word.lower(), sorted(known), n=3, cutoff=0))


def choice_advice(value: str, allowed: Sequence[str]) -> str:
    """What may be written instead of a wrong value; the nearest one first, where one is near."""
    close = get_close_matches(value.lower(), allowed, n=1)
    guess = f"did you mean {close[0]!r}? " if close else ""
    return f"{guess}write one of {', '.join(allowed)}"


def choice_check(key: str, allowed: tuple[str, ...]) -> Callable[[Any], Iterator[Problem]]:
    """A check that the value is one of those allowed."""

    def check(value: Any) -> Iterator[Problem]:
        if value not in allowed:
            yield Problem("bad-value", f"{key!r} is {value!r}", choice_advice(str(value), allowed))

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
        yield Problem("repeated-word", f"{key!r} names a word twice", "leave one out")


def is_int(value: Any) -> bool:
    """A whole number, and not true or false."""
    return isinstance(value, int) and not isinstance(value, bool)
