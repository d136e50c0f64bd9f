"""Regular expressions in token patterns: whether one can run away on a long token."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

if sys.version_info >= (3, 11):
    from re import _constants as constants
    from re import _parser as parser
else:  # pragma: no cover
    import sre_constants as constants
    import sre_parse as parser

_MANY = 20
"""A repeat of up to this many is harmless inside another one."""


def runs_away(pattern: str) -> bool:
    """Can matching take time that grows faster than the square of the token's length? ``pattern`` must compile.

    The signs are the usual ones: an unbounded repeat inside another, ``(a+)+``, and a repeated choice whose branches
    can begin alike, ``(a|ab)*``. A pattern without them is not proven harmless, but no such pattern is known that
    hurts on the tokens of a report.
    """
    return any(_in_repeat(body) for body in _repeated(parser.parse(pattern)))


def _repeated(parsed: Any) -> Iterator[Any]:
    """The bodies of all unbounded repeats, at any depth."""
    for operation, argument in parsed:
        if operation in (constants.MAX_REPEAT, constants.MIN_REPEAT) and argument[1] > _MANY:
            yield argument[2]
        for inner in _inside(operation, argument):
            yield from _repeated(inner)


def _in_repeat(body: Any) -> bool:
    for operation, argument in body:
        if operation in (constants.MAX_REPEAT, constants.MIN_REPEAT) and argument[1] > _MANY:
            return True
        if operation is constants.BRANCH and _alike(argument[1]):
            return True
        if any(_in_repeat(inner) for inner in _inside(operation, argument)):
            return True
    return False


def _alike(branches: Any) -> bool:
    firsts = [str(branch[0]) if len(branch) else "" for branch in branches]
    # The parser takes common beginnings out of the branches, so (a|ab) arrives as a(|b): an empty branch is a sign too.
    return "" in firsts or len(set(firsts)) < len(firsts)


def _inside(operation: Any, argument: Any) -> Iterator[Any]:
    if operation in (constants.MAX_REPEAT, constants.MIN_REPEAT):
        yield argument[2]
    elif operation is constants.SUBPATTERN:
        yield argument[-1]
    elif operation is constants.BRANCH:
        yield from argument[1]
    elif operation in (constants.ASSERT, constants.ASSERT_NOT):
        yield argument[1]


def compile_error(pattern: str) -> str | None:
    """What is wrong with a regular expression, in ``re``'s words; None where it compiles."""
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        return str(error)
    return None
