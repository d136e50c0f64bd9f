"""Shapes of quotations that name a policy by themselves: digit codes and numeral abbreviations."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from policytag.patterns.wordlists import WordLists, any_of, words

_SUM = r"(?:[0-9NnXx]{1,4}|[A-Z])(?:\+(?:[0-9NnXx]{1,4}|[A-Z]))+"
_CODE = re.compile(rf"(?:[0-9]{{2,8}}|{_SUM}|[0-9]{{1,3}}×[0-9]{{1,3}}|[0-9]{{1,3}}条[\u4e00-\u9fff]{{0,6}})")
_CODE_OF_CODES = re.compile(rf"\({_SUM}\)(?:\+\({_SUM}\)|\+[0-9NnXx]{{1,4}})*")
_FORMULA = re.compile(r"[\u4e00-\u9fff]{1,8}(?:\+[\u4e00-\u9fff]{1,8}){1,5}")
_CODE_AND_WORDS = re.compile(r"[0-9NnXx]{1,4}(?:\+[0-9NnXx]{1,4})*\+?[\u4e00-\u9fff+·]{1,10}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?!\+)")
_CLAUSES = re.compile(
    r"[\u4e00-\u9fff]{2,12}[0-9]{1,3}条(?:措施|政策|意见|举措)?|"
    r"[\u4e00-\u9fff]{1,11}[^第二三四五六七八九十百][二三四五六七八九十百]{1,3}[条法策招]"
)
_IN_BRACKETS = re.compile(r"\([\u4e00-\u9fff]{1,4}\)")
_REACH = re.compile(r"(?:[0-9]{1,3}|[一二两三半])(?:小时|分钟|公里)[\u4e00-\u9fff]{2,10}")
_STEP = (
    r"[\u4e00-\u9fff][改转升][\u4e00-\u9fff]|[省市县区乡镇街村校][管聘招评][省市县区乡镇街村校][聘用管]|"
    r"引[\u4e00-\u9fff]{1,2}[入进][\u4e00-\u9fff]{1,2}|"
    r"[东西南北][\u4e00-\u9fff][东西南北][运送输调进]|先[\u4e00-\u9fff]{1,5}后[\u4e00-\u9fff]{1,5}|"
    r"([\u4e00-\u9fff])\1通[\u4e00-\u9fff]{0,4}"
)
_LONGEST_STEP = 12
_NUMERAL = "一二三四五六七八九十两双"
_LARGE = "百千万多"
_CODE_STARTS = frozenset("0123456789NnXx")
_ABBREVIATION_STARTS = frozenset(_NUMERAL + _LARGE + "半")
_ABBREVIATION = re.compile(rf"[{_NUMERAL}][\u4e00-\u9fff·+、0-9%]{{1,17}}")
_LARGE_ABBREVIATION = re.compile(rf"[{_LARGE}][\u4e00-\u9fff]{{0,4}}[、·]?[{_NUMERAL}{_LARGE}][\u4e00-\u9fff]{{1,8}}")
_CONGRESS = re.compile(r"[一二三四五六七八九十]{2,3}大$|[一二三四五六七八九十]{1,3}届")
"""Congresses (十六大) and terms of office (二十届): an ordinal, not a number of things."""
_LONGEST_SITE_STEM = 3
_LONGEST_PART = 6
_NAME = re.compile(r"[\u4e00-\u9fff0-9A-Za-z][\u4e00-\u9fff0-9A-Za-z+·、×\-. ()&/%~]*[\u4e00-\u9fff0-9A-Za-z+×%]")
_SENTENCE = re.compile(r"[的了吗呢吧我你他她们是着]")
_COUNT_WINDOW = 6
"""How far (characters) after a list its number may stand."""


Shape = Literal["code", "abbreviation", "change", "count", "formula", "name", "sentence", "none"]


class Shapes:
    """The shapes, with the words of ``term_shapes.txt`` and the units in them."""

    def __init__(self, lists: WordLists) -> None:
        """Compile the lists term_shapes and units."""

        def choice(kind: str) -> str:
            return any_of(words(lists, "term_shapes", kind))

        units = [word for entry in lists.get("units", ()) for word in (entry.word, *entry.field(1).split())]
        counted = any_of([*units, *words(lists, "term_shapes", "counted"), *words(lists, "term_shapes", "number")])
        self._count = re.compile(rf"[0-9]{{1,6}}(?:多|余)?(?:{counted}|[万亿])(?!.*[0-9])")
        things = [entry.word for entry in lists.get("units", ()) if entry.field(2) == "count"]
        things += words(lists, "term_shapes", "counted")
        self._number = re.compile(rf"[{_NUMERAL}0-9]+{any_of(things)}")
        self._change = re.compile(rf"{_STEP}|[\u4e00-\u9fff]{choice('carried')}[入送出外][\u4e00-\u9fff]")
        self._clause = re.compile(rf"{choice('clause')}.")
        self._plain = re.compile(rf".?{choice('plain')}")
        self._no_abbreviation = re.compile(
            rf"[{_NUMERAL}]{{1,3}}(?:{choice('number')}|{choice('number-only')}$)|{choice('begins')}|"
            rf"双[^、]?{choice('result')}$|.*{choice('ends')}$|"
            rf"[{_NUMERAL}][^{_NUMERAL}{_LARGE}]{{1,{_LONGEST_SITE_STEM}}}{choice('site')}$"
        )
        self.shape_of = lru_cache(maxsize=8192)(self._shape_of)

    def is_counted_list(self, text: str, joined: str, end: int) -> bool:
        """A list in quotation marks that is counted after them: “甲、乙、丙”三项任务."""
        return "、" in text and (
            text.endswith("型") or self._number.search(joined, end, end + _COUNT_WINDOW) is not None
        )

    def _shape_of(self, text: str) -> Shape:
        """What a quotation looks like.

        ``code``: a digit code (141, 33618, 3+2, 1+2+N, (2+1)+(3+N), 80条, 稳外贸18条, 治水十法; no year, no count). ``abbreviation``:
        a numeral abbreviation (双倍增, 三攻坚一盘活, 九治; 一小时黔江 too). ``change``: two things and the step between them
        (煤改电, 引客入渝, 云电送湘, 西菜东运, 先诊疗后付费, 县管校聘), or everything reached (户户通).
        ``count``: a number of things (3个机制). ``formula``: two parts or more (农户+合作社, 农户+合作社+公司).
        ``sentence``: it holds particles that names avoid, or begins as no name does (24小时不打烊). ``name``: it may be a name.
        ``none``: it cannot be one: of one character, with marks that no name has, or a congress (十六大).
        """
        if _CODE_OF_CODES.fullmatch(text):
            return "code"
        if "," in text:
            return "abbreviation" if self._is_row(text.split(",")) else "none"
        if not _NAME.fullmatch(text) or _CONGRESS.match(text):
            return "none"
        if self._clause.match(text):
            return "sentence"
        if text[0] in _CODE_STARTS and not _YEAR.match(text):
            if _CODE.fullmatch(text):
                return "code"
            if self._count.match(text) and not _REACH.fullmatch(text):
                return "count"
            if _CODE_AND_WORDS.fullmatch(text):
                return "abbreviation" if _REACH.fullmatch(text) else "code"
        if _CLAUSES.fullmatch(text):
            return "code"
        if self._is_abbreviation(text):
            return "abbreviation"
        if 3 <= len(text) <= _LONGEST_STEP and self._change.fullmatch(text) and not self._plain.match(text):
            return "change"
        if _SENTENCE.search(text):
            return "sentence"
        return "formula" if "+" in text and _FORMULA.fullmatch(text) else "name"

    def _is_row(self, parts: list[str]) -> bool:
        """Numeral abbreviations of one length: 三个面向,三个推进."""
        if len({len(part) for part in parts}) > 1 or any(map(_SENTENCE.search, parts)):
            return False
        return all(map(self._is_abbreviation, parts))

    def _is_abbreviation(self, text: str) -> bool:
        if text[:1] not in _ABBREVIATION_STARTS or self._no_abbreviation.match(text):
            return False
        text = _IN_BRACKETS.sub("", text)  # 一区(县)一策
        return bool(_ABBREVIATION.fullmatch(text) or _LARGE_ABBREVIATION.fullmatch(text) or _REACH.fullmatch(text))


def is_list_of_equals(text: str) -> bool:
    """A motto of two or more parts of one length (强龙头、补链条、聚集群)."""
    parts = text.split("、")
    return len(parts) > 1 and len({len(part) for part in parts}) == 1 and 2 <= len(parts[0]) <= _LONGEST_PART
