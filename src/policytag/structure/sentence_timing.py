"""Every sentence with its section, its period and its stance."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from policytag.structure.characters import Offsets
from policytag.structure.period_values import CHINESE_DIGITS, Mention, is_bare, years
from policytag.structure.sections import Section, innermost
from policytag.structure.sentences import Sentences
from policytag.structure.timing import ADDRESS, SectionTiming, Timing, TimingRules, before_first_part, stance_of

_DIGIT = re.compile("[0-9]")
_SUMS_UP = re.compile("年(?<=的[二两三四五六七八九]年)(?=。)")
BACKGROUND = "background"
MAX_OPENING = 4
"""A period opens a line where it begins within so many characters."""
_UNKNOWN = SectionTiming(None, None, True)
_APART = SectionTiming(None, BACKGROUND, False)
"""Of the head and the glossary, which no period in them turns into a report or a plan."""


class TimedSentences:
    """Period and stance of each sentence, as columns; they are filled from the first sentence on."""

    def __init__(self) -> None:
        self.periods: list[str | None] = []
        self.stances: list[str] = []

    def fill(self, upto: int, period: str | None, stance: str) -> None:
        """Say the same of the sentences that nothing is said of yet, up to index ``upto``."""
        number = upto - len(self.stances)
        if number > 0:
            self.periods += [period] * number
            self.stances += [stance] * number


class Setting(NamedTuple):
    """What the timing of sentences hangs on, beside the section they stand in."""

    joined: str
    mentions: Sequence[Mention]
    year: int | None
    rules: TimingRules


def timed_sentences(
    setting: Setting,
    sentences: Sentences,
    line_starts: Offsets,
    kinds: Sequence[str],
    opening: int,
    sections: Sequence[Section],
    timings: Sequence[SectionTiming],
) -> TimedSentences:
    """What the sentences of the head, the body and the glossary speak of; there are none in chrome.

    Most lines speak of what their section does: these are filled in stretches. One by one are read the lines in which
    a period rules what follows, and those of sections that do not say what they are.
    """
    timed = TimedSentences()
    joined, rules = setting.joined, setting.rules
    before = before_first_part(joined, sections, rules, setting.year) or _UNKNOWN
    defaults = _defaults(kinds, opening, sections, timings, before)
    topics = [m for m in setting.mentions if m.value and rules.is_topic(joined, m)]
    if sums := _summings_up(setting):
        topics = sorted([*topics, *sums], key=lambda topic: topic.start)
    of_lines = _by_line(topics, line_starts)
    running = _Running(sections, timings, Timing(before.period, before.stance), setting.year)
    in_roots = _in_roots(sections, len(kinds)) if any(timing.several for timing in timings) else [False] * len(kinds)
    index = 0
    while index < len(kinds):
        default = defaults[index]
        certain = default.stance is not None and not default.several
        if certain:
            upto = _end_of_stretch(defaults, index, () if default is _APART else of_lines)
            if upto > index:
                timed.fill(sentences.first[upto], default.period, default.stance or BACKGROUND)
                index = upto
                continue
        around = Timing(default.period, default.stance) if certain else running.at(index)
        several = default.several and default.period is not None and in_roots[index]
        paragraph = _Paragraph(sentences.of_line(index), of_lines.get(index, []), around, not certain, several)
        lead = _time_paragraph(setting, timed, paragraph)
        if not certain:
            running.now = lead
        index += 1
    return timed


def _summings_up(setting: Setting) -> list[Mention]:
    """The number of years with which a sentence sums up the years before the report (这是交通大变样的/五年。)."""
    joined, year = setting.joined, setting.year
    if year is None:
        return []
    numbers = [(found.start() - 1, CHINESE_DIGITS[joined[found.start() - 1]]) for found in _SUMS_UP.finditer(joined)]
    return [Mention(at, at + 2, f"{year - number}-{year - 1}", None, number) for at, number in numbers]


def _in_roots(sections: Sequence[Section], number: int) -> list[bool]:
    """For each of a ``number`` of lines whether a root holds it, and no section below that one."""
    return [index is not None and sections[index].parent is None for index in innermost(sections, number)]


def _end_of_stretch(defaults: Sequence[SectionTiming], index: int, apart: Container[int]) -> int:
    """The first line from ``index`` on of which another default holds, or that is to be read for itself."""
    default = defaults[index]
    while index < len(defaults) and defaults[index] is default and index not in apart:
        index += 1
    return index


def _defaults(
    kinds: Sequence[str],
    opening: int,
    sections: Sequence[Section],
    timings: Sequence[SectionTiming],
    before: SectionTiming,
) -> list[SectionTiming]:
    """What the sentences of each line speak of by default: the same object for lines of which the same is said."""
    first = sections[0].heading.line if sections else len(kinds)
    defaults = [before] * first + [_UNKNOWN] * (len(kinds) - first)
    for (heading, parent, _, end_line), timing in zip(sections, timings, strict=True):
        if parent is None or timing is not timings[parent]:
            defaults[heading.line : end_line] = [timing] * (end_line - heading.line)
    defaults[:opening] = [_APART] * opening
    if "glossary" in kinds:
        defaults = [_APART if kind == "glossary" else default for kind, default in zip(kinds, defaults, strict=True)]
    return defaults


def _by_line(topics: Sequence[Mention], line_starts: Offsets) -> dict[int, list[Mention]]:
    """The periods that rule what follows them, by the line in which they stand."""
    result: dict[int, list[Mention]] = {}
    if topics:
        starts = [topic.start for topic in topics]
        for topic, after in zip(topics, line_starts.searchsorted(starts, side="right").tolist(), strict=True):
            result.setdefault(after - 1, []).append(topic)
    return result


class _Running:
    """What is spoken of where no section says it: the last that a section or the beginning of a line has set."""

    def __init__(
        self, sections: Sequence[Section], timings: Sequence[SectionTiming], now: Timing, year: int | None
    ) -> None:
        self._sections, self._timings, self._year = sections, timings, year
        self._next = 0
        self.now = now

    def at(self, line: int) -> Timing:
        """What is spoken of at a line; lines are asked for in order."""
        while self._next < len(self._sections) and self._sections[self._next].heading.line <= line:
            timing = self._timings[self._next]
            if self._sections[self._next].parent is None or not timing.several:
                stance = timing.stance or stance_of(timing.period, self._year)
                self.now = Timing(timing.period, stance) if timing.period or stance else self.now
            self._next += 1
        return self.now


class _Paragraph(NamedTuple):
    """A line that is read sentence by sentence.

    Attributes:
        spans: its sentences.
        topics: the periods in it that rule what follows them.
        default: what it speaks of where it does not say.
        open_ended: its section does not say what it is, so that the plan may open here.
        several: it opens or closes a part on more than one period, so that a span of years rules what follows it
            wherever it begins a sentence.
    """

    spans: Sequence[tuple[int, int]]
    topics: Sequence[Mention]
    default: Timing
    open_ended: bool
    several: bool


def _time_paragraph(setting: Setting, timed: TimedSentences, paragraph: _Paragraph) -> Timing:
    """Say what its sentences speak of; the result is what its beginning sets for the lines after it.

    A period that opens the line (or its second sentence, after a run-in heading) rules the line; one inside rules its
    own sentence, and those that a semicolon joins to it.
    """
    joined, rules, stances, periods = setting.joined, setting.rules, timed.stances, timed.periods
    spans, topics, default, open_ended, several = paragraph
    current = chain = lead = default
    joined_on = False
    at, last = 0, len(topics)
    addressed = int(bool(spans) and joined[slice(*spans[0])].rstrip(",:!。") == ADDRESS)
    opens = open_ended and bool(spans) and rules.opens_plan(joined, spans[0][0], spans[-1][1], setting.year)
    for order, (start, end) in enumerate(spans):
        if at == last and not joined_on and not opens and current.stance is not None:
            timed.fill(len(stances) + len(spans) - order, current.period, current.stance)
            break
        this = chain if joined_on else current
        first = at
        while at < last and topics[at].start < end:
            at += 1
        if at > first and _rules_sentence(joined, topics[first], start, this):
            topic = topics[first]
            this = _said_of(setting, topic, this)
            begins = topic.start - start <= MAX_OPENING or rules.leads_in(joined, start, topic)
            carried = several and begins and _spans_years(this.period)
            if carried or (begins and order <= 1 + addressed) or topics[at - 1].end == end - 1:
                current = this
                lead = this if carried or order <= addressed else lead
        if opens and rules.opens_plan(joined, start, end, setting.year):
            opened = stance_of(this.period, setting.year)
            this = current = lead = Timing(this.period if opened == "target" else _this_year(setting), "target")
        chain = this
        joined_on = joined[end - 1] == ";"
        periods.append(this.period)
        stances.append(this.stance or ("target" if rules.wish.search(joined, start, end) else BACKGROUND))
    return lead


def _rules_sentence(joined: str, topic: Mention, start: int, default: Timing) -> bool:
    """Does the first topic of a sentence rule all of it? Not after a figure, nor as a bare number of years ahead."""
    if is_bare(joined, topic) and default.stance != "reported":
        return False
    return _DIGIT.search(joined, start, topic.start) is None


def _spans_years(period: str | None) -> bool:
    span = years(period)
    return span is not None and span[0] < span[1]


def _this_year(setting: Setting) -> str | None:
    return str(setting.year) if setting.year else None


def _said_of(setting: Setting, topic: Mention, default: Timing) -> Timing:
    """The timing of a sentence that a period opens."""
    stance = stance_of(topic.value, setting.year)
    if stance == "target" and setting.joined.startswith("以来", topic.end - 2):
        stance = "reported"
    span, wider = years(topic.value), years(default.period)
    if stance is None and span and wider and span[0] <= wider[0] and wider[1] <= span[1]:
        stance = default.stance
    return Timing(topic.value, stance or default.stance)
