"""Everything that can be wrong in a pack gives a finding with its place and a cure; nothing of the pack is loaded."""

import json

import pytest

from policytag.errors import PatternError
from policytag.patterns.packs import load_packs
from policytag.patterns.schema import row_problems

GOOD = {"label": "POLICY_TERM", "pattern": "双倍增", "id": "slogan.double-growth"}


def _row(**changes):
    return {key: value for key, value in {**GOOD, **changes}.items() if value is not ...}


BAD_ROWS = [
    # what changes in a good row, the code, a word of the advice
    ({"label": ...}, "missing-key", "label"),
    ({"pattern": ...}, "missing-key", "pattern"),
    ({"id": ...}, "missing-key", "id"),
    ({"patern": "x"}, "unknown-key", "'pattern'"),
    ({"Label": "ORG"}, "unknown-key", "'label'"),
    ({"colour": "red"}, "unknown-key", "use one of"),
    ({"label": "policy_term"}, "label", "'POLICY_TERM'"),
    ({"label": "QUANTITY"}, "label", "units.txt"),
    ({"label": 5}, "wrong-type", "string"),
    ({"pattern": ""}, "empty-pattern", "words"),
    ({"pattern": "  "}, "empty-pattern", "words"),
    ({"pattern": []}, "empty-pattern", "token"),
    ({"pattern": 5}, "wrong-type", "string"),
    ({"pattern": "字" * 201}, "long-pattern", "200"),
    ({"pattern": "双\n倍增"}, "white-space", "line breaks"),
    ({"pattern": " 双倍增"}, "white-space", "'双倍增'"),
    ({"pattern": "“双倍增”"}, "punctuation-edge", "quoted"),
    ({"id": ""}, "id", "kind.slug"),
    ({"id": "a b"}, "id", "kind.slug"),
    ({"id": 5}, "wrong-type", "string"),
    ({"name": 5}, "wrong-type", "string"),
    ({"entity": " "}, "empty-value", "entity"),
    ({"priority": "high"}, "wrong-type", "number"),
    ({"priority": True}, "wrong-type", "number"),
    ({"boundary": "word"}, "bad-value", "number, none"),
    ({"status": "stabel"}, "bad-value", "'stable'"),
    ({"region": "重庆"}, "bad-value", "chongqing"),
    ({"valid": 2024}, "wrong-type", "[2021, 2025]"),
    ({"valid": [2025, 2021]}, "bad-value", "[2021, 2025]"),
    ({"valid": [2025]}, "bad-value", "[2021, 2025]"),
    ({"disabled": False}, "bad-value", "true"),
    ({"disabled": True}, "disabled-row", "id"),
    ({"attributes": []}, "wrong-type", "breadth"),
    ({"attributes": {"breadht": "broad"}}, "unknown-key", "'breadth'"),
    ({"attributes": {"breadth": "wide"}}, "bad-value", "specific, broad"),
    ({"attributes": {"kind": "bank"}}, "unknown-key", "breadth"),
    ({"label": "ORG", "attributes": {"kind": "Bank"}}, "bad-value", "'bank'"),
    ({"label": "INDICATOR", "attributes": {"unit": "元"}}, "unknown-key", "no attributes"),
    ({"context": []}, "wrong-type", "right_not"),
    ({"context": {}}, "empty-value", "leave it out"),
    ({"context": {"rigth_not": ["号"]}}, "unknown-key", "'right_not'"),
    ({"context": {"right_not": "号"}}, "wrong-type", "list"),
    ({"context": {"right_not": []}}, "empty-value", "leave the key out"),
    ({"context": {"right_not": [""]}}, "empty-value", "every match"),
    ({"context": {"any_of": {"quoted": True}}}, "wrong-type", "list"),
    ({"context": {"any_of": []}}, "empty-value", "quoted"),
    ({"context": {"any_of": [{}]}}, "bad-value", "either"),
    ({"context": {"any_of": [{"quoted": True, "near": ["行动"]}]}}, "bad-value", "either"),
    ({"context": {"any_of": [{"quoted": False}]}}, "bad-value", "true"),
    ({"context": {"any_of": [{"near": ["区"]}]}}, "short-near-word", "longer"),
    ({"context": {"any_of": [{"near": ["行动"], "within": -1}]}}, "bad-value", "200"),
    ({"context": {"any_of": [{"near": ["行动"], "within": 10_000}]}}, "bad-value", "200"),
    ({"context": {"any_of": [{"neer": ["行动"]}]}}, "unknown-key", "'near'"),
    ({"examples": []}, "wrong-type", "match"),
    ({"examples": {"matches": ["[[双倍增]]"]}}, "unknown-key", "'match'"),
    ({"examples": {"match": ["双倍增"]}}, "example-marks", "[[ ]]"),
    ({"examples": {"match": ["[[双倍增"]}}, "example-marks", "[[words]]"),
    ({"examples": {"no_match": ["[[双倍增]]长"]}}, "example-marks", "leave the marks out"),
    ({"pattern": [["TEXT", "行"]]}, "token", "list of lists"),
    ({"pattern": [{"TXT": "行"}]}, "token-attribute", "'TEXT'"),
    ({"pattern": [{"text": "行"}]}, "token-attribute", "'TEXT'"),
    ({"pattern": [{"POS": "NOUN"}]}, "token-attribute", "TEXT"),
    ({"pattern": [{"TEXT": {"regex": "a"}}]}, "token-predicate", "'REGEX'"),
    ({"pattern": [{"TEXT": {}}]}, "token-value", "IN"),
    ({"pattern": [{"TEXT": {"IN": "行动"}}]}, "token-value", "list"),
    ({"pattern": [{"TEXT": 5}]}, "token-value", "string"),
    ({"pattern": [{"IS_DIGIT": "yes"}]}, "token-value", "true or false"),
    ({"pattern": [{"LENGTH": {">=": "2"}}]}, "token-value", "number"),
    ({"pattern": [{"TEXT": "行", "OP": "%"}]}, "token-operator", "{n,m}"),
    ({"pattern": [{"TEXT": "行", "OP": "?"}]}, "token-operator", "required"),
    ({"pattern": [{"TEXT": {"REGEX": "("}}]}, "regex", "mend"),
    ({"pattern": [{"TEXT": {"REGEX": "(a+)+b"}}]}, "regex-runaway", "bound"),
    ({"pattern": [{"TEXT": {"REGEX": "(a|ab)*c"}}]}, "regex-runaway", "bound"),
]


