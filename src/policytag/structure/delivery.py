"""The year of delivery: from the date, the title, a heading that says which year is reviewed, or the years reviewed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from policytag.structure.head import Found
from policytag.structure.headings import Heading
from policytag.structure.lines import Line
from policytag.structure.period_values import Mention, years
from policytag.structure.periods import PeriodWords
from policytag.structure.timing import TimingRules

_PAGE_DATE = re.compile(r"(?P<year>(?:19|20)[0-9]{2}) ?[年/-] ?0?[1-4][月/-]")

MAX_REVIEW_LINES = 12
"""The beginning of a report, in lines, that is searched for the years under review."""


def year_of_headings(
    joined: str, headings: Sequence[Heading], words: PeriodWords, timing: TimingRules, *, complete: bool
) -> Found | None:
    """From the first headings: N年工作回顾 gives N + 1, N年工作安排 gives N, “十二五”时期工作回顾 gives 2016.

    ``complete``: the text begins with the beginning of a report, so that a bare “2018年：…” is the review.
    """
    reviewed: list[Found] = []
    for order, heading in enumerate(headings):
        if heading.form not in ("title", "first", "part") and not (heading.form == "second" and order < 12):
            continue
        text = joined[heading.text_start : heading.text_end]
        if "年" not in text and "五" not in text:
            continue
        mentions = [m for m in words.in_heading(joined, heading.text_start, heading.text_end) if m.form is None]
        if not mentions or len(text) > 40:
            continue
        first, last = mentions[0], max(mentions, key=lambda m: years(m.value) or (0, 0))
        ends = [span[1] for m in mentions if (span := years(m.value))]
        plan = timing.planned.search(text)
        if timing.reviewed.search(text):
            end = (years(first.value) or (0, 0))[1] if plan else max(ends)
            reviewed.append(Found(end + 1, first.start, (first if plan else last).end))
        elif len(first.value or "") != 4:
            continue
        elif (plan and heading.form != "second") or (heading.form == "first" and (heading.number or 1) > 1):
            return Found(min(ends), first.start, first.end)
        elif heading.form in ("title", "part") and complete and not reviewed:
            reviewed.append(Found(max(ends) + 1, first.start, first.end))
    return reviewed[0] if reviewed else None


def year_of_review(
    joined: str, lines: Sequence[Line], mentions: Sequence[Mention], headings: Sequence[Heading], timing: TimingRules
) -> Found | None:
    """From the years that the beginning of the report reviews, where no heading says: the year after the last of them.

    Only years from the first heading up to the first word on the future (今后, 到2030年) in the first lines count. The
    last of them must be named twice there, or end the span that the text speaks of (五年来 … 2008年 … 比2003年).
    """
    if not lines:
        return None
    start = headings[0].start if headings else 0
    end = lines[min(len(lines), MAX_REVIEW_LINES) - 1].end
    seen: Counter[int] = Counter()
    bases: set[int] = set()
    lengths: set[int] = set()
    where: dict[int, Mention] = {}
    for mention in mentions:
        if mention.start < start:
            continue
        if mention.start >= end or (mention.form or "").startswith("Y..") or joined[mention.start - 1] in "到至":
            break
        if mention.form == "Y-N..Y-1":
            lengths.add(mention.number)
        elif mention.value and len(mention.value) == 4:
            year = int(mention.value)
            if timing.is_base(joined, mention):
                bases.add(year)
            elif not joined.startswith("以来", mention.end - 2):
                seen[year] += 1
                where.setdefault(year, mention)
    if not seen:
        return None
    last = max(seen)
    if seen[last] < 2 and not any(last - length in bases for length in lengths):
        return None
    return Found(last + 1, where[last].start, where[last].end)


def year_of_page(joined: str, chrome: Sequence[Line]) -> Found | None:
    """From the only year that the page around the report names (版次:03 2025年02月07日), in the months
    in which reports are delivered: for pages without a head."""
    found = [
        match for line in chrome for match in _PAGE_DATE.finditer(joined, line.start, min(line.end, line.start + 60))
    ]
    named = {match["year"] for match in found}
    return Found(int(found[0]["year"]), *found[0].span()) if len(named) == 1 else None
