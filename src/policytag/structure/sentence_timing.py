"""Every sentence with its section, its period and its stance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from policytag.structure.lines import Line
from policytag.structure.periods import Mention, is_bare, years
from policytag.structure.sections import Section
from policytag.structure.sentences import Sentences
from policytag.structure.timing import SectionTiming, Timing, TimingRules, before_first_part, stance_of

_DIGIT = re.compile("[0-9]")
BACKGROUND = "background"
MAX_OPENING = 4
"""A period opens a line where it begins within so many characters."""
_UNKNOWN = SectionTiming(None, None, True)


class TimedSentences:
    """Section, period and stance of each sentence, as columns; they are filled from the first sentence on."""

    def __init__(self) -> None:
        self.sections: list[int | None] = []
        self.periods: list[str | None] = []
        self.stances: list[str] = []

    def fill(self, upto: int, section: int | None, period: str | None, stance: str) -> None:
        """Say the same of the sentences that nothing is said of yet, up to index ``upto``."""
        number = upto - len(self.stances)
        self.sections += [section] * number
        self.periods += [period] * number
        self.stances += [stance] * number

    def add(self, section: int | None, said: Sequence[tuple[str | None, str]]) -> None:
        """Say of the next sentences, all of one section, what each speaks of."""
        self.sections += [section] * len(said)
        self.periods += [period for period, _ in said]
        self.stances += [stance for _, stance in said]


class Setting(NamedTuple):
    """What the timing of sentences hangs on, beside the section they stand in."""

    joined: str
    mentions: Sequence[Mention]
    year: int | None
    rules: TimingRules


def timed_sentences(
    setting: Setting,
    sentences: Sentences,
    lines: Sequence[Line],
    kinds: Sequence[str],
    opening: int,
    sections: Sequence[Section],
    timings: Sequence[SectionTiming],
) -> TimedSentences:
    """What the sentences of the head, the body and the glossary speak of; there are none in chrome."""
    timed = TimedSentences()
    joined, rules = setting.joined, setting.rules
    topics = _Topics([m for m in setting.mentions if m.value and rules.is_topic(joined, m)])
    section, next_section = -1, 0
    heading_lines = [section.heading.line for section in sections] + [len(lines)]
    before = before_first_part(joined, sections, rules, setting.year) or _UNKNOWN
    running = Timing(before.period, before.stance)
    for index, line in enumerate(lines):
        kind = kinds[index]
        if kind == "chrome":
            continue
        upto = sentences.first[index + 1]
        if kind == "glossary" or index < opening:
            timed.fill(upto, None, None, BACKGROUND)
            continue
        while heading_lines[next_section] <= index:
            section, next_section = next_section, next_section + 1
            timing = timings[section]
            if sections[section].parent is None or not timing.several:
                stance_now = timing.stance or stance_of(timing.period, setting.year)
                running = Timing(timing.period, stance_now) if timing.period or stance_now else running
        number = _section_at(sections, section, index)
        period, stance, several = before if section < 0 else _UNKNOWN if number is None else timings[number]
        of_line = topics.between(line.start, line.end) if topics.next_start < line.end else []
        certain = stance is not None and not several
        if certain and not of_line:
            timed.fill(upto, number, period, stance or BACKGROUND)
            continue
        first = sentences.first[index]
        spans = list(zip(sentences.starts[first:upto], sentences.ends[first:upto], strict=True))
        default = Timing(period, stance) if certain else running
        said, lead = _time_line(setting, spans, of_line, default, open_ended=not certain)
        running = running if certain else lead
        timed.add(number, said)
    return timed


class _Topics:
    """The periods that rule what follows them, handed out line by line."""

    def __init__(self, topics: Sequence[Mention]) -> None:
        self._topics = topics
        self._at = 0
        self.next_start: float = topics[0].start if topics else inf

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """Those in the next line, which goes from ``start`` to ``end``."""
        topics, first = self._topics, self._at
        while first < len(topics) and topics[first].start < start:
            first += 1
        last = first
        while last < len(topics) and topics[last].start < end:
            last += 1
        self._at = last
        self.next_start = topics[last].start if last < len(topics) else inf
        return topics[first:last]


def _section_at(sections: Sequence[Section], section: int, line: int) -> int | None:
    """The innermost section that holds the line, from the last one that began."""
    number: int | None = section if section >= 0 else None
    while number is not None and sections[number].end_line <= line:
        number = sections[number].parent
    return number


def _time_line(
    setting: Setting, spans: Sequence[tuple[int, int]], topics: Sequence[Mention], default: Timing, *, open_ended: bool
) -> tuple[list[tuple[str | None, str]], Timing]:
    """Period and stance of the sentences of a line, and what its beginning sets for the lines after it.

    A period that opens the line (or its second sentence, after a run-in heading) rules the line; one inside rules its
    own sentence, and those that a semicolon joins to it. ``open_ended``: the section does not say what it is, so that
    the plan may open here.
    """
    joined, rules = setting.joined, setting.rules
    timed: list[tuple[str | None, str]] = []
    current = chain = lead = default
    joined_on = False
    at = 0
    for order, (start, end) in enumerate(spans):
        this = chain if joined_on else current
        first = at
        while at < len(topics) and topics[at].start < end:
            at += 1
        if at > first and _rules_sentence(joined, topics[first], start, this):
            topic = topics[first]
            this = _said_of(setting, topic, this)
            if order <= 1 and topic.start - start <= MAX_OPENING:
                current = this
                lead = this if order == 0 else lead
        if open_ended and rules.opens_plan(joined, start, end, setting.year):
            opened = stance_of(this.period, setting.year)
            this = current = lead = Timing(this.period if opened == "target" else _this_year(setting), "target")
        chain = this
        joined_on = joined[end - 1] == ";"
        stance = this.stance or ("target" if rules.wish.search(joined, start, end) else BACKGROUND)
        timed.append((this.period, stance))
    return timed, lead


def _rules_sentence(joined: str, topic: Mention, start: int, default: Timing) -> bool:
    """Does the first topic of a sentence rule all of it? Not after a figure, nor as a bare number of years ahead."""
    if is_bare(joined, topic) and default.stance != "reported":
        return False
    return _DIGIT.search(joined, start, topic.start) is None


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
