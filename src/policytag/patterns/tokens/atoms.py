"""Token patterns taken apart: atoms, each of which takes at most one token and at most one kind of repeat.

This is the form that spaCy's Matcher compiles a pattern to: ``{"TEXT": "a", "OP": "+"}`` is one ``a`` and then any
number of ``a``, ``{"OP": "{2,3}"}`` is two tokens and an optional third.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, NamedTuple, TypeAlias

TokenPattern: TypeAlias = "Sequence[Mapping[str, Any]]"
"""A list of token descriptions, as spaCy's Matcher takes them."""

Value: TypeAlias = "str | int"
"""What an attribute of a token is asked to be: a string, or its number in the vocabulary."""


class Kind(Enum):
    """How many tokens an atom takes."""

    ONE = "one"
    OPTIONAL = "one or none"
    REPEATED = "any number"
    NOT = "one that does not fit"


class Atom(NamedTuple):
    """A description of tokens (without ``OP``) and how many of them it takes."""

    kind: Kind
    description: Mapping[str, Any]


_OPERATORS: Mapping[str, tuple[Kind, ...]] = {
    "1": (Kind.ONE,),
    "?": (Kind.OPTIONAL,),
    "*": (Kind.REPEATED,),
    "+": (Kind.ONE, Kind.REPEATED),
    "!": (Kind.NOT,),
}


def atoms(pattern: TokenPattern) -> list[Atom]:
    """The atoms of a pattern that spaCy's Matcher accepts."""
    found = []
    for token in pattern:
        operator = next((value for key, value in token.items() if _name(key) == "OP"), "1")
        description = {key: value for key, value in token.items() if _name(key) != "OP"}
        found += [Atom(kind, description) for kind in _kinds(operator)]
    return found


def _kinds(operator: str) -> tuple[Kind, ...]:
    if operator in _OPERATORS:
        return _OPERATORS[operator]
    least, comma, most = operator[1:-1].partition(",")
    required = (Kind.ONE,) * int(least or 0)
    if not comma:
        return required
    return required + ((Kind.OPTIONAL,) * (int(most) - int(least or 0)) if most else (Kind.REPEATED,))


def exact_values(description: Mapping[str, Any], attribute: str) -> tuple[Value, ...] | None:
    """The values of which the attribute must have one; None where the description does not say so.

    An ``IN`` beside other predicates counts: what it lists is still needed.
    """
    for key, value in description.items():
        name = _name(key)
        if name != attribute and not (name == "TEXT" and attribute == "ORTH"):
            continue
        if isinstance(value, (str, int)):
            return (value if isinstance(value, str) else int(value),)
        if isinstance(value, Mapping):
            for predicate, argument in value.items():
                if predicate.upper() == "IN":
                    return tuple(dict.fromkeys(argument))
    return None


def only_says(description: Mapping[str, Any], attribute: str) -> bool:
    """Whether :func:`exact_values` of the attribute is all that the description asks for."""
    if len(description) != 1:
        return False
    value = next(iter(description.values()))
    return not isinstance(value, Mapping) or len(value) == 1


def attribute_names(description: Mapping[str, Any]) -> set[str]:
    """The attributes that a description looks at, in capitals; ``TEXT`` is ``ORTH``."""
    names = {_name(key) for key in description}
    return {"ORTH" if name == "TEXT" else name for name in names}


def _name(key: Any) -> str:
    return key.upper() if isinstance(key, str) else str(key)
