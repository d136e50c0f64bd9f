"""Ranks (第三、四位, 前10名) and foldings (翻两番), read where they stand."""

from __future__ import annotations

import re
from functools import cache

from policytag.taggers.quantities.exclusions import Exclusions
from policytag.taggers.quantities.grammar import RANK
from policytag.taggers.quantities.hedges import Hedge, Hedges
from policytag.taggers.quantities.items import Item
from policytag.taggers.quantities.numerals import read_han, shifted
from policytag.taggers.quantities.reading import Reading

_AT_MOST = Hedge("前", "at_most", ())
_PART = re.compile(r"[^、和]+")


def rank_items(text: str, found: re.Match[str], hedges: Hedges, exclusions: Exclusions) -> list[Item]:
    """What a find of the grammar that begins with 第, 前 or 翻 says: ranks, a multiple, or nothing."""
    rank, first, last, more, top, fold = found.groups()[RANK]
    start = found.start()
    end = found.end() + len(rank)
    if fold is not None:
        return [_folding(text, start, end, fold, hedges)]
    if top is not None:
        return (
            [] if text[start - 1 : start] in exclusions.top_before else _ranked(start, end, top, "rank.top", _AT_MOST)
        )
    if exclusions.is_no_rank(text, start):
        return []
    if last is not None:
        low, high = _number(first), _number(last)
        reading = Reading(low, None, "rank", high, is_range=True)
        return [Item(start, end, end, reading, rule="range")] if low and high else []
    if not more:
        return _ranked(start, end, first)
    first_end = end - len(more)
    items = _ranked(start, first_end, first)
    for part in _PART.finditer(more):
        items += _ranked(first_end + part.start(), first_end + part.end(), part[0].rstrip("位名"))
    return items


def _folding(text: str, start: int, end: int, times: str, hedges: Hedges) -> Item:
    value = str(2 ** int(_number(times or "一")))
    inside = hedges.find_before(text, text.rindex(times or "番", start, end))  # 翻了近两番
    inner = "more_than" if text.startswith("半", end) else inside.bound if inside else None  # 翻一番半
    before = hedges.find_before(text, start)
    after = next((hedge for word, hedge in hedges.after.items() if text.startswith(word, end)), None)
    after = after and hedges.unless_excepted(after, text, end + len(after.word))
    return Item(
        start,
        end,
        end,
        Reading(value, "倍", "multiple", inner=inner),
        before=before,
        after=after,
        rule="multiple.fold",
    )


def _ranked(start: int, end: int, number: str, rule: str = "rank", hedge: Hedge | None = None) -> list[Item]:
    value = _number(number)
    return [Item(start, end, end, Reading(value, None, "rank"), before=hedge, rule=rule)] if value else []


@cache  # of few characters: it stays small
def _number(text: str) -> str:
    """The number as plain digits; "" where it cannot be read."""
    if text.isascii():
        return shifted(text, 0)
    numeral = read_han(text)
    return "" if numeral is None or numeral.high else numeral.value
