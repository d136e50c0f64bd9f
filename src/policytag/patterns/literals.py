"""One index over many literal strings: where each of them occurs in a text, whatever their number.

The automaton is Aho–Corasick (``ahocorasick_rs``), so a search costs the same order of time for a hundred literals as
for a hundred thousand. It cannot be pickled: an index travels as its literals and is built again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick, Implementation

_DFA_MAX_CHARACTERS = 50_000
"""Up to this many characters of literals the automaton that is twice as fast is built; above it its size explodes."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class LiteralIndex:
    """Finds every occurrence of every literal.

    Any code point may occur in literals and text. Lone surrogates in a text match nothing and are no error.

    Attributes:
        literals: as given; equal literals are found each under its own number.

    Raises:
        ValueError: a literal is empty or holds a lone surrogate.
    """

    __slots__ = ("_automaton", "literals")

    def __init__(self, literals: Sequence[str]) -> None:
        self.literals = tuple(literals)
        if not all(self.literals):
            raise ValueError("a literal is empty")
        small = sum(map(len, self.literals)) <= _DFA_MAX_CHARACTERS
        implementation = Implementation.DFA if small else Implementation.ContiguousNFA
        self._automaton = AhoCorasick(list(self.literals), store_patterns=False, implementation=implementation)

    def __len__(self) -> int:
        return len(self.literals)

    def finditer(self, text: str) -> list[tuple[int, int, int]]:
        """All matches, overlapping ones too, as ``(literal number, start, end)``, in the order of their ends.

        Offsets count code points; ``end`` is exclusive. No boundary is asked for: ``141`` is found in ``1411``.
        """
        try:
            found: list[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            # Replaced by a NUL each, so that offsets stay; a literal with a NUL just there would be a false match.
            plain = _SURROGATE.sub("\0", text)
            found = self._automaton.find_matches_as_indexes(plain, overlapping=True)
            found = [match for match in found if text[match[1] : match[2]] == self.literals[match[0]]]
        return found

    def __reduce__(self) -> tuple[type[LiteralIndex], tuple[tuple[str, ...]]]:
        return LiteralIndex, (self.literals,)
