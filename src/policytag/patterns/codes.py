"""Every kind of finding about a pack: its stable code, how bad it is, what it means, and its cure.

The page docs/patterns.md shows this table. A finding can only be made with a code that stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from policytag.errors import Finding


class Code(NamedTuple):
    """What a code says.

    Attributes:
        severity: ``error`` (nothing is loaded), ``warning`` or ``info``, unless a finding says otherwise.
        meaning: what is wrong.
        cure: what to do; the advice of findings that have none of their own.
    """

    severity: str
    meaning: str
    cure: str


CODES: Mapping[str, Code] = {
    # files and packs
    "unreadable": Code("error", "the file cannot be opened", "check that it is there and its permissions"),
    "not-utf8": Code("error", "the file is not UTF-8", "save the file as UTF-8"),
    "byte-order-mark": Code(
        "warning",
        "a `.jsonl` file begins with a byte order mark, so that spaCy cannot read it",
        "save it as UTF-8 without BOM, as `policytag format` does",
    ),
    "no-pack": Code(
        "error",
        "the path holds no `.jsonl` or `.txt` file",
        "name a folder that holds `.jsonl` files (rows) or `.txt` files (word lists)",
    ),
    "pack-file": Code(
        "error", "`pack.json` says something else than a version", 'write `{"version": "1.0"}`, or leave the file out'
    ),
    "installed-pack": Code(
        "error",
        "the pack of an installed distribution cannot be loaded",
        "mend or uninstall the distribution that brings it",
    ),
    "unknown-region": Code(
        "error", "no row is of the region that was asked for", "the message names the nearest that rows have"
    ),
    # lines of JSON
    "broken-json": Code(
        "error",
        "the line is not one JSON object",
        'the message names the character and its column: “ ” where " belongs, ，for a comma, a comma too many; '
        "comments go into `note`",
    ),
    "duplicate-key": Code("error", "a key stands twice in one object", "keep one of the two"),
    "not-a-row": Code("error", "the line holds a list, string or number", "write one object on each line"),
    "surrogate": Code("error", "a string holds half a character", "write the character itself, not `\\ud…`"),
    # keys and values of rows
    "missing-key": Code("error", "`label`, `pattern` or `id` is missing", "add it"),
    "unknown-key": Code("error", "a key that no row has", "the message suggests the right spelling"),
    "wrong-type": Code("error", "a value is of the wrong type", "the message shows the right form"),
    "bad-value": Code("error", "a value of a row or word list is not one of those allowed", "the message names them"),
    "empty-value": Code("error", "an empty string, list or object", "fill it or leave the key out"),
    "near-label": Code(
        "warning",
        "the label is one of your own and nearly one that there is, so that its rows miss the fields of that one",
        "write the label that you mean",
    ),
    "label": Code(
        "error", "the label is not in capitals, or is QUANTITY", "`POLICY_TERM`, `LAW` …; units go into a `units.txt`"
    ),
    "id": Code("error", "the id is empty or holds white space", "`kind.slug`"),
    "id-form": Code("warning", "the id has no dot", "`kind.slug`"),
    "duplicate-id": Code("error", "an id stands twice in one pack", "give one of the two another id"),
    "disabled-row": Code("error", "a row with `disabled` says more", "leave only `id`, `disabled` and `note`"),
    "empty-pattern": Code("error", "nothing to find", "write the words to find"),
    "long-pattern": Code("error", "a literal of more than 200 characters", "the name alone"),
    "white-space": Code("error", "white space or a line break in a literal (inside: warning)", "take it out"),
    "variant": Code(
        "warning",
        "a literal, or a word of a list, is full-width or in traditional characters",
        "the message shows the plain form",
    ),
    "punctuation-edge": Code(
        "error",
        "the literal begins or ends with a mark (a label of your own: warning)",
        'write the words alone; for quotation marks add `"context": {"any_of": [{"quoted": true}]}`',
    ),
    "token": Code("error", "a token is not described by an object", '`{"TEXT": "…"}`'),
    "token-attribute": Code("error", "an attribute that report tokens do not have", "the message suggests one"),
    "token-predicate": Code(
        "error", "a predicate that is none, such as `regex` for `REGEX`", "the message suggests one"
    ),
    "token-value": Code("error", "a value of the wrong type", "the message shows the right form"),
    "token-operator": Code(
        "error", "an unknown operator, or all tokens are optional", "`! ? * + {n} {n,m}`; make a token required"
    ),
    "regex": Code("error", "the regular expression is invalid", "mend it; `\\d` in JSON is written `\\\\d`"),
    "regex-runaway": Code(
        "error", "it can run for ages on a long token", "no repeat inside a repeat; write a bound such as `{1,20}`"
    ),
    "slow-pattern": Code(
        "warning",
        "no word occurs in every match of the token pattern, so that it is tried at every token",
        'require one token by `{"TEXT": "…"}` or `{"TEXT": {"IN": […]}}`',
    ),
    "short-near-word": Code(
        "error", "a `near` word of one character, which occurs inside many words", "write a longer one"
    ),
    "repeated-word": Code("warning", "a list names a word twice", "leave one out"),
    "needs-context": Code(
        "warning",
        "a bare number or single character counts everywhere",
        'add `"context": {"any_of": [{"quoted": true}, {"near": [words that stand beside it]}]}`',
    ),
    # examples
    "example-marks": Code(
        "error", "`[[ ]]` missing, unpaired, or in a `no_match`", "mark the span of a `match`, nothing else"
    ),
    "missing-examples": Code(
        "warning",
        "a row with a context has no `match` or no `no_match`",
        'add `"examples": {"match": ["…[[words]]…"], "no_match": ["…"]}`',
    ),
    "example-fails": Code(
        "error",
        "a `match` example does not come out as marked",
        "mend the row or the `[[ ]]`, or move the example to `todo_match`",
    ),
    "example-fires": Code(
        "error",
        "a `no_match` example matches",
        "narrow the row by `context`, or move the example to `todo_no_match`",
    ),
    "todo-done": Code("error", "a known gap is closed", "move the example to `match` or `no_match`"),
    "copied-example": Code(
        "warning",
        "the example differs from another row's only in the term",
        "write a sentence that only this term fits",
    ),
    # rows beside other rows
    "duplicate": Code(
        "error",
        "another row finds the same (one of another pack: warning)",
        "take one out, or give it the other's id to replace it",
    ),
    "unreachable": Code("warning", "another row always beats it", "raise `priority`, narrow the other, or take it out"),
    "entity-name": Code("warning", "rows of one entity have different names", "one `name`"),
    "entity-label": Code("error", "rows of one entity have different labels", "use one label, or another entity"),
    "replaces": Code(
        "info", "the row replaces another pack's", "nothing, if that is meant; else give the row another id"
    ),
    "removes": Code(
        "info", "the row removes another pack's", "nothing, if that is meant; else give the row another id"
    ),
    "nothing-to-remove": Code("warning", "no earlier pack has the row", "check the id"),
    # word lists
    "unknown-list": Code("warning", "no tagger reads a word list of that name", "the message names the nearest"),
    "missing-field": Code("error", "a line of a word list says too little", "the message names the field"),
    "extra-field": Code("error", "a line of a word list has more fields than the list", "take out what is too much"),
    "blank-for-tab": Code("error", "blanks stand where fields end, or in a word", "put one tab between two fields"),
    # what is worth knowing
    "draft": Code(
        "info",
        "so many rows of the file are drafts and off",
        'take out `"status"`, or load with `drafts=True` (on the command line `--drafts`)',
    ),
    "no-rows": Code("info", "the `.jsonl` file holds no rows", "write a row, or delete the file"),
    "left-out": Code(
        "info",
        "rows with errors took no part in the rest of the check",
        "mend the errors and check again",
    ),
    "format": Code(
        "warning", "rows or keys are not in the canonical order, or Chinese is escaped", "`policytag format`"
    ),
}


def finding(
    path: str, line: int, code: str, message: str, advice: str = "", *, row_id: str = "", severity: str = ""
) -> Finding:
    """A finding of a registered code.

    Args:
        path: the file, as given by the user; "" where the finding is about none.
        line: 1-based; 0 where it is about the whole file or folder.
        code: a key of :data:`CODES`.
        message: what is wrong, with the bad value.
        advice: what to write instead; by default the cure of the code.
        row_id: id of the row, where there is one.
        severity: by default that of the code.
    """
    known = CODES[code]
    return Finding(path, line, row_id, code, severity or known.severity, message, advice or known.cure)
