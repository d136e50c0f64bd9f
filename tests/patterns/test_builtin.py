"""The built-in packs: right by their own check, readable for stock spaCy, and the traps of the field."""

import json

import pytest
import spacy

from policytag.patterns.check import check_packs
from policytag.patterns.location import builtin_patterns
from policytag.patterns.packs import load_packs
from policytag.reading.folding import FoldedText
from policytag.taggers.patterns import PatternRules, find_patterns

FILES = sorted(
    file
    for name in ("policy_terms", "organizations", "projects", "indicators")
    for file in builtin_patterns().glob(f"*/{name}.jsonl")
)


@pytest.fixture(scope="module")
def rules():
    return PatternRules.from_rows(load_packs().rows)


def test_there_are_packs():
    assert {"national", "chongqing"} <= {file.parent.name for file in FILES}


def test_check_strict_finds_nothing():
    assert [str(finding) for finding in check_packs() if finding.severity != "info"] == []


def test_ids_are_unique_over_all_built_in_packs():
    ids = [json.loads(line)["id"] for file in FILES for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_stock_spacy_reads_the_file(file):
    nlp = spacy.blank("zh")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.from_disk(file)
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(ruler) == len(rows)
    first = next(row for row in rows if isinstance(row["pattern"], str))
    assert first["label"] in {ent.label_ for ent in nlp(first["pattern"]).ents}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实施科技型企业“双倍增”行动", ["双倍增"]),
        ("實施「雙倍增」行動", ["雙倍增"]),
        ("力争产值税收双倍增长", []),
        ("建强“141”基层智治体系", ["141"]),
        ("建强“１４１”基层智治体系", ["１４１"]),
        ("推动141航校落地", []),
        ("推动“141”航校落地", []),
        ("取得CCAR-141部资质", []),
        ("新增规上企业141家", []),
        ("全市141个镇街", []),
        ("完成投资1411亿元", []),
        ("构建“33618”现代制造业集群体系", ["33618"]),
        ("邮编为33618", []),
    ],
)
def test_traps(rules, text, expected):
    codes = {"双倍增", "雙倍增", "141", "１４１", "33618"}
    found = [text[c["start"] : c["end"]] for c in find_patterns(FoldedText(text), {"meta": {}}, rules)]
    assert [term for term in found if term in codes] == expected
