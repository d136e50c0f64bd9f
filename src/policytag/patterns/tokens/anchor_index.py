"""The anchors of token patterns, found in a Doc, and the patterns that are tried at each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from policytag.patterns.tokens.anchors import Plan
from policytag.patterns.tokens.atoms import Atom, Kind, Value
from policytag.patterns.tokens.codes import Codes, TokenCodes
from policytag.patterns.tokens.conditions import MAX_REMEMBERED, Conditions
from policytag.patterns.tokens.reach import Fits, Step, reach
from policytag.patterns.tokens.sequences import Match, Places, SequenceIndex

_N_CHARACTERS = 0x110000

CharacterOf: TypeAlias = "Callable[[str, Value], str]"
"""The character that stands for a value of an attribute."""


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
        ends = reach(self.after, end, n_tokens, fits, forward=True) if self.after else (end,)
        if not ends:
            return []
        starts = reach(self.before, place, n_tokens, fits, forward=False) if self.before else (place,)
        match_id = self.match_id
        return [(match_id, start, last) for start in starts for last in ends]


class CodedDoc:
    """A Doc as the index looks at it.

    Attributes:
        orths: for each token the number of its text.
        fits: whether a token fits a condition.
    """

    def __init__(self, doc: Doc, codes: dict[str, TokenCodes], conditions: Conditions) -> None:
        self._doc = doc
        self._codes = codes
        self._coded: dict[str, Codes] = {}
        self.orths: list[int] = doc.to_array("ORTH").tolist()
        self.fits = self._make_fits(conditions)

    def coded(self, attribute: str) -> Codes:
        """The characters of the tokens, by their values of an attribute."""
        known = self._coded.get(attribute)
        if known is None:
            codes = self._codes.setdefault(attribute, TokenCodes())
            known = self._coded[attribute] = codes.encode(self._doc.to_array(attribute))
        return known

    def _make_fits(self, conditions: Conditions) -> Fits:
        doc, orths, remembered = self._doc, self.orths, conditions.remembered

        def fits(condition: int, i: int) -> bool:
            known = remembered[condition]
            answer = known.get(orths[i]) if known is not None else None
            return answer if answer is not None else conditions.fits(condition, doc, i, orths[i])

        return fits


class _Beside(NamedTuple):
    """A pattern that is tried only where the token next to its anchor fits a condition (or, ``wanted`` false, not)."""

    pattern: AnchoredPattern
    condition: int
    wanted: bool


class _AtAnchor:
    """The patterns without companion that share an anchor, by what must be known before they are tried."""

    __slots__ = ("alone", "beside", "length", "whole")

    def __init__(self, length: int) -> None:
        self.length = length
        self.whole: list[int] = []
        """Ids of patterns that are nothing but the anchor."""
        self.beside: dict[int, list[_Beside]] = {}
        """Patterns by the place, seen from the anchor's first token, of the token that is tested first."""
        self.alone: list[AnchoredPattern] = []


