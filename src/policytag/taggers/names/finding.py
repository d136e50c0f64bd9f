"""find_names: organizations and projects that no row lists."""

from __future__ import annotations

from collections.abc import Iterator

from policytag.analysis import Candidate, StructureData
from policytag.patterns.literals import LiteralIndex
from policytag.reading.folding import FoldedText
from policytag.taggers.names.clauses import MAX_ITEMS, Group, Marked, before_count, read_groups
from policytag.taggers.names.coordination import rejoin, shares_head, whole_clause
from policytag.taggers.names.edges import balanced, particular, trim_left, trim_right
from policytag.taggers.names.organizations import bare_company, body, front_company, short_company
from policytag.taggers.names.projects import BUILT, NO_FRAME, PUSHED, works
from policytag.taggers.names.rules import NameRules
from policytag.taggers.names.vocabulary import Mark

Found = tuple[str, int, int, str, str]
"""``(type, start, end, kind, rule)`` in the joined text."""

_WORK_VERB, _BUILD, _EVENT, _PARTNER, _CLASS, _PLACE, _TAIL, _WHOLE = map(
    int, (Mark.WORK_VERB, Mark.BUILD, Mark.EVENT, Mark.PARTNER, Mark.CLASS, Mark.PLACE, Mark.TAIL, Mark.WHOLE)
)
_WITH = frozenset("与同和")
_TOGETHER = ("合作", "签约", "签订", "共建", "携手", "联合", "签署")
_TOGETHER_WITHIN = 14
"""与X … 合作: the verb stands at most this many characters after the name."""
_COMMA_CLAUSES = 8
"""A list that runs over commas is followed back at most this many clauses."""
_LISTED_MIN = 3
"""A member of a list of projects that has no head of its own is at least this long: 海鲜 in 海鲜、牛油等项目 is none."""
_AGAIN_MIN = 3
"""A company's name that is found by its context once is found again anywhere in the text if it is this long."""
_PROJECT_AGAIN_MIN = 6
_NEVER = 1 << 30
_LEARNT = frozenset({"org.coordination", "org.company", "org.partner"})


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
    found += _again(text, found)
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


def _again(text: str, found: list[Found]) -> Iterator[Found]:
    """Companies and projects that were found by their context, wherever else they stand."""
    kinds: dict[tuple[str, str], str] = {}
    for type_, start, end, kind, rule in found:
        if end - start >= (_AGAIN_MIN if rule in _LEARNT else _PROJECT_AGAIN_MIN if type_ == "PROJECT" else _NEVER):
            kinds[type_, text[start:end]] = kind
    if not kinds:
        return
    known = {one[:3] for one in found}
    names = sorted(kinds)
    for number, start, end in LiteralIndex([name for _, name in names]).finditer(text):
        type_, name = names[number]
        if (type_, start, end) not in known:
            yield type_, start, end, kinds[type_, name], "org.again" if type_ == "ORG" else "project.again"


def _clauses(text: str, rules: NameRules) -> Iterator[list[Group]]:
    """The groups of each clause that holds a word at which a name may end."""
    words, nouns = rules.words, rules.list_nouns
    tokens = words.cut(text)
    boundaries, heads = words.n_boundaries, words.n_heads
    first, start, hot = 0, 0, False
    before: list[tuple[int, int, int, int]] = []  # the clauses of this sentence so far, cut by commas
    for index, (number, token_start, token_end) in enumerate(tokens):
        if number < boundaries:
            if hot:
                groups = read_groups(text, tokens, first, index, start, token_start, words, nouns)
                if groups and groups[0].etc and groups[0].listed and not groups[0].before:
                    for one in reversed(before[-_COMMA_CLAUSES:]):
                        earlier = read_groups(text, tokens, *one, words, nouns)
                        if not whole_clause(earlier, one[2], one[3]):
                            break
                        groups[0].items[:0] = earlier[0].items
                yield groups
                hot = False
            if text[token_start] == ",":
                before.append((first, index, start, token_start))
            elif before:
                before = []
            first, start = index + 1, token_end
        elif number < heads:
            hot = True
    if hot:
        yield read_groups(text, tokens, first, len(tokens), start, len(text), words, nouns)


