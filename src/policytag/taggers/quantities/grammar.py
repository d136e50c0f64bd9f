"""The expression that finds everything that may be a quantity, compiled from the unit table and the hedges.

It begins with one character class, so that the scan between finds runs at the speed of ``re``; every repetition is
bounded or cannot be entered a second time, so that no text makes it slow. What a find means is decided afterwards, by
the other modules of this package.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from policytag.patterns.wordlists import any_of
from policytag.taggers.quantities.hedges import Hedges
from policytag.taggers.quantities.units import UnitTable

GAP = r"(?:[ \r\n](?:(?<= ) {0,2}(?:\r?\n {0,8}|)|(?<=\r)\n {0,8}|(?<=\n) {0,8})|)"
"""A blank or a line break inside a number or before its unit."""
# (?:x|) and not (?:x)? throughout: re enters an alternative only when its first character fits.

_HAN = "一二两三四五六七八九十百千万亿零〇廿卅几半数"
_HAN_REST = "一二两三四五六七八九十百千万亿零〇廿卅几点余多"
_SHORT = r"(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4})"
_YEAR = rf"(?:(?<=1)[89]|(?<=2)[01])[0-9]{{2}}{GAP}年(?!.{{0,2}}历史)"  # 2025年, but 2000年历史 is how long
_DENOMINATOR_DIMENSIONS = frozenset(("area", "length", "mass", "volume", "energy"))


def _not_in_unit(units: UnitTable) -> str:
    # 千 and 百 belong to the unit where the unit needs them: 25万千瓦, 1.6百分点.
    return "".join(f"(?<!{first}(?={any_of(rests)}))" for first, rests in units.numeral_starts().items())


def _behind(units: UnitTable, hedges_after: Iterable[str]) -> tuple[str, str]:
    unit = f"(?:{units.pattern()})"
    measured = any_of(
        s for s, name in units.spellings.items() if units.units[name].dimension in _DENOMINATOR_DIMENSIONS
    )
    again = any_of(  # 80元/人·年
        [*(s for s, name in units.spellings.items() if units.units[name].dimension == "duration"), "人", "月", "日"]
    )
    per = rf"(?:/[百千万]?(?:{unit}|日|月)(?:[·/]{again}|)|每{measured}|)"
    half = r"(?:(半(?:个?小时|个?月|)(?![年导径数岛自山]))|)"
    return rf"({unit}{per}){half}", rf"(?:({any_of(hedges_after)})|)"


ARABIC, HAN, RANK = slice(0, 5), slice(5, 12), slice(12, 18)
"""The groups of the three kinds of finds; the first group of a kind is None where the find is of another. A year has none."""
DIGITS = 1
"""The number of the group with which the digits of an Arabic number end."""
RANK_SIGNS = "第前翻"


def search_pattern(units: UnitTable, hedges: Hedges, moves: Iterable[str] = ()) -> re.Pattern[str]:
    """One expression for Arabic numbers, Chinese numerals and ranks, so that a text is gone through once.

    Args:
        units: the unit table.
        hedges: words beside numbers.
        moves: what may follow a rank directly, because another follows it: 第10位升到第8位.
    """
    arabic, han = _arabic(units, hedges.after), _han(units, hedges.after)
    return re.compile(
        rf"[0-9{_HAN}{RANK_SIGNS}]"
        rf"(?:(?<=[0-9])(?:{_YEAR}|{arabic})|(?<=[{_HAN}]){han}|(?<=[{RANK_SIGNS}])(?={_rank(units, hedges, moves)}))"
    )


def _arabic(units: UnitTable, hedges_after: Iterable[str]) -> str:
    """Arabic numbers behind their first digit. Groups: rest of the number, tail (万, 多万, 万5千), unit, half (一年半), hedge."""
    guard = _not_in_unit(units)
    thousands = r",[0-9]{3}(?![0-9])"
    spaced = r"(?<![0-9]{4}) [0-9]{3}(?![0-9%])"  # 12 345户; 目标1 100% are two numbers
    broken = r"[0-9]{1,2}(?![0-9年月日.、])"
    number = (
        rf"[0-9]*(?:{thousands}(?:{thousands})*|{spaced}(?:{spaced})*|)"
        rf"(?:\.(?:[0-9]+|[ \r\n]\n? {{0,8}}{broken})|[ \r\n]\n? {{0,8}}\. ?{broken}|)"
    )
    scale = rf"[十百千万亿]{{1,4}}{guard}"
    tail = (
        rf"(?:[余多]|(?<=0)来)(?:{scale}|)|个多?亿(?![元级美港吨])|"
        rf"{scale}(?:[0-9]{{1,4}}(?:{scale}(?:[0-9]{{1,4}}(?:{scale}|(?<=[0-9]{{3}})(?![0-9.]))|)|(?<=[0-9]{{3}})(?![0-9.]))|)(?:[余多]|)"
    )
    unit, hedge = _behind(units, hedges_after)
    return rf"({number})(?:{GAP}({tail})|)(?:{GAP}{unit}|){hedge}"


def _han(units: UnitTable, hedges_after: Iterable[str]) -> str:
    """Chinese numerals behind their first character, with a unit, or that are a fraction, tenths, or end in 万 or 亿.

    Groups: rest of the numeral, numerator of a fraction (百分之五), half of tenths (六成半; empty where there is none),
    more of a ratio (一比三), unit, half, hedge.
    """
    unit, hedge = _behind(units, hedges_after)
    rest = f"[{_HAN_REST}]{{0,24}}(?:(?<=[十百千万亿])来[万亿]?|){_not_in_unit(units)}(?:个多?亿(?![元级美港吨])|)"
    fraction = rf"分之([0-9.]{{1,12}}|[{_HAN_REST}]{{1,12}})"
    tenths = r"成(半|(?![为员果效功本立都渝交就熟套人绩品长因千上百]))"
    firsts = "".join(sorted({re.escape(spelling[0]) for spelling in units.spellings}))
    ratio = rf"((?:比[{_HAN_REST}]{{1,8}}){{1,3}})(?!{GAP}[{firsts}年月日])"
    large = r"(?<=[万亿])(?:[余多]|)(?![级元人])"
    # Most characters that may begin a numeral begin none (一般, 数字): what follows says so at once.
    goes_on = rf"(?:(?=[{_HAN_REST}来分成比 \r\n{firsts}])|(?<=[万亿]))"
    return (
        rf"{goes_on}((?<![{_HAN}{_HAN_REST}0-9].){rest})"
        rf"(?:(?=[分成比 \r\n{firsts}])(?:{fraction}|{tenths}|{ratio}|{GAP}{unit})|{large}){hedge}"
    )


def _rank(units: UnitTable, hedges: Hedges, moves: Iterable[str]) -> str:
    """Ranks behind 第 and 前, foldings behind 翻; before the sign of a share (前1%, 前1-5‰) there is no rank.

    Groups: all of it, first (第三), last (第三至五名), list of more (第三、四位), top (前三), fold (翻两番, empty in 翻番).
    """
    number = r"[0-9一二三四五六七八九十]"
    signs = any_of(
        s for s, name in units.spellings.items() if units.units[name].dimension == "share" and not s.isalnum()
    )
    share = rf"(?:[-~至到]{{1,2}}[0-9.]{{1,8}}|){GAP}{signs}"
    edge = rf"(?!{share})(?=[^\w%+.\-/·、]|$|、(?!第?{number})|[的与及以并等至到或]|和(?!第?{number})|{any_of(moves)})"
    ahead = rf"(?=(?:[、和]第{_SHORT}[位名]?){{0,4}}{edge})"
    last = rf"[-~至到]{{1,2}}({_SHORT})[位名]{edge}"
    first = rf"(?<=第)({_SHORT})(?:[位名]{ahead}|{last}|((?:[、和]{_SHORT}){{1,4}}[位名]{edge})|{ahead})"
    top = rf"(?<=前)({_SHORT})(?:[位名强]|{edge})"
    before = any_of(hedge.word for some in hedges.before.values() for hedge in some)
    fold = rf"(?<=翻)[了上]?(?:{before}|)([一二两三四五六1-6]|)了?番"
    return rf"({first}|{top}|{fold})"
