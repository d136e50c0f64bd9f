"""What is read from made-up sentences: indicator, measure, signed value; period and stance."""

from __future__ import annotations

import pytest
from fact_reading import Row, rows

import policytag

HEADLINES: list[tuple[str, list[Row]]] = [
    (
        "全年地区生产总值393.5亿元、增长5.4%，固定资产投资下降2.1%。",
        [
            ("393.5亿元", "地区生产总值", "level", "39350000000"),
            ("5.4%", "地区生产总值", "growth", "5.4"),
            ("2.1%", "固定资产投资", "growth", "-2.1"),
        ],
    ),
    (
        "进出口总额增长9.3%（达到74.6亿元、占全省8%）、居全市第1。",
        [
            ("9.3%", "进出口总额", "growth", "9.3"),
            ("74.6亿元", "进出口总额", "level", "7460000000"),
            ("8%", "进出口总额", "share", "8"),
            ("第1", "进出口总额", "rank", "1"),
        ],
    ),
    ("规上工业实现增加值80亿元。", [("80亿元", "规上工业增加值", "level", "8000000000")]),
    ("城镇调查失业率控制在5.5%以内。", [("5.5%", "城镇调查失业率", "level", "5.5")]),
    ("地区生产总值增速达到6%左右。", [("6%", "地区生产总值", "growth", "6")]),
    ("人口自然增长率3.2‰。", [("3.2‰", "人口自然增长率", "level", "3.2")]),
    ("出台工业稳增长八条措施。", [("八条", "措施", "level", "8")]),
    ("确保增长6%。", []),
    ("围绕建成区人口达到40万人。", [("40万人", "建成区人口", "level", "400000")]),
    ("妥善应对12次强降雨和3次台风。", [("12次", "强降雨", "other", "12"), ("3次", "台风", "other", "3")]),
    ("完成1个区级、4个街道养老中心建设。", [("1个", "区级", "other", "1"), ("4个", "街道养老中心", "other", "4")]),
    ("15项“两年见效”项目投用。", [("15项", "“两年见效”项目", "added", "15")]),
    ("打造“三公里”就业圈。", []),
    ("走过了奋进的“黄金十年”。", []),
    ("为65岁以上老人免费体检。", []),
    ("人均预期寿命达到80.5岁。", [("80.5岁", "人均预期寿命", "level", "80.5")]),
    (
        "签约资金40亿元，到位资金20亿元，同比分别增长7.5%、9.2%。",
        [
            ("40亿元", "签约资金", "level", "4000000000"),
            ("20亿元", "到位资金", "level", "2000000000"),
            ("7.5%", "签约资金", "growth", "7.5"),
            ("9.2%", "到位资金", "growth", "9.2"),
        ],
    ),
    ("粮食、油料、蔬菜产量分别增长3%、4%。", []),
    (
        "二氧化硫、氮氧化物排放量分别下降5%和4%，20个城市颗粒物（PM2.5）浓度下降9%。",
        [
            ("5%", "二氧化硫排放量", "growth", "-5"),
            ("4%", "氮氧化物排放量", "growth", "-4"),
            ("20个", "城市颗粒物", "other", "20"),
            ("9%", "城市颗粒物（PM2.5）浓度", "growth", "-9"),
        ],
    ),
    (
        "光伏、风电“双子星”出口总额增长8%。",
        [("8%", "光伏出口总额", "growth", "8"), ("8%", "风电“双子星”出口总额", "growth", "8")],
    ),
    ("开发岗位30个，“三公里”就业圈实现全覆盖。", [("30个", "岗位", "added", "30")]),
]
COORDINATION: list[tuple[str, list[Row]]] = [
    (
        "第二产业、第三产业增加值分别增长6.8%、6.6%，分别居全市第3、第4。",
        [
            ("6.8%", "第二产业增加值", "growth", "6.8"),
            ("6.6%", "第三产业增加值", "growth", "6.6"),
            ("第3", "第二产业增加值", "rank", "3"),
            ("第4", "第三产业增加值", "rank", "4"),
        ],
    ),
    (
        "货运量、货值均增长15%。",
        [("15%", "货运量", "growth", "15"), ("15%", "货值", "growth", "15")],
    ),
    (
        "肉、蛋、奶产量分别增长3%、4%和5%。",
        [("3%", "肉产量", "growth", "3"), ("4%", "蛋产量", "growth", "4"), ("5%", "奶产量", "growth", "5")],
    ),
    (
        "农业、工业增加值分别增长3%、4%。",
        [("3%", "农业增加值", "growth", "3"), ("4%", "工业增加值", "growth", "4")],
    ),
    (
        "第一、第二产业增加值分别增长1%、2%。",
        [("1%", "第一产业增加值", "growth", "1"), ("2%", "第二产业增加值", "growth", "2")],
    ),
    (
        "接待游客430万人次，旅游收入6.5亿元，分别增长17%和25%。",
        [
            ("430万人次", "接待游客", "level", "4300000"),
            ("6.5亿元", "旅游收入", "level", "650000000"),
            ("17%", "接待游客", "growth", "17"),
            ("25%", "旅游收入", "growth", "25"),
        ],
    ),
    (
        "养老保险、医疗保险参保率稳定在95%以上。",
        [("95%", "养老保险参保率", "level", "95"), ("95%", "医疗保险参保率", "level", "95")],
    ),
]
DIRECTIONS: list[tuple[str, list[Row]]] = [
    ("工业投资增速低于预期目标1.6个百分点。", [("1.6个百分点", "工业投资", "gap", "-1.6")]),
    ("居民收入增速高于全国平均水平1.2个百分点。", [("1.2个百分点", "居民收入", "gap", "1.2")]),
    ("压减企业25家。", [("25家", "企业", "growth", "-25")]),
    (
        "税收收入由2010年的5亿元增加到2015年的9亿元。",
        [("5亿元", "税收收入", "level", "500000000"), ("9亿元", "税收收入", "level", "900000000")],
    ),
    (
        "旅游收入达到69亿元，是2010年的2.6倍，比2010年增加40亿元。",
        [
            ("69亿元", "旅游收入", "level", "6900000000"),
            ("2.6倍", "旅游收入", "ratio", "2.6"),
            ("40亿元", "旅游收入", "growth", "4000000000"),
        ],
    ),
    ("单位生产总值能耗下降3%—4%。", [("3%—4%", "单位生产总值能耗", "growth", "-4..-3")]),
    ("非公经济增加值占生产总值的41%。", [("41%", "非公经济增加值", "share", "41")]),
    (
        "PM2.5浓度改善7.9%，优良天数比例改善2个百分点。",
        [("7.9%", "PM2.5浓度", "growth", "-7.9"), ("2个百分点", "优良天数比例", "growth", "2")],
    ),
    ("PM2.5平均浓度改善为31微克/立方米。", [("31微克/立方米", "PM2.5平均浓度", "level", "31")]),
    ("压减会议经费15%。", [("15%", "会议经费", "growth", "-15")]),
    ("研发支出与生产总值之比达到2.1%。", [("2.1%", "研发支出与生产总值之比", "level", "2.1")]),
    ("教育支出占地区生产总值比例超过4%。", [("4%", "教育支出占地区生产总值比例", "share", "4")]),
    (
        "林业产值9亿元，占农业产值的比重达到12%。",
        [("9亿元", "林业产值", "level", "900000000"), ("12%", "林业产值占农业产值的比重", "share", "12")],
    ),
    (
        "民生支出6亿元，占地方财政支出的47%。",
        [("6亿元", "民生支出", "level", "600000000"), ("47%", "民生支出", "share", "47")],
    ),
    ("城市竞争力居全国前1%。", [("1%", "城市竞争力", "rank", "1")]),
    ("三次产业结构调整为5∶40∶55。", [("5∶40∶55", "三次产业结构", "ratio", "5:40:55")]),
]
COUNTS: list[tuple[str, list[Row]]] = [
    (
        "新增高新技术企业28家、科技型企业241家。",
        [("28家", "高新技术企业", "added", "28"), ("241家", "科技型企业", "added", "241")],
    ),
    ("成立5个镇级合作社。", [("5个", "镇级合作社", "added", "5")]),
    ("云水大道、河滨公园等4个重点项目投产。", [("4个", "重点项目", "added", "4")]),
    ("新建2个车站、3个码头。", [("2个", "车站", "added", "2"), ("3个", "码头", "added", "3")]),
    ("开工建设环湖路、5座桥梁。", [("5座", "桥梁", "added", "5")]),
    ("筹建6万套（间）保障性住房。", [("6万套", "保障性住房", "added", "60000")]),
    ("为300名老人发放补贴。", [("300名", "老人", "other", "300")]),
    ("建成5处省级以上遗址公园。", [("5处", "省级以上遗址公园", "added", "5")]),
    ("建成8个社区就业服务站。", [("8个", "社区就业服务站", "added", "8")]),
    ("90%的园区达到二级、80%的煤矿达到一级。", [("90%", "园区", "share", "90"), ("80%", "煤矿", "share", "80")]),
    ("12条黑臭水体整治清零。", [("12条", "黑臭水体", "other", "12")]),
    ("改造老旧小区79个。", [("79个", "改造老旧小区", "level", "79")]),
    ("发放创业贷款1.2亿元。", [("1.2亿元", "创业贷款", "level", "120000000")]),
    ("城镇新增就业1.5万人。", [("1.5万人", "城镇新增就业", "added", "15000")]),
    ("建成垃圾分类先锋村（社区）19个。", [("19个", "垃圾分类先锋村（社区）", "added", "19")]),
    ("签约项目投资额50亿元。", [("50亿元", "签约项目投资额", "level", "5000000000")]),
    ("90%的行政村通了班车。", [("90%", "行政村", "share", "90")]),
    ("税收收入连续17年增长。", [("17年", "税收收入", "duration", "17")]),
]


