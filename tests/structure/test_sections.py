"""Sections, zones, sentences and the glossary."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structure_reading import sentences, structure

BODY = "这一段写得很长，说的是全市上下一年来怎样把各项工作做实做细，让群众看得见、摸得着。"


def outline(text: str) -> list[str]:
    """The sections of a text as lines: level, number, heading, period, stance."""
    return [
        f"{s['level']} {s['number'] or '-'} {s['heading']} {s['period'] or '-'} {s['stance'] or '-'}"
        for s in structure(text)["sections"]
    ]


HEAD = "2032年青山市政府工作报告\n各位代表：\n现在，我代表市人民政府报告工作。\n"

OUTLINES = {
    "tree": (
        f"{HEAD}一、2031年工作回顾\n{BODY}\n（一）产业更强。{BODY}\n（二）城市更美\n1.道路畅通。{BODY}\n二、2032年工作安排\n{BODY}\n",
        [
            "1 一 2031年工作回顾 2031 reported",
            "2 一 产业更强 2031 reported",
            "2 二 城市更美 2031 reported",
            "3 1 道路畅通 2031 reported",
            "1 二 2032年工作安排 2032 target",
        ],
    ),
    "headings without a number": (
        f"{HEAD}2031年工作回顾\n{BODY}\n一、产业更强\n{BODY}\n二、城市更美\n{BODY}\n2032年工作安排\n{BODY}\n一、做强产业\n{BODY}\n",
        [
            "1 - 2031年工作回顾 2031 reported",
            "2 一 产业更强 2031 reported",
            "2 二 城市更美 2031 reported",
            "1 - 2032年工作安排 2032 target",
            "2 一 做强产业 2032 target",
        ],
    ),
    "run-in headings, points and dashes": (
        f"{HEAD}二、2032年工作安排\n——产业更强。{BODY}\n一是抓项目。{BODY}\n第一，稳增长。{BODY}\n"
        f"打造教育高地。{BODY}\n打造医疗高地。{BODY}\n打造消费高地。{BODY}\n",
        [
            "1 二 2032年工作安排 2032 target",
            "3 - 产业更强 2032 target",
            "3 一 抓项目 2032 target",
            "3 一 稳增长 2032 target",
            "3 - 打造教育高地 2032 target",
            "3 - 打造医疗高地 2032 target",
            "3 - 打造消费高地 2032 target",
        ],
    ),
    "numbers of one character": (
        f"{HEAD}一、2031年工作回顾\n㈠产业更强\n①道路畅通。{BODY}\n②桥梁畅通。{BODY}\n㈡城市更美\n{BODY}\n",
        [
            "1 一 2031年工作回顾 2031 reported",
            "2 ㈠ 产业更强 2031 reported",
            "4 ① 道路畅通 2031 reported",
            "4 ② 桥梁畅通 2031 reported",
            "2 ㈡ 城市更美 2031 reported",
        ],
    ),
    "plan of five years": (
        f"{HEAD.replace('2032', '2026')}一、“十四五”时期工作回顾\n{BODY}\n二、“十五五”时期主要目标\n{BODY}\n三、加强政府自身建设\n{BODY}\n",
        [
            "1 一 “十四五”时期工作回顾 2021-2025 reported",
            "1 二 “十五五”时期主要目标 2026-2030 target",
            "1 三 加强政府自身建设 2026 target",
        ],
    ),
    "headings that do not say": (
        f"{HEAD}一、牢记嘱托，发展迈上新台阶\n2031年是很不平凡的一年。{BODY}\n二、勇担使命，在新征程上走在前列\n"
        f"今年，全市的主要预期目标是：粮食产量增长2%左右。{BODY}\n{BODY}\n三、牢记人民，践行初心\n{BODY}\n",
        [
            "1 一 牢记嘱托，发展迈上新台阶 - -",
            "1 二 勇担使命，在新征程上走在前列 2032 target",
            "1 三 牢记人民，践行初心 2032 target",
        ],
    ),
    "a page that begins in the middle": (
        f"(上接第二版)推进教育改革。{BODY}\n(四)深化改革。{BODY}\n三、全面加强政府自身建设\n2032年，{BODY}\n",
        ["2 四 深化改革 - target", "1 三 全面加强政府自身建设 - target"],
    ),
    "one line": (
        f"{HEAD.replace(chr(10), ' ')} \u3000\u3000一、2031年工作回顾 \u3000\u3000{BODY * 12} \u3000\u3000二、2032年主要任务 \u3000\u3000{BODY * 8}",
        ["1 一 2031年工作回顾 2031 reported", "1 二 2032年主要任务 2032 target"],
    ),
    "a heading cut by a line break": (
        f"{HEAD}二、持续提升政府\n服务能力和水平\n{BODY}\n",
        ["1 二 持续提升政府服务能力和水平 - -"],
    ),
    "a list that begins again inside": (
        f"{HEAD}二、2032年工作安排\n{BODY}\n一、办好养老实事。{BODY}\n二、办好托育实事。{BODY}\n三、加强政府自身建设\n{BODY}\n",
        [
            "1 二 2032年工作安排 2032 target",
            "2 一 办好养老实事 2032 target",
            "2 二 办好托育实事 2032 target",
            "2 三 加强政府自身建设 2032 target",
        ],
    ),
    "figures are no headings": (f"{HEAD}{BODY}\n1.5亿元投向农村。{BODY}\n", []),
}


@pytest.mark.parametrize("name", OUTLINES)
def test_outline(name: str) -> None:
    text, expected = OUTLINES[name]
    assert outline(text) == expected


PAGE = f"""设为首页 收藏本站
上一篇：会议通知
发表于 2032-2-9 10:00
2032年青山市政府工作报告
——2032年1月9日在青山市第三届人民代表大会第一次会议上
各位代表：
一、2031年工作回顾
{BODY}
附件
名词解释
1.“双倍增”行动：企业数量和产值都翻一番的行动。
2．两久：久供未建、久建未完的项目；
即闲置的土地。
附件2
2032年民生实事
一、新建幼儿园3所。
相关链接
版权所有 青山论坛
"""


def test_zones_and_glossary() -> None:
    data = structure(PAGE)
    zones = [(z["kind"], PAGE[z["start"] : z["end"]].splitlines()[0]) for z in data["zones"]]
    assert zones == [
        ("chrome", "设为首页 收藏本站"),
        ("body", "2032年青山市政府工作报告"),
        ("glossary", "附件"),
        ("body", "附件2"),
        ("chrome", "相关链接"),
    ]
    assert [(e["term"], PAGE[e["start"] : e["end"]], e["definition"]) for e in data["glossary"]] == [
        ("“双倍增”行动", "“双倍增”行动", "企业数量和产值都翻一番的行动。"),
        ("两久", "两久", "久供未建、久建未完的项目；\n即闲置的土地。"),
    ]
    chrome = [z for z in data["zones"] if z["kind"] == "chrome"]
    assert not any(z["start"] <= s.start < z["end"] for z in chrome for s in sentences(PAGE))


SENTENCES = [
    ("产业更强。城市更美！路在何方？路在脚下；", ["产业更强。", "城市更美！", "路在何方？", "路在脚下；"]),
    ("推进“一窗受理。一次办结”改革，群众满意。效率更高。", ["推进“一窗受理。一次办结”改革，群众满意。", "效率更高。"]),
    ("新增企业（含外资；含合资）28家。增长5%。", ["新增企业（含外资；含合资）28家。", "增长5%。"]),
    ("落实《办法。细则》要求。好。", ["落实《办法。细则》要求。", "好。"]),
    ("他说：“好。”大家都笑了。", ["他说：“好。”大家都笑了。"]),
    ("没有合上的“引号。下一句。再下一句。", ["没有合上的“引号。", "下一句。", "再下一句。"]),
    ("第一行没有标点\n第二行", ["第一行没有标点", "第二行"]),
    (
        "全市上下全面推进城乡融合发展和基本公共服务均等\n化建设。完成。",
        ["全市上下全面推进城乡融合发展和基本公共服务均等\n化建设。", "完成。"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=range(len(SENTENCES)))
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in sentences(text)] == expected


PIECES = st.sampled_from(
    ["一、", "（一）", "1.", "第一，", "一是", "——", "2031年", "今年", "“十四五”时期", "五年来", "“", "”", "（", "）", "《", "》", "。", "；", "！", "\n",
     "\r\n", "\r", "  ", "\u3000", "\u200b", "[12]", "工作回顾", "工作安排", "各位代表", "名词解释", "：", "附件", "上一篇", "版权所有", "(上接第二版)",
     "市人民政府", "代表", "政府工作报告", "增长5%", "发展", BODY]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join))
def test_whatever_the_text_the_structure_holds_together(text: str) -> None:
    data = structure(text)
    sections, zones = data["sections"], data["zones"]
    assert [z["start"] for z in zones] + [len(text)] * bool(text) == [0] * bool(text) + [z["end"] for z in zones]
    for left, right in itertools.pairwise(sentences(text)):
        assert left.end <= right.start
    for sentence in sentences(text):
        piece = text[sentence.start : sentence.end]
        assert piece == piece.strip()
        assert piece
        if sentence.section is not None:
            section = sections[sentence.section]
            assert section["start"] <= sentence.start < sentence.end <= section["end"]
    for section in sections:
        assert 0 <= section["start"] < section["end"] <= len(text)
        parent = section["parent"]
        if parent is not None:
            above = sections[parent]
            assert above["level"] < section["level"]
            assert above["start"] <= section["start"] < section["end"] <= above["end"]
    roots = [s for s in sections if s["parent"] is None]
    assert all(a["end"] <= b["start"] for a, b in itertools.pairwise(roots))
    for name in ("glossary", "periods"):
        for entry in data[name]:
            assert entry.get("text", entry.get("term")) == text[entry["start"] : entry["end"]]
