"""The head of a report: what it says, and None for what it does not say."""

from __future__ import annotations

from typing import Any

import pytest
from structure_reading import meta, structure

OPENING = "各位代表：\n现在，我代表{}向大会报告工作，请予审议。\n"

HEADS: list[tuple[str, dict[str, Any]]] = [
    (
        "2032年重庆市永川区人民政府工作报告\n——2032年2月3日在重庆市永川区第二十届人民代表大会第四次会议上\n"
        "重庆市永川区人民政府代理区长 林若川\n" + OPENING.format("区人民政府"),
        {
            "title": "2032年重庆市永川区人民政府工作报告",
            "place": "重庆市永川区",
            "level": "county",
            "issuer": "重庆市永川区人民政府",
            "year": 2032,
            "date": "2032-02-03",
            "speaker": "重庆市永川区人民政府代理区长 林若川",
        },
    ),
    (
        "政 府 工 作 报 告\r\n\r\n----2032年1月9日在濮阳市第九届人民代表大会第六次会议上\r\n\r\n市长\u3000\u3000何 平\r\n\r\n"
        + OPENING.format("市人民政府"),
        {
            "title": "政 府 工 作 报 告",
            "place": "河南省濮阳市",
            "level": "city",
            "issuer": "濮阳市人民政府",
            "year": 2032,
            "date": "2032-01-09",
            "speaker": "市长 何平",
        },
    ),
    (
        "2032年西藏政府工作报告\n来源：青山日报\n2032年1月19日在西藏自治区第十四届人民代表大会第六次会议上自治区主席何平作政府工作报告。\n"
        + OPENING.format("自治区人民政府"),
        {
            "title": "2032年西藏政府工作报告",
            "place": "西藏自治区",
            "level": "province",
            "issuer": "西藏自治区人民政府",
            "year": 2032,
            "date": "2032-01-19",
            "speaker": "自治区主席 何平",
        },
    ),
    (
        "政府工作报告\n\n——2032年3月5日在第十六届全国人民代表大会第五次会议上\n\n国务院总理\u3000\n何平\n\n" + OPENING.format("国务院"),
        {
            "title": "政府工作报告",
            "place": "全国",
            "level": "national",
            "issuer": "国务院",
            "year": 2032,
            "date": "2032-03-05",
            "speaker": "国务院总理 何平",
        },
    ),
    ("上海市市长\u3000何平 " + OPENING.format("上海市人民政府"), {
        "place": "上海市", "level": "province", "issuer": "上海市人民政府", "speaker": "上海市市长 何平",
    }),
    (OPENING.format("市人民政府") + "一、2031年工作回顾\n全市经济平稳。\n", {"year": 2032}),
    (OPENING.format("市人民政府") + "一、“十四五”时期工作回顾\n全市经济平稳。\n", {"year": 2026}),
    (OPENING.format("区人民政府") + "一、工作回顾\n全区经济平稳。\n三、2032年主要任务\n做好工作。\n", {"year": 2032}),
    (
        OPENING.format("市人民政府") + "一、过去五年工作回顾\n2030年全市粮食总产83万吨，比2025年多9万吨。\n",
        {"year": 2031},
    ),
    (OPENING.format("市人民政府") + "一、过去五年工作回顾\n全市经济平稳，2028年建成大桥。\n", {}),
    ("我们要打造交通枢纽，新增航线3条，推进高铁建设。\n", {}),
    ("石桥镇2032年政府工作报告\n" + OPENING.format("镇政府"), {
        "title": "石桥镇2032年政府工作报告", "place": "石桥镇", "level": "town", "issuer": "石桥镇人民政府", "year": 2032,
    }),
    ("# 云溪县2032年政府工作报告\n\n" + OPENING.format("县政府") + "\n## 一、2031年工作回顾\n", {
        "title": "云溪县2032年政府工作报告", "place": "云溪县", "level": "county", "issuer": "云溪县人民政府", "year": 2032,
    }),
    ("2032年青山县云泉镇政府工作报告\n" + OPENING.format("镇政府"), {
        "title": "2032年青山县云泉镇政府工作报告", "place": "青山县云泉镇", "level": "town", "issuer": "青山县云泉镇人民政府", "year": 2032,
    }),
    (
        OPENING.format("市人民政府") + "韶关迈上新台阶。广州、深圳支持韶关。韶关人民干劲十足。韶关的明天更美好！\n",
        {"place": "广东省韶关市", "level": "city", "issuer": "韶关市人民政府"},
    ),
    (OPENING.format("市人民政府") + "学习广州经验，对接广州，服务深圳，融入深圳。\n", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HEADS, ids=range(len(HEADS)))
def test_head(text: str, expected: dict[str, Any]) -> None:
    assert meta(text) == expected


@pytest.mark.parametrize(("text", "expected"), HEADS[:5], ids=range(5))
def test_evidence_is_where_the_words_are(text: str, expected: dict[str, Any]) -> None:
    spans = structure(text)["meta"]["spans"]
    assert set(spans) == set(expected)
    for name, (start, end) in spans.items():
        assert 0 <= start < end <= len(text), name
    for name in ("title",):
        if name in spans:
            assert text[slice(*spans[name])] == expected[name]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("海拉尔区", "内蒙古呼伦贝尔市海拉尔区"),  # the only one of the name
        ("和平区", "和平区"),  # several: not completed
        ("天津市和平区", "天津市和平区"),
        ("防城港市", "广西防城港市"),
        ("内蒙古自治区", "内蒙古自治区"),
        ("宁夏", "宁夏回族自治区"),
    ],
)
def test_places_are_completed_only_where_the_list_is_unambiguous(name: str, place: str) -> None:
    assert meta(f"2032年{name}政府工作报告\n各位代表：\n")["place"] == place


def test_a_place_of_ones_own() -> None:
    text = "2032年澄溪区政府工作报告\n各位代表：\n"
    assert structure(text)["meta"]["place"] == "澄溪区"
    assert structure(text, {"places": ["澄溪区\t江澜省临澜市澄溪区\tcounty"]})["meta"]["place"] == "江澜省临澜市澄溪区"
