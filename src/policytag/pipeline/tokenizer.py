"""The report tokenizer: one Han character, one run of digits, one run of Latin letters, one white-space run or one mark.

The same substring is cut the same way wherever it stands (its neighbours apart that belong to the same run), so a
pattern of tokens can always align with it, and 141 is not found in 1411.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer
from spacy.vocab import Vocab

# Digits keep one inner point or comma between two digits (286.4, 10,000), half- or full-width. Letters are the Latin
# ones, with diacritics. A white-space run leaves out the single blank that spaCy stores with the token before it.
_TOKEN = re.compile(
    r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*"
    r"|[A-Za-zÀ-ÖØ-öø-ɏＡ-Ｚａ-ｚ]+"
    r"|\s+"
    r"|.",
    re.DOTALL,
)


def tokens(text: str) -> list[str]:
    """The report tokens of a text; joined they are the text."""
    return _TOKEN.findall(text)


class ReportTokenizer(DummyTokenizer):
    """A spaCy tokenizer that cuts Chinese reports into report tokens; ``doc.text == text`` always.

    Args:
        vocab: the vocabulary of the pipeline.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The Doc of a text: report tokens, a blank before a token stored as spaCy does (``token.whitespace_``)."""
        words: list[str] = []
        spaces: list[bool] = []
        for token in _TOKEN.findall(text):
            # spaCy keeps one blank after a word as a flag of the word; what is left of the run is a token of its own.
            if token[0] == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
                token = token[1:]
                if not token:
                    continue
            words.append(token)
            spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)


def make_report_tokenizer() -> Callable[[Language], ReportTokenizer]:
    """Factory of the registered tokenizer ``policytag.ReportTokenizer.v1``."""

    def make(nlp: Language) -> ReportTokenizer:
        return ReportTokenizer(nlp.vocab)

    return make
