"""The steps of the pipeline as spaCy components: a few lines each around a plain function.

A component keeps its settings (JSON-only) and the packs. ``load`` compiles the rules at once; elsewhere they are compiled
when the first text comes, so that a saved pipeline never looks for the folders that its packs were once read from.
Importing this module adds ``doc._.policytag``, the Report of a Doc.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from spacy.tokens import Doc

from policytag import __version__
from policytag.analysis import KEY, SCHEMA, Analysis
from policytag.errors import NotAnnotatedError, PatternWarning, PolicyTagError
from policytag.patterns.packs import PackSet, load_packs
from policytag.patterns.row import Row
from policytag.patterns.wordlists import Entry, WordLists
from policytag.report import Report

R = TypeVar("R")
_PACKS_FILE = "packs.json"

if not Doc.has_extension(KEY):
    Doc.set_extension(KEY, getter=Report.from_doc)


@dataclass(frozen=True)
class PackSettings:
    """Which packs a component takes; see ``policytag.load`` for the meaning of the fields."""

    packs: tuple[str, ...] = ()
    defaults: bool = True
    region: str | None = None
    drafts: bool = False

    def to_config(self) -> dict[str, Any]:
        """The settings as spaCy's configuration holds them, JSON-only."""
        return {**asdict(self), "packs": list(self.packs)}

    def load(self) -> PackSet:
        """Read the packs from their folders.

        Raises:
            PatternError: something in them is wrong; nothing was loaded.

        Warns:
            PatternWarning: something in them is probably not meant.
        """
        loaded = load_packs(self.packs, defaults=self.defaults, region=self.region, drafts=self.drafts)
        doubts = [finding for finding in loaded.findings if finding.severity == "warning"]
        if doubts:
            warnings.warn(PatternWarning(doubts), stacklevel=3)
        return loaded


@dataclass(frozen=True)
class StepKind(Generic[R]):
    """What a step is made of.

    Attributes:
        name: its name, under which it is found again when a pipeline is unpickled.
        compile: from the packs to the step's rules.
        run: the work on one text; gets the analysis, the rules and the step's own options.
        needs_row: which rows the step needs when it is saved; None: none.
    """

    name: str
    compile: Callable[[PackSet], R]
    run: Callable[[Analysis, R, Mapping[str, Any]], None]
    needs_row: Callable[[Row], bool] | None = None

    def __reduce__(self) -> tuple[Callable[[str], StepKind[Any]], tuple[str]]:
        return _kind_of, (self.name,)


def _kind_of(name: str) -> StepKind[Any]:
    from policytag.pipeline.steps import KINDS

    return KINDS[name]


class _NotedLists(Mapping[str, tuple[Entry, ...]]):
    """Word lists that note which of them are read: these a step needs, and saves."""

    def __init__(self, lists: WordLists) -> None:
        self._lists = lists
        self.read: set[str] = set()

    def __getitem__(self, name: str) -> tuple[Entry, ...]:
        self.read.add(name)
        return self._lists[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)


