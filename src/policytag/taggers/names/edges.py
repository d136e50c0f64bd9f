"""The edges of a name inside an item: what does not belong to it on the left, where it ends on the right."""

from __future__ import annotations

import re

from policytag.taggers.names.marks import Mark
from policytag.taggers.names.pieces import Marked, without_front

_SOFT, _UNKNOWN, _PLACE, _LEVEL = map(int, (Mark.SOFT, Mark.UNKNOWN, Mark.PLACE, Mark.LEVEL))
_QUOTE, _OPEN, _CLOSE, _TAIL, _NAMING = (
    int(Mark.QUOTE),
    int(Mark.OPEN),
    int(Mark.CLOSE),
    int(Mark.TAIL),
    int(Mark.NAMING),
)
_ORG, _ANY_MODIFIER, _NUMBERED = int(Mark.ORG), int(Mark.ANY_MODIFIER), int(Mark.NUMBERED)
_TRIMMED = int(Mark.SOFT | Mark.LEAD | Mark.TAIL_WORK)
_HEADS, _WORKS = int(Mark.ORG | Mark.WORKS), int(Mark.WORKS)
_TAIL_NAME = int(Mark.TAIL_NAME)
_AREA = int(Mark.LEAD | Mark.LEVEL)
"""市区, 主城区: part of the name of a project that ends in 工程."""
_SUFFIXES = frozenset("化区级型")
_COMMON, _FAINT, _FIGURE = int(Mark.COMMON), int(Mark.FAINT), int(Mark.FIGURE)
_SURE = int(Mark.PLACE | Mark.WHOLE | Mark.SIGN)
_BRACKETS = int(Mark.OPEN | Mark.CLOSE)
_PHASE, _WEAK_ORG = int(Mark.TAIL_PHASE), int(Mark.WEAK_ORG)
_DIGITS = frozenset("0123456789一二三四五六七八九十")
_LINE = int(Mark.LINE)
_OF_BUILDING = int(Mark.WORK_VERB | Mark.EVENT | Mark.NAMING)
_PAIR = 2
_STRONG_WORKS = int(Mark.STRONG_WORKS)
_PROGRAMME_MIN = 4
_FINAL_DATE = re.compile("(?:[0-9]{4}年)?(?:[0-9]{1,2}月(?:份|底|[0-9]{1,2}日)?|年内|年底前?)$")
_LEADING_DATE = re.compile("-*(?:[0-9]{1,4}[年月日])*(?:年内|年度|年底前)?")


def balanced(item: list[Marked]) -> list[list[Marked]]:
    """An item cut where a parenthesis or quotation mark has no partner in it, without the marks at its edges."""
    stack: list[int] = []
    paired = set()
    found = False
    for index, token in enumerate(item):
        if token[0] & _OPEN:
            stack.append(index)
            found = True
        elif token[0] & _CLOSE:
            found = True
            if stack and (item[stack[-1]][0] ^ token[0]) & _QUOTE == 0:
                paired |= {stack.pop(), index}
    if not found:
        return [item]
    parts: list[list[Marked]] = [[]]
    for index, token in enumerate(item):
        if token[0] & (_OPEN | _CLOSE) and index not in paired:
            parts.append([])
        else:
            parts[-1].append(token)
    return [bare for part in parts for bare in _without_marks(part) if bare]


def _without_marks(part: list[Marked]) -> list[list[Marked]]:
    """The part without quotation marks around it; a remark in parentheses at its end is a part of its own."""
    remarks = []
    while part and part[-1][0] & _CLOSE:
        opening = _partner(part)
        if not part[-1][0] & _QUOTE:
            if not part[-2][0] & _PHASE:  # (湖北段) names nothing
                remarks.append(part[opening + 1 : -1])
            part = part[:opening]
        elif opening == 0:
            part = part[1:-1]
        else:
            break
    return [part, *remarks]


def _partner(part: list[Marked]) -> int:
    """Index of the opening mark whose closing mark is the last token."""
    depth = 0
    for index in range(len(part) - 1, -1, -1):
        if part[index][0] & _CLOSE:
            depth += 1
        elif part[index][0] & _OPEN:
            depth -= 1
            if not depth:
                return index
    return 0


def trim_left(text: str, item: list[Marked], leads: frozenset[str]) -> tuple[list[Marked], int]:
    """The item without verbs and plain adjectives at its left edge, and the marks of what was taken away.

    ``leads`` are adjectives of one character (原).
    """
    if not item:
        return item, 0
    mark, _, start, _ = item[0]
    if mark & _LINE and len(item) > 2 and item[1][0] & _PLACE and item[-1][0] & _STRONG_WORKS:
        return item[1:], 0  # 高速公路澄溪互通
    if not mark & _TRIMMED and (not mark & _UNKNOWN or not (mark & _FIGURE or text[start] in leads)):
        return item, 0
    taken = 0
    for index, (mark, _, start, end) in enumerate(item):
        if mark & _NAMING and _may_be_called(item[index:]):
            return item[index:], taken
        if mark & _UNKNOWN:
            front = _front_end(text, start, end, leads)
            if front < end:
                return without_front(text, item[index:], front), taken
        elif not (mark & _TRIMMED) or (mark & _AREA == _AREA and item[-1][0] & _TAIL_NAME):
            return item[index:], taken
        taken |= mark
    return [], taken


