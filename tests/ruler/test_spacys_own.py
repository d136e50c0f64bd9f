"""spaCy's own tests of its entity ruler, from the installed package, run with our component.

Four of them build an EntityRuler themselves instead of using the factory; they are repeated below for ours.
"""

import ast
import importlib.util
from pathlib import Path

import pytest
from spacy.errors import MatchPatternError
from spacy.language import Language

from policytag.pipeline.ruler import PolicyTagRuler


def _tests_for(factory):
    """Names of spaCy's test module, with the list of factories replaced."""
    found = importlib.util.find_spec("spacy.tests.pipeline.test_entity_ruler")
    path = Path(found.origin)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    lists = [node for node in tree.body if isinstance(node, ast.Assign) and node.targets[0].id == "ENTITY_RULERS"]
    assert len(lists) == 1, "spaCy's tests no longer have the list ENTITY_RULERS"
    lists[0].value = ast.parse(repr([factory]), mode="eval").body
    names = {"__name__": "spacys_entity_ruler_tests", "__file__": str(path)}
    exec(compile(tree, str(path), "exec"), names)
    return {name: value for name, value in names.items() if name.startswith("test_") or name in ("nlp", "patterns")}


globals().update(_tests_for("policytag_ruler"))


def test_all_of_them_are_here():
    assert sum(name.startswith("test_entity_ruler") for name in globals()) >= 25


ROWS = [
    {"label": "HELLO", "pattern": "hello world"},
    {"label": "BYE", "pattern": [{"LOWER": "bye"}, {"LOWER": "bye"}]},
    {"label": "HELLO", "pattern": [{"ORTH": "HELLO"}]},
    {"label": "COMPLEX", "pattern": [{"ORTH": "foo", "OP": "*"}]},
    {"label": "TECH_ORG", "pattern": "Apple", "id": "a1"},
    {"label": "TECH_ORG", "pattern": "Microsoft", "id": "a2"},
]


@pytest.mark.parametrize("attribute", [None, "LOWER"])
def test_bytes(attribute):
    nlp = Language()
    ruler = PolicyTagRuler(nlp, patterns=ROWS, phrase_matcher_attr=attribute)
    assert (len(ruler), len(ruler.labels)) == (6, 4)
    other = PolicyTagRuler(nlp)
    assert (len(other), len(other.labels), other.phrase_matcher_attr) == (0, 0, None)
    other = other.from_bytes(ruler.to_bytes())
    assert other.patterns == ruler.patterns == ROWS
    assert other.labels == ruler.labels
    assert other.phrase_matcher_attr == attribute


def test_validate():
    nlp = Language()
    valid = {"label": "HELLO", "pattern": [{"LOWER": "HELLO"}]}
    invalid = {"label": "HELLO", "pattern": [{"ASDF": "HELLO"}]}
    with pytest.raises(ValueError, match="ASDF"):
        PolicyTagRuler(nlp).add_patterns([invalid])
    validating = PolicyTagRuler(nlp, validate=True)
    validating.add_patterns([valid])
    with pytest.raises(MatchPatternError):
        validating.add_patterns([valid, invalid])
    assert validating.patterns == [valid]


def test_properties():
    ruler = PolicyTagRuler(Language(), patterns=ROWS, overwrite_ents=True)
    assert ruler.labels == ("BYE", "COMPLEX", "HELLO", "TECH_ORG")
    assert ruler.ent_ids == ("a1", "a2")
