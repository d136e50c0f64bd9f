"""The wheel: built, installed into a fresh environment outside the checkout, it annotates as the checkout does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import policytag
from paths import ROOT, SAMPLE

_ANNOTATE = """
import pathlib, sys
import policytag
assert not pathlib.Path(policytag.__file__).is_relative_to(sys.argv[2]), policytag.__file__
report = policytag.annotate(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
sys.stdout.buffer.write(report.model_dump_json().encode())
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True, capture_output=True,
    )  # fmt: skip
    (built,) = folder.glob("*.whl")
    return built


def test_an_installed_wheel_annotates_as_the_checkout(wheel: Path, tmp_path: Path, sample: str) -> None:
    environment = tmp_path / "environment"
    subprocess.run(
        [sys.executable, "-m", "virtualenv", "--quiet", str(environment)], check=True, capture_output=True
    )  # fmt: skip
    python = environment / "bin" / "python"
    site = next((environment / "lib").glob("python3*/site-packages"))
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", str(wheel)], check=True, capture_output=True)
    done = subprocess.run(
        [str(python), "-I", "-c", _ANNOTATE, str(SAMPLE), str(ROOT)], capture_output=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert policytag.Report.model_validate_json(done.stdout) == policytag.annotate(sample)
    assert any(site.glob("policytag/builtin_patterns/national/*.jsonl"))
    script = environment / "bin" / "policytag"
    shown = subprocess.run([str(script), "--version"], capture_output=True, cwd=tmp_path, check=True)
    assert shown.stdout.decode().strip() == f"policytag {policytag.__version__}"
