"""The commands for pattern files, as a user calls them."""

import json

import pytest
import typer
from typer.testing import CliRunner

from policytag.commands.check import check
from policytag.commands.explain import explain
from policytag.commands.format import format_files
from policytag.commands.new import new

app = typer.Typer()
app.command("check")(check)
app.command("format")(format_files)
app.command("new")(new)
app.command("explain")(explain)

BAD = {"label": "POLICY_TERM", "pattern": "141", "id": "code.141", "contxt": {}}
ODD = {"label": "POLICY_TERM", "pattern": "141", "id": "code.141"}


def _run(*args):
    return CliRunner().invoke(app, [str(arg) for arg in args])


@pytest.mark.parametrize(("row", "options", "code"), [(BAD, [], 1), (ODD, [], 0), (ODD, ["--strict"], 1)])
def test_check_exit_codes(make_pack, row, options, code):
    assert _run("check", make_pack([row]), "--no-defaults", *options).exit_code == code


def test_check_text(make_pack):
    pack = make_pack([BAD])
    first, left_out, last = _run("check", pack, "--no-defaults").output.splitlines()
    assert left_out.startswith(f"{pack}/policy_terms.jsonl: info: 1 row")
    assert first == (
        f"{pack}/policy_terms.jsonl:1: error: code.141: unknown key 'contxt' [unknown-key] → did you mean 'context'?"
    )
    assert last == "1 error, 0 warnings, 1 info"


def test_check_json(make_pack):
    [finding] = json.loads(_run("check", make_pack([ODD]), "--no-defaults", "--format", "json").output)
    assert (finding["code"], finding["severity"], finding["line"]) == ("needs-context", "warning", 1)


def test_check_github(make_pack):
    pack = make_pack([BAD])
    output, notice = _run("check", pack, "--no-defaults", "--format", "github").output.splitlines()
    assert notice.startswith(f"::notice file={pack}/policy_terms.jsonl,line=1,title=left-out::")
    assert output == (
        f"::error file={pack}/policy_terms.jsonl,line=1,title=unknown-key::"
        "code.141: unknown key 'contxt' → did you mean 'context'?"
    )


def test_check_built_in_packs():
    result = _run("check", "--strict")
    assert result.exit_code == 0, result.output


def test_format(make_pack):
    pack = make_pack(['{"id":"a.b","label":"ORG","pattern":"\\u533a\\u59d4"}'])
    assert _run("format", pack, "--check").exit_code == 1
    assert _run("format", pack).exit_code == 0
    assert (pack / "policy_terms.jsonl").read_text(
        encoding="utf-8"
    ) == '{"label": "ORG", "pattern": "区委", "id": "a.b"}\n'
    assert _run("format", pack, "--check").exit_code == 0
    assert _run("format", pack / "nowhere").exit_code == 1


def test_new_then_check(tmp_path):
    pack = tmp_path / "mine"
    result = _run("new", "policy_term", "双倍增", "--pack", pack, "--near", "行动", "--near", "计划", "--quoted")
    assert result.exit_code == 0, result.output
    assert result.output.startswith(f"{pack}/policy_terms.jsonl:1\n")
    assert _run("check", pack, "--no-defaults", "--strict").exit_code == 0


def test_new_says_which_built_in_row_would_win(tmp_path):
    notes = [_run("new", "policy_term", term, "--pack", tmp_path).stderr.splitlines() for term in ("141", "青溪九治")]
    assert [len(lines) for lines in notes] == [2, 1]
    assert "slogan.141 (" in notes[0][0]
    assert "--id slogan.141" in notes[0][0]


def test_explain_names_drafts(make_pack):
    pack = make_pack([{**ODD, "pattern": "青溪九治", "id": "slogan.nine", "status": "draft"}])
    options = ["explain", "--text", "推进青溪九治", "--packs", pack]
    output = _run(*options).output
    assert "2-6 POLICY_TERM 青溪九治 (rejected)\n  by row slogan.nine (mine/policy_terms.jsonl:1)" in output
    assert "failed: its status is draft" in output
    assert "status is draft" not in _run(*options, "--drafts").output