@pytest.mark.parametrize(("text", "expected"), HEADLINES + COORDINATION + DIRECTIONS + COUNTS)
def test_facts_of_a_sentence(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


REPORT = """云溪区2025年政府工作报告
一、2024年工作回顾
地区生产总值增长5.4%。2023年税收收入5亿元。
二、2025年工作安排
地区生产总值增长7%，力争到2030年税收收入达到9亿元。
"""


def test_period_and_stance_come_from_the_structure() -> None:
    report = policytag.annotate(REPORT)
    found = [(q.text, q.period, q.stance) for q in report.quantities]
    assert found == [
        ("5.4%", "2024", "reported"),
        ("5亿元", "2023", "reported"),
        ("7%", "2025", "target"),
        ("9亿元", "2030", "target"),
    ]
    assert {fact.place for fact in report.facts} == {report.meta.place}


PLACES: list[tuple[str, list[tuple[str, str | None, str | None]]]] = [
    (
        "澄溪区地区生产总值增长5%、居全市第2，税收收入增长6%。",
        [("地区生产总值", "澄溪区", "澄溪区"), ("地区生产总值", "澄溪区", "澄溪区"), ("税收收入", None, None)],
    ),
    (
        "其中，重庆市黔江区新增企业5家、个体工商户8家。",
        [("企业", "重庆市黔江区", "重庆市黔江区"), ("个体工商户", "重庆市黔江区", "重庆市黔江区")],
    ),
    (
        "铜川市粮食、蔬菜产量分别增长3%、4%。",
        [("粮食产量", "陕西省铜川市", "铜川市"), ("蔬菜产量", "陕西省铜川市", "铜川市")],
    ),
    (
        "重庆市黔江区、江津区和铜川市税收收入增长5%。",
        [("税收收入", "重庆市黔江区、重庆市江津区、陕西省铜川市", "重庆市黔江区、江津区和铜川市")],
    ),
    ("园区产值增长5%。", [("园区产值", None, None)]),
    ("示范县财政收入增长5%。", [("示范县财政收入", None, None)]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_the_place_at_the_beginning_of_a_clause(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    facts = policytag.annotate(text).facts
    cells = [text[slice(*fact.cells["place"])] if "place" in fact.cells else None for fact in facts]
    assert [(f.indicator.text, f.place, cell) for f, cell in zip(facts, cells, strict=True)] == expected


def test_a_row_names_an_indicator(tmp_path_factory: pytest.TempPathFactory) -> None:
    pack = tmp_path_factory.mktemp("pack")
    row = (
        '{"label": "INDICATOR", "pattern": "生产总值", "id": "indicator.gdp", "entity": "gdp", "name": "地区生产总值"}'
    )
    (pack / "indicators.jsonl").write_text(row + "\n", encoding="utf-8")
    report = policytag.annotate("全市生产总值增长5%。", nlp=policytag.load(packs=[str(pack)]))
    indicator = report.facts[0].indicator
    assert (indicator.text, indicator.name, indicator.entity) == ("生产总值", "地区生产总值", "gdp")


def test_a_word_of_a_users_list_is_known(tmp_path_factory: pytest.TempPathFactory) -> None:
    pack = tmp_path_factory.mktemp("pack")
    (pack / "fact_leads.txt").write_text("喜迎\tadded\n", encoding="utf-8")
    report = policytag.annotate("喜迎新市民300人。", nlp=policytag.load(packs=[str(pack)]))
    assert [(f.indicator.text, f.measure) for f in report.facts] == [("新市民", "added")]


def test_the_words_that_decided_are_kept() -> None:
    text = "2024年工业投资下降3%。"
    fact = policytag.annotate(text).facts[0]
    start, end = fact.cells["measure"]
    assert text[start:end] == "下降"
    assert fact.evidence.tagger == "facts"
