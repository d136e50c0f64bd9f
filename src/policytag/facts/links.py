"""The words between the name of an indicator and its number: what they say of the number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from typing import NamedTuple

from policytag.facts.rules import FactRules

_COMPARED = re.compile(r"(?:比|较|与)(?![重例])(?:[^,;。:、]{1,16})$")
_RIVAL = re.compile(r"(?:高于|低于|快于|慢于|高出|超出|好于|优于|领先于?|落后于?)(?P<other>[^,;。:、]{1,16})$")
_BELOW = ("低于", "慢于", "落后")
_TIMES = re.compile(r"(?:是|为|相当于|达到?)[^,;。:、]{1,20}的$")
_SHARE = re.compile(r"(?:约|仅|只)?占(?!地(?![区方])|[用据领])(?:到|了|比)?(?P<whole>[^,;。、]{0,30})$")
_SHARE_NAME = re.compile(r"(?:比重|占比|比例|份额)$")


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
    share: bool
    times: bool

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


def read_links(joined: str, low: int, at: int, dimension: str, periods: Mapping[int, int], rules: FactRules) -> Links:
    """Take off the words before the number at ``at``, not before ``low``."""
    kinds: set[str] = set()
    cue: tuple[int, int] | None = None
    end = at
    pending: int | None = None  # where the name would end if the words of kind ``than`` belonged to it
    word_at_end = rules.links.at_end
    compared = False  # what was taken off last is a period or a body: 比 and 较 before it belong to it
    while end > low:
        word = word_at_end(joined, low, end)
        if word is None or (word.kind in _ONLY and dimension not in _ONLY[word.kind]):
            if joined[end - 1] == " ":
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
    if end <= low:
        return Links(low, kinds, cue, False, False)
    if dimension in _PHRASED or (kinds and not kinds.isdisjoint(_COMPARABLE)):
        return _phrases(joined, low, end, at, dimension, kinds, cue, rules)
    if kinds and joined[end - 1] == "、" and not kinds.isdisjoint(_CARRYING):
        end = low
    return Links(end, kinds, cue, False, False)


def _phrases(
    joined: str,
    low: int,
    end: int,
    at: int,
    dimension: str,
    kinds: set[str],
    cue: tuple[int, int] | None,
    rules: FactRules,
) -> Links:
    """Longer phrases before those words: 占…的, 是…的, 比…, 低于….  They begin where the name ends."""
    rest = joined[low:end]
    share = times = False
    if dimension in ("share", "ratio") and "占" in rest and not _SHARE_NAME.search(rest):
        found = _SHARE.search(rest)
        if found:
            share, cue, end = True, (low + found.start(), low + found.end()), low + found.start()
            end = _before_phrase(joined, low, end, kinds, rules)
    if not share and dimension in ("share", "points", "multiple"):
        found = _RIVAL.search(rest)
        if found:
            kinds.add("below" if found[0].startswith(_BELOW) else "above")
            cue, end = (low + found.start(), low + found.start() + 2), low + found.start()
            end = _before_phrase(joined, low, end, kinds, rules)
    if dimension in ("multiple", "ratio") and joined[at - 1] == "的":
        found = _TIMES.search(joined, max(low, at - 24), at)
        if found:
            times, end = True, min(end, found.start())
    if not kinds.isdisjoint(_COMPARABLE) and ("比" in rest or "较" in rest):
        found = _COMPARED.search(joined[low:end])
        if found:
            end = low + found.start()
    if joined[end - 1] == "、" and (share or times or not kinds.isdisjoint(_CARRYING)):
        end = low  # 获奖、居全市第2: said of what the number before is said of
    return Links(end, kinds, cue, share, times)


def _before_phrase(joined: str, low: int, end: int, kinds: set[str], rules: FactRules) -> int:
    """Take off small words before a phrase as well (分别/占…)."""
    while end > low:
        word = rules.links.at_end(joined, low, end)
        if word is None or word.kind not in ("each", "base", "hedge"):
            break
        kinds.add(word.kind)
        end -= word.length
    return end
