"""Period and stance of a single figure: what its clause says, and what its sentence says where the clause is silent."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from policytag.analysis import Sentence, StructureData
from policytag.reading.folding import FoldedText, fold
from policytag.structure.columns import Columns, parts_cells
from policytag.structure.period_values import Mention, part_of, resolve, years
from policytag.structure.rules import StructureRules
from policytag.structure.timing import is_from, stance_of

Cue = tuple[int, int] | None
"""The stretch that decided, if any."""
Said = tuple[str | None, str | None, Cue, Cue]
"""Period and stance of a figure, and the cue of each."""
MAX_BACK = 160
"""So many characters before a figure are searched for words that say when it is of."""
MAX_MENTIONS = 24
"""So many names of periods before a figure are looked at, so that a sentence of thousands of them stays linear."""
MAX_AFTER = 10
MAX_LEVEL = 40
"""So many characters of the clause before a figure tell a level from a flow."""

_FROM = re.compile(r"[由从](?:不足|不到|约|近|超过)?$")
_FROM_RANK = re.compile(r"[由从][^,;]{0,6}$")
_FROM_ENDS = frozenset("由从足到约近超过")
"""What ``_FROM`` ends in: one look where its search would go through the whole clause."""


class ClauseTimes:
    """The periods and stances of the figures of one text.

    >>> times = ClauseTimes(folded, structure, rules)                                    # doctest: +SKIP
    >>> period, stance, period_cue, stance_cue = times.said(sentence, first, at, stop)   # doctest: +SKIP

    All offsets are offsets into ``joined``: ``first`` is the beginning of the sentence, ``at`` and ``stop`` are those of
    the figure. The period is that of the nearest name of a period that rules the figure, else that of its sentence;
    within a span of years a level (达到20万吨) is of the last year, a sum or yearly average (累计, 年均) of all. The
    stance is ``reported``, ``target``, or None where nothing says. A cue is the stretch that decided, or None where the
    sentence's own period or stance was taken.
    """

    def __init__(self, folded: FoldedText, structure: StructureData, rules: StructureRules) -> None:
        self._folded = folded
        self._rules = rules
        self._year: int | None = structure["meta"]["year"]
        place = folded.to_joined
        words = rules.periods
        self._mentions = [
            Mention(place(p["start"]), place(p["end"]), p["value"], *words.form(folded.folded[p["start"] : p["end"]]))
            for p in structure["periods"]
        ]
        self._sections = structure["sections"]
        self._ranges: dict[int, str | None] = {}
        self._starts = [mention.start for mention in self._mentions]
        self._spans: dict[str | None, tuple[int, int] | None] = {}
        timing = rules.timing
        tables = parts_cells(folded.text)
        self._columns = Columns(folded.text, structure["periods"], self._year, timing) if tables else None
        self._telling = _telling(timing.target, timing.done, timing.goal)
        self._sentence: Sentence | None = None
        self._alike: Said | None = None

    def said(self, sentence: Sentence, first: int, at: int, stop: int, *, rank: bool = False) -> Said:
        """Period and stance of a figure with their cues; a ``rank`` is reached, as a level is."""
        said = self._said(sentence, first, at, stop, rank)
        if self._columns is None:
            return said
        period, stance, named = self._columns.head_of(self._folded.span(at, at + 1)[0])
        cue = (self._folded.to_joined(named[0]), self._folded.to_joined(named[1])) if named else said[2]
        return period or said[0], stance or said[1], cue, None if stance else said[3]

    def _said(self, sentence: Sentence, first: int, at: int, stop: int, rank: bool) -> Said:
        """The same without regard to tables."""
        if sentence is not self._sentence:
            self._sentence, self._alike = sentence, self._of_all(sentence, first)
        if self._alike is not None:
            return self._alike
        clause = self._clause_start(first, at)
        mention = self._ruling(sentence, first, clause, at)
        period = self._period(sentence, first, clause, at, mention, rank)
        stance, cue = self._stance(sentence, first, clause, at, stop, mention, period)
        return period, stance, None if mention is None else (mention.start, mention.end), cue

    def _of_all(self, sentence: Sentence, first: int) -> Said | None:
        """What is said of every figure of a sentence that names no period and has no word that tells them apart."""
        span, end = self._years(sentence.period), self._folded.to_joined(sentence.end)
        mention = bisect_left(self._starts, first)
        if (
            (span and span[0] < span[1])
            or (mention < len(self._starts) and self._starts[mention] < end)
            or self._telling.search(self._folded.joined, first, end + MAX_AFTER)
        ):
            return None
        return sentence.period, _default(sentence), None, None

    def _period(
        self, sentence: Sentence, first: int, clause: int, at: int, mention: Mention | None, rank: bool
    ) -> str | None:
        period = sentence.period if mention is None else mention.value
        span = self._years(period)
        joined = self._folded.joined
        if span and span[0] < span[1]:
            return self._within(span, clause, at, rank) or period
        before = joined[clause if clause > at - MAX_LEVEL else at - MAX_LEVEL : at]
        if span and self._rules.levels.average.search(before):
            return self._average(first, at, span[1]) or self._range_around(sentence, span[1]) or period
        if mention is None and before[-1:] in _FROM_ENDS and _FROM.search(before):
            return None
        return period

    def _stance(
        self,
        sentence: Sentence,
        first: int,
        clause: int,
        at: int,
        stop: int,
        mention: Mention | None,
        period: str | None,
    ) -> tuple[str | None, Cue]:
        joined, timing = self._folded.joined, self._rules.timing
        default = _default(sentence)
        if default == "reported":
            goal = timing.goal.match(joined, stop, stop + MAX_AFTER)
            if goal:
                return "target", goal.span()
        if default != "target":
            cue = timing.target.search(joined, clause, at)
            if cue:
                return "target", cue.span()
        if mention is not None and period != sentence.period:
            said = stance_of(period, self._year)
            if said and said != default:
                if said == "target" and (
                    joined.startswith("以来", mention.end - 2) or timing.done.search(joined, first, at)
                ):
                    said = "reported"
                return said, (mention.start, mention.end)
        if default == "target":
            cue = timing.done.search(joined, clause, at)
            if cue:
                return "reported", cue.span()
        return default, None

    def _years(self, period: str | None) -> tuple[int, int] | None:
        """As ``years``, kept: a report names few periods."""
        if period not in self._spans:
            self._spans[period] = years(period)
        return self._spans[period]

    def _clause_start(self, first: int, at: int) -> int:
        """Where the clause of the figure begins: after the last comma of the sentence before it."""
        low = first if first > at - MAX_BACK else at - MAX_BACK
        return self._folded.joined.rfind(",", low, at) + 1 or low

    def _ruling(self, sentence: Sentence, first: int, clause: int, at: int) -> Mention | None:
        """The nearest name of a period before the figure that is no mere base of comparison."""
        last = bisect_left(self._starts, at) - 1
        if last < 0 or self._starts[last] < first:
            return None
        joined, timing = self._folded.joined, self._rules.timing
        for index in range(last, max(-1, last - MAX_MENTIONS), -1):
            mention = self._mentions[index]
            if mention.start < first:
                return None
            directly = joined[mention.end : at] in ("的", "")
            if mention.value is None:
                value = part_of(mention.form, sentence.period)
                if value and (directly or mention.start >= clause):
                    return mention._replace(value=value)
            elif directly:
                if is_from(joined, mention) or not timing.is_base(joined, mention):  # not 是2010年的2.6倍
                    return mention
            elif joined.startswith("的", mention.end) and joined[mention.end + 1 : mention.end + 2].isdigit():
                continue
            elif mention.number and sentence.stance == "target":
                continue  # 五年累计 in a plan: the years ahead, which the sentence knows
            elif timing.is_topic(joined, mention) or (mention.start >= clause and not timing.is_base(joined, mention)):
                return mention
        return None

    def _range_around(self, sentence: Sentence, last: int) -> str | None:
        """The span of years ending with ``last`` that the heading of the part names (2030年和“十五五”工作回顾)."""
        if sentence.section is None:
            return None
        section = self._sections[sentence.section]
        while section["parent"] is not None:
            section = self._sections[section["parent"]]
        index = section["index"]
        if index not in self._ranges:
            words, heading = self._rules.periods, fold(section["heading"])
            spans = {m.value: years(m.value) for m in resolve(words.in_heading(heading, 0, len(heading)), self._year)}
            self._ranges[index] = next((value for value, span in spans.items() if span and span[0] < span[1]), None)
        found = self._ranges[index]
        span = years(found)
        return found if span and span[1] == last else None

    def _average(self, first: int, at: int, last: int) -> str | None:
        """A yearly average in a sentence on one year: over the years since the base that the sentence names (比2010年)."""
        last = bisect_left(self._starts, at) - 1
        for index in range(last, max(-1, last - MAX_MENTIONS), -1):
            mention = self._mentions[index]
            if mention.start < first:
                return None
            span = years(mention.value)
            if span and span[0] == span[1] < last and self._rules.timing.is_base(self._folded.joined, mention):
                return f"{span[0] + 1}-{last}" if last > span[0] + 1 else str(last)
        return None

    def _within(self, span: tuple[int, int], clause: int, at: int, rank: bool) -> str | None:
        """The part of a span of years that a figure is of; None for all of it.

        由12.4万头 is of the year before the span, 增加到26.8万头, 居全省第2 and 是2026年的3.4倍 of its last; a flow (新增,
        累计完成) of all.
        """
        joined = self._folded.joined
        before = joined[max(clause, at - MAX_LEVEL) : at].rstrip()
        if _FROM.search(before):
            return str(span[0] - 1)
        level = self._rules.levels.level.search(before)
        flow = self._rules.levels.flow.search(before)
        if rank and flow is None:
            return str(span[0] - 1 if _FROM_RANK.search(before) else span[1])
        if level and (flow is None or (flow[0] == "累计" and flow.end() == level.start())):
            return str(span[1])
        if before.endswith("的"):
            index = bisect_left(self._starts, at) - 1
            measure = years(self._mentions[index].value) if index >= 0 and self._mentions[index].end == at - 1 else None
            if measure and measure[0] == measure[1]:
                return str(span[1])
        return None


@cache
def _telling(*cues: re.Pattern[str]) -> re.Pattern[str]:
    """An expression for the cues and for the words of ``_FROM`` and ``_AVERAGE``: what tells figures of one sentence apart."""
    return re.compile("|".join([*(pattern.pattern for pattern in cues), "由", "从", "均"]))


def _default(sentence: Sentence) -> str | None:
    """The stance of a sentence as that of its figures."""
    return None if sentence.stance == "background" else sentence.stance
