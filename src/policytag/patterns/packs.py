"""Packs read and layered: the rows and word lists that count, in order, each knowing where it stands."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from os import PathLike, fspath
from pathlib import Path
from typing import Any, TypeAlias

from policytag.errors import Finding, PatternError
from policytag.patterns.codes import finding
from policytag.patterns.finding_packs import PackFolder, builtin_packs, installed_packs, packs_at
from policytag.patterns.reading import read_jsonl, row_findings
from policytag.patterns.regions import known_regions, region_finding
from policytag.patterns.row import Row, in_region
from policytag.patterns.word_list_check import list_findings, unknown_relations, unsaid_fields
from policytag.patterns.wordlists import Entry, WordLists, merge, read_word_list

PackPaths: TypeAlias = "Iterable[str | PathLike[str]] | str | PathLike[str]"
"""Folders that are packs or hold packs, or single ``.jsonl`` files."""


@dataclass(frozen=True)
class PackSet:
    """What was loaded.

    Attributes:
        rows: the rows that count, in the order of packs, files and lines; all of them valid.
        lists: the word lists of all packs, merged.
        info: for each pack ``{"name", "version", "sha256"}``, in layering order.
        findings: warnings and information about the files; errors never get here.
    """

    rows: tuple[Row, ...] = ()
    lists: WordLists = field(default_factory=dict)
    info: tuple[dict[str, str], ...] = ()
    findings: tuple[Finding, ...] = field(default=(), compare=False, repr=False)

    def keep(self, *, rows: bool | Callable[[Row], bool] = True, lists: bool = True) -> PackSet:
        """A part of the set: all, none or some of the rows, with the word lists or without. ``info`` stays."""
        kept = self.rows if rows is True else () if rows is False else tuple(filter(rows, self.rows))
        return replace(self, rows=kept, lists=self.lists if lists else {})

    def to_jsonable(self) -> dict[str, Any]:
        """The set as plain JSON-able data; ``from_jsonable`` gives an equal set."""
        return {
            "info": list(self.info),
            "rows": [[row.pack, row.path, row.line, row.data] for row in self.rows],
            "lists": {name: [list(entry) for entry in entries] for name, entries in self.lists.items()},
        }

    @classmethod
    def from_jsonable(cls, data: Mapping[str, Any]) -> PackSet:
        """The set that ``to_jsonable`` wrote."""
        return cls(
            tuple(Row(row, pack, path, line) for pack, path, line, row in data["rows"]),
            {
                name: tuple(Entry(tuple(fields), pack, path, line) for fields, pack, path, line in entries)
                for name, entries in data["lists"].items()
            },
            tuple(data["info"]),
        )


@dataclass(frozen=True)
class ReadPack:
    """One pack as read from its files, before layering: every row, disabled ones and drafts too."""

    folder: PackFolder
    rows: tuple[Row, ...]
    lists: WordLists
    sha256: str

    def shown_path(self, row: Row) -> str:
        """The row's file as a user would name it."""
        return str(self.folder.root / row.path)


def load_packs(
    packs: PackPaths = (),
    *,
    defaults: bool = True,
    region: str | None = None,
    drafts: bool = False,
) -> PackSet:
    """Read and layer packs: the built-in ones, then installed ones (entry points), then those at ``packs``, in order.

    A later row replaces an earlier one of the same id; ``{"id": …, "disabled": true}`` removes it.

    Args:
        packs: folders that are packs or hold packs, or single ``.jsonl`` files.
        defaults: False leaves out the built-in and the installed packs.
        region: only rows without a region, of this slug, or of one under it; None keeps all.
        drafts: also rows whose status is ``draft``.

    Raises:
        PatternError: something in a pack is wrong, or no row is of the region; it carries every error found, and
            nothing was loaded.
    """
    read, findings = read_packs(packs, defaults=defaults)
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        raise PatternError(errors)
    known = known_regions(row for pack in read for row in pack.rows)
    if known and region is not None and region not in known:
        raise PatternError([region_finding(region, known)], "nothing was loaded")
    # A draft does not stand in for the row that it will one day replace: drafts go before the layering.
    counted = (replace(pack, rows=tuple(row for row in pack.rows if drafts or row.status != "draft")) for pack in read)
    rows = tuple(row for row in layer(counted) if in_region(row.region, region))
    info = tuple({"name": pack.folder.name, "version": pack.folder.version, "sha256": pack.sha256} for pack in read)
    return PackSet(rows, merge(pack.lists for pack in read), info, tuple(findings))


