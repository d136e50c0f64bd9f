"""Periods, and the period and stance of sentences and of single figures."""

from __future__ import annotations

import pytest
from structure_reading import figure, sentence_of, structure

HEAD = "2032年青山市政府工作报告\n各位代表：\n"

PERIODS = [
    ("2024年", "2024"),
    ("2024 年", "2024"),
    ("２０２４年", "2024"),
    ("二〇三五年", "2035"),
    ("2021—2025年", "2021-2025"),
    ("2021年至2025年", "2021-2025"),
    ("2023年第三季度", "2023Q3"),
    ("2023年三季度", "2023Q3"),
    ("2023年上半年", "2023H1"),
    ("2023年前三季度", "2023"),
    ("2024年2月", "2024-02"),
    ("2024年2月28日", "2024-02"),
    ("2024年底", "2024"),
    ("“十四五”时期", "2021-2025"),
    ("“十五”期间", "2001-2005"),
    ("十三五末", "2020"),
    ("“十四五”期末", "2025"),
    ("今年", "2032"),
    ("去年", "2031"),
    ("过去五年", "2027-2031"),
    ("近3年来", "2029-2031"),
    ("今后五年", "2032-2036"),
    ("去年下半年", "2031H2"),
    ("2028年以来", "2028-2031"),
    ("2031年以来", "2031"),
    ("2032年以来", "2032"),
]


@pytest.mark.parametrize(("words", "value"), PERIODS)
def test_periods(words: str, value: str) -> None:
    text = f"{HEAD}全市上下一心，{words}干劲十足。\n"
    found = [(p["text"], p["value"]) for p in structure(text)["periods"] if p["start"] > len(HEAD)]
    assert found == [(words, value)]


@pytest.mark.parametrize("words", ["周年", "青年", "一年", "12024年", "2024级", "提前三年", "百年"])
def test_no_periods(words: str) -> None:
    text = f"{HEAD}全市上下一心，{words}干劲十足。\n"
    assert [p["text"] for p in structure(text)["periods"] if p["start"] > len(HEAD)] == []


def test_without_a_year_words_such_as_this_year_have_no_value() -> None:
    assert [(p["text"], p["value"]) for p in structure("今年新增企业28家。")["periods"]] == [("今年", None)]


REVIEW = f"{HEAD}一、2031年工作回顾\n"
FIVE_YEARS = f"{HEAD}一、过去五年工作回顾\n"
BOTH = f"{HEAD}一、2031年和过去五年工作回顾\n"
PLAN = f"{HEAD}二、2032年工作安排\n"
LONG_PLAN = f"{HEAD}二、今后五年主要目标任务\n"