class StepComponent(Generic[R]):
    """One step as a spaCy component.

    Args:
        kind: what the step does.
        settings: which packs.
        options: the step's other settings, JSON-only.
        write: what it does to the Doc beside the plain data (the resolver fills ``doc.spans`` and ``doc.ents``).
    """

    def __init__(
        self,
        kind: StepKind[R],
        settings: PackSettings,
        options: Mapping[str, Any],
        write: Callable[[Doc, Analysis, Mapping[str, Any]], None] | None = None,
    ) -> None:
        self.kind = kind
        self.settings = settings
        self.options = dict(options)
        self._write = write
        self._packs: PackSet | None = None
        self._rules: R | None = None
        self._lists_read: frozenset[str] = frozenset()

    @property
    def packs(self) -> PackSet:
        """The packs, read from their folders on first use if they were neither given nor loaded from disk."""
        if self._packs is None:
            self._packs = _shared_packs(self.settings)
        return self._packs

    @packs.setter
    def packs(self, packs: PackSet) -> None:
        self._packs = packs
        self._rules = None

    def compile(self) -> R:
        """The step's rules, made from the packs on first use.

        Raises:
            PatternError: something in a pack or word list is wrong.
        """
        if self._rules is None:
            lists = _NotedLists(self.packs.lists)
            self._rules = self.kind.compile(replace(self.packs, lists=lists))
            self._lists_read = frozenset(lists.read)
        return self._rules

    def run(self, analysis: Analysis) -> None:
        """Do the step on one text, without a Doc."""
        rules = self.compile()
        data = analysis.data
        data["steps"] = [*(step for step in data.get("steps", ()) if step != self.kind.name), self.kind.name]
        if not data["produced_by"]:
            data["produced_by"] = {"policytag": __version__, "schema_version": SCHEMA, "packs": list(self.packs.info)}
        if self.options.get("trace"):
            data.setdefault("trace", [])
        self.kind.run(analysis, rules, self.options)

    def __call__(self, doc: Doc) -> Doc:
        """Do the step on a Doc: its plain data is in ``doc.user_data["policytag"]``."""
        analysis = analysis_of(doc)
        self.run(analysis)
        if self._write is not None:
            self._write(doc, analysis, self.options)
        return doc

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Settings, and every resolved row and word list that the step needs, as JSON."""
        state = {"settings": self.settings.to_config(), "options": self.options, "packs": self._needed().to_jsonable()}
        return json.dumps(state, ensure_ascii=False).encode()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> StepComponent[R]:
        """Take rows and word lists from ``to_bytes``; the folders they came from are not read."""
        state = json.loads(data)
        settings = state["settings"]
        self.settings = PackSettings(**{**settings, "packs": tuple(settings["packs"])})
        self.options = state["options"]
        self.packs = PackSet.from_jsonable(state["packs"])
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write what ``to_bytes`` gives into a folder of the component."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _PACKS_FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> StepComponent[R]:
        """Take rows and word lists from ``to_disk``.

        Raises:
            PolicyTagError: the folder holds something else.
        """
        file = Path(path) / _PACKS_FILE
        try:
            return self.from_bytes(file.read_bytes())
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise PolicyTagError(f"{file}: not what to_disk wrote ({error!r}): save the pipeline anew") from error

    def _needed(self) -> PackSet:
        """The part of the packs that the step needs: the lists that its rules were made of, and its rows."""
        self.compile()
        needed = self.packs.keep(rows=self.kind.needs_row or False)
        return replace(needed, lists={name: needed.lists[name] for name in needed.lists if name in self._lists_read})

    def __getstate__(self) -> dict[str, Any]:
        # Compiled rules hold an index that cannot be pickled; they are compiled again from the packs.
        return {**self.__dict__, "_packs": self.packs, "_rules": None}


_shared: dict[PackSettings, tuple[object, PackSet]] = {}


def _shared_packs(settings: PackSettings) -> PackSet:
    """The packs of components that were added one by one with the same settings: read once, again when a file changed."""
    from policytag.patterns.packs import fingerprint

    state = fingerprint(settings.packs, defaults=settings.defaults)
    known = _shared.get(settings)
    if known is None or known[0] != state:
        known = _shared[settings] = (state, settings.load())
    return known[1]


_last: Analysis | None = None


def analysis_of(doc: Doc) -> Analysis:
    """The analysis of a Doc, begun if it has none.

    The folded text of the last Doc is kept between components (taking the text from a Doc and folding it costs more
    than most steps). It is found by the identity of the Doc's own data, never by its content.
    """
    data = doc.user_data.get(KEY)
    if data is not None and "schema" not in data:
        raise NotAnnotatedError(f"doc.user_data[{KEY!r}] holds something else: the pipeline keeps its data there")
    last = _last  # read once: another thread may put its own there
    if data is not None and last is not None and last.data is data:
        return last
    return with_analysis(doc, Analysis(doc.text, data))


def with_analysis(doc: Doc, analysis: Analysis) -> Analysis:
    """Let a Doc carry an analysis of its text that was begun elsewhere."""
    global _last
    doc.user_data[KEY] = analysis.data
    _last = analysis
    return analysis