def _names_of(text: str, group: Group, local: bool, rules: NameRules) -> Iterator[Found]:
    if group.before & _CLASS or len(group.items) > MAX_ITEMS:
        return
    before, after = group.before, group.after
    items: list[list[Marked]] = []
    for item in rejoin(text, group):
        for part in balanced(item):
            trimmed, taken = trim_left(text, part)
            if not items:
                before |= taken
            if trimmed:
                trimmed = before_count(text, trimmed)
            kept, taken = trim_right(trimmed)
            after |= taken
            if kept:
                items.append(kept)
    if not items:
        return
    partners = _partners(text, items)
    shared_tail = len(items) > 1 and bool(items[-1][-1][0] & _TAIL)
    if group.listed == "PROJECT" or after & _EVENT or before & _BUILD or shared_tail:
        frame = BUILT
    else:
        frame = PUSHED if before & _WORK_VERB else NO_FRAME
    companies = group.listed == "ORG" or bool(before & _PARTNER)
    if partners and group.listed != "ORG":
        group.listed = ""
    for index, item in enumerate(items):
        named = list(_names_in(text, item, group, frame, companies, local, rules))
        if not named and frame:
            later = shares_head(text, items, index)
            if later:
                kind = rules.words.works_kinds[items[later][-1][1]]
                named = [("PROJECT", item[0][2], item[-1][3], kind, "project.shared-head")]
        if not named and partners and (short_company(text, item, True) or _partner(text, item)):
            named = [("ORG", item[0][2], item[-1][3], "company", "org.partner")]
        yield from named


def _partners(text: str, items: list[list[Marked]]) -> bool:
    """Does the text say that something is done together with the items: 与X、Y合作?"""
    start, end = items[0][0][2], items[-1][-1][3]
    if not start or text[start - 1] not in _WITH:
        return False
    near = text[end : end + _TOGETHER_WITHIN]
    return any(word in near for word in _TOGETHER)


def _partner(text: str, item: list[Marked]) -> bool:
    return bare_company(text, item) and not any(token[0] & _PLACE for token in item)


def _names_in(
    text: str, item: list[Marked], group: Group, frame: int, companies: bool, local: bool, rules: NameRules
) -> Iterator[Found]:
    words = rules.words
    start = item[0][2]
    project = works(text, item, frame, group.listed == "PROJECT", words)
    organization = body(text, item, local, words)
    if group.listed == "PROJECT" and project is None:
        if item[-1][3] - start >= _LISTED_MIN and particular(text, item, len(item)) == 2:
            yield "PROJECT", start, item[-1][3], "other", "project.coordination"
            project = len(item), "", ""
    elif project:
        end = item[project[0] - 1][3]
        if group.listed or text[start - 1 : start] != "“" or text[end : end + 1] != "”":
            yield "PROJECT", start, end, project[1], "project.head." + project[2]
    if short_company(text, item, group.listed == "ORG") and item[0][0] & _WHOLE:
        yield "ORG", start, item[-1][3], "company", "org.company"
    elif organization:
        size, kind, weak = organization
        if not (weak and project):
            yield "ORG", start, item[size - 1][3], kind, "org.head." + text[item[size - 1][2] : item[size - 1][3]]
    elif group.listed == "ORG" and (short_company(text, item, True) or bare_company(text, item)):
        yield "ORG", start, item[-1][3], "company", "org.coordination"
    elif (companies or group.listed) and short_company(text, item, False):
        yield "ORG", start, item[-1][3], "company", "org.company"
    elif project:
        end = front_company(text, item, words)
        if end:
            yield "ORG", start, end, "company", "org.front"
