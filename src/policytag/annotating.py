"""annotate: the steps of a pipeline in their order, without building a Doc where none is needed."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from os import PathLike
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from policytag.analysis import Analysis
from policytag.errors import MetaError, NotAnnotatedError, NotTextError, TextTooLongError
from policytag.report import Meta, Report

if TYPE_CHECKING:
    from spacy.language import Language

    from policytag.pipeline.components import StepComponent
    from policytag.reading import Source

_LONGEST_PATH = 255
_PATH = re.compile(r"[^\n]+\.(?:txt|md|html?|docx|pdf)", re.IGNORECASE)


def annotate(
    text: str | Source,
    *,
    nlp: Language | None = None,
    meta: Mapping[str, Any] | None = None,
    broad: bool = True,
    trace: bool = False,
) -> Report:
    """Annotate one text.

    Args:
        text: the text, or what ``policytag.read`` gives (its path becomes ``report.source``, its ``meta`` is taken).
        nlp: a pipeline of ``policytag.load``, or your own with policytag components; default: the built-in packs.
        meta: what you know of the report (``year``, ``place``, ``level``, ``issuer`` …): stands instead of what the text
            says.
        broad: keep policy terms of breadth ``broad`` (stock phrases such as 高质量发展).
        trace: keep what was rejected and what lost, for ``report.explain``.

    Returns:
        The report; of an empty text an empty one.

    Raises:
        NotTextError: ``text`` is neither a string nor a Source, or the name of a file, or holds half a character (it is a
            TypeError too).
        TextTooLongError: the text is longer than ``nlp.max_length``.
        MetaError: ``meta`` has a field that Meta does not have, or a wrong value (it is a ValueError too).
        NotAnnotatedError: ``nlp`` has no policytag components, or has them in an order in which one misses what another
            finds.
        TypeError: ``nlp`` is no pipeline.
    """
    content, source, known = _content(text)
    _refuse_half_characters(content, source)
    nlp = default_pipeline() if nlp is None else nlp
    steps = policytag_steps(nlp)
    if len(content) > nlp.max_length:
        raise TextTooLongError(
            f"the text has {len(content):,} characters, more than the limit of {nlp.max_length:,}: "
            "cut it, or raise the limit with load(max_length=…)",
            source=source,
        )
    analysis = Analysis(content)
    analysis.data["source"] = source
    for said in (known, meta):
        if said:
            analysis.data["meta"].update(checked_meta(said))
    if trace:
        analysis.data["trace"] = []
    with _no_collecting():
        report = _run(nlp, steps, analysis)
    return report if broad else report.without_broad()


@cache
def default_pipeline() -> Language:
    """The pipeline with the built-in packs, loaded once in a process."""
    from policytag.pipeline.loading import load

    return load()


_HALF = re.compile("[\ud800-\udfff]")
_FORMS = {"year": ("[12][0-9]{3}", "four digits"), "date": (r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}", "YYYY-MM-DD")}
"""Fields of Meta that are written in one way (a regular expression), and that way in words."""


def checked_meta(meta: Mapping[str, Any]) -> dict[str, Any]:
    """What a caller says of a report, with every value as Meta has it (a year of "2024" is 2024).

    Raises:
        MetaError: it is no dict, a field is unknown, or its value wrong.
    """
    if not isinstance(meta, Mapping):
        raise MetaError(f'meta must be a dict such as {{"year": 2024}}, not {type(meta).__name__}')
    unknown = sorted(set(map(str, meta)) - set(Meta.model_fields) | {"spans"} & set(meta))
    if unknown:
        fields = ", ".join(name for name in Meta.model_fields if name != "spans")
        raise MetaError(f"meta has no field {unknown[0]!r}: the fields are {fields}")
    try:
        checked = Meta.model_validate(dict(meta)).model_dump(exclude_unset=True)
    except ValidationError as error:
        wrong = error.errors()[0]
        raise MetaError(f"meta: {wrong['loc'][0]} is {wrong['input']!r}: {wrong['msg']}") from None
    for name, value in checked.items():
        if isinstance(value, str) and _HALF.search(value):
            raise MetaError(f"meta: {name} is {value!r}, which holds half a character: give it in UTF-8")
        form, words = _FORMS.get(name, ("(?s:.+)", "something, or leave it out"))
        if value is not None and not re.fullmatch(form, str(value)):
            raise MetaError(f"meta: {name} is {value!r}: write {words}")
    return checked


def policytag_steps(nlp: Language) -> list[StepComponent[Any]]:
    """The policytag components of a pipeline, in their order; those that are disabled are not there.

    Raises:
        NotAnnotatedError: it has none.
        TypeError: it is no pipeline.
    """
    from spacy.language import Language

    from policytag.pipeline.components import StepComponent

    if not isinstance(nlp, Language):
        raise TypeError(f"nlp must be what policytag.load gives (a spacy.Language), not {type(nlp).__name__}")
    steps = [component for _, component in nlp.pipeline if isinstance(component, StepComponent)]
    if not steps:
        raise NotAnnotatedError("this pipeline has no policytag components: use policytag.load(), or add them to it")
    return steps


def _content(text: Any) -> tuple[str, str | None, Mapping[str, Any]]:
    """The text, where it comes from, and what is known of it."""
    if isinstance(text, str):
        if len(text) <= _LONGEST_PATH and _PATH.fullmatch(text):
            raise NotTextError(f"{text!r} is the name of a file, not its text: use annotate(policytag.read({text!r}))")
        return text, None, {}
    from policytag.reading import Source

    if not isinstance(text, Source):
        raise NotTextError(f"text must be a str or what policytag.read gives, not {type(text).__name__}{_hint(text)}")
    if not isinstance(text.text, str):
        raise NotTextError(f"the text of a Source must be a str, not {type(text.text).__name__}")
    return text.text, None if text.origin is None else _writable(str(text.origin)), text.meta


def _writable(name: str) -> str:
    """A name as it can be written: what is no UTF-8 in the name of a file (one in GBK) stands as its number (``\\udcb1``)."""
    return name.encode("utf-8", "backslashreplace").decode()


def _refuse_half_characters(text: str, source: str | None) -> None:
    """Refuse a text with lone surrogates: it could not be written, nor become a Doc."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise NotTextError(
            f"the text holds half a character ({text[error.start]!r} at {error.start}), it was not decoded right: "
            'give it in UTF-8 (in Python, text.encode("utf-8", "replace").decode() puts a ? there, and all offsets stay)',
            source=source,
        ) from None


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Python's garbage collector pauses, for the whole process, while a text is worked on.

    The steps make many objects and hardly a cycle. What they make would have the collector look, again and again, through
    the packs and all that the program holds: a quarter of the time. Where it is switched off already, it stays so.

    With threads: while one of them annotates, the collector is off for all. The one that switched it off switches it on at its
    end, whether another still annotates (the rest of that text is worked on with it) or has called ``gc.disable()`` meanwhile.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _hint(given: Any) -> str:
    """What to do with something that people give in the place of a text."""
    if isinstance(given, PathLike | bytes):
        return ": use policytag.read for a file or its bytes"
    if isinstance(given, float) and given != given:
        return ": a missing value of a table (NaN)"
    if isinstance(given, list | tuple | dict):
        return ": give its text; what else is known of it goes into a Source's meta, or a pair (text, context)"
    if hasattr(given, "user_data"):
        return ": the report of a Doc is Report.from_doc(doc)"
    return ": use annotate_many for several texts" if hasattr(given, "__iter__") and hasattr(given, "__len__") else ""


def _run(nlp: Language, steps: list[StepComponent[Any]], analysis: Analysis) -> Report:
    if len(steps) == len(nlp.pipeline):
        for step in steps:
            step.run(analysis)
        return Report.from_data(analysis.folded.text, analysis.data)  # type: ignore[arg-type]
    from policytag.pipeline.components import with_analysis

    doc = nlp.make_doc(analysis.folded.text)
    with_analysis(doc, analysis)
    return Report.from_doc(nlp(doc))
