"""Numbers with their units beside names: those that count things of a class, and those that tell what one work can do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policytag.patterns.wordlists import WordLists, any_of, words
from policytag.taggers.names.marks import Mark
from policytag.taggers.names.pieces import Marked, without_front
from policytag.taggers.quantities.units import read_units

_UNKNOWN, _FIGURE = int(Mark.UNKNOWN), int(Mark.FIGURE)
_COUNTING = ("count", "length", "area")
"""Dimensions of the units in which things of a class are counted: 5家, 3公里, 2万亩."""
_GROUPS = ("批", "大")
"""They count after Chinese numerals only: 三大水库."""
_NUMERALS = "一二两三四五六七八九十百千数几"
_REACHED = "(?:达到?|已达|共有|增至|超过?|突破)"
_COUNTS_BEGIN = frozenset("0123456789达已共增超突")
"""A number of things of a class may follow a word: 试点医院达64所."""
_NUMBER_REACHED = re.compile(f"{_REACHED}[0-9]")
_COSTED_WITHIN = 12
"""The amount that a work costs ends at most this many characters before its name."""
_FIRM = "[\u4e00-\u9fff]{2,5}"


@dataclass(frozen=True)
class Measures:
    """What numbers with units say, as patterns.

    Attributes:
        count: a number of things: 3个, 58公里, 三大.
        counted: a number of things behind their class, up to the end of the item: 服务中心50家.
        capacity: what one work can do: 160万吨.
        before_capacity: what may be a firm's name before a capacity.
        cost: an amount of money at the beginning: 550万元.
        costed: what stands before a work that has its own cost: 投资3亿元的, 投资80万元实施的.
    """

    count: re.Pattern[str]
    counted: re.Pattern[str]
    capacity: re.Pattern[str]
    before_capacity: re.Pattern[str]
    cost: re.Pattern[str]
    costed: re.Pattern[str]

    @classmethod
    def from_lists(cls, lists: WordLists) -> Measures:
        """Compile units.txt and capacity_units.txt; work_verbs.txt says what may stand between an amount and its work."""
        made = words(lists, "capacity_units", "output")
        made_or_counted = words(lists, "capacity_units", "count")
        capacities = [*made, *made_or_counted, *words(lists, "capacity_units", "size")]
        only_capacities = set(capacities) - set(made_or_counted)
        table = read_units(lists)
        counting = {
            spelling: unit.after
            for spelling, name in table.spellings.items()
            if (unit := table.units[name]).dimension in _COUNTING and spelling not in only_capacities
        }
        units = any_of(counting)
        short = any_of([*_GROUPS, *(unit for unit, after in counting.items() if len(unit) == 1 and after == "any")])
        figure = "(?<![0-9.])[0-9][0-9.]*"  # from its first digit only: from each of a long run it takes quadratic time
        number = figure + "(?:万|亿)?"
        money = any_of(spelling for spelling, name in table.spellings.items() if table.units[name].dimension == "money")
        return cls(
            count=re.compile(f"各?[0-9.]+(?:[-~至][0-9.]+)?[余多]?(?:{units}|余)|[{_NUMERALS}]+[余多]?{short}"),
            counted=re.compile(f"{_REACHED}?[0-9]+[余多]?{units}(?:[,。、;:!?()和及\\s]|以上|$)"),
            capacity=re.compile(number + any_of(capacities)),
            before_capacity=re.compile(f"{_FIRM}(?={number}{any_of([*made, *made_or_counted])})"),
            cost=re.compile(f"{figure}[余多]?[万亿]*{money}的?"),
            costed=re.compile(f"{money}(?:以上)?(?:{any_of(words(lists, 'work_verbs'))}了?)?的?$"),
        )

    def has_own_cost(self, text: str, start: int) -> bool:
        """Does the cost of a work stand before its name, which begins at ``start``?"""
        return bool(self.costed.search(text, max(0, start - _COSTED_WITHIN), start))

    def after_cost(self, text: str, item: list[Marked]) -> list[Marked]:
        """The item without the amount of money that it costs: 550万元澄溪社区文体馆, 投资836万元的望澜养老院."""
        if not item:
            return item
        start, end = item[0][2], item[-1][3]
        for found in self.cost.finditer(text, start, end):
            if found.start() == start or found[0].endswith("的"):
                item = without_front(text, item, found.end())
        return item

    def begins_with_capacity(self, text: str, item: list[Marked]) -> bool:
        """Does the item begin with a capacity: 160万吨散货码头?"""
        return bool(self.capacity.match(text, item[0][2], item[-1][3]))

    def holds_capacity(self, text: str, item: list[Marked]) -> bool:
        """Does a capacity stand inside the item, not at its beginning?"""
        return bool(self.capacity.search(text, item[0][3], item[-1][3]))

    def are_counted(self, text: str, item: list[Marked]) -> bool:
        """Does the item end in a number of things of its class: 服务中心50家? In 临澜科学中心29个设施 it does not."""
        end = item[-1][3]
        return text[end : end + 1] in _COUNTS_BEGIN and bool(self.counted.match(text, end))

    def followed_by_number(self, text: str, item: list[Marked], last: int, but_capacity: bool) -> bool:
        """Does a number that counts follow the tokens before index ``last``: 新建管网58公里, 幼儿园11所?

        An amount of money (远帆公司3亿元债券) does not, and ``but_capacity`` no number that may be a capacity (远帆公司3万吨铝棒).
        """
        if last >= len(item):
            return False
        start, end = item[last][2], item[-1][3]
        if text[start] in _COUNTS_BEGIN and _NUMBER_REACHED.match(text, start, end):
            return True
        if not text[start].isdigit() or self.cost.match(text, start):
            return False
        return not (but_capacity and self.capacity.match(text, start, end))

    def before_count(self, text: str, item: list[Marked]) -> list[Marked]:
        """The tokens of an item up to the first number of things (4个国家医学中心); empty if it begins with one."""
        if not item or (not item[0][0] & _UNKNOWN and len(item) == 1):
            return item
        end = item[-1][3]
        if item[0][0] & _FIGURE and self.count.match(text, item[0][2], end):
            return []
        for index, (mark, _, start, _end) in enumerate(item[1:], 1):
            if mark & _FIGURE and mark & _UNKNOWN and text[start].isdigit() and self._counts(text, start, end):
                return item[:index]
        return item

    def _counts(self, text: str, start: int, end: int) -> bool:
        """Does the number at ``start`` count things, and is it no capacity of what stands before it?"""
        return bool(self.count.match(text, start, end)) and not self.capacity.match(text, start, end)
