"""Quantities: every number that a report gives, with its exact value, unit, dimension and bound."""

from policytag.taggers.quantities.tagger import QuantityRules, find_quantities

__all__ = ["QuantityRules", "find_quantities"]
