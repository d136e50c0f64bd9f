"""What is read from made-up sentences: indicator, measure, signed value; period and stance."""

from __future__ import annotations

import pytest
from fact_reading import Row, builtin_rules, rows

import policytag
from policytag.facts.names import own_names

HEADLINES: list[tuple[str, list[Row]]] = [
    (
        "全年地区生产总值286.4亿元、增长6.3%，固定资产投资下降2.1%。",
        [
            ("286.4亿元", "地区生产总值", "level", "28640000000"),
            ("6.3%", "地区生产总值", "growth", "6.3"),
            ("2.1%", "固定资产投资", "growth", "-2.1"),
        ],
    ),
    (
        "客运总收入增长8.9%（达到41.9亿元、占全省7%）、居全市第2。",
        [
            ("8.9%", "客运总收入", "growth", "8.9"),
            ("41.9亿元", "客运总收入", "level", "4190000000"),
            ("7%", "客运总收入", "share", "7"),
            ("第2", "客运总收入", "rank", "2"),
        ],
    ),
    ("规上工业实现增加值80亿元。", [("80亿元", "规上工业增加值", "level", "8000000000")]),
    ("返贫率控制在0.4%以内。", [("0.4%", "返贫率", "level", "0.4")]),
    ("地区生产总值增速达到6%左右。", [("6%", "地区生产总值", "growth", "6")]),
    ("人口自然增长率4.7‰。", [("4.7‰", "人口自然增长率", "level", "4.7")]),
    ("出台工业稳增长八条措施。", [("八条", "措施", "level", "8")]),
    ("确保增长6%。", []),
    ("围绕建成区人口达到40万人。", [("40万人", "建成区人口", "level", "400000")]),
    ("建成区医院3所。", [("3所", "建成区医院", "level", "3")]),
    ("建成区电网12座。", [("12座", "建成区电网", "level", "12")]),
    ("建成区海绵化面积30平方公里。", [("30平方公里", "建成区海绵化面积", "level", "30")]),
    ("建成区级养老中心3个。", [("3个", "区级养老中心", "added", "3")]),
    ("妥善应对12次强降雨和3次台风。", [("12次", "强降雨", "other", "12"), ("3次", "台风", "other", "3")]),
    ("完成1个区级、4个街道养老中心建设。", [("1个", "区级", "other", "1"), ("4个", "街道养老中心", "other", "4")]),
    ("15项“两年见效”项目投用。", [("15项", "“两年见效”项目", "added", "15")]),
    ("打造“三公里”就业圈。", []),
    ("走过了奋进的“黄金十年”。", []),
    ("请65岁以上居民接种疫苗。", []),
    ("人均预期寿命达到80.5岁。", [("80.5岁", "人均预期寿命", "level", "80.5")]),
    (
        "水费收入30万元，电费收入80万元，同比分别增长6.3%、9.2%。",
        [
            ("30万元", "水费收入", "level", "300000"),
            ("80万元", "电费收入", "level", "800000"),
            ("6.3%", "水费收入", "growth", "6.3"),
            ("9.2%", "电费收入", "growth", "9.2"),
        ],
    ),
    ("花卉、蚕茧、药材产量分别增长3%、4%。", []),
    (
        "红砖、石灰产量分别下降5%和4%，20个乡镇扬尘（TSP）浓度下降9%。",
        [
            ("5%", "红砖产量", "growth", "-5"),
            ("4%", "石灰产量", "growth", "-4"),
            ("20个", "乡镇扬尘", "other", "20"),
            ("9%", "乡镇扬尘（TSP）浓度", "growth", "-9"),
        ],
    ),
    (
        "光伏、风电“双子星”出口总额增长8%。",
        [("8%", "光伏出口总额", "growth", "8"), ("8%", "风电“双子星”出口总额", "growth", "8")],
    ),
    ("开发岗位30个，“三公里”就业圈实现全覆盖。", [("30个", "岗位", "added", "30")]),
]
EDGES: list[tuple[str, list[Row]]] = [
    ("云溪区税收收入6亿元，澄溪区增长5%、居第2。", [("6亿元", "税收收入", "level", "600000000")]),
    ("获评市级一等奖1项、二等奖3项。", [("1项", "市级一等奖", "level", "1"), ("3项", "二等奖", "level", "3")]),
    ("颁发2个一等奖。", [("2个", "一等奖", "other", "2")]),
    ("答复建议80件和提案35件。", [("80件", "答复建议", "level", "80"), ("35件", "提案", "level", "35")]),
    ("建成5个和美乡村。", [("5个", "和美乡村", "added", "5")]),
    ("新增3座并网茶厂。", [("3座", "并网茶厂", "added", "3")]),
    ("茶厂用电负荷饱和2万次。", [("2万次", "茶厂用电负荷饱和", "level", "20000")]),
    ("渔民人均达到6200元。", [("6200元", "渔民人均", "level", "6200")]),
    ("城镇失业率平均为5.1%。", [("5.1%", "城镇失业率", "level", "5.1")]),
    ("公租房基本建成700套。", [("700套", "公租房", "added", "700")]),
    ("首批40家工厂入驻。", [("40家", "工厂", "added", "40")]),
    ("20个两省共建重点项目达标。", [("20个", "两省共建重点项目", "other", "20")]),
    ("推进30个整体提升项目。", [("30个", "整体提升项目", "other", "30")]),
    ("推进9个数字化转型示范区建设。", [("9个", "数字化转型示范区", "other", "9")]),
    ("消防安全连续5年未发生事故。", []),
    ("用两年时间让旧貌换新颜。", []),
    ("花卉产值增长8%，原定三年完成的任务提前完成。", [("8%", "花卉产值", "growth", "8")]),
    ("花卉产值五年增长8%。", [("8%", "花卉产值", "growth", "8")]),
    (
        "新增国家和省级示范园各3个。",
        [("3个", "国家示范园", "added", "3"), ("3个", "省级示范园", "added", "3")],
    ),
    ("打造15分钟便民生活圈。", [("15分钟", "便民生活圈", "duration", "15")]),
    ("水质指数排名北部五市第一，300人实现就业。", [("第一", "水质指数", "rank", "1")]),
]
DIRECTIONS: list[tuple[str, list[Row]]] = [
    ("工业用电增速低于预期目标2.7个百分点。", [("2.7个百分点", "工业用电", "gap", "-2.7")]),
    ("茶叶出口增速高于全国平均水平3.4个百分点。", [("3.4个百分点", "茶叶出口", "gap", "3.4")]),
    ("压减企业25家。", [("25家", "企业", "growth", "-25")]),
    (
        "花卉产值由2026年的4亿元增加到2031年的9亿元。",
        [("4亿元", "花卉产值", "level", "400000000"), ("9亿元", "花卉产值", "level", "900000000")],
    ),
    (
        "茶叶产值达到47亿元，是2026年的3.4倍，比2026年增加33亿元。",
        [
            ("47亿元", "茶叶产值", "level", "4700000000"),
            ("3.4倍", "茶叶产值", "ratio", "3.4"),
            ("33亿元", "茶叶产值", "growth", "3300000000"),
        ],
    ),
    ("单位生产总值能耗下降3%—4%。", [("3%—4%", "单位生产总值能耗", "growth", "-4..-3")]),
    ("林下经济产值占农业产值的38%。", [("38%", "林下经济产值", "share", "38")]),
    (
        "PM2.5浓度改善6.7%，优良天数比例改善2个百分点。",
        [("6.7%", "PM2.5浓度", "growth", "-6.7"), ("2个百分点", "优良天数比例", "growth", "2")],
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
        "新增家庭农场28家、乡村书店173家。",
        [("28家", "家庭农场", "added", "28"), ("173家", "乡村书店", "added", "173")],
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
    ("改造老旧小区67个。", [("67个", "改造老旧小区", "level", "67")]),
    ("发放创业贷款1.2亿元。", [("1.2亿元", "创业贷款", "level", "120000000")]),
    ("城镇新增就业1.7万人。", [("1.7万人", "城镇新增就业", "added", "17000")]),
    ("建成无烟食堂示范村（社区）23个。", [("23个", "无烟食堂示范村（社区）", "added", "23")]),
    ("签约项目投资额50亿元。", [("50亿元", "签约项目投资额", "level", "5000000000")]),
    ("90%的行政村通了班车。", [("90%", "行政村", "share", "90")]),
    ("税收收入连续17年增长。", [("17年", "税收收入", "duration", "17")]),
    ("全县70%以上欠发达山乡建成超市。", [("70%", "欠发达山乡", "level", "70")]),
    ("改造5个欠发达村。", [("5个", "欠发达村", "other", "5")]),
    ("12座雷达站达标。", [("12座", "雷达站", "other", "12")]),
    ("3辆校车到达村口。", [("3辆", "校车", "other", "3")]),
    ("达不到标准的企业12家。", [("12家", "达不到标准的企业", "level", "12")]),
    ("合格率达不到60%。", [("60%", "合格率", "level", "60")]),
]


@pytest.mark.parametrize(("text", "expected"), HEADLINES + EDGES + DIRECTIONS + COUNTS)
def test_facts_of_a_sentence(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


REPORT = """云溪区2025年政府工作报告
一、2024年工作回顾
地区生产总值增长6.3%。2023年税收收入5亿元。
二、2025年工作安排
地区生产总值增长7%，力争到2030年税收收入达到9亿元。
"""


def test_period_and_stance_come_from_the_structure() -> None:
    report = policytag.annotate(REPORT)
    found = [(q.text, q.period, q.stance) for q in report.quantities]
    assert found == [
        ("6.3%", "2024", "reported"),
        ("5亿元", "2023", "reported"),
        ("7%", "2025", "target"),
        ("9亿元", "2030", "target"),
    ]
    assert {fact.place for fact in report.facts} == {report.meta.place}


FIVE_YEARS = """云溪区2025年政府工作报告
一、过去五年工作回顾
渔港、码头分别增至18个、27个。吞吐量由全市第9位上升到第2位。
"""


def test_numbers_of_a_list_and_ranks_within_a_span_of_years() -> None:
    found = [(q.text, q.period) for q in policytag.annotate(FIVE_YEARS).quantities]
    assert found == [("18个", "2024"), ("27个", "2024"), ("第9位", "2019"), ("第2位", "2024")]


OWN_NAMES = """
江苏省徐州市: 江苏省徐州市 徐州市
四川省乐山市市中区: 四川省乐山市市中区 市中区
贵州省: 贵州省
重庆市黔江区: 重庆市黔江区 黔江区
云水省澄州市: 云水省澄州市 澄州市
"""


@pytest.mark.parametrize("row", OWN_NAMES.strip().splitlines())
def test_what_a_report_calls_its_own_place(row: str) -> None:
    place, names = row.split(": ")
    assert own_names(place, builtin_rules().places) == tuple(names.split())


@pytest.mark.parametrize("name", ["徐州市", "市中区", "贵州省"])
def test_the_reports_own_place_is_no_part_of_a_name(name: str) -> None:
    report = policytag.annotate(f"{name}2025年政府工作报告\n一、2024年工作回顾\n{name}地区生产总值增长5%。\n")
    assert [(fact.indicator.text, fact.place) for fact in report.facts] == [("地区生产总值", report.meta.place)]


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
    (
        "税收收入增长6%，其中澄溪区增长5%、居第2。",
        [("税收收入", None, None), ("税收收入", "澄溪区", "澄溪区"), ("税收收入", "澄溪区", "澄溪区")],
    ),
    (
        "云溪区新增就业2万人，澄溪区、林溪区分别新增1万人、3万人。",
        [
            ("新增就业", "湖南省岳阳市云溪区", "云溪区"),
            ("新增就业", "澄溪区", "澄溪区"),
            ("新增就业", "林溪区", "林溪区"),
        ],
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
