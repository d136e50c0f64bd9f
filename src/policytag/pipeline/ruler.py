"""``policytag_ruler``: a drop-in for spaCy's ``entity_ruler`` that does not slow down with the number of patterns.

The same rows, settings, methods and results; the differences:

* Keys of a row that spaCy does not know survive every round trip, and Chinese is written as Chinese.
* Where spans are equal and their label or id differs, spaCy chooses by the accident of a hash. Here the order is that
  of policytag's resolver: higher ``priority`` of the row (0 where it has none), then the id (none before any), then the
  label. Between spans that differ it is spaCy's: the longer first, then the one that starts earlier.
* Rows are taken as spaCy takes them: other keys of a policytag row (``context``, ``boundary`` …) do nothing here.
* A row whose pattern is neither a string nor a list is an error, and so is the whole call: nothing of it is added.
* ``from_bytes`` restores string patterns under ``phrase_matcher_attr`` (spaCy's forgets them in that case).
"""

import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from spacy.attrs import ENT_TYPE
from spacy.errors import Errors, Warnings
from spacy.language import Language
from spacy.matcher.levenshtein import levenshtein_compare
from spacy.pipeline import Pipe
from spacy.pipeline.entityruler import DEFAULT_ENT_ID_SEP, entity_ruler_score
from spacy.tokens import Doc, Span
from spacy.training import Example

from policytag.patterns.tokens.conditions import FuzzyCompare
from policytag.patterns.tokens.matcher import TokenMatcher
from policytag.patterns.tokens.sequences import Match, PhraseIndex
from policytag.pipeline import ruler_files
from policytag.pipeline.phrase_tokens import PhraseTokens

Row = dict[str, Any]


