"""Tables in a text: what the head of a column says of the figures under it."""

from __future__ import annotations

import pytest

import policytag

HEAD = "云溪区2025年政府工作报告\n二、2025年工作安排\n"
TABLES: list[tuple[str, list[tuple[str, str, str, str | None, str | None]]]] = [
    (
        "指标\t2024年完成\t2025年目标\n茶叶产值\t6亿元\t7亿元\n渔业税收增长\t6.3%\t7%\n",
        [
            ("6亿元", "茶叶产值", "level", "2024", "reported"),
            ("7亿元", "茶叶产值", "level", "2025", "target"),
            ("6.3%", "渔业税收", "growth", "2024", "reported"),
            ("7%", "渔业税收", "growth", "2025", "target"),
        ],
    ),
    (
        "指标\t2030年目标\n茶园面积\t36万亩\n\n茶园面积达到30万亩。\n",
        [("36万亩", "茶园面积", "level", "2030", "target"), ("30万亩", "茶园面积", "level", "2025", "target")],
    ),
    (
        "| | 2024年完成 | 2025年目标 |\n|---|---:|---:|\n| 茶叶产值 | 6亿元 | 7亿元 |\n",
        [("6亿元", "茶叶产值", "level", "2024", "reported"), ("7亿元", "茶叶产值", "level", "2025", "target")],
    ),
    ("茶园面积\t36万亩\n渔港\t12座\n", [("36万亩", "茶园面积", "level", "2025", "target"), ("12座", "渔港", "level", "2025", "target")]),
    ("2024年茶园面积36万亩\t2025年茶园面积40万亩\n渔港\t12座\n", [
        ("36万亩", "茶园面积", "level", "2024", "reported"),
        ("40万亩", "茶园面积", "level", "2025", "target"),
        ("12座", "渔港", "level", "2025", "target"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), TABLES)
def test_the_head_of_a_column(table: str, expected: list[tuple[str, str, str, str | None, str | None]]) -> None:
    facts = policytag.annotate(HEAD + table).facts
    assert [(f.quantity.text, f.indicator.text, f.measure, f.period, f.stance) for f in facts] == expected


def test_the_cell_of_the_period_is_the_head() -> None:
    text = HEAD + "指标\t今年目标\n茶叶产值\t7亿元\n"
    fact = policytag.annotate(text).facts[0]
    assert text[slice(*fact.cells["period"])] == "今年"
