"""What holds of terms in any text."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from term_finding import candidates

PIECES = st.sampled_from(
    [
        "“",
        "”",
        "「",
        "」",
        "双倍增",
        "三年行动",
        "计划",
        "实施",
        "141",
        "1+N",
        "机制",
        "等",
        "、",
        "和",
        "，",
        "河",
        "长制",
        "十大",
        "攻坚战",
        "落实",
        "云溪",
        "好",
        "（",
        "）",
        "·",
        "％",
        "荣获",
        "品牌",
        "改",
        "煤",
        "电",
        "》",
        "\n",
        " ",
        "\u200b",
    ],
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join)))
def test_spans_are_sound(text: str) -> None:
    spans = []
    for candidate in candidates(text):
        start, end = candidate["start"], candidate["end"]
        assert 0 <= start < end <= len(text)
        for edge in (text[start], text[end - 1]):
            assert edge in "%％" or unicodedata.category(edge)[0] not in "PZC", text[start:end]
        if candidate["cue"]:
            word, cue_start, cue_end = candidate["cue"]
            assert text[cue_start:cue_end] == word != ""
        spans.append((start, end))
    assert spans == sorted(set(spans))


@pytest.mark.parametrize("piece", ["“", "“双倍增”", "“甲乙丙丁”、", "三年行动和", "十大", "河长制", "“1+", "实施云溪"])
def test_repetition_is_bounded(piece: str) -> None:
    """A hundred thousand characters of one thing: it ends, and what it finds lies side by side."""
    found = candidates(piece * (100_000 // len(piece)))
    assert all(left["end"] <= right["start"] for left, right in pairwise(found))
