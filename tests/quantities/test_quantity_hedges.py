"""Hedges around quantities and the bounds that they give."""

from __future__ import annotations

import pytest
from quantity_tables import cases, found_in

HEDGES = """
总投资超2400亿元。: 2400亿元=240000000000 元 more_than
总投资超过5亿元。: 5亿元=500000000 元 more_than
房租突破3万元。: 3万元=30000 元 more_than
逾500人。: 500人=500 人 more_than
多于30家。: 30家=30 家 more_than
7000余件。: 7000余件=7000 件 more_than
10多年。: 10多年=10 年 more_than
近500亿元。: 500亿元=50000000000 元 about
接近500亿元。: 500亿元=50000000000 元 about
约占全县5%。: 5%=5 % about
约60万户。: 60万户=600000 户 about
大约60万户。: 60万户=600000 户 about
增长6%左右。: 6%=6 % about
100亩上下。: 100亩=100 亩 about
不低于12%。: 12%=12 % at_least
不少于30人。: 30人=30 人 at_least
至少5个。: 5个=5 个 at_least
力争达到6%以上。: 6%=6 % at_least
2个及以上。: 2个=2 个 at_least
控制在3%以内。: 3%=3 % at_most
降到3.85%以下。: 3.85%=3.85 % at_most
不超过20天。: 20天=20 天 at_most
不足5%。: 5%=5 % less_than
低于5%。: 5%=5 % less_than
不到30分钟。: 30分钟=30 分钟 less_than
少于30人。: 30人=30 人 less_than
节约5万吨。: 5万吨=50000 吨
签约30个。: 30个=30 个
最近3个项目。: 3个=3 个
赶超5家。: 5家=5 家
侦破30起。: 30起=30 起
上升到12位。: 12位=12 位
达到100个、为80个、共60个、累计40个。: 100个=100 个; 80个=80 个; 60个=60 个; 40个=40 个
30个上下游企业。: 30个=30 个
合格率≥90%。: 90%=90 % at_least
合格率>=95%。: 95%=95 % at_least
误差≤5%。: 5%=5 % at_most
误差±5%。: 5%=5 %
浓度＜30微克/立方米。: 30微克/立方米=30 微克/立方米 less_than
"""


@pytest.mark.parametrize(("text", "expected"), cases({"hedges": HEDGES}))
def test_form(text: str, expected: str) -> None:
    assert found_in(text) == expected
