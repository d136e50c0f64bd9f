"""The pipeline is a spaCy pipeline: it survives everything that spaCy users do to pipelines, with the same annotations."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import policytag
from paths import SAMPLE
from policytag import NotAnnotatedError, PatternError, Report
from policytag.analysis import Analysis
from policytag.pipeline.loading import STEPS


def dumped(report: Report) -> str:
    return report.model_dump_json()


@pytest.fixture(scope="module")
def expected(nlp: Language, sample: str) -> str:
    return dumped(policytag.annotate(sample, nlp=nlp))


def test_the_components_in_order(nlp: Language) -> None:
    assert tuple(nlp.pipe_names) == STEPS


def test_from_doc(nlp: Language, sample: str, expected: str) -> None:
    assert dumped(Report.from_doc(nlp(sample))) == expected


def test_to_disk_and_back(nlp: Language, sample: str, expected: str, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "model")
    loaded = spacy.load(tmp_path / "model")
    assert dumped(Report.from_doc(loaded(sample))) == expected


def test_a_saved_pipeline_keeps_its_packs_and_its_limit(tmp_path: Path) -> None:
    pack = tmp_path / "mine"
    pack.mkdir()
    row = '{"label": "LAW", "pattern": "澄溪区烟花管理条例", "id": "law.fireworks", "attributes": {"grade": "local"}}\n'
    (pack / "laws.jsonl").write_text(row, encoding="utf-8")
    nlp = policytag.load(packs=[pack], max_length=2_000_000)
    text = "修订澄溪区烟花管理条例" + "。" * 1_500_000
    before = policytag.annotate(text, nlp=nlp)
    nlp.to_disk(tmp_path / "model")
    (pack / "laws.jsonl").unlink()
    pack.rmdir()
    loaded = spacy.load(tmp_path / "model")
    assert loaded.max_length == 2_000_000
    after = policytag.annotate(text, nlp=loaded)
    assert after == before
    (law,) = after.annotations
    assert (law.type, law.evidence.pack, law.evidence.line) == ("LAW", "mine", 1)
    assert isinstance(law, policytag.Annotation)
    assert law.attributes == {"grade": "local"}


def test_pickle(nlp: Language, sample: str, expected: str) -> None:
    assert dumped(Report.from_doc(pickle.loads(pickle.dumps(nlp))(sample))) == expected


def test_bytes(nlp: Language, sample: str, expected: str) -> None:
    loaded = spacy.util.load_model_from_config(nlp.config)
    loaded.from_bytes(nlp.to_bytes())
    assert dumped(Report.from_doc(loaded(sample))) == expected


def test_doc_bin(nlp: Language, sample: str, expected: str) -> None:
    stored = DocBin(docs=[nlp(sample)], store_user_data=True).to_bytes()
    (doc,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert dumped(Report.from_doc(doc)) == expected


def test_a_doc_without_data_says_so(nlp: Language) -> None:
    stored = DocBin(docs=[nlp("新增企业28家")]).to_bytes()
    (doc,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    with pytest.raises(NotAnnotatedError, match="store_user_data=True"):
        Report.from_doc(doc)


def test_two_processes(nlp: Language, sample: str, expected: str) -> None:
    docs = list(nlp.pipe([sample] * 3, n_process=2, batch_size=1))
    assert [dumped(Report.from_doc(doc)) for doc in docs] == [expected] * 3


def test_annotate_many_in_two_processes(nlp: Language, sample: str, expected: str) -> None:
    texts = [(sample, "first"), ("新增企业28家", "second"), (sample, "third")]
    pairs = list(policytag.annotate_many(texts, nlp=nlp, n_process=2, batch_size=1))
    assert [context for _, context in pairs] == ["first", "second", "third"]
    assert [dumped(report) for report, _ in pairs[::2]] == [expected] * 2


def test_components_can_be_disabled(nlp: Language) -> None:
    text = "实施“双倍增”行动,新增企业28家"
    with nlp.select_pipes(disable=["policytag_quantities"]):
        report = policytag.annotate(text, nlp=nlp)
        assert not report.quantities
        assert report.policy_terms
        assert Report.from_doc(nlp(text)) == report


def test_the_order_of_the_taggers_does_not_matter(sample: str, expected: str) -> None:
    other = policytag.load()
    other.remove_pipe("policytag_terms")
    other.add_pipe("policytag_terms", before="policytag_patterns")
    assert dumped(policytag.annotate(sample, nlp=other)) == expected


def test_in_somebodys_own_pipeline(sample: str, expected: str) -> None:
    own = spacy.blank("zh")
    own.add_pipe("sentencizer")
    for step in STEPS:
        own.add_pipe(step, name=f"my_{step}")
    doc = own(sample)
    assert dumped(Report.from_doc(doc)) == expected
    assert not doc.ents
    assert dumped(policytag.annotate(sample, nlp=own)) == expected


def test_the_report_of_a_doc(nlp: Language, sample: str, expected: str) -> None:
    assert dumped(nlp(sample)._.policytag) == expected


@pytest.mark.parametrize(
    ("steps", "problems"),
    [
        (STEPS, {}),
        (("policytag_resolver", "policytag_patterns"), {"policytag_resolver": ["doc.user_data"]}),
        (("policytag_structure", "policytag_resolver"), {"policytag_resolver": ["doc.user_data"]}),
        (("policytag_names", "policytag_facts", "policytag_resolver"), {"policytag_facts": ["doc.spans"]}),
    ],
)
def test_spacy_tells_a_wrong_order(steps: tuple[str, ...], problems: dict[str, list[str]]) -> None:
    own = spacy.blank("zh")
    for step in steps:
        own.add_pipe(step)
    assert {name: missing for name, missing in own.analyze_pipes()["problems"].items() if missing} == problems


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (("resolver", "patterns"), "policytag_patterns stands after policytag_resolver.*put policytag_patterns first"),
        (("quantities", "facts", "resolver"), "policytag_resolver stands after policytag_facts"),
        (("names", "structure", "resolver"), "policytag_structure stands after policytag_names"),
        (
            ("structure", "quantities", "terms"),
            "what policytag_quantities, policytag_terms found: add policytag_resolver",
        ),
    ],
)
def test_a_pipeline_that_would_find_nothing_is_an_error(steps: tuple[str, ...], words: str) -> None:
    own = spacy.blank("zh")
    for step in steps:
        own.add_pipe(f"policytag_{step}")
    with pytest.raises(NotAnnotatedError, match=words):
        policytag.annotate("新增企业28家", nlp=own)
    with pytest.raises(NotAnnotatedError, match=words):
        Report.from_doc(own("新增企业28家"))


def test_a_doc_may_go_through_the_pipeline_again(nlp: Language, sample: str, expected: str) -> None:
    assert dumped(Report.from_doc(nlp(nlp(sample)))) == expected


def test_a_doc_may_go_through_the_pipeline_in_parts(nlp: Language, sample: str, expected: str) -> None:
    with nlp.select_pipes(disable=["policytag_names", "policytag_facts"]):
        doc = nlp(sample)
    with nlp.select_pipes(enable=["policytag_names", "policytag_resolver", "policytag_facts"]):
        doc = nlp(doc)
    assert any(a.type == "ORG" for a in Report.from_doc(doc).annotations)
    assert dumped(Report.from_doc(nlp(doc))) == expected


def test_a_stored_doc_may_go_on(nlp: Language, sample: str, expected: str) -> None:
    with nlp.select_pipes(disable=["policytag_facts"]):
        stored = DocBin(store_user_data=True, docs=[nlp(sample)]).to_bytes()
    (doc,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    with nlp.select_pipes(enable=["policytag_facts"]):
        doc = nlp(doc)
    assert dumped(Report.from_doc(doc)) == expected


def test_spacys_error_handler_is_asked() -> None:
    own = policytag.load(defaults=False)
    quantities = own.get_pipe("policytag_quantities")
    quantities.kind = replace(quantities.kind, run=_fails_on_a_question)
    failed: list[str] = []
    own.set_error_handler(lambda name, component, docs, error: failed.append(f"{name}: {docs[0].text}: {error}"))
    assert [doc.text for doc in own.pipe(["一", "二？", "三"])] == ["一", "三"]
    assert failed == ["policytag_quantities: 二？: a question"]


def _fails_on_a_question(analysis: Analysis, rules: Any, options: Any) -> None:
    if "？" in analysis.folded.text:
        raise ValueError("a question")
    analysis.data["layers"]["quantities"] = []


def test_load_tells_what_is_wrong_in_a_word_list(tmp_path: Path) -> None:
    (tmp_path / "units.txt").write_text("里弄\tno-such-dimension\n", encoding="utf-8")
    with pytest.raises(PatternError, match=r"units\.txt:1"):
        policytag.load(packs=[tmp_path])


def test_a_component_saves_what_it_needs_and_no_more(nlp: Language) -> None:
    def saved(step: str) -> Any:
        return json.loads(nlp.get_pipe(f"policytag_{step}").to_bytes())["packs"]

    assert not saved("patterns")["lists"]
    assert saved("patterns")["rows"]
    assert not saved("quantities")["rows"]
    assert {"units", "quantity_hedges"} <= set(saved("quantities")["lists"])
    assert "places" not in saved("quantities")["lists"]
    assert {row["label"] for *_, row in saved("facts")["rows"]} == {"INDICATOR"}


def test_settings_are_json(nlp: Language) -> None:
    assert nlp.config.from_str(nlp.config.to_str()) == nlp.config


def test_the_span_group(nlp: Language, sample: str) -> None:
    doc = nlp(sample)
    report = Report.from_doc(doc)
    found = [(s.label_, s.start_char, s.end_char, s.id_, s.kb_id_) for s in doc.spans["policytag"]]
    assert found == [
        (a.type, a.start, a.end, a.evidence.rule, getattr(a, "entity", None) or "") for a in report.annotations
    ]


def test_ents_are_the_longest_that_do_not_overlap(nlp: Language) -> None:
    doc = nlp("加快澄溪区第一小学迁建,实施“双倍增”行动,新增企业28家")
    assert all(left.end <= right.start for left, right in pairwise(doc.ents))
    assert {"双倍增", "28家"} <= {ent.text for ent in doc.ents}


@pytest.mark.parametrize(("overwrite", "label"), [(False, "OWN"), (True, "QUANTITY")])
def test_entities_that_are_there_stay_unless_told(overwrite: bool, label: str) -> None:
    own = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "policytag.ReportTokenizer.v1"}}})
    own.add_pipe("entity_ruler").add_patterns([{"label": "OWN", "pattern": "28家"}])
    for step in STEPS:
        config = {"ents": True, "overwrite_ents": overwrite} if step == "policytag_resolver" else {}
        own.add_pipe(step, config=config)
    doc = own("新增企业28家")
    assert [(ent.text, ent.label_) for ent in doc.ents if "28" in ent.text] == [("28家", label)]


def test_the_plain_data_is_json_able(nlp: Language, sample: str) -> None:
    doc = nlp(sample)
    data = doc.user_data["policytag"]
    assert data["schema"] == 1
    assert set(data["layers"]) == {"patterns", "quantities", "names", "terms"}
    candidate = data["layers"]["quantities"][0]
    assert set(candidate) == {
        "type", "start", "end", "tagger", "rule", "priority", "attributes", "condition", "cue",
    }  # fmt: skip
    assert isinstance(Doc(nlp.vocab).from_bytes(doc.to_bytes()).user_data["policytag"], dict)


def test_meta_that_the_caller_knows(nlp: Language) -> None:
    report = policytag.annotate("市委召开会议", nlp=nlp, meta={"place": "江澜省临澜市", "year": 2023})
    assert (report.meta.place, report.meta.year) == ("江澜省临澜市", 2023)
    (body,) = report.organizations
    assert body.resolved == "中共江澜省临澜市委员会"


def test_broad_filters_the_finished_report(nlp: Language) -> None:
    text = "推动高质量发展,全年港口吞吐量增长5%,实施“双倍增”行动"
    full = policytag.annotate(text, nlp=nlp)
    narrow = policytag.annotate(text, nlp=nlp, broad=False)
    assert [t.text for t in full.policy_terms if t.breadth == "broad"] == ["高质量发展"]
    assert [a for a in full.annotations if getattr(a, "breadth", "") != "broad"] == list(narrow.annotations)
    assert [f.quantity.text for f in narrow.facts] == [f.quantity.text for f in full.facts]


@pytest.mark.parametrize("seed", ["1", "4711"])
def test_annotating_does_not_depend_on_the_process(seed: str, expected: str) -> None:
    code = (
        "import pathlib, sys, policytag;"
        "report = policytag.annotate(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'));"
        "sys.stdout.buffer.write(report.model_dump_json().encode())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run([sys.executable, "-c", code, str(SAMPLE)], capture_output=True, env=environment, check=True)
    assert done.stdout.decode() == expected


def test_without_the_built_in_packs_only_shapes_are_left() -> None:
    empty = policytag.load(defaults=False)
    report = policytag.annotate("实施“双倍增”行动,新增企业28家,建成白石岭水库。", nlp=empty)
    assert not [a for a in report.annotations if a.evidence.pack]
    assert report.produced_by.packs == ()
