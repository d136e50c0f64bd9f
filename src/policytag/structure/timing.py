"""When a stretch of text speaks of what: the period and stance of sections, sentences and single figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from policytag.patterns.wordlists import WordLists, any_of, words
from policytag.structure.headings import Heading
from policytag.structure.period_values import Mention, resolve, years
from policytag.structure.periods import PeriodWords
from policytag.structure.sections import Section

MAX_LEAD = 8
"""A period rules its sentence where it stands within so many characters from the beginning (or from a comma)."""
MAX_AFTER = 8
"""So many characters after a period show that it is part of a name."""
OPENING = 400
"""A review without a period in its heading names it within so many characters."""
ADDRESS = "各位代表"
"""How a report turns to those who hear it."""
PARTS = frozenset(["title", "part", "first"])
"""Forms of the headings of a report's main parts."""

_CLAUSE_STARTS = frozenset(",。:;!?()\n ”-")
_AFTER_CLAUSE_START = re.compile(rf"[^{re.escape(''.join(_CLAUSE_STARTS))}]*$")
_SEVERAL = re.compile(r"本届.{0,8}(?:及|和|与|暨)|(?:和|及|与|暨|、).{0,12}(?:年|五”|时期|以来)")


class Timing(NamedTuple):
    """Period (None: not known) and stance (None: nothing says)."""

    period: str | None
    stance: str | None


class SectionTiming(NamedTuple):
    """What a section's sentences speak of by default; ``several``: of more than one period, told by its paragraphs."""

    period: str | None
    stance: str | None
    several: bool


class TimingRules:
    """The lists ``section_cues``, ``stance_cues``, ``period_leads`` and ``period_bases``, as far as sections and sentences need them."""

    def __init__(self, lists: WordLists) -> None:
        cues = [(entry.word, entry.field(1)) for entry in lists.get("section_cues", ())]
        stances = {"reported": "reported", "target": "target", "own": "target"}
        self.heading_words = [(word, stances[kind]) for word, kind in cues if kind in stances]
        plan = any_of(words(lists, "section_cues", "plan"))
        self._plan = re.compile(plan)
        self._plan_after = rf"[^。\n]{{0,40}}?{plan}"
        self._own = _any(lists, "section_cues", "own")
        self.part = re.compile(any_of(word for word, _ in self.heading_words) + "|[0-9]{4}年:")
        self.reviewed = _any(lists, "section_cues", "reported")
        self.planned = _any(lists, "section_cues", "target", "year")
        self.wish = _any(lists, "stance_cues", "wish", "target")
        self.done = _any(lists, "stance_cues", "done")
        self.target = _any(lists, "stance_cues", "target")
        self.goal = _any(lists, "stance_cues", "goal")
        self._leads = tuple(words(lists, "period_leads"))
        self._before_base = tuple(words(lists, "period_bases", "before"))
        self._base_width = 1 + max(map(len, self._before_base), default=0)
        self._no_topic = re.compile(rf"的?[^,。;]{{0,4}}{any_of(words(lists, 'period_bases', 'after'))}|末?的[0-9]")

    def plan_opening(self, year: int | None) -> re.Pattern[str]:
        """What opens the plan in a text without headings: 今年…预期目标 in one sentence."""
        this_year = "今年" if year is None else f"(?:今年|{year}年)"
        return re.compile(this_year + self._plan_after)

    def opens_plan(self, joined: str, start: int, end: int, year: int | None) -> bool:
        """Does a sentence open the plan?"""
        if self._plan.search(joined, start, end) is None:
            return False
        return self.plan_opening(year).search(joined, start, end) is not None

    def follows_plan(self, heading: str) -> bool:
        """Is it the heading of the part on the government's own work, which follows the plan?"""
        return self._own.search(heading) is not None

    def is_topic(self, joined: str, mention: Mention) -> bool:
        """Does the period rule what follows: first in the sentence or in a clause, and no mere base or part of a name?"""
        start = mention.start
        if start and joined[start - 1] not in _CLAUSE_STARTS:
            before = joined[max(0, start - MAX_LEAD - 1) : start]
            if not before.endswith(self._leads) or not self._opens_clause(before, start):
                return False
        return not (self.is_base(joined, mention) or self._no_topic.match(joined, mention.end, mention.end + MAX_AFTER))

    def is_base(self, joined: str, mention: Mention) -> bool:
        """Is the period only what something is compared with, or measured from (比上年, 是2010年的2.6倍)?"""
        before = joined[max(0, mention.start - self._base_width) : mention.start]
        return before.removesuffix("\n").endswith(self._before_base)

    def leads_in(self, joined: str, start: int, mention: Mention) -> bool:
        """Does nothing but an address and a lead stand between an offset and a period (各位代表,刚刚过去的2031年)?"""
        if joined.startswith(ADDRESS, start):
            start += len(ADDRESS) + 1
        return start >= mention.start or joined[start : mention.start] in self._leads

    def _opens_clause(self, before: str, start: int) -> bool:
        """Is what stands before an offset, from the last beginning of a clause on, one of the leads?"""
        lead = _AFTER_CLAUSE_START.search(before)
        return lead is not None and (lead.start() > 0 or len(before) == start) and lead[0] in self._leads

    def heading_stance(self, text: str) -> str | None:
        """The stance that the words of a heading show."""
        return next((stance for word, stance in self.heading_words if word in text), None)


