"""Shapes of quotations that name a policy by themselves: digit codes, numeral abbreviations, plus-signs."""

from __future__ import annotations

import re

_NUMERAL = "一二三四五六七八九十"

_CODE = re.compile(r"(?:[0-9]{2,8}|[0-9NnXx]{1,4}(?:\+[0-9NnXx]{1,4})+|[0-9]{1,3}×[0-9]{1,3})")
_CODE_AND_WORDS = re.compile(r"[0-9NnXx]{1,4}(?:\+[0-9NnXx]{1,4})*\+?[\u4e00-\u9fff+·]{1,10}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_COUNT = re.compile(r"[0-9]{1,4}(?:个|项|家|套|种|张|人|次|号|天|小时|分钟|年|月|日|%|米|公里|元|万|亿|大)")
_ARTICLES = re.compile(r"[0-9]{1,3}条")
_ABBREVIATION = re.compile(rf"(?:[{_NUMERAL}百千万双两多][\u4e00-\u9fff·+、]{{1,15}})")
_TWO_NUMERALS = re.compile(
    rf"[{_NUMERAL}百千万双两多][\u4e00-\u9fff]{{1,3}}[、·]?[{_NUMERAL}百千万双两多][\u4e00-\u9fff]{{1,3}}.*"
)
_CHARACTER_STRING = re.compile(r"[\u4e00-\u9fff0-9A-Za-z+·、,×\-. ()&/%~]+")
_SENTENCE_CHARACTERS = re.compile(r"[的了吗呢吧我你他她们是着]")


def is_code(text: str) -> bool:
    """A digit code: 141, 33618, 3+2, 1+2+N, 80条; no year and no count."""
    if _CODE.fullmatch(text):
        return _YEAR.fullmatch(text) is None
    if _ARTICLES.fullmatch(text):
        return True
    return _CODE_AND_WORDS.fullmatch(text) is not None and _COUNT.match(text) is None


def is_abbreviation(text: str) -> bool:
    """A numeral abbreviation: 双倍增, 三攻坚一盘活, 九治, 四改三."""
    return len(text) <= 16 and _ABBREVIATION.fullmatch(text) is not None


def is_name_like(text: str) -> bool:
    """Can the string be a name at all: two characters or more, no sentence."""
    return len(text) >= 2 and _CHARACTER_STRING.fullmatch(text) is not None and "," not in text


def reads_as_sentence(text: str) -> bool:
    """Does the string hold particles that names of policies avoid?"""
    return _SENTENCE_CHARACTERS.search(text) is not None
