"""Token patterns of pack rows on report tokens, without a Doc of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.lang.zh import ChineseDefaults
from spacy.matcher import Matcher
from spacy.vocab import create_vocab

from policytag.patterns.literals import LiteralIndex
from policytag.patterns.tokens.anchor_index import AnchoredPattern
from policytag.patterns.tokens.anchors import REPORT_ATTRIBUTES, Plan, make_plan
from policytag.patterns.tokens.atoms import Atom, Kind, TokenPattern, Value
from policytag.patterns.tokens.conditions import Conditions, doc_of
from policytag.patterns.tokens.window import Window, window_around
from policytag.reading.folding import fold

_DENSE = 20
"""From one literal in so many characters on the whole text is cut into tokens."""

_UNSEARCHABLE_LOWER = re.compile("[\u0307σς]")  # lower case that depends on neighbours, or is longer than the capital
_FOLDED_KEYS = ("TEXT", "ORTH", "LOWER", "NORM")


def literals_needed(pattern: TokenPattern) -> tuple[str, ...] | None:
    """The literals one of which every match of the pattern holds; None where there are none.

    A pattern without them must be tried at every token. ``LOWER`` values are given as written.
    """
    plan = make_plan(pattern, REPORT_ATTRIBUTES, _searchable)
    return None if plan is None else tuple("".join(map(str, sequence)) for sequence in plan.sequences)


class TokenRows:
    """Finds the token patterns of rows in a text.

    Patterns are written for report tokens (one Han character, one run of digits or of Latin letters, one mark; see
    :mod:`policytag.pipeline.tokenizer`) of the *joined* text; the values of ``TEXT``, ``ORTH``, ``LOWER`` and ``NORM``
    are folded as the text is. Where the literal that a pattern needs does not occur, nothing else is done for it; where
    it does, the tokens around it are cut and tested. A pattern that needs no literal costs a cut of the whole text.

    A pattern without unbounded repeats (``*``, ``+``, ``{n,}``) matches what spaCy's Matcher does. With one, its match
    reaches at most MAX_REACH characters to either side of the literal, and not over a line break.

    Args:
        patterns: the rows' patterns; each one that spaCy's Matcher accepts.
    """

    def __init__(self, patterns: Sequence[TokenPattern]) -> None:
        vocab = create_vocab("zh", ChineseDefaults)
        self._conditions = Conditions(vocab)
        self._everywhere = Matcher(vocab, validate=False)
        literals: dict[str, dict[str, list[_Row]]] = {attribute: {} for attribute in REPORT_ATTRIBUTES}
        for number, given in enumerate(patterns):
            pattern = [_folded(token) for token in given]
            plan = make_plan(pattern, REPORT_ATTRIBUTES, _searchable)
            if plan is None:
                self._everywhere.add(number, [pattern])
                continue
            row = _Row(number, plan, self._conditions)
            for sequence in plan.sequences:
                literals[plan.attribute].setdefault("".join(map(str, sequence)), []).append(row)
        self._by_literal = {attribute: list(rows.values()) for attribute, rows in literals.items()}
        self._indexes = {attribute: LiteralIndex(tuple(rows)) for attribute, rows in literals.items() if rows}

    def find(self, joined: str) -> list[tuple[int, int, int]]:
        """All matches as (number of the pattern, start, end), offsets in ``joined``; they may overlap and nest.

        Args:
            joined: the text as ``FoldedText.joined`` gives it.
        """
        found: set[tuple[int, int, int]] = set()
        hits = list(self._hits(joined)) if self._indexes else []
        # Where literals stand close together, the whole text is cut once instead of a window for each.
        whole = Window(joined, 0, len(joined)) if len(hits) * _DENSE > len(joined) else None
        for row, place in hits:
            if whole is not None and row.before is not None and row.after is not None:
                found.update(self._around(row, whole, place))
            else:
                found.update(self._around(row, window_around(joined, place, row.before, row.after), place))
        if len(self._everywhere):
            found.update(self._without_literal(joined))
        return sorted(found, key=lambda match: (match[1], match[2], match[0]))

    def _hits(self, joined: str) -> Iterator[tuple[_Row, int]]:
        """The rows to try, and the places at which their literals begin."""
        compact, places = _without_blanks(joined)
        for attribute, index in self._indexes.items():
            rows = self._by_literal[attribute]
            for literal, start, _ in index.finditer(compact if attribute == "ORTH" else _lower(compact)):
                place = start if places is None else int(places[start])
                for row in rows[literal]:
                    yield row, place

    def _around(self, row: _Row, window: Window, place: int) -> list[tuple[int, int, int]]:
        """The matches of a row whose literal begins at ``place``."""
        words, starts = window.words, window.starts
        first = window.index(place)
        if first is None or not row.may_match(words, first):
            return []
        fits_word = self._conditions.fits_word

        def fits(condition: int, i: int) -> bool:
            return fits_word(condition, words[i])

        return [
            (number, starts[start], starts[end - 1] + len(words[end - 1]))
            for number, start, end in row.anchored.matches(first, len(words), fits)
        ]

    def _without_literal(self, joined: str) -> Iterator[tuple[int, int, int]]:
        window = Window(joined, 0, len(joined))
        doc = doc_of(self._conditions.vocab, window.words)
        for number, start, end in self._everywhere(doc):
            yield number, window.starts[start], window.starts[end - 1] + len(window.words[end - 1])


class _Row:
    """A pattern with a literal.

    Attributes:
        anchored: the pattern, ready to be tried on tokens.
        before: how many tokens its matches hold at most before the literal; None: any number.
        after: how many from the literal's first token on.
    """

    __slots__ = ("_companion", "_lower", "_sequences", "after", "anchored", "before")

    def __init__(self, number: int, plan: Plan, conditions: Conditions) -> None:
        self.anchored = AnchoredPattern(number, plan, conditions)
        self.before = _most_tokens(plan.before)
        after = _most_tokens(plan.after)
        self.after = None if after is None else plan.length + after
        self._sequences = frozenset(plan.sequences)
        self._lower = plan.attribute == "LOWER"
        self._companion = plan.companion

    def may_match(self, words: Sequence[str], first: int) -> bool:
        """Whether the literal stands here as whole tokens, not as a part of longer ones, with its companion."""
        literal = words[first : first + self.anchored.length]
        if tuple([word.lower() for word in literal] if self._lower else literal) not in self._sequences:
            return False
        if self._companion is None:
            return True
        attribute, low, high, values = self._companion
        near = words[max(0, first + low) : max(0, first + high + 1)]
        return any((word.lower() if attribute == "LOWER" else word) in values for word in near)


def _most_tokens(atoms: Sequence[Atom]) -> int | None:
    return None if any(atom.kind is Kind.REPEATED for atom in atoms) else len(atoms)


def _searchable(value: Value, attribute: str) -> bool:
    """Whether a value of a token can be looked for in the text."""
    if not isinstance(value, str) or not value or any(map(str.isspace, value)):
        return False
    return attribute != "LOWER" or not _UNSEARCHABLE_LOWER.search(value)


def _folded(token: Mapping[str, Any]) -> dict[str, Any]:
    """A description whose values are folded as the text is; regular expressions and comparisons stay."""
    return {
        key: _folded_value(value) if isinstance(key, str) and key.upper() in _FOLDED_KEYS else value
        for key, value in token.items()
    }


def _folded_value(value: Any) -> Any:
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, list):
        return [_folded_value(item) for item in value]
    if isinstance(value, Mapping):
        return {name: item if name.upper() == "REGEX" else _folded_value(item) for name, item in value.items()}
    return value


def _lower(text: str) -> str:
    """Lower case of the same length: the one capital whose lower case is two characters stays."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _without_blanks(text: str) -> tuple[str, npt.NDArray[np.intp] | None]:
    """The text without blanks, for a blank between two tokens does not part them, and the way back to its offsets."""
    if " " not in text:
        return text, None
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return text.replace(" ", ""), np.flatnonzero(codes != ord(" "))
