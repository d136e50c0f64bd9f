"""Filling: from the candidates that stay to the annotations of the report.

Here belong the fields that depend on the text around a span, on the document's own glossary or on the issuer, whichever
tagger found the span. What a row's own ``attributes`` say wins.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

from policytag.analysis import AnalysisData, Candidate
from policytag.patterns.wordlists import WordLists, any_of, words
from policytag.reading.folding import CLOSE_QUOTE, OPEN_QUOTE, FoldedText
from policytag.structure.place_parts import PlaceParts

_CLAUSE_END = re.compile("[,;。!?:\n]")
_STAGE_WINDOW = 60
"""How far (characters) from its edges a project's stage is looked for; the clause ends sooner in most reports."""
_HEAD_WINDOW = 16


@dataclass(frozen=True)
class FillingRules:
    """Word lists of the filling, compiled.

    Attributes:
        heads: pattern of the nouns that a quoted code qualifies (体系, 行动 …).
        phrase: pattern of a noun phrase: “两山”和新区建设 and “十四五”时期经济 have none after the quotation.
        bodies: short name of a body (市委) → what places of its level are called by (市), and the template of its full name.
        places: what full names of places are made of.
        stages: pattern of the words that say how far a project is.
        stages_back: the same for a text that is read backwards.
        stage_of: the stage of each of them.
        body_tails: ends of the names of bodies that are called after a policy.
    """

    heads: re.Pattern[str]
    phrase: re.Pattern[str]
    bodies: Mapping[str, tuple[str, str]]
    places: PlaceParts
    stages: re.Pattern[str]
    stages_back: re.Pattern[str]
    stage_of: Mapping[str, str]
    body_tails: frozenset[str]

    @classmethod
    def from_lists(cls, lists: WordLists) -> FillingRules:
        """Compile the lists term_heads, term_edges, level_bodies, levels, places, project_stages and body_tails."""
        stage_of: dict[str, str] = {}
        for entry in lists.get("project_stages", ()):
            stage_of.setdefault(entry.word, entry.field(1))
        return cls(
            heads=re.compile(any_of(words(lists, "term_heads"))),
            phrase=_phrase(lists),
            bodies=_bodies(lists),
            places=PlaceParts(lists.get("places", ())),
            stages=re.compile(any_of(stage_of)),
            stages_back=re.compile(any_of(word[::-1] for word in stage_of)),
            stage_of=stage_of,
            body_tails=frozenset(entry.word for entry in lists.get("body_tails", ())),
        )


def fill(
    folded: FoldedText, data: AnalysisData, candidates: Sequence[Candidate], rules: FillingRules
) -> list[dict[str, Any]]:
    """The annotations, in the form of the Report's JSON, of candidates in text order."""
    section_at = _section_finder(data["sections"])
    section, section_end = section_at(0)
    definitions = {entry["term"]: entry["definition"] for entry in data["glossary"]}
    annotations = []
    evidence_of: dict[tuple[str, str], dict[str, Any]] = {}  # of rules without a condition: the same every time
    for candidate in candidates:
        start, end = candidate["start"], candidate["end"]
        if start >= section_end:
            section, section_end = section_at(start)
        attributes = candidate["attributes"]
        annotation: dict[str, Any] = {
            "type": candidate["type"],
            "start": start,
            "end": end,
            "text": folded.text[start:end],
            "section": section,
            **attributes,
        }
        if candidate["condition"] is None and candidate["cue"] is None:
            rule = candidate["tagger"], candidate["rule"]
            annotation["evidence"] = evidence_of.get(rule) or evidence_of.setdefault(rule, _evidence(candidate))
        else:
            annotation["evidence"] = _evidence(candidate)
        if "name" not in annotation and candidate["type"] != "QUANTITY":
            annotation["name"] = plain_name(folded, start, end)
        match candidate["type"]:
            case "POLICY_TERM":
                _fill_term(annotation, folded, definitions, rules)
            case "ORG":
                if "resolved" not in attributes:
                    annotation["resolved"] = resolve_body(annotation["text"], data["meta"].get("place"), rules)
            case "PROJECT":
                if "stage" not in attributes:
                    annotation.update(_stage(folded, start, end, rules))
        annotations.append(annotation)
    return annotations


def plain_name(folded: FoldedText, start: int, end: int) -> str:
    """The text of a span without line breaks and footnote marks inside it."""
    joined = folded.to_joined(start), folded.to_joined(end)
    if joined[1] - joined[0] == end - start:
        return folded.text[start:end]
    return folded.without_cuts(*joined)


