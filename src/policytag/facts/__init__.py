"""Facts: which indicator a quantity is said of, and how (measure, direction, period, stance)."""

from policytag.facts.reading import read_facts
from policytag.facts.rules import FactRules

__all__ = ["FactRules", "read_facts"]
