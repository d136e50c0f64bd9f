"""The Report: everything that was read from one text.

``report.text[a.start:a.end] == a.text`` for every annotation ``a``; offsets are code points, ``end`` exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar

from pydantic import Field, PrivateAttr

from policytag.analysis import KEY, SCHEMA, check_order
from policytag.annotations import (
    QUANTITY_OF_FACT,
    AnyAnnotation,
    BaseAnnotation,
    Fact,
    FrozenModel,
    Level,
    Offsets,
    Organization,
    PolicyTerm,
    Project,
    Quantity,
    Stance,
)
from policytag.errors import NotAnnotatedError
from policytag.explaining import Explainer
from policytag.shared_parts import with_shared_parts

if TYPE_CHECKING:
    from spacy.tokens import Doc


class PackInfo(FrozenModel):
    """A pack that was loaded: its name, its version and the SHA-256 of its files."""

    name: str
    version: str
    sha256: str


class ProducedBy(FrozenModel):
    """What made the report: version of the library, of the JSON schema, and the packs."""

    policytag: str = ""
    schema_version: int = SCHEMA
    packs: tuple[PackInfo, ...] = ()


class Meta(FrozenModel):
    """The head of the report; what the text does not say is None.

    Attributes:
        title: title line.
        place: full name of the place (重庆市黔江区); 全国 for the State Council's reports.
        level: national, province, city, county or town.
        issuer: the government that reports (重庆市黔江区人民政府).
        year: year of delivery.
        date: day of delivery, ``YYYY-MM-DD``.
        speaker: who delivers it, with the office.
        spans: offsets of the words that each field was read from.
    """

    title: str | None = None
    place: str | None = None
    level: Level | None = None
    issuer: str | None = None
    year: int | None = None
    date: str | None = None
    speaker: str | None = None
    spans: dict[str, Offsets] = Field(default_factory=dict)


class Zone(FrozenModel):
    """A stretch of the text: the report itself, its glossary appendix, or page chrome around it."""

    kind: Literal["body", "glossary", "chrome"]
    start: int
    end: int


class Section(FrozenModel):
    """A part of the report under a heading; it ends where the next heading of its level or above begins.

    Attributes:
        index: position in ``report.sections``.
        parent: index of the section around it, or None.
        level: 1 for 一、, 2 for （一）, 3 for 1. and run-in headings, 4 below them.
        number: the number as written (二, 三, 1), or None.
        heading: the heading without its number.
        start: offset where the heading begins.
        end: offset where the section ends.
        period: period that its sentences speak of unless they say otherwise.
        stance: stance of its sentences unless they say otherwise.
    """

    index: int
    parent: int | None = None
    level: int
    number: str | None = None
    heading: str
    start: int
    end: int
    period: str | None = None
    stance: Stance | None = None


class GlossaryEntry(FrozenModel):
    """An entry of the report's own 名词解释: the term, its definition, and the offsets of the term there."""

    term: str
    definition: str
    start: int
    end: int


class Period(FrozenModel):
    """A date or period named in the text; ``value`` as in Quantity.period, or None where it cannot be told."""

    start: int
    end: int
    text: str
    value: str | None = None


_A = TypeVar("_A", bound=BaseAnnotation)


