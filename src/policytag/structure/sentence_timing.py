"""Every sentence with its section, its period and its stance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from policytag.structure.lines import Line
from policytag.structure.periods import Mention, is_bare, years
from policytag.structure.sections import Section
from policytag.structure.sentences import sentence_spans
from policytag.structure.timing import SectionTiming, Timing, TimingRules, before_first_part, stance_of

_DIGIT = re.compile("[0-9]")
BACKGROUND = "background"
MAX_OPENING = 4
"""A period opens a line where it begins within so many characters."""
_UNKNOWN = SectionTiming(None, None, True)


class TimedSentences:
    """Sentences as columns: starts and ends in ``joined``, sections, periods and stances."""

    def __init__(self) -> None:
        self.spans: list[tuple[int, int]] = []
        self.sections: list[int | None] = []
        self.periods: list[str | None] = []
        self.stances: list[str] = []

    def add(self, spans: list[tuple[int, int]], section: int | None, period: str | None, stance: str) -> None:
        """Sentences of one section that speak of the same in the same way."""
        self.spans += spans
        self.sections += [section] * len(spans)
        self.periods += [period] * len(spans)
        self.stances += [stance] * len(spans)


class Setting(NamedTuple):
    """What the timing of sentences hangs on, beside the section they stand in."""

    joined: str
    mentions: Sequence[Mention]
    year: int | None
    rules: TimingRules


def timed_sentences(
    setting: Setting,
    lines: Sequence[Line],
    kinds: Sequence[str],
    opening: int,
    sections: Sequence[Section],
    timings: Sequence[SectionTiming],
) -> TimedSentences:
    """The sentences of the head, the body and the glossary, in order; there are none in chrome."""
    sentences = TimedSentences()
    joined, rules = setting.joined, setting.rules
    topics = [m for m in setting.mentions if m.value and rules.is_topic(joined, m)]
    section, next_section, at = -1, 0, 0
    before = before_first_part(joined, sections, rules, setting.year) or _UNKNOWN
    running = Timing(before.period, before.stance)
    for index, line in enumerate(lines):
        kind = kinds[index]
        if kind == "chrome":
            continue
        spans = sentence_spans(joined, line.start, line.end)
        if kind == "glossary" or index < opening:
            sentences.add(spans, None, None, BACKGROUND)
            continue
        while next_section < len(sections) and sections[next_section].heading.line <= index:
            section, next_section = next_section, next_section + 1
            timing = timings[section]
            if sections[section].parent is None or not timing.several:
                stance_now = timing.stance or stance_of(timing.period, setting.year)
                running = Timing(timing.period, stance_now) if timing.period or stance_now else running
        number = _section_at(sections, section, index)
        timing = before if section < 0 else _UNKNOWN if number is None else timings[number]
        while at < len(topics) and topics[at].start < line.start:
            at += 1
        of_line = []
        while at < len(topics) and topics[at].start < line.end:
            of_line.append(topics[at])
            at += 1
        period, stance, several = timing
        if stance is not None and not several:
            if not of_line:
                sentences.add(spans, number, period, stance)
                continue
            timed, _ = _time_line(setting, spans, of_line, Timing(period, stance), open_ended=False)
        else:
            timed, running = _time_line(setting, spans, of_line, running, open_ended=True)
        for span, (its_period, its_stance) in zip(spans, timed, strict=True):
            sentences.add([span], number, its_period, its_stance)
    return sentences


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
