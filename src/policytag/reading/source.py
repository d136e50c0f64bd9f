"""Reading a report: a file or its bytes in, its text out, with the decisions that were taken on the way."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from os import PathLike, fsdecode
from os.path import basename, getsize, isdir
from pathlib import Path
from typing import Any

from policytag.errors import ReadError
from policytag.reading.decoding import decode
from policytag.reading.other_formats import other_archive, other_format

MAX_BYTES = 100 * 1024 * 1024
"""Files larger than this are refused, unless ``read`` is told otherwise."""

TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"

_BY_SUFFIX = {
    ".txt": TEXT, ".text": TEXT, ".md": MARKDOWN, ".markdown": MARKDOWN, ".html": HTML, ".htm": HTML, ".xhtml": HTML,
    ".docx": DOCX, ".pdf": PDF,
}  # fmt: skip
SUFFIXES = tuple(_BY_SUFFIX)
"""File name endings that are known to be readable."""

_PAGE = re.compile(
    rb"(?:<\?xml[^>]{0,200}>)?(?:\s{0,99}<!--(?s:.){0,500}?-->)?\s{0,99}<(?:!doctype html|html)\b", re.IGNORECASE
)
"""How an HTML page begins, whatever its name."""


@dataclass(frozen=True)
class Source:
    """The text of a report, and where it comes from.

    Attributes:
        text: the text; line ends are kept as they were. All offsets of a Report count its code points.
        encoding: how the bytes were read (``utf-8``, ``gb18030`` …); None for .docx and .pdf.
        origin: the path as given, or the name given with the bytes; None where there is none.
        media_type: ``text/plain``, ``text/markdown``, ``text/html``, or that of .docx or .pdf.
        meta: what you know of this report (``year``, ``place`` …), as ``annotate`` takes it; ``read`` knows nothing.
    """

    text: str
    encoding: str | None = None
    origin: str | None = None
    media_type: str = TEXT
    meta: Mapping[str, Any] = field(default_factory=dict, hash=False)


def read(
    source: str | PathLike[str] | bytes,
    *,
    media_type: str | None = None,
    encoding: str | None = None,
    origin: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Source:
    """The text of a .txt, .md, .html, .docx or .pdf file.

    Args:
        source: a path, or the bytes of a file.
        media_type: what the file is; by default its suffix and first bytes say so.
        encoding: how its text is encoded; by default UTF-8, UTF-16 and GB18030 are told apart.
        origin: a name for bytes, kept in ``Source.origin`` and in errors.
        max_bytes: the largest file that is read.

    Raises:
        ReadError: no such file, too large, no text (binary, encrypted, scanned), or an HTML page without main text.
        MissingExtraError: the extra that reads this kind of file is not installed.
        TypeError: ``source`` is neither a path nor bytes.
    """
    data, name = _bytes_of(source, origin, max_bytes)
    try:
        kind = media_type or _kind(data, Path(name).suffix.lower() if name else "")
        if kind in (TEXT, MARKDOWN):
            text, used = decode(data, encoding)
            return Source(text, used, name, kind)
        if kind == HTML:
            from policytag.reading.html import read_html

            text, used = read_html(data, encoding)
            return Source(text, used, name, kind)
        return Source(_reader(kind)(data, max_bytes), None, name, kind)
    except ReadError as error:
        if name and error.source is None:
            error.source = name
            error.message = f"{name}: {error.message}"
        raise


def _bytes_of(source: Any, origin: str | None, max_bytes: int) -> tuple[bytes, str | None]:
    if isinstance(source, bytes | bytearray | memoryview):
        data, name = bytes(source), origin
        _refuse_large(len(data), max_bytes, name)
        return data, name
    if not isinstance(source, str | PathLike):
        raise TypeError(f"read takes the path of a file or its bytes, not {type(source).__name__}")
    path = fsdecode(source)
    name = origin or path
    if (mistaken := _no_path(path)) is not None:
        raise ReadError(mistaken, source=origin)
    try:
        if isdir(path):
            raise ReadError(f"{name}: this is a folder; give a file", source=name)
        _refuse_large(getsize(path), max_bytes, name)
        return Path(path).read_bytes(), name
    except (OSError, ValueError) as error:  # a path with a zero character is a ValueError
        why = getattr(error, "strerror", None) or error
        hint = _HINT_WILDCARD if isinstance(error, FileNotFoundError) and _WILDCARD.search(path) else ""
        raise ReadError(f"{name}: {why}{hint}", source=name) from error


_HINT_WILDCARD = "; wildcards are not filled in here: give the folder, or what glob.glob finds"
_WILDCARD = re.compile(r"[*?\[]")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")
_LONGEST_NAME = 255
"""No file name has more characters on any usual system."""


def _no_path(path: str) -> str | None:
    """What somebody has given in the place of a path, and what to do with it; None where it may be a path."""
    if path == "":
        return "an empty path names no file"
    if _ADDRESS.match(path):
        return f"{path}: nothing is fetched from the net; save the page and give the file, or give its bytes"
    if "\n" in path or len(basename(path)) > _LONGEST_NAME:
        return f"{path[:20]!r}… is no path of a file; a text itself is given to annotate as it is"
    return None


def _refuse_large(size: int, max_bytes: int, name: str | None) -> None:
    if size > max_bytes:
        message = f"{size:,} bytes are more than the limit of {max_bytes:,}; raise max_bytes to read it all the same"
        raise ReadError(f"{name}: {message}" if name else message, source=name)


def _kind(data: bytes, suffix: str) -> str:
    """What the file is: the first bytes go before the suffix, which may be wrong.

    Raises:
        ReadError: it is nothing that is read.
    """
    by_suffix = _BY_SUFFIX.get(suffix)
    if data.startswith(b"%PDF-") or by_suffix == PDF:  # before its mark a few bytes may stand
        return PDF
    if data.startswith(b"PK\x03\x04"):
        if not _is_docx(data):
            raise ReadError(other_archive(data))
        return DOCX
    if by_suffix != MARKDOWN and _PAGE.match(data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()):
        return HTML
    if (refused := other_format(data, suffix)) is not None:
        raise ReadError(refused)
    if by_suffix == DOCX:
        raise ReadError("this is not a Word file" + (", though its name says so" if data else ": it is empty"))
    return by_suffix or TEXT


def _is_docx(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except zipfile.BadZipFile as error:
        raise ReadError("the file is damaged: it begins like a .docx but cannot be opened") from error


def _reader(kind: str) -> Callable[[bytes, int], str]:
    # The readers import their library when they are needed: it may not be installed.
    if kind == DOCX:
        from policytag.reading.docx import read_docx

        return read_docx
    if kind == PDF:
        from policytag.reading.pdf import read_pdf

        return read_pdf
    raise ReadError(f"there is no media type {kind!r} here; known are {', '.join(dict.fromkeys(_BY_SUFFIX.values()))}")
