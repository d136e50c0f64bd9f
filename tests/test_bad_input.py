"""Bad input gets one clear sentence; odd characters are annotated around."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language

import policytag
from policytag import MetaError, NotAnnotatedError, NotTextError, PolicyTagError, Source, TextTooLongError


@pytest.mark.parametrize("value", [None, 5, b"bytes", ["a"], 1.5])
def test_no_string(value: Any) -> None:
    with pytest.raises(NotTextError, match="text must be a str") as raised:
        policytag.annotate(value)
    assert isinstance(raised.value, TypeError)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Path("report.txt"), rf"{type(Path()).__name__}: use policytag\.read"),
        (float("nan"), r"float: a missing value of a table \(NaN\)"),
        ({"text": "新增企业28家"}, "dict: give its text; what else is known"),
        ({"新增企业28家"}, "set: use annotate_many for several texts"),
        (spacy.blank("zh")("新增企业28家"), r"Doc: the report of a Doc is Report\.from_doc"),
        (Source(5), "the text of a Source must be a str, not int"),  # type: ignore[arg-type]
    ],
)
def test_what_is_given_in_the_place_of_a_text(value: Any, words: str) -> None:
    with pytest.raises(NotTextError, match=words):
        policytag.annotate(value)
    [error] = policytag.annotate_many([value], on_error="return")
    assert isinstance(error, NotTextError)


@pytest.mark.parametrize("nlp", ["zh", 5, policytag.Report(text="")])
def test_what_is_no_pipeline(nlp: Any) -> None:
    with pytest.raises(TypeError, match=r"nlp must be what policytag\.load gives"):
        policytag.annotate("新增企业28家", nlp=nlp)
    with pytest.raises(TypeError, match=r"nlp must be what policytag\.load gives"):
        policytag.annotate_many([], nlp=nlp)


@pytest.mark.parametrize("path", ["report.txt", "reports/2031_云溪县.docx"])
def test_the_name_of_a_file_is_no_text(path: str) -> None:
    with pytest.raises(NotTextError, match=r"name of a file.*policytag\.read"):
        policytag.annotate(path)


def test_half_a_character_is_told_with_its_place() -> None:
    text = "新增企业\ud83d28家"
    with pytest.raises(NotTextError, match=r"half a character \('\\ud83d' at 4\).*in UTF-8 .*replace"):
        policytag.annotate(text)
    assert policytag.annotate(text.encode("utf-8", "replace").decode()).quantities[0].start == 5


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
        ({"place": ""}, "place is '': write something, or leave it out"),
        ({"place": "澄溪\udcb1"}, r"place is '澄溪\\udcb1', which holds half a character: give it in UTF-8"),
        ({"year": -5}, "year is -5: write four digits"),
        ({"year": 20245}, "year is 20245: write four digits"),
        ({"date": "2024年1月"}, "date is '2024年1月': write YYYY-MM-DD"),
        ("2024", "must be a dict such as .*, not str"),
        (["year", 2024], "must be a dict such as .*, not list"),
        ({5: 6}, "no field '5'"),
    ],
)
def test_wrong_meta(meta: Any, words: str) -> None:
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
    with pytest.raises(ValueError, match="add segmenter='pkuseg'"):
        policytag.load(pkuseg_model="mixed")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"year": "2024"}, "year is '2024': give a whole number"),
        ({"max_length": "5"}, "max_length is '5': give a whole number"),
        ({"region": ["chongqing"]}, r"region is \['chongqing'\]: give a string"),
        ({"packs": [{"label": "LAW"}]}, "a pack is the path of a folder, not dict"),
    ],
)
def test_wrong_settings_of_load(arguments: dict[str, Any], words: str) -> None:
    with pytest.raises(TypeError, match=words):
        policytag.load(**arguments)


def test_docs_that_hold_something_else(nlp: Language) -> None:
    text = "实施“双倍增”行动，新增企业28家"
    part = nlp(text)[4:9].as_doc(copy_user_data=True)
    with pytest.raises(NotAnnotatedError, match="the policytag data of another text"):
        policytag.Report.from_doc(part)
    taken = nlp.make_doc(text)
    taken.user_data["policytag"] = "mine"
    with pytest.raises(NotAnnotatedError, match=r"holds something else in doc.user_data\['policytag'\]"):
        policytag.Report.from_doc(taken)
    with pytest.raises(NotAnnotatedError, match="holds something else"):
        nlp(taken)
    with pytest.raises(TypeError, match="from_doc takes a Doc that went through the pipeline, not str"):
        policytag.Report.from_doc(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("content", [None, "{bad", "{}", "[]"])
def test_a_saved_pipeline_that_is_damaged(content: str | None, nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    file = tmp_path / "policytag_patterns" / "packs.json"
    file.unlink() if content is None else file.write_text(content)
    with pytest.raises(PolicyTagError, match=f"{file}: not what to_disk wrote"):
        spacy.load(tmp_path)
