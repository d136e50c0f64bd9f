"""Word lists: the plain-text half of a pack (units, head words, stop words, cues), as data for the taggers.

A list is a file ``NAME.txt`` in a pack's folder. One entry a line; fields are separated by one tab; ``#`` at the start
of a line makes it a comment, blank lines mean nothing. Lists of the same name in several packs are read one after
the other, so a user's ``units.txt`` adds to the built-in one. What the fields of each list are stands in
:mod:`policytag.patterns.word_list_columns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from policytag.errors import Finding
from policytag.patterns.text_files import BOM, read_text


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
    """The entries of one list, and what kept the file from being read; what the entries say is not looked at."""
    text, findings = read_text(path)
    entries = []
    for number, line in enumerate(text.removeprefix(BOM).splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            fields = tuple(field.strip() for field in line.rstrip().split("\t"))
            entries.append(Entry(fields, pack, path.name, number))
    return entries, findings


def words(lists: WordLists, name: str, kind: str | None = None) -> list[str]:
    """The words (first fields) of a list, in its order; empty where no pack has it.

    Args:
        lists: all lists.
        name: which of them.
        kind: only words whose second field is this one ("": only those without a second field).
    """
    return [entry.word for entry in lists.get(name, ()) if kind is None or entry.field(1) == kind]


def any_of(choices: Iterable[str]) -> str:
    """The source of a regular expression for any of some words, which may stand inside a longer one.

    Where several fit at one place, the longest does. Without words it is an expression that never matches.
    """
    longest_first = sorted(choices, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})" if longest_first else "(?!)"


def merge(parts: Iterable[WordLists]) -> dict[str, tuple[Entry, ...]]:
    """One set of lists from those of several packs, in their order."""
    merged: dict[str, tuple[Entry, ...]] = {}
    for part in parts:
        for name, entries in part.items():
            merged[name] = merged.get(name, ()) + tuple(entries)
    return merged
