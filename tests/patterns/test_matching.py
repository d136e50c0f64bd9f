"""What the patterns tagger finds: every condition decides, spans point into the text as given."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytag.analysis import empty_meta, empty_structure
from policytag.patterns.row import Row
from policytag.reading.folding import FoldedText
from policytag.taggers.patterns import PatternRules, find_patterns


def _rules(*rows):
    return PatternRules.from_rows(
        Row({"label": "POLICY_TERM", "id": f"t.{n}", **row}, "mine", "policy_terms.jsonl", n)
        for n, row in enumerate(rows, 1)
    )


def _structure(year=None):
    return {**empty_structure(), "meta": {**empty_meta(), "year": year}}


def _find(text, *rows, year=None, rejected=None, given_year=None):
    return find_patterns(FoldedText(text), _structure(year), _rules(*rows), rejected, given_year)


def _texts(text, *rows, **options):
    return [text[c["start"] : c["end"]] for c in _find(text, *rows, **options)]


CODE = {
    "pattern": "141",
    "context": {
        "left_not": ["CCAR-"],
        "right_not": ["航校", "号", "家"],
        "any_of": [{"quoted": True}, {"near": ["基层智治", "镇街", "网格"], "within": 6}],
    },
}
GROWTH = {"pattern": "双倍增", "context": {"right_not": ["长"]}}


@pytest.mark.parametrize(
    ("text", "row", "expected"),
    [
        # quoted, near
        ("建强“141”基层智治体系", CODE, ["141"]),
        ("建强“141工程”", CODE, ["141"]),
        ("建强141基层智治体系", CODE, ["141"]),
        ("网格与镇街、141贯通", CODE, ["141"]),
        ("投入141", CODE, []),
        ("网格一二三四五六141", CODE, ["141"]),
        ("网格一二三四五六七141", CODE, []),
        ("网格。141", CODE, []),
        ("141；网格", CODE, []),
        ("共141\n网格", CODE, []),
        ("网格。镇街141", CODE, ["141"]),
        # left_not, right_not, seen through one quotation mark
        ("网格141航校", CODE, []),
        ("“141”航校", CODE, []),
        ("“141””航校", CODE, ["141"]),
        ("网格CCAR-141", CODE, []),
        ("CCAR-“141”部", CODE, []),
        ("网格141家", CODE, []),
        # boundary
        ("网格1411", CODE, []),
        ("网格3141", CODE, []),
        ("网格0.141", CODE, []),
        ("网格141%", CODE, []),
        ("网格141.5", CODE, []),
        ("网格1,141个", CODE, []),
        ("网格141,000个", CODE, []),
        ("网格，141", CODE, ["141"]),
        ("网格A141", CODE, []),
        ("网格1411", {**CODE, "boundary": "none"}, ["141"]),
        ("A股AB股", {"pattern": "B股"}, []),
        ("A股AB股", {"pattern": "B股", "boundary": "none"}, ["B股"]),
        ("5双倍增6", {"pattern": "双倍增"}, ["双倍增"]),
        # folding: the row in plain form, the text in any
        ("建强「１４１」基层", CODE, ["１４１"]),
        ("實施“雙倍增”行動", GROWTH, ["雙倍增"]),
        ("收入雙倍增長", GROWTH, []),
        ("实施双倍增，双倍增长", GROWTH, ["双倍增"]),
        ("“企业吹哨·部门报到”", {"pattern": "企业吹哨•部门报到"}, ["企业吹哨·部门报到"]),
        # through footnote marks, zero-width characters and a line break inside a sentence
        ("推进双[12]倍增", GROWTH, ["双[12]倍增"]),
        ("推进双\u200b倍增", GROWTH, ["双\u200b倍增"]),
        ("这一年我们坚持稳中求进扎实推进各项工作深入实施双\n  倍增行动", GROWTH, ["双\n  倍增"]),
        ("双\n倍增", GROWTH, []),
        # token patterns on report tokens
        ("实施“3+2”产业", {"pattern": [{"IS_DIGIT": True}, {"TEXT": "+"}, {"IS_DIGIT": True}]}, ["3+2"]),
        ("实施两优一先", {"pattern": [{"TEXT": "两"}, {}, {"TEXT": "一"}, {"TEXT": "先"}]}, ["两优一先"]),
        ("甲，乙", {"pattern": [{"TEXT": "甲"}, {"IS_PUNCT": True}]}, []),
    ],
)  # fmt: skip
def test_finds(text, row, expected):
    assert _texts(text, row) == expected


@pytest.mark.parametrize(
    ("year", "given_year", "found"),
    [
        (2024, None, True),
        (2020, None, False),
        (2026, None, False),
        (None, None, True),
        (None, 2020, False),
        (2024, 2020, True),
    ],
)
def test_valid_is_compared_with_the_reports_year(year, given_year, found):
    row = {"pattern": "双倍增", "valid": [2021, 2025]}
    assert bool(_find("实施双倍增", row, year=year, given_year=given_year)) is found


def test_an_open_end_of_valid():
    row = {"pattern": "双倍增", "valid": [2021, None]}
    assert [year for year in (2020, 2021, 2099) if _find("双倍增", row, year=year)] == [2021, 2099]


def test_a_candidate_says_all():
    row = {
        **CODE,
        "name": "“141”基层智治体系",
        "entity": "cq.141",
        "priority": 3,
        "attributes": {"head": "基层智治体系", "definition": "一中心四板块一网格", "breadth": "broad"},
    }
    assert _find("建强「141」体系", row) == [
        {
            "type": "POLICY_TERM",
            "start": 3,
            "end": 6,
            "tagger": "patterns",
            "rule": "t.1",
            "priority": 3,
            "attributes": {
                "entity": "cq.141",
                "name": "“141”基层智治体系",
                "origin": "pack",
                "breadth": "broad",
                "head": "基层智治体系",
                "definition": "一中心四板块一网格",
                "definition_source": "pack",
                "evidence": {"pack": "mine", "path": "policy_terms.jsonl", "line": 1},
            },
            "condition": "quoted",
            "cue": ("「141」", 2, 7),
        }
    ]


@pytest.mark.parametrize(
    ("text", "condition", "cue"),
    [
        ("全部网格，141，镇街", "near 镇街 (within 6 characters)", ("镇街", 9, 11)),
        ("141”镇街", "quoted", ("141”", 0, 4)),
    ],
)
def test_condition_and_cue(text, condition, cue):
    [candidate] = _find(text, CODE)
    assert (candidate["condition"], candidate["cue"]) == (condition, cue)


def test_negative_conditions_are_named_too():
    [candidate] = _find("双倍增", GROWTH)
    assert (candidate["condition"], candidate["cue"]) == ("not before 长", None)
    [candidate] = _find("双倍增", {"pattern": "双倍增"})
    assert candidate["condition"] is None


@pytest.mark.parametrize(
    ("text", "row", "reason"),
    [
        ("141航校", CODE, "right_not: 航校 stands directly after it"),
        ("CCAR-141", CODE, "left_not: CCAR- stands directly before it"),
        ("1411", CODE, "boundary: 1 stands directly after it"),
        ("共141", CODE, "any_of: not quoted; none of 基层智治, 镇街, 网格 within 6 characters in the same sentence"),
        (
            "双倍增",
            {"pattern": "双倍增", "valid": [2021, None]},
            "valid: the row counts for 2021-…, the report is of 2010",
        ),
    ],
)
def test_rejected_matches_say_why(text, row, reason):
    rejected = []
    assert _find(text, row, year=2010, rejected=rejected) == []
    assert [(match["reason"], match["rule"]) for match in rejected] == [(reason, "t.1")]


def test_labels():
    rows = [
        {"label": "INDICATOR", "pattern": "地区生产总值"},
        {"label": "LAW", "pattern": "安全生产法", "attributes": {"level": 1}},
        {"label": "ORG", "pattern": "市委", "attributes": {"kind": "party"}},
        {"label": "PROJECT", "pattern": "茶园水库", "attributes": {"stage": "ongoing"}},
    ]
    found = {c["type"]: c["attributes"] for c in _find("市委贯彻安全生产法，茶园水库带动地区生产总值", *rows)}
    assert list(found) == ["ORG", "LAW", "PROJECT"]
    assert found["LAW"]["attributes"] == {"level": 1}
    assert found["ORG"]["kind"] == "party"
    assert found["PROJECT"]["stage"] == "ongoing"


def test_all_overlapping_rows_are_proposed():
    rows = [{"pattern": "乡村振兴"}, {"pattern": "乡村振兴战略"}, {"pattern": "乡村"}]
    assert sorted(_texts("实施乡村振兴战略", *rows)) == ["乡村", "乡村振兴", "乡村振兴战略"]


def test_a_token_pattern_is_named_by_its_match():
    row = {"pattern": [{"IS_DIGIT": True}, {"TEXT": "+"}, {"TEXT": "N"}]}
    assert [c["attributes"]["name"] for c in _find("“１+N”与“3+N”", row)] == ["1+N", "3+N"]


def test_pickled_rules_find_the_same():
    rules = _rules(CODE, GROWTH, {"pattern": [{"TEXT": "双"}, {}]})
    folded = FoldedText("“141”与双倍增")
    assert find_patterns(folded, _structure(), pickle.loads(pickle.dumps(rules))) == find_patterns(
        folded, _structure(), rules
    )


_pieces = st.sampled_from(
    ["141", "双倍增", "长", "“", "”", "网格", "。", "，", "\n", "1", "航校", "𠮷", "[3]", "CCAR-", "\u200b", " "]
)


@given(st.lists(_pieces, max_size=20).map("".join))
def test_spans_are_those_of_the_literal(text):
    rejected = []
    for candidate in [*_find(text, CODE, GROWTH, rejected=rejected), *rejected]:
        start, end = candidate["start"], candidate["end"]
        assert 0 <= start < end <= len(text)
        assert FoldedText(text[start:end]).joined == candidate["attributes"]["name"]
        if candidate["cue"] is not None:
            cue, cue_start, cue_end = candidate["cue"]
            assert text[cue_start:cue_end] == cue
