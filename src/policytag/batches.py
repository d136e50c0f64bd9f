"""annotate_many and annotate_files: many texts in their order, in one process or several."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from os import PathLike
from typing import TYPE_CHECKING, Any, Literal

from policytag.annotating import annotate, checked_meta, default_pipeline, policytag_steps
from policytag.errors import ComponentError, NotAnnotatedError, PatternError, PolicyTagError
from policytag.report import Report

if TYPE_CHECKING:
    from spacy.language import Language

    from policytag.reading import Source

OnError = Literal["raise", "skip", "return"]
_Work = Callable[..., Report]
"""From one item (and ``nlp=``) to its report; sent to the workers, so no closure."""


@dataclass(frozen=True)
class _Job:
    """A text or file: its position, the path or id that errors name, and itself."""

    index: int
    source: str | None
    item: Any


def annotate_many(
    texts: Iterable[str | Source | tuple[str | Source, Any]],
    *,
    nlp: Language | None = None,
    n_process: int = 1,
    batch_size: int = 16,
    on_error: OnError = "raise",
    broad: bool = True,
    trace: bool = False,
) -> Iterator[Any]:
    """Annotate many texts; reports come back in their order, as soon as they are ready.

    Args:
        texts: texts (a Source brings its own ``meta``), or pairs ``(text, context)``; of pairs, pairs
            ``(report, context)`` come back.
        nlp: as in ``annotate``.
        n_process: worker processes; 1 works in this one.
        batch_size: texts that are sent to a worker at a time.
        on_error: what becomes of a text that cannot be annotated: ``"raise"`` its error, ``"skip"`` it, or ``"return"``
            the PolicyTagError, with ``index`` and ``source``, in its place. What a component raised beside that is a
            ComponentError. Errors of the pipeline itself (PatternError, NotAnnotatedError) are always raised.
        broad: as in ``annotate``.
        trace: as in ``annotate``.

    Raises:
        TypeError: ``texts`` is one text, a dict, or no collection at all.
        ValueError: ``on_error``, ``n_process`` or ``batch_size`` is none of the allowed values.
        NotAnnotatedError: ``nlp`` has no policytag components.
        PolicyTagError: with ``on_error="raise"``, the first error.
    """
    _refuse_one("texts", texts, "use annotate, or write [text]")
    contexts: deque[tuple[Any] | None] = deque()  # of the texts that are on their way
    named = ((getattr(text, "origin", None), text) for text in _without_contexts(texts, contexts))
    work = partial(annotate, broad=broad, trace=trace)
    return _with_contexts(_results(named, work, nlp, n_process, batch_size, on_error), contexts, on_error)


def annotate_files(
    paths: Iterable[str | PathLike[str] | Source],
    *,
    nlp: Language | None = None,
    n_process: int = 1,
    on_error: OnError = "raise",
    encoding: str | None = None,
    meta: Mapping[str, Any] | None = None,
    broad: bool = True,
    trace: bool = False,
) -> Iterator[Any]:
    """Read and annotate files; reports come back in their order. Workers read their files themselves.

    Args:
        paths: files, or folders: these stand for the files in them and below whose ending is known; a file that is
            named twice is taken once. What ``read`` gave may stand among them.
        nlp: as in ``annotate``.
        n_process: as in ``annotate_many``.
        on_error: as in ``annotate_many``; here also for a file that cannot be read.
        encoding: how the files are encoded; by default told from each.
        meta: what you know of all of these reports, as in ``annotate``.
        broad: as in ``annotate``.
        trace: as in ``annotate``.

    Raises:
        TypeError: ``paths`` is one path, a dict, or no collection at all, or a path in it is none.
        ValueError, NotAnnotatedError, PolicyTagError: as in ``annotate_many``.
    """
    _refuse_one("paths", paths, "write [path]")
    from policytag.reading import report_files

    work = partial(_annotate_file, encoding=encoding, meta=checked_meta(meta or {}), broad=broad, trace=trace)
    named = ((file if isinstance(file, str) else file.origin, file) for file in report_files(paths))
    # A file a batch: reading and annotating it takes far longer than sending it.
    return _settled(_results(named, work, nlp, n_process, 1, on_error), on_error)


def _refuse_one(name: str, given: Any, cure: str) -> None:
    """Refuse what is no collection, and collections that would be gone through in a way that nobody means."""
    if isinstance(given, str | bytes | PathLike) or hasattr(given, "media_type"):
        raise TypeError(f"{name} must be a list or another iterable, not one {type(given).__name__}: {cure}")
    if isinstance(given, Mapping) or not isinstance(given, Iterable):
        raise TypeError(f"{name} must be a list or another iterable of {name}, not {type(given).__name__}")


def _annotate_file(file: str | Source, *, encoding: str | None, **settings: Any) -> Report:
    from policytag.reading import read_file

    return annotate(read_file(file, encoding), **settings)


def _without_contexts(items: Iterable[Any], contexts: deque[tuple[Any] | None]) -> Iterator[Any]:
    for item in items:
        is_pair = isinstance(item, tuple) and len(item) == 2
        contexts.append((item[1],) if is_pair else None)
        yield item[0] if is_pair else item


def _with_contexts(
    results: Iterable[Report | PolicyTagError], contexts: deque[tuple[Any] | None], on_error: OnError
) -> Iterator[Any]:
    for result in results:
        context = contexts.popleft()
        for settled in _settled([result], on_error):
            yield settled if context is None else (settled, context[0])


def _settled(results: Iterable[Report | PolicyTagError], on_error: OnError) -> Iterator[Any]:
    """The results, with errors raised, left out or handed on."""
    for result in results:
        if isinstance(result, PolicyTagError) and on_error != "return":
            if on_error == "raise":
                raise result
            continue
        yield result


def _results(
    named: Iterable[tuple[str | None, Any]],
    work: _Work,
    nlp: Language | None,
    n_process: int,
    batch_size: int,
    on_error: OnError,
) -> Iterator[Report | PolicyTagError]:
    """For each item (with the name of its source), in order, its report or what is wrong with it.

    The settings are checked at once, not when the first result is asked for.
    """
    if on_error not in ("raise", "skip", "return"):
        raise ValueError(f"on_error={on_error!r} is unknown: use 'raise', 'skip' or 'return'")
    for name, number in (("n_process", n_process), ("batch_size", batch_size)):
        if not isinstance(number, int) or number < 1:
            raise ValueError(f"{name} is {number!r}: it must be a whole number, 1 or more")
    nlp = default_pipeline() if nlp is None else nlp
    policytag_steps(nlp)
    jobs = (_Job(index, source, item) for index, (source, item) in enumerate(named))
    if n_process == 1:
        return (_result(job, work, nlp) for job in jobs)
    batches = iter(lambda: list(islice(jobs, batch_size)), [])
    return _from_workers(batches, work, nlp, n_process)


def _result(job: _Job, work: _Work, nlp: Language) -> Report | PolicyTagError:
    try:
        return work(job.item, nlp=nlp)
    except (PatternError, NotAnnotatedError):
        raise  # the pipeline is wrong, not the text
    except PolicyTagError as error:
        failure = error
    except Exception as error:
        failure = ComponentError(f"{job.source or f'text {job.index}'}: {type(error).__name__}: {error}")
        failure.__cause__ = error
    failure.index = job.index
    failure.source = failure.source or job.source
    return failure


_worker_pipeline: Language | None = None


def _start_worker(nlp: Language) -> None:
    global _worker_pipeline
    _worker_pipeline = nlp


def _worker_batch(batch: list[_Job], work: _Work) -> list[Report | PolicyTagError]:
    assert _worker_pipeline is not None
    return [_result(job, work, _worker_pipeline) for job in batch]


def _from_workers(
    batches: Iterable[list[_Job]], work: _Work, nlp: Language, n_process: int
) -> Iterator[Report | PolicyTagError]:
    """Results of workers, in order; only a few batches are on their way at a time, so that a long stream costs no memory."""
    with ProcessPoolExecutor(n_process, initializer=_start_worker, initargs=(nlp,)) as pool:
        pending: deque[Future[list[Report | PolicyTagError]]] = deque()
        for batch in batches:
            pending.append(pool.submit(_worker_batch, batch, work))
            if len(pending) > 2 * n_process:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()
