"""Lints of a row's literal taken by itself: how it is written, and whether it says too little."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policytag.errors import Finding
from policytag.patterns.checked import Checked
from policytag.patterns.row import Row
from policytag.reading.folding import fold

_BARE_CODE = re.compile(r"[0-9+.-]+")
_NUMERALS = re.compile(r"[零一二三四五六七八九十百千两]+")


def white_space(checked: Checked) -> Iterator[Finding]:
    """A literal with white space inside is found only where the text has the same one."""
    for row in checked.own_rows:
        literal = row.literal
        # Between two Latin words a blank is right: Smart City.
        if literal and re.search(r"\s(?![A-Za-z])|(?<![A-Za-z.,])\s", literal):
            advice = f"write {''.join(literal.split())!r}"
            yield checked.finding(row, "white-space", f"the literal {literal!r} holds white space", advice, "warning")


def variants(checked: Checked) -> Iterator[Finding]:
    """Texts are folded before the search, so a row needs the plain form only."""
    for row in checked.own_rows:
        literal = row.literal
        if literal and fold(literal) != literal:
            message = f"the literal {literal!r} is written full-width, in traditional characters or with a variant mark"
            advice = f"write {fold(literal)!r}: it is found in every variant"
            yield checked.finding(row, "variant", message, advice)


def says_too_little(checked: Checked) -> Iterator[Finding]:
    """A bare number or a single character occurs everywhere: it needs a context that tells when it is meant."""
    for row in checked.own_rows:
        literal = row.literal
        if not literal or _has_conditions(row):
            continue
        if _BARE_CODE.fullmatch(literal) or _NUMERALS.fullmatch(literal):
            message = f"the number {literal!r} counts wherever it occurs"
        elif len(literal) == 1:
            message = f"the single character {literal!r} counts wherever it occurs"
        else:
            continue
        yield checked.finding(row, "needs-context", message)


def _has_conditions(row: Row) -> bool:
    context = row.context
    return context.quoted or bool(context.near)


def no_needed_literal(checked: Checked) -> Iterator[Finding]:
    """A token pattern without a word that every match holds is tried at every token."""
    described = [(row, row.pattern) for row in checked.own_rows if row.literal is None]
    if not described:
        return
    from policytag.patterns.tokens import literals_needed  # needs spaCy

    for row, pattern in described:
        if not isinstance(pattern, str) and literals_needed(pattern) is None:
            message = "no word occurs in every match of this token pattern, so that it is tried at every token"
            yield checked.finding(row, "slow-pattern", message)
