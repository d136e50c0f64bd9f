"""Reading a report: a file or its bytes in, its text out, with the decisions that were taken on the way."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from policytag.errors import ReadError
from policytag.reading.decoding import decode

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

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


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
    source: str | Path | bytes,
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


def _bytes_of(source: str | Path | bytes, origin: str | None, max_bytes: int) -> tuple[bytes, str | None]:
    if isinstance(source, bytes):
        size, name = len(source), origin
    else:
        name = origin or str(source)
        if source == "":
            raise ReadError("an empty path names no file")
        try:
            path = Path(source)
            if path.is_dir():
                raise ReadError(f"{name}: this is a folder; give a file", source=name)
            size = path.stat().st_size
        except (OSError, ValueError) as error:  # a path with a zero character is a ValueError
            raise ReadError(f"{name}: {getattr(error, 'strerror', None) or error}", source=name) from error
    if size > max_bytes:
        message = f"{size:,} bytes are more than the limit of {max_bytes:,}; raise max_bytes to read it all the same"
        raise ReadError(f"{name}: {message}" if name else message, source=name)
    if isinstance(source, bytes):
        return source, name
    try:
        return Path(source).read_bytes(), name
    except OSError as error:
        raise ReadError(f"{name}: {error.strerror or error}", source=name) from error


def _kind(data: bytes, suffix: str) -> str:
    """What the file is: the first bytes go before the suffix, which may be wrong."""
    if data.startswith(b"%PDF-"):
        return PDF
    if data.startswith(b"PK\x03\x04"):
        if not _is_docx(data):
            raise ReadError("this is a ZIP archive and no .docx; unpack it and give the files in it")
        return DOCX
    if data.startswith(_OLD_OFFICE):
        raise ReadError("this is an old Office file (.doc) or an encrypted one; save it as .docx without a password")
    by_suffix = _BY_SUFFIX.get(suffix)
    if by_suffix == PDF:
        return PDF  # a few bytes may stand before its mark
    if by_suffix == DOCX:
        raise ReadError("this is not a Word file" + (", though its name says so" if data else ": it is empty"))
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if by_suffix is None and start.startswith((b"<!doctype html", b"<html")):
        return HTML
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
    raise ReadError(f"files of the type {kind} cannot be read; known are .txt, .md, .html, .docx and .pdf")
