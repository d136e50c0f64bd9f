"""Terms: policy terms that no row lists, by the shape of a quotation, its surroundings and the document's own glossary."""

from policytag.taggers.terms.finding import find_terms
from policytag.taggers.terms.rules import TermRules

__all__ = ["TermRules", "find_terms"]
