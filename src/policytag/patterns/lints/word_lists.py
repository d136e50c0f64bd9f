"""Lints of word lists: words that are never found as they are written, fields that no line says."""

from __future__ import annotations

from collections.abc import Iterator

from policytag.errors import Finding
from policytag.patterns import word_list_check
from policytag.patterns.checked import Checked
from policytag.patterns.codes import finding
from policytag.patterns.word_list_columns import COLUMNS
from policytag.reading.folding import fold


def variants(checked: Checked) -> Iterator[Finding]:
    """Texts are folded before the search and lists are not, so only the plain form of a word is ever found."""
    for pack in checked.packs[checked.own :]:
        for name in COLUMNS:
            for entry in pack.lists.get(name, ()):
                if fold(entry.word) != entry.word:
                    message = f"{entry.word!r} is full-width or in traditional characters: it is never found"
                    path = str(pack.folder.root / entry.path)
                    yield finding(path, entry.line, "variant", message, f"write {fold(entry.word)!r}")


def unsaid_fields(checked: Checked) -> Iterator[Finding]:
    """Fields of lines under check that neither they nor an earlier line for the same word say."""
    own = {str(path) for pack in checked.packs[checked.own :] for path in pack.folder.files}
    packs = ((pack.folder.root, pack.lists) for pack in checked.packs)
    return (found for found in word_list_check.unsaid_fields(packs) if found.path in own)
