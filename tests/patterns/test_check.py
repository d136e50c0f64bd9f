"""policytag check: what each lint says, and that it says all of it at once."""

import json

import pytest

from policytag.patterns.check import check_packs, failed
from policytag.patterns.format import canonical_line


def _row(row_id="slogan.double-growth", pattern="双倍增", **more):
    return {"label": "POLICY_TERM", "pattern": pattern, "id": row_id, **more}


QUOTED = {"any_of": [{"quoted": True}]}
EXAMPLES = {"match": ["推进“[[双倍增]]”行动"], "no_match": ["效益双倍增"]}


def _check(make_pack, *rows, name="mine"):
    pack = make_pack(sorted(map(canonical_line, rows), key=lambda line: json.loads(line)["id"]), name)
    return check_packs([pack], defaults=False)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([_row()], []),
        ([_row(context=QUOTED, examples=EXAMPLES)], []),
        # how a literal is written
        ([_row(pattern="双 倍增")], [(1, "white-space", "warning")]),
        ([_row(pattern="Smart City")], []),
        ([_row(pattern="雙倍增")], [(1, "variant", "warning")]),
        ([_row(pattern="３个一百")], [(1, "variant", "warning")]),
        # what says too little
        ([_row(pattern="141")], [(1, "needs-context", "warning")]),
        ([_row(pattern="十二五")], [(1, "needs-context", "warning")]),
        ([_row(pattern="渝")], [(1, "needs-context", "warning")]),
        ([_row(pattern="双倍增", id="nokind")], [(1, "id-form", "warning")]),
        # token patterns
        ([_row(pattern=[{"TEXT": "双"}, {"IS_ALPHA": True}])], []),
        ([_row(pattern=[{"IS_DIGIT": True}, {"IS_ALPHA": True}])], [(1, "slow-pattern", "warning")]),
        # examples
        ([_row(context=QUOTED)], [(1, "missing-examples", "warning")]),
        ([_row(context=QUOTED, status="draft")], [(0, "draft", "info")]),
        ([_row(examples={"match": ["推进[[倍增]]"]})], [(1, "example-fails", "error")]),
        ([_row(context=QUOTED, examples={**EXAMPLES, "match": ["推进[[双倍增]]"]})], [(1, "example-fails", "error")]),
        ([_row(examples={"match": ["[[双倍增]]与双倍增"]})], [(1, "example-fails", "error")]),
        ([_row(examples={"no_match": ["产值双倍增长"]})], [(1, "example-fires", "error")]),
        ([_row(examples={"todo_no_match": ["产值双倍增长"]})], []),
        ([_row(examples={"todo_no_match": ["产值倍增"]})], [(1, "todo-done", "error")]),
        ([_row(examples={"todo_match": ["[[双倍增]]"]})], [(1, "todo-done", "error")]),
        ([_row(examples={"todo_match": ["[[两倍增]]"]})], []),
        ([_row(examples={"no_match": ["产值双倍增长"]}), _row("t.long", "双倍增长", priority=1)], []),
        ([_row(valid=[2021, 2025], examples={"match": ["[[双倍增]]"]})], []),
        # rows against each other
        ([_row(), _row("slogan.other")], [(2, "duplicate", "error")]),
        ([_row(), _row("slogan.other", label="ORG")], []),
        ([_row(region="hunan"), _row("slogan.other", region="hubei")], []),
        ([_row(), _row("slogan.other", context=QUOTED, examples=EXAMPLES)], [(2, "example-fails", "error"), (2, "unreachable", "warning")]),
        ([_row(), _row("slogan.other", valid=[2021, None])], [(2, "unreachable", "warning")]),
        ([_row(), _row("slogan.long", "双倍增行动")], []),
        ([_row(priority=1), _row("slogan.long", "双倍增行动")], [(2, "unreachable", "warning")]),
        ([_row(priority=1, region="hunan"), _row("slogan.long", "双倍增行动")], []),
        ([_row("a.a", "141", priority=1, context=QUOTED, status="draft"), _row("b.b", "141计划")], [(0, "draft", "info")]),
        ([_row("a.a", "B股", priority=1), _row("b.b", "AB股市场")], []),
        (
            [_row(examples={"match": ["全区深入实施“[[双倍增]]”三年行动计划"]}),
             _row("slogan.z", "三提升", examples={"match": ["全区深入实施“[[三提升]]”三年行动计划"]})],
            [(2, "copied-example", "warning")],
        ),
        ([_row(name="甲"), _row("slogan.z", "三提升", entity="slogan.double-growth", name="乙")], [(2, "entity-name", "warning")]),
        ([_row(), _row("slogan.z", "三提升", entity="slogan.double-growth", name="双倍增", label="ORG")], [(2, "entity-label", "error")]),
        # layering
        ([{"id": "slogan.nowhere", "disabled": True}], [(1, "nothing-to-remove", "warning")]),
    ],
)  # fmt: skip
def test_lints(make_pack, rows, expected):
    findings = _check(make_pack, *rows)
    assert [(finding.line, finding.code, finding.severity) for finding in findings] == expected
    for finding in findings:
        place = f":{finding.line}" if finding.line else ""
        assert str(finding).startswith(f"{finding.path}{place}: {finding.severity}: ")
        assert finding.advice


