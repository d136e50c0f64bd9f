"""What the items of a group are: each by its heads, its endings, its neighbours and what is said around it."""

from __future__ import annotations

from policytag.taggers.names.clauses import Group
from policytag.taggers.names.coordination import members, rejoin
from policytag.taggers.names.edges import (
    balanced,
    before_date,
    before_programme,
    is_street,
    particular,
    quoted_end,
    quotes,
    trim_left,
    trim_right,
)
from policytag.taggers.names.firms import Found, beside_firms, own_firm, sister_firms, without_stray
from policytag.taggers.names.marks import HEADS, Mark
from policytag.taggers.names.organizations import apart, bare_company, body, front_company, new_body, short_company
from policytag.taggers.names.pieces import Marked, marks_of
from policytag.taggers.names.projects import (
    AMONG_NAMES,
    BUILT,
    kind_of,
    sole_facility,
    works,
)
from policytag.taggers.names.rules import OTHER, NameRules
from policytag.taggers.names.siblings import bodies_without_head, sister_facility, sister_school, without_head
from policytag.taggers.names.sifting import UNFRAMED
from policytag.taggers.names.surroundings import Context, context_of

_PLACE, _TAIL, _WHOLE = map(int, (Mark.PLACE, Mark.TAIL, Mark.WHOLE))
_LINE = int(Mark.LINE)
_WORKS, _UNKNOWN, _ORG, _COMMON, _FIGURE = map(int, (Mark.WORKS, Mark.UNKNOWN, Mark.ORG, Mark.COMMON, Mark.FIGURE))
_ITEM, _STRONG = int(Mark.TAIL_ITEM), int(Mark.STRONG_WORKS)
_SEATS = int(Mark.SEAT | Mark.NEEDS_LEVEL)
_ACT, _FIRM = int(Mark.ACT), int(Mark.FIRM)
_NOTHING: Marked = (0, -1, 0, 0)
_BRACKETS = int(Mark.OPEN | Mark.CLOSE)
_TRIMMED, _WORK = int(Mark.SOFT | Mark.LEAD | Mark.OPEN | Mark.CLOSE | Mark.FIGURE), int(Mark.TAIL_WORK)
"""An item none of whose tokens has one of the first, and which does not begin with the second, is as it is."""
_AMOUNT = int(Mark.FIGURE | Mark.LEAD)
"""An amount of money in an item (550万元, 近700亿元的) has one of these."""
_QUOTED_MIN = 4
"""A member of a list that is a quotation after something else is at least this long: 双一流 in 高校“双一流”等项目 is none."""
_LISTED_MIN = 3
"""A member of a list of projects that has no head of its own is at least this long: 海鲜 in 海鲜、牛油等项目 is none."""


def names_of(text: str, group: Group, local: bool, rules: NameRules) -> list[Found]:
    """The names among the items of a group."""
    items, before, after = _trimmed(text, group, rules)
    if not items:
        return []
    context = context_of(text, group, items, (before, after), local, rules)
    anything = context.listed or context.companies or context.partners
    useful = HEADS if context.frame or anything else UNFRAMED
    acting = bool(after & _ACT)
    if not anything and not group.marks & (useful | _FIRM) and not acting:
        return []
    found: list[Found] = []
    for index, item in enumerate(items):
        marks = marks_of(item)
        before_item = len(found)
        if anything or marks & useful:
            found += _names_in(text, item, marks, context, rules)
        if len(found) == before_item:
            if (context.partners or context.listed == "ORG") and sister_school(item, found, rules):
                found.append(("ORG", item[0][2], item[-1][3], "school", "org.sister"))
            elif not context.listed and own_firm(text, item, acting, rules.words.boundaries):
                found.append(("ORG", item[0][2], item[-1][3], "company", "org.firm"))
            elif context.frame == BUILT and index and sister_facility(items[index - 1], item, found, rules):
                found.append(("PROJECT", item[0][2], item[-1][3], kind_of(item, rules.words), "project.sister"))
            elif context.frame and index + 1 < len(items):
                found += without_head(items, index, rules)
    if context.listed == "ORG":
        found = without_stray(text, items, found)
        firms_only = context.noun in rules.firms
        found += [
            ("ORG", *span, "company", "org.sister") for span in sister_firms(text, items, _firms(found), firms_only)
        ]
    if found and len(items) > 1 and not context.listed:
        found += bodies_without_head(text, items, found)
        found += [("ORG", *span, "company", "org.sister") for span in beside_firms(text, items, _firms(found))]
    if found and context.frame and not context.listed and not (group.etc and group.tail):
        found += _in_company(text, items, found, context, rules)
    return found


