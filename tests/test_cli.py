"""The command line, as a user runs it: real processes, real files."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import policytag
from paths import SAMPLE
from policytag import Report
from policytag.cli import app
from policytag.export.rows import ANNOTATION_COLUMNS, FACT_COLUMNS


def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "policytag", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False)


@pytest.fixture(scope="module")
def expected(sample: str) -> Report:
    return policytag.annotate(sample)


def test_the_table_shows_what_was_found(expected: Report) -> None:
    done = run("annotate", SAMPLE)
    assert done.returncode == 0, done.stderr
    out = done.stdout.decode()
    assert "澄溪区人民政府" in out
    assert all(a.text in out for a in expected.annotations[:20] if len(a.text) < 20)
    assert f"{len(expected.quantities)} QUANTITY" in out


def test_json_is_the_report(expected: Report) -> None:
    done = run("annotate", SAMPLE, "--format", "json")
    report = Report.model_validate_json(done.stdout)
    assert report.source == str(SAMPLE)
    assert report.annotations == expected.annotations


def test_several_reports(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name}新增企业28家", encoding="utf-8")
    array = json.loads(run("annotate", tmp_path, "--format", "json").stdout)
    assert [Path(report["source"]).name for report in array] == ["a.txt", "b.txt"]
    lines = run("annotate", tmp_path, "--format", "jsonl", "-j", "2").stdout.decode().splitlines()
    assert [json.loads(line) for line in lines] == array


def test_standard_input() -> None:
    done = run("annotate", "-", "--format", "json", stdin="新增企业28家".encode("gb18030"))
    report = Report.model_validate_json(done.stdout)
    assert (report.source, [q.text for q in report.quantities]) == ("<stdin>", ["28家"])


@pytest.mark.parametrize(("rows", "columns"), [("annotations", ANNOTATION_COLUMNS), ("facts", FACT_COLUMNS)])
def test_csv_opens_in_excel(rows: str, columns: tuple[str, ...], expected: Report, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert run("annotate", SAMPLE, "--format", "csv", "--rows", rows, "--out", out).returncode == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    with out.open(encoding="utf-8-sig", newline="") as stream:
        found = list(csv.DictReader(stream))
    assert tuple(found[0]) == columns
    assert [row["text"] for row in found] == [row["text"] for row in expected.to_rows(rows)]  # type: ignore[arg-type]
    assert {row["value"] for row in found} >= {"41260000000", "6.1"}


def test_csv_without_a_mark() -> None:
    done = run("annotate", SAMPLE, "--format", "csv", "--no-bom")
    assert done.stdout.startswith(b"source,")


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_done(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("新增企业28家", encoding="utf-8")
    binary = tmp_path / "binary.txt"
    binary.write_bytes(bytes(range(256)) * 40)
    done = run("annotate", tmp_path / "missing.txt", binary, good, "--format", "jsonl")
    assert done.returncode == 1
    assert [json.loads(line)["source"] for line in done.stdout.splitlines()] == [str(good)]
    errors = done.stderr.decode()
    assert "missing.txt" in errors
    assert "binary.txt" in errors
    assert "Traceback" not in errors


def test_what_a_folder_holds_beside_reports_is_said(tmp_path: Path) -> None:
    for name in ("a.txt", "b.doc", "c.doc", "d.xlsx", ".hidden"):
        (tmp_path / name).write_text("新增企业28家", encoding="utf-8")
    done = CliRunner().invoke(app, ["annotate", str(tmp_path), "--format", "jsonl"])
    assert done.exit_code == 0
    assert done.stderr == "policytag: files of kinds that are not read are left out: 2 .doc, 1 .xlsx\n"
    assert [json.loads(line)["source"] for line in done.stdout.splitlines()] == [str(tmp_path / "a.txt")]


def test_a_report_is_not_written_over(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("新增企业28家", encoding="utf-8")
    done = CliRunner().invoke(app, ["annotate", str(tmp_path), "--out", str(tmp_path / "." / "a.txt")])
    assert done.exit_code == 2
    assert report.read_text(encoding="utf-8") == "新增企业28家"


def test_standard_input_is_read_once() -> None:
    done = CliRunner().invoke(app, ["annotate", "-", "-", "--format", "jsonl"], input="新增企业28家")
    assert (done.exit_code, done.stdout.count("\n"), done.stderr) == (0, 1, "")


def test_a_broken_pack_is_told_in_full(tmp_path: Path) -> None:
    pack = tmp_path / "broken"
    pack.mkdir()
    (pack / "rows.jsonl").write_text('{"label": "LAW", "patern": "法", "id": "law.a"}\n{oops}\n', encoding="utf-8")
    done = run("annotate", SAMPLE, "--packs", pack)
    assert done.returncode == 1
    errors = done.stderr.decode()
    assert "rows.jsonl:1" in errors
    assert "rows.jsonl:2" in errors
    assert "Traceback" not in errors
    assert done.stdout == b""


def test_a_pack_of_ones_own(tmp_path: Path) -> None:
    pack = tmp_path / "mine"
    pack.mkdir()
    (pack / "laws.jsonl").write_text(
        '{"label": "LAW", "pattern": "烟花管理条例", "id": "law.fireworks"}\n', encoding="utf-8"
    )
    done = run("annotate", "-", "--packs", pack, "--format", "json", stdin="修订烟花管理条例".encode())
    assert [a.type for a in Report.model_validate_json(done.stdout).annotations] == ["LAW"]


def test_schema_is_the_schema_of_a_report() -> None:
    schema = json.loads(run("schema").stdout)
    assert schema["title"] == "Report"
    assert {"PolicyTerm", "Organization", "Project", "Quantity", "Fact"} <= set(schema["$defs"])


def test_version_and_help() -> None:
    assert run("--version").stdout.decode().strip() == f"policytag {policytag.__version__}"
    assert b"annotate" in run("--help").stdout
    assert "--text" in CliRunner().invoke(app, ["explain", "-h"]).stdout


def test_explaining_a_text_too_long_for_a_path() -> None:
    text = f"新增企业28家。{'干劲十足。' * 60}"
    done = CliRunner().invoke(app, ["explain", "--text", text, "--find", "28家"])
    assert done.exit_code == 0, done.output
    assert "fact.added" in done.output


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--find", "双倍增"], 0, "row slogan.double-growth"),
        (["--find", "實施"], 0, "nothing was found at 0-2, and nothing was rejected to have it found: policytag new"),
        (["--find", "「雙倍增」"], 0, "row slogan.double-growth"),
        (
            ["--find", "企业"],
            0,
            "fact 企业 · added · 28 家, by facts rule fact.added indicator: 企业 at 12-14 measure: 新增",
        ),
        (["--find", "园区"], 1, "policytag: '园区' does not occur in the text"),
        (["--find", ""], 1, "does not occur"),
        (["--at", "14"], 0, "28家"),
        (["--at", "99"], 1, "policytag: there is no offset 99: the text has 25 characters"),
        (["--at", "1", "--find", "双倍增"], 2, "either --find or --at"),
    ],
)
def test_explaining_a_place(options: list[str], code: int, words: str) -> None:
    done = CliRunner().invoke(app, ["explain", "--text", "实施“双倍增”行动。新增企业28家。关停企业3家。", *options])
    assert done.exit_code == code
    assert words in " ".join(done.output.split())


def test_usage_names_the_program_and_its_arguments() -> None:
    usage = b" ".join(run("annotate", "--help").stdout.split()[:5]).decode()
    assert usage == "Usage: policytag annotate [OPTIONS] {PATH}..."
