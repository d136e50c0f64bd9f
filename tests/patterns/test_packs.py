"""Packs: where they are found, how they lie on each other, and that they travel unchanged."""

import json
import pickle
import sys

import pytest

import policytag
from policytag.errors import PatternError, PatternWarning
from policytag.patterns.finding_packs import installed_packs, packs_at
from policytag.patterns.packs import PackSet, fingerprint, load_packs


def _row(row_id, pattern="甲乙丙", **more):
    return {"label": "POLICY_TERM", "pattern": pattern, "id": row_id, **more}


def _load(*packs, **options):
    return load_packs(packs, defaults=False, **options)


def _rows(pack_set):
    return [(row.id, row.literal) for row in pack_set.rows]


def test_rows_know_where_they_stand(make_pack):
    pack = make_pack([_row("a.one"), "", _row("a.two", "丁戊")], name="hills")
    rows = _load(pack).rows
    assert [(row.pack, row.path, row.line) for row in rows] == [
        ("hills", "policy_terms.jsonl", 1),
        ("hills", "policy_terms.jsonl", 3),
    ]


def test_a_later_pack_replaces_and_removes_by_id(make_pack):
    first = make_pack([_row("a.one", "甲"), _row("a.two", "乙"), _row("a.three", "丙")], "first")
    second = make_pack([_row("a.one", "甲甲"), {"id": "a.two", "disabled": True}], "second")
    assert _rows(_load(first, second)) == [("a.three", "丙"), ("a.one", "甲甲")]
    assert _rows(_load(second, first)) == [("a.one", "甲"), ("a.two", "乙"), ("a.three", "丙")]


def test_a_draft_does_not_replace_until_asked_for(make_pack):
    first = make_pack([_row("a.one", "甲")], "first")
    second = make_pack([_row("a.one", "乙", status="draft")], "second")
    assert _rows(_load(first, second)) == [("a.one", "甲")]
    assert _rows(_load(first, second, drafts=True)) == [("a.one", "乙")]


def test_status(make_pack):
    pack = make_pack(
        [_row("a.one", status="draft"), _row("a.two", status="deprecated"), _row("a.three", status="stable")]
    )
    assert [row.id for row in _load(pack).rows] == ["a.two", "a.three"]


@pytest.mark.parametrize(
    ("region", "ids"),
    [
        (None, ["a.all", "a.cq", "a.qj", "a.sc"]),
        ("chongqing", ["a.all", "a.cq", "a.qj"]),
        ("chongqing/qianjiang", ["a.all", "a.qj"]),
    ],
)
def test_region(make_pack, region, ids):
    rows = [
        _row("a.all"),
        _row("a.cq", region="chongqing"),
        _row("a.qj", region="chongqing/qianjiang"),
        _row("a.sc", region="sichuan"),
    ]
    assert [row.id for row in _load(make_pack(rows), region=region).rows] == ids


@pytest.mark.parametrize(
    ("region", "nearest"),
    [
        ("Chongqing", "chongqing"),
        ("chongqin", "chongqing"),
        ("chongqing/qianjian", "chongqing/qianjiang"),
        ("四川", "sichuan, "),
        ("重庆市", "chongqing, "),
        ("黔江区", "chongqing/qianjiang, "),
        ("", "sichuan"),
    ],
)
def test_a_region_that_no_row_has(make_pack, region, nearest):
    rows = [_row("a.all"), _row("a.qj", region="chongqing/qianjiang"), _row("a.sc", region="sichuan", status="draft")]
    with pytest.raises(PatternError) as error:
        _load(make_pack(rows), region=region)
    [finding] = error.value.findings
    assert finding.code == "unknown-region"
    assert repr(region) in finding.message
    assert finding.advice.startswith(f"the nearest are {nearest}")
    assert str(error.value) == f"nothing was loaded: {finding}"


@pytest.mark.parametrize(
    ("packs", "words"),
    [
        (None, "packs must be a folder or a list of folders, not NoneType"),
        (5, "packs must be a folder or a list of folders, not int"),
        ({"label": "LAW"}, "not dict"),
        ([{"label": "LAW"}], "a pack is the path of a folder, not dict"),
    ],
)
def test_what_is_no_path_of_a_pack(packs, words):
    with pytest.raises(TypeError, match=words):
        load_packs(packs)


@pytest.mark.parametrize("packs", ["", [""]])
def test_an_empty_path_is_not_this_folder(packs):
    with pytest.raises(PatternError, match="an empty path names no pack"):
        load_packs(packs)


def test_where_no_row_has_a_region_any_may_be_asked_for(make_pack):
    assert [row.id for row in _load(make_pack([_row("a.all")]), region="hunan").rows] == ["a.all"]


def test_a_file_that_cannot_be_read_is_a_finding(make_pack):
    pack = make_pack([_row("a.one")])
    for name in ("gone.txt", "gone.jsonl"):
        (pack / name).symlink_to(pack / "nowhere")
    with pytest.raises(PatternError) as error:
        _load(pack)
    assert [(finding.path, finding.code) for finding in error.value.findings] == [
        (str(pack / "gone.jsonl"), "unreadable"),
        (str(pack / "gone.txt"), "unreadable"),
    ]
    assert len(fingerprint([pack], defaults=False)) == 3


