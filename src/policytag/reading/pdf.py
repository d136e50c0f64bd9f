"""PDF files: the text of the pages, without running heads and page numbers, its lines joined to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from policytag.errors import ReadError
from policytag.reading.extras import IMPORT_ERRORS, missing_extra

MIN_CHARACTERS = 20
"""Pages with fewer characters than this on average have no text layer: they are scanned."""
FULL = 0.85
"""A line goes on in the next one where it is at least this share of the usual width."""

PDF_MARK, PDF_MARK_WITHIN = b"%PDF-", 1024
"""Every PDF holds the mark within so many bytes of its beginning."""

_PAGE_NUMBER = re.compile(
    r"[-—–·\s]*(?:第\s*)?[0-9]{1,4}(?:\s*/\s*[0-9]{1,4})?(?:\s*页)?(?:\s*共\s*[0-9]{1,4}\s*页)?[-—–·\s]*"
)
_BEGINS = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[.．、](?![0-9])"
    r"|第[一二三四五六七八九十]{1,3}[，,、章节部]|[一二三四五六七八九十]{1,3}[是要]|—|各位代表)"
)
_COMPLETE = re.compile(r"(?:会议上|大会上|工作报告|工作回顾|工作安排|各位代表[：:！!])$")
_ENDS = frozenset("。！？；!?;”")
_DIGITS = re.compile("[0-9]+")


def read_pdf(data: bytes, max_bytes: int) -> str:
    """The text of a PDF, one line for each paragraph as far as the width of the lines tells.

    Raises:
        ReadError: the file is damaged, needs a password, or has no text layer.
        MissingExtraError: pypdfium2 is not installed, or cannot be imported.
    """
    try:
        import pypdfium2
    except IMPORT_ERRORS as error:
        raise missing_extra(error, "pypdfium2", "pypdfium2", "pdf") from error
    if PDF_MARK not in data[:PDF_MARK_WITHIN]:
        raise ReadError("this is not a PDF file" + (", though its name or type says so" if data else ": it is empty"))
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("the PDF is encrypted; save it without a password") from error
        raise ReadError(f"the PDF is damaged: {error}") from error
    try:
        pages = _pages(document, max_bytes)
    finally:
        document.close()
    characters = sum(len(line.strip()) for page in pages for line in page)
    if characters < MIN_CHARACTERS * max(1, len(pages)):
        raise ReadError("the PDF has no text layer: it is scanned; run a text recognition on it first")
    lines = [line for page in _without_margins(pages) for line in page]
    return "\n".join(_paragraphs(lines)) + "\n"


def _pages(document: Any, max_bytes: int) -> list[list[str]]:
    pages, total = [], 0
    for page in document:
        text_page = page.get_textpage()
        text = text_page.get_text_bounded()
        total += len(text)
        if total > max_bytes:
            raise ReadError(f"the text of the PDF is longer than the limit of {max_bytes:,}")
        pages.append([line.rstrip() for line in text.splitlines() if line.strip()])
        text_page.close()
        page.close()
    return pages


def _without_margins(pages: Sequence[list[str]]) -> list[list[str]]:
    """The pages without page numbers, and without lines that stand on top or at the bottom of most pages."""
    edges = Counter(_DIGITS.sub("0", line.strip()) for page in pages for line in {*page[:1], *page[-1:]})
    running = {line for line, n in edges.items() if n >= 2 and 2 * n > len(pages)}
    cleaned = []
    for page in pages:
        rest = list(page)
        for edge in (0, -1):
            while rest and (_PAGE_NUMBER.fullmatch(rest[edge]) or _DIGITS.sub("0", rest[edge].strip()) in running):
                rest.pop(edge)
        cleaned.append(rest)
    return cleaned


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """The lines joined: a line of full width goes on in the next one, unless that one begins something new."""
    lengths = sorted(len(line.strip()) for line in lines)
    width = lengths[int(len(lengths) * 0.75)] if lengths else 0
    paragraphs: list[str] = []
    goes_on = False
    for line in lines:
        text = line.strip()
        # A short line without an end after a sentence with one is a heading.
        heading = goes_on and paragraphs[-1][-1] in _ENDS and len(text) < width / 2 and text[-1] not in _ENDS
        if goes_on and not heading and not _BEGINS.match(text):
            both_latin = (
                paragraphs[-1][-1:].isascii()
                and paragraphs[-1][-1:].isalpha()
                and text[:1].isascii()
                and text[:1].isalpha()
            )
            paragraphs[-1] += (" " if both_latin else "") + text
        else:
            paragraphs.append(text)
        goes_on = len(text) >= FULL * width and not _COMPLETE.search(text)
    return paragraphs
