"""The literal index finds every occurrence of every literal, by code-point offsets, for any characters."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytag.patterns.literals import LiteralIndex


@pytest.mark.parametrize(
    ("literals", "text", "expected"),
    [
        (["141"], "在1411与141之间", [(0, 1, 4), (0, 6, 9)]),
        (["新区", "两江新区"], "两江新区", [(0, 2, 4), (1, 0, 4)]),
        (["aa"], "aaaa", [(0, 0, 2), (0, 1, 3), (0, 2, 4)]),
        (["区", "区"], "区", [(0, 0, 1), (1, 0, 1)]),
        (["𠮷野"], "𠮷𠮷野", [(0, 1, 3)]),
        (["a\0b"], "xa\0b", [(0, 1, 4)]),
        (["b", "\0"], "a\ud800b", [(0, 2, 3)]),
        ([], "区", []),
        (["区"], "", []),
    ],
)
def test_finds(literals, text, expected):
    assert sorted(LiteralIndex(literals).finditer(text)) == sorted(expected)


def test_empty_literal_is_refused():
    with pytest.raises(ValueError, match="empty"):
        LiteralIndex(["区", ""])


_small = st.text(alphabet="区新a1𠮷\0", max_size=12)


@given(st.lists(_small.filter(bool), max_size=6), _small)
def test_same_as_looking_everywhere(literals, text):
    expected = [
        (number, start, start + len(literal))
        for number, literal in enumerate(literals)
        for start in range(len(text))
        if text.startswith(literal, start)
    ]
    assert sorted(LiteralIndex(literals).finditer(text)) == sorted(expected)


@given(st.lists(st.text(min_size=1, max_size=4), max_size=5), st.text())
def test_a_pickled_index_finds_the_same(literals, text):
    literals = [x for x in literals if x.isprintable()]
    index = LiteralIndex(literals)
    copy = pickle.loads(pickle.dumps(index))
    assert copy.literals == index.literals
    assert copy.finditer(text) == index.finditer(text)


def test_large_and_small_automata_agree():
    literals = [f"第{n}区" for n in range(8000)]
    text = "第7999区、第12区、第8000区"
    assert LiteralIndex(literals).finditer(text) == [(7999, 0, 6), (12, 7, 11)]
