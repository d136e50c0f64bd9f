"""The report tokenizer, and words of pkuseg in its place: annotations do not depend on tokens."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import spacy_pkuseg
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from spacy.language import Language

import policytag
from policytag import Report
from policytag.pipeline.tokenizer import tokens
from report_text import any_text, report_text

# (text, its tokens joined by |)
TOKENS = [
    ("新增企业28家", "新|增|企|业|28|家"),
    ("286.4亿元、10,000户", "286.4|亿|元|、|10,000|户"),
    ("1411", "1411"),
    ("CCAR-141", "CCAR|-|141"),
    ("１２.５％", "１２.５|％"),
    ("GDP增长5%", "GDP|增|长|5|%"),
    ("一、\r\n  二", "一|、|\r\n  |二"),
    ("𠮷é½", "𠮷|é|½"),
]


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_tokens(text: str, expected: str) -> None:
    assert tokens(text) == expected.split("|")


@given(any_text)
def test_the_text_of_a_doc_is_the_text(nlp: Language, text: str) -> None:
    assert nlp.make_doc(text).text == text
    assert "".join(tokens(text)) == text


@pytest.fixture(scope="session")
def words(tmp_path_factory: pytest.TempPathFactory) -> Language:
    """A pipeline on words: pkuseg with a small model, trained on a few made-up sentences."""
    folder = tmp_path_factory.mktemp("pkuseg")
    lines = ["澄溪 大桥 建成 通车 。", "新增 企业 二十 家 , 增长 三 成 。", "推进 乡村 振兴 和 水库 建设 。"] * 20
    for name in ("train.txt", "test.txt"):
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    here = Path.cwd()
    os.chdir(folder)  # pkuseg leaves its working files in the current folder
    try:
        spacy_pkuseg.train("train.txt", "test.txt", str(folder / "model"), train_iter=1)
    finally:
        os.chdir(here)
    return policytag.load(segmenter="pkuseg", pkuseg_model=folder / "model")


@given(report_text)
@hypothesis_settings(max_examples=30)
def test_words_characters_and_no_doc_give_the_same(nlp: Language, words: Language, text: str) -> None:
    expected = policytag.annotate(text, nlp=nlp)
    assert Report.from_doc(nlp(text)) == expected
    assert Report.from_doc(words(text)) == expected


def test_literals_of_the_packs_are_words(words: Language) -> None:
    assert "双倍增" in [token.text for token in words("实施“双倍增”行动")]


def test_a_pipeline_on_words_is_saved_with_its_model(words: Language, tmp_path: Path) -> None:
    import spacy

    words.to_disk(tmp_path / "model")
    text = "实施“双倍增”行动,新增企业28家"
    loaded = spacy.load(tmp_path / "model")
    assert [t.text for t in loaded(text)] == [t.text for t in words(text)]
    assert Report.from_doc(loaded(text)) == Report.from_doc(words(text))
