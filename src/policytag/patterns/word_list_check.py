"""Whether the lines of a word list say what the list's readers understand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from policytag.errors import Finding
from policytag.patterns.codes import finding
from policytag.patterns.problems import Problem, choice_advice, nearest
from policytag.patterns.word_list_columns import COLUMNS, Column
from policytag.patterns.wordlists import Entry, WordLists


def list_findings(path: Path, entries: Sequence[Entry]) -> Iterator[Finding]:
    """What is wrong with a word list: a name that no tagger reads, or lines that its readers would not understand."""
    columns = COLUMNS.get(path.stem)
    if columns is None:
        near = nearest(path.name, [f"{name}.txt" for name in COLUMNS])
        advice = f"give it the name of a list that is read; the nearest are {near}"
        yield finding(str(path), 0, "unknown-list", f"no tagger reads a list named {path.stem!r}", advice)
        return
    for entry in entries:
        for problem in line_problems(entry.fields, columns):
            yield problem.at(str(path), entry.line)


def line_problems(fields: Sequence[str], columns: Sequence[Column]) -> Iterator[Problem]:
    """What is wrong with one line of a list of these columns."""
    for index, (field, column) in enumerate(zip(fields, columns, strict=False)):
        if not column.blanks and len(field.split()) > 1:
            pieces = field.split(None, len(columns) - index - 1)
            advice = f"write {'⇥'.join(pieces)}: one tab (⇥) between two fields" if pieces[1:] else "one word a line"
            yield Problem("blank-for-tab", f"{field!r} holds a blank", advice)
            return
    if len(fields) > len(columns):
        names = ", ".join(column.name for column in columns)
        yield Problem("extra-field", f"the line has {len(fields)} fields, the list {len(columns)}: {names}")
    if moved := _in_the_wrong_field(fields, columns):
        yield moved
        return
    for index, column in enumerate(columns):
        field = fields[index] if index < len(fields) else ""
        if field and not (column.dash and field == "-"):
            if column.values and field not in column.values:
                yield Problem("bad-value", f"the {column.name} is {field!r}", choice_advice(field, column.values))
            elif column.form is not None and not column.form.fullmatch(field):
                yield Problem("bad-value", f"the {column.name} is {field!r}", f"write it like {column.example}")
        elif column.needed:
            what = choice_advice("", column.values) if column.values else f"add the {column.name}"
            advice = f"{what}, after one tab" if index else what
            yield Problem("missing-field", f"the {column.name} of {fields[0]!r} is missing", advice)


def _in_the_wrong_field(fields: Sequence[str], columns: Sequence[Column]) -> Problem | None:
    """A value of a column that is left empty, in a field before it where anything may stand: 标箱位⇥count."""
    for index, column in enumerate(columns):
        if not column.values or (index < len(fields) and fields[index] not in ("", "-")):
            continue
        for at in range(1, min(index, len(fields))):
            if fields[at] in column.values and not columns[at].values:
                right = [*fields[:at], *["-" if other.dash else "" for other in columns[at:index]], fields[at]]
                message = f"{fields[at]!r} is a {column.name}, but stands where the {columns[at].name} are"
                return Problem("bad-value", message, f"write {'⇥'.join(right)}: one tab (⇥) between two fields")
    return None


def unknown_relations(packs: Iterable[tuple[Path, WordLists]]) -> Iterator[Finding]:
    """Relations to a word that no list has, or that lead back to the word itself.

    Args:
        packs: the folder and the word lists of each pack, in layering order.
    """
    packs = list(packs)
    for name, columns in COLUMNS.items():
        for index, column in enumerate(columns):
            if not column.to_word:
                continue
            entries = [(folder, entry) for folder, lists in packs for entry in lists.get(name, ())]
            word_of = {
                spelling: entry.word for _, entry in entries for spelling in entry.field(1).split() if spelling != "-"
            }
            word_of |= {entry.word: entry.word for _, entry in entries}
            related = {entry.word: word for _, entry in entries if (word := _last_word(entry, index))}
            for folder, entry in entries:
                word = _last_word(entry, index)
                if not word:
                    continue
                if word not in word_of:
                    why, advice = "which no line has", f"the nearest are {nearest(word, word_of)}"
                elif _leads_back(entry.word, related, word_of):
                    why, advice = "which leads back to it", "relate both to a third"
                else:
                    continue
                message = f"the {column.name} of {entry.word!r} is to {word!r}, {why}"
                yield finding(str(folder / entry.path), entry.line, "bad-value", message, advice)


def _last_word(entry: Entry, index: int) -> str:
    words = entry.field(index).split()
    return words[-1] if words and words[-1] != "-" else ""


def _leads_back(word: str, related: Mapping[str, str], word_of: Mapping[str, str]) -> bool:
    """Does the chain of relations that begins at ``word`` come to it again?"""
    following, seen = word_of.get(related.get(word, "")), set()
    while following and following not in seen:
        if following == word:
            return True
        seen.add(following)
        following = word_of.get(related.get(following, ""))
    return False


def unsaid_fields(packs: Iterable[tuple[Path, WordLists]]) -> Iterator[Finding]:
    """Fields that a line leaves to an earlier line for the same word, where there is none.

    Args:
        packs: the folder and the word lists of each pack, in layering order.
    """
    said: set[tuple[str, str, str]] = set()
    for folder, lists in packs:
        for name, columns in COLUMNS.items():
            for index, column in enumerate(columns):
                if not column.from_earlier:
                    continue
                for entry in lists.get(name, ()):
                    key = name, entry.word, column.name
                    if entry.field(index) not in ("", "-"):
                        said.add(key)
                    elif key not in said:
                        message = f"no line says the {column.name} of {entry.word!r}"
                        advice = choice_advice("", column.values)
                        yield finding(str(folder / entry.path), entry.line, "missing-field", message, advice)
