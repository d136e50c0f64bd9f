"""annotate and annotate_many: the steps of a pipeline in their order, without building a Doc where none is needed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from policytag.analysis import Analysis
from policytag.errors import PolicyTagError, TextTooLongError
from policytag.report import Meta, Report

if TYPE_CHECKING:
    from spacy.language import Language

    from policytag.reading import Source

    Text: TypeAlias = str | Source

OnError = Literal["raise", "skip", "return"]


def annotate(
    text: Text,
    *,
    nlp: Language | None = None,
    meta: Mapping[str, Any] | None = None,
    broad: bool = True,
    trace: bool = False,
) -> Report:
    """Annotate one text.

    Args:
        text: the text, or what ``policytag.read`` gives (its path becomes ``report.source``).
        nlp: a pipeline of ``policytag.load``, or your own with policytag components; default: the built-in packs.
        meta: what you know of the report (``year``, ``place``, ``level``, ``issuer`` …): stands instead of what the text
            says.
        broad: keep policy terms of breadth ``broad`` (stock phrases such as 高质量发展).
        trace: keep what was rejected and what lost, for ``report.explain``.

    Returns:
        The report; of an empty text an empty one.

    Raises:
        TypeError: ``text`` is no string.
        TextTooLongError: the text is longer than ``nlp.max_length``.
        ValueError: ``meta`` has a field that Meta does not have.
    """
    content, source = _text_and_source(text)
    nlp = nlp or default_pipeline()
    if len(content) > nlp.max_length:
        raise TextTooLongError(
            f"the text has {len(content):,} characters, more than the limit of {nlp.max_length:,}: "
            "cut it, or raise the limit with load(max_length=…)",
            source=source,
        )
    analysis = Analysis(content)
    analysis.data["source"] = source
    if meta:
        _give_meta(analysis, meta)
    if trace:
        analysis.data["trace"] = []
    report = _run(nlp, analysis)
    return report if broad else report.without_broad()


def annotate_many(
    texts: Iterable[Text | tuple[Text, Any]],
    *,
    nlp: Language | None = None,
    n_process: int = 1,
    batch_size: int = 16,
    on_error: OnError = "raise",
    broad: bool = True,
) -> Iterator[Any]:
    """Annotate many texts; reports come back in their order, as soon as they are ready.

    Args:
        texts: texts, or pairs ``(text, context)``; of pairs, pairs ``(report, context)`` come back.
        nlp: as in ``annotate``.
        n_process: worker processes; 1 works in this one.
        batch_size: texts that are sent to a worker at a time.
        on_error: what becomes of a text that cannot be annotated: ``"raise"`` its error, ``"skip"`` it, or ``"return"``
            the PolicyTagError, with ``index`` and ``source``, in its place.
        broad: as in ``annotate``.

    Raises:
        TypeError: ``texts`` is one string.
        ValueError: ``on_error`` or ``n_process`` is none of the allowed values.
        PolicyTagError, TypeError: with ``on_error="raise"``, the first error.
    """
    if on_error not in ("raise", "skip", "return"):
        raise ValueError(f"on_error={on_error!r} is unknown: use 'raise', 'skip' or 'return'")
    if isinstance(texts, str):
        raise TypeError("texts must be a list or another iterable of texts, not one str: use annotate, or write [text]")
    if n_process < 1 or batch_size < 1:
        raise ValueError("n_process and batch_size must be 1 or more")
    return _annotate_many(texts, nlp or default_pipeline(), n_process, batch_size, on_error, broad)


def _annotate_many(
    texts: Iterable[Any], nlp: Language, n_process: int, batch_size: int, on_error: OnError, broad: bool
) -> Iterator[Any]:
    items = enumerate(texts)
    work = map(list, iter(lambda: list(islice(items, batch_size)), []))
    batches = _in_processes(work, nlp, n_process, broad) if n_process > 1 else (_batch(b, nlp, broad) for b in work)
    for batch in batches:
        for result, context in batch:
            if isinstance(result, Exception):
                if on_error == "raise":
                    raise result
                if on_error == "skip":
                    continue
            yield result if context is _NO_CONTEXT else (result, context[0])


_NO_CONTEXT = None
_Result = tuple["Report | Exception", "tuple[Any] | None"]


def _batch(batch: list[tuple[int, Any]], nlp: Language, broad: bool) -> list[_Result]:
    results: list[_Result] = []
    for index, item in batch:
        text, context = (item[0], (item[1],)) if isinstance(item, tuple) and len(item) == 2 else (item, _NO_CONTEXT)
        try:
            results.append((annotate(text, nlp=nlp, broad=broad), context))
        except PolicyTagError as error:
            error.index = index
            results.append((error, context))
        except TypeError as error:
            results.append((NotTextError(f"item {index}: {error}", index=index), context))
    return results


class NotTextError(PolicyTagError, TypeError):
    """An item of a batch is no string."""

    code = "not-text"


_worker_pipeline: Language | None = None


def _start_worker(nlp: Language) -> None:
    global _worker_pipeline
    _worker_pipeline = nlp


def _worker_batch(batch: list[tuple[int, Any]], broad: bool) -> list[_Result]:
    assert _worker_pipeline is not None
    return _batch(batch, _worker_pipeline, broad)


def _in_processes(
    work: Iterable[list[tuple[int, Any]]], nlp: Language, n_process: int, broad: bool
) -> Iterator[list[_Result]]:
    """Batches done by workers, in order; only a few are on their way at a time, so that a long stream costs no memory."""
    with ProcessPoolExecutor(n_process, initializer=_start_worker, initargs=(nlp,)) as pool:
        pending: deque[Future[list[_Result]]] = deque()
        for batch in work:
            pending.append(pool.submit(_worker_batch, batch, broad))
            if len(pending) > 2 * n_process:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()


@cache
def default_pipeline() -> Language:
    """The pipeline with the built-in packs, loaded once in a process."""
    from policytag.pipeline.loading import load

    return load()


def _text_and_source(text: Any) -> tuple[str, str | None]:
    if isinstance(text, str):
        return text, None
    from policytag.reading import Source

    if isinstance(text, Source):
        return text.text, text.origin
    raise TypeError(f"text must be a str or what policytag.read gives, not {type(text).__name__}")


def _give_meta(analysis: Analysis, meta: Mapping[str, Any]) -> None:
    unknown = sorted(set(meta) - set(Meta.model_fields) | {"spans"} & set(meta))
    if unknown:
        known = ", ".join(name for name in Meta.model_fields if name != "spans")
        raise ValueError(f"meta has no field {unknown[0]!r}: the fields are {known}")
    Meta.model_validate(dict(meta))
    analysis.data["meta"].update(meta)


def _run(nlp: Language, analysis: Analysis) -> Report:
    from policytag.pipeline.components import StepComponent

    components = [component for _, component in nlp.pipeline]
    steps = [component for component in components if isinstance(component, StepComponent)]
    if len(steps) == len(components):
        for step in steps:
            step.run(analysis)
        return Report.from_data(analysis.folded.text, analysis.data)  # type: ignore[arg-type]
    from policytag.pipeline.components import with_analysis

    doc = nlp.make_doc(analysis.folded.text)
    with_analysis(doc, analysis)
    return Report.from_doc(nlp(doc))
