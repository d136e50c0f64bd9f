"""The steps of the pipeline as spaCy components: a few lines each around a plain function.

A component keeps its settings (JSON-only) and the packs; rules are compiled when the first text comes, so that a saved
pipeline never looks for the folders that its packs were once read from.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from policytag import __version__
from policytag.analysis import KEY, SCHEMA, Analysis
from policytag.patterns.packs import PackSet, load_packs

if TYPE_CHECKING:
    from spacy.tokens import Doc

R = TypeVar("R")
_PACKS_FILE = "packs.json"


@dataclass(frozen=True)
class PackSettings:
    """Which packs a component takes; see ``policytag.load`` for the meaning of the fields."""

    packs: tuple[str, ...] = ()
    defaults: bool = True
    region: str | None = None
    drafts: bool = False

    def load(self) -> PackSet:
        """Read the packs from their folders.

        Raises:
            PatternError: something in them is wrong; nothing was loaded.
        """
        return load_packs(self.packs, defaults=self.defaults, region=self.region, drafts=self.drafts)


@dataclass(frozen=True)
class StepKind(Generic[R]):
    """What a step is made of.

    Attributes:
        name: its name, under which it is found again when a pipeline is unpickled.
        compile: from the packs to the step's rules.
        run: the work on one text; gets the analysis, the rules and the step's own options.
        keep: the part of the packs that the step needs when it is saved.
    """

    name: str
    compile: Callable[[PackSet], R]
    run: Callable[[Analysis, R, Mapping[str, Any]], None]
    keep: Callable[[PackSet], PackSet]

    def __reduce__(self) -> tuple[Callable[[str], StepKind[Any]], tuple[str]]:
        return _kind_of, (self.name,)


def _kind_of(name: str) -> StepKind[Any]:
    from policytag.pipeline.steps import KINDS

    return KINDS[name]


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

    def run(self, analysis: Analysis) -> None:
        """Do the step on one text, without a Doc."""
        packs = self.packs
        if self._rules is None:
            self._rules = self.kind.compile(packs)
        data = analysis.data
        if not data["produced_by"]:
            data["produced_by"] = {"policytag": __version__, "schema_version": SCHEMA, "packs": list(packs.info)}
        if self.options.get("trace"):
            data.setdefault("trace", [])
        self.kind.run(analysis, self._rules, self.options)

    def __call__(self, doc: Doc) -> Doc:
        """Do the step on a Doc: its plain data is in ``doc.user_data["policytag"]``."""
        analysis = analysis_of(doc)
        self.run(analysis)
        if self._write is not None:
            self._write(doc, analysis, self.options)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterable[Doc]:
        """The step on many Docs, one after the other."""
        return map(self, stream)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Every resolved row and word list that the step needs, as JSON."""
        return json.dumps(self._state(), ensure_ascii=False).encode()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> StepComponent[R]:
        """Take rows and word lists from ``to_bytes``; the folders they came from are not read."""
        self._restore(json.loads(data))
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write what ``to_bytes`` gives into a folder of the component."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _PACKS_FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> StepComponent[R]:
        """Take rows and word lists from ``to_disk``."""
        return self.from_bytes((Path(path) / _PACKS_FILE).read_bytes())

    def _state(self) -> dict[str, Any]:
        return {
            "settings": asdict(self.settings),
            "options": self.options,
            "packs": self.kind.keep(self.packs).to_jsonable(),
        }

    def _restore(self, state: dict[str, Any]) -> None:
        settings = state["settings"]
        self.settings = PackSettings(**{**settings, "packs": tuple(settings["packs"])})
        self.options = state["options"]
        self.packs = PackSet.from_jsonable(state["packs"])

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