def read_packs(packs: PackPaths = (), *, defaults: bool = True) -> tuple[list[ReadPack], list[Finding]]:
    """Every pack in layering order, and everything that is wrong in their files. Nothing is raised."""
    folders, findings = _folders(packs, defaults)
    read = []
    for folder in folders:
        pack, wrong = read_pack(folder)
        read.append(pack)
        findings += wrong
    lists = [(pack.folder.root, pack.lists) for pack in read]
    findings += [*unsaid_fields(lists), *unknown_relations(lists)]
    return read, findings


def fingerprint(packs: PackPaths = (), *, defaults: bool = True) -> tuple[tuple[str, int, int], ...]:
    """Path, size and time of change of every file that ``load_packs`` would read: equal as long as nothing changed."""
    found = []
    for folder in _folders(packs, defaults)[0]:
        for path in folder.files:
            try:
                stat = path.stat()
            except OSError:  # load_packs says so
                found.append((str(path), -1, -1))
            else:
                found.append((str(path), stat.st_size, stat.st_mtime_ns))
    return tuple(found)


def pack_paths(packs: PackPaths) -> tuple[str, ...]:
    """The paths of packs, one or several, as strings.

    Raises:
        TypeError: what was given is no path, or not a list of paths.
    """
    given = [packs] if isinstance(packs, str | PathLike) else packs
    if isinstance(given, Mapping) or not isinstance(given, Iterable):
        raise TypeError(f"packs must be a folder or a list of folders, not {type(packs).__name__}")
    paths = tuple(given)
    for path in paths:
        if not isinstance(path, str | PathLike):
            raise TypeError(f"a pack is the path of a folder, not {type(path).__name__}: write rows into a .jsonl file")
    return tuple(fspath(path) for path in paths)


def _folders(packs: PackPaths, defaults: bool) -> tuple[list[PackFolder], list[Finding]]:
    paths = list(pack_paths(packs))
    folders: list[PackFolder] = []
    findings: list[Finding] = []
    sources = [builtin_packs, installed_packs] if defaults else []
    for found, wrong in [*(source() for source in sources), *(packs_at(path) for path in paths)]:
        folders += found
        findings += wrong
    return folders, findings


def read_pack(folder: PackFolder) -> tuple[ReadPack, list[Finding]]:
    """One pack, and everything that is wrong in its files. Rows and lines with an error are left out of it."""
    rows: list[Row] = []
    lists: dict[str, tuple[Entry, ...]] = {}
    findings: list[Finding] = []
    digest = hashlib.sha256()
    for path in folder.files:
        if path.suffix == ".txt":
            entries, wrong = read_word_list(path, folder.name)
            wrong += list_findings(path, entries)
            bad = _lines_with_errors(wrong)
            lists[path.stem] = tuple(entry for entry in entries if entry.line not in bad)
        else:
            lines, wrong = read_jsonl(path)
            if not lines and not wrong:
                wrong.append(finding(str(path), 0, "no-rows", "the file holds no rows"))
            wrong += row_findings(str(path), lines)
            bad = _lines_with_errors(wrong)
            rows += [Row(data, folder.name, path.name, number) for number, data in lines if number not in bad]
        findings += wrong
        digest.update(f"{path.name}\n".encode())
        digest.update(_bytes(path))
    findings += _used_twice(folder, rows)
    return ReadPack(folder, tuple(rows), lists, digest.hexdigest()), sorted(findings, key=lambda f: (f.path, f.line))


def _lines_with_errors(findings: Iterable[Finding]) -> set[int]:
    return {finding.line for finding in findings if finding.severity == "error"}


def _bytes(path: Path) -> bytes:
    """What is in a file; nothing where it cannot be read, which a finding of its own says."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _used_twice(folder: PackFolder, rows: Sequence[Row]) -> list[Finding]:
    first: dict[str, Row] = {}
    findings = []
    for row in rows:
        other = first.setdefault(row.id, row)
        if other is not row:
            message = f"the id is used twice in the pack {folder.name}: also {other.path}:{other.line}"
            path = str(folder.root / row.path)
            findings.append(finding(path, row.line, "duplicate-id", message, row_id=row.id))
    return findings


def layer(packs: Iterable[ReadPack]) -> list[Row]:
    """The rows that are left when later packs have replaced and disabled rows of earlier ones."""
    rows: dict[str, Row] = {}
    for pack in packs:
        for row in pack.rows:
            rows.pop(row.id, None)  # a replacement takes its place in its own pack
            if not row.disabled:
                rows[row.id] = row
    return list(rows.values())
