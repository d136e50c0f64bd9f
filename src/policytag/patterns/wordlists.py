"""Word lists: the plain-text half of a pack (units, head words, stop words, cues), as data for the taggers.

A list is a file ``NAME.txt`` in a pack's folder. One entry a line; fields are separated by one tab; ``#`` at the start
of a line makes it a comment, blank lines mean nothing. Lists of the same name in several packs are read one after
the other, so a user's ``units.txt`` adds to the built-in one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from policytag.errors import Finding


class Entry(NamedTuple):
    """One line of a word list: its fields, and where it stands (``path`` relative to the pack, 1-based ``line``)."""

    fields: tuple[str, ...]
    pack: str
    path: str
    line: int

    @property
    def word(self) -> str:
        """The first field."""
        return self.fields[0]

    def field(self, index: int, default: str = "") -> str:
        """The field at ``index``, or the default where the line has fewer."""
        return self.fields[index] if index < len(self.fields) else default


WordLists = Mapping[str, tuple[Entry, ...]]
"""Name of the list → its entries, in the order of packs and lines."""


def read_word_list(path: Path, pack: str) -> tuple[list[Entry], list[Finding]]:
    """Read one list: its entries, and what is wrong in the file (not UTF-8: nothing is read)."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8"
        return [], [Finding(str(path), 0, "", "not-utf8", "error", message, "save the file as UTF-8")]
    entries = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            fields = tuple(field.strip() for field in line.rstrip().split("\t"))
            entries.append(Entry(fields, pack, path.name, number))
    return entries, []


def words(lists: WordLists, name: str) -> list[str]:
    """The words (first fields) of a list; empty where no pack has it."""
    return [entry.word for entry in lists.get(name, ())]


def merge(parts: Iterable[WordLists]) -> dict[str, tuple[Entry, ...]]:
    """One set of lists from those of several packs, in their order."""
    merged: dict[str, tuple[Entry, ...]] = {}
    for part in parts:
        for name, entries in part.items():
            merged[name] = merged.get(name, ()) + tuple(entries)
    return merged
