"""Organizations: what an item must hold to be one, and where it ends."""

from __future__ import annotations

from policytag.taggers.names.edges import enclosed, is_street, particular, placed
from policytag.taggers.names.marks import Mark
from policytag.taggers.names.pieces import Marked
from policytag.taggers.names.rules import NameRules
from policytag.taggers.names.vocabulary import Vocabulary

_ORG, _WEAK, _NEEDS_LEVEL, _WHOLE, _SOLE = map(int, (Mark.ORG, Mark.WEAK_ORG, Mark.NEEDS_LEVEL, Mark.WHOLE, Mark.SOLE))
_NUMBERED, _COMPANY, _LOOSE, _UNKNOWN, _NAMING = map(
    int, (Mark.NUMBERED, Mark.COMPANY, Mark.LOOSE, Mark.UNKNOWN, Mark.NAMING)
)
_WORKS, _OPEN = int(Mark.WORKS), int(Mark.OPEN)
_SEAT, _OF_LEVEL = int(Mark.SEAT), int(Mark.LEVEL | Mark.NEEDS_LEVEL)
_PLACED = int(Mark.LEVEL | Mark.PLACE)
_NO_NEW = int(Mark.WHOLE | Mark.NUMBERED)
_FIRM, _SIGN = int(Mark.FIRM), int(Mark.SIGN)
_NUMERALS = frozenset("一二三四五六七八九十")
_COMPANY_KINDS = ("company", "bank")
_NEW_MIN = 5
"""The name of a new body that holds ordinary words only has at least so many characters."""
_NEW_CENTRE_MIN = 9
"""The same for one that ends in 中心, 联盟 and the like."""
_NAME_MAX = 4
"""A company's own name before its ending has at most this many characters."""


def body(text: str, item: list[Marked], marks: int, local: bool, rules: NameRules) -> tuple[int, str, bool] | None:
    """The organization with which an item begins.

    Args:
        text: the joined text.
        item: its tokens, the left edge trimmed.
        marks: the marks of all of them, or-ed.
        local: the report is a county's or city's, in which 中心医院 is one particular hospital.
        rules: the compiled lists.

    Returns:
        Number of tokens, kind, and whether the head is weak; None where there is no organization.
    """
    for head in range(len(item) - 1, -1, -1):
        mark = item[head][0]
        if (
            mark & _ORG
            and not (marks & _OPEN and enclosed(item, head))
            and _is_body(text, item, head, local, rules.words)
            and not rules.measures.followed_by_number(text, item, head + 1, True)
        ):
            return head + 1, _kind(item, head, rules.words), bool(mark & _WEAK)
    return None


def _kind(item: list[Marked], head: int, words: Vocabulary) -> str:
    """The kind of the head; an office is of the kind of the body whose it is: 市委督查室 of the party."""
    kind = words.org_kinds[item[head][1]] or "other"
    whose, number, _, _ = item[head - 1] if head else item[head]
    return words.org_kinds[number] if kind == "government" and whose & _NEEDS_LEVEL else kind


def _is_body(text: str, item: list[Marked], head: int, local: bool, words: Vocabulary) -> bool:
    mark, number, start, _ = item[head]
    if mark & _WHOLE:
        return head == 0 and not (len(item) > 1 and item[1][0] & (_WORKS | _COMPANY) == _WORKS)  # 万达广场
    if mark & _NUMBERED:
        return head > 0 and text[start - 1] in _NUMERALS and placed(item, head) and head <= 2
    if not head:
        return bool(mark & _SOLE) and local
    if mark & _NEEDS_LEVEL:
        return placed(item, head) or (words.org_kinds[number] == "hospital" and particular(text, item, head) == 2)
    score = particular(text, item, head)
    if mark & _WEAK and item[0][0] & _WHOLE:
        return False
    if score == 1:
        sure = head == 1 or is_street(item[head - 1]) or words.org_kinds[number] in _COMPANY_KINDS
        return sure and item[head][3] - start > 1
    return score == 2


