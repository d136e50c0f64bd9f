"""Which quotations are policy terms, and which are not."""

from __future__ import annotations

import pytest
from term_finding import candidates, found


@pytest.mark.parametrize(
    ("text", "term", "rule"),
    [
        ("健全“257”基层治理体系。", "257", "term.quoted-code"),
        ("建设“5+3”产业体系。", "5+3", "term.quoted-code"),
        ("落实“1+4+N”政策。", "1+4+N", "term.quoted-code"),
        ("出台稳外贸“18条”。", "18条", "term.quoted-code"),
        ("出台“茶业提质18条”。", "茶业提质18条", "term.quoted-code"),
        ("实施“三治一提”行动。", "三治一提", "term.numeral-abbreviation"),
        ("推进“双提升”。", None, "a result"),
        ("流失面积“双缩减”。", None, "a result"),
        ("“治溪十法”在全市推广。", "治溪十法", "term.quoted-code"),
        ("以“溪畔共富”工程带动农户。", "溪畔共富", "term.quoted-head"),
        ("以“老黄牛”劲头苦干。", None, "a way of working"),
        ("打好“云溪惠企”组合拳。", "云溪惠企", "term.quoted-head"),
        ("建设高水平“信用武汉”。", "信用武汉", "term.quoted-name"),
        ("完善教师“县管校聘”。", "县管校聘", "term.quoted-change"),
        ("加大“茶资入溪”力度。", "茶资入溪", "term.quoted-change"),
        ("实施茶农“先看样后付款、无欠账”。", "先看样后付款、无欠账", "term.quoted-verb"),
        ("推广村级医生“溪聘村用”。", "溪聘村用", "term.quoted-verb"),
        ("实施的工程里,“溪畔小屋”最美。", None, "no verb before it"),
        ("实施“三个面向,三个靠近”战略。", "三个面向,三个靠近", "term.numeral-abbreviation"),
        ("他说“一是一,二是二”。", None, "a saying"),
        ("“24小时不打烊”专区启用。", None, "round the clock is no reach"),
        ("推广“24小时不打烊”行动。", "24小时不打烊", "term.quoted-head"),
        ("实施“24小时畅行”工程。", "24小时畅行", "term.quoted-head"),
        ("健全“24小时应答”机制。", "24小时应答", "term.quoted-head"),
        ("实现“24小时应答”。", None, "round the clock is no reach"),
        ("建成“2小时云溪”交通圈。", "2小时云溪", "term.numeral-abbreviation"),
        ("坚持“溪谷立县、茶旅富民”发展主线。", "溪谷立县、茶旅富民", "term.quoted-head"),
        ("坚持“溪谷立县、茶旅富民”的发展战略。", "溪谷立县、茶旅富民", "term.quoted-head"),
        ("树立“茶业第一、园区优先”理念。", "茶业第一、园区优先", "term.quoted-head"),
        ("按“一区(镇)一策”推进。", "一区(镇)一策", "term.numeral-abbreviation"),
        ("“一镇一品牌”成形。", "一镇一品牌", "term.numeral-abbreviation"),
        ("共建“溪谷氢能走廊”。", "溪谷氢能走廊", "term.quoted-name"),
        ("强化“溪村茶农”要素联动。", "溪村茶农", "term.quoted-head"),
        ("创新“溪邻善治”基层治理路径。", "溪邻善治", "term.quoted-head"),
        ("培育“头羊”企业。", None, "a metaphor"),
        ("发展“茶园+民宿”。", "茶园+民宿", "term.quoted-formula"),
        ("探索“茶园+民宿+邮路”的新业态。", "茶园+民宿+邮路", "term.quoted-formula"),
        ("推动“溪茶湖”城市群协同。", "溪茶湖", "term.quoted-head"),
        ("打造“溪畔议事”升级版。", "溪畔议事", "term.quoted-head"),
        ("发布“茶企二十条”。", "茶企二十条", "term.quoted-code"),
        ("依据“第二十条”执行。", None, "the number of a paragraph"),
        ("筹办“十四冬”。", None, "games"),
        ("全力推进“七治”。", "七治", "term.numeral-abbreviation"),
        ("开展“千企万户”走访。", "千企万户", "term.numeral-abbreviation"),
        ("建成“一小时云溪”交通圈。", "一小时云溪", "term.numeral-abbreviation"),
        ("实施“云雁计划”。", "云雁计划", "term.quoted-name"),
        ("深化“村事共商”机制。", "村事共商", "term.quoted-head"),
        ("“一码通办”“无证明办”改革全面推开。", "无证明办", "term.quoted-head"),
        ("推广“溪畔议事”“邻里帮办”等做法。", "溪畔议事", "term.quoted-head"),
        ("推进“大应急一体化”街镇执法改革。", "大应急一体化", "term.quoted-head"),
        ("建设“无烟城区”建设样板。", "无烟城区", "term.quoted-head"),
        ("推行“先看病后结算”。", "先看病后结算", "term.quoted-change"),
        ("推行“村事大家办”。", "村事大家办", "term.quoted-verb"),
        ("广播电视实现“户户通”。", "户户通", "term.quoted-change"),
        ("探索“溪长轮值制”。", "溪长轮值制", "term.quoted-name"),
        ("累计发放“溪农贷”三亿元。", "溪农贷", "term.quoted-name"),
        ("拓展“互联网+溪游”。", "互联网+溪游", "term.quoted-formula"),
        ("丰富“低空+”场景。", "低空+", "term.quoted-name"),
        ("建设“水韵武汉”。", "水韵武汉", "term.quoted-name"),
        ("培育“云帆星”企业五家。", "云帆星", "term.quoted-head"),
        ("坚持走“引资金、引技术、引人才”的路子。", "引资金、引技术、引人才", "term.quoted-head"),
        ("出台“15条硬措施”。", "15条硬措施", "term.quoted-code"),
        ("“营商环境管理年”活动扎实推进。", "营商环境管理年", "term.quoted-name"),
        ("完成“煤改电”八百户。", "煤改电", "term.quoted-change"),
        ("推动“云电送溪”。", "云电送溪", "term.quoted-change"),
        ("以“项目攻坚年”为抓手。", "项目攻坚年", "term.quoted-name"),
        ("把“溪水清源工程”作为大事来办。", "溪水清源工程", "term.quoted-name"),
        ("开展“富溪强镇、兴业安民”大讨论。", "富溪强镇、兴业安民", "term.quoted-head"),
        ("走“工业强溪、旅游兴溪”之路。", "工业强溪、旅游兴溪", "term.quoted-head"),
        ("推行“农户+茶社+车间”合作经营。", "农户+茶社+车间", "term.quoted-formula"),
        ("建设“(2+1)+(3+N)”产业体系。", "(2+1)+(3+N)", "term.quoted-code"),
        ("构建“1+3+S”格局。", "1+3+S", "term.quoted-code"),
        ("创建“无讼溪谷”成效明显。", "无讼溪谷", "term.quoted-verb"),
        ("创建“溪味百碗”美食品牌。", None, "a brand"),
        ("创建“无讼无访溪谷、乡镇、街区”成效明显。", "无讼无访溪谷、乡镇、街区", "term.quoted-verb"),
        ("深入开展“送技术、送岗位”活动。", "送技术、送岗位", "term.quoted-verb"),
        ("弘扬“踏踏实实、兢兢业业”的作风。", None, "a saying"),
        ("形成“东茶西运”格局。", "东茶西运", "term.quoted-change"),
        ("深化「三變共富」改革。", "三變共富", "term.numeral-abbreviation"),
        ("深化‘村事共商’机制。", "村事共商", "term.quoted-head"),
    ],
)
def test_quotations(text: str, term: str | None, rule: str) -> None:
    terms = found(text)
    if term is None:
        assert not terms, rule
    else:
        assert terms.get(term) == rule, terms


