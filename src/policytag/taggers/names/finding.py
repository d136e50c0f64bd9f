"""find_names: organizations and projects that no row lists."""

from __future__ import annotations

import numpy as np

from policytag.analysis import Candidate, StructureData
from policytag.reading.folding import FoldedText
from policytag.taggers.names.clauses import Group, read_clauses
from policytag.taggers.names.coordination import may_be_list, whole_clause
from policytag.taggers.names.firms import Found
from policytag.taggers.names.naming import names_of
from policytag.taggers.names.rules import NAMED, NameRules
from policytag.taggers.occurrences import occurrences

_CLAUSE_MAX = 60
"""A member of a list that runs over commas is at most this long."""
_COMMA_CLAUSES = 8
"""A list that runs over commas is followed back at most this many clauses."""
_AGAIN_MIN = {"org.coordination": 3, "org.company": 3, "org.partner": 3, "org.firm": 4}
"""Names that are found by one of these rules are found again anywhere in the text if they are this long."""
_PROJECT_AGAIN_MIN = 6
_AGAIN_MAX_NAMES = 5_000


def find_names(folded: FoldedText, structure: StructureData, rules: NameRules) -> list[Candidate]:
    """Organizations and projects by head words, left edges and coordination.

    Args:
        folded: the text; it holds no lone surrogates.
        structure: what is known of it; ``meta["level"]`` is read (may be empty).
        rules: the compiled lists.

    Returns:
        Candidates of types ORG and PROJECT, with ``name`` and ``kind``, in text order, the longer first.
    """
    text = folded.joined
    local = (structure.get("meta") or {}).get("level") not in ("national", "province")
    found: list[Found] = []
    for group in read_clauses(text, *rules.clauses.find(text), rules):
        if group.listed and group.start >= 0 and not group.before:
            _add_from_before(text, group.start, group, rules)
        if group.hopeful or group.listed in NAMED:
            found += names_of(text, group, local, rules)
    found += _again(text, found)
    found.sort(key=lambda one: (one[1], -one[2]))
    return [_candidate(folded, one) for one in dict.fromkeys(found)]


def _candidate(folded: FoldedText, found: Found) -> Candidate:
    type_, start, end, kind, rule = found
    outer_start, outer_end = folded.span(start, end)
    return {
        "type": type_,
        "start": outer_start,
        "end": outer_end,
        "tagger": "names",
        "rule": rule,
        "priority": 0,
        "attributes": {"name": folded.joined[start:end], "kind": kind},
        "condition": None,
        "cue": None,
    }


def _add_from_before(text: str, start: int, group: Group, rules: NameRules) -> None:
    """Add the members of a list that stand before commas: 甲，乙，丙等项目."""
    for _ in range(_COMMA_CLAUSES):
        if not start or text[start - 1] != ",":
            return
        end = start - 1
        start, least = end, max(0, end - _CLAUSE_MAX)
        while start > least and text[start - 1] not in rules.words.boundaries:
            start -= 1
        if start == end or not may_be_list(text[start:end], rules.words):
            return
        earlier = read_clauses(text, np.array([start]), np.array([end]), rules, every=True)
        if not whole_clause(earlier, start, end):
            return
        group.items[:0] = earlier[0].items
        group.marks |= earlier[0].marks


def _again(text: str, found: list[Found]) -> list[Found]:
    """Companies and projects that were found by their context, wherever else they stand."""
    kinds: dict[tuple[str, str], str] = {}
    for type_, start, end, kind, rule in found:
        least = _PROJECT_AGAIN_MIN if type_ == "PROJECT" else _AGAIN_MIN.get(rule, 0)
        if least and end - start >= least:
            kinds[type_, text[start:end]] = kind
    if not kinds or len(kinds) > _AGAIN_MAX_NAMES:
        return []
    known = {one[:3] for one in found}
    return [
        (type_, start, end, same, type_.lower() + ".again")
        for start, end in occurrences(text, {name for _, name in kinds})
        for type_ in ("ORG", "PROJECT")
        if (same := kinds.get((type_, text[start:end]))) and (type_, start, end) not in known
    ]
