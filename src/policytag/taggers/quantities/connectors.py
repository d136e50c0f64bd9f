"""What ties the numbers of a list, a range, a ratio or a fraction together."""

from __future__ import annotations

LIST = frozenset(("、", "和", "与", "及", "或", "以及"))
RANGE = frozenset(("-", "--", "~", "~~", "至", "到"))
RATIO = frozenset((":", "比"))
FRACTION = frozenset(("/",))
CONNECTORS = LIST | RANGE | RATIO | FRACTION

_BLANKS = " \r\n"
EDGES = frozenset("".join(CONNECTORS) + _BLANKS)
"""With what a connector, with the blanks around it, may begin or end."""
LONGEST = 12
"""How long it may be with them."""


def between(text: str, reach: int, start: int) -> str:
    """What stands between the end of a number and the start of the next, without the blanks around it."""
    return text[reach:start].strip(_BLANKS)
