"""What must hold for every number, unit and text."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quantity_finding import RULES, find
from test_not_quantities import NOT_QUANTITIES

from policytag.analysis import empty_structure
from policytag.reading.folding import FoldedText
from policytag.taggers.quantities import find_quantities
from policytag.taggers.quantities.numerals import read_han

UNITS = sorted(RULES.units.spellings)
NOTHING = [line.removesuffix(": none").replace("⏎", "\n") for line in NOT_QUANTITIES.strip().splitlines()]
DIGITS, SCALES = "零一二三四五六七八九", ["", "十", "百", "千"]


def in_han(number: int) -> str:
    """A number in Chinese characters, as one writes it."""
    for size, scale in ((10**8, "亿"), (10**4, "万")):
        if number >= size:
            rest = number % size
            zero = "零" if rest and rest < size // 10 else ""
            return in_han(number // size) + scale + (zero + in_han(rest) if rest else "")
    written, zero = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            written += ("零" if zero and written else "") + DIGITS[digit] + SCALES[place]
            zero = False
        else:
            zero = True
    return written.removeprefix("一") if written.startswith("一十") else written


@given(st.integers(1, 10**13))
def test_a_chinese_numeral_is_read_back(number: int) -> None:
    numeral = read_han(in_han(number))
    assert numeral is not None
    assert numeral.value == str(number)


decimals = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False, allow_infinity=False)


@given(decimals, st.sampled_from(["", "万", "亿", "万亿"]), st.sampled_from(UNITS), st.booleans())
def test_an_arabic_number_with_any_unit_is_read_back(number: Decimal, scale: str, unit: str, full_width: bool) -> None:
    written = format(number.normalize(), "f")
    if unit == "年" and not scale and "." not in written and 1800 <= number < 2200:
        return  # a year
    if full_width:
        written = written.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789."})
    span = f"{written}{scale}{unit}"
    found = find(f"去年完成{span}。")
    assert [(q["text"], q["start"]) for q in found] == [(span, 4)]
    with localcontext() as context:
        context.prec = 60
        factor = Decimal(10) ** {"": 0, "万": 4, "亿": 8, "万亿": 12}[scale]
        factor *= {"成": 10, "刻钟": 15}.get(unit, 1)
        assert Decimal(found[0]["value"]) == number * factor
    assert found[0]["unit"] == {"成": "%", "刻钟": "分钟"}.get(unit, RULES.units.spellings[unit])


@given(st.integers(10, 10**10), st.sampled_from(UNITS))
def test_a_chinese_number_with_any_unit_is_read_back(number: int, unit: str) -> None:
    if RULES.units.units[RULES.units.spellings[unit]].after == "arabic" or unit == "刻钟":
        return
    span = in_han(number) + unit
    found = find(f"共计{span}。")
    assert [(q["text"], q["value"]) for q in found] == [(span, str(number))]


@given(
    st.sampled_from(NOTHING),
    st.sampled_from(["各项工作顺利。", "稳中有进，"]),
    st.sampled_from(["。继续努力。", "，再接再厉。"]),
)
def test_what_is_no_quantity_stays_none_between_sentences(nothing: str, before: str, after: str) -> None:
    assert find(before + "\n" + nothing + after) == []


CHARACTERS = "0123456789一二两三十百千万亿余多半几数第前翻番年月个家元吨%.,:/-~、和至到“”上超近约以下左右 \n米"
PIECES = st.sampled_from(
    ["5", "20", "007", "1,000", "1 234", "2.5", "2.\n5", "3. 5", "9" * 50, "三", "两百", "万", "亿", "元", "个", "度", "%",
     ":", ":", "比", "/", "-", "-", "至", "、", "和", ",", " ", "\n", "第", "前", "位", "多", "半", "约", "以上"]
)  # fmt: skip


@given(st.text(CHARACTERS, max_size=60) | st.lists(PIECES, max_size=30).map("".join))
def test_spans_are_apart_and_values_plain(text: str) -> None:
    candidates = find_quantities(FoldedText(text), empty_structure(), RULES)
    end = 0
    for candidate in candidates:
        assert end <= candidate["start"] < candidate["end"] <= len(text)
        end = candidate["end"]
        span = text[candidate["start"] : candidate["end"]]
        assert span == span.strip(" \n、和,:-~“”/")
        fields = candidate["attributes"]
        for number in fields.get("parts") or [fields[name] for name in ("value", "low", "high") if name in fields]:
            assert format(Decimal(number), "f") == number
            assert len(number) < 80


@given(st.integers(41, 200), st.sampled_from(["元", "个", "%", ""]))
def test_a_long_run_of_digits_is_no_quantity(length: int, unit: str) -> None:
    assert find("编号" + "7" * length + unit + "。") == []


@pytest.mark.parametrize(
    "unit", ["1", "万", "一", ",", "1,", "1、", "1-", "1:", "1/", "三年", "5家", "百分之", "“三个"]
)
def test_repetition_is_no_trouble(unit: str) -> None:
    find(unit * 3000)
