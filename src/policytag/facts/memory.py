"""What was said before in the same sentence: names that later numbers are said of, and names still to be dealt out."""

from __future__ import annotations

from policytag.facts.edges import Name
from policytag.facts.measures import Saying


class Memory:
    """Nothing is carried over a full stop: it is cleared for each sentence.

    Attributes:
        names: names of the last number.
        group: names of the last coordination (工业、农业增加值分别…).
        recent: every name of the sentence, in order.
        dealt: names that the next numbers of a list are said of, one by one.
        saying: how the last number was said of its name.
        kind: kind of the verb before the last name; it reaches the rest of a list (新增A 5家、B 8家).
        owner: the place that the names of the clause are of (澄溪区地区生产总值), as a stretch of ``joined``.
        unit: unit of the last number; ``dimension`` too.
        of_unit: unit → names of the last number that has it.
        amount: name of the last amount whose owner stands after its number (投资5亿元的/码头), as long as a list goes on.
        district: the bare place that the numbers of the clause are of (澄溪区/增长5%、居第2).
        districts: places that the next numbers of a list are of, one by one.
        used: end of the noun after a count that was taken as its name; no part of the next name.
        sorted_from: where the clause of a number began that only sorts what the next number counts (亿元以上项目/11个).
    """

    __slots__ = (
        "amount", "dealt", "dimension", "district", "districts", "group", "kind", "names", "of_unit", "owner", "recent",
        "saying", "sorted_from", "unit", "used",
    )  # fmt: skip

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """A new sentence: forget everything."""
        self.names: list[Name] = []
        self.group: list[Name] = []
        self.recent: list[Name] = []
        self.dealt: list[Name] = []
        self.saying: Saying | None = None
        self.kind: str | None = None
        self.owner: tuple[int, int] | None = None
        self.unit: str | None = None
        self.dimension: str | None = None
        self.of_unit: dict[str | None, list[Name]] = {}
        self.amount: Name = ()
        self.district: tuple[int, int] | None = None
        self.districts: list[tuple[int, int]] = []
        self.used = 0
        self.sorted_from: int | None = None

    def say(self, names: list[Name], saying: Saying) -> None:
        """A number with names of its own."""
        self.names, self.saying = names, saying
        self.group = names if len(names) > 1 else []
        self.recent += names

    def hear(self, unit: str | None, dimension: str, names: list[Name]) -> None:
        """The unit and dimension of a number, and what it was said of."""
        self.unit, self.dimension = unit, dimension
        if names:
            self.of_unit[unit] = names

    def deal(self, names: list[Name]) -> None:
        """Several names for the numbers of a list: the first for this one, the others for those that follow.

        An empty name stands for none.
        """
        self.dealt = names
        self.deal_next()

    def deal_next(self) -> None:
        """The next name of a list that is being dealt out."""
        self.names, self.dealt = [name for name in self.dealt[:1] if name], self.dealt[1:]

    def last(self, count: int) -> list[Name]:
        """The names that a list of ``count`` numbers without names is said of (分别增长12%和31%); fewer where there are none."""
        return self.group if len(self.group) == count else self.recent[-count:]
