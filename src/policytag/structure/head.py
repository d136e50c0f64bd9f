"""The head of the report: title, place, issuer, date and speaker, each with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from policytag.patterns.wordlists import Entry, any_of
from policytag.structure.lines import Line
from policytag.structure.places import LEVEL_OF_ENDING, NATIONAL, Gazetteer, Place, short_name
from policytag.structure.timing import ADDRESS

MIN_SELF = 6
"""A text must speak of its own level (全区, 区政府) so often for it to be known without a head."""
HEAD_LENGTH = 1200
"""The head is looked for within so many characters from the start of the body."""

MAX_AROUND_TITLE = 12
"""So many characters may stand before the title on its line, and after it."""

_HAN = "\u3400-\u9fff"
_REPORT = "政 ?府 ?工 ?作 ?报 ?告"
_TITLE = re.compile(
    rf"(?:(?P<before>[{_HAN}]{{1,18}}[省市县区旗州盟镇乡]) ?(?=[12二]))?"
    rf"(?P<year>(?:19|20)[0-9]{{2}}|二[〇零O0][〇零O0一二三四五六七八九]{{2}})? ?年? ?"
    rf"(?P<place>[{_HAN}]{{2,20}}?)??(?:国务院|人民)?{_REPORT}"
)
_DAY = (
    r"(?P<year>(?:19|20)[0-9]{2}) ?"
    r"(?:年 ?(?P<month>[0-9]{1,2}) ?月 ?(?P<day>[0-9]{1,2}) ?日|[-/.](?P<month2>[0-9]{1,2})[-/.](?P<day2>[0-9]{1,2}))"
)
_DATE = re.compile(_DAY)
_MEETING = re.compile(
    rf"在(?P<place>[{_HAN}]{{2,20}}?)第?[一二三四五六七八九十百零〇0-9]{{1,5}}届[ \n]{{0,3}}人民代表大会"
)
_GOVERNMENT = re.compile(rf"代表 ?(?P<place>[{_HAN}]{{1,16}}?)?(?:人民政府|政府)|代表(?P<council>国务院)")
_BEFORE_DATE = re.compile(r"^[-( ]{0,6}$|(?:时间|日期)[: ]{0,2}$")


class Found(NamedTuple):
    """A value read from the head, and the offsets in ``joined`` of the words that it was read from."""

    value: Any
    start: int
    end: int


class HeadRules:
    """What the head is read with: the gazetteer, and the offices of ``offices.txt``."""

    def __init__(self, places: Sequence[Entry], homonyms: Sequence[Entry], offices: Sequence[Entry]) -> None:
        self.gazetteer = Gazetteer(places, homonyms)
        names = any_of(entry.word for entry in offices)
        name = rf"(?P<name>[{_HAN}]{{2,8}}·[{_HAN}]{{2,8}}|[{_HAN}] [{_HAN}]|[{_HAN}]{{2,4}}?)"
        before = r"(?:^|(?<=[上日]))[- ]{0,6}"
        office = rf"(?P<office>(?:[{_HAN}]{{2,18}}?)?(?:代理|代)?{names})"
        self.speaker = re.compile(rf"{before}{office}[ ?]{{0,6}}{name}(?=同志|作|在|受|向|代表|各位| |。|$)")
        self.named_first = re.compile(rf"日{name}(?P<office>(?:代理|代)?{names})(?=在|作|同志)")
        self.office_line = re.compile(rf"[- ]{{0,6}}{office} ?")


_NAME_LINE = re.compile(rf"[{_HAN}]{{2,4}}|[{_HAN}] {{1,4}}[{_HAN}]|[{_HAN}]{{2,8}}·[{_HAN}]{{2,8}}")


def read_title(joined: str, lines: Sequence[Line]) -> tuple[Found | None, re.Match[str] | None]:
    """The title line among the lines of the head, and what its parts are; the one that says most where several do."""
    best: tuple[Found, re.Match[str]] | None = None
    most = -1
    for line in lines:
        # No title without its last character: the search for it is cheap, the pattern is not.
        ends = joined.find("告", max(line.start, line.end - 1 - MAX_AROUND_TITLE), line.end) >= 0
        found = _TITLE.search(joined, line.start, line.end) if ends and line.end - line.start <= 60 else None
        if found is None or max(line.end - found.end(), found.start() - line.start) > MAX_AROUND_TITLE:
            continue
        said = sum(found[group] is not None for group in ("before", "year", "place"))
        if said > most:
            most = said
            start = line.start if found.start() - line.start <= 2 else found.start()
            best = Found(joined[start : line.end], start, line.end), found
    return best if best else (None, None)


def read_date(joined: str, lines: Sequence[Line]) -> Found | None:
    """The day of delivery: a day before the name of the meeting, or on a line of its own."""
    for line in lines:
        if line.end - line.start > 120:
            continue
        found = _DATE.search(joined, line.start, line.end)
        if found is None:
            continue
        rest = joined[found.end() : line.end]
        alone = _BEFORE_DATE.search(joined[line.start : found.start()]) is not None and len(rest.strip(" )-")) <= 1
        if alone or "会" in rest:
            month, day = int(found["month"] or found["month2"]), int(found["day"] or found["day2"])
            if 1 <= month <= 12 and 1 <= day <= 31:
                return Found(f"{found['year']}-{month:02}-{day:02}", *found.span())
    return None


def read_speaker(joined: str, lines: Sequence[Line], rules: HeadRules) -> Found | None:
    """Who delivers the report: office and name as written, one blank between them."""
    for index, line in enumerate(lines):
        words = joined[line.start : min(line.end, line.start + 120)]
        if words.startswith(ADDRESS):
            return None
        found = rules.speaker.search(words) or rules.named_first.search(words)
        if found:
            start = min(found.start("office"), found.start("name"))
            end = max(found.end("office"), found.end("name"))
            value = f"{found['office']} {found['name'].replace(' ', '')}"
            return Found(value, line.start + start, line.start + end)
        office = rules.office_line.fullmatch(words)
        if office and index + 1 < len(lines):
            following = lines[index + 1]
            if _NAME_LINE.fullmatch(joined, *following):
                name = joined[following.start : following.end].replace(" ", "")
                return Found(f"{office['office']} {name}", line.start + office.start("office"), following.end)
    return None


def read_place(
    joined: str, lines: Sequence[Line], title: re.Match[str] | None, rules: HeadRules
) -> tuple[Place, int, int] | None:
    """The place that reports: from the title, the meeting, the speaker's government, or the text itself."""
    understand = rules.gazetteer.understand
    start = lines[0].start if lines else 0
    end = min(len(joined), start + HEAD_LENGTH)
    council = joined.find("国务院", start, min(end, start + 400))
    government = _GOVERNMENT.search(joined, start, end)
    if government and government["council"]:
        return Place(NATIONAL, NATIONAL, "national"), *government.span("council")
    meeting = _MEETING.search(joined, start, end)
    candidates: list[tuple[Place, int, int]] = []
    for found, group in ((title, "before"), (title, "place"), (meeting, "place"), (government, "place")):
        if found is None or not found[group]:
            continue
        words = found[group].removesuffix("人民")
        if words == "全国" or words == "国务院":
            return Place(NATIONAL, NATIONAL, "national"), *found.span(group)
        place = understand(words)
        if place and len(words) > 1:
            candidates.append((place, found.start(group), found.start(group) + len(words)))
    if candidates:
        return _fullest(candidates)
    if title and council >= 0 and "国务院" in title[0]:
        return Place(NATIONAL, NATIONAL, "national"), council, council + 3
    return None


