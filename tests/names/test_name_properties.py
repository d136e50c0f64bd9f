"""What must hold for every text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from name_finding import RULES, find

import report_text

MARKS = "，。；：！？、“”‘’「」（）()《》,.;:!?\"' \n\t　"
WORDS = st.sampled_from(sorted(RULES.words.words))


@given(report_text.text)
def test_spans_lie_in_the_text_and_have_clean_edges(text: str) -> None:
    for candidate in find(text):
        span = text[candidate["start"] : candidate["end"]]
        assert span, candidate
        assert span[0] not in MARKS, span
        assert span[-1] not in MARKS[:-6] or span[-1] in "）)”", span


@given(st.lists(WORDS | st.sampled_from(["甲乙", "丙丁戊", "，", "（", "）", "“", "”", "12"]), max_size=40))
def test_any_sequence_of_words_is_read(pieces: list[str]) -> None:
    text = "".join(pieces)
    for candidate in find(text):
        assert 0 <= candidate["start"] < candidate["end"] <= len(text)


@given(report_text.report_text)
def test_the_same_text_gives_the_same_names(text: str) -> None:
    assert find(text) == find(text)


@given(report_text.report_text)
def test_names_do_not_depend_on_another_sentence(text: str) -> None:
    alone = [(c["start"], c["end"], c["type"]) for c in find("建成投用澄溪水库。")]
    both = [(c["start"], c["end"], c["type"]) for c in find("建成投用澄溪水库。\n" + text)]
    assert set(alone) <= set(both)
