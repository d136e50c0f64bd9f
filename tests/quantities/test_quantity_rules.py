"""What is said of a quantity beside its number, and grammars of few or no words."""

from __future__ import annotations

import pytest
from quantity_finding import LISTS, RULES, find, finder

import policytag
from policytag.analysis import empty_structure
from policytag.patterns.wordlists import Entry, WordLists
from policytag.reading.folding import FoldedText
from policytag.taggers.quantities import QuantityRules, find_quantities

YEAR_ONLY = (Entry(("年", "-", "duration"), "mine", "grammar/units.txt", 1),)


def test_an_age_is_a_duration_with_its_hedge() -> None:
    (age,) = find("请65岁以上居民接种疫苗")
    expected = {"value": "65", "unit": "岁", "dimension": "duration", "bound": "at_least", "text": "65岁", "start": 1}
    assert age == expected


def test_the_top_share_has_the_word_before_it_as_cue() -> None:
    (candidate,) = find_quantities(FoldedText("进入全国前1‰。"), empty_structure(), RULES)
    assert candidate["cue"] == ("前", 4, 5)
    assert candidate["attributes"]["dimension"] == "share"


HOSTILE = (
    "投资5亿元、增长5.4%，居第1、前三、前1‰，翻番，三成，百分之五，1/3，一年半，3年半个月，20多万，3—5年，“溪味360碗”"
)


@pytest.mark.parametrize("text", ["", "前", "“”", HOSTILE, HOSTILE * 3])
@pytest.mark.parametrize("lists", [{}, dict.fromkeys(LISTS, ()), {"units": YEAR_ONLY}], ids=["none", "empty", "year"])
def test_few_or_no_words_still_make_a_grammar(lists: WordLists, text: str) -> None:
    for quantity in finder(QuantityRules.from_lists(lists))(text):
        assert quantity["text"] == text[quantity["start"] :][: len(quantity["text"])] != ""
        assert quantity["unit"] in ("年", "%", "倍", None)


def test_a_pipeline_without_packs_reads_what_needs_no_words() -> None:
    report = policytag.Report.from_doc(policytag.load(defaults=False)(HOSTILE))
    assert [q.text for q in report.quantities] == [q["text"] for q in finder(QuantityRules.from_lists({}))(HOSTILE)]
