"""Which files are meant: paths as a user gives them, folders among them, to the files that are read one by one."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from os import PathLike, fsdecode
from pathlib import Path

from policytag.errors import ReadError
from policytag.reading.source import SUFFIXES, Source, read


def report_files(paths: Iterable[str | PathLike[str] | Source]) -> list[str | Source]:
    """The files that are meant, each once, in the order given.

    A folder stands for the files in it and below whose ending is known (``SUFFIXES``), sorted by name; a folder without
    any stands for itself, so that reading it says so. What has been read already (a Source) stays as it is.

    Raises:
        TypeError: a path is none.
    """
    files: dict[object, str | Source] = {}
    for path in paths:
        if isinstance(path, Source):
            files[id(path)] = path
            continue
        if not isinstance(path, str | PathLike):
            raise TypeError(f"a path is a str, a Path or what policytag.read gives, not {type(path).__name__}")
        name = fsdecode(path)
        for file in _files_below(name) if os.path.isdir(name) else [name]:
            files.setdefault(os.path.realpath(file) if file else "", file)
    return list(files.values())


def left_out(paths: Iterable[str | PathLike[str]]) -> Counter[str]:
    """How many files in folders and below them ``report_files`` leaves out, by their ending (``.doc``: 12)."""
    folders = dict.fromkeys(path for path in paths if os.path.isdir(path))
    endings = (path.suffix.lower() or path.name for folder in folders for path in _below(folder) if not _is_read(path))
    return Counter(endings)


def read_file(file: str | Source, encoding: str | None = None) -> Source:
    """The text of an entry of ``report_files``.

    Raises:
        ReadError: it cannot be read, or is a folder without any file that can.
        MissingExtraError: the extra that reads this kind of file is not installed.
    """
    if isinstance(file, Source):
        return file
    if os.path.isdir(file):
        raise ReadError(f"{file}: the folder holds no file that can be read ({' '.join(SUFFIXES)})", source=file)
    return read(file, encoding=encoding)


def _files_below(folder: str) -> list[str]:
    return sorted(str(path) for path in _below(folder) if _is_read(path)) or [folder]


def _below(folder: str | PathLike[str]) -> Iterator[Path]:
    for name, below, files in os.walk(folder):
        below[:] = [entry for entry in below if not entry.startswith(_NO_REPORTS)]
        yield from (Path(name, file) for file in files if not file.startswith(_NO_REPORTS))


_NO_REPORTS = (".", "~$", "__MACOSX")
"""How files and folders begin that no user put there: hidden ones, those of Word beside an open document, of a Mac's archive."""


def _is_read(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES
