"""Structure: what part of which report a sentence is.

:func:`read_structure` reads a folded text and gives its head, zones, sections, sentences, glossary and periods;
:class:`ClauseTimes` tells the period and stance of a single figure inside a sentence.
"""

from policytag.structure.clauses import ClauseTimes
from policytag.structure.reader import read_structure
from policytag.structure.rules import StructureRules
from policytag.structure.timing import Timing

__all__ = ["ClauseTimes", "StructureRules", "Timing", "read_structure"]
