"""``policytag check``: everything that is wrong, or worth knowing, in pattern files, at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from os import PathLike

from policytag.errors import Finding
from policytag.patterns.checked import Checked
from policytag.patterns.codes import finding
from policytag.patterns.finding_packs import PackFolder, packs_at
from policytag.patterns.format import formatted
from policytag.patterns.lints import clashes, drafts, examples, layering, literals, word_lists
from policytag.patterns.packs import read_pack, read_packs

Lint = Callable[[Checked], Iterator[Finding]]

LINTS: tuple[Lint, ...] = (
    literals.white_space,
    literals.variants,
    literals.says_too_little,
    literals.no_needed_literal,
    examples.missing_examples,
    examples.examples,
    clashes.duplicates,
    clashes.unreachable,
    clashes.copied_examples,
    layering.replaced,
    word_lists.variants,
    word_lists.between_lines,
    layering.entities,
    drafts.drafts,
)
SEVERITIES = ("error", "warning", "info")


def check_packs(paths: Sequence[str | PathLike[str]] = (), *, defaults: bool = True) -> list[Finding]:
    """Every finding about the packs at ``paths``, or about the built-in and installed ones where none are named.

    Args:
        paths: folders that are packs or hold packs, or single ``.jsonl`` files.
        defaults: also look at how the packs lie on the built-in and installed ones.

    Returns:
        Findings in the order of files and lines; those about a whole file come after those about its lines.
    """
    others, findings = read_packs((), defaults=defaults or not paths)
    if not paths:
        checked = Checked(others, 0)
    else:
        findings = []  # what is wrong elsewhere is not asked for
        own = []
        for path in paths:
            folders, wrong = packs_at(path)
            findings += wrong
            for folder in folders:
                pack, wrong = read_pack(folder)
                own.append(pack)
                findings += wrong
        named = {file.resolve() for pack in own for file in pack.folder.files}
        others = [pack for pack in others if not named.intersection(file.resolve() for file in pack.folder.files)]
        checked = Checked([*others, *own], len(others))
    findings += left_out(findings, checked)
    findings += unformatted(pack.folder for pack in checked.packs[checked.own :])
    for lint in LINTS:
        findings += lint(checked)
    return sorted(set(findings), key=_by_place)


def _by_place(finding: Finding) -> tuple[str, bool, int, int, str]:
    return finding.path, not finding.line, finding.line, SEVERITIES.index(finding.severity), finding.code


def left_out(findings: Iterable[Finding], checked: Checked) -> list[Finding]:
    """One piece of information for each file with rows that are too broken for the lints: what was not looked at."""
    sound = {(pack.shown_path(row), row.line) for pack in checked.packs[checked.own :] for row in pack.rows}
    bad = {(f.path, f.line) for f in findings if f.severity == "error" and f.line and f.path.endswith(".jsonl")}
    found = []
    for path, number in sorted(Counter(path for path, _ in bad - sound).items()):
        rows = f"{number} rows with errors were" if number > 1 else "1 row with an error was"
        message = f"{rows} left out: examples not run, not compared with other rows"
        found.append(finding(path, 0, "left-out", message))
    return found


def unformatted(folders: Iterable[PackFolder]) -> Iterator[Finding]:
    """Files that ``policytag format`` would change."""
    for folder in folders:
        for path in folder.files:
            if path.suffix == ".jsonl":
                text = formatted(path)
                if text is not None and text != path.read_bytes():
                    message = "rows or keys are not in the canonical order, or Chinese is escaped"
                    yield finding(str(path), 0, "format", message, f"run policytag format {path}")


def failed(findings: Iterable[Finding], *, strict: bool = False) -> bool:
    """Do the findings make the check fail: any error, or (``strict``) any warning?"""
    bad = SEVERITIES[: 2 if strict else 1]
    return any(finding.severity in bad for finding in findings)
