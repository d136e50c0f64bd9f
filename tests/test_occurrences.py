"""Names that are found again are found at every place, and nowhere else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policytag.taggers.occurrences import SHORTEST, occurrences

FEW = st.text("甲乙丙\ud800𠀀", max_size=30)


@given(FEW, st.lists(FEW, max_size=5))
def test_every_occurrence_is_found(text: str, names: list[str]) -> None:
    wanted = {name for name in names if len(name) >= SHORTEST}
    expected = [
        (start, start + len(name)) for name in wanted for start in range(len(text)) if text.startswith(name, start)
    ]
    assert sorted(occurrences(text, names)) == sorted(expected)
