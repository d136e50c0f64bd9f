"""What is known of one text while the steps work on it: plain data, so that it can travel in a spaCy Doc."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple, TypedDict, cast

from policytag.errors import NotAnnotatedError
from policytag.reading.folding import FoldedText

SCHEMA = 1
"""Version of the plain data in ``doc.user_data["policytag"]`` and of the Report's JSON."""

KEY = "policytag"
"""Where the plain data lives in ``doc.user_data``, and the name of the span group in ``doc.spans``."""


class Candidate(TypedDict):
    """A span that one tagger proposes; the resolver decides.

    ``start`` and ``end`` are code-point offsets into the text as given, end exclusive. ``attributes`` holds fields of
    the typed annotation (numbers as strings) and may be shared between candidates: never change it in place.
    ``attributes["evidence"]``, where given, is ``{"pack", "path", "line"}`` of the row. ``cue`` is ``(text, start, end)``
    of what let it pass, and ``condition`` says so in words.
    """

    type: str
    start: int
    end: int
    tagger: str
    rule: str
    priority: int
    attributes: Mapping[str, Any]
    condition: str | None
    cue: Sequence[Any] | None


class Sentence(NamedTuple):
    """One sentence: offsets into the text as given, index of its section, and how it speaks of time.

    ``period`` is written as in the guidelines (``2024``, ``2021-2025``, ``2023Q3``) or None; ``stance`` is
    ``reported``, ``target`` or ``background``.
    """

    start: int
    end: int
    section: int | None
    period: str | None
    stance: str


class SentenceColumns(TypedDict):
    """The sentences of a text as columns, in text order: entry ``i`` of each list is a field of sentence ``i``.

    Columns, for a report has hundreds of sentences and the steps look at few of them.
    """

    start: list[int]
    end: list[int]
    section: list[int | None]
    period: list[str | None]
    stance: list[str]


class StructureData(TypedDict):
    """What the structure step writes; each value in the form of the Report's JSON (``sentences`` apart)."""

    meta: dict[str, Any]
    zones: list[dict[str, Any]]
    sections: list[dict[str, Any]]
    sentences: SentenceColumns
    glossary: list[dict[str, Any]]
    periods: list[dict[str, Any]]


class AnalysisData(StructureData, total=False):
    """The whole: what lies in ``doc.user_data["policytag"]``. JSON-able; numbers are strings.

    ``steps`` are the steps that the text has been through, each at its last turn; ``layers`` the candidates of each tagger.
    """

    schema: int
    produced_by: dict[str, Any]
    source: str | None
    steps: list[str]
    layers: dict[str, list[Candidate]]
    annotations: list[dict[str, Any]]
    facts: list[dict[str, Any]]
    trace: list[dict[str, Any]]


_STAGES = {"structure": 0, "patterns": 1, "quantities": 1, "names": 1, "terms": 1, "resolver": 2, "facts": 3}
"""What each step reads was written by those of the stages below."""


def check_order(data: Mapping[str, Any]) -> None:
    """Refuse the data of a pipeline in which a step has missed what another one found afterwards.

    A Doc may go through several pipelines, or through one in parts: the last turn of each step counts. Of data that was
    stored before the turns were noted nothing is said.

    Raises:
        NotAnnotatedError: a step stands after one that needs what it finds, or no resolver has settled what taggers found.
    """
    steps: Sequence[str] = data.get("steps", ())
    for early, late in combinations(steps, 2):
        if _STAGES[early] > _STAGES[late]:
            before, after = f"policytag_{early}", f"policytag_{late}"
            raise NotAnnotatedError(
                f"{after} stands after {before}, which needs what it finds: put {after} first (add_pipe has before=…)"
            )
    if steps and data["layers"] and "resolver" not in steps:
        taggers = ", ".join(f"policytag_{name}" for name in data["layers"])
        raise NotAnnotatedError(f"nothing settles what {taggers} found: add policytag_resolver to the pipeline")


def empty_meta() -> dict[str, Any]:
    """The head of a report of which nothing is known."""
    return {
        "title": None,
        "place": None,
        "level": None,
        "issuer": None,
        "year": None,
        "date": None,
        "speaker": None,
        "spans": {},
    }


def empty_structure() -> StructureData:
    """The structure of a text of which nothing is known."""
    columns: SentenceColumns = {"start": [], "end": [], "section": [], "period": [], "stance": []}
    return {"meta": empty_meta(), "zones": [], "sections": [], "sentences": columns, "glossary": [], "periods": []}


class Analysis:
    """One text on its way through the steps: its folded copies, and the plain data that they fill.

    Attributes:
        folded: the text, folded and joined.
        data: see AnalysisData.
    """

    __slots__ = ("data", "folded")

    def __init__(self, text: str, data: AnalysisData | None = None) -> None:
        self.folded = FoldedText(text)
        self.data: AnalysisData = _new_data(text) if data is None else data


def _new_data(text: str) -> AnalysisData:
    """The data before the first step: all of the text is body."""
    structure = empty_structure()
    if text:
        structure["zones"] = [{"kind": "body", "start": 0, "end": len(text)}]
    head = {"schema": SCHEMA, "produced_by": {}, "source": None}
    results: dict[str, Any] = {"steps": [], "layers": {}, "annotations": [], "facts": []}
    return cast("AnalysisData", {**head, **structure, **results})
