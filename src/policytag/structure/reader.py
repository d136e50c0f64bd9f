"""The structure step: lines, zones, sections, head and sentences of one text, put together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from policytag.analysis import SentenceColumns, StructureData, empty_meta
from policytag.reading.folding import FoldedText
from policytag.structure import delivery, head
from policytag.structure.characters import Characters
from policytag.structure.columns import parts_cells
from policytag.structure.glossary import glossary_entries
from policytag.structure.headings import Heading, numbered
from policytag.structure.lines import Line, Lines, logical_lines
from policytag.structure.period_values import CHINESE_DIGITS, Mention, resolve
from policytag.structure.rules import StructureRules
from policytag.structure.sections import Section, build_tree, find_headings, innermost
from policytag.structure.sentence_timing import Setting, TimedSentences, timed_sentences
from policytag.structure.sentences import Sentences, find_sentences
from policytag.structure.timing import ADDRESS, SectionTiming, section_timings
from policytag.structure.zones import LineZones, classify

MAX_HEAD_LINES = 14
"""The head of a report (title, meeting, speaker) takes at most so many lines."""
MAX_HEAD_LINE = 70
"""No line of the head is longer (characters)."""


class _Layout(NamedTuple):
    """Lines and sections of a text; ``opening`` is the index of the first line after the head."""

    lines: Lines
    zones: LineZones
    opening: int
    headings: list[Heading]
    sections: list[Section]
    sentences: Sentences

    def stretches(self) -> list[tuple[int, int]]:
        """The offsets of each section in ``joined``."""
        lines = self.lines.each
        return [(heading.start, lines[end_line - 1].end) for heading, _, _, end_line in self.sections]

    def of_kind(self, kind: str) -> list[Line]:
        """The lines of a zone."""
        return [line for line, its_kind in zip(self.lines.each, self.zones.kinds, strict=True) if its_kind == kind]


def read_structure(
    folded: FoldedText,
    rules: StructureRules,
    given: Mapping[str, Any] | None = None,
    year: int | None = None,
) -> StructureData:
    """What part of which report each stretch of a text is. Offsets in the result point into ``folded.text``.

    Args:
        folded: the text.
        rules: the compiled word lists.
        given: fields of ``meta`` that the caller knows: they stand instead of what the text says.
        year: stands in for periods where the year of delivery is unknown; it does not become ``meta["year"]``.
    """
    joined, characters = folded.joined, Characters(folded.joined)
    layout = _lay_out(folded, characters, rules)
    mentions = rules.periods.find(joined)
    meta = _read_meta(folded, layout, mentions, rules)
    meta.update(given or {})
    year = meta["year"] or year
    mentions = resolve(mentions, year)
    stretches = layout.stretches()
    timings = section_timings(joined, layout.sections, stretches, rules.periods, rules.timing, year)
    setting = Setting(joined, mentions, year, rules.timing)
    lines, kinds = layout.lines.each, layout.zones.kinds
    starts = layout.lines.starts
    timed = timed_sentences(setting, layout.sentences, starts, kinds, layout.opening, layout.sections, timings)
    return {
        "meta": meta,
        "zones": _zones(folded, lines, layout.zones),
        "sections": _sections(folded, layout.sections, stretches, timings),
        "sentences": _sentences(folded, layout, timed),
        "glossary": _glossary(folded, lines, kinds),
        "periods": _periods(folded, mentions),
    }


def _lay_out(folded: FoldedText, characters: Characters, rules: StructureRules) -> _Layout:
    joined = folded.joined
    lined = logical_lines(joined, characters)
    lines = lined.each
    zones = classify(joined, lines, rules.zones)
    kinds = zones.kinds
    opening = _opening(joined, lines, zones)
    sentences = find_sentences(joined, characters, lined, kinds)
    headings = find_headings(joined, lines, kinds, opening, rules.timing.part)
    # A row of a table is short and without marks, as a heading without a number is.
    headings = [h for h in headings if h.form != "title" or not _is_row(folded, lines[h.line])]
    last_body = next((i for i in range(len(lines) - 1, -1, -1) if kinds[i] == "body"), -1) + 1
    glossary = range(opening + 1, last_body) if "glossary" in kinds else ()
    ends = [i for i in glossary if kinds[i] == "glossary" and kinds[i - 1] != "glossary"]
    addresses = [i for i in range(opening, last_body) if joined.startswith(ADDRESS, lines[i].start)]
    sections = build_tree(headings, lines, [*ends, last_body], addresses)
    return _Layout(lined, zones, opening, headings, sections, sentences)


def _is_row(folded: FoldedText, line: Line) -> bool:
    """Do tabs or bars part the cells of a line?"""
    return parts_cells(folded.text, *folded.span(line.start, line.end))


def _opening(joined: str, lines: Sequence[Line], zones: LineZones) -> int:
    """Index of the first line after the head: the address to the deputies, a numbered heading, or a long line."""
    last = min(len(lines), zones.first + MAX_HEAD_LINES)
    for index in range(zones.first, last):
        line = lines[index]
        if zones.kinds[index] != "body":
            continue
        if joined.find(ADDRESS, line.start, min(line.end, line.start + 40)) >= 0:
            return index
        if line.end - line.start > MAX_HEAD_LINE:
            return index
        heading = numbered(joined, index, line)
        if heading is not None and heading.form in ("first", "second", "part"):
            return index
    return zones.first


def _read_meta(folded: FoldedText, layout: _Layout, mentions: list[Mention], rules: StructureRules) -> dict[str, Any]:
    joined, lines = folded.joined, layout.lines.each
    first, opening = layout.zones.first, layout.opening
    top = [
        line
        for line, kind in zip(lines[first : opening + 1], layout.zones.kinds[first : opening + 1], strict=True)
        if kind == "body"
    ]
    head_lines = [line for line in lines[first : opening + 4] if line.end > line.start]
    title, parts = head.read_title(joined, top)
    date = head.read_date(joined, top)
    speaker = head.read_speaker(joined, top, rules.head)
    place = head.read_place(joined, head_lines, parts, rules.head) or head.place_of_text(joined, head_lines, rules.head)
    issuer = head.read_issuer(joined, head_lines, place)
    year = _year(joined, layout, mentions, rules, date, parts)
    found = {"title": title, "issuer": issuer, "year": year, "date": date, "speaker": speaker}
    if place:
        found["place"] = head.Found(place[0].full, place[1], place[2])
        found["level"] = head.Found(place[0].level, place[1], place[2])
    meta = empty_meta()
    for name, value in found.items():
        if value is not None:
            meta[name] = value.value
            meta["spans"][name] = folded.span(value.start, value.end)
    if title is not None:
        start, end = meta["spans"]["title"]
        meta["title"] = folded.text[start:end]
    return meta


def _year(
    joined: str,
    layout: _Layout,
    mentions: list[Mention],
    rules: StructureRules,
    date: head.Found | None,
    title: re.Match[str] | None,
) -> head.Found | None:
    """The year of delivery, from the surest source that there is."""
    if date is not None:
        return head.Found(int(date.value[:4]), date.start, date.end)
    if title is not None and title["year"]:
        return head.Found(int("".join(str(CHINESE_DIGITS.get(c, c)) for c in title["year"])), *title.span("year"))
    lines = layout.lines.each
    complete = layout.opening < len(lines) and ADDRESS in joined[slice(*lines[layout.opening])]
    headings, body, timing = layout.headings, layout.of_kind("body"), rules.timing
    return (
        delivery.year_of_headings(joined, headings, rules.periods, timing, complete=complete)
        or (delivery.year_of_review(joined, body, mentions, headings, timing) if complete else None)
        or delivery.year_of_page(joined, layout.of_kind("chrome")[:20])
    )


def _zones(folded: FoldedText, lines: Sequence[Line], zones: LineZones) -> list[dict[str, Any]]:
    """The zones, which cover the whole text: each goes on to the first line of the next."""
    text = folded.text
    if not text:
        return []
    starts: list[tuple[int, str]] = []
    for line, kind in zip(lines, zones.kinds, strict=True):
        if not starts or starts[-1][1] != kind:
            starts.append((folded.span(line.start, line.end)[0], kind))
    starts = starts or [(0, "body")]
    starts[0] = (0, starts[0][1])
    ends = [start for start, _ in starts[1:]] + [len(text)]
    stretches = [(kind, start, end) for (start, kind), end in zip(starts, ends, strict=True)]
    stretches = _cut_out(stretches, [folded.span(*span) for span in zones.stray])
    return [{"kind": kind, "start": start, "end": end} for kind, start, end in stretches]


def _cut_out(zones: list[tuple[str, int, int]], stray: Sequence[tuple[int, int]]) -> list[tuple[str, int, int]]:
    """The zones with the stray stretches inside the body made chrome. Both are in order; so is the result."""
    if not stray:
        return zones
    result: list[tuple[str, int, int]] = []
    at = 0
    for kind, start, end in zones:
        while kind == "body" and at < len(stray) and stray[at][1] <= end:
            first, last = stray[at]
            at += 1
            if first >= start:
                result += [("body", start, first)] * (start < first) + [("chrome", first, last)]
                start = last
        if start < end:
            result.append((kind, start, end))
    return result


def _sections(
    folded: FoldedText,
    sections: Sequence[Section],
    stretches: Sequence[tuple[int, int]],
    timings: Sequence[SectionTiming],
) -> list[dict[str, Any]]:
    text = folded.text
    starts, ends = folded.spans([start for start, _ in stretches], [end for _, end in stretches])
    headings = [section.heading for section in sections]
    firsts, lasts = folded.spans([h.text_start for h in headings], [h.text_end for h in headings])
    return [
        {
            "index": index,
            "parent": section.parent,
            "level": section.level,
            "number": section.heading.written,
            "heading": _on_one_line(text[first:last]),
            "start": start,
            "end": end,
            "period": timing.period,
            "stance": timing.stance,
        }
        for index, (section, start, end, first, last, timing) in enumerate(
            zip(sections, starts, ends, firsts, lasts, timings, strict=True)
        )
    ]


def _on_one_line(words: str) -> str:
    """Words without a line break inside and blanks around."""
    return words.strip() if words.isprintable() else "".join(words.splitlines()).strip()


def _sentences(folded: FoldedText, layout: _Layout, timed: TimedSentences) -> SentenceColumns:
    starts, ends = folded.spans(layout.sentences.starts, layout.sentences.ends)
    return {
        "start": starts,
        "end": ends,
        "section": layout.sentences.spread(innermost(layout.sections, len(layout.zones.kinds))),
        "period": timed.periods,
        "stance": timed.stances,
    }


def _glossary(folded: FoldedText, lines: Sequence[Line], kinds: Sequence[str]) -> list[dict[str, Any]]:
    if "glossary" not in kinds:
        return []
    zone = [line for line, kind in zip(lines, kinds, strict=True) if kind == "glossary"]
    result = []
    for entry in glossary_entries(folded.joined, zone):
        start, end = folded.span(entry.start, entry.end)
        definition = folded.joined[entry.definition_start : entry.definition_end]
        first, last = folded.span(entry.definition_start, entry.definition_end)
        written = folded.text[first:last] if last - first == len(definition) else definition
        result.append({"term": folded.text[start:end], "definition": written.strip(), "start": start, "end": end})
    return result


def _periods(folded: FoldedText, mentions: Sequence[Mention]) -> list[dict[str, Any]]:
    text, result = folded.text, []
    for mention in mentions:
        start, end = folded.span(mention.start, mention.end)
        result.append({"start": start, "end": end, "text": text[start:end], "value": mention.value})
    return result