def _names_in(text: str, item: list[Marked], marks: int, context: Context, rules: NameRules) -> list[Found]:
    """The project and the organization with which an item begins, and a firm inside the project."""
    project = _project(text, item, marks, context, rules)
    organization = _organization(text, item, marks, context, bool(project), rules)
    if organization and (not project or (context.opened and item[-1][0] & _ORG)):
        return members(text, organization)
    if not project:
        return []
    if organization:
        return [project, organization]
    return [project, *_inside(item, rules)] if marks & _WHOLE else [project]


def _firms(found: list[Found]) -> list[tuple[int, int]]:
    """Starts and ends of the firms that are found."""
    return [(start, end) for type_, start, end, kind, _ in found if type_ == "ORG" and kind == "company"]


def _in_company(
    text: str, items: list[list[Marked]], found: list[Found], context: Context, rules: NameRules
) -> list[Found]:
    """Particular items without a head among projects that are built (白石水库、东大门 after 建成), and firms before a capacity."""
    if sum(one[0] == "PROJECT" for one in found) < (1 if context.frame == BUILT else 2):
        return []
    named = items[-1][-1][0] & _ITEM  # 项目 says of firms too what they are: 远帆汽车和海岳电池项目
    taken = [(start, end) for _, start, end, kind, _ in found if not (named and kind == "company")]
    others = [
        item
        for item in items
        if item[-1][3] - item[0][2] >= _LISTED_MIN
        and (particular(text, item, len(item)) == 2 or (len(item) > 1 and is_street(item[-1])))
        and not (len(item) == 1 and item[0][0] & _PLACE)
        and not any(start < item[-1][3] and item[0][2] < end for start, end in taken)
    ]
    firms = [("ORG", item[0][2], front_company(text, item, rules), "company", "org.front") for item in others]
    works = [("PROJECT", item[0][2], item[-1][3], "other", "project.in-company") for item in others]
    return works + [firm for firm in firms if firm[2]]


def _inside(item: list[Marked], rules: NameRules) -> list[Found]:
    """A well-known firm inside the name of a work: 临澜比亚迪二期."""
    return [
        ("ORG", start, end, "company", "org.inside")
        for (before, *_), (mark, number, start, end), (after, *_) in zip(
            item, item[1:], [*item[2:], _NOTHING], strict=False
        )
        if mark & _WHOLE
        and rules.words.org_kinds[number] == "company"
        and not after & _WORKS
        and (end - start > 2 or not before & _UNKNOWN)
    ]


def _trimmed(text: str, group: Group, rules: NameRules) -> tuple[list[list[Marked]], int, int]:
    """The items without what is no part of a name, and the marks of what stands before and after the group."""
    measures, listed = rules.measures, group.listed == "PROJECT"
    before, after = group.before, group.after
    if group.marks & _AMOUNT:
        group.items = [rest for item in group.items if (rest := measures.after_cost(text, item))]
    joined = rejoin(text, group) if len(group.items) > 1 else group.items
    items: list[list[Marked]] = []
    for item in joined:
        marks = marks_of(item)
        if not marks & _TRIMMED and not item[0][0] & (_WORK | _LINE) and text[item[0][2]] not in rules.leads:
            if not measures.are_counted(text, item):
                items.append(item)
            continue
        bare, taken = trim_right(item, listed)
        after |= taken
        for part in balanced(bare) if marks & _BRACKETS else (bare,):
            kept, taken = trim_left(text, part, rules.leads)
            if not items:
                before |= taken
            if marks & _FIGURE:
                kept = before_date(text, measures.before_count(text, kept))
            kept, taken = trim_right(kept, listed)
            after |= taken
            if kept and not measures.are_counted(text, kept):
                items.append(kept)
    if group.marks & _SEATS:
        items = [part for item in items for part in apart(item)]
    return items, before, after