@pytest.mark.parametrize(("changes", "code", "advice"), BAD_ROWS)
def test_a_bad_row_is_found_and_its_pack_is_not_loaded(make_pack, changes, code, advice):
    row = _row(**changes)
    problems = [problem for problem in row_problems(row) if problem.severity == "error"]
    assert [problem.code for problem in problems] == [code]
    with pytest.raises(PatternError) as error:
        load_packs([make_pack([{**GOOD, "id": "slogan.good", "pattern": "好词"}, row])], defaults=False)
    [finding] = error.value.findings
    assert (finding.line, finding.code) == (2, code)
    assert advice in finding.advice
    assert finding.path.endswith("policy_terms.jsonl")


@pytest.mark.parametrize(("label", "meant"), [("POLICYTERM", "POLICY_TERM"), ("PROJECTS", "PROJECT"), ("LAW", None)])
def test_a_label_of_ones_own_that_is_nearly_another(label, meant):
    advice = {problem.code: problem.advice for problem in row_problems(_row(label=label))}
    assert list(advice) == (["near-label"] if meant else [])
    assert meant is None or f"'{meant}'" in advice["near-label"]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"label": "LAW", "attributes": {"anything": [1, {"a": None}]}},
        {"pattern": "3+2"},
        {"pattern": "10%"},
        {"pattern": "𠮷野经济区"},
        {"pattern": [{"TEXT": {"IN": ["行", "动"]}, "OP": "{1,3}"}, {"LENGTH": {">=": 2}}, {}]},
        {"pattern": [{"TEXT": {"REGEX": "^[0-9]{1,4}$"}}, {"LOWER": {"FUZZY": "gdp"}}]},
        {"pattern": [{"TEXT": {"REGEX": {"IN": ["a+", "b+"]}}}]},
        {"valid": [2021, None]},
        {"region": "chongqing/qianjiang"},
        {"context": {"left_not": ["第"], "any_of": [{"quoted": True}, {"near": ["行动"], "within": 0}]}},
        {"status": "deprecated", "note": "x", "source": "y"},
    ],
)
def test_good_rows(changes):
    assert row_problems(_row(**changes)) == []


