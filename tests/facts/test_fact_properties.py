"""What holds of the facts of any text."""

from __future__ import annotations

import json

from fact_reading import before_facts, builtin_rules
from hypothesis import given
from hypothesis import strategies as st

import policytag
from policytag.analysis import Analysis
from policytag.facts import FactRules, read_facts

PIECES = [
    "地区生产总值", "第一、第二产业增加值", "税收收入", "企业", "（达到", "）", "增长", "下降", "分别", "新增", "等", "占", "的", "居全市",
    "低于", "由", "提高到", "比上年", "5%", "3.2亿元", "8家", "第2", "2倍", "-1%", "3—5个", "1:2", "、", "，", "。", "；", "\n", "2024年", "“", "”",
    "[3]", "\u200b", " ", "年均", "和", "以上",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(texts)
def test_facts_belong_to_their_quantities(text: str) -> None:
    report = policytag.annotate(text)
    for fact in report.facts:
        quantity = fact.quantity
        assert fact.indicator in quantity.indicators
        assert (fact.measure, fact.period, fact.stance) == (quantity.measure, quantity.period, quantity.stance)
        assert (fact.unit, fact.bound) == (quantity.unit, quantity.bound)
        if quantity.value is not None and fact.value is not None:
            assert abs(fact.value) == quantity.value
        if quantity.low is not None and quantity.high is not None and quantity.low <= quantity.high:
            assert fact.low is not None
            assert fact.high is not None
            assert fact.low <= fact.high
    assert sum(len(q.indicators) for q in report.quantities) == len(report.facts)


@given(texts)
def test_names_are_pieces_of_the_text(text: str) -> None:
    for fact in policytag.annotate(text).facts:
        pieces = [text[start:end] for start, end in fact.indicator.spans]
        assert all(pieces)
        assert [c for c in fact.indicator.text if c in "".join(pieces)] == list(fact.indicator.text)
        assert all(0 <= start < end <= len(text) for start, end in fact.cells.values())


@given(texts)
def test_data_that_went_through_json_gives_the_same_facts(text: str) -> None:
    analysis = before_facts(text)
    again = Analysis(text, json.loads(json.dumps(analysis.data)))
    read_facts(analysis.folded, analysis.data, builtin_rules())
    read_facts(again.folded, again.data, builtin_rules())
    assert again.data["facts"] == analysis.data["facts"]


def test_without_lists_nothing_breaks() -> None:
    analysis = before_facts("地区生产总值增长5%，税收收入3亿元。")
    read_facts(analysis.folded, analysis.data, FactRules.from_packs({}, []))
    assert len(analysis.data["facts"]) == 2