def _project(text: str, item: list[Marked], marks: int, context: Context, rules: NameRules) -> Found | None:
    listed = context.listed == "PROJECT"
    item = before_programme(item)
    start = item[0][2]
    other = context.listed == OTHER or (context.listed == "ORG" and context.noun not in rules.buildings)
    if other and not item[-1][0] & _TAIL:
        return None
    project = works(text, item, marks, context.frame, context.projects, rules)
    if not project and context.local and context.frame == BUILT:
        project = sole_facility(text, item, listed, rules.words)
    if project:
        size, kind, head = project
        end = item[size - 1][3]
        quoted = text[start - 1 : start] == "“" and text[end : end + 1] == "”"
        return None if quoted and not context.listed else ("PROJECT", start, end, kind, "project.head." + head)
    inside = quoted_end(item)
    if inside:
        start, end = inside[0][2], inside[-1][3]
        named = listed and end - start >= _QUOTED_MIN and not inside[0][0] & _FIGURE
        return ("PROJECT", start, end, kind_of(inside, rules.words), "project.quoted") if named else None
    if listed and _may_be_listed(text, item, marks, context, rules):
        return "PROJECT", start, item[-1][3], rules.works_kind(context.noun), "project.coordination"
    return None


def _may_be_listed(text: str, item: list[Marked], marks: int, context: Context, rules: NameRules) -> bool:
    """Is an item without a head of its own a member of a list of projects?"""
    score, start, end = particular(text, item, len(item)), item[0][2], item[-1][3]
    thing = context.noun in rules.things
    if end - start < (2 if thing else _LISTED_MIN):
        return False
    if score == 2 or quotes(item) or (thing and score):
        return True
    if marks & _ORG and body(text, item, marks, context.local, rules) is not None:
        return True
    if context.projects == AMONG_NAMES and rules.measures.begins_with_capacity(text, item):
        return True  # 80万吨煤制油
    return bool(score and rules.measures.holds_capacity(text, item))  # 铜铝公司3万吨铝棒


def _organization(
    text: str, item: list[Marked], marks: int, context: Context, project: bool, rules: NameRules
) -> Found | None:
    start, end = item[0][2], item[-1][3]
    listed = context.listed == "ORG"
    if item[0][0] & _WHOLE and short_company(text, item, listed):
        return "ORG", start, end, "company", "org.company"
    organization = body(text, item, marks, context.local, rules) if marks & _ORG else None
    if not organization and (context.founded or context.opened) and marks & _ORG:
        organization = new_body(item, rules.words)
    if organization:
        size, kind, weak = organization
        if weak and project and not context.opened:
            return None
        head = text[item[size - 1][2] : item[size - 1][3]]
        longer = front_company(text, item, rules) if size == 1 else 0
        if longer > item[0][3]:  # 中粮科技 in 中粮科技东部产业基地
            return "ORG", start, longer, "company", "org.front"
        own = _after_noun(text, item[:size], context.local, rules)
        return "ORG", own[0][2], own[-1][3], kind, "org.head." + head
    if listed and (short_company(text, item, True) or bare_company(text, item)):
        return "ORG", start, end, "company", "org.coordination"
    if context.companies and short_company(text, item, False):
        return "ORG", start, end, "company", "org.company"
    if context.partners and not project and (short_company(text, item, True) or _partner(text, item)):
        return "ORG", start, end, "company", "org.partner"
    front = front_company(text, item, rules) if project else 0
    return ("ORG", start, front, "company", "org.front") if front else None


def _after_noun(text: str, item: list[Marked], local: bool, rules: NameRules) -> list[Marked]:
    """The name itself where a noun before it says what it is: 远帆集团 in 有色金属冶炼企业远帆集团."""
    for index in range(len(item) - 2, -1, -1):
        noun = text[item[index][2] : item[index][3]]
        if rules.list_nouns.get(noun) == "ORG" and not item[index][0] & _ORG:
            own = item[index + 1 :]
            return own if body(text, own, marks_of(own), local, rules) else item
    return item


def _partner(text: str, item: list[Marked]) -> bool:
    return bare_company(text, item) and not any(token[0] & _PLACE for token in item)
