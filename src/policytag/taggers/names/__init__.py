"""Names: organizations and projects that no row lists, by head words, left edges and coordination."""

from policytag.taggers.names.finding import find_names
from policytag.taggers.names.rules import NameRules

__all__ = ["NameRules", "find_names"]