class _Pairs:
    """Patterns by their anchor and a companion at a certain place beside it: all pairs of a Doc in one look-up."""

    def __init__(self) -> None:
        self._patterns: dict[int, list[AnchoredPattern]] = {}
        self._keys: npt.NDArray[np.int64] | None = None
        self._with_companion: npt.NDArray[np.bool_] = np.empty(0, dtype=np.bool_)

    def add(self, anchor: int, companion: str, pattern: AnchoredPattern) -> None:
        """Add a pattern under the number of its anchor and its companion's character."""
        self._patterns.setdefault(anchor * _N_CHARACTERS + ord(companion), []).append(pattern)
        self._keys = None

    def find(
        self, anchors: Places, starts: Places, companions: Codes, n_anchors: int
    ) -> Iterator[tuple[AnchoredPattern, int]]:
        """The patterns of these pairs, each with the start of its anchor; ``n_anchors`` is how many there are in all."""
        if self._keys is None:
            self._keys = np.array(sorted(self._patterns), dtype=np.int64)
            self._with_companion = np.zeros(n_anchors, dtype=np.bool_)
            self._with_companion[self._keys // _N_CHARACTERS] = True
        if not len(self._keys):
            return
        here = self._with_companion[anchors]
        anchors, starts, companions = anchors[here], starts[here], companions[here]
        pairs = anchors * _N_CHARACTERS + companions
        places = np.minimum(np.searchsorted(self._keys, pairs), len(self._keys) - 1)
        known = self._keys[places] == pairs
        for pair, start in zip(pairs[known].tolist(), starts[known].tolist(), strict=True):
            for pattern in self._patterns[pair]:
                yield pattern, start


class AnchorIndex:
    """The anchors of one attribute.

    Args:
        attribute: its name.
        conditions: those of the patterns.
    """

    def __init__(self, attribute: str, conditions: Conditions) -> None:
        self._attribute = attribute
        self._conditions = conditions
        self._sequences = SequenceIndex()
        self._at: list[_AtAnchor] = []
        self._busy: npt.NDArray[np.bool_] = np.empty(0, dtype=np.bool_)
        self._pairs: dict[tuple[str, int], _Pairs] = {}
        # What a token beside an anchor leaves of the patterns there: many patterns cost one look-up.
        self._left_over: dict[tuple[int, int, int], list[AnchoredPattern]] = {}

    def add(self, pattern: AnchoredPattern, plan: Plan, character: CharacterOf) -> None:
        """Add a pattern under each of the sequences that its anchor stands for."""
        for sequence in plan.sequences:
            number = self._sequences.add("".join([character(plan.attribute, value) for value in sequence]))
            if number == len(self._at):
                self._at.append(_AtAnchor(len(sequence)))
            at = self._at[number]
            if plan.companion is not None:
                attribute, low, high, values = plan.companion
                for distance in range(low, high + 1):
                    pairs = self._pairs.setdefault((attribute, distance), _Pairs())
                    for value in values:
                        pairs.add(number, character(attribute, value), pattern)
                continue
            place, beside = self._beside(pattern)
            if beside is not None:
                at.beside.setdefault(place, []).append(beside)
            elif pattern.checks or pattern.before or pattern.after:
                at.alone.append(pattern)
            else:
                at.whole.append(pattern.match_id)

    def _beside(self, pattern: AnchoredPattern) -> tuple[int, _Beside | None]:
        """Where a token stands whose word alone can tell that the pattern does not match."""
        for place, steps in ((pattern.length, pattern.after), (-1, pattern.before)):
            if steps and steps[0].kind in (Kind.ONE, Kind.NOT):
                condition = steps[0].condition
                if self._conditions.remembered[condition] is not None:
                    return place, _Beside(pattern, condition, steps[0].kind is Kind.ONE)
        return 0, None

    def find(self, doc: CodedDoc) -> list[Match]:
        """All matches, in no order; now and then one twice."""
        found: list[Match] = []
        n_tokens, fits = len(doc.orths), doc.fits
        numbers, starts = self._sequences.find(doc.coded(self._attribute))
        for (attribute, distance), pairs in self._pairs.items():
            places = starts + distance
            inside = (places >= 0) & (places < n_tokens)
            companions = doc.coded(attribute)[places[inside]]
            for pattern, start in pairs.find(numbers[inside], starts[inside], companions, len(self._at)):
                found += pattern.matches(start, n_tokens, fits)
        busy = self._with_patterns()[numbers]
        for number, start in zip(numbers[busy].tolist(), starts[busy].tolist(), strict=True):
            at = self._at[number]
            for match_id in at.whole:
                found.append((match_id, start, start + at.length))
            for pattern in at.alone:
                found += pattern.matches(start, n_tokens, fits)
            for place in at.beside:
                if 0 <= start + place < n_tokens:
                    for pattern in self._passing(number, place, start + place, doc):
                        found += pattern.matches(start, n_tokens, fits)
        return found

    def _with_patterns(self) -> npt.NDArray[np.bool_]:
        """For each anchor whether there are patterns to try without looking for a companion."""
        if len(self._busy) != len(self._at):
            self._busy = np.array([bool(at.whole or at.alone or at.beside) for at in self._at], dtype=np.bool_)
        return self._busy

    def _passing(self, number: int, place: int, i: int, doc: CodedDoc) -> list[AnchoredPattern]:
        """Those patterns beside an anchor whose condition token ``i`` fits."""
        key = (number, place, doc.orths[i])
        passing = self._left_over.get(key)
        if passing is None:
            if len(self._left_over) >= MAX_REMEMBERED:
                self._left_over.clear()
            beside = self._at[number].beside[place]
            passing = [pattern for pattern, condition, wanted in beside if doc.fits(condition, i) is wanted]
            self._left_over[key] = passing
        return passing
