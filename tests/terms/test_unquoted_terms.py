"""Official names without quotation marks, and the document's own glossary."""

from __future__ import annotations

import pytest
from term_finding import builtin_lists, candidates, found

from policytag.patterns.wordlists import Entry
from policytag.taggers.terms import TermRules


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("持续实施茶产业跃升三年行动计划,抓增量。", ["茶产业跃升三年行动计划"]),
        ("茶产业跃升三年行动计划全面收官。", ["茶产业跃升三年行动计划"]),
        ("开展全市燃气管道更新专项行动。", ["燃气管道更新专项行动"]),
        ("实施新一轮农村客运提升行动和乡村工匠培育计划。", ["农村客运提升行动", "乡村工匠培育计划"]),
        ("坚决打好臭氧污染防治攻坚战。", ["臭氧污染防治攻坚战"]),
        ("落实十大惠企行动。", ["十大惠企行动"]),
        ("推进退田还湖、退塘还湖。", ["退田还湖", "退塘还湖"]),
        ("实施退耕还林还草。", ["退耕还林还草"]),
        ("完成退工还林、退田还路。", []),
        ("开展四大专项行动。", []),
        ("全面推行河湖长制、田长制。", ["河湖长制", "田长制"]),
        ("实行市长制、家长制。", []),
        ("按照计划推进。", []),
        ("下达年度投资计划。", []),
        ("印发《茶产业跃升三年行动计划》。", []),
        ("印发《溪口市推进茶产业跃升三年行动计划(2021-2023年)》。", []),
        ("全面启动古镇风貌整治大会战。", ["古镇风貌整治大会战"]),
        ("以实际行动践行承诺。", []),
        ("大力实施人才强县战略,引进人才百名。", ["人才强县"]),
        ("继续实施茶旅融合带动战略。", ["茶旅融合带动"]),
        ("深化与三家央企战略合作。", []),
        ("全面落实国家重大战略。", []),
        ("推进农产品加工战略性调整。", []),
        ("实施茶农收入增长计划。", ["茶农收入增长计划"]),
        ("落实退役士兵安置计划。", []),
        ("实施人口和计划生育政策。", []),
        ("全面推进平安武汉、书香武汉建设。", ["平安武汉", "书香武汉"]),
        ("建设美丽新宁夏。", ["美丽新宁夏"]),
        ("实施人文武汉、绿色武汉战略。", ["人文武汉", "绿色武汉"]),
        (
            "深入开展溪谷风貌提升年活动,推进茶园项目攻坚年、机关作风服务年行动。",
            ["溪谷风貌提升年", "茶园项目攻坚年", "机关作风服务年"],
        ),
        ("推进茶园项目建设年度任务,落实茶农收入提升年均目标。", []),
        ("推进爱心宁夏工程走深走实。", ["爱心宁夏"]),
        ("建设绿色宁夏博物馆,举办智慧武汉论坛。", []),
        ("深入实施健康中国宁夏行动。", ["健康中国宁夏行动"]),
        ("健康中国宁夏论坛举行。", []),
        ("实施茶园产能提质行动,推进茶艺传承铸魂工程。", ["茶园产能提质行动", "茶艺传承铸魂工程"]),
        ("茶园产能提质行动结束。", []),
        ("坚持茶业强县战略不动摇。", ["茶业强县"]),
        ("坚持茶业强县、茶旅兴镇和人才立县战略。", ["茶业强县", "茶旅兴镇", "人才立县"]),
        ("推进强县战略,茶业强县成效明显。", []),
        ("深入实施高等院校茶学专业调整三年行动。", ["高等院校茶学专业调整三年行动"]),
        ("茶馆等场所整治三年行动启动。", []),
        ("实施碳达峰宁夏行动。", ["碳达峰宁夏行动"]),
        ("深化绿美武汉建设。", ["绿美武汉"]),
        ("制定并实施茶产业跃升三年行动计划。", ["茶产业跃升三年行动计划"]),
        ("出台并全面落实茶农培育三年行动计划。", ["茶农培育三年行动计划"]),
        ("落实支持意见和本市行动方案。", []),
        ("完成退塘退田还湖和退港还海。", ["退塘退田还湖", "退港还海"]),
        ("办理退休还款手续。", []),
        ("建设美丽乡村。", []),
    ],
)
def test_official_names(text: str, terms: list[str]) -> None:
    assert [text[c["start"] : c["end"]] for c in candidates(text)] == terms


def test_a_break_in_the_line_belongs_to_the_name() -> None:
    text = "过去一年我们坚持稳中求进扎实工作并且深入实施茶产业\n跃升三年行动计划,抓增量。"
    (candidate,) = candidates(text)
    assert text[candidate["start"] : candidate["end"]] == "茶产业\n跃升三年行动计划"


def test_glossary_entries_are_terms() -> None:
    glossary = {"林票制": "以票据表示林地权益。", "“溪畔菁英”人才品牌": "人才计划。", "“1+5”政策:“1”": "主文件。"}
    text = "探索林票制。打响“溪畔菁英”品牌。出台“1+5”文件。"
    assert found(text, glossary) == {
        "林票制": "term.glossary",
        "溪畔菁英": "term.glossary",
        "1+5": "term.glossary",
    }
    assert {c["attributes"]["origin"] for c in candidates(text, glossary)} == {"document"}


def test_lists_of_a_pack_add_to_the_built_in_ones() -> None:
    lists = dict(builtin_lists())
    lists["term_heads"] += (Entry(("大会战",), "mine", "term_heads.txt", 1),)
    lists["term_rejections"] += (Entry(("双塘里",), "mine", "term_rejections.txt", 1),)
    rules = TermRules.from_lists(lists)
    assert found("开足“云上茶”大会战。", rules=rules) == {"云上茶": "term.quoted-head"}
    assert found("建设“双塘里”。", rules=rules) == {}


def test_without_lists_only_shapes_are_left() -> None:
    rules = TermRules.from_lists({})
    assert found("“141”体系和“三治一提”行动、“村事共商”机制", rules=rules) == {
        "141": "term.quoted-code",
        "三治一提": "term.numeral-abbreviation",
    }
