"""Folding: the copies of a text that matching runs on, and the way back to offsets in the text as given.

Three views of one text:

``text``
    as given; every offset that leaves the library points into it.
``folded``
    the same length, one to one: half-width, one form of each quotation mark, dash, dot and space, simplified characters.
``joined``
    ``folded`` without zero-width characters, footnote marks such as ``[26]``, the ``##``, ``**`` and ``_`` of Markdown, the
    lines under the heads of its tables, and line breaks that fall inside a sentence, so that a name which is cut by one
    of them is still one string. Taggers search ``joined`` and give their spans through :meth:`FoldedText.span`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

OPEN_QUOTE, CLOSE_QUOTE = "“", "”"
SOFT_BREAK_MIN_LINE = 20
"""A line must be longer than this (characters) for its break to count as one inside a sentence: DESIGN, promise 1."""

_VARIANTS = {
    OPEN_QUOTE: "「『‘〝﹁﹃",
    CLOSE_QUOTE: "」』’〞〟﹂﹄",
    "-": "—–―‐‑‒−﹣─━",
    "~": "〜∼˜",
    "·": "•‧・･∙⋅●▪",
    ":": "∶﹕︰",
    "%": "﹪",
    " ": "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "\n": "\u2028\u2029\x85\x0b\x0c",
    "〇": "○◯",
}
CELL_BARS = "|｜¦│┃"
"""What stands between the cells of a table; folded to blanks, as tabs are."""
_HAN = "\u3400-\u9fff〇"
_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad"  # zero-width and direction marks, soft hyphen
# All patterns begin with one character class or literal: the scan for it runs at memory speed.
_DROPPED = re.compile(
    rf"[{_INVISIBLE}\[〔【](?:(?<=[\[〔【])[0-9]{{1,3}}[\]〕】]|(?<=[{_INVISIBLE}]))"  # [26]; four digits are a year
)
_MARKDOWN_HEADING = re.compile(r"#(?:(?<=\n#)|(?<![\s\S]#))#{0,5} {1,9}(?=\S)")
_MARKDOWN_BOLD = re.compile(r"\*\*(?P<more>\*?)(?=\S)(?P<words>[^*\n]{1,400})(?<=\S)\*\*(?P=more)")
# One mark is one of emphasis only where no Latin letter or digit touches it: 2*3*4, file_name_1.
_MARKDOWN_STAR = re.compile(r"\*(?<![0-9A-Za-z*]\*)(?=[^\s*])(?P<words>[^*\n]{1,400})(?<=\S)\*(?![0-9A-Za-z*])")
_MARKDOWN_LINE = re.compile(
    r"_(?<![0-9A-Za-z_]_)(?P<more>_?)(?=[^\s_])(?P<words>[^_\n]{1,400})(?<=\S)_(?P=more)(?![0-9A-Za-z_])"
)
_TABLE_BARS = re.compile(f"[{CELL_BARS}]")
_TABLE_RULE = re.compile(r"\n[ :]{0,20}--[- :]{0,400}(?=\n)")  # |---|---:| below the head of a table, its bars folded
_BREAK = re.compile(
    rf"\n[ {_INVISIBLE}]{{0,40}}"
    rf"(?:(?<=[{_INVISIBLE}])\r?\n[ ]{{0,40}}|(?P<page>\s{{0,40}}[0-9]{{1,3}}[ ]{{0,9}}\r?\n\s{{1,40}}))?"  # a page number on its own
    rf"(?=[{_HAN}0-9.%])"
)
_NUMERALS = "一二三四五六七八九十"
_HEADING = re.compile(
    rf"[ ]*(?:[{_NUMERALS}]{{1,3}}[、.]|第[{_NUMERALS}]{{1,3}}[、,部章节]"
    rf"|\([{_NUMERALS}0-9]{{1,3}}\)|[0-9]{{1,2}}[、.](?![0-9]))"
)
_HEAD_LINE = re.compile(
    r"[ ]*(?:--|[(]?[0-9]{4}年[^,。;]{0,60}上[)]?[ ]*$)"
)  # of the meeting, above the speaker's line
_NUMBER_LINE = re.compile(r"[ ]*[0-9][0-9.,%]{0,14}[ ]*$")
_BEFORE_BREAK = re.compile(rf"[{_HAN}0-9.%,]")
_HAN_CHARACTER = re.compile(f"[{_HAN}]")


@cache
def _fold_table() -> npt.NDArray[np.uint32]:
    """For each code point the one that stands for it in the folded copy."""
    table = np.arange(0x110000, dtype=np.uint32)
    table[0xFF01:0xFF5F] = np.arange(0x21, 0x7F)  # full-width ASCII
    for target, variants in (*_VARIANTS.items(), (" ", CELL_BARS)):
        table[list(map(ord, variants))] = ord(target)
    lines = (files("policytag.reading") / "traditional.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            simplified, traditional = line.split(" ")
            table[list(map(ord, traditional))] = ord(simplified)
    return table


def fold(text: str) -> str:
    """The folded copy of a text: same length, each character replaced by the plain form that patterns are written in.

    Straight double quotation marks have no direction of their own: within a line they open and close in turn.
    """
    # One table look-up over the UTF-32 form: three times the speed of str.translate with its dict.
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    folded = _fold_table()[codes].tobytes().decode("utf-32-le", "surrogatepass")
    return _direct_quotes(folded) if '"' in folded else folded


def _direct_quotes(folded: str) -> str:
    lines = folded.split("\n")
    for i, line in enumerate(lines):
        if '"' in line:
            pieces = line.split('"')
            marks = [OPEN_QUOTE, CLOSE_QUOTE]
            lines[i] = pieces[0] + "".join(marks[n % 2] + piece for n, piece in enumerate(pieces[1:]))
    return "\n".join(lines)


class FoldedText:
    """A text with its folded and joined copies.

    Attributes:
        text: the text as given.
        folded: the folded copy; ``len(folded) == len(text)``.
        joined: the folded copy without what cuts a name in two; the same object as ``folded`` where nothing does.
    """

    __slots__ = ("_ends", "_removed", "_starts", "folded", "joined", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(text)
        cuts = _cuts(text, self.folded)
        # _starts[i]: offset in joined at which cut i stood; _removed[i]: characters cut up to and with it.
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._removed: list[int] = []
        pieces, last, removed = [], 0, 0
        for start, end in cuts:
            pieces.append(self.folded[last:start])
            self._starts.append(start - removed)
            removed += end - start
            self._removed.append(removed)
            self._ends.append(end)
            last = end
        self.joined = "".join([*pieces, self.folded[last:]]) if cuts else self.folded

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in ``text`` of ``joined[start:end]`` (``start < end``): cuts inside belong to it, those at its edges do not."""
        starts = self._starts
        if not starts:
            return start, end
        cuts = bisect_right(starts, start)  # cuts before the span
        shifted = start + self._before(cuts)
        if cuts == len(starts) or starts[cuts] >= end:
            return shifted, shifted + end - start
        return shifted, end + self._before(bisect_left(starts, end, cuts))

    def without_cuts(self, start: int, end: int) -> str:
        """The characters of ``text`` that ``joined[start:end]`` is the folded form of, without the cuts inside."""
        return "".join(self.text[self.span(at, at + 1)[0]] for at in range(start, end))

    def spans(self, starts: list[int], ends: list[int]) -> tuple[list[int], list[int]]:
        """As :meth:`span` for many stretches at once: the starts and the ends in ``text``."""
        if not self._starts:
            return starts, ends
        removed = np.array([0, *self._removed])
        first = np.searchsorted(self._starts, starts, side="right")
        last = np.searchsorted(self._starts, ends, side="left")
        return (removed[first] + starts).tolist(), (removed[last] + ends).tolist()

    def _before(self, n_cuts: int) -> int:
        return self._removed[n_cuts - 1] if n_cuts else 0

    def to_joined(self, offset: int) -> int:
        """The offset in ``joined`` of an offset in ``text``; one inside a cut gives the place of the cut."""
        if not self._starts:
            return offset
        i = bisect_right(self._ends, offset)  # cuts that lie wholly before the offset
        shifted = offset - self._before(i)
        return min(shifted, self._starts[i]) if i < len(self._starts) else shifted


