"""Numbers that are no quantities: dates, ordinals, numbers in names, idioms."""

from __future__ import annotations

import pytest
from quantity_tables import cases, found_in

NOT_QUANTITIES = """
2025年2月28日: none
二〇二五年二月: none
自10月以来: none
1—11月完成: none
2023-2027年规划: none
到2030年: none
“十四五”规划: none
五年来: none
过去五年: none
前三季度: none
前10个月: none
上半年: none
创近三年新高: none
实施三年行动: none
五年提升计划: none
长江十年禁渔: none
第五届大会: none
八届三次、四次、六次全会: none
第一产业: none
第一、第二产业: none
第三轮督察: none
坚持质量第一: none
把安全放在第一位: none
第一，抓产业；: none
4、6、7号地块: none
2、11号线: none
二期工程: none
141航校: none
301医院: none
G319国道: none
10号线: none
PM2.5平均浓度: none
PM2.5、PM10年均浓度: none
5A级景区: none
K29广场: none
ISO9001认证: none
5G基站: none
十天高速公路: none
1类创新药获批: none
国家1.1类新药获批: none
二级以上、3类医疗器械: none
“溪味360碗”品牌: none
“溪味３６０碗”品牌: none
C919客机: none
拨打12345热线: none
电话010-12345678: none
时间：2004-03-25: none
9:00-18:00: none
渝府发〔2024〕5号: none
“四改三”: none
“135”体系: none
“3+2”产业: none
“1+2+N”体系: none
“三个革命”: none
坚持三个代表: none
（1）加快: none
1.加快建设: none
三、工作安排: none
产业集群［1］: none
千方百计: none
千家万户: none
零增长: none
位于北纬30度15分、东经106度20分32秒: none
东经105度至106度、北纬28.5—30度: none
过半: none
一半以上: none
一个: none
一批: none
首位: none
万人有效发明专利: none
每千人口: none
十大工程: none
三级网络: none
1.2.3: none
4G/5G: none
24/7: none
市四家班子领导: none
县四套班子成员: none
五套班子: none
四大家领导: none
两个文明建设: none
四个现代化: none
一个中心、两个基本点: none
高新区五年累计: none
三年多来: none
98年底: none
77626部队: none
成千上万名: none
第三至五条: none
第一至第三季度: none
国办发[2010]12号: none
根据第十三条规定: none
第三十一条第二款: none
“百千万”工程: none
“1+6+N”: none
拨打110、119、120: none
2.0版: none
4K、8K超高清: none
5G-A: none
Q3: none
邮编400010: none
手机13812345678: none
211、985高校: none
第十八中学: none
千岛湖、百色、万州、三亚、六盘水: none
上世纪90年代: none
百日攻坚: none
万村千乡: none
三甲医院: none
二级公路: none
"""


@pytest.mark.parametrize(("text", "expected"), cases({"not": NOT_QUANTITIES}))
def test_form(text: str, expected: str) -> None:
    assert found_in(text) == expected
