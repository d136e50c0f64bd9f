"""Folding: however a text is written, the same annotations at the same offsets."""

from __future__ import annotations

import pytest
from hypothesis import given

import policytag
from policytag.reading.folding import FoldedText, fold
from report_text import text

# (plain form, the same in another way of writing); both of the same length
SAME = [
    ("全面建强“141”基层智治体系", "全面建强“１４１”基层智治体系"),
    ("全面建强“141”基层智治体系", "全面建强「141」基层智治体系"),
    ("全面建强“141”基层智治体系", '全面建强"141"基层智治体系'),
    ("实施“双倍增”行动,新增企业28家", "實施「雙倍增」行動，新增企業28家"),
    ("实施“双倍增”行动,新增企业28家", "实施『双倍增』行动，新增企业２８家"),
    ("园区对接成渝地区双城经济圈", "園區對接成渝地區雙城經濟圈"),
    ("地区生产总值增长6.3%,完成投资10-20亿元", "地区生产总值增长６．３％，完成投资10—20亿元"),
    ("三次产业比为6:44:50", "三次产业比为6∶44∶50"),
    ("生猪出栏64.7万头", "生豬出欄６４．７萬頭"),
    ("健全“企业吹哨·部门报到”机制", "健全“企业吹哨•部门报到”机制"),
]


@pytest.mark.parametrize(("plain", "other"), SAME)
def test_the_same_annotations_at_the_same_offsets(plain: str, other: str) -> None:
    assert len(plain) == len(other)

    def found(text: str) -> list[tuple[str, int, int]]:
        return [(a.type, a.start, a.end) for a in policytag.annotate(text).annotations]

    assert found(plain)
    assert found(other) == found(plain)


# (text, what joined is): what cuts a name in two is left out of the text that rules search
JOINED = [
    ("深入推进新质生产力[26]培育", "深入推进新质生产力培育"),
    ("深入推进新质生产力［1］培育", "深入推进新质生产力培育"),
    ("## 二、今年工作\n**抓项目。** 推进**新质生产力**培育", "二、今年工作\n抓项目。 推进新质生产力培育"),
    ("推进*新质生产力*培育，_双倍增_、__抓发展__、***快跑***。", "推进新质生产力培育,双倍增、抓发展、快跑。"),
    ("长宽2*3*4米、文件a_b_c、2_3_4", "长宽2*3*4米、文件a_b_c、2_3_4"),
    ("指标|增速\n---|:---:\n产值|6.1%", "指标 增速\n产值 6.1%"),
    ("| 甲 | 2031年 |\n|---|---|\n｜乙│9家┃", "  甲   2031年  \n 乙 9家 "),
    ("| 我们加快融入国家重大战略并且全面落实各项部署要求推动发展 | 是 |\n| 双城经济圈 | 否 |", "  我们加快融入国家重大战略并且全面落实各项部署要求推动发展   是  \n  双城经济圈   否  "),
    ("# 政府工作报告\n第#1号、2**元。", "政府工作报告\n第#1号、2**元。"),
    ("根据〔2021〕12号文件", "根据〔2021〕12号文件"),
    ("成渝地区\u200b双城经济圈", "成渝地区双城经济圈"),
    ("我们加快融入国家重大战略并且全面落实各项部署要求推动成渝地区\r\n  双城经济圈建设", "我们加快融入国家重大战略并且全面落实各项部署要求推动成渝地区双城经济圈建设"),
    ("成渝地区\n双城经济圈", "成渝地区\n双城经济圈"),  # a short line may be a heading
    ("2025年1月16日在澄溪区第七届人民代表大会第四次会议上\n澄溪区区长", "2025年1月16日在澄溪区第七届人民代表大会第四次会议上\n澄溪区区长"),
    ("我们加快融入国家重大战略并且全面落实各项部署要求推动发展。\n双城经济圈", "我们加快融入国家重大战略并且全面落实各项部署要求推动发展。\n双城经济圈"),
    ("(一)我们加快融入国家重大战略并且全面落实各项部署要求推动发展\n双城经济圈", "(一)我们加快融入国家重大战略并且全面落实各项部署要求推动发展\n双城经济圈"),
    ("我们加快融入国家重大战略并且全面落实各项部署要求推动发展\n二、今年工作", "我们加快融入国家重大战略并且全面落实各项部署要求推动发展\n二、今年工作"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "joined"), JOINED)
def test_joined(text: str, joined: str) -> None:
    assert FoldedText(text).joined == joined


@given(text)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(text)
def test_offsets_lead_back(text: str) -> None:
    folded = FoldedText(text)
    for i, character in enumerate(folded.joined):
        start, end = folded.span(i, i + 1)
        assert folded.folded[start:end] == character
        assert folded.to_joined(start) == i


def test_a_span_over_a_footnote_mark_includes_it_and_its_name_does_not() -> None:
    text = "抢抓机遇,加快融入成渝地区双城[12]经济圈建设"
    (term,) = policytag.annotate(text).policy_terms
    assert term.text == "成渝地区双城[12]经济圈"
    assert term.name == "成渝地区双城经济圈"
