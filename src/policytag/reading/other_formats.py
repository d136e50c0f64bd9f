"""Files that are known by their first bytes or their ending, and not read: for each what it is and what to do.

Read as text they would give nonsense, or nothing, without a word.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

LOOK = 2048
"""So many bytes of a file are looked at."""

_SAVE_DOCX = "save it as .docx or .txt"
_TEXTS_ONE_BY_ONE = "read it with pandas or json, and give its texts to annotate_many"
_RECOGNISE = "run a text recognition on it first"
_UNPACK = "unpack it and give the files in it"

_BY_START: tuple[tuple[bytes, str, str], ...] = (
    (rb"\{\\rtf", "an RTF file", _SAVE_DOCX),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls, .wps) or an encrypted one",
     "save it as .docx without a password"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*|BM.{4}\x00{4}", "a picture", _RECOGNISE),
    (rb"\x1f\x8b|BZh[1-9]|\xfd7zXZ|7z\xbc\xaf\x27|Rar!\x1a", "a compressed file", _UNPACK),
    (rb"CAJ\x00|HN\x00", "a CAJ file", "save it as PDF"),
    (rb"%!PS", "a PostScript file", "save it as PDF"),
    (rb"(?s)(?:From:|MIME-Version:).{0,1000}?Content-Type:", "a saved page or message (.mht, .eml)", "save it as .html"),
    (rb"<\?xml(?s:.){0,1000}?(?:mso-application|<w:wordDocument|<pkg:package)", "a Word file in XML", _SAVE_DOCX),
)  # fmt: skip
"""How a file of a kind begins (a regular expression over bytes), what it is, what to do."""

_IN_ZIP: tuple[tuple[str, str, str], ...] = (
    (r"mimetype:application/vnd\.oasis\.opendocument\.text", "an OpenDocument text (.odt)", "save it as .docx"),
    (r"mimetype:application/vnd\.oasis", "an OpenDocument file", _SAVE_DOCX),
    (r"mimetype:application/epub", "an e-book (.epub)", "give the .html files in it"),
    (r"xl/workbook", "an Excel file (.xlsx)", _TEXTS_ONE_BY_ONE),
    (r"ppt/presentation", "a PowerPoint file (.pptx)", _SAVE_DOCX),
    (r"OFD\.xml", "an OFD file", "save it as PDF"),
)
"""A file in the archive, or what its ``mimetype`` says; what the archive is; what to do."""

_BY_SUFFIX: dict[str, tuple[str, str]] = {
    **dict.fromkeys((".json", ".jsonl", ".ndjson", ".csv", ".tsv"), ("a table or a list of data", _TEXTS_ONE_BY_ONE)),
    ".xml": ("XML", "take its text out first"),
    ".tex": ("TeX", "save it as .pdf or .txt"),
    ".ceb": ("a CEB file", "save it as PDF"),
}


def other_format(data: bytes, suffix: str) -> str | None:
    """That a file is of a kind that is not read, and what to do; None where it is of none that is known here.

    Args:
        data: the file.
        suffix: the ending of its name in small letters; "" where there is none.
    """
    start = data[:LOOK].removeprefix(b"\xef\xbb\xbf").lstrip()
    for beginning, what, advice in _BY_START:
        if re.match(beginning, start):
            return _sentence(what, advice)
    known = _BY_SUFFIX.get(suffix)
    return _sentence(*known) if known else None


def other_archive(data: bytes) -> str:
    """What a ZIP archive is that is no Word file, and what to do."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        if "mimetype" in names:
            with archive.open("mimetype") as stream:
                names.append(f"mimetype:{stream.read(100).decode('ascii', 'replace')}")
    for inside, what, advice in _IN_ZIP:
        if any(re.match(inside, name) for name in names):
            return _sentence(what, advice)
    return _sentence("a ZIP archive and no .docx", _UNPACK)


def _sentence(what: str, advice: str) -> str:
    return f"this is {what}, which is not read: {advice}"
