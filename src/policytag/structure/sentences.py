"""Sentences: they end at 。！？； and at line ends, not inside quotation marks, brackets or book-title marks."""

from __future__ import annotations

import re

MAX_ENCLOSED = 200
"""A quotation or bracket longer than this (characters) no longer keeps a sentence together: it may be unclosed."""

# A mark that does not close in time counts as a plain character; the same holds for one that opens inside another.
_SENTENCE = re.compile(
    r"(?=[^\s。!?;])"
    r"(?:[^。!?;“(《]+|“(?:[^“”]{0,%d}”)?|\((?:[^()]{0,%d}\))?|《(?:[^《》]{0,%d}》)?){1,400}[。!?;…]*[”)]?"
    % ((MAX_ENCLOSED,) * 3)
)


def sentence_spans(joined: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of one logical line, without the blanks around them."""
    spans = []
    for found in _SENTENCE.finditer(joined, start, end):
        first, last = found.span()
        while joined[last - 1] == " ":
            last -= 1
        spans.append((first, last))
    return spans
