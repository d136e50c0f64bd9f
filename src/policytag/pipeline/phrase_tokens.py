"""The tokens of string patterns: as the pipeline itself would cut and annotate them, where it can without Docs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from spacy.attrs import IDS, NAMES
from spacy.lang.zh import ChineseTokenizer
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from policytag.patterns.tokens.codes import TokenCodes
from policytag.pipeline.tokenizer import ReportTokenizer, tokens

_OF_THE_WORD = ("ORTH", "LOWER", "SHAPE", "PREFIX", "SUFFIX", "LENGTH")


class PhraseTokens:
    """Turns string patterns into sequences of values of one token attribute.

    spaCy runs every pattern through the components before the ruler. That is done here too where it can change the
    result; else only the tokenizer runs, and for tokenizers that cut a text without white space the same way wherever
    it stands (characters, report tokens) not even a Doc is built.

    Args:
        nlp: the pipeline.
        ruler: the component itself: those before it in the pipeline run over the patterns.
        attribute: name or number of the token attribute; None is ORTH.
        validate: warn of patterns that carry annotations the attribute does not need, as PhraseMatcher does.

    Raises:
        ValueError: there is no such attribute.
    """

    def __init__(self, nlp: Language, ruler: Any, attribute: int | str | None, validate: bool) -> None:
        PhraseMatcher(nlp.vocab, attr=attribute)  # raises where there is no such attribute
        self._nlp = nlp
        self._ruler = ruler
        self._given = attribute
        self._validate = validate
        self.attribute: int = attribute if isinstance(attribute, int) else _number(attribute or "ORTH")

    def encode(self, phrases: Sequence[tuple[str, str]], codes: TokenCodes) -> list[str]:
        """For each (key, text) the tokens' values in characters of ``codes``."""
        if not phrases:
            return []
        components = self._components_before()
        cut = None if components else self._cutter()
        character_of = _CharactersOfWords(self._nlp.vocab, self.attribute, codes).__getitem__
        coded: list[str | None] = [None] * len(phrases)
        rest = []
        for i, (_, text) in enumerate(phrases):
            if cut is not None and _one_piece(text):
                coded[i] = "".join(map(character_of, cut(text)))
            else:
                rest.append(i)
        character = codes.character
        for i, doc in zip(rest, self._docs([phrases[i][1] for i in rest], components), strict=True):
            self._check(phrases[i][0], doc)
            coded[i] = "".join(map(character, doc.to_array(self.attribute).tolist()))
        return [sequence or "" for sequence in coded]

    def _cutter(self) -> Any:
        """A function that cuts a text without white space as the tokenizer does, or None."""
        if NAMES[self.attribute] not in _OF_THE_WORD or type(self._nlp).make_doc is not Language.make_doc:
            return None
        tokenizer = self._nlp.tokenizer
        if type(tokenizer) is ReportTokenizer:
            return tokens
        if type(tokenizer) is ChineseTokenizer and tokenizer.segmenter == "char":
            return list
        return None

    def _components_before(self) -> bool:
        """Whether components before the ruler must see the patterns."""
        names = [name for name, component in self._nlp.pipeline]
        for name, component in self._nlp.pipeline:
            if component is self._ruler:
                break
            if not self._harmless(name):
                return True
        else:
            # The ruler is not in the pipeline: spaCy then runs all but the last of the components.
            return bool(names[:-1])
        return False

    def _harmless(self, name: str) -> bool:
        """A component of spaCy's or ours that changes neither tokens nor the attribute."""
        if NAMES[self.attribute] not in _OF_THE_WORD:
            return False
        meta = self._nlp.get_pipe_meta(name)
        component = self._nlp.get_pipe(name)
        module = type(component).__module__
        return not meta.retokenizes and module.startswith(("spacy.pipeline.", "policytag."))

    def _docs(self, texts: list[str], components: bool) -> Iterable[Doc]:
        if not components:
            return map(self._nlp.make_doc, texts)
        names = self._nlp.pipe_names
        pipes = [component for _, component in self._nlp.pipeline]
        # As in spaCy: the ruler and everything after it is left out.
        place = pipes.index(self._ruler) if self._ruler in pipes else len(pipes) - 1
        with self._nlp.select_pipes(disable=names[place:]):
            return list(self._nlp.pipe(texts))

    def _check(self, key: str, doc: Doc) -> None:
        if self._validate or NAMES[self.attribute] not in _OF_THE_WORD:
            PhraseMatcher(self._nlp.vocab, attr=self._given, validate=self._validate).add(key, [doc])


class _CharactersOfWords(dict[str, str]):
    """For each word the character of its value, found when it is first asked for."""

    def __init__(self, vocab: Vocab, attribute: int, codes: TokenCodes) -> None:
        self._vocab = vocab
        self._attribute = attribute
        self._codes = codes

    def __missing__(self, word: str) -> str:
        key = int(Doc(self._vocab, words=[word]).to_array(self._attribute)[0])
        character = self[word] = self._codes.character(key)
        return character


def _one_piece(text: str) -> bool:
    """Whether a text holds no white space at all."""
    return text.split() == [text]


def _number(name: str) -> int:
    upper = name.upper()
    return int(IDS[{"TEXT": "ORTH", "IS_SENT_START": "SENT_START"}.get(upper, upper)])
