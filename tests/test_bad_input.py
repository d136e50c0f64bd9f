"""Bad input gets one clear sentence; odd characters are annotated around."""

from __future__ import annotations

from typing import Any

import pytest

import policytag
from policytag import PolicyTagError, Report, TextTooLongError


@pytest.mark.parametrize("value", [None, 5, b"bytes", ["a"], 1.5])
def test_no_string(value: Any) -> None:
    with pytest.raises(TypeError, match="text must be a str"):
        policytag.annotate(value)


def test_too_long_says_the_limit_and_the_setting() -> None:
    nlp = policytag.load(max_length=100)
    with pytest.raises(TextTooLongError, match=r"101 characters.*limit of 100.*max_length"):
        policytag.annotate("长" * 101, nlp=nlp)
    assert policytag.annotate("长" * 100, nlp=nlp).text == "长" * 100
    with pytest.raises(ValueError, match="100"):
        nlp("长" * 101)


def test_empty_text_gives_an_empty_report() -> None:
    report = policytag.annotate("")
    assert report.annotations == report.facts == report.sections == report.zones == ()
    assert report.meta.title is None
    assert report.body is None


@pytest.mark.parametrize("odd", ["\x00", "\u200b", "\ue000", "\u202e", "\ufeff", "𠮷", "\u0301", "\U0010ffff"])
def test_odd_characters_are_annotated_around(odd: str) -> None:
    text = f"{odd}新增企业28家{odd},实施“双倍增”行动{odd}"
    report = policytag.annotate(text)
    assert [q.text for q in report.quantities] == ["28家"]
    assert [t.text for t in report.policy_terms] == ["双倍增"]


@pytest.mark.parametrize("on_error", ["skip", "return"])
def test_a_batch_goes_on_after_a_bad_item(on_error: Any) -> None:
    nlp = policytag.load(max_length=50)
    texts: list[Any] = ["新增企业28家", 7, "长" * 51, "新增企业29家"]
    results = list(policytag.annotate_many(texts, nlp=nlp, on_error=on_error))
    reports = [r for r in results if isinstance(r, Report)]
    assert [r.quantities[0].text for r in reports] == ["28家", "29家"]
    errors = [r for r in results if isinstance(r, PolicyTagError)]
    assert [(e.index, e.code) for e in errors] == (
        [] if on_error == "skip" else [(1, "not-text"), (2, "text-too-long")]
    )


def test_a_batch_raises_by_default() -> None:
    with pytest.raises(TypeError, match="text must be a str"):
        list(policytag.annotate_many(["新增企业28家", 7]))  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [({"on_error": "ignore"}, "on_error='ignore'"), ({"n_process": 0}, "1 or more"), ({"batch_size": 0}, "1 or more")],
)
def test_wrong_settings_of_a_batch(arguments: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        policytag.annotate_many([], **arguments)


def test_wrong_meta() -> None:
    with pytest.raises(ValueError, match="'yaer'"):
        policytag.annotate("文", meta={"yaer": 2024})


def test_unknown_segmenter() -> None:
    with pytest.raises(ValueError, match="'char' or 'pkuseg'"):
        policytag.load(segmenter="jieba")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="pkuseg_model"):
        policytag.load(segmenter="pkuseg")