def test_a_row_that_replaces_another_packs(make_pack):
    pack = make_pack([_row("slogan.141", "一四一体系"), {"id": "slogan.33618", "disabled": True}])
    assert [(f.line, f.code, f.severity) for f in check_packs([pack])] == [
        (1, "replaces", "info"),
        (2, "removes", "info"),
    ]


def test_the_same_term_in_a_built_in_pack(make_pack):
    pack = make_pack([_row("mine.one", "乡村振兴")])
    [finding] = check_packs([pack])
    assert (finding.code, finding.severity) == ("duplicate", "warning")
    assert "to replace that row" in finding.advice


def test_an_unformatted_file(make_pack):
    pack = make_pack(['{"id": "b.b", "label": "ORG", "pattern": "\\u53cc\\u53cc"}', _row("a.a", "三提升")])
    assert [finding.code for finding in check_packs([pack], defaults=False)] == ["format"]


def test_an_unknown_word_list(make_pack):
    pack = make_pack([_row()])
    (pack / "unitz.txt").write_text("亩\tarea\n", encoding="utf-8")
    [finding] = check_packs([pack], defaults=False)
    assert finding.code == "unknown-list"
    assert finding.advice.endswith("the nearest are units.txt, " + finding.advice.split(", ", 1)[1])
    assert finding.advice.count(".txt") == 3


@pytest.mark.parametrize(
    ("content", "codes"), [("", ["no-rows"]), ("\n \n", ["format", "no-rows"]), ("{\n", ["broken-json"])]
)
def test_a_file_without_rows(make_pack, content, codes):
    pack = make_pack([_row()])
    (pack / "orgs.jsonl").write_text(content, encoding="utf-8")
    found = [finding.code for finding in check_packs([pack], defaults=False) if finding.path.endswith("orgs.jsonl")]
    assert [code for code in found if code != "left-out"] == codes


def test_drafts_are_counted_once_for_each_file(make_pack):
    make_pack([_row("a.a", status="draft"), _row("a.b", "三提升", status="draft"), _row("a.c", "一网通")])
    pack = make_pack([_row("o.a", "山城大学", label="ORG", status="draft")], file="orgs.jsonl")
    findings = check_packs([pack], defaults=False)
    assert [(f.path, f.line, f.message) for f in findings] == [
        (str(pack / "orgs.jsonl"), 0, "1 draft row is off"),
        (str(pack / "policy_terms.jsonl"), 0, "2 draft rows are off"),
    ]
    assert "--drafts" in findings[0].advice
    assert not failed(findings, strict=True)


@pytest.mark.parametrize("broken", ["{", _row("z.z", ""), {"id": "z.z"}, _row("z.z", "甲乙", priority="x")])
def test_examples_of_sound_rows_run_beside_broken_rows(make_pack, broken):
    pack = make_pack([_row(examples={"match": ["推进[[倍增]]"]}), broken])
    found = {(finding.line, finding.code): finding for finding in check_packs([pack], defaults=False)}
    assert (1, "example-fails") in found
    assert found[0, "left-out"].message.startswith("1 row with an error was left out: examples not run")


def test_errors_elsewhere_are_not_reported_and_broken_rows_do_not_stop_the_lints(make_pack):
    pack = make_pack(["{", _row("a.a", "141"), _row("a.b", "", note="x"), _row("a.c", "1 2")])
    codes = {(finding.line, finding.code) for finding in check_packs([pack], defaults=False)}
    assert {(1, "broken-json"), (2, "needs-context"), (3, "empty-pattern"), (4, "white-space")} <= codes


def test_strict(make_pack):
    warnings = _check(make_pack, _row(pattern="141"))
    assert not failed(warnings)
    assert failed(warnings, strict=True)
    assert failed(_check(make_pack, _row(pattern="")))
    assert not failed([], strict=True)
