"""Reading facts: number after number through each sentence, with what was said before in mind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from policytag.analysis import AnalysisData, Sentence
from policytag.facts.clauses import Clauses
from policytag.facts.coordination import all_names, split_names
from policytag.facts.links import Links, read_links
from policytag.facts.measures import Saying, saying_of
from policytag.facts.names import EMPTY, Name, Reading, noun_after, read_name
from policytag.facts.rules import FactRules
from policytag.facts.writing import facts_of, indicator
from policytag.reading.folding import FoldedText
from policytag.structure import ClauseTimes

_LIST_GAP = re.compile(r"(?:以上|左右|以内|以下|多)?[、,和及与]{1,2}(?:约|近|超过?|突破|达到?)?")
_THRESHOLD = re.compile(r"(?:以上|以下|以内)?的(?!目标|预期|水平|任务|好成绩|成绩|历史)")
_GROWTH_AFTER = re.compile(r"(?:以上|左右|以内)?的(?:年均|平均|高|较快)?(?:增长|增速|增幅|速度增长)")
_VERB_ENDS = ("新增", "完成", "共", "累计")
_MAX_GAP = 6
_MAX_DEALT = 12
_COUNTABLE = frozenset(
    ["count", "area", "length", "mass", "volume", "energy", "power", "data", "other", "money", "duration"]
)
_WITH_SEVERAL = frozenset(["growth", "share", "rank", "gap"])


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


_PLACE_PART = re.compile(r"[^省市县区旗州盟镇乡]{1,10}(?:自治[区州县旗]|地区|新区|[省市县区旗州盟镇乡])")


def own_names(place: str | None) -> tuple[str, ...]:
    """What a report calls its own place by: the full name and the last part of it (重庆市云溪区, 云溪区)."""
    if not place:
        return ()
    parts = _PLACE_PART.findall(place)
    return (place, parts[-1]) if parts and parts[-1] != place else (place,)


class Reader:
    """One text on its way through the facts step."""

    def __init__(
        self, folded: FoldedText, data: AnalysisData, rules: FactRules, quantities: Sequence[tuple[int, dict[str, Any]]]
    ) -> None:
        self.folded, self.data, self.rules = folded, data, rules
        self.joined = folded.joined
        self.quantities = quantities
        place = folded.to_joined
        self.spans = [(place(q["start"]), place(q["end"])) for _, q in quantities]
        mentions = [self.bare_period(place(p["start"]), place(p["end"])) for p in data["periods"]]
        self.period_ends = dict(mentions)
        self.period_starts = {end: start for start, end in mentions}
        self.clauses = Clauses(self.joined)
        self.times = ClauseTimes(folded, data, rules.structure)
        self.place: str | None = data["meta"].get("place")
        self.own = own_names(self.place)
        self.begin_sentence()

    def bare_period(self, start: int, end: int) -> tuple[int, int]:
        """A name of a period without the verb that it may end in (五年新增)."""
        year = self.joined.find("年", start, end)
        return (start, year + 1) if year > start and self.joined.endswith(_VERB_ENDS, start, end) else (start, end)

    def begin_sentence(self) -> None:
        """Forget what was said: nothing is carried over a full stop."""
        self.names: list[Name] = []  # of the last number
        self.group: list[Name] = []  # of the last coordination
        self.recent: list[Name] = []  # every name of the sentence, in order
        self.dealt: list[Name] = []  # names still to be dealt out
        self.saying: Saying | None = None
        self.kind: str | None = None  # of the verb before the last name
        self.used = 0  # end of the noun that was taken as the last name

    def read(self) -> None:
        """Read every number."""
        sentences = self.data["sentences"]
        at_sentence, last_end = 0, 0
        current: Sentence | None = None
        for number, (index, quantity) in enumerate(self.quantities):
            start, end = self.spans[number]
            while at_sentence < len(sentences) and sentences[at_sentence][1] <= quantity["start"]:
                at_sentence += 1
            sentence = sentences[at_sentence] if at_sentence < len(sentences) else None
            if sentence is not None and sentence[0] > quantity["start"]:
                sentence = None
            if sentence is not current or sentence is None:
                self.begin_sentence()
                current = sentence
            low = max(last_end, self.used, 0 if sentence is None else self.folded.to_joined(sentence[0]))
            names, saying = self.read_one(number, low, start, end, quantity["dimension"], quantity["bound"])
            self.write(index, quantity, sentence, names, saying)
            last_end = end

    def read_one(
        self, number: int, low: int, start: int, end: int, dimension: str, bound: str
    ) -> tuple[list[Name], Saying]:
        """Names and saying of one number; ``low`` is the end of the number before or the beginning of the sentence."""
        joined, rules = self.joined, self.rules
        clause = self.clauses.start(start, low)
        fresh = clause >= low
        begin = max(low, clause)
        if self.dealt and _LIST_GAP.fullmatch(joined, low, start):
            self.names = [self.dealt.pop(0)]
            assert self.saying is not None
            return self.names, self.saying
        self.dealt = []
        links = read_links(joined, begin, start, dimension, self.period_starts, rules)
        whole = bool(links.kinds & {"grow", "fall"}) or links.share or dimension in ("rank", "points", "multiple")
        reading = (
            read_name(joined, begin, links.end, self.period_ends, rules, whole=whole) if links.end > begin else EMPTY
        )
        if fresh:
            self.kind = None
        high = self.spans[number + 1][0] if number + 1 < len(self.spans) else len(joined)
        noun: Name = ()
        done = made = False
        if dimension in _COUNTABLE or (dimension == "share" and not reading.name and fresh):
            noun, done, made = noun_after(joined, end, min(high, end + 30), rules)
        if noun and self.takes_noun(reading, links, dimension, fresh, start):
            follows = high if high < end + 30 else -1
            return self.before_noun(
                noun,
                done or (made and (reading.kind == "drop" or "level" in links.kinds)),
                reading,
                links,
                dimension,
                follows,
            )
        return self.after_name(number, fresh, reading, links, dimension, done, start, end, low, bound)

    def takes_noun(self, reading: Reading, links: Links, dimension: str, fresh: bool, start: int) -> bool:
        """Is the name of a count the noun after it (成立5个合作社), not what stands before it (合作社5个)?"""
        joined = self.joined
        if reading.attributive:
            return True
        if links.kinds & {"to", "from", "above", "below", "each"} or links.share or links.times:
            return False
        if links.kinds & {"grow", "fall"}:
            return fresh and not reading.name and dimension == "count"
        if not reading.name or reading.name[0][1] - reading.name[0][0] == 1:
            return not (dimension == "duration" and "base" in links.kinds)
        if dimension == "count" and joined.find("、", *reading.name[0]) > 0:
            return True  # X镇、Y镇 2个示范镇
        if joined[start - 1] == "的" or (dimension == "count" and joined[start] in "两二三四五六七八九十"):
            return True
        return dimension not in ("money", "duration") and reading.kind is None and "level" not in links.kinds

    def before_noun(
        self, noun: Name, done: bool, reading: Reading, links: Links, dimension: str, follows: int
    ) -> tuple[list[Name], Saying]:
        """A count before its noun; ``follows`` is the offset of the next number."""
        joined, (start, end) = self.joined, noun[0]
        kind = reading.kind or (None if reading.name else self.kind)
        if dimension == "share":
            of = joined[start - 1] == "的"
            saying = Saying("share" if of else "level", False, None, "share of a noun")
        elif dimension == "duration":
            saying = Saying("duration", False, None, "duration")
        elif end == follows:
            saying = Saying("other", False, None, "count before a noun")
        elif kind == "fall" or "fall" in links.kinds:
            saying = Saying("growth", True, reading.cue, "verb of shrinking before a count")
        elif done or kind == "added" or "added" in links.kinds:
            saying = Saying("added", False, reading.cue or links.cue, "count of new ones")
        elif kind == "drop" or "level" in links.kinds:
            saying = Saying("level", False, reading.cue or links.cue, "count of what was done")
        else:
            saying = Saying("other", False, None, "count before a noun")
        self.names, self.saying, self.kind = [noun], saying, kind
        self.used = end
        self.group = []
        self.recent.append(noun)
        return self.names, saying

    def after_name(
        self,
        number: int,
        fresh: bool,
        reading: Reading,
        links: Links,
        dimension: str,
        done: bool,
        start: int,
        end: int,
        low: int,
        bound: str,
    ) -> tuple[list[Name], Saying]:
        """A number after its name, or after another number of the same name."""
        joined = self.joined
        name, kind = reading.name, reading.kind
        listed = not fresh and joined[low : low + 3].lstrip("以上左右内 ")[:1] in ("、", "和", "及", "与")
        changed = False
        if name and joined.startswith(self.own, name[0][0]):
            name = self.without_own_place(name)
        if name:
            found = self.rules.change.search(joined, *name[-1])
            if found and joined[name[0][0] : name[-1][1]] not in self.rules.fixed:
                changed = True
                cut = (name[-1][0], found.start())
                name = (*name[:-1], cut) if cut[1] > cut[0] else name[:-1]
        if joined[start - 1] == "的" and dimension == "share" and not links.kinds & {"grow", "fall"}:
            links = links._replace(share=True)  # 完成总投资的55%
        if name:
            if listed and kind is None and not links.kinds & {"grow", "fall", "level"} and not self.is_sum(name):
                kind = self.kind
            self.kind = kind
        elif (
            kind is None
            and not fresh
            and not (links.kinds or links.share or links.times)
            and self.saying is not None
            and listed
            and self.names
        ):
            return self.deal_or_carry(number, links, self.saying)
        text = "".join(joined[a:b] for a, b in name)
        saying = saying_of(dimension, links, kind, text, reading.cue)
        if saying.measure == "level" and bound != "exact" and name and _THRESHOLD.match(joined, end):
            saying = Saying("other", False, None, "threshold")  # 总投资超50亿元的项目
        if changed and saying.measure == "level" and dimension in ("share", "points"):
            saying = Saying("growth", False, links.cue, "name of a change")
        if saying.measure in ("level", "share") and dimension == "share" and _GROWTH_AFTER.match(joined, end):
            saying = Saying("growth", False, None, "growth after the number")
        if done and saying.measure == "level" and dimension == "count":
            saying = Saying("added", False, None, "new ones after the count")
        if joined[start - 1] == "-" and saying.measure == "growth":
            saying = saying._replace(negative=True)
        self.saying = saying
        if not name:
            return self.deal_or_carry(number, links, saying)
        return self.deal_fresh(number, name, links, saying, dimension)

    def is_sum(self, name: Name) -> bool:
        """Does the name end in a sum or a rate, which no verb before the list reaches (建成项目8个、投资额5亿元)?"""
        return self.joined[name[-1][1] - 1] in "率额值量比资"

    def without_own_place(self, name: Name) -> Name:
        """The name without the report's own place at its beginning."""
        start, end = name[0]
        for place in self.own:
            if (
                self.joined.startswith(place, start)
                and end - start - len(place) >= 2
                and (self.joined[start + len(place)] not in "区场级本政内外")
            ):
                return ((start + len(place), end), *name[1:])
        return name

    def deal_or_carry(self, number: int, links: Links, saying: Saying) -> tuple[list[Name], Saying]:
        """No name of its own: the last one, or those of the list before (分别增长17%和25%)."""
        if "each" in links.kinds:
            count = self.run_from(number)
            names = self.group if len(self.group) == count else self.recent[-count:]
            if count > 1 and len(names) == count:
                self.names, self.dealt = [names[0]], list(names[1:])
        return self.names, saying

    def deal_fresh(
        self, number: int, name: Name, links: Links, saying: Saying, dimension: str
    ) -> tuple[list[Name], Saying]:
        """A name, or several, of its own."""
        joined, rules = self.joined, self.rules
        names = [name]
        if "each" in links.kinds:
            count = self.run_from(number)
            if count > 1:
                names = split_names(joined, name, count, rules)
                if len(names) == count:
                    self.group = names
                    self.recent += names
                    self.names, self.dealt = [names[0]], list(names[1:])
                    return self.names, saying
            else:
                names = all_names(joined, name, rules, strict=False)
        elif saying.measure in _WITH_SEVERAL or (saying.measure == "level" and dimension == "share"):
            names = all_names(joined, name, rules, strict=True)
        self.group = names if len(names) > 1 else []
        self.recent += names
        self.names = names
        return names, saying

    def run_from(self, number: int) -> int:
        """How many numbers, from this one on, stand side by side."""
        count = 1
        for i in range(number + 1, min(len(self.spans), number + _MAX_DEALT)):
            left, right = self.spans[i - 1][1], self.spans[i][0]
            if right - left > _MAX_GAP or not _LIST_GAP.fullmatch(self.joined, left, right):
                break
            count += 1
        return count

    def write(
        self,
        index: int,
        quantity: dict[str, Any],
        sentence: Sequence[Any] | None,
        names: Sequence[Name],
        saying: Saying,
    ) -> None:
        """Put what was read into the quantity and its facts."""
        folded = self.folded
        cells: dict[str, list[int]] = {}
        period = stance = None
        if sentence is not None:
            timed = sentence if isinstance(sentence, Sentence) else Sentence(*sentence)
            period, period_cue = self.times.period(timed, quantity["start"])
            stance, stance_cue = self.times.stance(timed, quantity["start"], quantity["end"], period)
            if period_cue:
                cells["period"] = list(period_cue)
            if stance_cue:
                cells["stance"] = list(stance_cue)
        if saying.cue:
            cells["measure"] = list(folded.span(*saying.cue))
        quantity["indicators"] = [indicator(folded, name, self.rules) for name in names]
        quantity["measure"] = saying.measure
        quantity["period"], quantity["stance"] = period, stance
        self.data["facts"] += facts_of(quantity, index, saying, self.place, cells)
