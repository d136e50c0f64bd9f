"""annotate itself: what it leaves as it found it, and how a fact keeps its quantity."""

from __future__ import annotations

import copy
import gc
import pickle
from collections.abc import Callable, Iterator

import pytest

import policytag
from policytag import Fact, NotAnnotatedError

TEXT = "2024年，地区生产总值412.6亿元、增长6.1%，新增高新技术企业31家。"


@pytest.fixture
def collecting() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.usefixtures("collecting")
@pytest.mark.parametrize("switch", [gc.enable, gc.disable])
def test_the_garbage_collector_is_left_as_it_was(switch: Callable[[], None]) -> None:
    switch()
    before = gc.isenabled()
    policytag.annotate(TEXT)
    assert gc.isenabled() is before
    nlp = policytag.load(defaults=False)
    nlp.get_pipe("policytag_facts").options = None  # what a step cannot work with
    with pytest.raises(AttributeError):
        policytag.annotate(TEXT, nlp=nlp)
    assert gc.isenabled() is before


def test_annotating_leaves_nothing_to_collect() -> None:
    policytag.annotate(TEXT)
    gc.collect()
    policytag.annotate(TEXT)
    assert gc.collect() == 0


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda fact: pickle.loads(pickle.dumps(fact)), Fact.model_copy]
)
def test_a_fact_keeps_its_quantity(copied: Callable[[Fact], Fact]) -> None:
    for fact in policytag.annotate(TEXT).facts:
        again = copied(fact)
        assert again == fact
        assert again.quantity == fact.quantity
        assert "quantity" not in again.model_dump()


def test_a_fact_of_no_report_has_no_quantity() -> None:
    fact = policytag.annotate(TEXT).facts[0]
    alone = Fact.model_validate_json(fact.model_dump_json())
    assert alone == fact
    with pytest.raises(NotAnnotatedError, match=r"report\.facts"):
        _ = alone.quantity


def test_what_has_the_same_reason_shares_its_evidence() -> None:
    report = policytag.annotate(TEXT)
    growth = next(fact for fact in report.facts if fact.measure == "growth")
    assert growth.indicator is growth.quantity.indicators[0]
    counts = policytag.annotate("新增企业31家，新增学校2所。").quantities
    assert counts[0].evidence is counts[1].evidence
