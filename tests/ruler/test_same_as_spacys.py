"""On any rows and any text our ruler finds what spaCy's entity ruler finds."""

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from ruler_strategies import row_lists, string_patterns, texts, token_patterns
from spacy.pipeline import EntityRuler
from spacy.tokens import Doc, Span

from policytag.pipeline.ruler import PolicyTagRuler

ENGLISH = spacy.blank("en")
CHINESE = spacy.blank("zh")


def make(nlp, rows, **options):
    return PolicyTagRuler(nlp, patterns=rows, **options), EntityRuler(nlp, patterns=rows, **options)


def doc_of(nlp, words):
    return Doc(nlp.vocab, words=words, spaces=[word.isascii() for word in words])


def matches(ruler, doc):
    """Every match as (key, start, end), before any is chosen."""
    return {(doc.vocab.strings[match_id], start, end) for match_id, start, end in ruler.match(doc)}


def entities(ruler, doc, existing=()):
    copy = Doc(doc.vocab).from_bytes(doc.to_bytes())
    copy.ents = [Span(copy, start, end, label="OLD") for start, end in existing]
    return ruler(copy).ents


@settings(max_examples=400, deadline=None)
@given(row_lists, texts, st.sampled_from([ENGLISH, CHINESE]))
def test_every_match(rows, words, nlp):
    ours, spacys = make(nlp, rows)
    doc = doc_of(nlp, words)
    assert matches(ours, doc) == matches(spacys, doc)


@settings(max_examples=400, deadline=None)
@given(st.lists(token_patterns, min_size=1, max_size=3), texts)
def test_every_match_of_token_patterns(patterns, words):
    rows = [{"label": f"L{i}", "pattern": pattern} for i, pattern in enumerate(patterns)]
    ours, spacys = make(ENGLISH, rows)
    doc = doc_of(ENGLISH, words)
    assert matches(ours, doc) == matches(spacys, doc)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(string_patterns, min_size=1, max_size=6),
    texts,
    st.sampled_from(["ORTH", "LOWER", "SHAPE", "NORM", "LENGTH", "IS_PUNCT", "ENT_TYPE", "SENT_START", None]),
    st.sampled_from([ENGLISH, CHINESE]),
)
def test_every_match_of_strings(patterns, words, attribute, nlp):
    rows = [{"label": f"L{i}", "pattern": pattern} for i, pattern in enumerate(patterns)]
    ours, spacys = make(nlp, rows, phrase_matcher_attr=attribute)
    for doc in (doc_of(nlp, words), nlp("".join(words))):
        assert matches(ours, doc) == matches(spacys, doc)


@settings(max_examples=250, deadline=None)
@given(row_lists, texts, st.booleans(), st.lists(st.integers(0, 5), max_size=4))
def test_entities(rows, words, overwrite, gaps):
    """Offsets are equal; the label and id are those of a match there."""
    ours, spacys = make(ENGLISH, rows, overwrite_ents=overwrite)
    doc = doc_of(ENGLISH, words)
    existing, place = [], 0
    for gap in gaps:
        start, place = place + gap, place + gap + 2
        if place <= len(doc):
            existing.append((start, place))
    found = entities(ours, doc, existing)
    expected = entities(spacys, doc, existing)
    assert [(e.start, e.end) for e in found] == [(e.start, e.end) for e in expected]
    assert [e.label_ == "OLD" for e in found] == [e.label_ == "OLD" for e in expected]
    possible = matches(spacys, doc)
    for ent in found:
        if ent.label_ != "OLD":
            key = f"{ent.label_}||{ent.ent_id_}" if ent.ent_id_ else ent.label_
            assert (key, ent.start, ent.end) in possible


@settings(max_examples=100, deadline=None)
@given(row_lists, texts, st.sampled_from(["x", "y"]))
def test_after_removal(rows, words, ent_id):
    ours, spacys = make(ENGLISH, rows)
    if ent_id in ours.ent_ids:
        ours.remove(ent_id)
        rest = [row for row in rows if row.get("id") != ent_id]
        assert ours.patterns == rest
        spacys = EntityRuler(ENGLISH, patterns=rest)
    doc = doc_of(ENGLISH, words)
    assert matches(ours, doc) == matches(spacys, doc)


@settings(max_examples=100, deadline=None)
@given(row_lists, texts)
def test_after_a_round_trip(rows, words):
    ours, spacys = make(CHINESE, rows)
    doc = doc_of(CHINESE, words)
    matches(ours, doc)  # compiled once
    again = PolicyTagRuler(CHINESE).from_bytes(ours.to_bytes())
    assert again.patterns == rows
    assert matches(again, doc) == matches(spacys, doc)
