"""Explanations name the row and its place, the condition that held or failed, and who beat whom."""

import pytest

import policytag
from policytag.errors import NotAnnotatedError
from policytag.explaining import Explainer

ROWS = [
    {"label": "POLICY_TERM", "pattern": "141", "id": "code.141",
     "context": {"right_not": ["航校"], "any_of": [{"quoted": True}, {"near": ["镇街"], "within": 5}]}},
    {"label": "POLICY_TERM", "pattern": "青溪行动", "id": "term.qingxi"},
    {"label": "POLICY_TERM", "pattern": "青溪行动方案", "id": "term.qingxi-plan"},
]  # fmt: skip
TEXT = "建强“141”体系，支持141航校。落实青溪行动方案。"


@pytest.fixture
def nlp(make_pack):
    nlp = policytag.load(packs=[str(make_pack(ROWS))], defaults=False, trace=True)
    nlp.select_pipes(disable=["policytag_quantities", "policytag_names", "policytag_terms"])  # rows alone
    return nlp


@pytest.fixture
def report(nlp):
    return policytag.annotate(TEXT, nlp=nlp, trace=True)


def test_an_annotation(report):
    code, plan = report.policy_terms
    assert report.explain(code).splitlines() == [
        "3-6 POLICY_TERM 141",
        "  by row code.141 (mine/policy_terms.jsonl:1)",
        "  passed: quoted: “141” at 2-7",
    ]
    assert report.explain(plan).splitlines() == [
        "20-26 POLICY_TERM 青溪行动方案",
        "  by row term.qingxi-plan (mine/policy_terms.jsonl:3)",
        "  beat: POLICY_TERM 青溪行动 of row term.qingxi (mine/policy_terms.jsonl:2) (of one type, the first in the order wins)",
    ]


def test_the_whole_report(report):
    text = Explainer(report, report.trace).everything()
    assert "12-15 POLICY_TERM 141 (rejected)" in text
    assert "  failed: right_not: 航校 stands directly after it" in text
    assert "20-24 POLICY_TERM 青溪行动 (lost)" in text
    assert "  beaten by: POLICY_TERM 青溪行动方案 of row term.qingxi-plan (mine/policy_terms.jsonl:3)" in text


def test_at_an_offset(report):
    explainer = Explainer(report, report.trace)
    assert explainer.everything([(13, 14)]).splitlines()[0] == "12-15 POLICY_TERM 141 (rejected)"
    assert explainer.everything([(0, 1)]) == explainer.everything([(15, 16), (10, 12)]) == ""
    assert explainer.everything([(14, 16), (0, 1), (10, 13)]) == explainer.everything([(13, 14)])


def test_without_a_trace():
    report = policytag.annotate("实施乡村振兴战略")
    with pytest.raises(NotAnnotatedError, match="trace=True"):
        report.explain(report.annotations[0])


def test_a_quantity_with_its_facts():
    report = policytag.annotate("2031年，新增企业28家。乘12路车。", trace=True, meta={"place": "江澜省", "year": 2032})
    explainer = Explainer(report, report.trace)
    words = [
        "fact 企业 · added · 28 家 · 2031 · reported · 江澜省, by facts rule fact.added",
        "  indicator: 企业 at 8-10",
        "  measure: 新增 at 6-8",
        "  period: 2031年 at 0-5",
        "  stance: from the section or the head of the report",
        "  place: from the section or the head of the report",
    ]
    quantity = ["10-13 QUANTITY 28家", "  by rule quantity.count of the quantities tagger"]
    assert explainer.everything([(8, 9)]).splitlines() == [*quantity, *(f"  {line}" for line in words)]
    assert report.explain(report.facts[0]).splitlines() == [*words, *quantity]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("打造“云溪优品”品牌。", "words in or around it say that it is none: brand (term_context_rejections.txt)"),
        ("扫清“绊脚石”。", "term_rejections.txt lists it"),
        ("感谢“溪边人”。", "nothing speaks for a term: no noun such as 行动 behind it"),
        ("推进“种好粮、管好水”两项任务。", "it is a count, or a list that is counted after it"),
    ],
)
def test_a_quotation_that_is_no_term(text, words):
    report = policytag.annotate(text, trace=True)
    assert f"  failed: quotation: {words}" in Explainer(report, report.trace).everything()


def test_a_quotation_that_a_row_names_is_not_called_rejected():
    report = policytag.annotate("荣获“全国文明城市”称号。", trace=True)
    assert "rejected" not in Explainer(report, report.trace).everything()


@pytest.mark.parametrize("item", [None, 0, "28家"])
def test_what_is_no_annotation(item):
    report = policytag.annotate("新增企业28家", trace=True)
    with pytest.raises(ValueError, match="takes an annotation or a fact of this report"):
        report.explain(item)
