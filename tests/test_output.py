"""Where the command line writes: nothing that was there is lost, and a reader may go away. Real processes, real files."""

from __future__ import annotations

import csv
import json
import os
import resource
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from typer.testing import CliRunner

from paths import SAMPLE
from policytag.cli import app

COMMAND = [sys.executable, "-m", "policytag", "annotate"]


def run(*arguments: str | Path) -> tuple[int, str]:
    """Exit code and standard error of ``policytag annotate``, run in this process."""
    done = CliRunner().invoke(app, ["annotate", *map(str, arguments)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stderr


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("新增企业28家", encoding="utf-8")
    return path


def test_a_file_is_replaced_and_keeps_its_mode(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old")
    out.chmod(0o640)
    assert run(report, "--format", "jsonl", "--out", out) == (0, "")
    assert json.loads(out.read_text(encoding="utf-8"))["source"] == str(report)
    assert stat.S_IMODE(out.stat().st_mode) == 0o640


@pytest.mark.parametrize("dangling", [False, True])
def test_a_symbolic_link_stays_one(report: Path, tmp_path: Path, dangling: bool) -> None:
    target, link = tmp_path / "target.jsonl", tmp_path / "link.jsonl"
    if not dangling:
        target.write_text("old")
    link.symlink_to(target)
    assert run(report, "--format", "jsonl", "--out", link)[0] == 0
    assert link.is_symlink()
    assert json.loads(target.read_text(encoding="utf-8"))["source"] == str(report)


def test_a_pipe_gets_what_is_written(report: Path, tmp_path: Path) -> None:
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(fifo.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    assert run(report, "--format", "jsonl", "--out", fifo)[0] == 0
    reader.join(60)
    assert json.loads(read[0])["source"] == str(report)
    assert stat.S_ISFIFO(fifo.stat().st_mode)


def test_where_nothing_could_be_annotated_the_old_file_stays(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("old")
    code, errors = run(tmp_path / "missing.txt", "--format", "csv", "--out", out)
    assert (code, out.read_text()) == (1, "old")
    assert "missing.txt" in errors
    assert "left as it was" in errors
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.parametrize("out", [".", "no/such/folder.json", "report.txt/out.json"])
def test_an_output_that_cannot_be_written(report: Path, out: str) -> None:
    code, errors = run(report, "--format", "json", "--out", report.parent / out)
    assert code == 1
    assert errors.startswith("policytag: cannot write")


def test_json_has_one_shape(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "one.txt").write_text("新增企业29家", encoding="utf-8")

    def written(*paths: Path) -> object:
        assert run(*paths, "--format", "json", "--out", out)[0] == (1 if "missing" in str(paths) else 0)
        return json.loads(out.read_text(encoding="utf-8"))

    assert isinstance(written(report), dict)
    for paths, n in (
        ([folder], 1),
        ([folder, report], 2),
        ([report, tmp_path / "missing.txt"], 1),
        ([report, report], 1),
    ):
        array = written(*paths)
        assert isinstance(array, list)
        assert len(array) == n
    done = subprocess.run([*COMMAND, "no", "none", "--format", "json"], capture_output=True, check=False)
    assert (done.returncode, json.loads(done.stdout)) == (1, [])


@pytest.mark.parametrize(
    ("options", "words"),
    [(["--format", "json", "--rows", "facts"], "--rows"), (["--format", "table", "--no-bom"], "--no-bom")],
)
def test_options_that_would_do_nothing_are_refused(report: Path, options: list[str], words: str) -> None:
    code, errors = run(report, *options)
    assert (code, words in errors) == (2, True)


def test_a_text_with_nothing_in_it_is_said(tmp_path: Path) -> None:
    blank = tmp_path / "blank.txt"
    blank.write_text(" \n", encoding="utf-8")
    assert run(blank, "--format", "csv", "--out", tmp_path / "o") == (
        0,
        f"policytag: {blank}: there is no text in it\n",
    )


def test_what_cannot_be_read_is_named_once(report: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, errors = run(
        "", tmp_path / "missing.txt", tmp_path / "empty", report, report, "--format", "jsonl", "--out", tmp_path / "o"
    )
    empty, missing, folder = errors.splitlines()
    assert (code, len((tmp_path / "o").read_text(encoding="utf-8").splitlines())) == (1, 1)
    assert empty == "policytag: an empty path names no file"
    assert missing == f"policytag: {tmp_path / 'missing.txt'}: No such file or directory"
    assert folder.startswith(f"policytag: {tmp_path / 'empty'}: the folder holds no file that can be read")


def test_what_is_known_of_the_reports(tmp_path: Path) -> None:
    path, out = tmp_path / "report.txt", tmp_path / "out.csv"
    path.write_bytes("市委召开会议，新增企业28家".encode("utf-16-le"))
    options = ["--encoding", "utf-16-le", "--year", "2019", "--place", "江澜省临澜市", "--format", "csv", "--out", out]
    assert run(path, *options) == (0, "")
    with out.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {(row["year"], row["place"]) for row in rows} == {("2019", "江澜省临澜市")}
    assert rows[0]["resolved"] == "中共江澜省临澜市委员会"


def test_the_reader_may_go_away() -> None:
    """More is written than a pipe holds, so that writing fails."""
    with subprocess.Popen(
        [*COMMAND, SAMPLE, "-", "--format", "json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write("新增企业28家。\n".encode() * 5000)
        process.stdin.close()
        assert process.stdout.read(1) == b"["
        process.stdout.close()
        errors = process.stderr.read().decode()
    assert "Traceback" not in errors
    assert "Error" not in errors
    assert process.returncode == 0


def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    with (tmp_path / "out").open("wb") as out:
        done = subprocess.run(
            [*COMMAND, SAMPLE, "--format", "csv"],
            stdout=out, stderr=subprocess.PIPE, preexec_fn=small_files_only, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["policytag: File too large"]
