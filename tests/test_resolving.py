"""The resolver's order, row by row: what stays when candidates overlap."""

from __future__ import annotations

import pytest

from policytag.analysis import Candidate
from policytag.resolving import Loss, resolve, trim
from policytag.span_edges import may_be_edge

TAILS = ("局", "管委会")


@pytest.mark.parametrize(
    ("characters", "may"), [("区A3%‰‱℃〇+¥№", True), (" \n,。“”()《》·-~|<#※&@_*…\u200b\x00", False)]
)
def test_what_may_be_the_edge_of_a_span(characters: str, may: bool) -> None:
    assert {char for char in characters if may_be_edge(char) is not may} == set()


@pytest.mark.parametrize(
    ("text", "start", "end", "left"), [("“双倍增”", 0, 5, (1, 4)), ("(20%)", 0, 5, (1, 4)), ("——", 0, 2, None)]
)
def test_trimming(text: str, start: int, end: int, left: tuple[int, int] | None) -> None:
    given = {**candidate("POLICY_TERM " + text, text), "start": start, "end": end}
    trimmed = trim(given, text)
    assert (trimmed and (trimmed["start"], trimmed["end"])) == left
    own = {**given, "type": "LAW"}
    assert trim(own, text) is own


def candidate(spec: str, text: str) -> Candidate:
    """A candidate from ``TYPE span [priority] [tagger] [rule]``, its span found in the text."""
    label, span, *more = spec.split()
    priority = int(more[0]) if more else 0
    tagger = more[1] if len(more) > 1 else "names"
    rule = more[2] if len(more) > 2 else "r"
    start = text.index(span)
    return {
        "type": label, "start": start, "end": start + len(span), "tagger": tagger, "rule": rule, "priority": priority,
        "attributes": {}, "condition": None, "cue": None,
    }  # fmt: skip


# (why, text, candidates, those that stay)
ROWS = [
    ("the longer of one type", "西部陆海新通道", ["POLICY_TERM 新通道", "POLICY_TERM 西部陆海新通道"], ["POLICY_TERM 西部陆海新通道"]),
    ("priority beats length", "西部陆海新通道", ["POLICY_TERM 新通道 1", "POLICY_TERM 西部陆海新通道"], ["POLICY_TERM 新通道 1"]),
    ("then the earlier", "甲乙丙", ["ORG 乙丙", "ORG 甲乙"], ["ORG 甲乙"]),
    ("patterns before terms", "双倍增", ["POLICY_TERM 双倍增 0 terms", "POLICY_TERM 双倍增 0 patterns"], ["POLICY_TERM 双倍增 0 patterns"]),
    ("then the row id", "双倍增", ["POLICY_TERM 双倍增 0 patterns b", "POLICY_TERM 双倍增 0 patterns a"], ["POLICY_TERM 双倍增 0 patterns a"]),
    ("a quantity in a project stays", "160万吨散货码头", ["PROJECT 160万吨散货码头", "QUANTITY 160万吨"], ["PROJECT 160万吨散货码头", "QUANTITY 160万吨"]),
    ("a school and its rebuilding", "城南小学迁建", ["ORG 城南小学", "PROJECT 城南小学迁建"], ["PROJECT 城南小学迁建", "ORG 城南小学"]),
    ("equal spans of two types", "西村小学", ["ORG 西村小学", "PROJECT 西村小学"], ["PROJECT 西村小学", "ORG 西村小学"]),
    ("digits of a name are no term", "141航校", ["POLICY_TERM 141", "PROJECT 141航校"], ["PROJECT 141航校"]),
    ("a term in a project's name", "清水绿岸三期工程", ["POLICY_TERM 清水绿岸", "PROJECT 清水绿岸三期工程"], ["PROJECT 清水绿岸三期工程", "POLICY_TERM 清水绿岸"]),
    ("the body named for a term", "乡村振兴局", ["POLICY_TERM 乡村振兴", "ORG 乡村振兴局"], ["ORG 乡村振兴局"]),
    ("a term in an institute's name", "乡村振兴研究院", ["POLICY_TERM 乡村振兴", "ORG 乡村振兴研究院"], ["ORG 乡村振兴研究院", "POLICY_TERM 乡村振兴"]),
    ("nothing inside a term", "十大攻坚任务", ["POLICY_TERM 十大攻坚任务", "QUANTITY 十大"], ["POLICY_TERM 十大攻坚任务"]),
    ("nothing inside a quantity", "15分钟", ["QUANTITY 15分钟", "POLICY_TERM 15"], ["QUANTITY 15分钟"]),
    ("crossing: the first in the order", "甲乙丙丁", ["ORG 甲乙丙", "PROJECT 乙丙丁", "QUANTITY 丁"], ["ORG 甲乙丙", "QUANTITY 丁"]),
    ("a user's label does not compete", "双倍增行动", ["POLICY_TERM 双倍增", "LAW 增行动", "LAW 行动"], ["POLICY_TERM 双倍增", "LAW 增行动"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "candidates", "stay"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_stays(text: str, candidates: list[str], stay: list[str]) -> None:
    all_candidates = [candidate(spec, text) for spec in candidates]
    expected = [candidate(spec, text) for spec in stay]
    for given in (all_candidates, all_candidates[::-1]):
        losses: list[Loss] = []
        assert resolve(given, text, TAILS, losses) == expected
        assert len(losses) == len(candidates) - len(stay)
        assert all(loss.reason and loss.winner is not None for loss in losses)
