"""Hypothesis strategies: texts that look like reports, made of small pieces, and the dirt that reports arrive with."""

from __future__ import annotations

from hypothesis import strategies as st

_PLACES = st.sampled_from(["澄溪区", "临澜市", "江澜省", "我市", "全区", "白石镇", ""])
_NAMES = st.sampled_from(
    [
        "澄溪大桥",
        "白石岭水库",
        "远帆电子",
        "江澜农业大学",
        "区人民医院",
        "市生态环境局",
        "城际铁路",
        "141航校",
        "四川银行",
    ]
)
_TERMS = st.sampled_from(
    ["“双倍增”行动", "“141”基层智治体系", "“33618”", "乡村振兴", "新质生产力", "“3+2”产业", "成渝地区双城经济圈", "河长制",
     "高质量发展", "“绊脚石”", "“十四五”规划"]
)  # fmt: skip
_NUMBERS = st.one_of(
    st.decimals(min_value=0, max_value=10**6, places=1).map(str),
    st.integers(0, 10**7).map(lambda n: f"{n:,}"),
    st.sampled_from(
        ["一千二百", "三", "两个半", "十余", "1.2万", "5.83亿", "百分之五", "6.2∶44.3∶49.5", "第1", "前三"]
    ),
)
_UNITS = st.sampled_from(["亿元", "万亩", "%", "个百分点", "家", "个", "公里", "平方米", "吨", "件", "年", "倍", ""])
_VERBS = st.sampled_from(
    ["达到", "增长", "下降", "建成", "新增", "突破", "实施", "推进", "完成", "引进", "占比达", "超过"]
)
_MARKS = st.sampled_from(
    ["，", "。", "；", "、", ",", "：", "\n", "\r\n", "！", " ", "　", "（", "）", "“", "”", '"', "「", "」"]
)
_DIRT = st.sampled_from(["\u200b", "\ufeff", "\x00", "[26]", "［1］", "\u202e", "\ue000", "𠮷", "\xa0", "\t", "é", "½"])
_HEADINGS = st.sampled_from(
    ["一、2024年工作回顾\n", "(一)产业升级。", "二、2025年工作安排\n", "名词解释\n", "——五年来,"]
)

clause = st.tuples(_PLACES, _VERBS, _NAMES | _TERMS, _NUMBERS, _UNITS).map("".join)
piece = st.one_of(clause, clause, clause, _NUMBERS, _NAMES, _TERMS, _MARKS, _MARKS, _MARKS, _DIRT, _HEADINGS)
report_text = st.lists(piece, max_size=40).map("".join)
"""Text like a report's, with headings, figures, names, line breaks inside sentences, and stray characters."""

any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
"""Any Unicode text; lone surrogates cannot be encoded and are left out."""

text = st.one_of(report_text, any_text)