def _cuts(text: str, folded: str) -> list[tuple[int, int]]:
    """What ``joined`` leaves out, in order and apart from each other."""
    cuts = [m.span() for m in _DROPPED.finditer(folded)]
    if "#" in folded:
        cuts += [m.span() for m in _MARKDOWN_HEADING.finditer(folded)]
    for mark, patterns in (("*", (_MARKDOWN_BOLD, _MARKDOWN_STAR)), ("_", (_MARKDOWN_LINE,))):
        if mark in folded:
            for found in (found for pattern in patterns for found in pattern.finditer(folded)):
                cuts += [(found.start(), found.start("words")), (found.end("words"), found.end())]
    has_table = any(bar in text for bar in CELL_BARS)
    if has_table:
        cuts += [m.span() for m in _TABLE_RULE.finditer(folded)]
    cuts.sort()
    breaks = []
    for found in _BREAK.finditer(folded):
        start = found.start()
        while start and folded[start - 1] in " \r":
            start -= 1
        if has_table and _TABLE_BARS.search(text, start, found.end()):
            continue  # between two rows
        if (
            start
            and _BEFORE_BREAK.match(folded[start - 1])
            and _inside_sentence(folded, start, found)
            and not _is_row(text, start)
        ):
            breaks.append((start, found.end()))
    if not breaks:
        return cuts
    merged: list[tuple[int, int]] = []
    for start, end in sorted(cuts + breaks):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _is_row(text: str, end: int) -> bool:
    """Do tabs part the cells of the line that ends at ``end``, as in a row of a table? One that indents it parts nothing."""
    start = max(text.rfind("\n", max(0, end - 400), end) + 1, end - 400, 0)
    return "\t" in text[start:end].strip()


def _inside_sentence(folded: str, start: int, found: re.Match[str]) -> bool:
    """Does the line break at ``start`` fall inside a sentence, so that both lines belong together?"""
    end = found.end()
    line = folded[max(folded.rfind("\n", max(0, start - 400), start) + 1, start - 400, 0) : start]
    next_end = folded.find("\n", end, end + 40)
    following = folded[end : next_end if next_end >= 0 else end + 40]
    if not found["page"] and (_NUMBER_LINE.match(line) or (next_end >= 0 and _NUMBER_LINE.match(following))):
        return True
    return (
        bool(_HAN_CHARACTER.match(folded[start - 1]) and _HAN_CHARACTER.match(folded[end]))
        and len(line.lstrip(" ")) > SOFT_BREAK_MIN_LINE
        and not _HEADING.match(line)
        and not _HEAD_LINE.match(line)
        and not _HEADING.match(following)
    )
