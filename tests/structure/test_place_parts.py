"""What full names of places are made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structure_reading import builtin_lists

from policytag.structure.place_parts import PlaceParts

PARTS = PlaceParts(builtin_lists()["places"])

PLACES = """
江苏省徐州市: 江苏省 徐州市
浙江省杭州市萧山区: 浙江省 杭州市 萧山区
重庆市黔江区: 重庆市 黔江区
北京市: 北京市
贵州省: 贵州省
贵州省黔东南苗族侗族自治州: 贵州省 黔东南苗族侗族自治州
贵州省贵阳市云岩区: 贵州省 贵阳市 云岩区
广西防城港市: 广西 防城港市
内蒙古锡林郭勒盟东乌珠穆沁旗: 内蒙古 锡林郭勒盟 东乌珠穆沁旗
四川省乐山市市中区: 四川省 乐山市 市中区
云南省普洱市镇沅彝族哈尼族拉祜族自治县: 云南省 普洱市 镇沅彝族哈尼族拉祜族自治县
重庆市黔江区某某镇: 重庆市 黔江区 某某镇
云水省澄州市: 云水省 澄州市
云水省澄州市青溪县: 云水省 澄州市 青溪县
澄溪区: 澄溪区
全国: 全国
"""


@pytest.mark.parametrize("row", PLACES.strip().splitlines())
def test_parts(row: str) -> None:
    full, expected = row.split(": ")
    assert PARTS.split(full) == tuple(expected.split())


@given(st.text(alphabet="云水澄州市省县区旗镇乡中自治北京重庆黔江", max_size=12))
def test_the_parts_together_are_the_name(full: str) -> None:
    assert "".join(PARTS.split(full)) == full
