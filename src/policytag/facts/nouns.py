"""The noun after a count: 成立5个/合作社."""

from __future__ import annotations

import re

from policytag.facts.edges import Name, in_quotes
from policytag.facts.rules import FactRules

_MAX_NOUN = 24
_PIECES = frozenset("个项")
_ANY = re.compile("")


def noun_after(joined: str, end: int, high: int, rules: FactRules) -> tuple[Name, bool, bool]:
    """The noun after a count that ends at ``end``; empty where there is none before ``high``.

    Also: do the words after it say that it is new (投产), and does a noun of making end it (创建)?
    """
    nouns = rules.nouns
    opening = nouns.start.match(joined, end, high)
    if opening is None or rules.joints.leading.match(joined, opening.start("noun"), high) is not None:
        return (), False, False
    start, begin = opening.span("noun")
    stop, done, made = high, False, False
    # One character class finds the places to look at: the long list of words is not tried at each character.
    mark = nouns.mark.search(joined, begin, high)
    while mark is not None:
        at = mark.start()
        words = nouns.ends.get(joined[at], _ANY)
        ending = words.match(joined, at, high)
        if ending is not None and not in_quotes(joined, begin, at, high):
            stop, done = at, ending.lastgroup is not None
            break
        mark = nouns.mark.search(joined, at + 1, high)
    if stop == high:
        stop = rules.joints.before(joined, begin, stop)  # 3个车站和/5个码头
    if stop - begin > _MAX_NOUN:
        return (), False, False
    if joined.endswith(nouns.work, start, stop):
        word = next(word for word in nouns.work if joined.endswith(word, start, stop))
        if word not in nouns.tasks or joined[end - 1] not in _PIECES:
            stop -= len(word)
        made = word in nouns.making
    return (((start, stop),) if stop > start else ()), done, made
