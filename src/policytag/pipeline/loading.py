"""load: a spaCy pipeline with all steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os import PathLike, fspath
from typing import Any, Literal

import spacy
from spacy.lang.zh import ChineseTokenizer
from spacy.language import Language

from policytag.patterns.packs import PackSet, pack_paths
from policytag.pipeline.components import PackSettings, StepComponent

STEPS = (
    "policytag_structure",
    "policytag_patterns",
    "policytag_quantities",
    "policytag_names",
    "policytag_terms",
    "policytag_resolver",
    "policytag_facts",
)
"""The factories, in the order of the pipeline; each component has the name of its factory."""

_CHAR_TOKENIZER = {"@tokenizers": "policytag.ReportTokenizer.v1"}
_WORD_TOKENIZER = {"@tokenizers": "spacy.zh.ChineseTokenizer", "segmenter": "pkuseg"}


def load(
    packs: Sequence[str | PathLike[str]] | str | PathLike[str] = (),
    *,
    defaults: bool = True,
    region: str | None = None,
    year: int | None = None,
    drafts: bool = False,
    max_length: int = 10_000_000,
    trace: bool = False,
    segmenter: Literal["char", "pkuseg"] = "char",
    pkuseg_model: str | PathLike[str] | None = None,
) -> Language:
    """A spaCy pipeline that annotates policy texts.

    Args:
        packs: folders of packs (or one) that add to the built-in ones; a later pack's row replaces an earlier one of the
            same id.
        defaults: take the built-in and the installed packs; False starts empty.
        region: leave out rows of other places: ``"chongqing"`` keeps rows without a region, of it and of places under it
            (``chongqing/qianjiang``). None keeps all rows.
        year: stands in where a report's own year is unknown, for rows with ``valid`` years.
        drafts: take rows with ``"status": "draft"`` too.
        max_length: longest text that is taken, in characters; becomes ``nlp.max_length``.
        trace: keep what was rejected and what lost, for ``report.explain``.
        segmenter: ``"char"`` cuts report tokens; ``"pkuseg"`` gives words through spaCy's Chinese tokenizer with
            spacy-pkuseg. Annotations are the same.
        pkuseg_model: name (``"mixed"``, downloaded by spacy-pkuseg) or folder of a model; only with ``segmenter="pkuseg"``.

    Raises:
        PatternError: something in a pack (rows or word lists) is wrong; every finding is in it, and nothing was loaded.
        TypeError: an argument is of the wrong type.
        ValueError: ``segmenter`` is unknown, or only one of pkuseg and its model was given.

    Warns:
        PatternWarning: something in a pack is probably not meant; once, with every finding in it.
    """
    _check_segmenter(segmenter, pkuseg_model)
    _check_type("region", region, str)
    _check_type("year", year, int)
    _check_type("max_length", max_length, int)
    settings = PackSettings(pack_paths(packs), defaults, region, drafts)
    loaded = settings.load()
    tokenizer = _WORD_TOKENIZER if segmenter == "pkuseg" else _CHAR_TOKENIZER
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": tokenizer}})
    own: dict[str, dict[str, Any]] = {
        "policytag_structure": {"year": year, "max_length": max_length},
        "policytag_patterns": {"year": year, "trace": trace},
        "policytag_resolver": {"ents": True, "trace": trace},
    }
    for step in STEPS:
        component = nlp.add_pipe(step, config={**settings.to_config(), **own.get(step, {})})
        assert isinstance(component, StepComponent)
        component.packs = loaded
        component.compile()
    if segmenter == "pkuseg":
        _give_words(nlp, fspath(pkuseg_model) if pkuseg_model is not None else "", loaded)
    return nlp


def _check_segmenter(segmenter: str, model: object) -> None:
    if segmenter not in ("char", "pkuseg"):
        raise ValueError(f"segmenter={segmenter!r} is unknown: use 'char' or 'pkuseg'")
    if segmenter == "pkuseg" and model is None:
        raise ValueError("segmenter='pkuseg' needs pkuseg_model: the folder of a model, or a name such as 'mixed'")
    if segmenter == "char" and model is not None:
        raise ValueError("pkuseg_model does nothing by itself: add segmenter='pkuseg'")


def _check_type(name: str, value: object, kind: type) -> None:
    """spaCy's configuration takes "2024" for a number and hands it on as it is."""
    if value is not None and (not isinstance(value, kind) or isinstance(value, bool)):
        raise TypeError(f"{name} is {value!r}: give {'a whole number' if kind is int else 'a string'}")


def _give_words(nlp: Language, model: str, packs: PackSet) -> None:
    """Load the word model into the tokenizer, with every literal of the packs in its user dictionary."""
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, ChineseTokenizer)
    tokenizer.initialize(pkuseg_model=model)
    tokenizer.pkuseg_update_user_dict(list(_literals(packs)))


def _literals(packs: PackSet) -> Iterable[str]:
    return (row.pattern for row in packs.rows if isinstance(row.pattern, str))
