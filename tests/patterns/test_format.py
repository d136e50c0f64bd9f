"""policytag format: canonical, idempotent, and nothing is lost."""

import json

from hypothesis import given
from hypothesis import strategies as st

from policytag.patterns.format import canonical_line, format_file, format_lines
from policytag.patterns.reading import Line
from policytag.patterns.row import ROW_KEYS

UNTIDY = """\
{"pattern":"\\u53cc\\u500d\\u589e","id":"slogan.b","label":"POLICY_TERM","odd":1,"examples":{"no_match":["x"],"match":["[[y]]"]}}

{"label": "POLICY_TERM", "id": "slogan.a", "pattern": "三提升", "context": {"any_of": [{"within": 3, "near": ["行动"]}], "left_not": ["第"]}}
"""
TIDY = """\
{"label": "POLICY_TERM", "pattern": "三提升", "id": "slogan.a", "context": {"left_not": ["第"], "any_of": [{"near": ["行动"], "within": 3}]}}
{"label": "POLICY_TERM", "pattern": "双倍增", "id": "slogan.b", "examples": {"match": ["[[y]]"], "no_match": ["x"]}, "odd": 1}
"""


def test_one_form(tmp_path):
    file = tmp_path / "rows.jsonl"
    file.write_text("\ufeff" + UNTIDY.replace("\n", "\r\n"), encoding="utf-8")
    assert format_file(file, write=False) == (True, [])
    assert format_file(file) == (True, [])
    assert file.read_bytes().decode() == TIDY
    assert format_file(file) == (False, [])


def test_a_broken_file_is_left_alone(tmp_path):
    file = tmp_path / "rows.jsonl"
    file.write_text(UNTIDY + '{"label": "ORG"}\n{', encoding="utf-8")
    before = file.read_bytes()
    changed, findings = format_file(file)
    assert not changed
    assert [(finding.line, finding.code) for finding in findings] == [(5, "broken-json"), (4, "missing-key")]
    assert file.read_bytes() == before


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
_rows = st.dictionaries(st.sampled_from(ROW_KEYS) | st.text(max_size=4), _values, max_size=6)


@given(st.lists(st.tuples(_rows, st.text(max_size=5)), max_size=5))
def test_idempotent_and_nothing_is_lost(pairs):
    rows = [{**row, "id": row_id} for row, row_id in pairs]
    text = format_lines([Line(n, row) for n, row in enumerate(rows, 1)])
    again = [json.loads(line) for line in text.split("\n") if line]
    assert sorted(map(canonical_line, again)) == sorted(map(canonical_line, rows))
    assert sorted(map(repr, again), key=len) is not None
    assert all(row in again for row in rows)
    assert format_lines([Line(n, row) for n, row in enumerate(again, 1)]) == text