FIGURES = [
    # (where, clause, figure, period, stance)
    (REVIEW, "全市生产总值512.6亿元，增长6.1%。", "6.1%", "2031", "reported"),
    (REVIEW, "财政收入比2030年增长5%。", "5%", "2031", "reported"),
    (REVIEW, "一季度增长3.2%。", "3.2%", "2031Q1", "reported"),
    (REVIEW, "前三季度增长3.2%。", "3.2%", "2031", "reported"),
    (REVIEW, "提前实现茶叶产值达到27亿元的目标。", "27亿元", "2031", "target"),
    (REVIEW, "增速低于预期目标2.7个百分点。", "2.7个百分点", "2031", "reported"),
    (REVIEW, "到2035年，高铁里程达到300公里。", "300公里", "2035", "target"),
    (REVIEW, "今年以来，新开工项目12个。", "12个", "2032", "reported"),
    (FIVE_YEARS, "累计完成投资217亿元。", "217亿元", "2027-2031", "reported"),
    (FIVE_YEARS, "生产总值年均增长6.2%。", "6.2%", "2027-2031", "reported"),
    (FIVE_YEARS, "粮食产量达到20万吨。", "20万吨", "2031", "reported"),
    (FIVE_YEARS, "城乡收入比缩小至1.9。", "1.9", "2031", "reported"),
    (FIVE_YEARS, "新增灵活就业超过7万人。", "7万人", "2027-2031", "reported"),
    (FIVE_YEARS, "公交线路累计达到46条。", "46条", "2031", "reported"),
    (FIVE_YEARS, "花卉产值由2026年的4.6亿元增加到2031年的13.9亿元。", "4.6亿元", "2026", "reported"),
    (FIVE_YEARS, "花卉产值由2026年的4.6亿元增加到2031年的13.9亿元。", "13.9亿元", "2031", "reported"),
    (FIVE_YEARS, "存栏牲畜由12.4万头增加到26.8万头。", "12.4万头", "2026", "reported"),
    (FIVE_YEARS, "存栏牲畜由12.4万头增加到26.8万头。", "26.8万头", "2031", "reported"),
    (FIVE_YEARS, "2031年茶园面积47万亩，是2026年的3.4倍。", "47万亩", "2031", "reported"),
    (FIVE_YEARS, "2031年茶园面积47万亩，是2026年的3.4倍。", "3.4倍", "2031", "reported"),
    (FIVE_YEARS, "2031年茶叶产值38亿元，比2026年增加17亿元，年均增长13%。", "13%", "2027-2031", "reported"),
    (FIVE_YEARS, "茶叶产值38亿元，同比增长6%。", "6%", "2031", "reported"),
    (FIVE_YEARS, "粮食产量达到 20万吨。", "20万吨", "2031", "reported"),
    (REVIEW, "这是渔业大变样的五年。渔民人数累计增长6%。", "6%", "2027-2031", "reported"),
    (REVIEW, "这是渔业大变样的五年。渔船由20艘增加到36艘。", "36艘", "2031", "reported"),
    (REVIEW, "这是渔业大变样的五年。建成渔港3座。去年，建成船闸2座。", "2座", "2031", "reported"),
    (REVIEW, "这是渔业大变样的五年。\n建成渔港3座。", "3座", "2031", "reported"),
    (PLAN, "这是渔业大变样的五年。建成渔港3座。", "3座", "2032", "target"),
    (BOTH, "五年来，修路120公里。\n新建学校15所。", "15所", "2027-2031", "reported"),
    (BOTH, "2028年以来，全市上下团结一心。\n新建学校15所。", "15所", "2028-2031", "reported"),
    (BOTH, "各位代表！五年来，修路120公里。\n新建学校15所。", "15所", "2027-2031", "reported"),
    (BOTH, "全市团结一心。攻坚克难。五年来，修路120公里。修桥3座。", "3座", "2027-2031", "reported"),
    (BOTH, "全市团结一心。攻坚克难。五年来，修路120公里。\n新建医院6所。", "6所", "2027-2031", "reported"),
    (BOTH, "五年来，修路9公里。\n各位代表，刚刚过去的2031年，建港3座。\n办学15所。", "15所", "2031", "reported"),
    (REVIEW, "2028年以来，建成渔港3座。", "3座", "2028-2031", "reported"),
    (PLAN, "生产总值增长6%以上。", "6%", "2032", "target"),
    (PLAN, "去年，全市新增企业28家。", "28家", "2031", "reported"),
    (PLAN, "力争到2035年，森林覆盖率达到57%。", "57%", "2035", "target"),
    (PLAN, "目前已建成充电桩300个。", "300个", "2032", "reported"),
    (LONG_PLAN, "五年累计投资234亿元。", "234亿元", "2032-2036", "target"),
    (LONG_PLAN, "森林覆盖率达到57%。", "57%", "2036", "target"),
    (f"{HEAD}", "全市共有小学15所。", "15所", None, None),
    (f"{HEAD}", "今年，全市的主要预期目标是：粮食产量增长2%。\n茶园面积增长3%。", "3%", "2032", "target"),
]


@pytest.mark.parametrize(("where", "clause", "words", "period", "stance"), FIGURES, ids=range(len(FIGURES)))
def test_figures(where: str, clause: str, words: str, period: str | None, stance: str | None) -> None:
    text = where + clause + "\n"
    assert figure(text, words) == (period, stance)


def test_sentences_carry_the_defaults_of_their_part() -> None:
    text = f"{REVIEW}全市经济平稳。\n我们也清醒认识到，困难不少。\n二、2032年工作安排\n推进产业升级。\n过去一年，国防动员扎实推进。\n"
    expected = {
        "经济平稳": ("2031", "reported"),
        "困难不少": ("2031", "reported"),
        "产业升级": ("2032", "target"),
        "国防动员": ("2031", "reported"),
        "各位代表": (None, "background"),
    }
    for words, (period, stance) in expected.items():
        sentence = sentence_of(text, words)
        assert (sentence.period, sentence.stance) == (period, stance), words


@pytest.mark.parametrize("text", ["5年", " 年", "24年", "年", "\u3000年", "至年"])
def test_a_text_too_short_for_a_year_in_digits(text: str) -> None:
    assert structure(text)["periods"] == []
