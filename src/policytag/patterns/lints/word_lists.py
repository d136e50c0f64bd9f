"""Lints of word lists: words that are never found as they are written, lines that do not go with the others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

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


def between_lines(checked: Checked) -> Iterator[Finding]:
    """Lines under check that do not go with the others: fields that no line says, relations to words that no line has."""
    own = {str(path) for pack in checked.packs[checked.own :] for path in pack.folder.files}
    packs = [(pack.folder.root, pack.lists) for pack in checked.packs]
    found = chain(word_list_check.unsaid_fields(packs), word_list_check.unknown_relations(packs))
    return (one for one in found if one.path in own)