def apart(item: list[Marked]) -> list[list[Marked]]:
    """The item, cut between bodies of a level that touch: 自治区人大政协, 澄溪区委澄溪区政府. An office stays with its body."""
    parts: list[list[Marked]] = [[]]
    seated = False
    for token in reversed(item):
        mark = token[0]
        is_seat = bool(mark & _SEAT or mark & _OF_LEVEL == _OF_LEVEL)
        if is_seat and seated:
            parts.append([])
        seated = is_seat or (seated and bool(mark & _PLACED))
        parts[-1].append(token)
    return [part[::-1] for part in reversed(parts)]


def new_body(item: list[Marked], words: Vocabulary) -> tuple[int, str, bool] | None:
    """A new body whose name holds ordinary words only: 产业研究院 after 成立, 国家技术创新中心 before 揭牌.

    The result is that of ``body``.
    """
    mark, number, start, end = item[-1]
    weak = bool(mark & _WEAK)
    if not mark & _ORG or mark & _NO_NEW or end - item[0][2] < (_NEW_CENTRE_MIN if weak else _NEW_MIN):
        return None
    if end - start < 2 and not mark & _NEEDS_LEVEL:  # 局, 厅 end nothing else
        return None
    return len(item), words.org_kinds[number] or "other", weak


def short_company(text: str, item: list[Marked], listed: bool) -> bool:
    """Is the whole item a short company name by its ending: one to four unknown characters and 科技, 电子 …?"""
    last = item[-1]
    if item[0][0] & _WHOLE and 2 <= len(item) <= 3 and last[0] & _COMPANY and not item[1][0] & _UNKNOWN:
        return True  # 美的制冷, 华为数字能源
    if listed and len(item) == 1 and last[0] & _ORG and last[0] & _FIRM:
        return True  # 交投 in 交投、水发等省属企业
    if len(item) < 2 or not last[0] & _COMPANY or last[3] - item[0][2] > 9 or (last[0] & _LOOSE and not listed):
        return False
    if listed and item[0][0] & (_COMPANY | _NAMING):
        return True
    return particular(text, item, len(item) - 1) >= (1 if listed else 2)


def front_company(text: str, item: list[Marked], rules: NameRules) -> int:
    """Where a company's name ends with which a project's name begins (远帆180万羽肉鸭项目); 0 where there is none."""
    mark, number, start, end = item[0]
    suffix = len(item) > 1 and bool(item[1][0] & _COMPANY) and not item[1][0] & _LOOSE
    if mark & _WHOLE and rules.words.org_kinds[number] == "company":
        return item[1][3] if suffix else 0  # 京东 alone is found by its own word
    if not mark & _UNKNOWN:
        return 0
    before_capacity = rules.measures.before_capacity.match(text, start, item[-1][3])
    if before_capacity and before_capacity.end() <= end:
        return before_capacity.end()
    if suffix and len(item) > 2 and 2 <= end - start <= _NAME_MAX and text[start:end].isalpha():
        return item[1][3]
    return _maker(text, item, rules)


def _maker(text: str, item: list[Marked], rules: NameRules) -> int:
    """Where a firm's name ends that begins the item before what only firms make or have (鑫澄 in 鑫澄预制菜); 0 where there is none."""
    mark, _, start, end = item[0]
    product = rules.products.match(text, start, item[-1][3]) if mark & _SIGN else None
    if not product or product.end(1) > end or text[product.end(1) - 1] in rules.place_endings:
        return 0
    return product.end(1)


def bare_company(text: str, item: list[Marked]) -> bool:
    """Could the whole item be a company's name without any ending: 海尔, 赛力斯?"""
    length = item[-1][3] - item[0][2]
    unknown = sum(end - start for mark, _, start, end in item if mark & _UNKNOWN)
    start = item[0][2]
    return 2 <= length <= 8 and unknown >= 2 and text[start].isalpha() and text[max(0, start - 1) : start] != "“"
