"""From tokens to items: the parts of a clause that may be names, and how they are coordinated.

A clause runs from one boundary (，。；：) to the next. Words that are never part of a name cut it into groups; 、和与及
cut a group into items.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from policytag.taggers.names.vocabulary import Mark, Token, Vocabulary

Marked = tuple[int, int, int, int]
"""``(marks, number of the word or -1, start, end)`` in the joined text."""

_HARD, _COORD, _ETC, _SOFT = int(Mark.HARD), int(Mark.COORD), int(Mark.ETC), int(Mark.SOFT)
_UNKNOWN, _LISTED = int(Mark.UNKNOWN), int(Mark.LISTED)
_OPEN, _CLOSE, _QUOTE = int(Mark.OPEN), int(Mark.CLOSE), int(Mark.QUOTE)
_COUNT = re.compile("[0-9.]+[余多]?(?:[个家条座所项处名套件台间批户栋幢支只口亩]|公里|平方|余)|[一二两三四五六七八九十百千数几]+[余多]?[个家条座所项处批大]")
_BUILDINGS = frozenset({"学校", "中学", "小学", "医院", "大学", "高校", "院校"})
MAX_ITEMS = 60
"""Longer lists are no lists of names; a bound on the work per clause."""


@dataclass(slots=True)
class Group:
    """Coordinated items, and what stands around them.

    Attributes:
        items: the tokens of each item.
        before: marks of the words between this group and the one before it in the clause, or-ed.
        after: marks of the words that follow, up to the next group.
        etc: 等 ends the list.
        listed: what the noun after 等 says the members are: ORG, PROJECT, or "" where it says nothing.
        counted: 等 is followed by a number (等9家企业).
        gap: characters between this group's end and the next group.
    """

    items: list[list[Marked]]
    before: int
    after: int = 0
    etc: bool = False
    listed: str = ""
    noun: str = ""
    counted: bool = False
    tail: list[Marked] = field(default_factory=list)


def read_groups(
    text: str, tokens: list[Token], first: int, last: int, start: int, end: int, words: Vocabulary, nouns: dict[str, str]
) -> list[Group]:
    """The groups of the clause ``text[start:end]``, whose tokens are ``tokens[first:last]``."""
    marks = words.marks
    groups: list[Group] = []
    group: Group | None = None
    item: list[Marked] = []
    before, position = 0, start
    in_tail = False

    def close_item() -> None:
        nonlocal item, group
        if item:
            if group is None:
                group = Group([], before)
            (group.items.append(item) if not in_tail else group.tail.extend(item))
            item = []

    for index in range(first, last + 1):
        if index < last:
            number, token_start, token_end = tokens[index]
            mark = marks[number]
        else:
            number, token_start, token_end, mark = -1, end, end, _HARD
        if token_start > position:
            item.append((_UNKNOWN, -1, position, token_start))
        position = token_end
        if in_tail and mark & _LISTED and not group.tail:  # type: ignore[union-attr]
            item.append((mark, number, token_start, token_end))
        elif mark & _HARD:
            close_item()
            if group is not None:
                groups.append(group)
                group, before, in_tail = None, 0, False
            before |= mark
            if groups and index < last:
                groups[-1].after |= mark
        elif mark & _COORD:
            if in_tail:
                close_item()
                groups.append(group)  # type: ignore[arg-type]
                group, before, in_tail = None, 0, False
            elif item:
                close_item()
            elif token_end - token_start > 1:
                pass
            elif text[token_start] == "与":
                before |= int(Mark.PARTNER)
            elif text[token_start] != "、":
                item.append((_UNKNOWN, -1, token_start, token_end))
        elif mark & _ETC and not in_tail and (item or group is not None):
            close_item()
            if group is not None:
                group.etc = in_tail = True
        else:
            item.append((mark, number, token_start, token_end))
    if group is not None:
        groups.append(group)
    for group in groups:
        if group.etc:
            _read_tail(text, group, nouns)
    return groups


def _read_tail(text: str, group: Group, nouns: dict[str, str]) -> None:
    """What stands after 等: 等9家企业, 等项目建设."""
    tail = group.tail
    while tail and tail[-1][0] & _SOFT and not tail[-1][0] & int(Mark.TAIL):
        group.after |= tail[-1][0]
        tail.pop()
    if not tail:
        return
    words = text[tail[0][2] : tail[-1][3]]
    group.counted = bool(_COUNT.match(words) or words[0].isdigit())
    found = sorted((words.find(noun), -len(noun), noun) for noun in nouns if noun in words)
    if not found:
        return
    # The first noun says what the members are (等企业技改项目: firms), a building before 项目 apart (等学校项目).
    noun = found[0][2]
    if nouns[noun] == "ORG" and noun in _BUILDINGS and words.endswith(("项目", "工程")):
        noun = words[-2:]
    group.listed, group.noun = nouns[noun], noun


def before_count(text: str, item: list[Marked]) -> list[Marked]:
    """The tokens of an item up to the first number with its classifier (4个国家医学中心); empty if it begins with one."""
    found = _COUNT.match(text, item[0][2], item[-1][3])
    if found:
        return []
    for index, (_, _, start, end) in enumerate(item):
        if index and text[start].isdigit() and _COUNT.match(text, start, item[-1][3]):
            return item[:index]
    return item
