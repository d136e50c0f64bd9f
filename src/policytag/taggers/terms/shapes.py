"""Shapes of quotations that name a policy by themselves: digit codes and numeral abbreviations."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

_CODE = re.compile(r"(?:[0-9]{2,8}|[0-9NnXx]{1,4}(?:\+[0-9NnXx]{1,4})+|[0-9]{1,3}×[0-9]{1,3}|[0-9]{1,3}条)")
_CODE_AND_WORDS = re.compile(r"[0-9NnXx]{1,4}(?:\+[0-9NnXx]{1,4})*\+?[\u4e00-\u9fff+·]{1,10}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?!\+)")
_COUNT = re.compile(
    r"[0-9]{1,6}(?:多|余)?(?:个|项|家|套|种|张|人|次|号|天|年|月|日|%|米|元|万|亿|大|度|岁|起|件|场|类|强|户|处|所|座|亩|吨|辆|名|位|"
    r"[国省市县区村镇]|公里|千米|平方)"
)
_CLAUSES = re.compile(r"[\u4e00-\u9fff]{2,12}[0-9]{1,3}条(?:措施|政策|意见|举措)?")
_REACH = re.compile(r"(?:[0-9]{1,3}|[一二两三半])(?:小时|分钟|公里)[\u4e00-\u9fff]{2,10}")
_CHANGE = re.compile(
    r"(?:[\u4e00-\u9fff][改转升][\u4e00-\u9fff]|引[\u4e00-\u9fff]{1,2}[入进][\u4e00-\u9fff]{1,2}|"
    r"[\u4e00-\u9fff][电气煤水算数粮菜][入送出外][\u4e00-\u9fff]|[东西南北][\u4e00-\u9fff][东西南北][运送输调进])"
)
_NO_CHANGE = re.compile(r".[改转升](?:[革造正善变化型移向运让身级降学华温天温腾值])|[好扭翻旋运周]转.")
_NUMERAL = "一二三四五六七八九十两双"
_LARGE = "百千万多"
_CODE_STARTS = frozenset("0123456789NnXx")
_ABBREVIATION_STARTS = frozenset(_NUMERAL + _LARGE + "半")
_ABBREVIATION = re.compile(rf"[{_NUMERAL}][\u4e00-\u9fff·+、0-9%]{{1,17}}")
_LARGE_ABBREVIATION = re.compile(rf"[{_LARGE}][\u4e00-\u9fff]{{0,4}}[、·]?[{_NUMERAL}{_LARGE}][\u4e00-\u9fff]{{1,8}}")
_NO_ABBREVIATION = re.compile(
    r"[一二三四五六七八九十两双]{1,3}(?:连[增丰升涨快降冠胜]|年$|月$|日$|成$|倍$|星级?|等奖|期$|刻钟|米|站式|流|本账)|十字|"
    r"十[七八九]大|二十大|二十届|[一二三]二[一三]$|三一二|双[^、]?(?:下降|上升|增长|提升|突破|丰收|达标|过半|第一|连冠)$"
)
_NAME = re.compile(r"[\u4e00-\u9fff0-9A-Za-z][\u4e00-\u9fff0-9A-Za-z+·、×\-. ()&/%~]*[\u4e00-\u9fff0-9A-Za-z+×%]")
_SENTENCE = re.compile(r"[的了吗呢吧我你他她们是着]")
_ENUMERATION = re.compile(r"[一二三四五六七八九十两0-9]+(?:项|大|个|张|类|种|条|方面|片|座|处)")


Shape = Literal["code", "abbreviation", "change", "count", "name", "sentence", "none"]


@lru_cache(maxsize=8192)
def shape_of(text: str) -> Shape:
    """What a quotation looks like.

    ``code``: a digit code (141, 33618, 3+2, 1+2+N, 80条, 稳外贸18条; no year, no count). ``abbreviation``: a numeral abbreviation
    (双倍增, 三攻坚一盘活, 九治; 一小时黔江 too). ``change``: two things and the step between them (煤改电, 引客入渝,
    云电送湘, 西菜东运).
    ``count``: a number of things (3个机制). ``sentence``: it holds particles that names avoid. ``name``: it may be a name.
    ``none``: it cannot be one, being of one character or with marks that no name has.
    """
    if not _NAME.fullmatch(text):
        return "none"
    if text[0] in _CODE_STARTS and not _YEAR.match(text):
        if _CODE.fullmatch(text):
            return "code"
        if _COUNT.match(text):
            return "count"
        if _CODE_AND_WORDS.fullmatch(text):
            return "abbreviation" if _REACH.fullmatch(text) else "code"
    if _CLAUSES.fullmatch(text):
        return "code"
    if _is_abbreviation(text):
        return "abbreviation"
    if 3 <= len(text) <= 6 and _CHANGE.fullmatch(text) and not _NO_CHANGE.match(text):
        return "change"
    return "sentence" if _SENTENCE.search(text) else "name"


def _is_abbreviation(text: str) -> bool:
    if text[0] not in _ABBREVIATION_STARTS or _NO_ABBREVIATION.match(text):
        return False
    return bool(_ABBREVIATION.fullmatch(text) or _LARGE_ABBREVIATION.fullmatch(text) or _REACH.fullmatch(text))


def is_counted_list(text: str, joined: str, end: int) -> bool:
    """A list in quotation marks that is counted after them: “甲、乙、丙”三项任务."""
    return "、" in text and (text.endswith("型") or _ENUMERATION.search(joined, end, end + 6) is not None)