def _any(lists: WordLists, name: str, *kinds: str) -> re.Pattern[str]:
    """Any word of some kinds of a list."""
    return re.compile(any_of(word for kind in kinds for word in words(lists, name, kind)))


def stance_of(value: str | None, year: int | None) -> str | None:
    """What is said of a period before the report's year is reported; of that year or a later one, a target."""
    span = years(value)
    if span is None or year is None:
        return None
    return "reported" if span[1] < year else "target" if span[0] >= year else None


def is_from(joined: str, mention: Mention) -> bool:
    """Is the period where a change begins (由2010年的…)?"""
    return joined[mention.start - 1 : mention.start] in ("由", "从")


def section_timings(
    joined: str,
    sections: Sequence[Section],
    stretches: Sequence[tuple[int, int]],
    words: PeriodWords,
    rules: TimingRules,
    year: int | None,
) -> list[SectionTiming]:
    """The defaults of every section; ``stretches`` are the offsets of each section's text.

    A root says by its heading whether it reviews or plans; one that does not goes on as the root before it, unless
    the plan opens inside. Below a root only a period in the heading changes anything.
    """
    roots = _Roots(joined, sections, words, rules, year)
    timings: list[SectionTiming] = []
    for index, (heading, parent, _, _) in enumerate(sections):
        text = joined[heading.text_start : heading.text_end]
        names_period = "年" in text or "五" in text
        if parent is None:
            mentions = roots.named(words.in_heading, heading) if names_period else []
            timings.append(roots.timing(index, text, stretches[index], mentions))
        elif names_period:
            mentions = roots.named(words.find, heading)
            timings.append(_below(timings[parent], mentions[0].value if mentions else None, year))
        else:
            timings.append(timings[parent])
    return timings


def _below(above: SectionTiming, value: str | None, year: int | None) -> SectionTiming:
    """The timing of a section below another one, whose heading names a period or (None) does not."""
    return SectionTiming(value or above.period, stance_of(value, year) or above.stance, above.several and value is None)


