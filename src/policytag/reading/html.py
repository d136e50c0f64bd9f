"""HTML pages: their main text, without navigation, advertisements and footers."""

from __future__ import annotations

import re

from policytag.errors import ReadError
from policytag.reading.decoding import decode, reads_as_utf8
from policytag.reading.extras import IMPORT_ERRORS, missing_extra

MIN_TEXT = 50
"""What is left of a page with less text than this (characters) is navigation, not a report."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_GB = frozenset(["gb2312", "gbk", "gb_2312-80", "x-gbk"])


def read_html(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The main text of a page, one paragraph a line, and the encoding of the page.

    Raises:
        ReadError: the page has no main text.
        MissingExtraError: trafilatura is not installed, or cannot be imported.
    """
    try:
        import trafilatura
    except IMPORT_ERRORS as error:
        raise missing_extra(error, "trafilatura", "trafilatura", "html") from error
    page, used = decode(data, encoding or _declared(data))
    text = trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False)
    if not text or len(text.strip()) < MIN_TEXT:
        raise ReadError("the page has no main text")
    return text, used


def _declared(data: bytes) -> str | None:
    """The encoding that the page declares, if its bytes are that (a page may have been saved anew in UTF-8)."""
    found = _CHARSET.search(data[:4096])
    if found is None or reads_as_utf8(data):
        return None
    name = found[1].decode("ascii").lower()
    name = "gb18030" if name in _GB else name
    try:
        data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None
    return name
