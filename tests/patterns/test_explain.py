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
    assert explainer.everything([(0, 1)]) == "nothing was found at 0-1, and nothing was rejected"


def test_without_a_trace():
    report = policytag.annotate("实施乡村振兴战略")
    with pytest.raises(NotAnnotatedError, match="trace=True"):
        report.explain(report.annotations[0])
