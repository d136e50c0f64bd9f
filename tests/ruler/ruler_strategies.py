"""Random rows and texts for which our ruler is compared with spaCy's."""

from hypothesis import strategies as st

WORDS = ["新", "区", "高", "新区", "A", "a", "Foo", "foo", "12", "3.5", "，", "。", "\n", "don't", "𠮷"]
words = st.sampled_from(WORDS)
texts = st.lists(words, max_size=24)
"""The words of a Doc."""

_operators = st.sampled_from(["1", "?", "*", "+", "!", "{2}", "{1,2}", "{,2}", "{2,}", "{0,1}"])
_lists = st.lists(words, max_size=4)
_regexes = st.sampled_from(["^f", "o+$", "[0-9]", "新|区", "^.$", "(?i)foo"])
_text_tests = st.one_of(
    words,
    st.builds(lambda v: {"IN": v}, _lists),
    st.builds(lambda v: {"NOT_IN": v}, _lists),
    st.builds(lambda v, w: {"IN": v, "NOT_IN": w}, _lists, _lists),
    st.builds(lambda v: {"REGEX": v}, _regexes),
    st.builds(lambda v: {"REGEX": {"IN": v}}, st.lists(_regexes, min_size=1, max_size=2)),
    st.builds(lambda v, n: {f"FUZZY{n}": v}, words, st.sampled_from(["", "1", "3"])),
    st.builds(lambda v: {"FUZZY1": {"IN": v}}, _lists),
)
_text_names = st.sampled_from(["TEXT", "ORTH", "LOWER", "NORM", "SHAPE", "PREFIX", "text", "lower"])
_numbers = st.integers(1, 4)
_number_tests = st.one_of(
    _numbers,
    st.builds(lambda o, n: {o: n}, st.sampled_from(["==", "!=", ">=", "<=", ">", "<"]), _numbers),
    st.builds(lambda v: {"IN": v}, st.lists(_numbers, max_size=3)),
)
_flags = st.sampled_from(["IS_DIGIT", "IS_ALPHA", "IS_PUNCT", "IS_SPACE", "IS_TITLE", "LIKE_NUM", "IS_STOP"])
_descriptions = st.one_of(
    st.builds(lambda name, test: {name: test}, st.just("TEXT"), words),
    st.builds(lambda name, test: {name: test}, _text_names, _text_tests),
    st.builds(lambda a, b, test: {"TEXT": a, b: test}, words, st.sampled_from(["LOWER", "SHAPE"]), _text_tests),
    st.builds(lambda test: {"LENGTH": test}, _number_tests),
    st.builds(lambda name, flag: {name: flag}, _flags, st.booleans()),
    st.builds(lambda a, name, flag: {"LOWER": {"IN": a}, name: flag}, _lists, _flags, st.booleans()),
    st.just({}),
)


@st.composite
def _tokens(draw):
    description = dict(draw(_descriptions))
    if description and draw(st.integers(0, 2)) == 0:
        description[draw(st.sampled_from(["OP", "op"]))] = draw(_operators)
    return description


token_patterns = st.lists(_tokens(), min_size=1, max_size=5)
string_patterns = st.lists(words, min_size=1, max_size=3).map("".join) | st.lists(words, max_size=3).map(" ".join)


@st.composite
def rows(draw):
    """A row: label, pattern, perhaps an id."""
    row = {
        "label": draw(st.sampled_from(["A", "B", "C"])),
        "pattern": draw(st.one_of(token_patterns, token_patterns, string_patterns)),
    }
    if draw(st.booleans()):
        row["id"] = draw(st.sampled_from(["x", "y"]))
    return row


row_lists = st.lists(rows(), min_size=1, max_size=8)
