"""The rules of the terms tagger, compiled from word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from policytag.patterns.literals import LiteralIndex
from policytag.patterns.wordlists import Entry, WordLists, words

SIDES = ("left", "right", "starts", "ends")
HEAD_GAP = 8
"""How far (characters) after a quotation the noun may stand that makes it a term."""
_NEVER = re.compile(r"(?!)")
_GAP = rf"(?:(?![的等和与及或在为是被即指])[\u4e00-\u9fff]){{0,{HEAD_GAP}}}?"


@dataclass(frozen=True)
class TermRules:
    """What find_terms needs.

    Attributes:
        rejected: quotations that are no terms, whole strings.
        rejecting: side (left, right, starts, ends) → pattern of the words there that speak against a term.
        reasons: side → word → why it does.
        heads: pattern of the nouns that make a quotation before them a term, with what may stand between.
        inner_heads: pattern of such nouns at the end of a quotation.
        verbs: pattern of the verbs that take policies as objects, at the end of what stands before a quotation.
        openers: pattern of all verbs after which an unquoted name may begin.
        tails: index of the ends of unquoted official names.
        own_tails: those so official that the name needs no verb before it.
        not_in_names: pattern of what unquoted names do not hold.
        cut_from_names: pattern of what is left out at their beginning.
        chiefs: pattern of systems named for whoever is responsible (河长制), or None.
    """

    rejected: frozenset[str]
    rejecting: dict[str, re.Pattern[str]]
    reasons: dict[str, dict[str, str]]
    heads: re.Pattern[str]
    inner_heads: re.Pattern[str]
    verbs: re.Pattern[str]
    openers: re.Pattern[str]
    tails: LiteralIndex
    own_tails: frozenset[str]
    not_in_names: re.Pattern[str]
    cut_from_names: re.Pattern[str]
    chiefs: re.Pattern[str]

    @classmethod
    def from_lists(cls, lists: WordLists) -> TermRules:
        """Compile the lists (``term_*.txt``); any of them may be missing."""
        reasons = {
            side: {entry.word: entry.field(2) for entry in _with(lists, "term_context_rejections", side)}
            for side in SIDES
        }
        far, near = _words_with(lists, "term_heads", ""), _words_with(lists, "term_heads", "direct")
        verbs = words(lists, "term_verbs")
        return cls(
            rejected=frozenset(word for line in words(lists, "term_rejections") for word in line.split()),
            rejecting={side: _pattern(reasons[side], after="$" if side in ("left", "ends") else "") for side in SIDES},
            reasons=reasons,
            heads=_heads(far, near),
            inner_heads=_pattern(far, after="$"),
            verbs=_pattern(_words_with(lists, "term_verbs", ""), after=r"(?:好|了)?$"),
            openers=_pattern(verbs, after="(?:好|了)?"),
            tails=LiteralIndex(words(lists, "term_tails")),
            own_tails=frozenset(_words_with(lists, "term_tails", "own")),
            not_in_names=_pattern(_words_with(lists, "term_edges", "not")),
            cut_from_names=_pattern(_words_with(lists, "term_edges", "cut")),
            chiefs=_pattern(words(lists, "term_chiefs"), after="长制$"),
        )


def _with(lists: WordLists, name: str, value: str) -> list[Entry]:
    return [entry for entry in lists.get(name, ()) if entry.field(1) == value]


def _words_with(lists: WordLists, name: str, value: str) -> list[str]:
    return [entry.word for entry in _with(lists, name, value)]


def _heads(far: Iterable[str], near: Iterable[str]) -> re.Pattern[str]:
    direct, distant = _pattern(near), _pattern(far, before=_GAP)
    return re.compile("|".join(p.pattern for p in (direct, distant)))


def _pattern(choices: Iterable[str], before: str = "", after: str = "") -> re.Pattern[str]:
    """A pattern of any of the words, the longest first."""
    alternatives = "|".join(map(re.escape, sorted(set(choices), key=lambda word: (-len(word), word))))
    return re.compile(f"{before}({alternatives}){after}") if alternatives else _NEVER
