"""Word files: paragraphs and tables in their order, footnotes at the end."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from policytag.errors import ReadError
from policytag.reading.extras import IMPORT_ERRORS, missing_extra

MAX_RATIO = 200
"""A .docx whose parts unpack to more than so many times its size, and beyond the limit of a file, is a zip bomb."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def read_docx(data: bytes, max_bytes: int) -> str:
    """The text of a .docx: one line for each paragraph, the cells of a table row parted by tabs.

    A footnote leaves its number in square brackets; the notes follow the text under the heading 注释.

    Raises:
        ReadError: the file is damaged, or unpacks to far more than it should.
        MissingExtraError: python-docx is not installed, or cannot be imported.
    """
    try:
        import docx
        from docx.opc.exceptions import PackageNotFoundError
    except IMPORT_ERRORS as error:
        raise missing_extra(error, "docx", "python-docx", "docx") from error
    _refuse_bomb(data, max_bytes)
    try:
        document = docx.Document(BytesIO(data))
        numbers: dict[str, int] = {}
        lines = list(_lines(document, numbers))
        notes = _footnotes(data)
    except (KeyError, ValueError, SyntaxError, zipfile.BadZipFile, PackageNotFoundError) as error:
        raise ReadError(f"the .docx is damaged: {error}") from error
    used = [(number, notes[name]) for name, number in numbers.items() if notes.get(name)]
    if used:
        lines += ["", "注释", *(f"[{number}] {text}" for number, text in used)]
    return "\n".join(lines) + "\n"


def _refuse_bomb(data: bytes, max_bytes: int) -> None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked > max_bytes or unpacked > MAX_RATIO * max(len(data), 1 << 20):
            raise ReadError(f"the .docx unpacks to {unpacked:,} bytes, more than the limit of {max_bytes:,}")
        for part in archive.infolist():
            with archive.open(part) as stream:
                if part.filename.endswith((".xml", ".rels")) and _DOCTYPE.search(stream.read(4096)):
                    raise ReadError("the .docx declares XML entities, which no word processor does; it is not read")


def _lines(container: Any, numbers: dict[str, int]) -> Iterator[str]:
    from docx.table import Table

    for block in container.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                cells = {id(cell._tc): cell for cell in row.cells}  # a merged cell comes once for each column
                yield "\t".join(" ".join(_paragraph(p._p, numbers) for p in c.paragraphs) for c in cells.values())
        else:
            yield _paragraph(block._p, numbers)


def _paragraph(element: Any, numbers: dict[str, int]) -> str:
    """The text of a paragraph with its tabs, line breaks and footnote numbers; deleted text is left out."""
    pieces = []
    for node in element.iter():
        if node.tag == f"{_W}t":
            pieces.append(node.text or "")
        elif node.tag == f"{_W}tab" and node.getparent().tag == f"{_W}r":
            pieces.append("\t")
        elif node.tag in (f"{_W}br", f"{_W}cr"):
            pieces.append("\n")
        elif node.tag == f"{_W}footnoteReference":
            number = numbers.setdefault(node.get(f"{_W}id"), len(numbers) + 1)
            pieces.append(f"[{number}]")
    return "".join(pieces)


def _footnotes(data: bytes) -> dict[str, str]:
    """The text of each footnote by its id."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if "word/footnotes.xml" not in archive.namelist():
            return {}
        root = ElementTree.fromstring(archive.read("word/footnotes.xml"))
    notes = {}
    for note in root.iter(f"{_W}footnote"):
        notes[note.get(f"{_W}id", "")] = "".join(node.text or "" for node in note.iter(f"{_W}t")).strip()
    return notes