@pytest.mark.parametrize(
    ("line", "code", "part"),
    [
        ('{"label": "ORG",', "broken-json", "column"),
        ('{"label": "ORG"} {"label": "ORG"}', "broken-json", "second object"),
        ("# a comment", "broken-json", "note"),
        ('{"label": "ORG", "label": "ORG", "pattern": "x", "id": "a.b"}', "duplicate-key", "label"),
        ('{"label": "ORG", "pattern": "甲乙", "id": "a.b", "context": {"left_not": ["a"], "left_not": ["b"]}}',
         "duplicate-key", "left_not"),
        ('{"label": "ORG", "pattern": "甲乙", "id": "a.b", "priority": NaN}', "broken-json", "NaN"),
        ('{"label": "ORG", "pattern": "\\ud800", "id": "a.b"}', "surrogate", "half"),
        ("[1, 2]", "not-a-row", "a list"),
        ("null", "not-a-row", "null"),
        ('"text"', "not-a-row", "a string"),
        ("[" * 100_000, "broken-json", ""),
    ],
)  # fmt: skip
def test_broken_lines(make_pack, line, code, part):
    with pytest.raises(PatternError) as error:
        load_packs([make_pack([GOOD, line])], defaults=False)
    [finding] = error.value.findings
    assert (finding.line, finding.code) == (2, code)
    assert part in finding.message


def test_all_findings_at_once(make_pack):
    pack = make_pack(["{", _row(id="a b"), _row(pattern="", priority="x"), _row(id="x.y"), _row(id="x.y")])
    with pytest.raises(PatternError) as error:
        load_packs([pack, "no/such/folder"], defaults=False)
    assert {(finding.line, finding.code) for finding in error.value.findings} == {
        (1, "broken-json"),
        (2, "id"),
        (3, "empty-pattern"),
        (3, "wrong-type"),
        (5, "duplicate-id"),
        (0, "no-pack"),
    }
    lines = str(error.value).splitlines()
    assert lines[0] == "6 errors in pattern files; nothing was loaded:"
    assert all("→" in line for line in lines[1:])


def test_not_utf8(make_pack):
    pack = make_pack([GOOD])
    (pack / "orgs.jsonl").write_bytes(json.dumps(GOOD, ensure_ascii=False).encode("gb18030"))
    (pack / "units.txt").write_bytes("公顷、平方米".encode("gb18030"))
    with pytest.raises(PatternError) as error:
        load_packs([pack], defaults=False)
    assert [finding.code for finding in error.value.findings] == ["not-utf8", "not-utf8"]


def test_a_byte_order_mark_is_only_a_warning(make_pack):
    pack = make_pack([GOOD])
    file = pack / "policy_terms.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    loaded = load_packs([pack], defaults=False)
    assert [row.id for row in loaded.rows] == [GOOD["id"]]
    assert [(finding.code, finding.severity) for finding in loaded.findings] == [("byte-order-mark", "warning")]


def test_no_pack(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.csv").write_text("")
    for path, part in [("empty", "no folder here"), ("nowhere", "does not exist"), ("file.csv", "is no .jsonl")]:
        with pytest.raises(PatternError, match=part):
            load_packs([tmp_path / path], defaults=False)