class _Roots:
    """The roots of a report, read in order: each may go on with what those before it have said."""

    def __init__(
        self, joined: str, sections: Sequence[Section], words: PeriodWords, rules: TimingRules, year: int | None
    ) -> None:
        self._joined, self._sections, self._words, self._rules, self._year = joined, sections, words, rules, year
        self._opening = rules.plan_opening(year)
        self._last_plan = _last_plan(joined, sections, rules)
        self._before = before_first_part(joined, sections, rules, year)
        self._part: str | None = None
        self._reviewed: str | None = None

    def named(self, find: Callable[[str, int, int], list[Mention]], heading: Heading) -> list[Mention]:
        """The periods that a heading names, those apart that something is only compared with."""
        mentions = resolve(find(self._joined, heading.text_start, heading.text_end), self._year)
        return [mention for mention in mentions if not self._rules.is_base(self._joined, mention)]

    def timing(self, index: int, text: str, stretch: tuple[int, int], mentions: Sequence[Mention]) -> SectionTiming:
        """The timing of the next root; ``text`` and ``mentions`` are those of its heading."""
        if self._before is not None and self._part is None and self._sections[index].heading.form not in PARTS:
            return self._before
        value = mentions[0].value if mentions else None
        several = len({m.value for m in mentions}) > 1 or (bool(mentions) and _SEVERAL.search(text) is not None)
        stance = _root_stance(text, several, stance_of(value, self._year), self._rules)
        if stance is None and not several:
            stance = _stance_inside(self._joined, stretch, self._opening, self._part, index < self._last_plan)
        self._part = stance or self._part
        if value is None and not several and self._year is not None:
            # A plan is for the report's year; a review without a year goes on with the one before it.
            value = str(self._year) if stance == "target" else self._reviewed
            if stance == "reported" and value is None:
                value = self._first_reviewed(stretch[0], self._year)
        self._reviewed = value if stance == "reported" else self._reviewed
        return SectionTiming(value, stance, several)

    def _first_reviewed(self, start: int, year: int) -> str | None:
        """What a review without a period in its heading is of: the first period up to last year that its text names."""
        end = min(len(self._joined), start + OPENING)
        for mention in resolve(self._words.find(self._joined, start, end), year):
            span = years(mention.value)
            if span and span[1] == year - 1 and not self._rules.is_base(self._joined, mention):
                return mention.value
        return None


def before_first_part(
    joined: str, sections: Sequence[Section], rules: TimingRules, year: int | None
) -> SectionTiming | None:
    """What stands before the first main heading of a page that begins in the middle: the part before that of its number.

    None where the page begins with the beginning, or where nothing can be told.
    """
    first = next((s.heading for s in sections if s.parent is None and s.heading.form in PARTS), None)
    if first is None or (first.number or 1) < 2:
        return None
    text = joined[first.text_start : first.text_end]
    if rules.follows_plan(text):
        return SectionTiming(str(year) if year else None, "target", False)
    if rules.heading_stance(text) == "target":
        return SectionTiming(str(year - 1) if year else None, "reported", False)
    return None


def _root_stance(text: str, several: bool, by_year: str | None, rules: TimingRules) -> str | None:
    """The stance that the heading of a root shows by its words and its period; None where it shows none, or both."""
    stance = rules.heading_stance(text)
    if several and len({kind for word, kind in rules.heading_words if word in text}) > 1:
        return None
    return by_year or stance if stance is None or (stance == "target" and by_year == "reported") else stance


def _last_plan(joined: str, sections: Sequence[Section], rules: TimingRules) -> int:
    """Index of the last root whose heading says that it plans; -1 where none does."""
    for index in range(len(sections) - 1, -1, -1):
        heading = sections[index].heading
        if (
            sections[index].parent is None
            and rules.heading_stance(joined[heading.text_start : heading.text_end]) == "target"
        ):
            return index
    return -1


def _stance_inside(
    joined: str, span: tuple[int, int], opening: re.Pattern[str], part: str | None, plan_later: bool
) -> str | None:
    """The stance of a root whose heading shows none: the plan goes on, or opens in its first half, or comes later."""
    if part == "target":
        return part
    found = opening.search(joined, *span)
    if found and found.start() < (span[0] + span[1]) // 2:
        return "target"
    return "reported" if part == "reported" or plan_later else None


class LevelRules:
    """The list ``level_cues`` compiled: words that tell a level reached from a sum over the whole period."""

    def __init__(self, lists: WordLists) -> None:
        self.level = re.compile(rf"{any_of(words(lists, 'level_cues', 'level'))}[了约近到超过]{{0,2}}$")
        self.average = _any(lists, "level_cues", "average")
        self.flow = _any(lists, "level_cues", "flow", "average")
