"""The exchange format, field by field: the whole JSON of one small report.

A row is (path into the JSON, value). A field that is new, gone or renamed makes a test fail: that is a change for everybody who stores reports.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

import policytag
from policytag.patterns.location import builtin_patterns

TEXT = (
    "2025年澄溪区政府工作报告\n"
    "一、2024年工作回顾\n"
    "全年地区生产总值412.6亿元、增长6.1%。实施“双倍增”行动,白石岭水库开工建设,与江澜农业大学共建研究院。\n"
    "二、2025年工作安排\n"
    "新增企业30家以上。"
)

# fmt: off
FIELDS: list[tuple[str, Any]] = [
    ("source", None),
    ("meta.title", "2025年澄溪区政府工作报告"),
    ("meta.place", "澄溪区"),
    ("meta.level", "county"),
    ("meta.issuer", "澄溪区人民政府"),
    ("meta.year", 2025),
    ("meta.date", None),
    ("meta.speaker", None),
    ("meta.spans.title", [0, 14]),
    ("meta.spans.issuer", [5, 10]),
    ("meta.spans.year", [0, 4]),
    ("meta.spans.place", [5, 8]),
    ("meta.spans.level", [5, 8]),
    ("zones.0.kind", "body"),
    ("zones.0.start", 0),
    ("zones.0.end", 106),
    ("sections.0.index", 0),
    ("sections.0.parent", None),
    ("sections.0.level", 1),
    ("sections.0.number", "一"),
    ("sections.0.heading", "2024年工作回顾"),
    ("sections.0.start", 15),
    ("sections.0.end", 83),
    ("sections.0.period", "2024"),
    ("sections.0.stance", "reported"),
    ("sections.1.index", 1),
    ("sections.1.parent", None),
    ("sections.1.level", 1),
    ("sections.1.number", "二"),
    ("sections.1.heading", "2025年工作安排"),
    ("sections.1.start", 84),
    ("sections.1.end", 106),
    ("sections.1.period", "2025"),
    ("sections.1.stance", "target"),
    ("annotations.0.type", "QUANTITY"),
    ("annotations.0.start", 35),
    ("annotations.0.end", 42),
    ("annotations.0.text", "412.6亿元"),
    ("annotations.0.section", 0),
    ("annotations.0.evidence.tagger", "quantities"),
    ("annotations.0.evidence.rule", "quantity.money"),
    ("annotations.0.evidence.pack", None),
    ("annotations.0.evidence.path", None),
    ("annotations.0.evidence.condition", None),
    ("annotations.0.evidence.cue", None),
    ("annotations.0.value", "41260000000"),
    ("annotations.0.low", None),
    ("annotations.0.high", None),
    ("annotations.0.parts", None),
    ("annotations.0.unit", "元"),
    ("annotations.0.dimension", "money"),
    ("annotations.0.bound", "exact"),
    ("annotations.0.indicators.0.text", "地区生产总值"),
    ("annotations.0.indicators.0.name", "地区生产总值"),
    ("annotations.0.indicators.0.entity", "indicator.di-qu-sheng-chan-zong-zhi"),
    ("annotations.0.indicators.0.spans", [[29, 35]]),
    ("annotations.0.measure", "level"),
    ("annotations.0.period", "2024"),
    ("annotations.0.stance", "reported"),
    ("annotations.1.type", "QUANTITY"),
    ("annotations.1.start", 45),
    ("annotations.1.end", 49),
    ("annotations.1.text", "6.1%"),
    ("annotations.1.section", 0),
    ("annotations.1.evidence.tagger", "quantities"),
    ("annotations.1.evidence.rule", "quantity.share"),
    ("annotations.1.evidence.pack", None),
    ("annotations.1.evidence.path", None),
    ("annotations.1.evidence.condition", None),
    ("annotations.1.evidence.cue", None),
    ("annotations.1.value", "6.1"),
    ("annotations.1.low", None),
    ("annotations.1.high", None),
    ("annotations.1.parts", None),
    ("annotations.1.unit", "%"),
    ("annotations.1.dimension", "share"),
    ("annotations.1.bound", "exact"),
    ("annotations.1.indicators.0.text", "地区生产总值"),
    ("annotations.1.indicators.0.name", "地区生产总值"),
    ("annotations.1.indicators.0.entity", "indicator.di-qu-sheng-chan-zong-zhi"),
    ("annotations.1.indicators.0.spans", [[29, 35]]),
    ("annotations.1.measure", "growth"),
    ("annotations.1.period", "2024"),
    ("annotations.1.stance", "reported"),
    ("annotations.2.type", "POLICY_TERM"),
    ("annotations.2.start", 53),
    ("annotations.2.end", 56),
    ("annotations.2.text", "双倍增"),
    ("annotations.2.section", 0),
    ("annotations.2.evidence.tagger", "patterns"),
    ("annotations.2.evidence.rule", "slogan.double-growth"),
    ("annotations.2.evidence.pack", "chongqing"),
    ("annotations.2.evidence.path", "policy_terms.jsonl"),
    ("annotations.2.evidence.condition", "quoted"),
    ("annotations.2.evidence.cue.text", "“双倍增”"),
    ("annotations.2.evidence.cue.start", 52),
    ("annotations.2.evidence.cue.end", 57),
    ("annotations.2.entity", "slogan.double-growth"),
    ("annotations.2.name", "双倍增"),
    ("annotations.2.origin", "pack"),
    ("annotations.2.breadth", "specific"),
    ("annotations.2.quoted", True),
    ("annotations.2.head", "行动"),
    ("annotations.2.definition", "科技型企业和高新技术企业数量在规划期内成倍增长的行动（重庆）。"),
    ("annotations.2.definition_source", "pack"),
    ("annotations.3.type", "PROJECT"),
    ("annotations.3.start", 60),
    ("annotations.3.end", 65),
    ("annotations.3.text", "白石岭水库"),
    ("annotations.3.section", 0),
    ("annotations.3.evidence.tagger", "names"),
    ("annotations.3.evidence.rule", "project.head.水库"),
    ("annotations.3.evidence.pack", None),
    ("annotations.3.evidence.path", None),
    ("annotations.3.evidence.condition", None),
    ("annotations.3.evidence.cue", None),
    ("annotations.3.entity", None),
    ("annotations.3.name", "白石岭水库"),
    ("annotations.3.kind", "water"),
    ("annotations.3.stage", "started"),
    ("annotations.3.stage_cue.text", "开工建设"),
    ("annotations.3.stage_cue.start", 65),
    ("annotations.3.stage_cue.end", 69),
    ("annotations.4.type", "ORG"),
    ("annotations.4.start", 71),
    ("annotations.4.end", 77),
    ("annotations.4.text", "江澜农业大学"),
    ("annotations.4.section", 0),
    ("annotations.4.evidence.tagger", "names"),
    ("annotations.4.evidence.rule", "org.head.大学"),
    ("annotations.4.evidence.pack", None),
    ("annotations.4.evidence.path", None),
    ("annotations.4.evidence.condition", None),
    ("annotations.4.evidence.cue", None),
    ("annotations.4.entity", None),
    ("annotations.4.name", "江澜农业大学"),
    ("annotations.4.kind", "school"),
    ("annotations.4.resolved", None),
    ("annotations.5.type", "QUANTITY"),
    ("annotations.5.start", 100),
    ("annotations.5.end", 103),
    ("annotations.5.text", "30家"),
    ("annotations.5.section", 1),
    ("annotations.5.evidence.tagger", "quantities"),
    ("annotations.5.evidence.rule", "quantity.count"),
    ("annotations.5.evidence.pack", None),
    ("annotations.5.evidence.path", None),
    ("annotations.5.evidence.condition", None),
    ("annotations.5.evidence.cue.text", "以上"),
    ("annotations.5.evidence.cue.start", 103),
    ("annotations.5.evidence.cue.end", 105),
    ("annotations.5.value", "30"),
    ("annotations.5.low", None),
    ("annotations.5.high", None),
    ("annotations.5.parts", None),
    ("annotations.5.unit", "家"),
    ("annotations.5.dimension", "count"),
    ("annotations.5.bound", "at_least"),
    ("annotations.5.indicators.0.text", "企业"),
    ("annotations.5.indicators.0.name", "企业"),
    ("annotations.5.indicators.0.entity", None),
    ("annotations.5.indicators.0.spans", [[98, 100]]),
    ("annotations.5.measure", "added"),
    ("annotations.5.period", "2025"),
    ("annotations.5.stance", "target"),
    ("facts.0.indicator.text", "地区生产总值"),
    ("facts.0.indicator.name", "地区生产总值"),
    ("facts.0.indicator.entity", "indicator.di-qu-sheng-chan-zong-zhi"),
    ("facts.0.indicator.spans", [[29, 35]]),
    ("facts.0.measure", "level"),
    ("facts.0.value", "41260000000"),
    ("facts.0.low", None),
    ("facts.0.high", None),
    ("facts.0.parts", None),
    ("facts.0.unit", "元"),
    ("facts.0.bound", "exact"),
    ("facts.0.period", "2024"),
    ("facts.0.stance", "reported"),
    ("facts.0.place", "澄溪区"),
    ("facts.0.evidence.tagger", "facts"),
    ("facts.0.evidence.rule", "level"),
    ("facts.0.evidence.pack", None),
    ("facts.0.evidence.path", None),
    ("facts.0.evidence.condition", None),
    ("facts.0.evidence.cue", None),
    ("facts.0.quantity_index", 0),
    ("facts.1.indicator.text", "地区生产总值"),
    ("facts.1.indicator.name", "地区生产总值"),
    ("facts.1.indicator.entity", "indicator.di-qu-sheng-chan-zong-zhi"),
    ("facts.1.indicator.spans", [[29, 35]]),
    ("facts.1.measure", "growth"),
    ("facts.1.value", "6.1"),
    ("facts.1.low", None),
    ("facts.1.high", None),
    ("facts.1.parts", None),
    ("facts.1.unit", "%"),
    ("facts.1.bound", "exact"),
    ("facts.1.period", "2024"),
    ("facts.1.stance", "reported"),
    ("facts.1.place", "澄溪区"),
    ("facts.1.evidence.tagger", "facts"),
    ("facts.1.evidence.rule", "change"),
    ("facts.1.evidence.pack", None),
    ("facts.1.evidence.path", None),
    ("facts.1.evidence.condition", None),
    ("facts.1.evidence.cue", None),
    ("facts.1.cells.measure", [43, 45]),
    ("facts.1.quantity_index", 1),
    ("facts.2.indicator.text", "企业"),
    ("facts.2.indicator.name", "企业"),
    ("facts.2.indicator.entity", None),
    ("facts.2.indicator.spans", [[98, 100]]),
    ("facts.2.measure", "added"),
    ("facts.2.value", "30"),
    ("facts.2.low", None),
    ("facts.2.high", None),
    ("facts.2.parts", None),
    ("facts.2.unit", "家"),
    ("facts.2.bound", "at_least"),
    ("facts.2.period", "2025"),
    ("facts.2.stance", "target"),
    ("facts.2.place", "澄溪区"),
    ("facts.2.evidence.tagger", "facts"),
    ("facts.2.evidence.rule", "verb of coming into being"),
    ("facts.2.evidence.pack", None),
    ("facts.2.evidence.path", None),
    ("facts.2.evidence.condition", None),
    ("facts.2.evidence.cue", None),
    ("facts.2.cells.measure", [96, 98]),
    ("facts.2.quantity_index", 5),
    ("glossary", []),
    ("periods.0.start", 0),
    ("periods.0.end", 5),
    ("periods.0.text", "2025年"),
    ("periods.0.value", "2025"),
    ("periods.1.start", 17),
    ("periods.1.end", 22),
    ("periods.1.text", "2024年"),
    ("periods.1.value", "2024"),
    ("periods.2.start", 86),
    ("periods.2.end", 91),
    ("periods.2.text", "2025年"),
    ("periods.2.value", "2025"),
]
# fmt: on


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return dict(json.loads(policytag.annotate(TEXT).model_dump_json()))


def flat(path: str, value: Any) -> dict[str, Any]:
    """The leaves of nested JSON: path → value; a list of plain values is a leaf."""
    if isinstance(value, dict):
        return {k: v for key, item in value.items() for k, v in flat(f"{path}.{key}", item).items()}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return {k: v for i, item in enumerate(value) for k, v in flat(f"{path}.{i}", item).items()}
    return {path.removeprefix("."): value}


@pytest.mark.parametrize(("path", "value"), FIELDS, ids=[path for path, _ in FIELDS])
def test_a_field(path: str, value: Any, data: dict[str, Any]) -> None:
    assert flat("", data)[path] == value


def test_there_are_no_other_fields(data: dict[str, Any]) -> None:
    others = set(flat("", data)) - {path for path, _ in FIELDS}
    assert {path for path in others if not path.endswith("evidence.line") and not path.startswith("produced_by")} == {
        "text"
    }


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
