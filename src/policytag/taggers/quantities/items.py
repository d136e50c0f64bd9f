"""A number of the text with its place, on its way into a list, a range or a ratio."""

from __future__ import annotations

from typing import Any, NamedTuple

from policytag.taggers.quantities.hedges import Hedge
from policytag.taggers.quantities.reading import Reading


class Item(NamedTuple):
    """A number of the text.

    Attributes:
        start: offset of its span in the joined text.
        end: end of its span, hedges left out.
        reach: end of what was found, the hedge behind it included; the next number may follow here.
        reading: what it says; None where it is no quantity by itself.
        number: the digits of an Arabic number, without commas and blanks, which a list or a range may complete; "" where there are none.
        tail: the scale behind them (万, 多万) or "".
        unit: the unit as written, or None.
        before: the hedge before it.
        after: the hedge behind it.
        rule: name of the rule.
    """

    start: int
    end: int
    reach: int
    reading: Reading | None
    number: str = ""
    tail: str = ""
    unit: str | None = None
    before: Hedge | None = None
    after: Hedge | None = None
    rule: str = ""

    @property
    def bare(self) -> bool:
        """Is it an Arabic number without scale and unit?"""
        return self.number != "" and not self.tail and self.unit is None

    def found(self) -> Found | None:
        """The quantity that the number is; None where it is none."""
        reading = self.reading
        if reading is None:
            return None
        hedge = self.after or self.before
        fields = reading.attributes(reading.bound if reading.inner or hedge is None else hedge.bound)
        before, after = (None, None) if reading.inner else (self.before, self.after)
        return self.start, self.end, f"quantity.{self.rule or reading.dimension}", fields, before, after


Found = tuple[int, int, str, dict[str, Any], Hedge | None, Hedge | None]
"""A quantity: start and end in the joined text, rule, fields of ``report.Quantity``, the hedge before and the one behind."""
