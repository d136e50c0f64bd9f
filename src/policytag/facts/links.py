"""The words between the name of an indicator and its number: what they say of the number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from typing import NamedTuple

from policytag.facts.edges import Name
from policytag.facts.numbers import Number
from policytag.facts.rules import FactRules

_COMPARED = re.compile(r"(?:比|较|与)(?![重例])(?:[^,;。:、]{1,16})$")
_TIMES = re.compile(r"(?:是|为|相当于|达到?)[^,;。:、]{1,20}的$")
_SHARE = re.compile(r"(?:约|仅|只)?占(?!地(?![区方])|[用据领])(?:到|了|比)?[^,;。、]{0,30}$")
_MAX_TIMES = 24
_MAX_RANKED = 20
_MAX_DEALING = 4


class Links(NamedTuple):
    """What the words before a number say.

    Attributes:
        end: where they begin: the name ends there.
        kinds: kinds of the words, as in the list fact_links.
        cue: the word that decided, as a stretch of ``joined``; None where there is none.
        share: the number is said to be a part of a whole (占…).
        times: the number counts how many times something else it is (是2010年的2.6倍).
    """

    end: int
    kinds: Set[str]
    cue: tuple[int, int] | None
    share: bool = False
    times: bool = False

    @property
    def silent(self) -> bool:
        """Nothing is said: the number stands in a list with the one before."""
        return not (self.kinds or self.share or self.times)


_DECIDING = frozenset(["grow", "fall", "better", "to", "from", "above", "below", "added", "rank"])
_CARRYING = frozenset(["grow", "fall", "better", "to", "above", "below", "rank"])
_ONLY = {"rank": frozenset(["rank"]), "better": frozenset(["share", "points", "concentration"])}
"""Kinds of words that lead to quantities of some dimensions only."""
_COMPARABLE = frozenset(["grow", "fall", "better", "above", "below", "added"])
_PHRASED = frozenset(["share", "ratio", "points", "multiple"])
"""Dimensions of quantities that phrases such as 占…的 lead to."""
_REFERS = frozenset(["above", "below", "rank", "level", "to", "from"])
_BEFORE_PHRASE = frozenset(["each", "base", "hedge"])


MOVED = frozenset(["grow", "fall", "better"])
"""Kinds of words of change."""


def read_links(joined: str, number: Number, periods: Mapping[int, int], rules: FactRules) -> Links:
    """Take off the words before a number, as far as its clause goes; ``periods``: end of each name of a period → its beginning."""
    low, dimension = number.begin, number.dimension
    links = _words_before(joined, number, periods, rules)
    kinds, end = links.kinds, links.end
    if end <= low:
        return links
    if dimension == "rank":
        found = rules.ranked.search(joined, max(low, end - _MAX_RANKED), end)
        if found is not None:
            return links._replace(end=found.start(), kinds={*kinds, "rank"}, cue=found.span("cue"))
    if dimension in _PHRASED or (kinds and not kinds.isdisjoint(_COMPARABLE)):
        links = _phrases_before(joined, number, links, rules)
    if joined[links.end - 1] == "、" and (links.share or links.times or not links.kinds.isdisjoint(_CARRYING)):
        return links._replace(end=low)  # 获奖、居全市第2: said of what the number before is said of
    return links


def _words_before(joined: str, number: Number, periods: Mapping[int, int], rules: FactRules) -> Links:
    """Words of the list and names of periods, one after the other, from the number backwards."""
    low, end, dimension = number.begin, number.start, number.dimension
    kinds: set[str] = set()
    cue: tuple[int, int] | None = None
    pending: int | None = None  # where the name would end if the words of kind ``than`` belonged to it
    word_at_end = rules.links.at_end
    compared = False  # what was taken off last is a period or a body: 比 and 较 before it belong to it
    while end > low:
        word = word_at_end(joined, low, end)
        if word is None or (word.kind in _ONLY and dimension not in _ONLY[word.kind]):
            if joined[end - 1] in " \r\n" or (end == number.start and joined[end - 1] == "-"):
                end -= 1
                continue
            start = periods.get(end, -1)
            if compared and joined[end - 1] in "比较":
                start, pending = end - 1, None
            if start < low or (start == low and not kinds):
                break
            compared = joined[end - 1] not in "比较"
            end = start
            continue
        kind, start = word.kind, end - word.length
        compared = kind == "than"
        if compared:
            if pending is None:
                pending = end
        elif kind in _REFERS:
            pending = None
        kinds.add(kind)
        if kind in _DECIDING and (cue is None or kind in ("above", "below")):
            cue = start, end
        end = start
    if pending is not None and dimension != "rank" and end > low and joined[end - 1] not in "占比较":
        end = pending
        kinds.discard("than")
    if "each" not in kinds and (dealing := joined.rfind("分别", low, end)) > low and end - dealing <= _MAX_DEALING:
        end = dealing  # 分别/大增5%、6%: a verb that no list has
        kinds.add("each")
    return Links(end if end > low else low, kinds, cue)


def _phrases_before(joined: str, number: Number, links: Links, rules: FactRules) -> Links:
    """Longer phrases before those words: 占…的, 是…的, 比…, 低于….  They begin where the name ends."""
    low, dimension = number.begin, number.dimension
    rest = joined[low : links.end]
    if dimension in ("share", "ratio") and "占" in rest and not rest.endswith(rules.parts):
        found = _SHARE.search(rest)
        if found:
            cue = low + found.start(), low + found.end()
            links = _before_phrase(joined, low, links._replace(end=cue[0], cue=cue, share=True), rules)
    if not links.share and dimension in ("share", "points", "multiple"):
        found = rules.rivals.search(rest)
        if found:
            cue = low + found.start(), low + found.end("rival")
            kinds = {*links.kinds, rules.rival_kinds[found["rival"]]}
            links = _before_phrase(joined, low, Links(cue[0], kinds, cue), rules)
    if dimension in ("multiple", "ratio") and joined.endswith("的", 0, number.start):
        found = _TIMES.search(joined, max(low, number.start - _MAX_TIMES), number.start)
        if found:
            links = _before_phrase(joined, low, links._replace(end=min(links.end, found.start()), times=True), rules)
    if not links.kinds.isdisjoint(_COMPARABLE) and ("比" in rest or "较" in rest):
        found = _COMPARED.search(joined[low : links.end])
        if found:
            links = links._replace(end=low + found.start())
    return links


def _before_phrase(joined: str, low: int, links: Links, rules: FactRules) -> Links:
    """Take off small words before a phrase as well (分别/占…)."""
    end, kinds = links.end, set(links.kinds)
    while end > low:
        word = rules.links.at_end(joined, low, end)
        if word is None or word.kind not in _BEFORE_PHRASE:
            break
        kinds.add(word.kind)
        end -= word.length
    return links._replace(end=end, kinds=kinds)


def directed(joined: str, links: Links, name: Name, rules: FactRules) -> Links:
    """A change for the good: a fall of what is better when there is less of it, else growth."""
    way = "fall" if joined.endswith(rules.ends.burden, *name[-1]) else "grow"
    return links._replace(kinds=links.kinds - {"better"} | {way})
