"""Where packs are: the built-in ones, those of other installed distributions, and the folders that a user names."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint, entry_points
from os import PathLike
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from policytag.errors import Finding
from policytag.patterns.codes import finding
from policytag.patterns.location import builtin_patterns

ENTRY_POINTS = "policytag.packs"
"""Entry point group: a module (its folder is the pack) or a function without arguments that gives the folder's path."""

PACK_FILE = "pack.json"
"""Optional file in a pack's folder: ``{"version": "1.2"}``."""


class PackFolder(NamedTuple):
    """A pack that was found.

    Attributes:
        name: name of the folder; below a folder of packs the path from there (``provinces/hunan``).
        root: the folder, or the one that holds the single file.
        files: its ``*.jsonl`` and ``*.txt`` files, sorted by name.
        version: what pack.json says, else that of the distribution that brings it, else ``"0"``.
    """

    name: str
    root: Path
    files: tuple[Path, ...]
    version: str


def builtin_packs() -> tuple[list[PackFolder], list[Finding]]:
    """The packs that policytag brings."""
    from policytag import __version__

    return packs_at(builtin_patterns(), __version__)


def installed_packs(points: Iterable[EntryPoint] | None = None) -> tuple[list[PackFolder], list[Finding]]:
    """The packs that other distributions bring, in the order of their entry points' names."""
    found: list[PackFolder] = []
    findings: list[Finding] = []
    for point in sorted(entry_points(group=ENTRY_POINTS) if points is None else points, key=lambda point: point.name):
        try:
            path = _entry_path(point.load())
        except Exception as error:  # whatever somebody else's module raises
            message = f"cannot be loaded: {type(error).__name__}: {error}"
            findings.append(finding(f"{ENTRY_POINTS}:{point.name}", 0, "installed-pack", message))
            continue
        packs, wrong = packs_at(path, point.dist.version if point.dist else "0", name=point.name)
        found += packs
        findings += wrong
    return found, findings


def _entry_path(value: Any) -> Path:
    if isinstance(value, ModuleType):
        if value.__file__ is None:
            return Path(next(iter(value.__path__)))
        return Path(value.__file__).parent
    return Path(os.fspath(value() if callable(value) else value))


def packs_at(
    path: str | PathLike[str], version: str = "0", name: str | None = None
) -> tuple[list[PackFolder], list[Finding]]:
    """The packs at a path: a ``.jsonl`` file, a folder with rows or word lists, and every such folder below it."""
    if path == "":
        return [], [finding("", 0, "no-pack", "an empty path names no pack")]
    path = Path(path)
    if path.is_file() and path.suffix == ".jsonl":
        return [PackFolder(name or path.stem, path.parent, (path,), version)], []
    if not path.is_dir():
        what = "is no .jsonl file" if path.exists() else "does not exist"
        return [], [finding(str(path), 0, "no-pack", what)]
    found: list[PackFolder] = []
    findings: list[Finding] = []
    own = name or path.resolve().name
    for folder, files in _folders(path):
        below = folder.relative_to(path).as_posix()
        # A folder of packs lends its name only to the rows that stand in it directly.
        pack_name = own if below == "." else below if name is None else f"{name}/{below}"
        declared, wrong = _declared_version(folder)
        findings += wrong
        found.append(PackFolder(pack_name, folder, files, declared or version))
    if not found:
        advice = "this is a saved pipeline: read it with spacy.load" if (path / "config.cfg").is_file() else ""
        findings.append(finding(str(path), 0, "no-pack", "no folder here holds a pack", advice))
    return found, findings


def _folders(path: Path) -> Iterator[tuple[Path, tuple[Path, ...]]]:
    for folder, below, names in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith((".", "_")))
        files = tuple(
            Path(folder) / name for name in sorted(names) if name.endswith((".jsonl", ".txt")) and name[0] != "."
        )
        if files:
            yield Path(folder), files


def _declared_version(folder: Path) -> tuple[str | None, list[Finding]]:
    path = folder / PACK_FILE
    if not path.is_file():
        return None, []
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        data = error
    if isinstance(data, dict) and set(data) <= {"version", "note"} and isinstance(data.get("version"), str):
        return data["version"], []
    message = f"does not say the version: {data}"[:120]
    return None, [finding(str(path), 1, "pack-file", message)]
