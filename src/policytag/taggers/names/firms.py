"""Firms without 公司 or 集团: told by the ending of their short name and by what is said of them."""

from __future__ import annotations

from policytag.taggers.names.edges import particular
from policytag.taggers.names.marks import Mark
from policytag.taggers.names.pieces import Marked, marks_of

Found = tuple[str, int, int, str, str]
"""``(type, start, end, kind, rule)`` in the joined text."""

_COMPANY, _LOOSE, _FIRM, _NAMING = map(int, (Mark.COMPANY, Mark.LOOSE, Mark.FIRM, Mark.NAMING))
_ORG, _SIGN, _FIGURE, _PLACE = map(int, (Mark.ORG, Mark.SIGN, Mark.FIGURE, Mark.PLACE))
_OWN_NAME = int(Mark.UNKNOWN | Mark.PLACE | Mark.LEVEL)
"""What a firm's own name is made of; a sign of a level may be a part of it (盟澄电子)."""
_NAME_MIN, _NAME_MAX = 2, 5
_JOINTS = frozenset("、和与及")
_SISTER_MIN, _SISTER_MAX = 2, 8
"""Characters of a firm that is told by the other members of its list."""
_SHORT_MAX = 4
_UNKNOWN = int(Mark.UNKNOWN)
_ORDINARY = int(Mark.COMMON | Mark.SOFT | Mark.COMPANY)
_NO_SISTER = int(Mark.ORG | Mark.TAIL | Mark.SOFT | Mark.OPEN | Mark.CLOSE | Mark.FIGURE)


def own_firm(text: str, item: list[Marked], acting: bool, boundaries: tuple[str, ...]) -> bool:
    """Is the whole item a firm's short name at the beginning of a clause, of which something is said: 远帆铝业投产?

    Args:
        text: the joined text.
        item: its tokens.
        acting: a word for what firms do follows (入选, 上市): then an ending that is a common noun (通信) is enough.
        boundaries: the characters that bound a clause.
    """
    mark, _, last, end = item[-1]
    start = item[0][2]
    if not mark & _COMPANY or (mark & _LOOSE and not acting) or not _NAME_MIN <= last - start <= _NAME_MAX:
        return False
    own = marks_of(item[:-1])
    if own & _FIGURE or any(not token[0] & _OWN_NAME for token in item[:-1]) or not text[start:last].isalpha():
        return False
    placed = own & _PLACE and mark & _FIRM and not mark & _NAMING
    if not (own & _SIGN or placed or (acting and len(item) > 2)):
        return False
    begins = not start or text[start - 1] in boundaries or text[start - 1] in _JOINTS
    return begins and (acting or (end < len(text) and text[end] not in boundaries))


def sister_firms(
    text: str, items: list[list[Marked]], known: list[tuple[int, int]], firms_only: bool
) -> list[tuple[int, int]]:
    """The members of a list of firms that are made of ordinary words: 利民制药 in 远钢、海岳科技、利民制药等企业.

    Args:
        text: the joined text.
        items: the members of the list.
        known: starts and ends of those that are firms by themselves.
        firms_only: the noun of the list (企业) has firms as members and nothing else, so that a short word may be one (三元).

    Returns:
        Starts and ends of the others, if they are in the minority.
    """
    starts = {start for start, _ in known}
    others = [item for item in items if item[0][2] not in starts]
    if not known or len(others) > len(known):
        return []
    return [(item[0][2], item[-1][3]) for item in others if _may_be_firm(text, item, firms_only)]


def beside_firms(text: str, items: list[list[Marked]], known: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The items beside a firm that end as firms do: 澜展生物 in 澜鹤乳业、澜展生物进入全国百强.

    Args:
        text: the joined text.
        items: coordinated items of which no noun says what they are.
        known: starts and ends of those that are firms by themselves.

    Returns:
        Starts and ends of the others.
    """
    if not known:
        return []
    whole = [(item[0][2], item[-1][3]) in known for item in items]
    return [
        (item[0][2], item[-1][3])
        for index, item in enumerate(items)
        if not whole[index] and any(whole[max(0, index - 1) : index + 2]) and _ends_as_firm(text, item)
    ]


def _ends_as_firm(text: str, item: list[Marked]) -> bool:
    start, last, end = item[0][2], item[-1][2], item[-1][3]
    own = marks_of(item[:-1])
    return (
        bool(item[-1][0] & _COMPANY)
        and _NAME_MIN <= last - start <= _NAME_MAX
        and bool(own & _SIGN)
        and not own & _NO_SISTER
        and text[start:end].isalpha()
    )


def _may_be_firm(text: str, item: list[Marked], firms_only: bool) -> bool:
    start, end = item[0][2], item[-1][3]
    if not _SISTER_MIN <= end - start <= _SISTER_MAX or not text[start:end].isalpha():
        return False
    if len(item) > 1 and item[-1][0] & _COMPANY and not marks_of(item[:-1]) & _NO_SISTER:
        return True
    own = marks_of(item)
    return firms_only and end - start <= _SHORT_MAX and bool(own & (_UNKNOWN | _PLACE)) and not own & _NO_SISTER


def without_stray(text: str, items: list[list[Marked]], found: list[Found]) -> list[Found]:
    """The names found in a list without those that only their place in it makes firms, if most members are classes.

    赤磷 in 制糖、印染、酿酒、赤磷等排污企业 is no firm.
    """
    endings = {item[0][2] for item in items if marks_of(item) & (_COMPANY | _ORG)}
    stray = [one for one in found if one[4] == "org.coordination" and one[1] not in endings]
    if sum(_ordinary(text, item) for item in items) <= len(found):
        return found
    return [one for one in found if one not in stray]


def _ordinary(text: str, item: list[Marked]) -> bool:
    """Is the item made of ordinary words only: 水泥, 造纸?"""
    if particular(text, item, len(item)):
        return False
    return all(token[0] & _ORDINARY and not token[0] & _FIRM for token in item)
