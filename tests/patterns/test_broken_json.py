"""A line that is no JSON: the likely cause is named with its character, its column and what to write instead."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytag.patterns.broken_json import likely_cause


@pytest.mark.parametrize(
    ("line", "column", "message", "advice"),
    [
        # quotation marks
        ("{“label”: “ORG”}", 2, 'a Chinese quotation mark “ stands where a straight " belongs', '"'),
        ('{"label": “ORG”}', 11, 'a Chinese quotation mark “ stands where a straight " belongs', '"'),
        ('{"label": "ORG”, "id": "a.b"}', 15, "a Chinese quotation mark ” stands where", '"'),
        ('{"label": "ORG”}', 15, "a Chinese quotation mark ” stands where", '"'),
        ('{"label": ＂ORG＂}', 11, "full-width quotation mark ＂", '"'),
        ("{'label': 'ORG'}", 2, "a single quotation mark ' stands where a double \"", '"'),
        ("{\"label\": ‘ORG’}", 11, "single quotation mark ‘", '"'),
        ('{"label": "推进"双倍增"行动"}', 14, "a straight \" ends the string before '双倍增\"'", "“ ”"),
        # commas and colons
        ('{"label": "ORG"，"id": "a.b"}', 16, "a full-width comma ，", "half-width ,"),
        ('{"label"："ORG"}', 9, "a full-width colon ：", "half-width :"),
        ('{"label": "ORG"；"id": "a.b"}', 16, "a full-width semicolon ；", "half-width ,"),
        ('{"label": "ORG",}', 16, "a comma stands before the closing }", "take the comma out"),
        ('{"a": ["b", ]}', 11, "a comma stands before the closing ]", "take the comma out"),
        ('{"label": "ORG" "id": "a.b"}', 17, 'a comma , is missing before "', "comma"),
        ('{"label" "ORG"}', 10, 'a colon : is missing before "', "colon"),
        ('{"label":\u3000"ORG"}', 10, "a full-width blank", "half-width"),
        # what is not closed, or closed and goes on
        ("{", 2, "} is missing", "next line"),
        ('{"label": "ORG"', 16, "the line ends before its object is closed: } is missing", "next line"),
        ('{"a": {"b": ["c{"', 18, "]}} is missing", "next line"),
        ('{"label": "ORG}', 11, "the string that begins here is not closed", '"'),
        ('{"label": "ORG"},', 17, "a comma stands after the object", "of its own"),
        ('{"a": 1} {"a": 2}', 10, "a second object stands on the line", "of its own"),
        ('{"a": 1}}', 9, "'}' stands after the object", "bracket"),
        # the rest
        ('{"disabled": True}', 14, "True is Python", "true"),
        ('{"a": "b\tc"}', 9, "a tab", "take it out"),
        (r'{"a": "b\c"}', 9, "a backslash", r"\\"),
        ('{"a": nothing}', 7, "Expecting value", "JSON object"),
    ],
)  # fmt: skip
def test_the_cause_is_named(line, column, message, advice):
    with pytest.raises(json.JSONDecodeError) as error:
        json.loads(line)
    cause = likely_cause(line, error.value)
    assert cause.message.startswith(f"column {column}: ")
    assert message in cause.message
    assert advice in cause.advice


@given(st.text(alphabet="{}[]\",:：，“”'\\ \tab1中", max_size=30))
def test_every_broken_line_has_a_cause(line):
    broken = "{" + line  # no line of JSON as a rule; where it is one, nothing is to be said
    error = _error(broken)
    assert error is None or all(likely_cause(broken, error))


def _error(line):
    try:
        json.loads(line)
    except json.JSONDecodeError as error:
        return error
    return None
