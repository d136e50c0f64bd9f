"""Windows of report tokens: the tokens around a place in a text, cut as they would be cut in the whole text."""

from __future__ import annotations

import re
from bisect import bisect_left

from policytag.pipeline.tokenizer import tokens

MAX_REACH = 300
"""How far (characters) a pattern with an unbounded repeat may reach on either side of the literal it needs."""

_MAX_RUN = 300
"""A run of digits, letters or white space is followed this far (characters) to find where its token begins or ends."""

_IN_RUN = re.compile(r"[\s.,．，0-9０-９A-Za-zÀ-ÖØ-öø-ɏＡ-Ｚａ-ｚ]")
"""Characters that can share a token; next to any other character a token ends."""


class Window:
    """The report tokens of a piece of a text, without the blank that is stored with the token before it.

    Attributes:
        words: the tokens.
        starts: their offsets in the text.
        start, end: the piece.
    """

    __slots__ = ("end", "start", "starts", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.words: list[str] = []
        self.starts: list[int] = []
        place = start
        can_hold_blank = False
        for token in tokens(text[start:end]):
            begin, place = place, place + len(token)
            if can_hold_blank and token[0] == " ":
                token, begin = token[1:], begin + 1
                can_hold_blank = False
                if not token:
                    continue
            else:
                can_hold_blank = not token.isspace()
            self.words.append(token)
            self.starts.append(begin)

    def index(self, place: int) -> int | None:
        """The number of the token that begins at this offset; None where none does."""
        i = bisect_left(self.starts, place)
        return i if i < len(self.starts) and self.starts[i] == place else None


def window_around(text: str, place: int, before: int | None, after: int | None) -> Window:
    """A window that holds so many tokens before ``place`` and from there on, if the text does.

    Args:
        text: the whole text.
        place: offset of a character; the window is of no use, but harmless, if no token begins there.
        before, after: numbers of tokens; None for all to the ends of the line, at most MAX_REACH characters.
    """
    left = MAX_REACH if before is None else 2 * before + 2
    right = MAX_REACH if after is None else 2 * after + 8
    while True:
        start, end = max(0, place - left), min(len(text), place + right)
        if before is None:
            start = max(start, text.rfind("\n", start, place) + 1)
        if after is None:
            line_end = text.find("\n", place, end)
            end = end if line_end < 0 else line_end
        window = Window(text, _token_start(text, start), _token_end(text, end))
        n_before = bisect_left(window.starts, place)
        enough_before = before is None or n_before >= before or window.start == 0
        enough_after = after is None or len(window.words) - n_before >= after or window.end == len(text)
        if enough_before and enough_after:
            return window
        left = left if enough_before else 4 * left
        right = right if enough_after else 4 * right


def _token_start(text: str, place: int) -> int:
    """The last place, not after this one, at which a token begins that takes no blank from its left."""
    limit = max(0, place - _MAX_RUN)
    while limit < place < len(text) and (_in_one_run(text, place) or text[place] == " "):
        place -= 1
    return place


def _token_end(text: str, place: int) -> int:
    """The first place, not before this one, at which a token ends."""
    limit = min(len(text), place + _MAX_RUN)
    while 0 < place < limit and _in_one_run(text, place):
        place += 1
    return place


def _in_one_run(text: str, place: int) -> bool:
    return bool(_IN_RUN.match(text[place]) and _IN_RUN.match(text[place - 1]))
