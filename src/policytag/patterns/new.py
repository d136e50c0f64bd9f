"""``policytag new``: a valid draft row for a term, written into the right file of a pack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policytag.errors import PatternError
from policytag.patterns.codes import finding
from policytag.patterns.finding_packs import packs_at
from policytag.patterns.format import canonical_line
from policytag.patterns.packs import ReadPack, read_pack, read_packs
from policytag.patterns.regions import known_regions, region_finding
from policytag.patterns.row import LABEL, WITHIN_DEFAULT
from policytag.patterns.schema import row_problems
from policytag.reading.folding import fold

_KINDS = {
    # as written on the command line: label, file, first part of the id
    "policy_term": ("POLICY_TERM", "policy_terms.jsonl", "term"),
    "organization": ("ORG", "organizations.jsonl", "org"),
    "org": ("ORG", "organizations.jsonl", "org"),
    "project": ("PROJECT", "projects.jsonl", "project"),
    "indicator": ("INDICATOR", "indicators.jsonl", "indicator"),
}
_NOTHING_WRITTEN = "no row was written"
_NOTE = "Draft: put sentences from real reports into the examples, then take out status and note."


@dataclass(frozen=True)
class NewRow:
    """What is known of the new term; see the keys of a row in patterns/README.md."""

    kind: str
    literal: str
    id: str | None = None
    entity: str | None = None
    name: str | None = None
    near: Sequence[str] = ()
    within: int | None = None
    quoted: bool = False
    left_not: Sequence[str] = ()
    right_not: Sequence[str] = ()
    region: str | None = None
    match: Sequence[str] = ()
    no_match: Sequence[str] = ()


def add_row(new: NewRow, pack: Path) -> tuple[Path, int, str]:
    """Write a draft row into a pack's file, at its place in the order of ids; no other line is touched.

    Args:
        new: the term.
        pack: the pack's folder; it is made if it is not there.

    Returns:
        The file, the row's 1-based line, and the line as written.

    Raises:
        PatternError: the pack is broken or no folder, the term is in it already, its region is under none that any
            row has, or what was given makes no valid row (or one that UTF-8 cannot hold).
    """
    label, file_name, prefix = _kind(new.kind)
    path = pack / file_name
    existing = _read(pack)
    if new.region is not None:
        _check_region(new.region, existing)
    folded = fold(new.literal)
    for row in existing.rows if existing else ():
        if not row.disabled and row.label == label and row.literal is not None and fold(row.literal) == folded:
            message = f"{new.literal!r} is in the pack already"
            raise _refused(path, "duplicate", message, f"change {row.path}:{row.line}", row.id)
    taken = {row.id for row in existing.rows} if existing else set()
    if new.id is not None and new.id in taken:
        message = "the id is in the pack already"
        raise _refused(path, "duplicate-id", message, "give another id, or leave --id out", new.id)
    row_id = new.id or free_id(prefix, new.literal, taken)
    data = _draft(new, label, row_id)
    line = canonical_line(data)
    _refuse_half_characters(line, path)
    problems = [problem for problem in row_problems(data) if problem.severity == "error"]
    if problems:
        raise PatternError([problem.at(str(path), 0, row_id) for problem in problems], _NOTHING_WRITTEN)
    rows = [row for row in existing.rows if row.path == file_name] if existing else []
    number = _insert(path, line, before=next((row.line for row in rows if row.id > row_id), None))
    return path, number, line


def free_id(prefix: str, literal: str, taken: Iterable[str] = ()) -> str:
    """An id of the form ``kind.slug`` that is not taken: Chinese in pinyin, digits and Latin letters kept."""
    base = f"{prefix}.{slug(literal)}"
    used = set(taken)
    number, row_id = 1, base
    while row_id in used:
        number += 1
        row_id = f"{base}-{number}"
    return row_id


def slug(literal: str) -> str:
    """The pinyin of a string, syllables joined by hyphens: 双倍增 → ``shuang-bei-zeng``, 3+2 → ``3+2``."""
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(fold(literal), errors=lambda other: " ".join(re.findall(r"[0-9A-Za-z+]+", other)) or " ")
    return "-".join(" ".join(syllables).lower().split()) or "row"


def _kind(kind: str) -> tuple[str, str, str]:
    known = _KINDS.get(kind.lower().replace("-", "_").removesuffix("s"))
    if known is not None:
        return known
    if kind.upper() in ("QUANTITY", "QUANTITIES"):
        raise _refused("", "label", "quantities are found without rows", "put a unit or classifier into a units.txt")
    if LABEL.fullmatch(kind):
        return kind, f"{kind.lower()}s.jsonl", kind.lower()
    own = re.sub(r"[\s-]+", "_", kind.strip()).upper()
    label = f"{own} for a label of your own" if LABEL.fullmatch(own) else "a label of your own in capitals, such as LAW"
    advice = f"write {label}, or one of {', '.join(_KINDS)}"
    raise _refused("", "label", f"{kind!r} is no kind of row", advice)


def _read(pack: Path) -> ReadPack | None:
    if pack.exists() and not pack.is_dir():
        raise _refused(pack, "no-pack", "is a file", "name the pack's folder; it is made if it is not there")
    if not pack.is_dir() or not any(pack.glob("*.jsonl")):
        return None
    # The folder itself, not the packs below it.
    folder = next((folder for folder in packs_at(pack)[0] if folder.root == pack), None)
    if folder is None:
        return None
    read, findings = read_pack(folder)
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        raise PatternError(errors, f"the pack {pack} is broken, {_NOTHING_WRITTEN}")
    return read


def _refused(path: Path | str, code: str, message: str, advice: str, row_id: str = "") -> PatternError:
    return PatternError([finding(str(path), 0, code, message, advice, row_id=row_id)], _NOTHING_WRITTEN)


def _refuse_half_characters(line: str, path: Path) -> None:
    """A byte that is no UTF-8 comes from the command line as half a character, which no file could hold."""
    try:
        line.encode()
    except UnicodeEncodeError as error:
        message = f"{line[error.start]!r} is half a character, it was not decoded right"
        raise _refused(path, "surrogate", message, "write the words in UTF-8") from None


def _check_region(region: str, pack: ReadPack | None) -> None:
    """A new slug must lie under a region that some row has: a misspelt one would never be loaded."""
    read, _ = read_packs()
    known = known_regions(row for other in (*read, *([pack] if pack else [])) for row in other.rows)
    if region.split("/")[0] not in known:
        raise PatternError([region_finding(region, known)], _NOTHING_WRITTEN)


def _draft(new: NewRow, label: str, row_id: str) -> dict[str, Any]:
    data: dict[str, Any] = {"label": label, "pattern": new.literal, "id": row_id}
    data.update((key, value) for key in ("entity", "name", "region") if (value := getattr(new, key)) is not None)
    context: dict[str, Any] = {}
    if new.left_not:
        context["left_not"] = list(new.left_not)
    if new.right_not:
        context["right_not"] = list(new.right_not)
    conditions: list[dict[str, Any]] = [{"quoted": True}] if new.quoted else []
    if new.near:
        conditions.append({"near": list(new.near), "within": new.within or WITHIN_DEFAULT})
    if conditions:
        context["any_of"] = conditions
    if context:
        data["context"] = context
    data["examples"] = {"match": list(new.match) or [_match_skeleton(new)]}
    no_match = list(new.no_match) or _no_match_skeleton(new)
    if no_match:
        data["examples"]["no_match"] = no_match
    return {**data, "status": "draft", "note": _NOTE}


def _match_skeleton(new: NewRow) -> str:
    after = new.near[0] if new.near else ""
    return f"推进“[[{new.literal}]]”{after}。" if new.quoted or not new.near else f"推进[[{new.literal}]]{after}。"


def _no_match_skeleton(new: NewRow) -> list[str]:
    if new.right_not:
        return [f"推进{new.literal}{word}。" for word in new.right_not]
    if new.left_not:
        return [f"推进{word}{new.literal}。" for word in new.left_not]
    return [f"推进{new.literal}。"] if new.near or new.quoted else []


def _insert(path: Path, new_line: str, before: int | None) -> int:
    """Write a line before the one of that number (None: at the end); returns its 1-based number."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = path.read_bytes().decode("utf-8-sig").split("\n") if path.is_file() else []
    while lines and not lines[-1].strip():
        lines.pop()
    position = len(lines) if before is None else before - 1
    lines.insert(position, new_line)
    path.write_bytes(("\n".join(lines) + "\n").encode())
    return position + 1
