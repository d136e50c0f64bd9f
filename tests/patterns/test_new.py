"""policytag new: a valid row, in its place, with an id that nobody has."""

import json

import pytest

from policytag.errors import PatternError
from policytag.patterns.check import check_packs
from policytag.patterns.new import NewRow, add_row, free_id, slug


@pytest.mark.parametrize(
    ("literal", "expected"),
    [
        ("双倍增", "shuang-bei-zeng"),
        ("3+2", "3+2"),
        ("5G+工业互联网", "5g+-gong-ye-hu-lian-wang"),
        ("１４１", "141"),
        ("企业吹哨·部门报到", "qi-ye-chui-shao-bu-men-bao-dao"),
        ("·", "row"),
    ],
)
def test_slug(literal, expected):
    assert slug(literal) == expected


def test_free_id():
    assert free_id("term", "双倍增") == "term.shuang-bei-zeng"
    assert free_id("term", "双倍增", {"term.shuang-bei-zeng", "term.shuang-bei-zeng-2"}) == "term.shuang-bei-zeng-3"


@pytest.mark.parametrize(
    "new",
    [
        NewRow("policy_term", "双倍增"),
        NewRow("policy_term", "双倍增", near=["行动", "计划"], within=5),
        NewRow("policy_term", "双倍增", near=["行动"], quoted=True, right_not=["长"], left_not=["翻"]),
        NewRow("policy_term", "141", quoted=True, region="chongqing/qianjiang", name="“141”体系", entity="cq.141"),
        NewRow("organization", "山城大学", right_not=["城"]),
        NewRow("project", "青溪水库"),
        NewRow("indicator", "青溪指数"),
        NewRow("LAW", "青溪条例", id="law.qingxi"),
        NewRow("policy_term", "三提升", match=["推进[[三提升]]"], no_match=["提升三次"]),
    ],
)
def test_the_row_passes_the_check(tmp_path, new):
    path, line, text = add_row(new, tmp_path / "mine")
    assert json.loads(path.read_text(encoding="utf-8").splitlines()[line - 1]) == json.loads(text)
    assert json.loads(text)["status"] == "draft"
    assert [f.code for f in check_packs([tmp_path / "mine"], defaults=False)] == ["draft"]


def test_one_line_is_touched(tmp_path):
    pack = tmp_path / "mine"
    for term in ("三提升", "双倍增", "一网通", "九治"):
        file = pack / "policy_terms.jsonl"
        before = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        _, number, text = add_row(NewRow("policy_term", term), pack)
        after = file.read_text(encoding="utf-8").splitlines()
        assert [*before[: number - 1], text, *before[number - 1 :]] == after
    assert [f.code for f in check_packs([pack], defaults=False)] == ["draft"]


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (NewRow("policy_term", "双倍增"), "duplicate"),
        (NewRow("policy_term", "雙倍增"), "duplicate"),
        (NewRow("policy_term", "三提升", id="term.shuang-bei-zeng"), "duplicate-id"),
        (NewRow("policy_term", "“三提升”"), "punctuation-edge"),
        (NewRow("policy_term", "三提升", near=["区"]), "short-near-word"),
        (NewRow("policy_term", "远\udcb3"), "surrogate"),
        (NewRow("policy_term", "三提升", id="\udcb3 x"), "surrogate"),
        (NewRow("policy_term", "三提升", match=["推进[[三提升]]\udcb3"]), "surrogate"),
        (NewRow("slogan", "三提升"), "label"),
        (NewRow("quantity", "三提升"), "label"),
        (NewRow("policy_term", "三提升", region="chongqin"), "unknown-region"),
        (NewRow("policy_term", "三提升", region="chong/qing"), "unknown-region"),
    ],
)
def test_refused(tmp_path, new, code):
    add_row(NewRow("policy_term", "双倍增"), tmp_path)
    with pytest.raises(PatternError) as error:
        add_row(new, tmp_path)
    assert [finding.code for finding in error.value.findings] == [code]
    assert str(error.value).startswith("no row was written: ")
    assert ":0" not in str(error.value)


def test_a_new_region_under_a_known_one(tmp_path):
    add_row(NewRow("policy_term", "三提升", region="chongqing/qingxi"), tmp_path)


def test_a_pack_that_removes_a_row(make_pack):
    pack = make_pack([{"id": "term.of-another-pack", "disabled": True}])
    add_row(NewRow("policy_term", "三提升", id="term.a"), pack)
    assert "三提升" in (pack / "policy_terms.jsonl").read_text(encoding="utf-8")


def test_a_byte_order_mark_does_not_get_between_the_rows(make_pack):
    pack = make_pack([{"label": "POLICY_TERM", "pattern": "双倍增", "id": "term.b"}])
    file = pack / "policy_terms.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert add_row(NewRow("policy_term", "三提升", id="term.a"), pack)[1] == 1
    assert [json.loads(line)["id"] for line in file.read_text(encoding="utf-8").splitlines()] == ["term.a", "term.b"]


def test_the_ends_of_other_lines_stay(make_pack):
    pack = make_pack(['{"label": "POLICY_TERM", "pattern": "双倍增", "id": "term.b"}\r'])
    add_row(NewRow("policy_term", "三提升", id="term.c"), pack)
    assert (pack / "policy_terms.jsonl").read_bytes().split(b"\n")[0].endswith(b"}\r")


def test_a_file_is_no_pack_to_write_to(tmp_path):
    file = tmp_path / "ok.txt"
    file.write_text("", encoding="utf-8")
    with pytest.raises(PatternError, match="is a file"):
        add_row(NewRow("policy_term", "三提升"), file)


@pytest.mark.parametrize(("kind", "right"), [("slogan", "SLOGAN"), ("Own-law", "OWN_LAW"), ("法规", "LAW")])
def test_an_own_label_in_the_wrong_form(tmp_path, kind, right):
    with pytest.raises(PatternError) as error:
        add_row(NewRow(kind, "三提升"), tmp_path)
    assert str(error.value).startswith(f"no row was written: '{kind}' is no kind of row → write ")
    assert right in str(error.value)


def test_a_broken_pack_is_not_written_to(make_pack):
    pack = make_pack(["{"])
    with pytest.raises(PatternError, match="broken-json"):
        add_row(NewRow("policy_term", "双倍增"), pack)
    assert (pack / "policy_terms.jsonl").read_text() == "{\n"
