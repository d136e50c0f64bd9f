"""What policytag_ruler promises beyond spaCy's entity ruler: keys survive, order is documented, errors change nothing."""

import json
import pickle

import pytest
import spacy
import srsly
from spacy.pipeline import EntityRuler
from spacy.tokens import Doc

from policytag.pipeline.ruler import PolicyTagRuler

ROWS = [
    {"label": "ORG", "pattern": "𠮷野", "note": "half of a pair: \ud800", "context": {"right_not": ["部"]}},
    {"label": "POLICY_TERM", "pattern": "双倍增", "id": "slogan.double", "name": "“双倍增”行动"},
    {
        "label": "LAW",
        "pattern": [{"TEXT": "第"}, {"IS_DIGIT": True, "OP": "+"}, {"TEXT": "条"}],
        "source": {"年": 2024},
    },
]


@pytest.fixture
def nlp():
    return spacy.blank("zh")


def entities(doc):
    return [(ent.text, ent.label_, ent.ent_id_) for ent in doc.ents]


@pytest.mark.parametrize("name", ["rows.jsonl", "folder"])
def test_every_key_survives_on_disk(nlp, tmp_path, name):
    ruler = PolicyTagRuler(nlp, patterns=ROWS, overwrite_ents=True, phrase_matcher_attr="LOWER", ent_id_sep="++")
    ruler.to_disk(tmp_path / name)
    again = PolicyTagRuler(nlp).from_disk(tmp_path / name)
    assert again.patterns == ROWS
    again.to_disk(tmp_path / "second.jsonl")
    assert PolicyTagRuler(nlp).from_disk(tmp_path / "second").patterns == ROWS
    if name == "folder":
        assert (again.overwrite, again.phrase_matcher_attr, again.ent_id_sep) == (True, "LOWER", "++")


def test_chinese_is_written_as_chinese(nlp, tmp_path):
    PolicyTagRuler(nlp, patterns=ROWS[1:]).to_disk(tmp_path / "rows.jsonl")
    text = (tmp_path / "rows.jsonl").read_text(encoding="utf-8")
    assert text.splitlines() == [json.dumps(row, ensure_ascii=False) for row in ROWS[1:]]


def test_spacys_ruler_reads_our_files_and_we_read_its(nlp, tmp_path):
    ours = PolicyTagRuler(nlp, patterns=ROWS[1:], overwrite_ents=True)
    ours.to_disk(tmp_path / "ours")
    spacys = EntityRuler(nlp).from_disk(tmp_path / "ours")
    assert (len(spacys), spacys.overwrite) == (2, True)
    spacys.to_disk(tmp_path / "spacys")
    again = PolicyTagRuler(nlp).from_disk(tmp_path / "spacys")
    bare = [{key: row[key] for key in ("label", "pattern", "id") if key in row} for row in ROWS[1:]]
    assert sorted(again.patterns, key=str) == sorted(bare, key=str)
    assert len(PolicyTagRuler(nlp).from_bytes(spacys.to_bytes())) == 2


def test_a_saved_pipeline_keeps_everything(nlp, tmp_path):
    nlp.add_pipe("policytag_ruler").add_patterns(ROWS[1:])
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.get_pipe("policytag_ruler").patterns == ROWS[1:]
    assert entities(again("“双倍增”见第12条")) == entities(nlp("“双倍增”见第12条")) != []
    same = spacy.blank("zh")
    same.add_pipe("policytag_ruler")
    assert same.from_bytes(nlp.to_bytes()).get_pipe("policytag_ruler").patterns == ROWS[1:]


def test_pickled_and_in_two_processes(nlp):
    ruler = nlp.add_pipe("policytag_ruler")
    ruler.add_patterns(ROWS[1:])
    expected = entities(nlp("双倍增见第12条"))
    assert expected == [("双倍增", "POLICY_TERM", "slogan.double"), ("第12条", "LAW", "")]
    copy = pickle.loads(pickle.dumps(ruler))
    assert entities(copy(nlp.make_doc("双倍增见第12条"))) == expected
    assert [entities(doc) for doc in nlp.pipe(["双倍增见第12条"] * 3, n_process=2)] == [expected] * 3


@pytest.mark.parametrize(
    ("rows", "winner"),
    [
        ([("B", "b", 0), ("A", "a", 0)], ("A", "a")),
        ([("A", "b", 0), ("B", "a", 0)], ("B", "a")),
        ([("A", "a", 0), ("B", "b", 1)], ("B", "b")),
        ([("A", "a", -1), ("B", "b", 0)], ("B", "b")),
        ([("B", "a", 0), ("A", "a", 0)], ("A", "a")),
        ([("A", "a", 0), ("B", None, 0)], ("B", "")),
    ],
)
@pytest.mark.parametrize("pattern", ["新区", [{"TEXT": "新"}, {"TEXT": "区"}]])
def test_order_of_equal_spans(nlp, rows, winner, pattern):
    """Priority, then id (none first), then label; the order in which rows are added does not count."""
    rows = [
        {"label": label, "pattern": pattern, **({"id": row_id} if row_id else {}), **({"priority": p} if p else {})}
        for label, row_id, p in rows
    ]
    for order in (rows, rows[::-1]):
        (ent,) = PolicyTagRuler(nlp, patterns=order)(nlp.make_doc("新区")).ents
        assert (ent.label_, ent.ent_id_) == winner


