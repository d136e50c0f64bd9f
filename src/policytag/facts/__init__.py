"""Facts: which indicator a quantity is said of, and how (measure, direction, period, stance)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass
class FactRules:
    @classmethod
    def from_packs(cls, lists: Any, rows: Any) -> "FactRules":
        return cls()


def read_facts(folded: Any, data: Any, rules: FactRules) -> None:
    pass
