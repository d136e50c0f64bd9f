"""One index over many literal strings: where each of them occurs in a text, whatever their number.

The automaton is Aho–Corasick (``ahocorasick_rs``), so a search costs the same order of time for a hundred literals as
for a hundred thousand. It runs on one byte a character: the characters that occur in literals are dealt out over 255
classes, all others are class 0. That makes a third of the states and steps that UTF-8 would, and offsets are code
points as they are; strings that differ only within a class are told apart afterwards. The automaton cannot be pickled:
an index travels as its literals and is built again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt
from ahocorasick_rs import BytesAhoCorasick, Implementation

_CLASSES = 255


class LiteralIndex:
    """Finds every occurrence of every literal.

    Any code point may occur in literals and text, NUL and lone surrogates too.

    Attributes:
        literals: as given; equal literals are found each under its own number.

    Raises:
        ValueError: a literal is empty.
    """

    __slots__ = ("_automaton", "_class_of", "literals")

    def __init__(self, literals: Sequence[str]) -> None:
        self.literals = tuple(literals)
        if not all(self.literals):
            raise ValueError("a literal is empty")
        self._class_of = _classes(self.literals)
        encoded = self._encode("".join(self.literals))
        ends = np.cumsum([len(literal) for literal in self.literals]).tolist()
        self._automaton = BytesAhoCorasick(
            [encoded[start:end] for start, end in zip([0, *ends], ends, strict=False)],
            # Not DFA: its tens of MiB leave the processor's cache while the other steps work, and are read anew each time.
            implementation=Implementation.ContiguousNFA,
        )

    def __len__(self) -> int:
        return len(self.literals)

    def finditer(self, text: str) -> list[tuple[int, int, int]]:
        """All matches, overlapping ones too, as ``(literal number, start, end)``, in the order of their ends.

        Offsets count code points; ``end`` is exclusive. No boundary is asked for: ``141`` is found in ``1411``.
        """
        found = self._automaton.find_matches_as_indexes(self._encode(text), overlapping=True)
        literals = self.literals
        return [match for match in found if text.startswith(literals[match[0]], match[1])]

    def _encode(self, text: str) -> bytes:
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        return self._class_of[codes].tobytes()

    def __reduce__(self) -> tuple[type[LiteralIndex], tuple[tuple[str, ...]]]:
        return LiteralIndex, (self.literals,)


def _classes(literals: Sequence[str]) -> npt.NDArray[np.uint8]:
    """For each code point its class; the characters that literals use most share theirs with the rarest."""
    table = np.zeros(0x110000, dtype=np.uint8)
    counts = Counter(chain.from_iterable(literals))
    ranked = sorted(counts, key=lambda char: (-counts[char], char))
    table[[ord(char) for char in ranked]] = np.arange(len(ranked)) % _CLASSES + 1
    return table
