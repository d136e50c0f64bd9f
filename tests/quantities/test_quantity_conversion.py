"""Units: conversion, the table, and tables of one's own."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import get_args

import pytest
from quantity_finding import builtin_lists, finder

from policytag.annotations import Dimension
from policytag.errors import UnitError
from policytag.patterns.wordlists import Entry
from policytag.taggers.quantities import QuantityRules
from policytag.taggers.quantities.conversion import builtin_units, convert, convert_fields


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        ("15", "亩", "公顷", "1"),
        ("1", "公顷", "亩", "15"),
        ("28640000000", "元", "亿元", "286.4"),
        ("3", "万元", "元", "30000"),
        ("2.5", "平方公里", "平方米", "2500000"),
        ("1200", "斤", "公斤", "600"),
        ("3", "担", "斤", "300"),
        ("350000000", "度", "万千瓦时", "35000"),
        ("25", "基点", "百分点", "0.25"),
        ("3", "‰", "%", "0.3"),
        ("2", "千米", "米", "2000"),
        ("1.5", "小时", "分钟", "90"),
        ("2", "年", "个月", "24"),
        ("35", "微克/立方米", "毫克/立方米", "0.035"),
        ("1", "亩", "平方米", "666.6666666666666666666666667"),
    ],
)
def test_conversion(value: str, unit: str, to: str, expected: str) -> None:
    with localcontext() as context:
        context.prec = 3  # the caller's context changes nothing
        assert convert(Decimal(value), unit, to, builtin_units()) == Decimal(expected)


@pytest.mark.parametrize(
    ("unit", "to", "message"),
    [
        ("元", "亩", "元 is money, 亩 is area"),
        ("元", "美元", "no relation"),
        ("元", "哈勃", "no unit of the built-in unit table"),
        (None, "元", "has no unit"),
    ],
)
def test_what_does_not_convert(unit: str | None, to: str, message: str) -> None:
    with pytest.raises(UnitError, match=message):
        convert_fields(unit, to, Decimal(1), None, None)


def test_fields_of_a_range() -> None:
    assert convert_fields("元", "亿元", None, Decimal("1000000000"), Decimal("2000000000")) == {
        "value": None,
        "low": Decimal("10"),
        "high": Decimal("20"),
        "unit": "亿元",
    }


def test_every_unit_of_the_table_has_a_dimension_and_relations_that_end() -> None:
    table = builtin_units()
    for name, unit in table.units.items():
        assert unit.dimension in get_args(Dimension)
        assert convert(Decimal(7), name, name, table) == 7


def test_a_list_of_ones_own_adds_units_and_spellings() -> None:
    lists = {name: list(entries) for name, entries in builtin_lists().items()}
    lists["units"] += [
        Entry(("蒙古包", "毡包", "count"), "mine", "units.txt", 1),
        Entry(("亩", "市亩"), "mine", "units.txt", 2),
    ]
    find = finder(QuantityRules.from_lists({name: tuple(entries) for name, entries in lists.items()}))
    found = find("新建30毡包，改良2万市亩草场。")
    assert [(q["text"], q["unit"], q["dimension"]) for q in found] == [
        ("30毡包", "蒙古包", "count"),
        ("2万市亩", "亩", "area"),
    ]


def test_without_lists_only_what_needs_none_is_found() -> None:
    find = finder(QuantityRules.from_lists({}))
    assert [q["text"] for q in find("完成30家，增长5%，结构为1.2:3.4，居全市第一。")] == ["1.2:3.4", "第一"]
