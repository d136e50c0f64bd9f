"""What a number is said of: the noun after it, the name before it, or what the numbers before it were said of."""

from __future__ import annotations

import re

from policytag.facts.coordination import all_names, has_several, split_names
from policytag.facts.counts import MAX_NOUN_WINDOW, may_have_noun, takes_noun
from policytag.facts.edges import Name
from policytag.facts.grades import grade_of, height_before
from policytag.facts.links import Links, directed
from policytag.facts.measures import AMOUNT, DURATION, FOR, Saying, saying_of, saying_of_count
from policytag.facts.memory import Memory
from policytag.facts.names import Reading, without_change, without_place
from policytag.facts.nouns import noun_after
from policytag.facts.numbers import Number, Numbers
from policytag.facts.rules import FactRules

_JOINS = re.compile(r"[以上下左右内 ]{0,3}[、和及与]")
_WITH_SEVERAL = frozenset(["growth", "share", "rank", "gap"])
_FINAL = frozenset(["grow", "fall", "better", "level"])
_THINGS = frozenset(["count", "area", "length", "mass", "volume", "energy", "power", "data"])
"""Dimensions of numbers that no amount of money can be said of."""
_FOR = ("为", "向", "给")


class Namer:
    """Names and sayings of the numbers of one text, one after the other."""

    def __init__(self, joined: str, numbers: Numbers, memory: Memory, own: tuple[str, ...], rules: FactRules) -> None:
        """``memory`` is of the sentence at hand; ``own`` is what the report calls its own place by."""
        self.joined, self.numbers, self.memory, self.own, self.rules = joined, numbers, memory, own, rules

    def said_of(self, number: Number, reading: Reading, links: Links) -> tuple[list[Name], Saying]:
        """Names and saying of a number that is not dealt a name: by the noun after it, or by what stands before it."""
        joined, end = self.joined, number.end
        if number.dimension == "money" and joined.startswith("的", end) and (owned := self.owned(number, reading)):
            self.memory.say(owned, AMOUNT)
            return owned, AMOUNT
        if may_have_noun(joined, number, reading):
            takes = takes_noun(joined, number, reading, links)
            if takes or number.dimension == "count":
                following = self.numbers.following(number.order)
                noun, done, made = noun_after(joined, end, min(following, end + MAX_NOUN_WINDOW), self.rules)
                crowded = bool(noun) and noun[0][1] == following
                if takes and following < len(joined) and height_before(joined, noun[0][1] if noun else end, following):
                    grade = grade_of(joined, self.numbers, number.order + 1, self.rules, counted=True)
                    if grade is not None:
                        noun, crowded = ((noun[0][0] if noun else end, grade.end),), False
                if noun and takes:
                    return self.before_noun(number, noun, done or made, done, reading, links, crowded)
                return self.after_name(number, reading, links, done=done)
        return self.after_name(number, reading, links, done=False)

    def owned(self, number: Number, reading: Reading) -> list[Name]:
        """The name of an amount whose owner stands after the number (投资5亿元的/码头); in a list the amount is named once."""
        memory = self.memory
        if number.fresh or reading.name:
            named = bool(reading.name) and self.joined[slice(*reading.name[0])] in self.rules.amounts
            memory.amount = reading.name if named else ()
        following = self.numbers.following(number.order)
        if not memory.amount or number.bound not in ("exact", "about"):
            return []
        noun, _, _ = noun_after(self.joined, number.end, min(following, number.end + MAX_NOUN_WINDOW), self.rules)
        return [(*noun, *memory.amount)] if noun and noun[0][1] < following else []

    def before_noun(
        self, number: Number, noun: Name, made: bool, done: bool, reading: Reading, links: Links, crowded: bool
    ) -> tuple[list[Name], Saying]:
        """A count before its noun.

        Args:
            number: the count.
            noun: its noun.
            made: the noun is a making (创建), or what follows says that it is new (投产).
            done: what follows says that it is new.
            reading: what stands before the count.
            links: the words directly before it.
            crowded: the next number follows the noun directly (9个村3万人).
        """
        memory = self.memory
        kind = reading.kind or (None if reading.name else memory.kind)
        if kind is None and "added" in links.kinds:
            kind = "added"  # 新增2个车站、3个码头: it reaches the rest of the list
        new = done or (made and (kind == "drop" or "level" in links.kinds))
        if number.dimension == "share":
            of = self.joined[noun[0][0] - 1] == "的"
            measure, rule = ("share", "fact.share-of-noun") if of else ("level", "fact.level-of-noun")
            saying = Saying(measure, False, None, rule)
        elif number.dimension == "duration":
            saying = DURATION
        elif number.fresh and not reading.name and self.joined.startswith(_FOR, number.begin):
            saying = FOR
        else:
            saying = saying_of_count(reading, links, kind, new, crowded)
        memory.say([noun], saying)
        memory.kind = kind
        if self.joined[noun[0][1] : noun[0][1] + 1] != "(":  # 20个乡镇扬尘(TSP)浓度: it may begin the next name
            memory.used = noun[0][1]
        return memory.names, saying

    def after_name(self, number: Number, reading: Reading, links: Links, *, done: bool) -> tuple[list[Name], Saying]:
        """A number after its name, or after another number of the same name; ``done``: what follows says that it is new."""
        joined, rules, memory = self.joined, self.rules, self.memory
        joins = not number.fresh and _JOINS.match(joined, number.low) is not None
        listed = joins or (not number.fresh and self.is_next_cell(number))
        if reading.name:
            if listed and self.is_next_share(number):
                return memory.names, memory.saying or AMOUNT
            reading = self.completed(reading, links, listed)
            memory.kind = reading.kind
        elif listed and links.silent and reading.kind is None and memory.saying is not None and memory.names:
            number.listed = joins  # another cell may be of another period
            return memory.names, memory.saying
        of = reading.name or (memory.names[0] if memory.names else ())
        if of and "better" in links.kinds:
            links = directed(joined, links, of, rules)
        name, changed = without_change(joined, reading.name, rules)
        if changed:
            reading = reading._replace(name=name)
        saying = saying_of(joined, number, reading, links, rules)
        if changed and number.dimension in ("share", "points") and saying.measure in ("level", "share"):
            saying = Saying("growth", False, links.cue, "fact.growth-name")
        elif done and number.dimension == "count" and saying.measure == "level":
            saying = Saying("added", False, None, "fact.added-after-count")
        elif saying.measure == "level" and self.is_of_new(number, links):
            memory.kind = "added"
            saying = Saying("added", False, None, "fact.added-of-which")
        if name:
            return self.with_names(number, name, links, saying), saying
        percentage = saying.measure == "level" and number.dimension == "share"
        if percentage and memory.names and rules.ends.is_share(joined, memory.names[0]):
            saying = saying._replace(measure="share", rule="fact.share-carried")  # 占比从26%提高到35%
        ranked = memory.saying is not None and memory.saying.measure == "rank"
        memory.saying = saying
        if memory.names and memory.dimension == "money" and number.dimension in _THINGS:
            memory.names = memory.of_unit.get(number.unit, [])  # 项目12个、总投资5亿元,新开工8个
        if ranked and number.fresh and number.dimension == "count" and links.silent:
            memory.names = []  # 居全市第二,320人脱贫: of another subject
        return self.carried_names(number, links), saying

    def is_next_cell(self, number: Number) -> bool:
        """Is a number parted only by blanks from the one before it, which is of the same dimension: the next cell of a table?"""
        between = self.joined[number.low : number.start]
        return between.isspace() and self.memory.dimension == number.dimension

    def is_next_share(self, number: Number) -> bool:
        """Is a number of a list the share of one more whole (占全市的5%和/全国的1%)?"""
        shared = self.memory.saying is not None and self.memory.saying.rule == "fact.share"
        return shared and number.dimension in ("share", "ratio") and self.joined[number.start - 1] == "的"

    def is_of_new(self, number: Number, links: Links) -> bool:
        """Is a number that of some of the new things before it (新增企业50家,/其中外企8家)?"""
        memory, begin = self.memory, number.begin
        if memory.saying is None or memory.saying.measure != "added" or memory.unit != number.unit:
            return False
        return "level" not in links.kinds and (
            self.joined.startswith("其中", begin) or self.joined.startswith("其中,", begin - 3)
        )

    def completed(self, reading: Reading, links: Links, listed: bool) -> Reading:
        """A reading with the whole name, and with the kind of the verb before the list that the number stands in (``listed``)."""
        joined, memory, kind = self.joined, self.memory, reading.kind
        name = without_place(joined, reading.name, self.own, self.rules)
        if (
            joined[name[0][0]] == "占"
            and len(memory.names) == 1
            and "each" not in links.kinds
            and self.rules.ends.is_share(joined, name)
        ):
            name = (*memory.names[0], *name)  # 花卉产值6亿元,/占种植业总产值的比重
        if (
            listed
            and kind is None
            and links.kinds.isdisjoint(_FINAL)
            and joined[name[-1][1] - 1] not in self.rules.apart
        ):
            kind = memory.kind
        if name is reading.name and kind is reading.kind:
            return reading
        return reading._replace(name=name, kind=kind)

    def carried_names(self, number: Number, links: Links) -> list[Name]:
        """The names of a number without one of its own: those of the last number; with 分别 those that are dealt out."""
        memory = self.memory
        if "each" in links.kinds:
            count = self.numbers.run_from(number.order)
            names = memory.last(count)
            if count > 1 and len(names) == count:
                memory.deal(names)
            elif count > 1 and len(set(memory.recent)) > 1:
                memory.deal([()] * count)  # rather no name than a wrong one
        return memory.names

    def with_names(self, number: Number, name: Name, links: Links, saying: Saying) -> list[Name]:
        """The names of a number that has its own: one, or several in coordination."""
        joined, rules, memory = self.joined, self.rules, self.memory
        names, each = [name], "each" in links.kinds
        several = has_several(joined, name)
        count = self.numbers.run_from(number.order, commas=each) if each or several else 1
        if count > 1:
            dealt = split_names(joined, name, count, rules)
            if each and len(memory.group) == count and joined[name[0][0]] == "占":
                dealt = [(*of, *name) for of in memory.group]  # 茶叶、花卉产值增长…,/占农业产值比重分别提高到…
            if each or len(dealt) == count:
                memory.say(dealt, saying)
                if len(dealt) == count:
                    memory.deal(dealt)
                elif len(all_names(joined, name, rules, strict=False)) > 1:
                    memory.deal([()] * count)  # rather no name than a wrong one
                return memory.names
        if each:
            names = all_names(joined, name, rules, strict=False)
        elif saying.measure in _WITH_SEVERAL or (saying.measure == "level" and number.dimension == "share"):
            names = all_names(joined, name, rules, strict=True)
        memory.say(names, saying)
        return names
