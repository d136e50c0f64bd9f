"""The edges of a name inside an item: what does not belong to it on the left, where it ends on the right."""

from __future__ import annotations

import re

from policytag.taggers.names.clauses import Marked
from policytag.taggers.names.vocabulary import Mark

_SOFT, _COMMON, _UNKNOWN, _PLACE, _LEVEL = map(int, (Mark.SOFT, Mark.COMMON, Mark.UNKNOWN, Mark.PLACE, Mark.LEVEL))
_QUOTE, _OPEN, _CLOSE, _TAIL = int(Mark.QUOTE), int(Mark.OPEN), int(Mark.CLOSE), int(Mark.TAIL)
_PLAIN_LEAD = frozenset("新 老 新型 大型 重点 重大 主要 全民 一流 原 现 多 各 更多 一 首 大 全新 现代化 一批 国家级 省级 市级 县级 区级 世界级 先进 优质 知名 著名 高端 龙头 骨干 精品".split())
_NUMERAL = re.compile("[0-9.]*[一二三四五六七八九十百千万亿两几数余多]*[年月日个家条座所项处名人套件台间届批户栋幢只公里吨亩元米平方点第之]*$")
_CODE = re.compile("[A-Za-z0-9]")


def balanced(item: list[Marked]) -> list[list[Marked]]:
    """An item cut where a parenthesis or quotation mark has no partner in it, without the marks at its edges."""
    parts: list[list[Marked]] = [[]]
    stack: list[tuple[int, int]] = []
    keep = set()
    for index, token in enumerate(item):
        if token[0] & _OPEN:
            stack.append((_CLOSE, index))
        elif token[0] & _QUOTE:
            # one mark word for both directions: an opening one is followed by its closing one
            if stack and stack[-1][0] == _QUOTE:
                keep |= {stack.pop()[1], index}
            else:
                stack.append((_QUOTE, index))
        elif token[0] & _CLOSE and stack and stack[-1][0] == _CLOSE:
            keep |= {stack.pop()[1], index}
    for index, token in enumerate(item):
        if token[0] & (_OPEN | _CLOSE | _QUOTE) and index not in keep:
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in map(_strip_marks, parts) if part]


def _strip_marks(part: list[Marked]) -> list[Marked]:
    while part:
        first, last = part[0][0], part[-1][0]
        if last & (_CLOSE | _OPEN):
            # a remark in parentheses at the end is no part of the name
            depth = next((i for i in range(len(part) - 1, -1, -1) if part[i][0] & _OPEN), None)
            part = part[:depth] if depth is not None else part[:-1]
        elif first & (_OPEN | _CLOSE):
            part = part[1:]
        elif first & _QUOTE and sum(1 for t in part if t[0] & _QUOTE) % 2:
            part = part[1:]
        elif last & _QUOTE and first & _QUOTE and sum(1 for t in part if t[0] & _QUOTE) == 2:
            part = part[1:-1]
        elif last & _QUOTE and sum(1 for t in part if t[0] & _QUOTE) % 2:
            part = part[:-1]
        else:
            break
    return part


def trim_left(text: str, item: list[Marked]) -> tuple[list[Marked], int]:
    """The item without verbs and plain adjectives at its left edge, and the marks of what was taken away."""
    taken = index = 0
    while index < len(item):
        mark, _, start, end = item[index]
        if mark & _SOFT or text[start:end] in _PLAIN_LEAD:
            taken |= mark
            index += 1
        else:
            break
    if index == len(item):
        return [], taken
    return item[index:], taken


def trim_right(item: list[Marked]) -> tuple[list[Marked], int]:
    """The item without verbs at its right edge (建设), and the marks of what was taken away."""
    taken, last = 0, len(item)
    while last and item[last - 1][0] & _SOFT and not item[last - 1][0] & _TAIL:
        last -= 1
        taken |= item[last][0]
    return item[:last], taken


def particular(text: str, item: list[Marked], last: int) -> int:
    """How particular the tokens before index ``last`` are: 0 a class, 1 a sign of a name, 2 surely a name."""
    score = 0
    quoted = False
    for index in range(last):
        mark, _, start, end = item[index]
        if mark & _QUOTE:
            quoted = not quoted
        elif quoted or mark & (_OPEN | _CLOSE):
            continue
        elif mark & _PLACE:
            return 2
        elif mark & _LEVEL:
            if index == 0 and len(item) > 1:
                score = max(score, 2)
        elif mark & _UNKNOWN:
            word = text[start:end]
            if _NUMERAL.match(word):
                continue
            if len(word) >= 2:
                return 2
            score = max(score, 1)
    return score


def coded(text: str, item: list[Marked]) -> bool:
    """Is there a Latin letter or a digit in the item?"""
    return bool(_CODE.search(text, item[0][2], item[-1][3]))
