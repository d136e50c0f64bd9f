"""Rows that packs hold and that do not count: drafts, rows of other regions, rows that a later pack removes or replaces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policytag.patterns.packs import PackPaths, ReadPack, read_packs
from policytag.patterns.row import INDICATOR, Row, in_region

DRAFT = "its status is draft (take status out, or add --drafts)"


class RowOff(NamedTuple):
    """A row that does not count, and why."""

    row: Row
    why: str


def rows_off(
    packs: PackPaths = (), *, defaults: bool = True, region: str | None = None, drafts: bool = False
) -> list[RowOff]:
    """The rows of packs that ``load_packs`` leaves out, with the same arguments; indicators apart."""
    read, _ = read_packs(packs, defaults=defaults)
    return [RowOff(row, why) for row, why in _left_out(read, region, drafts) if row.label != INDICATOR]


def _left_out(packs: Iterable[ReadPack], region: str | None, drafts: bool) -> Iterator[tuple[Row, str]]:
    last: dict[str, Row] = {}
    for pack in reversed(list(packs)):
        for row in pack.rows:
            later = last.get(row.id)
            if row.disabled:
                pass
            elif row.status == "draft" and not drafts:
                yield row, DRAFT
                continue  # it stands in for no other row
            elif later is not None:
                what = "removed" if later.disabled else "replaced"
                yield row, f"it is {what} by {later.pack}/{later.path}:{later.line}"
            elif not in_region(row.region, region):
                yield row, f"its region is {row.region}, not {region}"
            last.setdefault(row.id, row)
