"""docs/patterns.md: every block on it runs, and every code that a finding can have is explained."""

import json
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

import policytag.patterns
from policytag.cli import app
from policytag.patterns.check import check_packs
from policytag.patterns.codes import CODES
from policytag.patterns.schema import row_problems

PAGE = Path(__file__).parents[2] / "docs" / "patterns.md"
README = Path(__file__).parents[2] / "patterns" / "README.md"
BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)

_LINE_OF_A_ROW = re.compile(r"(?<=\.jsonl):[0-9]+(?=\))")  # changes with every row that is added to a built-in pack


def _blocks(page):
    return [found.groups() for found in BLOCK.finditer(page.read_text(encoding="utf-8"))]


def test_the_page_from_top_to_bottom(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    output = ""
    for language, title, code in _blocks(PAGE):
        if language == "sh":
            for line in code.splitlines():
                result = CliRunner().invoke(app, shlex.split(line)[1:])
                assert result.exit_code == 0, f"{line}\n{result.output}"
                output = result.stdout
        elif language == "text":
            assert _LINE_OF_A_ROW.sub("", output) == _LINE_OF_A_ROW.sub("", code)
        elif language == "python":
            exec(compile(code, str(PAGE), "exec"), {})
        elif language == "jsonl" and title is not None:
            Path(title).parent.mkdir(exist_ok=True)
            Path(title).write_text(code, encoding="utf-8")
        else:
            assert language in ("jsonl", "toml")
    drafted = next(code for language, title, code in _blocks(PAGE) if language == "jsonl" and title is None)
    assert json.loads(drafted)["status"] == "draft"


ROWS = [line for language, _, code in _blocks(PAGE) if language == "jsonl" for line in code.splitlines()]


@pytest.mark.parametrize("line", ROWS, ids=[json.loads(line)["id"] for line in ROWS])
def test_every_row_is_right(line, make_pack):
    assert row_problems(json.loads(line)) == []
    findings = check_packs([make_pack([line])], defaults=False)
    assert [str(f) for f in findings if f.code not in ("nothing-to-remove", "draft")] == []


def test_the_draft_is_what_the_command_writes(tmp_path):
    pack = tmp_path / "my-patterns"
    CliRunner().invoke(app, ["new", "policy_term", "三争三提", "--pack", str(pack), "--quoted", "--near", "行动"])
    assert (pack / "policy_terms.jsonl").read_text(encoding="utf-8").strip() == ROWS[0]


def test_the_table_of_messages_is_that_of_the_code():
    table = PAGE.read_text(encoding="utf-8").split("| code |")[1].splitlines()[2:]
    assert table == [f"| `{code}` | {' | '.join(row)} |" for code, row in CODES.items()]


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_used(code):
    source = Path(policytag.patterns.__file__).parent
    files = [file for file in source.rglob("*.py") if file.name != "codes.py"]
    assert any(f'"{code}"' in file.read_text(encoding="utf-8") for file in files)
