"""find_names: organizations and projects that no row lists."""

from __future__ import annotations

from collections.abc import Iterator

from policytag.analysis import Candidate, StructureData
from policytag.reading.folding import FoldedText
from policytag.taggers.names.clauses import MAX_ITEMS, Group, Marked, counted, read_groups
from policytag.taggers.names.edges import balanced, particular, trim_left, trim_right
from policytag.taggers.names.organizations import bare_company, body, short_company
from policytag.taggers.names.projects import works
from policytag.taggers.names.rules import NameRules
from policytag.taggers.names.vocabulary import Mark

Found = tuple[str, int, int, str, str]
"""``(type, start, end, kind, rule)`` in the joined text."""

_FRAME_BEFORE = int(Mark.WORK_VERB)
_EVENT = int(Mark.EVENT)
_PARTNER, _CLASS, _LINE, _WORKS, _TAIL, _ORG, _UNKNOWN = map(
    int, (Mark.PARTNER, Mark.CLASS, Mark.LINE, Mark.WORKS, Mark.TAIL, Mark.ORG, Mark.UNKNOWN)
)


def find_names(folded: FoldedText, structure: StructureData, rules: NameRules) -> list[Candidate]:
    """Organizations and projects by head words, left edges and coordination.

    Args:
        folded: the text.
        structure: what is known of it; ``meta["level"]`` is read (may be empty).
        rules: the compiled lists.

    Returns:
        Candidates of types ORG and PROJECT, with ``name`` and ``kind``, in text order.
    """
    text = folded.joined
    local = (structure.get("meta") or {}).get("level") not in ("national", "province")
    found: list[Found] = []
    for groups in _clauses(text, rules):
        for group in groups:
            found += _names_of(text, group, local, rules)
    return [_candidate(folded, one) for one in dict.fromkeys(sorted(found, key=lambda one: (one[1], -one[2])))]


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


def _clauses(text: str, rules: NameRules) -> Iterator[list[Group]]:
    """The groups of each clause that holds a word at which a name may end."""
    words = rules.words
    tokens = words.cut(text)
    boundaries, heads = words.n_boundaries, words.n_heads
    first, start, hot = 0, 0, False
    for index, (number, token_start, token_end) in enumerate(tokens):
        if number < boundaries:
            if hot:
                yield read_groups(text, tokens, first, index, start, token_start, words, rules.list_nouns)
                hot = False
            first, start = index + 1, token_end
        elif number < heads:
            hot = True
    if hot:
        yield read_groups(text, tokens, first, len(tokens), start, len(text), words, rules.list_nouns)


def _names_of(text: str, group: Group, local: bool, rules: NameRules) -> Iterator[Found]:
    if group.before & _CLASS or len(group.items) > MAX_ITEMS:
        return
    before, after = group.before, group.after
    items: list[list[Marked]] = []
    for position, item in enumerate(group.items):
        for part in balanced(item):
            trimmed, taken = trim_left(text, part)
            if not items:
                before |= taken
            kept, taken = trim_right(trimmed)
            after |= taken
            if kept and not counted(text, kept):
                items.append(kept)
    if not items:
        return
    framed = bool(before & _FRAME_BEFORE or after & _EVENT or group.listed == "PROJECT")
    companies = group.listed == "ORG" or bool(before & _PARTNER)
    for item in items:
        yield from _names_in(text, item, group, framed, companies, local, rules)


def _names_in(
    text: str, item: list[Marked], group: Group, framed: bool, companies: bool, local: bool, rules: NameRules
) -> Iterator[Found]:
    words = rules.words
    start = item[0][2]
    project = works(text, item, framed, words)
    organization = body(text, item, local, words)
    if group.listed == "PROJECT" and project is None:
        if particular(text, item, len(item)) == 2:
            yield "PROJECT", start, item[-1][3], "other", "project.coordination"
            project = len(item), "", ""
    elif project:
        yield "PROJECT", start, item[project[0] - 1][3], project[1], "project.head." + project[2]
    if organization:
        size, kind, weak = organization
        if not (weak and project):
            yield "ORG", start, item[size - 1][3], kind, "org.head." + text[item[size - 1][2] : item[size - 1][3]]
    elif group.listed == "ORG" and (short_company(text, item) or bare_company(text, item)):
        yield "ORG", start, item[-1][3], "company", "org.coordination"
    elif companies and short_company(text, item):
        yield "ORG", start, item[-1][3], "company", "org.company"