class PolicyTagRuler(Pipe):
    """Finds the patterns of rows ``{"label", "pattern", "id"}`` in a Doc and adds them to ``doc.ents``.

    Args:
        nlp: the pipeline, whose vocabulary and tokenizer are used.
        name: the component's name.
        phrase_matcher_attr: token attribute that string patterns are compared by; default ORTH.
        matcher_fuzzy_compare: how ``FUZZY`` compares.
        validate: check token patterns against spaCy's schema.
        overwrite_ents: let a match replace entities that are already there.
        ent_id_sep: stands between label and id in the key of a match.
        patterns: rows to begin with.
        scorer: how ``nlp.evaluate`` scores the entities.
    """

    def __init__(
        self,
        nlp: Language,
        name: str = "policytag_ruler",
        *,
        phrase_matcher_attr: int | str | None = None,
        matcher_fuzzy_compare: FuzzyCompare = levenshtein_compare,
        validate: bool = False,
        overwrite_ents: bool = False,
        ent_id_sep: str = DEFAULT_ENT_ID_SEP,
        patterns: Iterable[Row] | None = None,
        scorer: Callable[..., Any] | None = entity_ruler_score,
    ) -> None:
        self.nlp = nlp
        self.name = name
        self.overwrite = overwrite_ents
        self.matcher_fuzzy_compare = matcher_fuzzy_compare
        self.phrase_matcher_attr = phrase_matcher_attr
        self.ent_id_sep = ent_id_sep
        self.scorer = scorer
        self._validate = validate
        self.clear()
        if patterns is not None:
            self.add_patterns(patterns)

    def clear(self) -> None:
        """Forget all patterns."""
        self._rows: list[Row] = []
        self._ids: dict[int, tuple[str, str | int | None]] = {}
        self._priorities: dict[int, int] = {}
        self.matcher = TokenMatcher(self.nlp.vocab, validate=self._validate, fuzzy_compare=self.matcher_fuzzy_compare)
        self._phrases = PhraseIndex()
        self._phrase_tokens = PhraseTokens(self.nlp, self, self.phrase_matcher_attr, self._validate)

    def __len__(self) -> int:
        """The number of patterns."""
        return len(self._rows)

    def __contains__(self, label: str) -> bool:
        """Whether a label, or a label and id joined by the separator, is among the patterns."""
        return label in self.labels or self.nlp.vocab.strings[label] in self._ids

    def __call__(self, doc: Doc) -> Doc:
        """Find the patterns in the Doc and add them to its entities."""
        error_handler = self.get_error_handler()
        try:
            self.set_annotations(doc, self.match(doc))
        except Exception as error:
            error_handler(self.name, self, [doc], error)
        return doc

    def match(self, doc: Doc) -> list[Match]:
        """All matches as (match id, first token, token after the last), in the order in which they win.

        The match id is the number, in the string store, of the label, or of label and id joined by the separator.
        """
        if not self._rows:
            warnings.warn(Warnings.W036.format(name=self.name), stacklevel=2)
        found = set(self.matcher.find(doc))
        if len(self._phrases):
            found.update(self._phrases.find(doc.to_array(self._phrase_tokens.attribute)))
        spans = {match[1:] for match in found}
        return sorted(found, key=_longest_first if len(spans) == len(found) else self._order)

    def set_annotations(self, doc: Doc, matches: Sequence[Match]) -> None:
        """Set the entities of the Doc: of overlapping matches the first one."""
        add_string = doc.vocab.strings.add
        numbers: dict[int, tuple[int, int]] = {}
        for match_id in {match[0] for match in matches}:
            label, ent_id = self._ids[match_id]
            numbers[match_id] = add_string(label), add_string(ent_id) if isinstance(ent_id, str) else ent_id or 0
        before = list(doc.ents)
        # One byte a token: 1 where no match may go any more.
        taken = bytearray(len(doc))
        if not self.overwrite:
            taken = bytearray((doc.to_array(ENT_TYPE) != 0).tobytes())
        new = []
        covered = bytearray(len(doc))
        for match_id, start, end in matches:
            if taken[start] or taken[end - 1] or (not self.overwrite and 1 in taken[start:end]):
                continue
            taken[start:end] = covered[start:end] = b"\1" * (end - start)
            label_number, id_number = numbers[match_id]
            new.append(Span(doc, start, end, label=label_number, span_id=id_number))
        # As ``doc.ents = …``, which would build every span again.
        doc.set_ents([ent for ent in before if 1 not in covered[ent.start : ent.end]] + new)

    @property
    def labels(self) -> tuple[str, ...]:
        """All labels of the patterns, sorted."""
        return tuple(sorted({self._split(key)[0] for key in self._keys()}))

    @property
    def ent_ids(self) -> tuple[str | None, ...]:
        """All ids of the patterns, sorted."""
        return tuple(sorted({ent_id for key in self._keys() if (ent_id := self._split(key)[1]) is not None}))

    @property
    def patterns(self) -> list[Row]:
        """The rows as they were added, every key of them, in that order."""
        return [dict(row) for row in self._rows]

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]],
        *,
        nlp: Language | None = None,
        patterns: Iterable[Row] | None = None,
    ) -> None:
        """Forget all patterns and take these; the examples are not looked at."""
        self.clear()
        if patterns is not None:
            self.add_patterns(patterns)

    def add_patterns(self, patterns: Iterable[Row]) -> None:
        """Add rows. Where one is wrong, none is added.

        Raises:
            KeyError: a row has no ``label`` or no ``pattern``.
            TypeError: a row is no dict.
            ValueError: a pattern is neither a string nor a list, or spaCy's Matcher refuses it (MatchPatternError with
                ``validate``).
        """
        rows = list(patterns)
        for row in rows:
            _check_keys(row)
        keys = [self._key(row) for row in rows]
        strings = []
        for row, key in zip(rows, keys, strict=True):
            pattern = row["pattern"]
            if isinstance(pattern, str):
                strings.append((key, pattern))
            elif isinstance(pattern, list):
                self.matcher.check(key, pattern)
            else:
                raise ValueError(Errors.E097.format(pattern=pattern))
        coded = iter(self._phrase_tokens.encode(strings, self._phrases.codes))
        add_string = self.nlp.vocab.strings.add
        for row, key in zip(rows, keys, strict=True):
            match_id = add_string(key)
            self._ids[match_id] = (row["label"], row.get("id"))
            if "priority" in row:
                self._priorities[match_id] = max(_priority(row), self._priorities.get(match_id, _priority(row)))
            if isinstance(row["pattern"], str):
                self._phrases.add(match_id, next(coded))
            else:
                self.matcher.add(match_id, row["pattern"])
        self._rows += rows

    def remove(self, ent_id: str) -> None:
        """Remove all patterns with this id.

        Raises:
            ValueError: there is none.
        """
        gone = {match_id for match_id, (_, known) in self._ids.items() if known == ent_id}
        if not gone:
            raise ValueError(Errors.E1024.format(attr_type="ID", label=ent_id, component=self.name))
        for match_id in gone:
            del self._ids[match_id]
            self._priorities.pop(match_id, None)
        self._rows = [row for row in self._rows if row.get("id") != ent_id]
        self.matcher.remove(gone)
        self._phrases.remove(gone)

    def remove_by_id(self, pattern_id: str) -> None:
        """The same as :meth:`remove`, under the name that spaCy's SpanRuler gives it."""
        self.remove(pattern_id)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Settings and rows as a byte string."""
        return ruler_files.to_bytes(self._settings(), self._rows)

    def from_bytes(self, patterns_bytes: bytes, *, exclude: Iterable[str] = ()) -> "PolicyTagRuler":
        """Take settings and rows from ``to_bytes``, ours or that of spaCy's entity ruler."""
        self._restore(*ruler_files.from_bytes(patterns_bytes))
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the rows to a ``.jsonl`` file, or rows and settings to a folder."""
        ruler_files.to_disk(Path(path), self._settings(), self._rows)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "PolicyTagRuler":
        """Take rows from a ``.jsonl`` file, or rows and settings from a folder that ``to_disk`` wrote.

        Raises:
            ValueError: there is no such file or folder, or a line is not JSON.
        """
        self._restore(*ruler_files.from_disk(Path(path)))
        return self

    def _settings(self) -> dict[str, Any]:
        return {
            "overwrite": self.overwrite,
            "ent_id_sep": self.ent_id_sep,
            "phrase_matcher_attr": self.phrase_matcher_attr,
        }

    def _restore(self, settings: dict[str, Any] | None, rows: list[Row]) -> None:
        if settings is not None:
            self.overwrite = settings.get("overwrite", False)
            self.phrase_matcher_attr = settings.get("phrase_matcher_attr")
            self.ent_id_sep = settings.get("ent_id_sep", DEFAULT_ENT_ID_SEP)
        self.clear()
        self.add_patterns(rows)

    def _key(self, row: Row) -> str:
        label, ent_id = row["label"], row.get("id")
        return f"{label}{self.ent_id_sep}{ent_id}" if isinstance(ent_id, str) and ent_id else label

    def _keys(self) -> list[str]:
        return [self.nlp.vocab.strings[match_id] for match_id in self._ids]

    def _split(self, key: str) -> tuple[str, str | None]:
        label, separator, ent_id = key.rpartition(self.ent_id_sep)
        return (label, ent_id) if separator else (key, None)

    def _order(self, match: Match) -> tuple[int, int, int, str, str]:
        match_id, start, end = match
        label, ent_id = self._ids[match_id]
        return start - end, start, -self._priorities.get(match_id, 0), str(ent_id or ""), label


def _longest_first(match: Match) -> tuple[int, int]:
    return match[1] - match[2], match[1]


def _check_keys(row: Any) -> None:
    if not isinstance(row, dict):
        raise TypeError(f"a row is a dict with label and pattern, not {type(row).__name__}: {str(row)[:60]!r}")
    for key in ("label", "pattern"):
        if key not in row:
            raise KeyError(f"the row has no {key!r}: {row}")


def _priority(row: Row) -> int:
    priority = row.get("priority", 0)
    return priority if isinstance(priority, int) else 0
