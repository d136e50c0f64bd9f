"""Many texts and files: order, contexts, what is known of each, and what becomes of those that fail."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import policytag
from policytag import (
    ComponentError,
    MetaError,
    NotAnnotatedError,
    PatternError,
    PolicyTagError,
    ReadError,
    Report,
    Source,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports, one in a folder below, and files that are none."""
    (tmp_path / "below").mkdir()
    (tmp_path / "a.txt").write_text("新增企业28家", encoding="utf-8")
    (tmp_path / "below" / "b.txt").write_bytes("新增企业29家".encode("gb18030"))
    (tmp_path / "~$a.docx").write_bytes(b"lock")
    (tmp_path / "notes.xyz").write_bytes(b"?")
    return tmp_path


def figures(results: Any) -> list[str | None]:
    return [r.quantities[0].text if isinstance(r, Report) else r.code for r in results]


@pytest.mark.parametrize("on_error", ["skip", "return"])
def test_a_batch_goes_on_after_a_bad_item(on_error: Any) -> None:
    nlp = policytag.load(max_length=50)
    texts: list[Any] = ["新增企业28家", 7, "长" * 51, Source("新增", meta={"year": "soon"}), "新增企业29家"]
    results = list(policytag.annotate_many(texts, nlp=nlp, on_error=on_error))
    errors = [(e.index, e.code) for e in results if isinstance(e, PolicyTagError)]
    assert figures(r for r in results if isinstance(r, Report)) == ["28家", "29家"]
    assert errors == ([] if on_error == "skip" else [(1, "not-text"), (2, "text-too-long"), (3, "meta")])


def test_a_batch_raises_by_default(nlp: Language) -> None:
    results = policytag.annotate_many(["新增企业28家", 7], nlp=nlp)  # type: ignore[list-item]
    assert figures([next(results)]) == ["28家"]
    with pytest.raises(TypeError, match="text must be a str") as raised:
        next(results)
    assert raised.value.index == 1


@spacy.Language.component("fails_on_a_question")
def _fails_on_a_question(doc: Doc) -> Doc:
    if "？" in doc.text:
        raise TypeError("a bug in my component")
    return doc


@pytest.mark.parametrize("n_process", [1, 2])
def test_a_component_that_fails(n_process: int) -> None:
    nlp = policytag.load()
    nlp.add_pipe("fails_on_a_question")
    texts = ["新增企业28家", Source("多少家？", origin="question.txt"), "新增企业29家"]
    one, failure, other = policytag.annotate_many(texts, nlp=nlp, n_process=n_process, on_error="return")
    assert figures([one, other]) == ["28家", "29家"]
    assert isinstance(failure, ComponentError)
    assert (str(failure), failure.index) == ("question.txt: TypeError: a bug in my component", 1)
    if n_process == 1:
        assert isinstance(failure.__cause__, TypeError)


def test_what_is_wrong_with_the_pipeline_is_always_raised(tmp_path: Path) -> None:
    with pytest.raises(NotAnnotatedError, match=r"policytag\.load"):
        policytag.annotate_many(["文"], nlp=spacy.blank("zh"), on_error="skip")
    nlp = spacy.blank("zh")
    nlp.add_pipe("policytag_quantities", config={"packs": [str(tmp_path / "nowhere")]})
    with pytest.raises(PatternError, match="nowhere"):
        list(policytag.annotate_many(["文"], nlp=nlp, on_error="skip"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"on_error": "ignore"}, "on_error='ignore'"),
        ({"n_process": 0}, "n_process is 0: it must be a whole number, 1 or more"),
        ({"n_process": "2"}, "n_process is '2'"),
        ({"batch_size": 0}, "batch_size is 0"),
        ({"batch_size": 2.5}, "batch_size is 2.5"),
    ],
)
def test_wrong_settings_of_a_batch(arguments: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        policytag.annotate_many([], **arguments)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("新增企业28家", r"not one str: .*write \["),
        (b"a", "not one bytes"),
        (Source("新增企业28家"), "not one Source"),
        ({"a": "新增企业28家"}, "not dict"),
        (None, "not NoneType"),
        (5, "not int"),
    ],
)
def test_what_is_no_batch(given: Any, words: str) -> None:
    for annotate in (policytag.annotate_many, policytag.annotate_files):
        with pytest.raises(TypeError, match=words):
            annotate(given)


