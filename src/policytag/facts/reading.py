"""Reading facts: number after number through each sentence, with what was said before in mind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from policytag.analysis import AnalysisData
from policytag.facts.clauses import clause_start
from policytag.facts.coordination import all_names, split_names
from policytag.facts.edges import Name
from policytag.facts.links import Links, read_links
from policytag.facts.measures import AGE, DURATION, FOR, GLOSSARY, Saying, saying_of, saying_of_count
from policytag.facts.memory import Memory
from policytag.facts.names import Reading, own_names, read_name, without_place
from policytag.facts.nouns import noun_after
from policytag.facts.numbers import LIST_GAP, Number, Sentences, run_from, spans_of
from policytag.facts.rules import FactRules
from policytag.facts.unnamed import is_bare_place, is_mere_time
from policytag.facts.writing import NOTHING_SAID, Writer
from policytag.reading.folding import FoldedText
from policytag.structure import ClauseTimes

_MAX_NOUN_WINDOW = 30
_JOINS = re.compile(r"[以上下左右内 ]{0,3}[、和及与]")
_COUNTABLE = frozenset(
    ["count", "area", "length", "mass", "volume", "energy", "power", "data", "other", "money", "duration"]
)
_WITH_SEVERAL = frozenset(["growth", "share", "rank", "gap"])
_NO_NOUN = frozenset([*",。、;:)\n ", ""])
_MOVED = frozenset(["grow", "fall", "better"])
_FINAL = frozenset(["grow", "fall", "better", "level"])
_FOR = ("为", "向", "给")
_NEEDS_NAME = frozenset(["to", "from", "above", "below", "each"])


def read_facts(folded: FoldedText, data: AnalysisData, rules: FactRules) -> None:
    """Set indicators, measure, period and stance of every QUANTITY of ``data["annotations"]`` and fill ``data["facts"]``.

    Args:
        folded: the text.
        data: the analysis, with structure and annotations.
        rules: the compiled lists.
    """
    data["facts"] = []
    quantities = [(i, a) for i, a in enumerate(data["annotations"]) if a["type"] == "QUANTITY"]
    if quantities:
        Reader(folded, data, rules, quantities).read()


class Reader:
    """One text on its way through the facts step."""

    def __init__(
        self, folded: FoldedText, data: AnalysisData, rules: FactRules, quantities: Sequence[tuple[int, dict[str, Any]]]
    ) -> None:
        self.folded, self.data, self.rules, self.quantities = folded, data, rules, quantities
        self.joined = folded.joined
        self.spans = spans_of(folded, [quantity for _, quantity in quantities])
        mentions = [self.bare_period(start, end) for start, end in spans_of(folded, data["periods"])]
        self.period_ends = dict(mentions)
        self.period_starts = {end: start for start, end in mentions}
        self.glossary = [(zone["start"], zone["end"]) for zone in data["zones"] if zone["kind"] == "glossary"]
        self.own = own_names(data["meta"].get("place"), rules.places)
        self.owners: dict[int, tuple[int, int]] = {}  # beginning of a name → the place before it
        self.memory = Memory()

    def bare_period(self, start: int, end: int) -> tuple[int, int]:
        """A name of a period without the verb or adverb that it may end in (五年/新增)."""
        year = self.joined.find("年", start, end)
        if start < year < end - 1:
            word = self.rules.leads.at_start(self.joined, year + 1, end)
            if word is not None and year + 1 + word.length == end:
                return start, year + 1
        return start, end

    def read(self) -> None:
        """Read every number."""
        joined = self.joined
        sentences, number = Sentences(self.folded, self.data["sentences"]), Number()
        times = ClauseTimes(self.folded, self.data, self.rules.structure)
        writer = Writer(self.folded, self.data, self.rules, self.owners)
        end = 0
        for order, (index, quantity) in enumerate(self.quantities):
            if quantity["start"] >= sentences.end:
                sentences.enter(quantity["start"])
                self.memory = Memory()
                low = end if end > sentences.start else sentences.start
            else:
                low = end if end > self.memory.used else self.memory.used
            start, end = self.spans[order]
            clause = clause_start(joined, low, start)
            number.order, number.start, number.end, number.low = order, start, end, low
            number.fresh, number.begin = clause >= low, clause if clause > low else low
            number.dimension, number.bound = quantity.get("dimension", "other"), quantity.get("bound", "exact")
            if number.dimension == "share" and joined[start - 1] == "前":
                number.dimension = "rank"  # 居全国前1%
            names, saying = self.read_one(number)
            if self.glossary and self.in_glossary(quantity["start"]):
                names, saying = [], GLOSSARY
            elif quantity.get("unit") == "岁" and self.is_age(names, saying):
                names, saying = [], AGE
            now = sentences.now
            said = times.said(now, sentences.start, start, end) if now is not None else NOTHING_SAID
            writer.write(index, quantity, names, saying, said)

    def in_glossary(self, offset: int) -> bool:
        """Does a number of the text as given stand in the glossary? It explains words and states nothing of the place."""
        at = bisect_right(self.glossary, (offset, len(self.folded.text))) - 1
        return at >= 0 and offset < self.glossary[at][1]

    def is_age(self, names: Sequence[Name], saying: Saying) -> bool:
        """Does a number of years say whom something is for (65岁以上老人)?"""
        said = bool(names) and self.joined.endswith(self.rules.ends.age, *names[0][-1])
        return not said and saying.measure in ("duration", "level", "other")

    def read_one(self, number: Number) -> tuple[list[Name], Saying]:
        """Names and saying of one number."""
        joined, rules, memory = self.joined, self.rules, self.memory
        if memory.dealt:
            if memory.saying is not None and LIST_GAP.fullmatch(joined, number.low, number.start):
                memory.deal_next()
                return memory.names, memory.saying
            memory.dealt = []
        if number.fresh:
            memory.kind = None
        links = read_links(joined, number, self.period_starts, rules)
        reading = read_name(joined, number, links, self.period_ends, rules)
        if is_bare_place(joined, number, reading, links, rules):
            return [], self.of_place(number, reading, links)
        if number.dimension == "duration":
            before, crowded = memory.names[0] if memory.names else (), self.goes_on(number)
            if is_mere_time(joined, number, reading, links, before, crowded, rules):
                if reading.name and crowded:
                    self.after_name(number, reading, links, done=False)  # 税收收入/五年/增长5%: of the number after it
                return [], DURATION
        names, saying = self.after_or_before(number, reading, links)
        if number.fresh or reading.owner is not None:
            memory.owner = reading.owner
        if memory.owner is not None and joined[slice(*memory.owner)] not in self.own:
            named = [name[0][0] for name in (*names, *memory.dealt) if name]
            self.owners.update({start: memory.owner for start in named if start >= memory.owner[1]})
        return names, saying

    def of_place(self, number: Number, reading: Reading, links: Links) -> Saying:
        """The saying of a number after a bare place: rather no name than the place, or what was said of another."""
        saying = saying_of(self.joined, number, reading, links, self.rules)
        several = run_from(self.joined, self.spans, self.quantities, number.order) if "each" in links.kinds else 1
        self.memory.saying, self.memory.owner = saying, reading.name[0]
        self.memory.deal([()] * several)
        return saying

    def goes_on(self, number: Number) -> bool:
        """Does the next number stand in the same clause?"""
        following = number.order + 1
        return (
            following < len(self.spans) and clause_start(self.joined, number.end, self.spans[following][0]) < number.end
        )

    def after_or_before(self, number: Number, reading: Reading, links: Links) -> tuple[list[Name], Saying]:
        """Names and saying of a number that is not dealt a name: by the noun after it, or by what stands before it."""
        joined, rules, end, dimension = self.joined, self.rules, number.end, number.dimension
        counts = dimension in _COUNTABLE or (dimension == "share" and not reading.name and self.begins_anew(number))
        if counts and joined[end : end + 1] not in _NO_NOUN:
            takes = self.takes_noun(number, reading, links)
            if takes or dimension == "count":
                following = self.spans[number.order + 1][0] if number.order + 1 < len(self.spans) else len(joined)
                noun, done, made = noun_after(joined, end, min(following, end + _MAX_NOUN_WINDOW), rules)
                if noun and takes:
                    return self.before_noun(number, noun, done or made, done, reading, links, noun[0][1] == following)
                return self.after_name(number, reading, links, done=done)
        return self.after_name(number, reading, links, done=False)

    def begins_anew(self, number: Number) -> bool:
        """Does a clause begin with a number, or an item of a list that holds more than the number?"""
        return number.fresh or (number.start > number.begin + 1 and self.joined[number.start - 1] == "、")

    def takes_noun(self, number: Number, reading: Reading, links: Links) -> bool:
        """Is the name of a count the noun after it (成立5个合作社), not what stands before it (合作社5个)?"""
        joined, dimension, kinds = self.joined, number.dimension, links.kinds
        if reading.attributive:
            return True
        if links.share or links.times or not kinds.isdisjoint(_NEEDS_NAME):
            return False
        if not kinds.isdisjoint(_MOVED):
            return number.fresh and not reading.name and dimension == "count"
        if not reading.name or reading.name[0][1] - reading.name[0][0] == 1:
            return not (dimension == "duration" and "base" in kinds)
        if dimension == "count" and (
            joined[number.start] in "两二三四五六七八九十" or joined.find("、", *reading.name[0]) > 0
        ):
            return True  # X镇、Y镇 2个示范镇
        if joined[number.start - 1] == "的":
            return True
        return dimension not in ("money", "duration") and reading.kind is None and "level" not in kinds

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
        memory = self.memory
        listed = not number.fresh and _JOINS.match(self.joined, number.low) is not None
        if reading.name:
            reading = self.completed(reading, links, listed)
            memory.kind = reading.kind
        elif listed and links.silent and reading.kind is None and memory.saying is not None and memory.names:
            return memory.names, memory.saying
        of = reading.name or (memory.names[0] if memory.names else ())
        if of and "better" in links.kinds:
            links = self.directed(links, of)
        name, changed = self.without_change(reading.name)
        if changed:
            reading = reading._replace(name=name)
        saying = saying_of(self.joined, number, reading, links, self.rules)
        if changed and number.dimension in ("share", "points") and saying.measure in ("level", "share"):
            saying = Saying("growth", False, links.cue, "fact.growth-name")
        elif done and number.dimension == "count" and saying.measure == "level":
            saying = Saying("added", False, None, "fact.added-after-count")
        if name:
            return self.with_names(number, name, links, saying), saying
        percentage = saying.measure == "level" and number.dimension == "share"
        if percentage and memory.names and self.rules.ends.is_share(self.joined, memory.names[0]):
            saying = saying._replace(measure="share", rule="fact.share-carried")  # 占比从26%提高到35%
        ranked = memory.saying is not None and memory.saying.measure == "rank"
        memory.saying = saying
        if ranked and number.fresh and number.dimension == "count" and links.silent:
            memory.names = []  # 居全市第二,320人脱贫: of another subject
        return self.carried_names(number, links), saying

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
            name = (*memory.names[0], *name)  # 畜牧业产值43亿元,/占农业总产值的比重
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
            count = run_from(self.joined, self.spans, self.quantities, number.order)
            names = memory.last(count)
            if count > 1 and len(names) == count:
                memory.deal(names)
            elif count > 1 and len(set(memory.recent)) > 1:
                memory.deal([()] * count)  # rather no name than a wrong one
        return memory.names

    def directed(self, links: Links, name: Name) -> Links:
        """A change for the good: a fall of what is better when there is less of it, else growth."""
        way = "fall" if self.joined.endswith(self.rules.ends.burden, *name[-1]) else "grow"
        return links._replace(kinds=links.kinds - {"better"} | {way})

    def without_change(self, name: Name) -> tuple[Name, bool]:
        """The name without the word for a change at its end (地区生产总值增速), and whether there was one."""
        if not name or self.joined[name[-1][1] - 1] not in self.rules.change_ends:
            return name, False
        start, end = name[-1]
        found = self.rules.change.search(self.joined, max(start, end - 6), end)
        if found is None or self.joined[name[0][0] : end] in self.rules.fixed:
            return name, False
        return ((*name[:-1], (start, found.start())) if found.start() > start else name[:-1]), True

    def with_names(self, number: Number, name: Name, links: Links, saying: Saying) -> list[Name]:
        """The names of a number that has its own: one, or several in coordination."""
        joined, rules, memory = self.joined, self.rules, self.memory
        names = [name]
        if "each" in links.kinds:
            count = run_from(joined, self.spans, self.quantities, number.order)
            if count > 1:
                names = split_names(joined, name, count, rules)
                memory.say(names, saying)
                if len(names) == count:
                    memory.deal(names)
                elif len(all_names(joined, name, rules, strict=False)) > 1:
                    memory.deal([()] * count)  # rather no name than a wrong one
                return memory.names
            names = all_names(joined, name, rules, strict=False)
        elif saying.measure in _WITH_SEVERAL or (saying.measure == "level" and number.dimension == "share"):
            names = all_names(joined, name, rules, strict=True)
        memory.say(names, saying)
        return names
