"""The rules of the terms tagger, compiled from word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from policytag.patterns.wordlists import WordLists, words

SIDES = ("left", "right", "starts", "ends")

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class TermRules:
    """What find_terms needs.

    Attributes:
        rejected: quotations that are no terms, whole strings.
        rejecting: side (left, right, starts, ends) → pattern of the words there that speak against a term.
        reasons: side → word → why it does.
        heads: pattern of the nouns that make a quotation before them a term, within a dozen characters.
        verbs: pattern of the verbs that take policies as objects, at the end of what stands before a quotation.
        inner_heads: pattern of the same nouns at the end of a quotation.
    """

    rejected: frozenset[str]
    rejecting: dict[str, re.Pattern[str]]
    reasons: dict[str, dict[str, str]]
    heads: re.Pattern[str]
    verbs: re.Pattern[str]
    inner_heads: re.Pattern[str]

    @classmethod
    def from_lists(cls, lists: WordLists) -> TermRules:
        """Compile the lists; any of them may be missing."""
        reasons: dict[str, dict[str, str]] = {side: {} for side in SIDES}
        for entry in lists.get("term_context_rejections", ()):
            reasons.setdefault(entry.field(1), {})[entry.word] = entry.field(2)
        heads = [entry.word for entry in lists.get("term_heads", ()) if entry.field(1) != "weak"]
        return cls(
            rejected=frozenset(word for line in words(lists, "term_rejections") for word in line.split()),
            rejecting={side: _pattern(reasons[side], after="$" if side in ("left", "ends") else "") for side in SIDES},
            reasons=reasons,
            heads=_pattern(heads, before=r"[\u4e00-\u9fff]{0,10}?"),
            verbs=_pattern(words(lists, "term_verbs"), after="$"),
            inner_heads=_pattern(heads, after="$"),
        )


def _pattern(choices: Iterable[str], before: str = "", after: str = "") -> re.Pattern[str]:
    """A pattern of any of the words, the longest first."""
    alternatives = "|".join(map(re.escape, sorted(set(choices), key=lambda word: (-len(word), word))))
    return re.compile(f"{before}({alternatives}){after}") if alternatives else _NEVER