def test_priority_does_not_beat_length(nlp):
    rows = [{"label": "A", "pattern": "新区", "priority": 9}, {"label": "B", "pattern": "两江新区"}]
    assert entities(PolicyTagRuler(nlp, patterns=rows)(nlp.make_doc("两江新区"))) == [("两江新区", "B", "")]


@pytest.mark.parametrize(
    ("row", "error", "words"),
    [
        ({"label": "A"}, KeyError, "the row has no 'pattern': {'label': 'A'}"),
        ({"pattern": "新区"}, KeyError, "the row has no 'label'"),
        ("新区", TypeError, "a row is a dict with label and pattern, not str: '新区'"),
        ({"label": "A", "pattern": 5}, ValueError, "5"),
        ({"label": "A", "pattern": []}, ValueError, None),
        ({"label": "A", "pattern": [{"TXET": "新"}]}, ValueError, None),
        ({"label": "A", "pattern": [{"TEXT": "新", "OP": "x"}]}, ValueError, None),
        ({"label": "A", "pattern": [[{"TEXT": "新"}]]}, ValueError, None),
    ],
)
def test_a_wrong_row_changes_nothing(nlp, row, error, words):
    ruler = PolicyTagRuler(nlp, patterns=ROWS[1:2])
    with pytest.raises(error, match=words):
        ruler.add_patterns([{"label": "A", "pattern": "区"}, row])
    assert ruler.patterns == ROWS[1:2]
    assert entities(ruler(nlp.make_doc("双倍增区"))) == [("双倍增", "POLICY_TERM", "slogan.double")]


def test_a_line_that_is_not_json_is_named(nlp, tmp_path):
    (tmp_path / "rows.jsonl").write_text('{"label": "A", "pattern": "区"}\n\n{"label": }\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"rows\.jsonl:3: not JSON"):
        PolicyTagRuler(nlp).from_disk(tmp_path / "rows.jsonl")


@pytest.mark.parametrize("pattern", ["", " ", "  新区", "新 区", "新\n区"])
def test_white_space_in_strings_as_in_spacy(nlp, pattern):
    doc = nlp.make_doc("新 区　新\n区  新区 ")
    rows = [{"label": "A", "pattern": pattern}]
    assert PolicyTagRuler(nlp, patterns=rows).match(doc) == EntityRuler(nlp, patterns=rows).match(doc)


def test_tags_that_a_pattern_needs_are_asked_for(nlp):
    rows = [{"label": "A", "pattern": [{"TEXT": "新"}, {"POS": "NOUN"}]}]
    doc = Doc(nlp.vocab, words=["新", "区"])
    for ruler in (PolicyTagRuler(nlp, patterns=rows), EntityRuler(nlp, patterns=rows)):
        with pytest.raises(ValueError, match="E155"):
            ruler(doc)
    tagged = Doc(nlp.vocab, words=["新", "区"], spaces=[False, False], pos=["ADJ", "NOUN"])
    assert entities(PolicyTagRuler(nlp, patterns=rows)(tagged)) == [("新区", "A", "")]


def test_strings_pass_the_components_before(nlp):
    """A component of somebody's own may change tokens: string patterns go through it, as in spaCy."""

    @spacy.Language.component("join_first_two")
    def join_first_two(doc):
        if len(doc) > 1:
            with doc.retokenize() as retokenizer:
                retokenizer.merge(doc[:2])
        return doc

    nlp.add_pipe("join_first_two")
    ruler = nlp.add_pipe("policytag_ruler")
    ruler.add_patterns([{"label": "A", "pattern": "新区"}])
    assert entities(nlp("新区")) == [("新区", "A", "")]
    assert entities(nlp("两江新区")) == []


def test_rows_may_come_from_a_reader(nlp, tmp_path):
    path = tmp_path / "rows.jsonl"
    srsly.write_jsonl(path, ROWS[1:])
    nlp.add_pipe("policytag_ruler")
    nlp.config["initialize"]["components"]["policytag_ruler"] = {
        "patterns": {"@readers": "srsly.read_jsonl.v1", "path": str(path)}
    }
    nlp.initialize()
    assert nlp.get_pipe("policytag_ruler").patterns == ROWS[1:]


def test_a_word_made_a_stop_word_later_counts(nlp):
    ruler = PolicyTagRuler(nlp, patterns=[{"label": "A", "pattern": [{"TEXT": "新"}, {"IS_STOP": True}]}])
    assert entities(ruler(nlp.make_doc("新区"))) == []
    nlp.vocab["区"].is_stop = True
    assert entities(ruler(nlp.make_doc("新区"))) == [("新区", "A", "")]


def test_custom_fuzzy_compare(nlp):
    rows = [{"label": "A", "pattern": [{"TEXT": "新"}, {"TEXT": {"FUZZY": "区"}}]}]
    never = PolicyTagRuler(nlp, patterns=rows, matcher_fuzzy_compare=lambda text, pattern, edits: False)
    assert entities(never(nlp.make_doc("新县"))) == []
    assert entities(PolicyTagRuler(nlp, patterns=rows)(nlp.make_doc("新县"))) == [("新县", "A", "")]