@pytest.mark.parametrize(
    "text",
    [
        "扫清“绊脚石”。",
        "力争问题“清零”行动见效。",
        "立下“军令状”。",
        "打响“云溪好物”品牌。",
        "荣获“全国园林城区”称号。",
        "获评“山水之都”。",
        "举办“春到云溪”。",
        "办好“云溪杯”龙舟赛。",
        "加快“蓝鲸实验室”建设。",
        "开行“云溪号”。",
        "受台风“海葵”影响。",
        "破解“融资难”问题。",
        "推动“制造”向“智造”转变。",
        "以“钉钉子”的精神抓落实。",
        "涌现出“通”的新气象。",
        "新增“98户”。",
        "拨打“12345”热线。",
        "迎接“2035”。",
        "粮食产量实现“二十连丰”。",
        "编印“幼苗型、树木型、森林型”门店名录库。",
        "抓好“东桥头、西码头、北车站”三项工程。",
        "他说:“我们的日子越来越好了”。",
        "贯彻“十九大”精神。",
        "贯彻“二十一大”精神。",
        "学习“二十二届三中全会”精神。",
        "机场进入“双跑道时代”。",
        "“双溪茶园”开门迎客。",
        "游客走进“九曲山庄”。",
        "他们的看法各有“半壁江山”。",
        "建成“云上茶交易中心”。",
        "粮食产量实现“17连增”。",
        "“三溪山泉水”上市。",
        "制定“续建、新建、扩建”企业清单。",
    ],
)
def test_no_terms(text: str) -> None:
    assert found(text) == {}


def test_what_is_a_term_once_is_one_wherever_it_is_quoted() -> None:
    text = "实施“溪畔英才”行动。“溪畔英才”首批入选五人。做靓“溪畔英才”品牌。"
    assert [c["rule"] for c in candidates(text)] == ["term.quoted-head", "term.quoted-again", "term.quoted-again"]


def test_quoted_twice_before_a_weak_noun() -> None:
    assert found("入选“云帆星”项目。新增“云帆星”八家。") == {"云帆星": "term.quoted-again"}
    assert found("入选“云帆星”项目。") == {}


def test_a_distinctive_name_is_found_without_quotation_marks() -> None:
    text = "深化“村事共商”机制。推行村事共商。他们村事共商。"
    assert [c["rule"] for c in candidates(text)] == ["term.quoted-head", "term.unquoted-again"]


def test_the_cue_says_what_let_it_pass() -> None:
    text = "深入实施“村事共商”乡村治理机制。"
    (candidate,) = candidates(text)
    word, start, end = candidate["cue"] or ("", 0, 0)
    assert (word, text[start:end]) == ("机制", "机制")
    assert candidate["attributes"] == {"origin": "shape", "breadth": "specific"}
