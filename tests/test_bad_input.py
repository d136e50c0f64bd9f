"""Bad input gets one clear sentence; odd characters are annotated around."""

from __future__ import annotations

from typing import Any

import pytest
import spacy

import policytag
from policytag import MetaError, NotAnnotatedError, NotTextError, TextTooLongError


@pytest.mark.parametrize("value", [None, 5, b"bytes", ["a"], 1.5])
def test_no_string(value: Any) -> None:
    with pytest.raises(NotTextError, match="text must be a str") as raised:
        policytag.annotate(value)
    assert isinstance(raised.value, TypeError)


@pytest.mark.parametrize("path", ["report.txt", "reports/2031_云溪县.docx"])
def test_the_name_of_a_file_is_no_text(path: str) -> None:
    with pytest.raises(NotTextError, match=r"name of a file.*policytag\.read"):
        policytag.annotate(path)


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


@pytest.mark.parametrize(
    ("meta", "words"),
    [
        ({"yaer": 2024}, "'yaer'.*the fields are title, place"),
        ({"spans": {}}, "'spans'"),
        ({"year": "next"}, "year is 'next'.*integer"),
        ({"level": "village"}, "level is 'village'.*'county'"),
        ({"place": 5}, "place is 5.*string"),
    ],
)
def test_wrong_meta(meta: dict[str, Any], words: str) -> None:
    with pytest.raises(MetaError, match=words) as raised:
        policytag.annotate("文", meta=meta)
    assert isinstance(raised.value, ValueError)
    assert "\n" not in str(raised.value)


def test_meta_is_taken_as_its_field_wants_it() -> None:
    report = policytag.annotate("全年新增企业28家", meta={"year": "2024", "level": None})
    assert report.meta.year == 2024


def test_a_pipeline_without_our_components() -> None:
    with pytest.raises(NotAnnotatedError, match=r"no policytag components: use policytag\.load"):
        policytag.annotate("新增企业28家", nlp=spacy.blank("zh"))


def test_unknown_segmenter() -> None:
    with pytest.raises(ValueError, match="'char' or 'pkuseg'"):
        policytag.load(segmenter="jieba")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="pkuseg_model"):
        policytag.load(segmenter="pkuseg")
