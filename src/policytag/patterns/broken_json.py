"""What is wrong with a line that is no JSON, in the words of somebody who types it on a Chinese keyboard."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

ADVICE = "write one complete JSON object on each line"

_WRONG_MARKS = {
    "“": ("a Chinese quotation mark “", 'a straight "'),
    "”": ("a Chinese quotation mark ”", 'a straight "'),
    "＂": ("a full-width quotation mark ＂", 'a straight "'),
    "「": ("a corner bracket 「", 'a straight "'),
    "」": ("a corner bracket 」", 'a straight "'),
    "‘": ("a Chinese single quotation mark ‘", 'a straight double "'),
    "’": ("a Chinese single quotation mark ’", 'a straight double "'),
    "'": ("a single quotation mark '", 'a double "'),
    "，": ("a full-width comma ，", "a half-width ,"),
    "、": ("an enumeration comma 、", "a half-width ,"),
    "；": ("a full-width semicolon ；", "a half-width ,"),
    ";": ("a semicolon ;", "a comma ,"),
    "：": ("a full-width colon ：", "a half-width :"),
    "｛": ("a full-width bracket ｛", "a half-width {"),
    "｝": ("a full-width bracket ｝", "a half-width }"),
    "［": ("a full-width bracket ［", "a half-width ["),
    "］": ("a full-width bracket ］", "a half-width ]"),
    "【": ("a full-width bracket 【", "a half-width ["),
    "】": ("a full-width bracket 】", "a half-width ]"),
    "\u3000": ("a full-width blank", "a half-width blank"),
    "\xa0": ("a no-break blank", "an ordinary blank"),
}
_PYTHON_WORDS = {"True": "true", "False": "false", "None": "null"}
_WORD = re.compile("[A-Za-z]{1,20}")
_LAST_STRING = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"\s*$')
_WRONG_END = re.compile("([“”＂‘’'])\\s*[,:，：}\\]]")
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}]')


class Cause(NamedTuple):
    """The likely cause of a syntax error, and what to write instead."""

    message: str
    advice: str


def likely_cause(line: str, error: Exception) -> Cause:
    """Why a line cannot be read as JSON, with the character and its 1-based column where one is to blame."""
    line = line.rstrip()
    if line.lstrip().startswith(("#", "//")):
        return Cause('comments are not allowed (spaCy could not read the file): use the key "note"', ADVICE)
    if isinstance(error, RecursionError):
        return Cause("its brackets are nested too deep", ADVICE)
    if not isinstance(error, json.JSONDecodeError):
        return Cause(str(error) or type(error).__name__, ADVICE)
    where = min(error.pos, len(line))
    found = _at(line, where, error.msg)
    if found is None:
        return Cause(f"column {error.colno}: {error.msg}", ADVICE)
    column, message, advice = found
    return Cause(f"column {column + 1}: {message}", advice)


_Found = tuple[int, str, str]


def _at(line: str, where: int, reason: str) -> _Found | None:
    character, before = line[where : where + 1], line[:where].rstrip()
    if reason.startswith("Unterminated string"):
        return _wrong_end(line, where + 1, len(line)) or (
            where, 'the string that begins here is not closed: a quotation mark " is missing', 'close it with a straight "'
        )  # fmt: skip
    if reason.startswith("Extra data"):
        return _after_the_object(line, where)
    if reason.startswith("Invalid control character"):
        return where, "a tab or another control character stands in a string", "take it out"
    if reason.startswith("Invalid \\"):
        return where, "a backslash stands alone in a string", "write \\\\ for a backslash, or take it out"
    if reason.startswith("Illegal trailing comma") or (character in ("}", "]") and before.endswith(",")):
        comma = where if character == "," else len(before) - 1
        return comma, f"a comma stands before the closing {line[comma + 1 :].lstrip()[:1]}", "take the comma out"
    if character in _WRONG_MARKS:
        wrong, right = _WRONG_MARKS[character]
        return where, f"{wrong} stands where {right} belongs", f"write {right}"
    return _unclosed(line, where) if not character else _in_the_middle(line, where, reason)


def _in_the_middle(line: str, where: int, reason: str) -> _Found | None:
    word = _WORD.match(line, where)
    if word and word[0] in _PYTHON_WORDS:
        right = _PYTHON_WORDS[word[0]]
        return where, f"{word[0]} is Python and not JSON", f"write {right}"
    string = _LAST_STRING.search(line, 0, where) if reason.endswith("delimiter") else None
    if string is None:
        return None
    wrong = _wrong_end(line, string.start(1), string.end(1))
    if wrong is not None:
        return wrong
    if line[where] in '"{[':
        mark = "colon :" if "':'" in reason else "comma ,"
        return where, f"a {mark} is missing before {line[where]}", f"put a {mark} there"
    advice = 'write “ ” inside of a string, or \\"'
    return string.end() - 1, f'a straight " ends the string before {line[where : where + 4]!r}', advice


def _wrong_end(line: str, start: int, end: int) -> _Found | None:
    """A string that began with a straight mark and goes on behind a Chinese one that was meant to close it."""
    mark = _WRONG_END.search(line, start, end)
    if mark is None:
        return None
    wrong, right = _WRONG_MARKS[mark[1]]
    return mark.start(), f"{wrong} stands where {right} should close the string", f"write {right}"


def _after_the_object(line: str, where: int) -> _Found:
    rest = line[where:]
    if rest in (",", "，"):
        return where, "a comma stands after the object", "take it out: each line is an object of its own"
    if rest.startswith(("{", ",")):
        return where, "a second object stands on the line", "put each object on a line of its own"
    return where, f"{rest[:20]!r} stands after the object", "take it out, or look for a bracket closed too early"


def _unclosed(line: str, where: int) -> _Found:
    """The line ends too early: brackets are open, or the row goes on in the next line."""
    open_ones: list[str] = []
    for token in _TOKEN.findall(line):
        if token in ("{", "["):
            open_ones.append(token)
        elif token in ("}", "]") and open_ones:
            open_ones.pop()
    missing = "".join("}" if bracket == "{" else "]" for bracket in reversed(open_ones))
    message = "the line ends before its object is closed" + (f": {missing} is missing" if missing else "")
    return where, message, f"{ADVICE}; an object may not go on in the next line"
