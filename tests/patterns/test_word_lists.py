"""Word lists: what each line may say, what is said of a line that nobody understands, and the built-in lists."""

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytag.annotations import Dimension
from policytag.errors import PatternError
from policytag.patterns.check import check_packs
from policytag.patterns.location import builtin_patterns
from policytag.patterns.packs import load_packs
from policytag.patterns.word_list_columns import COLUMNS
from policytag.patterns.wordlists import Entry, any_of, words
from policytag.taggers.names.vocabulary import _FORCES

GRAMMAR = builtin_patterns() / "grammar"


@pytest.fixture
def make_list(tmp_path):
    """A pack with one word list."""

    def make(name, text):
        folder = tmp_path / "mine"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        return folder

    return make


BAD_LINES = [
    # list, line, code, part of the message, part of the advice
    (
        "project_stages",
        "启用新牌\tstartd",
        "bad-value",
        "'startd'",
        "'started'? write one of planned, started, ongoing",
    ),
    ("quantity_hedges", "差不多\tbefore\tabuot", "bad-value", "the bound is 'abuot'", "'about'"),
    ("quantity_hedges", "差不多\tbefor\tabout", "bad-value", "the side is 'befor'", "'before'"),
    ("places", "新城\t某市新城\tcity2", "bad-value", "the level is 'city2'", "'city'"),
    ("fact_leads", "新评\tadedd", "bad-value", "the kind is 'adedd'", "'added'"),
    ("org_heads", "书院\tscool\tstrong", "bad-value", "the kind is 'scool'", "'school'"),
    ("org_heads", "书院\tschool\tsrong", "bad-value", "the force is 'srong'", "'strong'"),
    ("name_stops", "某某\thrad", "bad-value", "the class is 'hrad'", "'hard'"),
    ("list_nouns", "商号\tFIRM", "bad-value", "the type is 'FIRM'", "ORG, PROJECT, -"),
    ("list_nouns", "商号\tPROJECT\tthings", "bad-value", "the use is 'things'", "'thing'"),
    ("term_heads", "方略\tweek", "bad-value", "the strength is 'week'", "'weak'"),
    ("period_words", "前年\tX-2", "bad-value", "the period is 'X-2'", "Y-1"),
    ("period_words", "前年\tY-1..2025", "bad-value", "the period is 'Y-1..2025'", "Y-N..Y-1"),
    ("level_bodies", "妇联\t妇女联合会", "bad-value", "the full name is '妇女联合会'", "{}人民政府"),
    ("place_endings", "山沟", "bad-value", "the character is '山沟'", "河"),
    ("quantity_exclusions", "上一\tperoid before", "bad-value", "'peroid before'", "'period before'"),
    ("units", "垧\t-\taera", "bad-value", "the dimension is 'aera'", "'area'"),
    ("units", "垧\t-\tarea\t15亩", "bad-value", "the relation is '15亩'", "10000 平方米"),
    ("units", "垧\t-\tarea\t-\tarabix", "bad-value", "the class of numerals is 'arabix'", "'arabic'"),
    ("units", "垧", "missing-field", "no line says the dimension of '垧'", "area"),
    (
        "units",
        "标箱位\tcount",
        "bad-value",
        "'count' is a dimension, but stands where the spellings are",
        "标箱位⇥-⇥count",
    ),
    ("units", "垧\t-\tarea\t15 亩头", "bad-value", "the relation of '垧' is to '亩头', which no line has", "nearest"),
    ("units", "垧\t响\tarea\t15 响", "bad-value", "to '响', which leads back to it", "a third"),
    ("project_stages", "启用新牌", "missing-field", "the stage of '启用新牌' is missing", "started"),
    ("org_heads", "书院\tschool", "missing-field", "the force of '书院' is missing", "strong"),
    ("project_heads", "书院\t\tstrong", "missing-field", "the kind of '书院' is missing", "culture"),
    ("places", "新城\t\tcity", "missing-field", "the full name of '新城' is missing", "full name"),
    ("chrome", "来源 line", "missing-field", "the place of '来源 line' is missing", "after one tab"),
    ("project_stages", "启用新牌 started", "blank-for-tab", "'启用新牌 started'", "启用新牌⇥started"),
    ("project_stages", "启用新牌　started", "blank-for-tab", "holds a blank", "启用新牌⇥started"),
    ("org_heads", "书院\tschool strong", "blank-for-tab", "'school strong'", "school⇥strong"),
    ("quantity_exclusions", "上一 period before", "blank-for-tab", "holds a blank", "上一⇥period before"),
    ("org_heads", "书院\tschool\tstrong weak", "blank-for-tab", "'strong weak'", "one word"),
    ("term_heads", "方略 weak", "blank-for-tab", "'方略 weak'", "方略⇥weak"),
    ("offices", "区长 县长", "blank-for-tab", "'区长 县长'", "one word a line"),
    ("offices", "区长\t县长", "extra-field", "2 fields, the list 1: word", "too much"),
    ("company_suffixes", "仪表\tsure\t新", "extra-field", "3 fields, the list 2: word, force", "too much"),
]


