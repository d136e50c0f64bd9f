"""The spaCy factories of the seven steps, found through the entry point group ``spacy_factories``."""

from __future__ import annotations

from typing import Any

from spacy.language import Language

from policytag.pipeline import steps
from policytag.pipeline.components import PackSettings, StepComponent, StepKind
from policytag.pipeline.spans import write_spans

_PACKS: dict[str, Any] = {"packs": [], "defaults": True, "region": None, "drafts": False}


def _component(kind: StepKind[Any], settings: dict[str, Any], **options: Any) -> StepComponent[Any]:
    write = write_spans if kind is steps.RESOLVER else None
    return StepComponent(kind, PackSettings(**{**settings, "packs": tuple(settings["packs"])}), options, write)


@Language.factory("policytag_structure", default_config={**_PACKS, "year": None, "max_length": None})
def structure(
    nlp: Language,
    name: str,
    packs: list[str],
    defaults: bool,
    region: str | None,
    drafts: bool,
    year: int | None,
    max_length: int | None,
) -> StepComponent[Any]:
    """Title, place, sections, sentences, periods, glossary, page chrome.

    ``max_length``, where given, becomes ``nlp.max_length``: spaCy does not save that limit, a component's settings it does.
    """
    if max_length is not None:
        nlp.max_length = max_length
    settings = {"packs": packs, "defaults": defaults, "region": region, "drafts": drafts}
    return _component(steps.STRUCTURE, settings, year=year)


@Language.factory("policytag_patterns", default_config={**_PACKS, "year": None, "trace": False})
def patterns(
    nlp: Language,
    name: str,
    packs: list[str],
    defaults: bool,
    region: str | None,
    drafts: bool,
    year: int | None,
    trace: bool,
) -> StepComponent[Any]:
    """The rows of the packs; ``year`` stands in where the report's own year is unknown."""
    settings = {"packs": packs, "defaults": defaults, "region": region, "drafts": drafts}
    return _component(steps.PATTERNS, settings, year=year, trace=trace)


def _register(step: str, kind: StepKind[Any]) -> Any:
    """A factory whose only settings are the packs."""

    @Language.factory(f"policytag_{step}", default_config=_PACKS)
    def make(
        nlp: Language, name: str, packs: list[str], defaults: bool, region: str | None, drafts: bool
    ) -> StepComponent[Any]:
        settings = {"packs": packs, "defaults": defaults, "region": region, "drafts": drafts}
        return _component(kind, settings)

    return make


quantities = _register("quantities", steps.QUANTITIES)
names = _register("names", steps.NAMES)
terms = _register("terms", steps.TERMS)
facts = _register("facts", steps.FACTS)


@Language.factory(
    "policytag_resolver", default_config={**_PACKS, "ents": False, "overwrite_ents": False, "trace": False}
)
def resolver(
    nlp: Language,
    name: str,
    packs: list[str],
    defaults: bool,
    region: str | None,
    drafts: bool,
    ents: bool,
    overwrite_ents: bool,
    trace: bool,
) -> StepComponent[Any]:
    """Settles conflicts and fills the fields; writes ``doc.spans["policytag"]`` and, with ``ents``, ``doc.ents``."""
    settings = {"packs": packs, "defaults": defaults, "region": region, "drafts": drafts}
    return _component(steps.RESOLVER, settings, ents=ents, overwrite_ents=overwrite_ents, trace=trace)
