"""What one token is asked to be, tested by spaCy's own Matcher and remembered for each word."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from spacy.matcher import Matcher
from spacy.matcher.levenshtein import levenshtein_compare
from spacy.tokens import Doc
from spacy.vocab import Vocab

from policytag.patterns.token_schema import ATTRIBUTES
from policytag.patterns.tokens.atoms import attribute_names

_OF_THE_WORD = frozenset(ATTRIBUTES) - {"NORM", "IS_STOP"}
"""Attributes that depend on the token's text alone. Not NORM and IS_STOP: users set them while a pipeline runs."""

MAX_REMEMBERED = 100_000
"""Words for which a condition's answer is kept; then it forgets them all."""

FuzzyCompare = Callable[[str, str, int], bool]


_SURROGATE = re.compile("[\ud800-\udfff]")


def doc_of(vocab: Vocab, words: list[str]) -> Doc:
    """A Doc of these words; lone surrogates, which spaCy cannot hold, become U+FFFD."""
    try:
        return Doc(vocab, words=words)
    except UnicodeEncodeError:
        return Doc(vocab, words=[_SURROGATE.sub("\ufffd", word) for word in words])


class Conditions:
    """Descriptions of single tokens, numbered; equal descriptions share a number.

    A Matcher for each is made when it is first asked. Answers that depend on the word alone are remembered from text to
    text, which makes the second question a look-up in a dict.

    Args:
        vocab: the vocabulary of the Docs.
        fuzzy_compare: how ``FUZZY`` compares: (text of the token, text of the pattern, edits or -1).
    """

    def __init__(self, vocab: Vocab, fuzzy_compare: FuzzyCompare = levenshtein_compare) -> None:
        self.vocab = vocab
        self._fuzzy_compare = fuzzy_compare
        self._numbers: dict[str, int] = {}
        self._descriptions: list[Mapping[str, Any]] = []
        self._matchers: list[Matcher | None] = []
        self.remembered: list[dict[Any, bool] | None] = []
        """For each condition the answers by word (``orth``), or None where the word is not enough."""

    def number(self, description: Mapping[str, Any]) -> int:
        """The number of a description."""
        key = json.dumps(list(description.items()), default=repr)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._descriptions)
            self._descriptions.append(description)
            self._matchers.append(None)
            self.remembered.append({} if attribute_names(description) <= _OF_THE_WORD else None)
        return number

    def fits(self, number: int, doc: Doc, i: int, orth: int) -> bool:
        """Does token ``i``, whose text has the number ``orth`` in the vocabulary, fit the description?"""
        known = self.remembered[number]
        if known is None:
            return self._ask(number, doc, i)
        answer = known.get(orth)
        if answer is None:
            if len(known) >= MAX_REMEMBERED:
                known.clear()
            answer = known[orth] = self._ask(number, doc, i)
        return answer

    def fits_word(self, number: int, word: str) -> bool:
        """Does a token of this text, standing alone, fit the description?"""
        known = self.remembered[number]
        answer = None if known is None else known.get(word)
        if answer is None:
            answer = self._ask(number, doc_of(self.vocab, [word]), 0)
            if known is not None:
                if len(known) >= MAX_REMEMBERED:
                    known.clear()
                known[word] = answer
        return answer

    def _ask(self, number: int, doc: Doc, i: int) -> bool:
        matcher = self._matchers[number]
        if matcher is None:
            matcher = Matcher(self.vocab, validate=False, fuzzy_compare=self._fuzzy_compare)
            matcher.add("fits", [[dict(self._descriptions[number])]])
            self._matchers[number] = matcher
        return bool(matcher(doc[i : i + 1], allow_missing=True))
