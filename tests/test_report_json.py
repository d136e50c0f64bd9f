"""The exchange format: the whole JSON of one small report, as it lies in report.json.

A field that is new, gone or renamed is a change for everybody who stores reports. Where a change is meant, write the file anew:
``python tests/test_report_json.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

import policytag
from paths import ROOT
from policytag.patterns.location import builtin_patterns

TEXT = (
    "2025年澄溪区政府工作报告\n"
    "一、2024年工作回顾\n"
    "全年地区生产总值412.6亿元、增长6.1%。实施“双倍增”行动,白石岭水库开工建设,与江澜农业大学共建研究院。\n"
    "二、2025年工作安排\n"
    "新增企业30家以上。"
)
GOLDEN = ROOT / "tests" / "report.json"
CHANGING = ("produced_by", "line")
"""What changes with every row that is added to a built-in pack."""


def stable(value: Any) -> Any:
    """The JSON without what changes."""
    if isinstance(value, dict):
        return {key: stable(item) for key, item in value.items() if key not in CHANGING}
    return [stable(item) for item in value] if isinstance(value, list) else value


def fields(value: Any, path: str = "") -> Iterator[str]:
    """The names of all fields, with their way through the JSON."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from fields(item, f"{path}.{key}")
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for item in value:
            yield from fields(item, f"{path}.*")
    else:
        yield path


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return dict(json.loads(policytag.annotate(TEXT).model_dump_json()))


@pytest.fixture(scope="module")
def golden() -> dict[str, Any]:
    return dict(json.loads(GOLDEN.read_text(encoding="utf-8")))


def test_the_fields(data: dict[str, Any], golden: dict[str, Any]) -> None:
    assert set(fields(stable(data))) == set(fields(golden))


def test_the_values(data: dict[str, Any], golden: dict[str, Any]) -> None:
    assert stable(data) == golden


def test_the_golden_report_holds_every_type(golden: dict[str, Any]) -> None:
    assert {a["type"] for a in golden["annotations"]} == {"POLICY_TERM", "ORG", "PROJECT", "QUANTITY"}
    assert all(golden[part] for part in ("zones", "sections", "facts", "periods"))


def test_the_line_is_the_rows(data: dict[str, Any]) -> None:
    (evidence,) = (a["evidence"] for a in data["annotations"] if a["type"] == "POLICY_TERM")
    lines = (builtin_patterns() / evidence["pack"] / evidence["path"]).read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[evidence["line"] - 1])["id"] == evidence["rule"]
    assert all(f["evidence"]["line"] is None for f in data["facts"])


def test_produced_by(data: dict[str, Any]) -> None:
    produced_by = data["produced_by"]
    assert (produced_by["policytag"], produced_by["schema_version"]) == (policytag.__version__, 1)
    packs = {pack["name"]: pack for pack in produced_by["packs"]}
    assert {"national", "chongqing", "grammar"} <= set(packs)
    assert all(set(pack) == {"name", "version", "sha256"} and len(pack["sha256"]) == 64 for pack in packs.values())


if __name__ == "__main__":
    report = stable(json.loads(policytag.annotate(TEXT).model_dump_json()))
    GOLDEN.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