def _may_be_called(item: list[Marked]) -> bool:
    """Does a customary name begin the item and not a verb: 建设小学, but 建设社区卫生服务中心, 发展小学教育?"""
    if len(item) < 2 or not item[1][0] & (_ORG | _ANY_MODIFIER):
        return False
    if not item[0][0] & _SOFT:
        return True
    strong = next((index for index, token in enumerate(item) if token[0] & (_ORG | _WEAK_ORG) == _ORG), 0)
    return strong > 1 or (strong == 1 and (len(item) == 2 or not item[2][0] & _COMMON))


def _front_end(text: str, start: int, end: int, leads: frozenset[str]) -> int:
    """Where a date or an adjective of one character ends with which an unknown word begins."""
    found = _LEADING_DATE.match(text, start, end)
    at = found.end() if found else start
    # 原 before one character is rather part of a name (原州) than an adjective.
    return at + 1 if at < end and text[at] in leads and end - at != _PAIR else at


def before_date(text: str, item: list[Marked]) -> list[Marked]:
    """The item without the date that tells when it is built: 澄溪公园10月份 (投入使用)."""
    if not item or not item[-1][0] & _UNKNOWN:
        return item
    mark, number, start, end = item[-1]
    found = _FINAL_DATE.search(text, start, end)
    if not found:
        return item
    return [*item[:-1], (mark, number, start, found.start())] if found.start() > start else item[:-1]


def trim_right(item: list[Marked], listed: bool) -> tuple[list[Marked], int]:
    """The item without verbs at its right edge (建设), and the marks of what was taken away.

    A verb that says nothing of building ends a member of a list (``listed``) of projects: 煤炭综合利用.
    """
    if not item or not item[-1][0] & _SOFT:
        return item, 0
    kept = _TAIL if not listed or item[-1][0] & _OF_BUILDING else _TAIL | _SOFT
    taken, last = 0, len(item)
    while last and item[last - 1][0] & _SOFT and not item[last - 1][0] & kept:
        last -= 1
        taken |= item[last][0]
    return item[:last], taken


def particular(text: str, item: list[Marked], last: int) -> int:
    """How particular the tokens before index ``last`` are: 0 a class, 1 a sign of a name, 2 surely a name."""
    score = 0
    inside = False
    for index in range(last):
        mark, _, _, end = item[index]
        if mark & _BRACKETS:
            inside = bool(mark & _OPEN)
        elif inside:
            continue
        elif mark & _SURE or (mark & _LEVEL and not index and len(item) > 1):
            return 2
        elif mark & _NAMING and index + 1 < len(item):
            if not index and item[1][0] & _ORG and not item[1][0] & _WEAK_ORG:
                return 2
            score = max(score, int(bool(item[index + 1][0] & _HEADS)))
        elif mark & _UNKNOWN and index + 1 < len(item) and item[index + 1][0] & _NUMBERED and text[end - 1] in _DIGITS:
            return 2
        elif mark & _FAINT:
            score = 1
    return score


def quotes(item: list[Marked]) -> bool:
    """Does the item hold a quoted name and something outside it: “碧水长廊”欢乐谷?"""
    return any(token[0] & _QUOTE for token in item) and not item[0][0] & item[-1][0] & _QUOTE


def quoted_end(item: list[Marked]) -> list[Marked]:
    """The tokens inside the quotation marks with which an item ends, after something else: 远帆“潮心中心”; else none."""
    if not item or not item[-1][0] & _QUOTE:
        return []
    opening = _partner(item)
    return item[opening + 1 : -1] if opening and not item[opening - 1][0] & _QUOTE else []


def before_programme(item: list[Marked]) -> list[Marked]:
    """The work before a quoted programme (澄溪公园“两湖三岛”工程 is two); other items are left as they are."""
    if len(item) > _PROGRAMME_MIN and item[-1][0] & _TAIL_NAME and item[-2][0] & _QUOTE:
        opening = _partner(item[:-1])
        if opening and item[opening - 1][0] & _STRONG_WORKS:
            return item[:opening]
    return item


def placed(item: list[Marked], last: int) -> bool:
    """Does a place or a level sign (市 at the beginning) stand before index ``last``?

    A word that is of a level itself needs a place: 省委省政府 is two bodies, 市委信访局 is one.
    """
    levelled = item[last][0] & _LEVEL
    for index in range(last):
        mark = item[index][0]
        if mark & _PLACE or (mark & _LEVEL and not levelled and (not index or index == last - 1)):
            return True
    return False


def looks_local(text: str, item: list[Marked], last: int, endings: frozenset[str]) -> bool:
    """Does a word that looks like a place's name (ends in 河, 岛, 村 …) stand before index ``last``?"""
    return any(
        mark & _LEVEL or (mark & _UNKNOWN and end - start >= 2 and text[end - 1] in endings)
        for mark, _, start, end in item[:last]
    )


def enclosed(item: list[Marked], index: int) -> bool:
    """Does the token stand inside parentheses or quotation marks that close after it?"""
    depth = 0
    for mark, *_ in item[:index]:
        depth += bool(mark & _OPEN) - bool(mark & _CLOSE)
    return depth > 0


def is_street(token: Marked) -> bool:
    """Is it a head of works of one character: 路, 桥?"""
    return bool(token[0] & _WORKS) and token[3] - token[2] == 1


def inside_word(text: str, end: int) -> bool:
    """Does a suffix follow that makes another word of the head: 交易市场化, 中心区?"""
    return text[end : end + 1] in _SUFFIXES
