"""The types of annotations and facts, and of what they are made of.

All offsets are code points into the report's text exactly as it was given, ``end`` exclusive. All numbers are
``decimal.Decimal``; in JSON they are strings in plain notation. What a span of each type is, and what the fields of a
quantity mean, is laid down in docs/guide.md.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, PlainSerializer, Tag

from policytag.errors import NotAnnotatedError

Number = Annotated[Decimal, PlainSerializer(lambda number: format(number, "f"), return_type=str, when_used="json")]
"""An exact decimal; a string in plain notation in JSON (``"28640000000"``, never ``2.864E+10``)."""

Offsets = tuple[int, int]
"""``(start, end)`` in code points of the report's text, end exclusive."""

Level = Literal["national", "province", "city", "county", "town"]
Stance = Literal["reported", "target", "background"]
OrgKind = Literal[
    "party", "government", "congress", "court", "company", "bank", "school", "hospital",
    "institute", "association", "media", "military", "other",
]  # fmt: skip
ProjectKind = Literal[
    "rail", "road", "water", "energy", "industry", "school", "hospital", "housing", "culture", "other"
]
Stage = Literal["planned", "started", "ongoing", "completed", "operating"]
Dimension = Literal[
    "money", "share", "points", "count", "area", "length", "mass", "volume", "energy", "power", "concentration", "data",
    "speed", "temperature", "duration", "frequency", "rate", "ratio", "rank", "multiple", "other",
]  # fmt: skip
Bound = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than"]
Measure = Literal["level", "growth", "gap", "share", "rank", "ratio", "added", "duration", "other"]


