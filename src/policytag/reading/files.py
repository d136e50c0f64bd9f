"""Which files are meant: paths as a user gives them, folders among them, to the files that are read one by one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from os import PathLike, fspath
from pathlib import Path

from policytag.errors import ReadError
from policytag.reading.source import SUFFIXES, Source, read


def report_files(paths: Iterable[str | PathLike[str] | Source]) -> list[str | Source]:
    """The files that are meant, each once, in the order given.

    A folder stands for the files in it and below whose ending is known (``SUFFIXES``), sorted by name; a folder without
    any stands for itself, so that reading it says so. What has been read already (a Source) stays as it is.
    """
    files: dict[object, str | Source] = {}
    for path in paths:
        if isinstance(path, Source):
            files[id(path)] = path
            continue
        name = fspath(path)
        for file in _files_below(name) if os.path.isdir(name) else [name]:
            files.setdefault(os.path.realpath(file) if file else "", file)
    return list(files.values())


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
    return sorted(str(path) for path in Path(folder).rglob("*") if _is_report(path)) or [folder]


def _is_report(path: Path) -> bool:
    # Word leaves files such as ~$report.docx beside a document that is open.
    return path.is_file() and path.suffix.lower() in SUFFIXES and not path.name.startswith("~$")
