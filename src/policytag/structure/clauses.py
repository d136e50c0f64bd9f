"""Period and stance of a single figure: what its clause says, and what its sentence says where the clause is silent."""

from __future__ import annotations

from bisect import bisect_left

from policytag.analysis import Sentence, StructureData
from policytag.reading.folding import FoldedText
from policytag.structure.periods import Mention, years
from policytag.structure.rules import StructureRules
from policytag.structure.timing import is_base, is_from, is_topic, stance_of

MAX_BACK = 160
"""So many characters before a figure are searched for words that say when it is of."""
MAX_AFTER = 10


class ClauseTimes:
    """The periods and stances of the figures of one text.

    >>> times = ClauseTimes(folded, structure, rules)              # doctest: +SKIP
    >>> period, cue = times.period(sentence, start, end)           # doctest: +SKIP
    >>> stance, cue = times.stance(sentence, start, end, period)   # doctest: +SKIP

    All offsets, in and out, are offsets into the text as given; ``start`` and ``end`` are those of the figure. A cue
    is the stretch that decided, or None where the sentence's own period or stance was taken.
    """

    def __init__(self, folded: FoldedText, structure: StructureData, rules: StructureRules) -> None:
        self._folded = folded
        self._rules = rules
        self._year: int | None = structure["meta"]["year"]
        place = folded.to_joined
        self._mentions = [Mention(place(p["start"]), place(p["end"]), p["value"]) for p in structure["periods"]]
        self._starts = [mention.start for mention in self._mentions]

    def period(self, sentence: Sentence, start: int, end: int) -> tuple[str | None, tuple[int, int] | None]:
        """The period of a figure: of the nearest name of a period that rules it, else that of its sentence.

        Within a span of years a level (达到20万吨) is of the last year, a sum or yearly average (累计, 年均) of all.
        """
        joined = self._folded.joined
        first, at, stop = (self._folded.to_joined(offset) for offset in (sentence.start, start, end))
        clause = self._clause_start(first, at)
        mention = self._ruling(first, clause, at)
        period = sentence.period if mention is None else mention.value
        span = years(period)
        before = joined[max(clause, at - 40) : at]
        flow = self._rules.levels.flow.search(before) is not None
        if span and span[0] == span[1] and flow and "均" in before:
            period = self._average(first, at, span[1]) or _range_of(sentence) or period
        elif span and span[0] < span[1]:
            period = self._within(span, before, flow, joined[at:stop], period)
        elif before.endswith(("由", "从")) and mention is None:
            period = None
        return period, None if mention is None else self._folded.span(mention.start, mention.end)

    def stance(
        self, sentence: Sentence, start: int, end: int, period: str | None
    ) -> tuple[str | None, tuple[int, int] | None]:
        """The stance of a figure: ``reported``, ``target``, or None where nothing says."""
        joined, timing = self._folded.joined, self._rules.timing
        first, at, stop = (self._folded.to_joined(offset) for offset in (sentence.start, start, end))
        default = None if sentence.stance == "background" else sentence.stance
        goal = timing.goal.match(joined, stop, min(len(joined), stop + MAX_AFTER))
        if goal and default == "reported":
            return "target", self._folded.span(*goal.span())
        clause = self._clause_start(first, at)
        if default != "target":
            cue = timing.target.search(joined, clause, at)
            if cue:
                return "target", self._folded.span(*cue.span())
        if period != sentence.period:
            said = stance_of(period, self._year)
            mention = self._ruling(first, clause, at)
            if said and mention is not None and said != default:
                if said == "target" and (joined.startswith("以来", mention.end - 2) or timing.done.search(joined, first, at)):
                    said = "reported"
                return said, self._folded.span(mention.start, mention.end)
        if default == "target":
            cue = timing.done.search(joined, clause, at)
            if cue:
                return "reported", self._folded.span(*cue.span())
        return default, None

    def _clause_start(self, first: int, at: int) -> int:
        """Where the clause of the figure begins: after the last comma of the sentence before it."""
        low = max(first, at - MAX_BACK)
        return max(low, self._folded.joined.rfind(",", low, at) + 1)

    def _ruling(self, first: int, clause: int, at: int) -> Mention | None:
        """The nearest name of a period before the figure that is no mere base of comparison."""
        joined = self._folded.joined
        for index in range(bisect_left(self._starts, at) - 1, -1, -1):
            mention = self._mentions[index]
            if mention.start < first:
                return None
            if mention.value is None:
                continue
            if joined[mention.end : at] in ("的", "") and not _is_measure(joined, mention):
                return mention
            if joined.startswith("的", mention.end) and joined[mention.end + 1 : mention.end + 2].isdigit():
                continue
            if not is_base(joined, mention) and (mention.start >= clause or is_topic(joined, mention, first)):
                return mention
        return None

    def _average(self, first: int, at: int, last: int) -> str | None:
        """A yearly average in a sentence on one year: over the years since the base that the sentence names (比2010年)."""
        for index in range(bisect_left(self._starts, at) - 1, -1, -1):
            mention = self._mentions[index]
            if mention.start < first:
                return None
            span = years(mention.value)
            if span and span[0] == span[1] < last and is_base(self._folded.joined, mention):
                return f"{span[0] + 1}-{last}" if last > span[0] + 1 else str(last)
        return None

    def _within(self, span: tuple[int, int], before: str, flow: bool, figure: str, period: str | None) -> str | None:
        if before.endswith(("由", "从")):
            return str(span[0] - 1)
        level = self._rules.levels.level.search(before)
        if level and not (flow and "均" in before) and not before[: level.start()].endswith(("累计完成", "投资", "投入")):
            return str(span[1])
        return period


def _range_of(sentence: Sentence) -> str | None:
    span = years(sentence.period)
    return sentence.period if span and span[0] < span[1] else None


def _is_measure(joined: str, mention: Mention) -> bool:
    """是2010年的2.6倍: the year is what the figure is measured by, not the figure's own."""
    return is_base(joined, mention) and not is_from(joined, mention)
