"""The code of the READMEs and the pages runs as it stands, each block by itself, and prints what they say it prints.

What a block prints is the text block after it, or the comment lines in it. A comment behind an expression that shows a
Decimal is its value.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from typer.testing import CliRunner

from paths import ROOT, SAMPLE
from policytag.cli import app

_BLOCK = re.compile(r"```(python|text)\n(.*?)```", re.DOTALL)
_COMMENT = re.compile(r"^# ?(.*\n)", re.MULTILINE)
_VALUE = re.compile(r"^(\S.*?) {2,}# (Decimal\(.*\))$", re.MULTILINE)
READMES = ["README.md", "README.zh-CN.md"]
PAGES = [
    *READMES,
    *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")) if path.name != "patterns.md"),
]


class Example(NamedTuple):
    """A block of Python, and what it prints; None where the page does not say."""

    page: str
    code: str
    printed: str | None


def blocks(path: Path) -> list[tuple[str, str]]:
    """The code blocks of a page: (language, content)."""
    return _BLOCK.findall(path.read_text(encoding="utf-8"))


def examples(page: str) -> list[Example]:
    found = blocks(ROOT / page)
    following = [*found[1:], ("", "")]
    return [
        Example(page, code, after if kind == "text" else "".join(_COMMENT.findall(code)) or None)
        for (language, code), (kind, after) in zip(found, following, strict=False)
        if language == "python"
    ]


EXAMPLES = [example for page in PAGES for example in examples(page)]


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{e.page}-{i}" for i, e in enumerate(EXAMPLES)])
def test_an_example(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    if "import pandas" in example.code:
        pytest.importorskip("pandas", reason="the guide shows a DataFrame")
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    names: dict[str, Any] = {}
    with contextlib.redirect_stdout(printed):
        exec(example.code, names)
    if example.printed is not None:
        assert printed.getvalue() == example.printed
    for expression, value in _VALUE.findall(example.code):
        assert repr(eval(expression, names)) == value


def test_what_a_command_prints() -> None:
    """A console block of one command whose output stands below it."""
    text = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    [(command, printed)] = re.findall(r"```console\n\$ policytag (.*)\n((?s:.+?))```", text)
    done = CliRunner().invoke(app, shlex.split(command))
    assert done.stdout == printed


def test_every_page_with_code_is_tried() -> None:
    pages = [example.page for example in EXAMPLES]
    assert {"docs/guide.md", "docs/facts.md", "docs/quantities.md", "docs/structure.md", *READMES} <= set(pages)


def test_both_readmes_have_the_same_code() -> None:
    code = [[content for _, content in blocks(ROOT / name)] for name in READMES]
    strip = [[re.sub(r"#.*", "", content) for content in contents] for contents in code]
    assert strip[0] == strip[1]


def test_the_sample_is_long_enough_and_ours(sample: str) -> None:
    assert len(sample) >= 1500
    assert SAMPLE.name.endswith("2025.txt")
