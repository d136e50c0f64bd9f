"""The spaCy factories: the seven steps and the ruler, found through the entry point group ``spacy_factories``.

``requires`` and ``assigns`` let ``nlp.analyze_pipes()`` tell a wrong order. spaCy knows attributes of a Doc and not what
lies in ``doc.user_data``: there it stands for the candidates of the taggers, without which the resolver has no work.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from spacy.language import Language
from spacy.pipeline.entityruler import DEFAULT_ENT_ID_SEP

from policytag.patterns.tokens.conditions import FuzzyCompare
from policytag.pipeline import steps
from policytag.pipeline.components import PackSettings, StepComponent, StepKind
from policytag.pipeline.ruler import PolicyTagRuler
from policytag.pipeline.spans import write_spans

_PACKS = PackSettings().to_config()
_CANDIDATES = "doc.user_data"


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
    return StepComponent(steps.STRUCTURE, PackSettings(tuple(packs), defaults, region, drafts), {"year": year})


@Language.factory("policytag_patterns", assigns=[_CANDIDATES], default_config={**_PACKS, "year": None, "trace": False})
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
    options = {"year": year, "trace": trace}
    return StepComponent(steps.PATTERNS, PackSettings(tuple(packs), defaults, region, drafts), options)


def _register(kind: StepKind[Any], *, requires: Sequence[str] = (), assigns: Sequence[str] = ()) -> Any:
    """A factory whose only settings are the packs."""

    @Language.factory(f"policytag_{kind.name}", requires=requires, assigns=assigns, default_config=_PACKS)
    def make(
        nlp: Language, name: str, packs: list[str], defaults: bool, region: str | None, drafts: bool
    ) -> StepComponent[Any]:
        return StepComponent(kind, PackSettings(tuple(packs), defaults, region, drafts), {})

    return make


quantities = _register(steps.QUANTITIES, assigns=[_CANDIDATES])
names = _register(steps.NAMES, assigns=[_CANDIDATES])
terms = _register(steps.TERMS, assigns=[_CANDIDATES])
facts = _register(steps.FACTS, requires=["doc.spans"])


@Language.factory(
    "policytag_resolver",
    requires=[_CANDIDATES],
    assigns=["doc.spans", "doc.ents"],
    default_config={**_PACKS, "ents": False, "overwrite_ents": False, "trace": False},
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
    options = {"ents": ents, "overwrite_ents": overwrite_ents, "trace": trace}
    return StepComponent(steps.RESOLVER, PackSettings(tuple(packs), defaults, region, drafts), options, write_spans)


@Language.factory(
    "policytag_ruler",
    assigns=["doc.ents", "token.ent_type", "token.ent_iob"],
    default_config={
        "phrase_matcher_attr": None,
        "matcher_fuzzy_compare": {"@misc": "spacy.levenshtein_compare.v1"},
        "validate": False,
        "overwrite_ents": False,
        "ent_id_sep": DEFAULT_ENT_ID_SEP,
        "scorer": {"@scorers": "spacy.entity_ruler_scorer.v1"},
    },
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def ruler(
    nlp: Language,
    name: str,
    phrase_matcher_attr: int | str | None,
    matcher_fuzzy_compare: FuzzyCompare,
    validate: bool,
    overwrite_ents: bool,
    ent_id_sep: str,
    scorer: Callable[..., Any] | None,
) -> PolicyTagRuler:
    """spaCy's ``entity_ruler`` for any number of patterns; the settings are the same."""
    return PolicyTagRuler(
        nlp,
        name,
        phrase_matcher_attr=phrase_matcher_attr,
        matcher_fuzzy_compare=matcher_fuzzy_compare,
        validate=validate,
        overwrite_ents=overwrite_ents,
        ent_id_sep=ent_id_sep,
        scorer=scorer,
    )