class Report(FrozenModel):
    """Everything that was read from one text.

    Attributes:
        text: the text as given.
        source: path or id of the text, or None.
        produced_by: library version, schema version, packs.
        meta: the head of the report.
        zones: body, glossary and chrome, in text order.
        sections: the tree of headings, in text order.
        annotations: in text order, the longer first; equal spans as PROJECT, ORG, POLICY_TERM, QUANTITY, others.
        facts: in text order of their quantities.
        glossary: the entries of the report's own 名词解释.
        periods: dates and periods that the text names.
    """

    text: str
    source: str | None = None
    produced_by: ProducedBy = Field(default_factory=ProducedBy)
    meta: Meta = Field(default_factory=Meta)
    zones: tuple[Zone, ...] = ()
    sections: tuple[Section, ...] = ()
    annotations: tuple[AnyAnnotation, ...] = ()
    facts: tuple[Fact, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    periods: tuple[Period, ...] = ()
    _trace: tuple[dict[str, Any], ...] | None = PrivateAttr(default=None)
    _explainer: Explainer | None = PrivateAttr(default=None)

    def model_post_init(self, context: Any, /) -> None:
        """Give each fact its quantity."""
        for fact in self.facts:
            quantity = self.annotations[fact.quantity_index]
            if not isinstance(quantity, Quantity):
                raise ValueError(f"facts: quantity_index {fact.quantity_index} points to a {quantity.type}")
            vars(fact)[QUANTITY_OF_FACT] = quantity

    @classmethod
    def from_data(cls, text: str, data: dict[str, Any]) -> Report:
        """A report from a text and the plain data that the pipeline keeps in ``doc.user_data["policytag"]``.

        Raises:
            NotAnnotatedError: the pipeline has its components in an order in which one misses what another finds, or
                taggers and no resolver.
        """
        check_order(data)
        fields = {name: data[name] for name in cls.model_fields if name in data}
        report = cls.model_validate({"text": text, **fields, **with_shared_parts(data)})
        if data.get("trace") is not None:
            report._trace = tuple(data["trace"])
        return report

    @classmethod
    def from_doc(cls, doc: Doc) -> Report:
        """The report of a Doc that went through the pipeline.

        Raises:
            NotAnnotatedError: the Doc holds no policytag data (it did not go through the pipeline, or was stored without
                ``store_user_data=True``), or that of another text (a part of a Doc may keep the data of the whole).
            TypeError: it is no Doc.
        """
        if not hasattr(doc, "user_data"):
            raise TypeError(f"from_doc takes a Doc that went through the pipeline, not {type(doc).__name__}")
        data = doc.user_data.get(KEY)
        if not isinstance(data, dict) or data.get("schema") != SCHEMA:
            what = (
                "no policytag data" if data is None else f"something else in doc.user_data[{KEY!r}] than policytag data"
            )
            raise NotAnnotatedError(
                f"this Doc holds {what}: run it through policytag.load(), and store it with DocBin(store_user_data=True)"
            )
        text = doc.text
        if any(text[a["start"] : a["end"]] != a["text"] for a in data["annotations"]):
            raise NotAnnotatedError("this Doc holds the policytag data of another text: run the pipeline on it anew")
        return cls.from_data(text, data)

    def _of(self, kind: type[_A]) -> tuple[_A, ...]:
        return tuple(a for a in self.annotations if isinstance(a, kind))

    @property
    def policy_terms(self) -> tuple[PolicyTerm, ...]:
        """The annotations of type POLICY_TERM."""
        return self._of(PolicyTerm)

    @property
    def organizations(self) -> tuple[Organization, ...]:
        """The annotations of type ORG."""
        return self._of(Organization)

    @property
    def projects(self) -> tuple[Project, ...]:
        """The annotations of type PROJECT."""
        return self._of(Project)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The annotations of type QUANTITY."""
        return self._of(Quantity)

    @property
    def body(self) -> Zone | None:
        """The report itself, without page chrome and appendices; None in an empty text."""
        return self._zone("body")

    @property
    def glossary_zone(self) -> Zone | None:
        """The 名词解释 appendix, or None."""
        return self._zone("glossary")

    def _zone(self, kind: str) -> Zone | None:
        return next((zone for zone in self.zones if zone.kind == kind), None)

    def without_broad(self) -> Report:
        """The same report without the policy terms of breadth ``broad``."""
        kept = [a for a in self.annotations if not (isinstance(a, PolicyTerm) and a.breadth == "broad")]
        index = {id(a): i for i, a in enumerate(kept)}
        facts = tuple(f.model_copy(update={"quantity_index": index[id(f.quantity)]}) for f in self.facts)
        return self.model_copy(update={"annotations": tuple(kept), "facts": facts})

    def to_rows(self, table: Literal["annotations", "facts"] = "annotations") -> list[dict[str, Any]]:
        """Plain dicts, one for each annotation or fact: ready for ``pandas.DataFrame``; columns in docs/guide.md.

        Raises:
            ValueError: ``table`` is neither ``"annotations"`` nor ``"facts"``.
        """
        from policytag.export.rows import report_rows

        return list(report_rows(self, table))

    @property
    def trace(self) -> tuple[dict[str, Any], ...] | None:
        """What was rejected and what lost; None without ``trace=True``. The words of its entries may change."""
        return self._trace

    def explain(self, item: BaseAnnotation | Fact) -> str:
        """In words: the rule that made an annotation or fact, the condition that let it pass, and what it beat.

        Raises:
            NotAnnotatedError: the report was made without ``trace=True``.
            ValueError: the annotation or fact is not one of this report.
        """
        if self._trace is None:
            raise NotAnnotatedError("no trace was kept: call annotate(text, trace=True) or load(trace=True)")
        if self._explainer is None or self._explainer.report is not self:  # a copy has its own annotations
            self._explainer = Explainer(self, self._trace)
        return self._explainer.fact(item) if isinstance(item, Fact) else self._explainer.annotation(item)

    def _repr_html_(self) -> str:
        from policytag.export.html import report_html

        return report_html(self)

    def __eq__(self, other: object) -> bool:
        # A trace is a by-product: a report read back from JSON equals the one that was written.
        return isinstance(other, Report) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        # The text and everything in it would fill the screen.
        name = self.meta.title or self.source or f"{self.text[:20]!r}…"
        return f"<Report {name}: {len(self.text)} characters, {len(self.annotations)} annotations, {len(self.facts)} facts>"

    __str__ = __repr__
