"""The seven steps: for each its rules, what it reads and what it writes in the analysis. No spaCy here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from policytag.analysis import Analysis, Candidate
from policytag.facts import FactRules, read_facts
from policytag.filling import FillingRules, fill
from policytag.patterns.row import INDICATOR
from policytag.pipeline.components import StepKind
from policytag.resolving import Loss, resolve, trim
from policytag.structure import StructureRules, read_structure
from policytag.taggers.names import NameRules, find_names
from policytag.taggers.patterns import PatternRules, find_patterns
from policytag.taggers.quantities import QuantityRules, find_quantities
from policytag.taggers.terms import TermRules, find_terms

Options = Mapping[str, Any]


def _structure(analysis: Analysis, rules: StructureRules, options: Options) -> None:
    given = {name: value for name, value in analysis.data["meta"].items() if value is not None and name != "spans"}
    structure = read_structure(analysis.folded, rules, given=given, year=options.get("year"))
    analysis.data.update(structure)  # type: ignore[typeddict-item]


def _patterns(analysis: Analysis, rules: PatternRules, options: Options) -> None:
    trace = analysis.data.get("trace")
    rejected: list[dict[str, Any]] | None = None if trace is None else []
    candidates = find_patterns(analysis.folded, analysis.data, rules, rejected=rejected, year=options.get("year"))
    analysis.data["layers"]["patterns"] = candidates
    if trace is not None and rejected is not None:
        trace += _rejections(rejected)


def _terms(analysis: Analysis, rules: TermRules, options: Options) -> None:
    trace = analysis.data.get("trace")
    rejected: list[dict[str, Any]] | None = None if trace is None else []
    analysis.data["layers"]["terms"] = find_terms(analysis.folded, analysis.data, rules, rejected)
    if trace is not None and rejected is not None:
        trace += _rejections(rejected)


def _rejections(rejected: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"outcome": "rejected", "reason": match["reason"], "candidate": match, "winner": None} for match in rejected
    ]


def _layer(name: str, find: Callable[..., list[Candidate]]) -> Callable[[Analysis, Any, Options], None]:
    def run(analysis: Analysis, rules: Any, options: Options) -> None:
        analysis.data["layers"][name] = find(analysis.folded, analysis.data, rules)

    return run


def _resolver(analysis: Analysis, rules: FillingRules, options: Options) -> None:
    data = analysis.data
    trace = data.get("trace")
    losses: list[Loss] | None = None if trace is None else []
    candidates = [candidate for layer in data["layers"].values() for candidate in layer]
    candidates = _outside_chrome(candidates, data["zones"], losses)
    candidates = [trimmed for candidate in candidates if (trimmed := trim(candidate, analysis.folded.folded))]
    kept = resolve(candidates, analysis.folded.folded, rules.body_tails, losses)
    data["annotations"] = fill(analysis.folded, data, kept, rules)
    if trace is not None and losses is not None:
        trace += [
            {"outcome": "lost", "reason": loss.reason, "candidate": loss.candidate, "winner": loss.winner}
            for loss in losses
        ]


def _outside_chrome(
    candidates: list[Candidate], zones: list[dict[str, Any]], losses: list[Loss] | None
) -> list[Candidate]:
    chrome = [(zone["start"], zone["end"]) for zone in zones if zone["kind"] == "chrome"]
    if not chrome:
        return candidates
    first, last = chrome[0][0], chrome[-1][1]
    kept = []
    for candidate in candidates:
        at = candidate["start"]
        if not (first <= at < last and any(start <= at < end for start, end in chrome)):
            kept.append(candidate)
        elif losses is not None:
            losses.append(Loss(candidate, None, "in page chrome around the report"))
    return kept


def _facts(analysis: Analysis, rules: FactRules, options: Options) -> None:
    read_facts(analysis.folded, analysis.data, rules)


STRUCTURE = StepKind("structure", lambda packs: StructureRules.from_lists(packs.lists), _structure)
PATTERNS = StepKind("patterns", lambda packs: PatternRules.from_rows(packs.rows), _patterns, lambda row: True)
QUANTITIES = StepKind(
    "quantities", lambda packs: QuantityRules.from_lists(packs.lists), _layer("quantities", find_quantities)
)
NAMES = StepKind("names", lambda packs: NameRules.from_lists(packs.lists), _layer("names", find_names))
TERMS = StepKind("terms", lambda packs: TermRules.from_lists(packs.lists), _terms)
RESOLVER = StepKind("resolver", lambda packs: FillingRules.from_lists(packs.lists), _resolver)
FACTS = StepKind(
    "facts",
    lambda packs: FactRules.from_packs(packs.lists, packs.rows),
    _facts,
    needs_row=lambda row: row.label == INDICATOR,
)

KINDS: dict[str, StepKind[Any]] = {
    kind.name: kind for kind in (STRUCTURE, PATTERNS, QUANTITIES, NAMES, TERMS, RESOLVER, FACTS)
}
