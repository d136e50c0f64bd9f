"""Numerals: Arabic, Chinese and mixed, read whole or not at all.

Numbers are integers and powers of ten until they are written as plain decimal strings, so that nothing is ever rounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
MAX_DIGITS = 40
"""A longer run of digits is an identifier or an accident, not a quantity."""
_BREAKS = re.compile(r"[ ,\r\n]")


class Numeral(NamedTuple):
    """What a numeral says.

    Attributes:
        value: plain decimal string.
        high: the other end of an approximate numeral (几十, 三五), else None.
        inner: the bound that a word in the numeral gives (see INNER_BOUNDS), else None.
    """

    value: str
    high: str | None = None
    inner: str | None = None


INNER_BOUNDS = {"余": "more_than", "多": "more_than", "来": "about"}
"""Words that stand in a numeral or right behind it: 3000余件, 十多年, 20来家."""
_INNER = "".join(INNER_BOUNDS)


def shifted(number: str, exponent: int) -> str:
    """``number`` times ten to the ``exponent`` (not negative), in plain notation without idle zeros."""
    whole, _, fraction = number.partition(".")
    return _shifted(whole.lstrip("0") or "0", fraction, exponent)


def _shifted(whole: str, fraction: str, exponent: int) -> str:
    if exponent:
        fraction = fraction.ljust(exponent, "0")
        whole = (whole + fraction[:exponent]).lstrip("0") or "0"
        fraction = fraction[exponent:]
    fraction = fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def without_breaks(number: str) -> str:
    """An Arabic number without the commas, blanks and line breaks in it."""
    return number if number.isdecimal() else _BREAKS.sub("", number)


def read_digits(number: str, exponent: int) -> str | None:
    """An Arabic number times ten to the ``exponent``; None for an identifier (007, more than MAX_DIGITS digits)."""
    whole, point, fraction = number.partition(".")
    if not (whole.isdecimal() and (fraction.isdecimal() or not point)):
        whole, _, fraction = without_breaks(number).partition(".")
    if len(whole) + len(fraction) > MAX_DIGITS or (whole[0] == "0" and whole != "0"):
        return None
    return _shifted(whole, fraction, exponent) if exponent or fraction else whole


def times(number: str, factor: int) -> str:
    """``number`` times a whole number, exactly."""
    whole, _, fraction = number.partition(".")
    digits = str(int(whole + fraction) * factor).rjust(len(fraction) + 1, "0")
    cut = len(digits) - len(fraction)
    return shifted(f"{digits[:cut]}.{digits[cut:]}", 0)


def scale_of(text: str) -> int | None:
    """The power of ten of a run of scale characters (万亿 → 12; 个亿 → 8); None where it is no scale."""
    return _SCALE_RUNS.get(text.removeprefix("个"))


_SCALE_RUNS = {
    small + large: sum(SCALES[c] for c in small + large)
    for small in ("", "十", "百", "千")
    for large in ("", "万", "亿", "万亿")
    if small + large
}
_SEGMENT = re.compile(r"([0-9.]+)([十百千万亿]+)")


def without_inner(tail: str) -> tuple[str, str | None]:
    """What stands behind digits without the 余, 多 or 来 in it, and the bound that this gives: 多万 is 万, more_than."""
    for word, bound in INNER_BOUNDS.items():
        if word in tail:
            return tail.replace(word, "", 1), bound
    return tail, None


def read_mixed(number: str, tail: str) -> str | None:
    """An Arabic number with scales and more digits behind it, each part smaller than the scale before it: 3 + 万5千, 1 + 亿2000万."""
    text = number + tail
    total, limit, position = 0, None, 0
    for found in _SEGMENT.finditer(text):
        exponent = scale_of(found[2])
        if found.start() != position or exponent is None:
            return None
        part = shifted(found[1], exponent)
        if "." in part or (limit is not None and (exponent >= limit or int(part) >= 10**limit)):
            return None
        total, limit, position = total + int(part), exponent, found.end()
    if position != len(text):
        rest = text[position:]
        if limit is None or not rest.isascii() or not rest.isdigit() or int(rest) >= 10**limit:
            return None
        total += int(rest) * (10 ** (limit - 1) if len(rest) == 1 else 1)  # 3万5 is 35000, 3万5000 too
    return str(total)


_INNER_WORD = re.compile(rf"(?<=[十百千万亿])[{_INNER}](?=[万亿]|$)")
_PAIR = re.compile(r"(?<![零〇点])(一二|二三|两三|三四|四五|五六|六七|七八|八九|三五)(?=[十百千万亿]|$)")
_THOUSANDS = re.compile(
    r"(?:(?P<千>[一二两三四五六七八九])?千)?(?P<z1>[零〇])?(?:(?P<百>[一二两三四五六七八九])?百)?(?P<z2>[零〇])?"
    r"(?:(?P<十>[一二两三四五六七八九])?十)?(?P<一>[一二两三四五六七八九])?"
)


def read_han(text: str) -> Numeral | None:
    """A numeral in Chinese characters; None where it is none.

    一千二百三十四, 一万五千亿, 两百五, 三点五, 十余万, 二十来, 几十万, 七八, 三个亿.
    """
    text = text.replace("廿", "二十").replace("卅", "三十").replace("个亿", "亿").replace("个多亿", "亿多")
    if text == "半":
        return Numeral("0.5")
    bare, inner_words = _INNER_WORD.sub("", text), _INNER_WORD.findall(text)
    if len(inner_words) > 1 or any(word in bare for word in _INNER):
        return None
    if "几" in bare or "数" in bare:
        return None if inner_words else _read_vague(bare)
    pairs = _PAIR.findall(bare)
    if pairs and "点" not in bare:
        if len(pairs) > 1 or inner_words:
            return None
        ends = [_read_exact(_PAIR.sub(digit, bare)) for digit in pairs[0]]
        return None if ends[0] is None or ends[1] is None else Numeral(ends[0], ends[1])
    value = _read_exact(bare)
    return None if value is None else Numeral(value, inner=INNER_BOUNDS[inner_words[0]] if inner_words else None)


def _read_vague(text: str) -> Numeral | None:
    word = "几" if "几" in text else "数"
    if text.count(word) > 1 or (word == "数" and not text.startswith("数")):
        return None
    # After 十 (十几) any digit may be meant; 几十 and 数百 start at two.
    first = "一" if text.endswith("十几") else "二"
    low, high = _read_exact(text.replace(word, first)), _read_exact(text.replace(word, "九"))
    return None if low is None or high is None else Numeral(low, high)


def _read_exact(text: str) -> str | None:
    if "点" in text:
        return _read_decimal(text)
    number = _read_whole(text)
    return None if number is None else str(number)


def _read_decimal(text: str) -> str | None:
    whole, _, fraction = text.partition("点")
    digits = fraction.rstrip("万亿")
    exponent = scale_of(fraction[len(digits) :]) if len(digits) < len(fraction) else 0
    number = 0 if whole in ("零", "〇") else _read_whole(whole)
    if number is None or exponent is None or not digits or any(c not in DIGITS for c in digits):
        return None
    return shifted(f"{number}." + "".join(str(DIGITS[c]) for c in digits), exponent)


def _read_whole(text: str) -> int | None:
    """A whole number; a missing digit before the first scale is one (百, 千万), one at the end stands for the next scale (两百五)."""
    return _read_scaled(text, "亿", _read_below_yi) if text else None


def _read_below_yi(text: str) -> int | None:
    return _read_scaled(text, "万", _read_thousands)


def _read_scaled(text: str, scale: str, read_smaller: Callable[[str], int | None]) -> int | None:
    """A number with 亿 or 万 in it, or a smaller one."""
    before, found, after = text.rpartition(scale)
    if not found:
        return read_smaller(text)
    left = read_smaller(before) if before else 1
    if left is None:
        return None
    one = int(10 ** SCALES[scale])
    if not after:
        return left * one
    if not before:
        return None  # 万三千 is no number
    if len(after) == 1 and DIGITS.get(after):
        return left * one + DIGITS[after] * one // 10  # 三万五
    right = read_smaller(after)
    return None if right is None or right >= one else left * one + right


def _read_thousands(text: str) -> int | None:
    """A number below 10,000: 九千零三, 两百五, 十五."""
    text = text.lstrip("零〇")
    found = _THOUSANDS.fullmatch(text)
    if not text or not found:
        return None
    total = 0
    for scale in "千百十":
        digit = found[scale]
        if scale not in text:
            continue
        if digit is None and scale != "十" and not text.startswith(scale):
            return None  # 三千百 is no number; 一百十五 and 千 are
        total += (DIGITS[digit] if digit else 1) * int(10 ** SCALES[scale])
    last = found["一"]
    if last:
        before = text[-2:-1]
        # 两百五 is 250; 两百零五 and 十五 end in ones.
        total += DIGITS[last] * (int(10 ** (SCALES[before] - 1)) if before in ("百", "千") else 1)
    return total or None
