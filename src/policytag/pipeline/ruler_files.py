"""How a ruler's rows are stored: spaCy's formats, with every key of a row and Chinese as Chinese."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import srsly
from spacy.errors import Errors

Row = dict[str, Any]
Settings = dict[str, Any]
_SETTINGS_FILE, _ROWS_FILE = "cfg", "patterns.jsonl"


def to_bytes(settings: Settings, rows: Sequence[Row]) -> bytes:
    """Settings and rows as MessagePack, as spaCy's entity ruler writes them."""
    packed: bytes = srsly.msgpack_dumps({**settings, "patterns": list(rows)})
    return packed


def from_bytes(data: bytes) -> tuple[Settings | None, list[Row]]:
    """Settings (None where only rows were stored) and rows."""
    unpacked = srsly.msgpack_loads(data)
    if isinstance(unpacked, dict):
        return unpacked, unpacked.get("patterns", [])
    return None, unpacked


def to_disk(path: Path, settings: Settings, rows: Iterable[Row]) -> None:
    """Rows to a ``.jsonl`` file; to any other path a folder with rows and settings."""
    if path.suffix == ".jsonl":
        _write_rows(path, rows)
        return
    path.mkdir(parents=True, exist_ok=True)
    _write_rows(path / _ROWS_FILE, rows)
    (path / _SETTINGS_FILE).write_text(json.dumps(settings, indent=2, ensure_ascii=False), encoding="utf-8")


def from_disk(path: Path) -> tuple[Settings | None, list[Row]]:
    """Settings (None for a file of rows) and rows; ``x`` stands for ``x.jsonl`` where that is a file, as in spaCy."""
    with_suffix = path.with_suffix(".jsonl")
    if path.suffix == ".jsonl" or with_suffix.is_file():
        if not with_suffix.is_file():
            raise ValueError(Errors.E1023.format(path=path))
        return None, _read_rows(with_suffix)
    if not path.is_dir():
        raise ValueError(Errors.E146.format(path=path))
    settings: Settings = json.loads((path / _SETTINGS_FILE).read_text(encoding="utf-8"))
    return settings, _read_rows(path / _ROWS_FILE)


def _write_rows(path: Path, rows: Iterable[Row]) -> None:
    with path.open("wb") as file:
        for row in rows:
            try:
                line = json.dumps(row, ensure_ascii=False).encode("utf-8")
            except UnicodeEncodeError:  # a lone surrogate, which UTF-8 cannot hold
                line = json.dumps(row).encode("ascii")
            file.write(line + b"\n")


def _read_rows(path: Path) -> list[Row]:
    decode = json.JSONDecoder(object_pairs_hook=_interned).decode
    rows = []
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, start=1):
            line = line.strip()
            if line:
                try:
                    rows.append(decode(line))
                except json.JSONDecodeError as error:
                    raise ValueError(f"{path}:{number}: not JSON: {error}; write one object a line") from error
    return rows


def _interned(pairs: list[tuple[str, Any]]) -> Row:
    # A hundred thousand rows share one copy of each key and label.
    row = {sys.intern(key): value for key, value in pairs}
    label = row.get("label")
    if isinstance(label, str):
        row["label"] = sys.intern(label)
    return row
