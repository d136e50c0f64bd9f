"""The rows of organizations against ordinary words: a short name must not be seen where one word ends and the next begins."""

from __future__ import annotations

import pytest

import policytag

ORDINARY = """
普通高中免费教育 负担太重 天津西站开通 推广药材种植 宣传音乐文化 云南瑞丽口岸 北京能源转型 上海汽车产业 陕西飞机制造
大众品牌 群众品质生活 东北控制性工程 广东阳光政务 中外运动员 长白山云顶 东岳镇 “金种子”企业 航天能源 发现新大陆
河北奔小康 湖南玻璃 跨海正式通车 建立讯问 关联影响 化石药材 小康佳话 江苏宁波 四川仪陇 招商飞地 系统信息 石首农业
首创维权 幸福光景 串联宝地 宜昌飞机场 大宗申报 洪都大道 金华大力发展新材料 宣传化工新材料 上海亮相科技展 打造中国药谷
我国药物创新 同步长效推进电子 云南网格员 高水平煤化工 与友邦开展金融合作 南海光伏芯片 曙光村发展人工智能 河南网民
市组织部门 省宣传部署 市公安局势 区信访局限 省审计办法 市改革办好 县财经办学 省信访办理 市老干部局长 省发展研究中心城市 推进控股权转让
发展小学教育 开放学校场馆 上市公司治理 跨国公司地区总部 两市政府合作 独资医院试点 市管企业 乡级卫生院改革 高中阶段教育 嘉年华为主题
上海信息港 农牧原料 小微软件企业 宜居宜家宜业 配合中央视察 全国开行班列 税务工商联合执法
"""


@pytest.mark.parametrize("words", ORDINARY.split())
def test_ordinary_words_hold_no_organization(words: str) -> None:
    found = policytag.annotate(f"{words}。").annotations
    assert [annotation.text for annotation in found if annotation.type == "ORG"] == []
