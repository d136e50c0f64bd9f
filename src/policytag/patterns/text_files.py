"""A pack's files as text: whatever keeps a file from being read is a finding, never an exception."""

from __future__ import annotations

from pathlib import Path

from policytag.errors import Finding
from policytag.patterns.codes import finding

BOM = "\ufeff"


def read_text(path: Path) -> tuple[str, list[Finding]]:
    """The text of a UTF-8 file, a byte order mark too; "" and a finding where it cannot be read."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return "", [finding(str(path), 0, "unreadable", f"cannot be read: {error.strerror}")]
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", [finding(str(path), line, "not-utf8", f"byte {error.start} is not UTF-8")]
