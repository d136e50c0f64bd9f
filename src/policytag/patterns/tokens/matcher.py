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

from policytag.patterns.tokens.anchors import Plan, make_plan
from policytag.patterns.tokens.atoms import Atom, Value
from policytag.patterns.tokens.codes import Keys
from policytag.patterns.tokens.conditions import Conditions, FuzzyCompare
from policytag.patterns.tokens.reach import Fits, Step, ends_after, starts_before
from policytag.patterns.tokens.sequences import Match, SequenceIndex

_ANNOTATED_BY = {
    TAG: "tagger",
    POS: "morphologizer or tagger+attribute_ruler",
    MORPH: "morphologizer or tagger+attribute_ruler",
    LEMMA: "lemmatizer",
    DEP: "parser",
}
_ANNOTATED = {"TAG": TAG, "POS": POS, "MORPH": MORPH, "LEMMA": LEMMA, "DEP": DEP}


class AnchoredPattern:
    """A pattern with an anchor, ready to be tried.

    Attributes:
        match_id: its id in the string store.
        length: tokens in the anchor.
        checks: (place in the anchor, number of the condition).
        before, after: the steps on either side, those before in reverse.
    """

    __slots__ = ("after", "before", "checks", "length", "match_id")

    def __init__(self, match_id: int, plan: Plan, conditions: Conditions) -> None:
        def steps(atoms: Iterable[Atom]) -> tuple[Step, ...]:
            return tuple(Step(atom.kind, conditions.number(atom.description)) for atom in atoms)

        self.match_id = match_id
        self.length = plan.length
        self.checks = tuple((check.place, conditions.number(check.description)) for check in plan.checks)
        self.before = steps(reversed(plan.before))
        self.after = steps(plan.after)

    def matches(self, place: int, n_tokens: int, fits: Fits) -> list[Match]:
        """All matches around an anchor that begins at token ``place``."""
        end = place + self.length
        for offset, condition in self.checks:
            if not fits(condition, place + offset):
                return []
        ends = ends_after(self.after, end, n_tokens, fits) if self.after else (end,)
        if not ends:
            return []
        starts = starts_before(self.before, place, fits) if self.before else (place,)
        match_id = self.match_id
        return [(match_id, start, last) for start in starts for last in ends]


class _AnchorIndex:
    """The anchors of one attribute, and the patterns to try at each of them."""

    def __init__(self) -> None:
        self._sequences = SequenceIndex()
        self._alone: list[list[AnchoredPattern]] = []
        # For each anchor and each distance (low, high): the patterns by the character of their companion.
        self._accompanied: list[dict[tuple[int, int], dict[str, list[AnchoredPattern]]]] = []

    def add(self, pattern: AnchoredPattern, plan: Plan, key_of: Any) -> None:
        character = self._sequences.codes.character
        companion = plan.companion
        for sequence in plan.sequences:
            number = self._sequences.add("".join(character(key_of(value)) for value in sequence))
            if number == len(self._alone):
                self._alone.append([])
                self._accompanied.append({})
            if companion is None:
                self._alone[number].append(pattern)
                continue
            table = self._accompanied[number].setdefault((companion.low, companion.high), {})
            for value in companion.values:
                table.setdefault(character(key_of(value)), []).append(pattern)

    def candidates(self, keys: Keys) -> Iterable[tuple[AnchoredPattern, int]]:
        """Patterns and the tokens at which their anchors begin; now and then the same pair twice."""
        coded = self._sequences.codes.encode(keys)
        for number, start, _ in self._sequences.find(coded):
            for pattern in self._alone[number]:
                yield pattern, start
            for (low, high), table in self._accompanied[number].items():
                if start + high < 0:
                    continue
                for character in coded[max(0, start + low) : start + high + 1]:
                    for pattern in table.get(character, ()):
                        yield pattern, start


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
        self._anchors: dict[str, _AnchorIndex] = {}
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
            orths = doc.to_array("ORTH")
            fits = self._fits(doc, orths.tolist())
            n_tokens = len(doc)
            for attribute, anchors in self._anchors.items():
                keys = orths if attribute == "ORTH" else doc.to_array(attribute)
                for pattern, place in anchors.candidates(keys):
                    found += pattern.matches(place, n_tokens, fits)
        return found

    def _fits(self, doc: Doc, orths: list[int]) -> Fits:
        conditions = self._conditions
        remembered = conditions.remembered

        def fits(condition: int, i: int) -> bool:
            known = remembered[condition]
            answer = known.get(orths[i]) if known is not None else None
            return answer if answer is not None else conditions.fits(condition, doc, i, orths[i])

        return fits

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
                anchors = self._anchors.setdefault(plan.attribute, _AnchorIndex())
                anchors.add(AnchoredPattern(match_id, plan, self._conditions), plan, self._key)
        self._compiled = True

    def _matcher(self) -> Matcher:
        return Matcher(self.vocab, validate=self.validate, fuzzy_compare=self._fuzzy_compare)

    def _key(self, value: Value) -> int:
        return int(self.vocab.strings.add(value)) if isinstance(value, str) else value

    def _require_annotations(self, doc: Doc) -> None:
        for attribute in self._must_be_annotated:
            if not doc.has_annotation(attribute):
                name = self.vocab.strings.as_string(attribute)
                raise ValueError(Errors.E155.format(pipe=_ANNOTATED_BY[attribute], attr=name))

    def __getstate__(self) -> dict[str, Any]:
        # Compiled matchers are made again: the patterns are all there is to keep.
        state = {**self.__dict__, "_compiled": False, "_anchors": {}, "_general": None, "_must_be_annotated": set()}
        state.pop("_conditions", None)
        return state


def _annotations(pattern: list[dict[str, Any]]) -> set[int]:
    """The annotations that spaCy's Matcher wants a Doc to have for this pattern."""
    return {
        _ANNOTATED[key.upper()]
        for token in pattern
        for key, value in token.items()
        if isinstance(key, str) and key.upper() in _ANNOTATED and not isinstance(value, dict)
    }
