"""The code of the READMEs and the guide runs, and prints what they say it prints."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

from paths import ROOT, SAMPLE

_BLOCK = re.compile(r"```(python|text)\n(.*?)```", re.DOTALL)
READMES = ["README.md", "README.zh-CN.md"]


def blocks(path: Path) -> list[tuple[str, str]]:
    """The code blocks of a page: (language, content)."""
    return _BLOCK.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", READMES)
def test_a_readme_prints_what_it_says(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    found = blocks(ROOT / name)
    assert [language for language, _ in found] == ["python", "text", "python"]
    with contextlib.redirect_stdout(printed):
        exec(found[0][1], {})
    assert printed.getvalue() == found[1][1]
    with contextlib.redirect_stdout(printed):
        exec(found[2][1], {})
    assert "澄溪区人民政府 2025" in printed.getvalue()
    assert "28 家" in printed.getvalue()


def test_the_code_of_the_guide_runs(sample: str) -> None:
    pytest.importorskip("pandas", reason="the guide shows a DataFrame")
    names: dict[str, object] = {"texts": [sample]}
    exec("import policytag", names)
    for language, code in blocks(ROOT / "docs" / "guide.md"):
        if language == "python":
            exec(code, names)
    assert "report" in names


def test_both_readmes_have_the_same_code() -> None:
    code = [[content for _, content in blocks(ROOT / name)] for name in READMES]
    strip = [[re.sub(r"#.*", "", content) for content in contents] for contents in code]
    assert strip[0] == strip[1]


def test_the_sample_is_long_enough_and_ours(sample: str) -> None:
    assert len(sample) >= 1500
    assert SAMPLE.name.endswith("2025.txt")
