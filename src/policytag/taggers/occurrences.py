"""Where names that were found once in a text stand again in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

SHORTEST = 3
"""Shorter names (characters) are not looked for: places are found by the first three."""


def occurrences(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Start and end of every occurrence of some names in a text, in the order of their starts; they may overlap.

    One pass over the text in arrays, whatever the number of names; no index has to be built for them.
    """
    names = {name for name in names if len(name) >= SHORTEST}
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:SHORTEST], set()).add(len(name))
    if not lengths:
        return
    sought = np.zeros(1 << 16, dtype=bool)
    sought[_codes_of_three("".join(lengths))[::SHORTEST]] = True
    # A few places have the code of another beginning.
    for start in np.flatnonzero(sought[_codes_of_three(text)]).tolist():
        for length in lengths.get(text[start : start + SHORTEST], ()):
            if text[start : start + length] in names:
                yield start, start + length


def _codes_of_three(text: str) -> npt.NDArray[np.uint16]:
    """A number for each three characters that follow each other."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint16)
    threes: npt.NDArray[np.uint16] = (codes[:-2] * np.uint16(31) + codes[1:-1]) * np.uint16(31) + codes[2:]
    return threes
