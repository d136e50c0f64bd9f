"""Names that only the other items of their group tell: sister schools and facilities, members without the shared head."""

from __future__ import annotations

from policytag.taggers.names.coordination import ORDINAL_END, shares_head, sharing_bodies
from policytag.taggers.names.firms import Found
from policytag.taggers.names.marks import Mark
from policytag.taggers.names.pieces import Marked
from policytag.taggers.names.projects import kind_of
from policytag.taggers.names.rules import NameRules

_OF_PLACE = int(Mark.PLACE | Mark.LEVEL)
_WORKS, _STRONG, _ORG, _COMMON = map(int, (Mark.WORKS, Mark.STRONG_WORKS, Mark.ORG, Mark.COMMON))


def sister_school(item: list[Marked], found: list[Found], rules: NameRules) -> bool:
    """A school of the same place as the one before it in a list: 工商大学 in 江澜邮电大学、工商大学等高校."""
    mark, number, start, end = item[-1]
    return (
        bool(found and mark & _ORG)
        and found[-1][0] == "ORG"
        and found[-1][3] == rules.words.org_kinds[number] == "school"
        and ((len(item) == 2 and bool(item[0][0] & _COMMON)) or (len(item) == 1 and end - start > 2))
    )


def sister_facility(before: list[Marked], item: list[Marked], found: list[Found], rules: NameRules) -> bool:
    """A facility of the same place as the one before it in a list: 图书馆 in 市博物馆、图书馆."""
    mark, number, *_ = item[0]
    public = mark & _STRONG or (mark & _WORKS and rules.words.works_kinds[number] == "culture")
    if len(item) > 1 or not public or not found:
        return False
    type_, start, _, _, rule = found[-1]
    placed = bool(before[0][0] & _OF_PLACE) or rule == "project.sister"
    return type_ == "PROJECT" and start == before[0][2] and placed


def without_head(items: list[list[Marked]], index: int, rules: NameRules) -> list[Found]:
    """A line without its head: 万黔 in 万黔、黔吉高铁."""
    later = shares_head(items, index)
    if not later:
        return []
    kind = kind_of(items[later], rules.words)
    return [("PROJECT", items[index][0][2], items[index][-1][3], kind, "project.shared-head")]


def bodies_without_head(text: str, items: list[list[Marked]], found: list[Found]) -> list[Found]:
    """The members that share the head of an organization after them."""
    bodies = [one for one in found if one[0] == "ORG"]
    taken = {one[1] for one in found}
    return [
        ("ORG", items[index][0][2], items[index][-1][3], bodies[number][3], "org.shared-head")
        for index, number in sharing_bodies(items, [(start, end) for _, start, end, *_ in bodies]).items()
        if items[index][0][2] not in taken and not ORDINAL_END.search(text[items[index][0][2] : items[index][-1][3]])
    ]