def _evidence(candidate: Candidate) -> dict[str, Any]:
    row = candidate["attributes"].get("evidence") or {}
    cue = candidate["cue"]
    return {
        "tagger": candidate["tagger"],
        "rule": candidate["rule"],
        "pack": row.get("pack"),
        "path": row.get("path"),
        "line": row.get("line"),
        "condition": candidate["condition"],
        "cue": None if cue is None else {"text": cue[0], "start": cue[1], "end": cue[2]},
    }


def _section_finder(sections: Sequence[Mapping[str, Any]]) -> Callable[[int], tuple[int | None, float]]:
    """A function from an offset to the index of the innermost section that holds it, and the offset up to which it does."""
    starts = [section["start"] for section in sections]
    changes = [*starts, inf]

    def find(offset: int) -> tuple[int | None, float]:
        following = bisect_right(starts, offset)
        index: int | None = following - 1 if following else None
        while index is not None and sections[index]["end"] <= offset:
            index = sections[index]["parent"]
        return index, changes[following] if index is None else min(changes[following], sections[index]["end"])

    return find


def _fill_term(
    annotation: dict[str, Any], folded: FoldedText, definitions: Mapping[str, str], rules: FillingRules
) -> None:
    text, start, end = folded.folded, annotation["start"], annotation["end"]
    quoted = text[start - 1 : start] == OPEN_QUOTE and text[end : end + 1] == CLOSE_QUOTE
    annotation.setdefault("quoted", quoted)
    if annotation["quoted"] and annotation.get("head") is None:
        annotation["head"] = _head_after(text, end + 1, rules)
    if annotation.get("definition") is None:
        definition = definitions.get(annotation["text"]) or definitions.get(annotation["name"])
        if definition is not None:
            annotation["definition"], annotation["definition_source"] = definition, "document"


def _phrase(lists: WordLists) -> re.Pattern[str]:
    ends = any_of(words(lists, "term_edges", "phrase"))
    inside = any_of(words(lists, "term_edges", "phrase-inside"))
    return re.compile(rf"(?:{inside}|(?!{ends})[\u4e00-\u9fff]){{1,{_HEAD_WINDOW}}}")


def _head_after(text: str, start: int, rules: FillingRules) -> str | None:
    """The noun phrase that follows a quoted code, up to the end of the first head noun in it (the longest there)."""
    phrase = rules.phrase.match(text, start)
    head = rules.heads.search(text, start, phrase.end()) if phrase else None
    return text[start : head.end()] if head else None


def _bodies(lists: WordLists) -> dict[str, tuple[str, str]]:
    levels = sorted(words(lists, "levels"), key=len)
    # Of two levels that a name begins with the longer counts: it comes later.
    return {level + entry.word: (level, entry.field(1)) for level in levels for entry in lists.get("level_bodies", ())}


def resolve_body(name: str, place: str | None, rules: FillingRules) -> str | None:
    """The full name of a body that is named by its level (市委 → 中共重庆市委员会), or None.

    Args:
        name: the body as the text names it.
        place: the report's own place, from the province down (重庆市黔江区).
        rules: the compiled lists.
    """
    known = rules.bodies.get(name)
    if not place or known is None:
        return None
    level, template = known
    above = ""
    for part in rules.places.split(place):
        above += part
        if part.endswith(level):
            return template.replace("{}", above)
    return None


def _stage(folded: FoldedText, start: int, end: int, rules: FillingRules) -> dict[str, Any]:
    """How far a project is: the first cue after it in its clause, else the last one before it."""
    text = folded.folded
    last = _CLAUSE_END.search(text, end, end + _STAGE_WINDOW)
    found = rules.stages.search(text, end, last.start() if last else end + _STAGE_WINDOW)
    if found:
        cue_start, cue_end = found.span()
    else:
        backwards = text[max(0, start - _STAGE_WINDOW) : start][::-1]
        last = _CLAUSE_END.search(backwards)
        found = rules.stages_back.search(backwards, 0, last.start() if last else _STAGE_WINDOW)
        if not found:
            return {"stage": None, "stage_cue": None}
        cue_start, cue_end = start - found.end(), start - found.start()
    cue = {"text": folded.text[cue_start:cue_end], "start": cue_start, "end": cue_end}
    return {"stage": rules.stage_of[text[cue_start:cue_end]], "stage_cue": cue}
