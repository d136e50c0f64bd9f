"""The numbers of a text as the facts step goes through them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from policytag.analysis import Sentence, SentenceColumns
from policytag.reading.folding import FoldedText

LIST_GAP = re.compile(r"(?:以上|左右|以内|以下|多)?[、,和及与]{1,2}(?:约|近|超过?|突破|达到?)?")
"""What may stand between two numbers of a list."""
_LINE_END = re.compile(r"(?<=[\u3400-\u9fff])[ \r]*\n\s*$")
_AFTER_NUMBER = re.compile(r"(?:以上|左右|以内|以下)?[ ]*[,、。;]")
_MAX_INDENT = 12
_MAX_GAP, _MAX_DEALT = 6, 12


class Number:
    """The number at hand. There is one for each text, and it is filled anew for each of its numbers.

    Attributes:
        order: its place among the numbers of the text.
        start: where it begins in ``joined``; ``end`` is where it ends.
        low: end of the number (and of its noun) before it, or beginning of the sentence.
        begin: where its clause begins, as far as it is not used up by the number before.
        fresh: the clause begins after the number before it.
        listed: it goes on a list and is said as the number before it (分别增至6座、/41艘).
        owner: the place that it alone is of (澄溪区/增长5%), as a stretch of ``joined``; None where its names tell.
        dimension: as in Quantity; ``bound`` and ``unit`` too.
    """

    __slots__ = ("begin", "bound", "dimension", "end", "fresh", "listed", "low", "order", "owner", "start", "unit")

    order: int
    start: int
    end: int
    low: int
    begin: int
    fresh: bool
    listed: bool
    dimension: str
    bound: str
    unit: str | None
    owner: tuple[int, int] | None

    def __init__(self) -> None:
        self.end = 0


def spans_of(folded: FoldedText, stretches: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    """Where quantities or periods stand in ``joined``."""
    if folded.joined is folded.folded:
        return [(stretch["start"], stretch["end"]) for stretch in stretches]
    place = folded.to_joined
    return [(place(stretch["start"]), place(stretch["end"])) for stretch in stretches]


class Numbers:
    """All numbers of a text, in its order.

    Attributes:
        spans: where they stand in ``joined``.
        quantities: index of each among the annotations, and its annotation.
    """

    __slots__ = ("_joined", "quantities", "spans")

    def __init__(
        self, joined: str, spans: Sequence[tuple[int, int]], quantities: Sequence[tuple[int, dict[str, Any]]]
    ) -> None:
        self._joined, self.spans, self.quantities = joined, spans, quantities

    def following(self, order: int) -> int:
        """Where the number after one of them begins; the end of the text after the last."""
        return self.spans[order + 1][0] if order + 1 < len(self.spans) else len(self._joined)

    def run_from(self, order: int, *, commas: bool = True) -> int:
        """How many numbers, from one of them on, stand side by side in a list; ``commas``: a comma may part them."""
        count, dimension = 1, self.quantities[order][1].get("dimension")
        for i in range(order + 1, min(len(self.spans), order + _MAX_DEALT)):
            left, right = self.spans[i - 1][1], self.spans[i][0]
            if right - left > _MAX_GAP or not LIST_GAP.fullmatch(self._joined, left, right):
                break
            alike = commas and self.quantities[i][1].get("dimension") == dimension
            if not alike and self._joined.find(",", left, right) >= 0:
                break  # 分别下降5%和4%,20个乡镇…
            count += 1
        return count


def broken_line(joined: str, start: int, end: int) -> int | None:
    """Where the line before ends, if a number that begins its own line still belongs to it (全长达到/30公里，); else None.

    A heading ends without a mark as well: what follows the number must show that no noun does.
    """
    if _AFTER_NUMBER.match(joined, end) is None:
        return None
    line = _LINE_END.search(joined, max(0, start - _MAX_INDENT), start)
    return line.start() if line is not None and line.start() > 0 else None


class Sentences:
    """The sentence of each number; numbers are asked for in text order.

    Attributes:
        now: the sentence of the last number; None where it stands in none.
        start: where that sentence begins in ``joined``.
        end: where it ends in the text as given: a number from there on has another sentence.
    """

    __slots__ = ("_ends", "_folded", "_sentences", "end", "now", "start")

    def __init__(self, folded: FoldedText, sentences: SentenceColumns) -> None:
        self._folded, self._sentences = folded, sentences
        self._ends = sentences["end"]
        self.end = -1
        self.now: Sentence | None = None
        self.start = 0

    def enter(self, offset: int) -> None:
        """Go to the sentence of a number at an offset of the text as given."""
        at = bisect_right(self._ends, offset)
        columns = self._sentences
        if at < len(self._ends) and columns["start"][at] <= offset:
            self.now = Sentence(
                columns["start"][at],
                columns["end"][at],
                columns["section"][at],
                columns["period"][at],
                columns["stance"][at],
            )
            self.end, begin = self.now.end, self.now.start
        else:
            self.now = None
            self.end, begin = offset + 1, offset
        self.start = self._folded.to_joined(begin)