@pytest.mark.parametrize(("name", "line", "code", "message", "advice"), BAD_LINES)
def test_a_line_that_nobody_understands_is_found_by_check_and_by_load(make_list, name, line, code, message, advice):
    pack = make_list(name, f"# 说明\n\n{line}\n")
    with pytest.raises(PatternError) as error:
        load_packs([pack], defaults=False)
    [finding] = error.value.findings
    assert (finding.path, finding.line, finding.code) == (str(pack / f"{name}.txt"), 3, code)
    assert message in finding.message
    assert advice in finding.advice
    assert check_packs([pack], defaults=False) == [finding]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("project_stages", "启用新牌\tstarted\n"),
        ("project_stages", "\ufeff# 说明\r\n启用新牌\tstarted\r\n"),
        ("fact_leads", "新评\tadded\n建改\tdrop\t用 地\n"),
        ("term_heads", "方略\n方略二\tweak\n"),
        ("chrome", "Powered by\tanywhere\n"),
        ("term_rejections", "门神 顶门柱\n"),
        ("units", "亩\t市亩\tarea\n垧\t-\tarea\t15 亩\tany\t地 头\n垧\t响\n晌\t-\tarea\t15 市亩\n"),
        ("units", "米\t-\tlength\n里\t华里\tlength\t500 米\n里\t-\t-\t-\tlong\n"),
    ],
)
def test_good_lines(make_list, name, text):
    assert check_packs([make_list(name, text)], defaults=False) == []


def test_a_line_may_leave_out_what_a_built_in_line_says(make_list):
    pack = make_list("units", "公顷\t垧\n")
    assert check_packs([pack]) == []
    assert [finding.code for finding in check_packs([pack], defaults=False)] == ["missing-field"]


def test_a_relation_may_be_to_a_unit_of_another_pack_but_not_in_a_circle(make_list):
    pack = make_list("units", "垧\t-\tarea\t15 亩\n")
    assert check_packs([pack]) == []
    [finding] = check_packs([make_list("units", "甲亩\t-\tarea\t2 乙亩\n乙亩\t-\tarea\n乙亩\t-\t-\t0.5 甲亩\n")])[:1]
    assert (finding.line, finding.message) == (1, "the relation of '甲亩' is to '乙亩', which leads back to it")


def test_all_lines_at_once_and_the_good_ones_are_kept_for_the_rest(make_list):
    make_list("project_stages", "启用\tstarted\n新牌\tstartd\n旧牌\n")
    pack = make_list("offices", "区长 县长\n")
    with pytest.raises(PatternError) as error:
        load_packs([pack], defaults=False)
    assert [(finding.line, finding.code) for finding in error.value.findings] == [
        (1, "blank-for-tab"),
        (2, "bad-value"),
        (3, "missing-field"),
    ]


def test_a_word_that_is_never_found(make_list):
    [finding] = check_packs([make_list("offices", "區長\n")], defaults=False)
    assert (finding.line, finding.code, finding.severity) == (1, "variant", "warning")
    assert finding.advice == "write '区长'"


def test_every_list_that_is_read_is_there_and_every_list_that_is_there_is_read():
    assert sorted(COLUMNS) == sorted(path.stem for path in GRAMMAR.glob("*.txt"))


def test_the_built_in_lists_are_right():
    assert [str(finding) for finding in check_packs([GRAMMAR], defaults=False)] == []


CHOICES = [
    (name, column.name, value) for name, columns in COLUMNS.items() for column in columns for value in column.values
]


@pytest.mark.parametrize(("name", "column", "value"), [c for c in CHOICES if (c[0], c[1]) != ("units", "dimension")])
def test_the_head_of_a_list_explains_every_value(name, column, value):
    text = (GRAMMAR / f"{name}.txt").read_text(encoding="utf-8")
    head = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    assert re.search(rf"(?<![\w-]){re.escape(value)}(?![\w-])", head), (column, value)


def test_the_head_of_the_units_names_every_dimension():
    head = (GRAMMAR / "units.txt").read_text(encoding="utf-8").split("relation")[0]
    assert set(get_args(Dimension)) <= set(head.split())


@pytest.mark.parametrize("name", _FORCES)
def test_the_names_tagger_knows_every_force(name):
    assert set(_FORCES[name]) == set(COLUMNS[name][-1].values)


def _lists(*lines):
    return {"cues": tuple(Entry(tuple(line.split("\t")), "p", "cues.txt", n) for n, line in enumerate(lines, 1))}


@pytest.mark.parametrize(
    ("kind", "expected"), [(None, ["甲", "乙", "丙"]), ("one", ["甲"]), ("", ["丙"]), ("none", [])]
)
def test_words(kind, expected):
    lists = _lists("甲\tone", "乙\ttwo", "丙")
    assert words(lists, "cues", kind=kind) == expected
    assert words(lists, "nowhere", kind=kind) == []


@pytest.mark.parametrize(
    ("choices", "text", "found"),
    [
        (["区", "区委"], "区委书记", "区委"),
        (["1+N", "(试行)"], "印发(试行)", "(试行)"),
        ([], "", None),
        ([], "任何文字", None),
    ],
)
def test_any_of(choices, text, found):
    match = re.search(any_of(choices), text)
    assert (match and match[0]) == found


@given(st.lists(st.text(min_size=1)), st.text())
def test_any_of_stands_inside_a_longer_expression(choices, text):
    expression = re.compile(f"<{any_of(choices)}>|=")
    expected = next((f"<{choice}>" for choice in choices if choice == text), None)
    match = expression.fullmatch(f"<{text}>")
    assert (match and match[0]) == expected
