"""Numbers that stand directly beside each other: lists with one unit, ranges and ratios."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from policytag.taggers.quantities.connectors import CONNECTORS, FRACTION, LIST, LONGEST, RANGE, RATIO, between
from policytag.taggers.quantities.hedges import Hedges
from policytag.taggers.quantities.items import Item
from policytag.taggers.quantities.numerals import MAX_DIGITS, shifted
from policytag.taggers.quantities.reading import Reader, Reading

_CHANGED_FROM = re.compile(r"[从由自][^,;。!?\n]{0,10}$")
_MAY_BE_RATIO = re.compile(r"[:/比]")
_RATIO_CUE = re.compile(r"比|结构|配置|例")
_MAX_SHARED_DIGITS = 5


def chains(items: list[Item], text: str) -> Iterator[list[Item]]:
    """Numbers that are tied by a connector, together."""
    chain: list[Item] = []
    reach = -LONGEST - 1
    for item in items:
        if item.start - reach <= LONGEST and between(text, reach, item.start) in CONNECTORS:
            chain.append(item)
        else:
            if chain:
                yield chain
            chain = [item]
        reach = item.reach
    if chain:
        yield chain


def resolve(chain: list[Item], text: str, reader: Reader, hedges: Hedges) -> list[Item]:
    """The quantities of a chain: ratios and ranges become one item each, bare numbers take the unit of their list."""
    if all(item.reading is None for item in chain) and not _MAY_BE_RATIO.search(text, chain[0].reach, chain[-1].start):
        return []
    if any(item.number and item.unit is None for item in chain) or not _is_list(chain, text):
        chain = _ranges(list(_ratios(chain, text)), text, reader)
        chain = _shared_units(chain, text, reader)
        chain = [_hedged_share(item, text, hedges) for item in chain]
    return _shared_hedges(chain, text)


def _is_list(chain: list[Item], text: str) -> bool:
    return all(_between(left, right, text) in LIST for left, right in pairwise(chain))


def _hedged_share(item: Item, text: str, hedges: Hedges) -> Item:
    """A number that its list or range has made a share, with the hedge that only shares have (前1-5%)."""
    if item.before or item.after or item.reading is None or item.reading.dimension != "share":
        return item
    return item._replace(before=hedges.find_before_share(text, item.start))


def _between(left: Item, right: Item, text: str) -> str:
    return between(text, left.reach, right.start)


def _ratios(chain: list[Item], text: str) -> Iterator[Item]:
    first = 0
    while first < len(chain):
        last = first
        while last + 1 < len(chain) and _may_divide(chain[last], chain[last + 1], text):
            last += 1
        if last > first:
            ratio = _ratio(chain[first : last + 1], text)
            yield chain[first]._replace(reading=None, number="") if ratio is None else ratio
        else:
            yield chain[first]
        first = last + 1


def _may_divide(left: Item, right: Item, text: str) -> bool:
    if not left.bare or not right.bare:
        return False
    connector = _between(left, right, text)
    return connector in RATIO or connector in FRACTION


def _ratio(items: list[Item], text: str) -> Item | None:
    """2.01:1, 0.5:38.7:60.8, 1/3; None for a time of day, a date, 24/7."""
    first, last = items[0], items[-1]
    connectors = {_between(left, right, text) for left, right in pairwise(items)}
    if len(connectors) > 1 or (connectors <= FRACTION and not _is_fraction(items)) or _is_clock(items, text):
        return None
    if any(len(item.number) > MAX_DIGITS for item in items):
        return None
    parts = tuple(shifted(item.number, 0) for item in items)
    rule = "fraction" if connectors <= FRACTION else "ratio"
    reading = Reading("", None, "ratio", parts=parts)
    return Item(first.start, last.end, last.reach, reading, before=first.before, after=last.after, rule=rule)


def _is_fraction(items: list[Item]) -> bool:
    numbers = [item.number for item in items]
    if len(numbers) != 2 or not all(n.isdigit() and len(n) <= 2 for n in numbers):
        return False
    return 0 < int(numbers[0]) < int(numbers[1])


def _is_clock(items: list[Item], text: str) -> bool:
    numbers = [item.number for item in items]
    if _between(items[0], items[1], text) != ":" or not all(n.isdecimal() for n in numbers):
        return False
    if len(numbers[0]) > 2 or int(numbers[0]) > 24 or any(len(n) != 2 or int(n) > 59 for n in numbers[1:]):
        return False
    if sum(map(int, numbers)) == 100:
        return False  # shares of a whole: 12:56:32
    around = text[max(0, items[0].start - 16) : items[0].start] + text[items[-1].end : items[-1].end + 4]
    return _RATIO_CUE.search(around) is None


def _ranges(chain: list[Item], text: str, reader: Reader) -> list[Item]:
    joined: list[Item] = []
    for item in chain:
        if joined and _between(joined[-1], item, text) in RANGE:
            low = joined.pop()
            joined += _range(low, item, text, reader)
        else:
            joined.append(item)
    return joined


def _range(low: Item, high: Item, text: str, reader: Reader) -> Iterable[Item]:
    nothing = high._replace(reading=None, number="", tail="")
    if low.rule == "range":
        return [nothing]  # 1-2-3 is a date or a name
    if not low.number or not high.number:
        return _range_of_readings(low, high, text)
    if low.unit is not None and _is_changed_from(low, text):
        return [low, high]
    if high.reading is None or (low.unit is not None and low.reading is None):
        # The end of a span of years or of numbers in a name.
        if high.bare and (low.bare or low.tail):
            return [high._replace(start=low.start, number="", tail="", reading=None)]
        return [nothing]
    top = high.reading
    bottom = low.reading if not low.bare else None
    if bottom is None:
        bottom = _with_scale_of(low, high, reader)
    if bottom is None or bottom.high or top.high or (low.unit is not None and bottom.unit != top.unit):
        return [low, high]
    return [_joined(low, high, bottom, top)]


def _joined(low: Item, high: Item, bottom: Reading, top: Reading) -> Item:
    """The range between two numbers, by what is read of each."""
    reading = Reading(bottom.value, top.unit, top.dimension, top.value, is_range=True)
    return Item(
        low.start, high.end, high.reach, reading, unit=high.unit, before=low.before, after=high.after, rule="range"
    )


def _is_changed_from(low: Item, text: str) -> bool:
    """从10%到15% is a change, no range."""
    return _CHANGED_FROM.search(text, max(0, low.start - 12), low.start) is not None


def _range_of_readings(low: Item, high: Item, text: str) -> Iterable[Item]:
    """两至三个 is not seen (a bare 两 is no find); 一万元至两万元 is."""
    if (
        low.reading is None
        or high.reading is None
        or low.reading.unit != high.reading.unit
        or low.reading.high
        or high.reading.high
    ):
        return [low, high]
    if low.reading.parts or high.reading.parts:
        return [low, high]
    if low.reading.dimension == "rank" and ("rank.top" in (low.rule, high.rule) or _is_changed_from(low, text)):
        return [low, high]
    return [_joined(low, high, low.reading, high.reading)]


def _with_scale_of(low: Item, high: Item, reader: Reader) -> Reading | None:
    """The low end of 10-20亿元 in full: the scale reaches back unless the low end is the larger number (8000-1万元)."""
    tail = low.tail
    if not tail and Decimal(low.number) < Decimal(high.number):
        tail = high.tail
    return reader.arabic(low.number, tail or None, high.unit, None)


def _shared_units(chain: list[Item], text: str, reader: Reader) -> list[Item]:
    done: list[Item] = []
    following: Item | None = None
    for item in reversed(chain):
        if item.bare or (item.tail and item.unit is None and item.number):
            item = _completed(item, following, text, reader)
        following = item
        done.append(item)
    done.reverse()
    return done


def _completed(item: Item, following: Item | None, text: str, reader: Reader) -> Item:
    """A number without a unit, with that of the next in its list; without a reading where there is none."""
    lone = item._replace(reading=item.reading if item.tail else None)
    if (
        following is None
        or following.reading is None
        or following.unit is None
        or not (following.number or following.rule == "range")
    ):
        return lone
    if _between(item, following, text) not in LIST or _is_section_number(item, text):
        return lone
    digits = item.number.partition(".")[0]
    tail = item.tail or (following.tail if len(digits) < _MAX_SHARED_DIGITS else "")
    reading = reader.arabic(item.number, tail or None, following.unit, None)
    if reading is None:
        return lone
    reading = reading._replace(unit=following.reading.unit, dimension=following.reading.dimension)
    return item._replace(reading=reading, unit=following.unit, tail=tail, rule="list")


def _is_section_number(item: Item, text: str) -> bool:
    line_start = text.rfind("\n", max(0, item.start - 8), item.start) + 1
    return (
        len(item.number) <= 2
        and not text[max(line_start, item.start - 8) : item.start].strip()
        and (line_start > 0 or item.start < 8)
    )


def _shared_hedges(chain: list[Item], text: str) -> list[Item]:
    """A hedge behind the last of a list of one unit reaches all of it (97%、95%以上), one before the first too."""
    for i in range(len(chain) - 2, -1, -1):
        item, following = chain[i], chain[i + 1]
        if following.after and not item.after and not item.before and _same_kind(item, following, text):
            chain[i] = item._replace(after=following.after)
    for i in range(1, len(chain)):
        item, earlier = chain[i], chain[i - 1]
        hedged = item.before or item.after or earlier.after or earlier.rule == "rank.top"
        if earlier.before and not hedged and _same_kind(earlier, item, text):
            chain[i] = item._replace(before=earlier.before)
    return chain


def _same_kind(left: Item, right: Item, text: str) -> bool:
    if left.reading is None or right.reading is None or _between(left, right, text) not in LIST:
        return False
    return left.reading.unit == right.reading.unit and left.reading.dimension == right.reading.dimension
