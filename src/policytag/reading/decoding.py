"""Bytes to text: UTF-8, UTF-16 and GB18030, with or without a byte order mark."""

from __future__ import annotations

import codecs
import re

from policytag.errors import ReadError

CANDIDATES = ("gb18030", "big5", "utf_16_le", "utf_16_be", "shift_jis", "euc_kr")
"""Encodings that are weighed against each other where the text is no UTF-8 and has no byte order mark."""
SAMPLE = 200_000
"""So many bytes are looked at to tell the encoding."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_BYTES = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_OF_REPORTS = re.compile(r"[\t\n\r -~\u00b7\u2010-\u2027\u2030\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
"""ASCII, Chinese and Japanese characters and their marks: what UTF-16 text consists of, and binary data does not."""
_HAN = re.compile("[\u3400-\u9fff]")
_BINARY = "this is binary data, not text"


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text of some bytes and the name of the encoding; a byte order mark is not part of the text.

    Args:
        data: the bytes.
        encoding: the encoding, where it is known.

    Raises:
        ReadError: the bytes are no text in the encoding, or no text at all.
    """
    if encoding is not None:
        # Other encodings take the bytes of UTF-8 for something, too often without an error.
        if not _is_utf8(encoding) and reads_as_utf8(data):
            raise ReadError(f"this is UTF-8, not {encoding}; leave the encoding out, it is told from each file")
        return _checked(_decoded(data, encoding).removeprefix("\ufeff"), encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _checked(_decoded(data[len(mark) :], name), name)
    try:
        return _checked(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        name = _guess(data)
    return _checked(_decoded(data, name), name)


def _guess(data: bytes) -> str:
    """The likeliest of the candidates, by charset-normalizer; UTF-16 by what its characters are.

    Raises:
        ReadError: no candidate fits, or the bytes are no text at all.
    """
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    if controls * 200 > len(sample):  # of all encodings only UTF-16 holds such bytes
        name = max(("utf-16-le", "utf-16-be"), key=lambda name: _share_of_reports(sample, name))
        if _share_of_reports(sample, name) < 0.9:
            raise ReadError(_BINARY)
        return name
    if _reads_as_gb(sample):
        return "gb18030"
    from charset_normalizer import from_bytes  # seldom needed, and slow to import

    best = from_bytes(sample, cp_isolation=list(CANDIDATES)).best()
    if best is None:
        raise ReadError("these bytes are no text in UTF-8, UTF-16, GB18030 or Big5; give the encoding if it is another")
    return best.encoding.replace("_", "-")


def _share_of_reports(sample: bytes, encoding: str) -> float:
    """The share of characters that are at home in a report."""
    text = sample.decode(encoding, "replace")
    return len(_OF_REPORTS.findall(text)) / max(1, len(text))


def _reads_as_gb(sample: bytes) -> bool:
    """Do the bytes give next to nothing but characters of GB 2312, the everyday part of GB18030?

    A short text is too little for charset-normalizer's statistics; text in another encoding that decodes by chance gives rare characters.
    """
    text = sample.decode("gb18030", "replace")
    wide = [character for character in text if character > "\x7f"]
    common = sum(len(character.encode("gb2312", "ignore")) == 2 for character in wide)
    return common > 0.95 * len(wide)


def reads_as_utf8(data: bytes) -> bool:
    """Is it UTF-8 for sure? No text in another encoding is Chinese when it is read as UTF-8."""
    try:
        return _HAN.search(data.decode("utf-8")) is not None
    except UnicodeDecodeError:
        return False


def _is_utf8(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name.startswith("utf-8")
    except LookupError as error:
        raise ReadError(f"there is no encoding named {encoding!r}") from error


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError as error:  # a codec that is none of text: base64
        raise ReadError(f"there is no encoding named {encoding!r}") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"byte {error.start} is not {encoding}; the file is damaged or in another encoding") from error


def _checked(text: str, encoding: str) -> tuple[str, str]:
    """Refuse what decodes by chance: text holds next to no control characters."""
    controls = len(_CONTROLS.findall(text[:SAMPLE]))
    if controls * 200 > len(text[:SAMPLE]):
        raise ReadError(_BINARY)
    return text, encoding
