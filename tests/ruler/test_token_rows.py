"""Token patterns of pack rows: what they match in a text, and that it is what spaCy's Matcher finds in the whole."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.matcher import Matcher

from policytag.patterns.tokens import TokenRows, literals_needed
from policytag.patterns.tokens.window import Window, window_around
from policytag.pipeline.tokenizer import ReportTokenizer

CHINESE = spacy.blank("zh")
TOKENIZER = ReportTokenizer(CHINESE.vocab)
ARTICLE = [{"TEXT": "第"}, {"IS_DIGIT": True, "OP": "+"}, {"TEXT": {"IN": ["条", "款"]}}]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (ARTICLE, "按第12条、第3款、第三条", ["第12条", "第3款"]),
        (ARTICLE, "第 12 条", ["第 12 条"]),
        ([{"TEXT": "141"}], "在1411与141.5、141之间", ["141"]),
        ([{"LOWER": "5"}, {"LOWER": "g"}], "5G和5 g", ["5G", "5 g"]),
        ([{"LOWER": "ab"}], "İABİ AB ab", ["AB", "ab"]),
        ([{"TEXT": "“"}, {"LENGTH": 1}], "称“新区”", ["“新"]),
        ([{"TEXT": "「"}, {"TEXT": "區"}], "“区”", ["“区"]),
        ([{"IS_DIGIT": True}, {"TEXT": "亿"}], "12亿，9亿", ["12亿", "9亿"]),
        ([{"IS_DIGIT": True}], "12、a、3", ["12", "3"]),
        ([{"TEXT": "新"}, {"OP": "*"}, {"TEXT": "区"}], "新\n区，新的区", ["新的区"]),
        ([{"TEXT": "新"}, {"IS_SPACE": True}, {"TEXT": "区"}], "新\n区", ["新\n区"]),
        ([{"TEXT": {"IN": []}}], "新", []),
        ([{"TEXT": "新"}, {"IS_DIGIT": False}], "新\ud800", ["新\ud800"]),
        ([{"IS_DIGIT": True}], "\ud8001", ["1"]),
        ([{"TEXT": "新"}], "", []),
    ],
)
def test_finds(pattern, text, expected):
    assert [text[start:end] for _, start, end in TokenRows([pattern]).find(text)] == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (ARTICLE, ("第",)),
        ([{"TEXT": "双"}, {"TEXT": "倍"}, {"TEXT": "增"}, {"IS_DIGIT": True}], ("双倍增",)),
        ([{"TEXT": {"IN": ["一", "二"]}}, {"TEXT": "号"}], ("一号", "二号")),
        ([{"TEXT": "新", "OP": "?"}, {"LOWER": "wifi", "OP": "+"}], ("wifi",)),
        ([{"TEXT": "新", "OP": "!"}, {"IS_DIGIT": True}], None),
        ([{"TEXT": {"REGEX": "新"}}], None),
        ([{"TEXT": {"NOT_IN": ["新"]}}], None),
    ],
)
def test_literals_needed(pattern, expected):
    assert literals_needed(pattern) == expected


_words = st.sampled_from(["新", "区", "a", "A", "12", "3.5", ".", "，", " ", "  "])
_operators = st.sampled_from(["1", "1", "1", "?", "!", "{2}", "{1,2}", "{,2}"])
_tests = st.sampled_from(["新", "区", "a", "12", {"IN": ["新", "A"]}, {"NOT_IN": ["区"]}, {"REGEX": "[a3新]"}])
_tokens = st.builds(
    lambda name, test, operator: {name: test, "OP": operator}, st.sampled_from(["TEXT", "LOWER"]), _tests, _operators
)


@given(st.lists(st.lists(_tokens, min_size=1, max_size=4), min_size=1, max_size=3), st.lists(_words, max_size=20))
def test_same_as_spacys_matcher_on_the_whole_text(patterns, words):
    text = "".join(words)
    matcher = Matcher(CHINESE.vocab, validate=False)
    for number, pattern in enumerate(patterns):
        matcher.add(number, [pattern])
    doc = TOKENIZER(text)
    expected = {(number, doc[start].idx, doc[end - 1].idx + len(doc[end - 1])) for number, start, end in matcher(doc)}
    assert set(TokenRows(patterns).find(text)) == expected


@given(st.lists(_words, min_size=1, max_size=40), st.integers(0, 60), st.integers(0, 4), st.integers(1, 4))
def test_windows_cut_as_the_whole_text_is_cut(words, place, before, after):
    text = "".join(words)
    place = min(place, len(text) - 1)
    whole, window = Window(text, 0, len(text)), window_around(text, place, before, after)
    tokens = list(zip(whole.starts, whole.words, strict=True))
    assert all(token in tokens for token in zip(window.starts, window.words, strict=True))
    assert sum(start < place for start in window.starts) >= min(before, sum(start < place for start in whole.starts))
    assert sum(start >= place for start in window.starts) >= min(after, sum(start >= place for start in whole.starts))
