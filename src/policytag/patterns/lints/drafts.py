"""Lint of drafts: they are off, which is easily forgotten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from policytag.errors import Finding
from policytag.patterns.checked import Checked
from policytag.patterns.codes import finding


def drafts(checked: Checked) -> Iterator[Finding]:
    """How many rows of each file are drafts: information, for they find nothing until they are asked for."""
    for pack in checked.packs[checked.own :]:
        numbers = Counter(pack.shown_path(row) for row in pack.rows if row.status == "draft")
        for path, number in numbers.items():
            message = f"{number} draft rows are off" if number > 1 else "1 draft row is off"
            yield finding(path, 0, "draft", message)
