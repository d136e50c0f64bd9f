"""The fields that depend on the text around a span: stage, full name of a body, head noun, quotation marks, definition."""

from __future__ import annotations

import pytest

import policytag

# (text, the project, its stage, the words that say so)
STAGES = [
    ("白石岭水库开工建设,澄溪大桥建成通车。", "白石岭水库", "started", "开工建设"),
    ("白石岭水库开工建设,澄溪大桥建成通车。", "澄溪大桥", "operating", "建成通车"),
    ("加快建设白石岭水库、澄溪大桥。", "澄溪大桥", "ongoing", "加快建设"),
    ("完成白石岭水库主体工程。", "白石岭水库主体工程", "completed", "完成"),
    ("临澜至澄溪城际铁路前期工作提速。", "临澜至澄溪城际铁路", "planned", "前期工作"),
]


@pytest.mark.parametrize(("text", "project", "stage", "cue"), STAGES)
def test_stage(text: str, project: str, stage: str, cue: str) -> None:
    (found,) = (p for p in policytag.annotate(text).projects if p.text == project)
    assert found.stage == stage
    assert found.stage_cue is not None
    assert (found.stage_cue.text, text[found.stage_cue.start : found.stage_cue.end]) == (cue, cue)


# (place of the report, the body, its full name)
BODIES = [
    ("重庆市黔江区", "市委", "中共重庆市委员会"),
    ("重庆市黔江区", "区政府", "重庆市黔江区人民政府"),
    ("重庆市黔江区", "区人大", "重庆市黔江区人民代表大会"),
    ("重庆市黔江区", "区政协", "中国人民政治协商会议重庆市黔江区委员会"),
    ("重庆市", "市政府", "重庆市人民政府"),
    ("内蒙古自治区呼伦贝尔市海拉尔区", "自治区党委", "中共内蒙古自治区委员会"),
    ("内蒙古自治区呼伦贝尔市海拉尔区", "市委", "中共内蒙古自治区呼伦贝尔市委员会"),
    ("江苏省徐州市", "市委", "中共江苏省徐州市委员会"),
    ("贵州省", "省委", "中共贵州省委员会"),
    ("贵州省黔东南苗族侗族自治州", "州委", "中共贵州省黔东南苗族侗族自治州委员会"),
    ("贵州省黔东南苗族侗族自治州", "省委", "中共贵州省委员会"),
    ("江苏省苏州市昆山市", "省委", "中共江苏省委员会"),
    ("浙江省金华市", "区委", None),
    (None, "市委", None),
]


@pytest.mark.parametrize(("place", "body", "full"), BODIES)
def test_a_body_named_by_its_level(place: str | None, body: str, full: str | None) -> None:
    report = policytag.annotate(f"在{body}坚强领导下,各项工作取得进展。", meta={"place": place} if place else None)
    (found,) = report.organizations
    assert (found.text, found.resolved) == (body, full)


# (text, the term, quoted, head)
HEADS = [
    ("建强“141”基层智治体系建设", "141", True, "基层智治体系"),
    ("融入“33618”现代制造业集群体系", "33618", True, "现代制造业集群体系"),
    ("实施“527”行动计划", "527", True, "行动计划"),
    ("推行“云匠九级”职业技能等级制度", "云匠九级", True, "职业技能等级制度"),
    ("深化“河长制”和城市治理", "河长制", True, None),
    ("落实“河长制”,", "河长制", True, None),
    ("落实河长制工作体系", "河长制", False, None),
]


@pytest.mark.parametrize(("text", "term", "quoted", "head"), HEADS)
def test_quotation_marks_and_head(text: str, term: str, quoted: bool, head: str | None) -> None:
    (found,) = policytag.annotate(text).policy_terms
    assert (found.text, found.quoted, found.head) == (term, quoted, head)


def test_the_documents_own_glossary_defines_its_terms(sample: str) -> None:
    report = policytag.annotate(sample)
    terms = [t for t in report.policy_terms if t.text == "链长+专班"]
    assert terms
    assert all(t.definition_source == "document" and t.origin == "document" for t in terms)
    assert all(t.definition is not None and "区领导" in t.definition for t in terms)


def test_the_bodies_of_the_sample_have_their_full_names(sample: str) -> None:
    report = policytag.annotate(sample)
    assert (report.meta.place, report.meta.level) == ("江澜省临澜市澄溪区", "county")
    full = {o.text: o.resolved for o in report.organizations if o.resolved}
    assert full["市委"] == "中共江澜省临澜市委员会"
    assert full["区人大"] == "江澜省临澜市澄溪区人民代表大会"
