"""Which clauses of a text are worth reading: those that hold a word at which a name may end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

import numpy as np

from policytag.patterns.literals import LiteralIndex
from policytag.patterns.wordlists import any_of
from policytag.taggers.names.marks import Mark
from policytag.taggers.names.pieces import Numbers
from policytag.taggers.names.vocabulary import Vocabulary, longest_first

_HEADS = int(Mark.ORG | Mark.WORKS | Mark.TAIL | Mark.ETC | Mark.ACT)
_ALONE, _ETC = int(Mark.WHOLE | Mark.SOLE), int(Mark.ETC)
_COMPANY, _LOOSE = int(Mark.COMPANY), int(Mark.LOOSE)
_NOUN_WITHIN = 14
"""The noun of a list stands at most this many characters after 等."""


class ClauseFinder:
    """Finds the clauses in which a name may stand; it looks at heads only, so that most of a text is read by no rule."""

    def __init__(self, words: Vocabulary, list_nouns: Iterable[str]) -> None:
        self._given = (words, tuple(list_nouns))
        heads = [word for word, marks in zip(words.words, words.marks, strict=True) if _may_end_a_name(marks)]
        # Longer words that hold a head (思路, 高等) are in the index as well, so that the head is not seen in them.
        inner = LiteralIndex(heads) if heads else None
        others = sorted(set(words.words).difference(heads))
        longer = [word for word in others if inner and inner.finditer(word)]
        known = heads + longer
        marks = dict(zip(words.words, words.marks, strict=True))
        self._index = longest_first(known)
        self._is_head = np.array([word < len(heads) for word in range(len(known))], dtype=bool)
        # A head at the very beginning of a clause ends no name, but for those that are names by themselves.
        self._is_alone = np.array([bool(marks[word] & _ALONE) for word in known], dtype=bool)
        self._etc = next((number for number, word in enumerate(known) if marks[word] & _ETC), -1)
        initials = "".join(re.escape(noun[0]) for noun in self._given[1])  # one look at them spares trying all nouns
        bounds = "".join(map(re.escape, words.boundaries))
        follows = f"[^{bounds}]{{0,{_NOUN_WITHIN}}}?(?=[{initials}]){any_of(self._given[1])}"
        self._noun_follows = re.compile(follows if initials else "(?!)")
        self._is_boundary = np.zeros(0x110000, dtype=bool)
        self._is_boundary[[ord(boundary) for boundary in words.boundaries]] = True

    def __reduce__(self) -> tuple[type[ClauseFinder], tuple[Vocabulary, tuple[str, ...]]]:
        return ClauseFinder, self._given

    def find(self, text: str) -> tuple[Numbers, Numbers]:
        """Starts and ends of the clauses that hold a word at which a name may end, in text order.

        The text must hold no lone surrogates.
        """
        matches = self._index.find_matches_as_indexes(text)
        table = np.fromiter(chain.from_iterable(matches), dtype=np.int64, count=3 * len(matches)).reshape(-1, 3)
        word, start, end = table.T
        ends_a_name = self._is_head[word]
        etc = np.flatnonzero(word == self._etc)
        noun_follows = self._noun_follows.match
        ends_a_name[etc] = [noun_follows(text, at) is not None for at in end[etc].tolist()]
        codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
        bounds = np.flatnonzero(self._is_boundary[codes])
        firsts = np.concatenate(([0], bounds + 1))
        clause = np.searchsorted(bounds, start)
        ends_a_name &= (start > firsts[clause]) | self._is_alone[word]
        hot = np.zeros(len(firsts), dtype=bool)
        hot[clause[ends_a_name]] = True
        return firsts[hot], np.concatenate((bounds, [len(text)]))[hot]


def _may_end_a_name(marks: int) -> bool:
    return bool(marks & _HEADS) or bool(marks & _COMPANY and not marks & _LOOSE)
