"""Reading facts: number after number through each sentence, with what was said before in mind."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from policytag.analysis import AnalysisData
from policytag.facts.clauses import MAX_CLAUSE, clause_start
from policytag.facts.edges import Name
from policytag.facts.grades import grade_of
from policytag.facts.links import Links, read_links
from policytag.facts.measures import AGE, DURATION, GLOSSARY, THRESHOLD, Saying, saying_of
from policytag.facts.memory import Memory
from policytag.facts.names import Reading, own_names, read_name
from policytag.facts.naming import Namer
from policytag.facts.numbers import LIST_GAP, Number, Numbers, Sentences, broken_line, spans_of
from policytag.facts.rules import FactRules
from policytag.facts.unnamed import is_bare_place, is_mere_time
from policytag.facts.writing import NOTHING_SAID, Writer
from policytag.reading.folding import FoldedText
from policytag.structure import ClauseTimes


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
        self.folded, self.data, self.rules = folded, data, rules
        self.joined = folded.joined
        spans = spans_of(folded, [quantity for _, quantity in quantities])
        self.numbers = Numbers(self.joined, spans, quantities)
        mentions = [self.bare_period(start, end) for start, end in spans_of(folded, data["periods"])]
        self.period_ends = dict(mentions)
        self.period_starts = {end: start for start, end in mentions}
        self.glossary = [(zone["start"], zone["end"]) for zone in data["zones"] if zone["kind"] == "glossary"]
        self.own = own_names(data["meta"].get("place"), rules.places)
        self.owners: dict[int, tuple[int, int]] = {}  # beginning of a name → the place before it
        self.sentences, self.number = Sentences(folded, data["sentences"]), Number()
        self.memory = Memory()
        self.namer = Namer(self.joined, self.numbers, self.memory, self.own, rules)

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
        number, sentences = self.number, self.sentences
        times = ClauseTimes(self.folded, self.data, self.rules.structure)
        writer = Writer(self.folded, self.data, self.rules, self.owners)
        said: tuple[Any, ...] = NOTHING_SAID
        for order, (index, quantity) in enumerate(self.numbers.quantities):
            self.take_up(order, quantity)
            names, saying = self.read_one(number) if number.start >= number.low else self.within_name(number)
            if self.glossary and self.in_glossary(quantity["start"]):
                names, saying = [], GLOSSARY
            elif number.unit == "岁" and self.is_age(names, saying):
                names, saying = [], AGE
            if sentences.now is None:
                said = NOTHING_SAID
            elif not number.listed:
                first = sentences.start if sentences.start < number.begin else number.begin
                said = times.said(sentences.now, first, number.start, number.end, rank=number.dimension == "rank")
            writer.write(index, quantity, names, saying, said, number.owner)

    def take_up(self, order: int, quantity: dict[str, Any]) -> None:
        """Go on to the next number; a new sentence begins with an empty memory."""
        joined, number, sentences, memory = self.joined, self.number, self.sentences, self.memory
        last = number.end
        start, end = self.numbers.spans[order]
        at = start
        if quantity["start"] >= sentences.end:
            sentences.enter(quantity["start"])
            memory.clear()
            low = last if last > sentences.start else sentences.start
            if start == sentences.start and (line_end := broken_line(joined, start, end)) is not None:
                at, low = line_end, max(last, line_end - MAX_CLAUSE)
        else:
            low = last if last > memory.used else memory.used
            if memory.sorted_from is not None:
                low, memory.sorted_from = memory.sorted_from, None
        clause = clause_start(joined, low, at)
        number.order, number.start, number.end, number.low = order, start, end, low
        number.fresh, number.begin = clause >= low, clause if clause > low else low
        number.dimension, number.bound = quantity.get("dimension", "other"), quantity.get("bound", "exact")
        number.unit, number.listed, number.owner = quantity.get("unit"), False, None
        if number.dimension == "share" and joined.endswith("前", 0, start):
            number.dimension = "rank"  # 居全国前1%

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
                number.listed = True
                number.owner = memory.districts.pop(0) if memory.districts else None
                return memory.names, memory.saying
            memory.dealt = []
        if number.fresh:
            memory.kind = None
        grade = grade_of(joined, self.numbers, number.order, rules)
        if grade is not None:
            memory.sorted_from = number.begin if grade.goes_on else None
            return [grade.noun], THRESHOLD
        links = read_links(joined, number, self.period_starts, rules)
        reading = read_name(joined, number, links, self.period_ends, rules)
        if is_bare_place(joined, number, reading, links, rules):
            return self.of_place(number, reading, links)
        if number.dimension == "duration":
            before, crowded = memory.names[0] if memory.names else (), self.goes_on(number)
            if is_mere_time(joined, number, reading, links, before, crowded, rules):
                if reading.name and crowded:  # 税收收入/五年/增长5%: the name is of the number after it
                    self.namer.after_name(number, reading, links, done=False)
                return [], DURATION
        names, saying = self.namer.said_of(number, reading, links)
        memory.hear(number.unit, number.dimension, names)
        if number.fresh or reading.name:
            memory.district = None
        number.owner = memory.district
        if number.fresh or reading.owner is not None:
            memory.owner = reading.owner
        if memory.owner is not None and joined[slice(*memory.owner)] not in self.own:
            named = [name[0][0] for name in (*names, *memory.dealt) if name]
            self.owners.update({start: memory.owner for start in named if start >= memory.owner[1]})
        return names, saying

    def within_name(self, number: Number) -> tuple[list[Name], Saying]:
        """Names and saying of a number that stands in the name of the count before it (13个5万吨级泊位)."""
        grade = grade_of(self.joined, self.numbers, number.order, self.rules, counted=True)
        return ([] if grade is None else [grade.noun]), THRESHOLD

    def of_place(self, number: Number, reading: Reading, links: Links) -> tuple[list[Name], Saying]:
        """Names and saying of a number after a bare place: the name before it where the same is said of that, else rather none."""
        memory, place = self.memory, reading.name[0]
        saying = saying_of(self.joined, number, reading, links, self.rules)
        places = self.rules.districts.several(self.joined, *place)
        several = self.numbers.run_from(number.order) if "each" in links.kinds else 1
        alike = memory.saying is not None and memory.saying.measure == saying.measure and memory.unit == number.unit
        name = memory.names[0] if alike and len(memory.names) == 1 and several in (1, len(places)) else ()
        memory.saying, memory.owner = saying, place
        memory.deal([name] * several)
        memory.district = number.owner = place if several == 1 else places[0]
        memory.districts = places[1:] if several > 1 else []
        return memory.names, saying

    def goes_on(self, number: Number) -> bool:
        """Does the next number stand in the same clause?"""
        following = self.numbers.following(number.order)
        return following < len(self.joined) and clause_start(self.joined, number.end, following) < number.end
