"""Which characters a span may begin and end with: one answer for the resolver, the pattern rows and their check."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_PER = "%‰‱"
"""Unicode counts these as punctuation, but they are the units of shares."""
_MARKS = "<>|~"
"""Unicode counts these as symbols, but reports use them as brackets, bars and dashes."""


@lru_cache(maxsize=8192)
def may_be_edge(char: str) -> bool:
    """May an annotation begin or end with this (folded) character?

    Not with white space, quotation marks, other punctuation or invisible characters; with % and ‰ it may.
    """
    category = unicodedata.category(char)
    return char in _PER or not (category[0] in "PZ" or category in ("Cc", "Cf") or char in _MARKS)
