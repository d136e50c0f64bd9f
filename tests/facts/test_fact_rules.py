"""The rules that docs/facts.md lists are those of the code, and each reads its example."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import policytag
import policytag.facts

PAGE = Path(__file__).parents[2] / "docs" / "facts.md"
_ROW = re.compile(r"^\| `(fact\.[a-z-]+)` \| .* \| (.+) \|$", re.MULTILINE)
_RULE = re.compile(r'"(fact\.[a-z-]+)"')
_OF_NO_FACT = {"fact.other-age", "fact.other-glossary"}
LISTED = dict(_ROW.findall(PAGE.read_text(encoding="utf-8")))


def test_every_rule_is_listed() -> None:
    modules = Path(policytag.facts.__path__[0]).glob("*.py")
    assert {rule for module in modules for rule in _RULE.findall(module.read_text("utf-8"))} == {*LISTED, *_OF_NO_FACT}


@pytest.mark.parametrize("rule", LISTED)
def test_the_example_of_a_rule(rule: str) -> None:
    facts = policytag.annotate(LISTED[rule]).facts
    assert (rule, rule.split(".")[1].split("-")[0]) in {(fact.evidence.rule, fact.measure) for fact in facts}


@pytest.mark.parametrize(
    "start", ["2.5%的人口", "1%财政收入", "1亿元企业10家", "1亿元企业", "5%", "-5%", "增长5%", "5家企业"]
)
@pytest.mark.parametrize("end", ["前", "超", "的", "-", "--"])
def test_the_end_of_a_text_stands_not_before_its_beginning(start: str, end: str) -> None:
    def read(text: str) -> list[tuple[str, str]]:
        return [(fact.measure, fact.evidence.rule) for fact in policytag.annotate(text).facts]

    assert read(f"{start}。\n全市经济平稳运行{end}") == read(f"{start}。\n全市经济平稳运行好")