def test_what_is_no_path() -> None:
    with pytest.raises(TypeError, match=r"a path is a str, a Path or what policytag\.read gives, not int"):
        list(policytag.annotate_files([5]))  # type: ignore[list-item]


@pytest.mark.parametrize("n_process", [1, 2])
def test_order_contexts_and_what_is_known_of_each_text(n_process: int, nlp: Language) -> None:
    sources = [
        Source("市委召开会议", meta={"place": place, "year": 2019}) for place in ("江澜省临澜市", "江澜省白石市")
    ]
    texts = [(sources[0], "first"), "新增企业28家", (sources[1], lambda: "a context is never sent to a worker")]
    (one, first), plain, (other, _) = policytag.annotate_many(texts, nlp=nlp, n_process=n_process, batch_size=2)
    assert (first, figures([plain])) == ("first", ["28家"])
    assert [r.organizations[0].resolved for r in (one, other)] == ["中共江澜省临澜市委员会", "中共江澜省白石市委员会"]
    assert one.meta.year == 2019


def test_a_trace_of_each_text(nlp: Language) -> None:
    for n_process in (1, 2):
        (report,) = policytag.annotate_many(["实施“双倍增”行动"], nlp=nlp, trace=True, n_process=n_process)
        assert "slogan.double-growth" in report.explain(report.policy_terms[0])


def test_one_text_at_a_time(nlp: Language) -> None:
    def texts() -> Any:
        yield "新增企业28家"
        raise AssertionError("the second text was asked for too early")

    assert figures([next(policytag.annotate_many(texts(), nlp=nlp))]) == ["28家"]


@pytest.mark.parametrize("n_process", [1, 2])
def test_files_and_folders(folder: Path, n_process: int, nlp: Language) -> None:
    paths = [folder / "a.txt", folder, str(folder / "below" / ".." / "a.txt"), Source("新增企业30家", origin="mine")]
    reports = list(policytag.annotate_files(paths, nlp=nlp, n_process=n_process))
    assert figures(reports) == ["28家", "29家", "30家"]
    assert [report.source for report in reports] == [str(folder / "a.txt"), str(folder / "below" / "b.txt"), "mine"]


def test_files_that_cannot_be_read(folder: Path, nlp: Language) -> None:
    (folder / "empty").mkdir()
    paths = ["", folder / "missing.txt", folder / "empty", folder / "a.txt"]
    results = list(policytag.annotate_files(paths, nlp=nlp, on_error="return"))
    assert figures(results) == ["unreadable"] * 3 + ["28家"]
    assert [error.source for error in results[:3]] == ["", str(folder / "missing.txt"), str(folder / "empty")]
    assert [error.index for error in results[:3]] == [0, 1, 2]
    assert "names no file" in str(results[0])
    assert "holds no file that can be read (.txt " in str(results[2])
    assert figures(policytag.annotate_files(paths, nlp=nlp, on_error="skip")) == ["28家"]
    with pytest.raises(ReadError, match="names no file"):
        list(policytag.annotate_files(paths, nlp=nlp))


@pytest.mark.parametrize("origin", ["报告\udcb1.txt", Path("a.txt"), 17])
def test_any_source_can_be_written(origin: Any, nlp: Language) -> None:
    report = policytag.annotate(Source("新增企业28家", origin=origin), nlp=nlp)
    assert report.source in (r"报告\udcb1.txt", "a.txt", "17")
    assert Report.model_validate_json(report.model_dump_json()) == report


def test_what_is_known_of_all_files(folder: Path, nlp: Language) -> None:
    reports = policytag.annotate_files([folder], nlp=nlp, meta={"year": 2020}, encoding="gb18030", on_error="skip")
    assert [report.meta.year for report in reports][-1] == 2020
    with pytest.raises(MetaError, match="'yaer'"):
        policytag.annotate_files([folder], nlp=nlp, meta={"yaer": 2020})