def test_explain(make_pack, tmp_path):
    pack = make_pack([{**ODD, "id": "slogan.141", "context": {"any_of": [{"quoted": True}]}}])
    output = _run("explain", "--text", "“141”与141", "--packs", pack).output
    assert "1-4 POLICY_TERM 141\n  by row slogan.141 (mine/policy_terms.jsonl:1)\n  passed: quoted" in output
    assert "6-9 POLICY_TERM 141 (rejected)" in output
    assert "failed: any_of: not quoted" in output
    file = tmp_path / "report.txt"
    file.write_text("“141”与141", encoding="utf-8")
    at = _run("explain", file, "--at", "7", "--packs", pack).output
    assert "rejected" in at
    assert "1-4" not in at
    assert _run("explain").exit_code == 2


OFF = [
    {"label": "POLICY_TERM", "pattern": "青溪九治", "id": "slogan.nine"},
    {"label": "POLICY_TERM", "pattern": "青溪八治", "id": "slogan.eight", "region": "hunan"},
    {"label": "POLICY_TERM", "pattern": "青溪七治", "id": "slogan.seven"},
    {"label": "POLICY_TERM", "pattern": "青溪六治", "id": "slogan.six"},
]
LATER = [
    {"id": "slogan.nine", "disabled": True},
    {"label": "POLICY_TERM", "pattern": "七治行动", "id": "slogan.seven", "region": "hubei"},
    {"label": "POLICY_TERM", "pattern": "青溪六治", "id": "slogan.six", "name": "六治"},
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("推进青溪九治", "failed: it is removed by later/policy_terms.jsonl:1"),
        ("推进青溪八治", "failed: its region is hunan, not hubei"),
        ("推进青溪七治", "failed: it is replaced by later/policy_terms.jsonl:2"),
        ("推进青溪六治", "2-6 POLICY_TERM 青溪六治\n  by row slogan.six (later/policy_terms.jsonl:3)\n"),
    ],
)
def test_explain_names_rows_that_do_not_count(make_pack, text, why):
    options = ["--packs", make_pack(OFF), "--packs", make_pack(LATER, "later"), "--no-defaults", "--region", "hubei"]
    output = _run("explain", "--text", text, *options).output
    assert why in output
    assert output.count("青溪") == 1


def test_explain_takes_what_is_known_of_the_report(make_pack):
    row = {"label": "POLICY_TERM", "pattern": "青溪九治", "id": "slogan.nine", "valid": [2021, None]}
    options = ["explain", "--text", "推进青溪九治，市委召开会议", "--packs", make_pack([row])]
    assert "by row slogan.nine" in _run(*options, "--year", "2022").output
    assert "failed: valid: the row counts for 2021-…, the report is of 2019" in _run(*options, "--year", "2019").output
    assert _run(*options, "--place", "").exit_code == 1


def test_explain_takes_words_or_a_file(tmp_path):
    path = tmp_path / "report"
    path.write_text("推进青溪九治", encoding="utf-8")
    result = _run("explain", "--text", path)
    assert result.exit_code == 2
    assert "give a file without --text" in " ".join(result.output.replace("│", " ").split())


def test_what_is_doubtful_in_packs_is_said(make_pack):
    output = _run("explain", "--text", "推进青溪九治", "--packs", make_pack([{**ODD, "id": "code"}])).output
    assert "policytag: 1 warning in pattern files (all was loaded):" in output
    assert "[id-form]" in output


@pytest.mark.parametrize(
    "command",
    [["check", ""], ["format", ""], ["explain", "--text", "文", "--packs", ""], ["new", "LAW", "法", "--pack", ""]],
)
def test_an_empty_path_is_not_this_folder(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = _run(*command)
    assert result.exit_code in (1, 2)
    assert not list(tmp_path.iterdir())
    message = " ".join(f"{result.output} {result.exception}".split())
    assert "an empty path names no pack" in message or "--pack is empty" in message
