"""Sentences: they end at 。！？； and at line ends, not inside quotation marks, brackets or book-title marks."""

from __future__ import annotations

import re

MAX_ENCLOSED = 200
"""A quotation or bracket longer than this (characters) no longer keeps a sentence together: it may be unclosed."""

_PLAIN = re.compile(r"[^\s。!?;][^。!?;]*[。!?;…]*[”)]?")
# Most lines have no end of a sentence inside an enclosure: only the others need to be read mark by mark.
_ENCLOSED_END = re.compile(
    "|".join(
        rf"\{opening}[^{opening}{closing}。!?;\n]{{0,{MAX_ENCLOSED}}}[{opening}。!?;]"
        for opening, closing in ("“”", "()", "《》")
    )
)
# A mark that does not close in time counts as a plain character; the same holds for one that opens inside another.
_ENCLOSING = re.compile(
    r"(?=[^\s。!?;])(?:[^。!?;“(《]+"
    rf"|“(?:[^“”]{{0,{MAX_ENCLOSED}}}”)?"
    rf"|\((?:[^()]{{0,{MAX_ENCLOSED}}}\))?"
    rf"|《(?:[^《》]{{0,{MAX_ENCLOSED}}}》)?"
    r"){1,400}[。!?;…]*[”)]?"
)


def sentence_spans(joined: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of one logical line, without the blanks around them."""
    pattern = _ENCLOSING if _ENCLOSED_END.search(joined, start, end) else _PLAIN
    spans = [found.span() for found in pattern.finditer(joined, start, end)]
    if joined.find(" ", start, end) < 0:
        return spans
    return [(first, first + len(joined[first:last].rstrip())) for first, last in spans]
