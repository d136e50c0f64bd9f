"""Token patterns on the tokens of a Doc: what spaCy's Matcher finds, at a cost that hardly grows with their number.

A pattern is looked at only where its anchor occurs (see :mod:`policytag.patterns.tokens.anchors`). Patterns that need
no literal run in one spaCy Matcher over the Doc.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from spacy.attrs import DEP, LEMMA, MORPH, POS, TAG
from spacy.errors import Errors
from spacy.matcher import Matcher
from spacy.matcher.levenshtein import levenshtein_compare
from spacy.tokens import Doc
from spacy.vocab import Vocab

from policytag.patterns.tokens.anchor_index import AnchoredPattern, AnchorIndex, CodedDoc
from policytag.patterns.tokens.anchors import make_plan
from policytag.patterns.tokens.atoms import Value
from policytag.patterns.tokens.codes import TokenCodes
from policytag.patterns.tokens.conditions import Conditions, FuzzyCompare
from policytag.patterns.tokens.sequences import Match

_ANNOTATED_BY = {
    TAG: "tagger",
    POS: "morphologizer or tagger+attribute_ruler",
    MORPH: "morphologizer or tagger+attribute_ruler",
    LEMMA: "lemmatizer",
    DEP: "parser",
}
_ANNOTATED = {"TAG": TAG, "POS": POS, "MORPH": MORPH, "LEMMA": LEMMA, "DEP": DEP}


class TokenMatcher:
    """Finds token patterns in Docs; the matches are those of spaCy's Matcher.

    Args:
        vocab: the vocabulary of the Docs.
        validate: check patterns against spaCy's schema when they are added.
        fuzzy_compare: how ``FUZZY`` compares.
    """

    def __init__(
        self, vocab: Vocab, *, validate: bool = False, fuzzy_compare: FuzzyCompare = levenshtein_compare
    ) -> None:
        self.vocab = vocab
        self.validate = validate
        self._fuzzy_compare = fuzzy_compare
        self._patterns: dict[int, list[list[dict[str, Any]]]] = {}
        self._forget()

    def _forget(self) -> None:
        """Drop everything that is compiled; it is compiled again on the next Doc."""
        self._compiled = False
        self._anchors: dict[str, AnchorIndex] = {}
        self._codes: dict[str, TokenCodes] = {}
        self._general: Matcher | None = None
        self._must_be_annotated: set[int] = set()

    def __len__(self) -> int:
        return len(self._patterns)

    def __contains__(self, match_id: int) -> bool:
        return match_id in self._patterns

    def check(self, key: str, pattern: list[dict[str, Any]]) -> None:
        """Raise what spaCy's Matcher raises on this pattern, if anything.

        Raises:
            ValueError: the pattern is empty, or an attribute, operator or value is unknown.
            MatchPatternError: with ``validate``, the pattern does not follow spaCy's schema.
            re.error: a regular expression is invalid.
        """
        self._matcher().add(key, [pattern])

    def add(self, match_id: int, pattern: list[dict[str, Any]]) -> None:
        """Add a pattern that passed :meth:`check`."""
        self._patterns.setdefault(match_id, []).append(pattern)
        self._forget()

    def remove(self, match_ids: Iterable[int]) -> None:
        """Forget the patterns of these ids."""
        for match_id in match_ids:
            self._patterns.pop(match_id, None)
        self._forget()

    def find(self, doc: Doc) -> list[Match]:
        """All matches, in no order; now and then one twice.

        Raises:
            ValueError: a pattern asks for an annotation, such as part-of-speech tags, that the Doc does not have.
        """
        if not self._patterns or not len(doc):
            return []
        self._compile()
        self._require_annotations(doc)
        found: list[Match] = list(self._general(doc)) if self._general is not None else []
        if self._anchors:
            coded = CodedDoc(doc, self._codes, self._conditions)
            for anchors in self._anchors.values():
                found += anchors.find(coded)
        return found

    def _compile(self) -> None:
        if self._compiled:
            return
        self._conditions = Conditions(self.vocab, self._fuzzy_compare)
        for match_id, patterns in self._patterns.items():
            for pattern in patterns:
                plan = make_plan(pattern)
                if plan is None:
                    self._general = self._general or self._matcher()
                    self._general.add(match_id, [pattern])
                    continue
                self._must_be_annotated |= _annotations(pattern)
                anchors = self._anchors.get(plan.attribute)
                if anchors is None:
                    anchors = self._anchors[plan.attribute] = AnchorIndex(plan.attribute, self._conditions)
                anchors.add(AnchoredPattern(match_id, plan, self._conditions), plan, self._character)
        self._compiled = True

    def _matcher(self) -> Matcher:
        return Matcher(self.vocab, validate=self.validate, fuzzy_compare=self._fuzzy_compare)

    def _character(self, attribute: str, value: Value) -> str:
        """The character that stands for a value of an attribute."""
        codes = self._codes.setdefault(attribute, TokenCodes())
        return codes.character(int(self.vocab.strings.add(value)) if isinstance(value, str) else value)

    def _require_annotations(self, doc: Doc) -> None:
        for attribute in self._must_be_annotated:
            if not doc.has_annotation(attribute):
                name = self.vocab.strings.as_string(attribute)
                raise ValueError(Errors.E155.format(pipe=_ANNOTATED_BY[attribute], attr=name))

    def __getstate__(self) -> dict[str, Any]:
        # What is compiled is made again: the patterns are all there is to keep.
        return {"args": (self.vocab, self.validate, self._fuzzy_compare), "patterns": self._patterns}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vocab, validate, fuzzy_compare = state["args"]
        self.__init__(vocab, validate=validate, fuzzy_compare=fuzzy_compare)  # type: ignore[misc]
        self._patterns = state["patterns"]


def _annotations(pattern: list[dict[str, Any]]) -> set[int]:
    """The annotations that spaCy's Matcher wants a Doc to have for this pattern."""
    return {
        _ANNOTATED[key.upper()]
        for token in pattern
        for key, value in token.items()
        if isinstance(key, str) and key.upper() in _ANNOTATED and not isinstance(value, dict)
    }
