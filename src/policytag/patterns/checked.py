"""What the lints look at: the packs under check, with the rows of every other pack beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from policytag.errors import Finding
from policytag.patterns.codes import finding
from policytag.patterns.packs import ReadPack, layer
from policytag.patterns.row import Row
from policytag.patterns.wordlists import WordLists, merge
from policytag.reading.folding import fold


@dataclass(frozen=True)
class Checked:
    """All packs in layering order, and which of them are under check.

    Attributes:
        packs: all packs.
        own: index of the first pack under check; those from there on are.
    """

    packs: Sequence[ReadPack]
    own: int = 0

    @cached_property
    def rows(self) -> list[Row]:
        """Every row that counts after layering: drafts and all regions too, rows of replaced packs not."""
        return layer(self.packs)

    @cached_property
    def own_rows(self) -> list[Row]:
        """The rows under check that count."""
        return [row for row in self.rows if id(row) in self._shown]

    @cached_property
    def _shown(self) -> dict[int, str]:
        return {id(row): pack.shown_path(row) for pack in self.packs[self.own :] for row in pack.rows}

    @cached_property
    def lists(self) -> WordLists:
        """The word lists of all packs."""
        return merge(pack.lists for pack in self.packs)

    @cached_property
    def literals(self) -> dict[int, str]:
        """The folded literal of each row that has one, by the row's ``id()``."""
        return {id(row): fold(row.literal) for row in self.rows if row.literal is not None}

    def is_own(self, row: Row) -> bool:
        """Whether the row is under check."""
        return id(row) in self._shown

    def finding(self, row: Row, code: str, message: str, advice: str = "", severity: str = "") -> Finding:
        """A finding about a row under check; see :func:`policytag.patterns.codes.finding`."""
        return finding(self._shown[id(row)], row.line, code, message, advice, row_id=row.id, severity=severity)


def place(row: Row) -> str:
    """The row as messages name it."""
    return f"{row.id} ({row.pack}/{row.path}:{row.line})"
