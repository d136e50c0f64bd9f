"""What must hold for every text."""

from __future__ import annotations

import time

import pytest
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


def effort(text: str) -> float:
    """Seconds of the processor, the fewest of three runs."""

    def once() -> float:
        before = time.process_time()
        find(text)
        return time.process_time() - before

    return min(once() for _ in range(3))


@pytest.mark.parametrize(
    ("before", "piece", "after"),
    [
        ("澄溪公园", "2024", "投入使用"),
        ("澄溪公园", "55", "投入使用"),
        ("澄溪公园", ".5", "投入使用"),
        ("推进远鹿集团", "2024", ""),
        ("推进远鹿集团", "55", "建设"),
        ("推进远鹿集团", ".5", "建设"),
    ],
)
def test_a_run_of_digits_after_a_name_takes_time_as_it_is_long(before: str, piece: str, after: str) -> None:
    """Sixteen times as many digits take some sixteen times as long, not 256 times."""
    few, many = (before + piece * (digits // len(piece)) + after for digits in (1_000, 16_000))
    assert effort(many) < 64 * effort(few)