class FrozenModel(BaseModel):
    """Base of all result types: immutable, and strict about its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Cue(FrozenModel):
    """A stretch of text that decided something: the text and its offsets."""

    text: str
    start: int
    end: int


class Evidence(FrozenModel):
    """Why an annotation or fact is there.

    Attributes:
        tagger: the layer it comes from: patterns, quantities, names, terms; ``facts`` for a fact.
        rule: id of the pattern row, or the name of the tagger's rule.
        pack: name of the pack that holds the row; None for a tagger's rule.
        path: the row's file, relative to its pack; None for a tagger's rule.
        line: 1-based line in that file.
        condition: the context condition that let the match pass, in words; None where none was needed.
        cue: the text that fulfilled the condition.
    """

    tagger: str
    rule: str
    pack: str | None = None
    path: str | None = None
    line: int | None = None
    condition: str | None = None
    cue: Cue | None = None


class BaseAnnotation(FrozenModel):
    """What all annotations have.

    Attributes:
        type: POLICY_TERM, ORG, PROJECT, QUANTITY, or the label of a user's own row.
        start: offset of the first character (code points into the text as given).
        end: offset after the last character.
        text: ``report.text[start:end]``.
        section: index into ``report.sections``; None where the text has no sections.
        evidence: the rule that made it.
    """

    type: str
    start: int
    end: int
    text: str
    section: int | None = None
    evidence: Evidence


class PolicyTerm(BaseAnnotation):
    """A coined name of a policy, strategy, programme, mechanism, campaign or slogan.

    Attributes:
        entity: stable key, shared by all rows that name the same thing; None for a term that no row lists.
        name: canonical name; for a term that no row lists, its text without footnote marks and line breaks.
        origin: ``pack`` (a row lists it), ``document`` (this text's own glossary does), ``shape`` (its form says so).
        breadth: ``broad`` for stock phrases such as 高质量发展, else ``specific``.
        quoted: it stands directly between quotation marks.
        head: the noun that the quoted code qualifies (基层智治体系 after “141”), else None.
        definition: what it means, where a pack or the document's glossary says so.
        definition_source: ``pack`` or ``document``.
    """

    type: Literal["POLICY_TERM"] = "POLICY_TERM"
    entity: str | None = None
    name: str
    origin: Literal["pack", "document", "shape"]
    breadth: Literal["specific", "broad"] = "specific"
    quoted: bool = False
    head: str | None = None
    definition: str | None = None
    definition_source: Literal["pack", "document"] | None = None


class Organization(BaseAnnotation):
    """A particular organization.

    Attributes:
        entity: stable key, where a row lists it.
        name: canonical name where a row gives one, else its text.
        kind: what sort of body it is.
        resolved: full name of a body named by its level (市委 → 中共重庆市委员会), read from the report's own place.
    """

    type: Literal["ORG"] = "ORG"
    entity: str | None = None
    name: str
    kind: OrgKind = "other"
    resolved: str | None = None


class Project(BaseAnnotation):
    """A particular construction, investment or public-works undertaking.

    Attributes:
        entity: stable key, where a row lists it.
        name: canonical name where a row gives one, else its text.
        kind: what is built.
        stage: how far it is; None where the text does not say.
        stage_cue: the words that say so.
    """

    type: Literal["PROJECT"] = "PROJECT"
    entity: str | None = None
    name: str
    kind: ProjectKind = "other"
    stage: Stage | None = None
    stage_cue: Cue | None = None


class Indicator(FrozenModel):
    """The name of what a quantity measures, as the text writes it.

    Attributes:
        text: its pieces joined: 第二产业增加值 in 第二产业、第三产业增加值.
        name: canonical name where an indicator row gives one, else ``text``.
        entity: stable key, where a row lists it.
        spans: offsets of the pieces, in the order in which they make the name, one or more.
    """

    text: str
    name: str
    entity: str | None = None
    spans: tuple[Offsets, ...]


class Quantity(BaseAnnotation):
    """A number with its unit or classifier, or a ratio, rank or multiple. Its value is the number as written, unsigned.

    Attributes:
        value: the exact number; None where the quantity is a range or has parts.
        low: lower end of a range.
        high: upper end of a range.
        parts: the numbers of a ratio, in the order of the text.
        unit: unit as written, its spelling unified, without 万 and 亿; None where there is none.
        dimension: what is measured.
        bound: how the number is hedged.
        indicators: what it is said of; empty where nothing is known.
        measure: how it is said of it.
        period: ``2024``, ``2021-2025``, ``2023Q3``, ``2023H1``, ``2024-02`` or None.
        stance: reported (achieved), target (planned) or background.
    """

    type: Literal["QUANTITY"] = "QUANTITY"
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    parts: tuple[Number, ...] | None = None
    unit: str | None = None
    dimension: Dimension
    bound: Bound = "exact"
    indicators: tuple[Indicator, ...] = ()
    measure: Measure | None = None
    period: str | None = None
    stance: Stance | None = None

    def to(self, unit: str) -> Quantity:
        """The same quantity in another unit of its dimension (亩 → 公顷, 元 → 万元), with exact numbers.

        Args:
            unit: name or spelling of a unit of the built-in unit table; a scale may stand before it (万元, 亿吨).

        Raises:
            UnitError: the quantity has no unit, the unit is unknown, or it is of another dimension.
        """
        from policytag.taggers.quantities.conversion import convert_fields

        return self.model_copy(update=convert_fields(self.unit, unit, self.value, self.low, self.high))


class Annotation(BaseAnnotation):
    """A span of a user's own label (LAW, PLACE …).

    Attributes:
        type: the label of the row, ``[A-Z][A-Z0-9_]*``.
        entity: stable key.
        name: canonical name.
        attributes: whatever the row's ``attributes`` hold.
    """

    type: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]*$")]
    entity: str | None = None
    name: str
    attributes: dict[str, Any] = Field(default_factory=dict)


_TYPED = ("POLICY_TERM", "ORG", "PROJECT", "QUANTITY")


def _tag(annotation: Any) -> str:
    label = annotation["type"] if isinstance(annotation, dict) else annotation.type
    return label if label in _TYPED else "OTHER"


AnyAnnotation = Annotated[
    Annotated[PolicyTerm, Tag("POLICY_TERM")]
    | Annotated[Organization, Tag("ORG")]
    | Annotated[Project, Tag("PROJECT")]
    | Annotated[Quantity, Tag("QUANTITY")]
    | Annotated[Annotation, Tag("OTHER")],
    Discriminator(_tag),
]


QUANTITY_OF_FACT = "_quantity"
"""Where the report keeps the quantity of a fact, in the fact's own dict: copied and pickled, but neither compared nor
written. It is how pydantic keeps cached properties; a private attribute would take as long as a third of the fact."""


class Fact(FrozenModel):
    """One row of the table that an analyst would make: an indicator and what the text says of it.

    Attributes:
        indicator: what is measured.
        measure: how (level, growth, gap, share, rank, ratio, added, duration, other).
        value: signed number: 下降3% is -3. None where ``low`` and ``high``, or ``parts``, hold the numbers.
        low: lower end of a range, signed.
        high: upper end of a range, signed.
        parts: the numbers of a ratio.
        unit: as in Quantity.
        bound: speaks of the size of the change.
        period: as in Quantity.
        stance: as in Quantity.
        place: the place that the clause names, else the report's own; None where neither is known.
        evidence: the rule that read it.
        cells: offsets of the words that gave measure, period, stance and place; absent where the section did.
        quantity_index: index of the quantity in ``report.annotations``.
    """

    indicator: Indicator
    measure: Measure | None = None
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    parts: tuple[Number, ...] | None = None
    unit: str | None = None
    bound: Bound = "exact"
    period: str | None = None
    stance: Stance | None = None
    place: str | None = None
    evidence: Evidence
    cells: dict[Literal["measure", "period", "stance", "place"], Offsets] = Field(default_factory=dict)
    quantity_index: int

    @property
    def quantity(self) -> Quantity:
        """The Quantity that the fact was read from."""
        quantity: Quantity | None = self.__dict__.get(QUANTITY_OF_FACT)
        if quantity is None:
            raise NotAnnotatedError("this fact does not belong to a report: take it from report.facts")
        return quantity
