"""Rows through the whole pipeline: each key of a row changes the report."""

import pytest

import policytag

TEXT = "2024年我们实施双倍增行动，落实安全生产法。"


def _terms(rows_pack, text=TEXT, **options):
    nlp = policytag.load(packs=[str(rows_pack)], **options)
    report = policytag.annotate(text, nlp=nlp)
    return [a for a in report.annotations if a.evidence.pack == "mine"]


def _row(pattern="双倍增", row_id="slogan.mine", **more):
    return {"label": "POLICY_TERM", "pattern": pattern, "id": row_id, **more}


@pytest.mark.parametrize(
    ("rows", "options", "expected"),
    [
        ([_row("双倍增行动")], {}, ["双倍增行动"]),
        ([_row("双倍增行动"), _row("实施双倍增", "slogan.two", priority=1)], {}, ["实施双倍增"]),
        ([_row("双倍增行动", priority=1), _row("我们实施双倍增", "slogan.two")], {}, ["双倍增行动"]),
        ([_row("双倍增行动", status="draft")], {}, []),
        ([_row("双倍增行动", status="draft")], {"drafts": True}, ["双倍增行动"]),
        ([_row("双倍增行动", region="hunan")], {"region": "hubei"}, []),
        ([_row("双倍增行动", region="hunan/changsha")], {"region": "hunan"}, ["双倍增行动"]),
        ([_row("双倍增行动", valid=[2001, 2010])], {"year": 2005}, ["双倍增行动"]),
        ([_row("双倍增行动", valid=[2001, 2010])], {"year": 2024}, []),
        ([_row("双倍增", "slogan.double-growth", name="甲")], {}, ["双倍增"]),
        ([{"id": "slogan.double-growth", "disabled": True}], {}, []),
    ],
)
def test_keys(make_pack, rows, options, expected):
    assert [a.text for a in _terms(make_pack(rows), **options)] == expected


def test_a_label_of_the_users_own(make_pack):
    row = {"label": "LAW", "pattern": "安全生产法", "id": "law.safety", "attributes": {"since": 2002}}
    [law] = _terms(make_pack([row]))
    assert (law.type, law.text, law.name, law.entity, law.attributes) == (
        "LAW", "安全生产法", "安全生产法", "law.safety", {"since": 2002},
    )  # fmt: skip
    assert (law.evidence.rule, law.evidence.pack, law.evidence.path, law.evidence.line) == (
        "law.safety", "mine", "policy_terms.jsonl", 1,
    )  # fmt: skip


def test_attributes_and_names(make_pack):
    row = _row(
        "双倍增行动", name="“双倍增”行动计划", entity="x.y", attributes={"definition": "成倍增长", "breadth": "broad"}
    )
    [term] = _terms(make_pack([row]))
    assert (term.name, term.entity, term.breadth, term.origin) == ("“双倍增”行动计划", "x.y", "broad", "pack")
    assert (term.definition, term.definition_source) == ("成倍增长", "pack")


def test_a_removed_row_is_gone(make_pack):
    text = "实施“双倍增”行动"
    before = policytag.annotate(text)
    assert [a.evidence.rule for a in before.policy_terms] == ["slogan.double-growth"]
    nlp = policytag.load(packs=[str(make_pack([{"id": "slogan.double-growth", "disabled": True}]))])
    assert "slogan.double-growth" not in [a.evidence.rule for a in policytag.annotate(text, nlp=nlp).annotations]