def test_folders_files_and_folders_of_packs(make_pack, tmp_path):
    make_pack([_row("a.one")], "north")
    make_pack([_row("a.two")], "south", "organizations.jsonl")
    (tmp_path / "south" / "units.txt").write_text("# 单位\n亩\t-\tarea\n", encoding="utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "x.jsonl").write_text("broken")
    both = _load(tmp_path)
    assert [row.pack for row in both.rows] == ["north", "south"]
    assert [info["name"] for info in both.info] == ["north", "south"]
    assert [entry.fields for entry in both.lists["units"]] == [("亩", "-", "area")]
    assert [row.pack for row in _load(tmp_path / "north" / "policy_terms.jsonl").rows] == ["policy_terms"]
    assert _rows(load_packs(str(tmp_path), defaults=False)) == _rows(both)


def test_built_in_packs_come_first_and_can_be_left_out(make_pack):
    pack = make_pack([_row("a.one")])
    with_defaults = load_packs([pack])
    assert [info["name"] for info in with_defaults.info][-1] == "mine"
    assert {"national", "chongqing", "grammar"} <= {info["name"] for info in with_defaults.info}
    assert [info["name"] for info in _load(pack).info] == ["mine"]


def test_version_and_sha256(make_pack):
    pack = make_pack([_row("a.one")])
    before = _load(pack).info[0]
    assert before["version"] == "0"
    (pack / "pack.json").write_text('{"version": "1.2"}')
    assert _load(pack).info[0] == {**before, "version": "1.2"}
    make_pack([_row("a.other")])
    assert _load(pack).info[0]["sha256"] != before["sha256"]
    (pack / "pack.json").write_text('{"versoin": "1.2"}')
    assert [finding.code for finding in packs_at(pack)[1]] == ["pack-file"]


def test_fingerprint_changes_with_the_files(make_pack):
    pack = make_pack([_row("a.one")])
    before = fingerprint([pack], defaults=False)
    assert before == fingerprint([pack], defaults=False)
    make_pack([_row("a.one"), _row("a.two")])
    assert before != fingerprint([pack], defaults=False)


def test_a_pack_set_travels_unchanged():
    loaded = load_packs()
    assert loaded.rows
    assert PackSet.from_jsonable(json.loads(json.dumps(loaded.to_jsonable()))) == loaded
    assert pickle.loads(pickle.dumps(loaded)) == loaded


def test_keep():
    loaded = load_packs()
    assert loaded.keep(rows=False).rows == ()
    assert loaded.keep(lists=False).lists == {}
    assert {row.label for row in loaded.keep(rows=lambda row: row.label == "ORG").rows} == {"ORG"}
    assert loaded.keep(rows=False).info == loaded.info


def test_an_installed_pack(tmp_path, monkeypatch):
    """A distribution as pip would install it: a package with rows, and the entry point in its metadata."""
    package = tmp_path / "hill_patterns"
    package.mkdir()
    (package / "__init__.py").write_text(
        "from pathlib import Path\ndef folder():\n    return Path(__file__).parent / 'rows'\n"
    )
    (package / "policy_terms.jsonl").write_text(json.dumps(_row("hill.module"), ensure_ascii=False), encoding="utf-8")
    (package / "rows").mkdir()
    (package / "rows" / "policy_terms.jsonl").write_text(
        json.dumps(_row("hill.function", "丁戊"), ensure_ascii=False), encoding="utf-8"
    )
    metadata = tmp_path / "hill_patterns-2.5.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: hill-patterns\nVersion: 2.5\n")
    (metadata / "entry_points.txt").write_text("[policytag.packs]\nhills = hill_patterns:folder\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "hill_patterns", raising=False)
    loaded = load_packs()
    assert ("hills", "2.5") in [(info["name"], info["version"]) for info in loaded.info]
    assert ("hill.function", "hills") in [(row.id, row.pack) for row in loaded.rows]
    (metadata / "entry_points.txt").write_text("[policytag.packs]\nhills = hill_patterns\n")
    assert "hill.module" in [row.id for row in load_packs().rows]
    (metadata / "entry_points.txt").write_text("[policytag.packs]\nhills = hill_patterns:missing\n")
    [finding] = installed_packs()[1]
    assert finding.code == "installed-pack"
    assert "missing" in finding.message


def test_doubts_are_said_once_and_nothing_is_left_out(make_pack):
    rows = [_row("plain", "甲乙丙"), *(_row(f"plain{n}", f"丁戊{'己' * n}") for n in range(1, 8))]
    pack = make_pack(rows)
    with pytest.warns(PatternWarning, match="8 warnings in pattern files") as said:
        nlp = policytag.load([pack], defaults=False)
    [warning] = said
    assert [finding.code for finding in warning.message.findings] == ["id-form"] * 8
    assert str(warning.message).endswith("… and 3 more: see policytag check")
    assert str(warning.message).count("\n") == 6
    assert warning.filename == __file__
    assert policytag.annotate("甲乙丙", nlp=nlp).policy_terms
    again = pickle.loads(pickle.dumps(warning.message))
    assert (type(again), str(again), again.findings) == (
        PatternWarning,
        str(warning.message),
        warning.message.findings,
    )


def test_nothing_is_said_of_a_sound_pack(make_pack, recwarn):
    policytag.load([make_pack([_row("a.one")])])
    assert not [warning for warning in recwarn if issubclass(warning.category, PatternWarning)]