def _fullest(candidates: list[tuple[Place, int, int]]) -> tuple[Place, int, int]:
    """Of several readings of the place the one that says most: a name of the list, then the longest."""
    return max(candidates, key=lambda found: (len(found[0].full), -found[1]))


_MUNICIPALITY = re.compile("北京市|天津市|上海市|重庆市")


def place_of_text(joined: str, lines: Sequence[Line], rules: HeadRules) -> tuple[Place, int, int] | None:
    """The place where the head does not name it (我代表市人民政府): the one of that level that the text is full of."""
    start = lines[0].start if lines else 0
    government = _GOVERNMENT.search(joined, start, min(len(joined), start + HEAD_LENGTH))
    words = (government["place"] or "") if government else ""
    level = next((level for ending, level in LEVEL_OF_ENDING.items() if words.startswith(ending)), None)
    level = level or (_level_of_text(joined) if government is None else None)
    found = rules.gazetteer.most_named(joined, level) if level else None
    if found is None:
        return None
    place, at = found
    return place, at, at + len(short_name(place.name))


def _level_of_text(joined: str) -> str | None:
    """The level that a text without a head speaks of itself at (全区, 我区, 区政府), where it is plain.

    A report speaks of its own level and of those above it, hardly of those below: so the lowest counts.
    """
    if joined.count("自治区") > 2:  # 全区 may be the whole of an autonomous region
        return None
    below = 0
    for units, level in (("区县旗", "county"), ("市州", "city"), ("省", "province")):
        counts = [sum(joined.count(word) for word in (f"全{unit}", f"我{unit}", f"{unit}政府")) for unit in units]
        if max(counts) >= MIN_SELF:
            return level if below <= 1 else None
        below += sum(counts)
    return None


def read_issuer(joined: str, lines: Sequence[Line], place: tuple[Place, int, int] | None) -> Found | None:
    """The government that reports, as fully as the head names it."""
    if place is None or not lines:
        return None
    start, end = lines[0].start, min(len(joined), lines[0].start + HEAD_LENGTH)
    where = place[0]
    if where.level == "national":
        at = joined.find("国务院", start, end)
        return Found("国务院", at, at + 3) if at >= 0 else None
    best = _fullest_name(joined, start, end, where)
    if best is not None:
        return best
    government = _GOVERNMENT.search(joined, start, end)
    if government is None:
        return None
    own = where.full if _MUNICIPALITY.match(where.full) else where.name
    return Found(own + "人民政府", *government.span())


def _fullest_name(joined: str, start: int, end: int, where: Place) -> Found | None:
    """The government of the place where the text names it, with as much before its own name as the text has."""
    best: Found | None = None
    for ending in ("人民政府", "政府"):
        at = joined.find(where.name + ending, start, end)
        while at >= 0:
            first, above = at, where.full.removesuffix(where.name)
            while above and first > start and joined[first - 1] == above[-1]:
                first, above = first - 1, above[:-1]
            # Part of a name is no name: 呼伦贝尔市海拉尔区, not 尔市海拉尔区.
            first = first if not above or above[-1] in "省市区" else at
            found = Found(joined[first:at] + where.name + "人民政府", first, at + len(where.name + ending))
            best = found if best is None or len(found.value) > len(best.value) else best
            at = joined.find(where.name + ending, at + 1, end)
    return best
