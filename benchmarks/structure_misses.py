"""Place, year and level of reports against an index, their parts and their headings: the misses by name.

usage: structure_misses.py FOLDER

FOLDER holds INDEX.tsv (columns file, year, place, level, notes) and the files that it names. Checked are: place, year and
level (a place may leave out 壮族自治区 and the like); the plan part in every text that the notes do not call truncated;
that roots and the gaps between them cover the body once; and that no section without children holds a line in the form
of a numbered heading that the same text uses elsewhere.
"""

from __future__ import annotations

import csv
import itertools
import re
import sys
from pathlib import Path

from policytag.analysis import StructureData
from policytag.patterns.location import builtin_patterns
from policytag.patterns.wordlists import read_word_list
from policytag.reading.folding import FoldedText
from policytag.structure import StructureRules, read_structure

FORMS = [
    r"[一二三四五六七八九十]{1,3}、",
    r"\([一二三四五六七八九十]{1,3}\)",
    r"[0-9]{1,2}[.、](?![0-9])",
    r"第[一二三四五六七八九十]{1,3},",
    r"--",
]


def place_misses(row: dict[str, str], data: StructureData) -> list[str]:
    meta, misses = data["meta"], []
    wanted = {"place": row["place"].split("(")[0], "year": row["year"], "level": row["level"]}
    for name, value in wanted.items():
        if str(meta[name]) != value:
            misses.append(f"{name}: {meta[name]}, not {value}")
    return misses


def part_misses(row: dict[str, str], data: StructureData) -> list[str]:
    if "TRUNCATED" in row["notes"]:
        return []
    plan = any(s["parent"] is None and s["stance"] == "target" for s in data["sections"])
    return [] if plan else ["no plan part"]


def cover_misses(data: StructureData) -> list[str]:
    roots = [s for s in data["sections"] if s["parent"] is None]
    chrome = [z for z in data["zones"] if z["kind"] != "body"]
    misses = [
        f"{b['heading']} begins inside {a['heading']}" for a, b in itertools.pairwise(roots) if b["start"] < a["end"]
    ]
    misses += [
        f"{s['heading']} reaches into {z['kind']}"
        for s in roots
        for z in chrome
        if z["end"] - z["start"] > 40 and s["start"] < z["start"] < s["end"]
    ]
    return misses


def heading_misses(folded: FoldedText, data: StructureData) -> list[str]:
    text = folded.folded
    starts = {s["start"] for s in data["sections"]}
    parents = {s["parent"] for s in data["sections"]}
    used = [form for form in FORMS if any(re.match(form, text[start : start + 8]) for start in starts)]
    misses = []
    for section in data["sections"]:
        if section["index"] in parents:
            continue
        for line in re.finditer(r"(?m)^\s*(\S.*)$", text[section["start"] : section["end"]]):
            at = section["start"] + line.start(1)
            if at not in starts and any(re.match(form, line[1]) for form in used):
                misses.append(f"no heading: {line[1][:30]}")
    return misses


def main() -> None:
    folder = Path(sys.argv[1])
    lists = {p.stem: tuple(read_word_list(p, "grammar")[0]) for p in (builtin_patterns() / "grammar").glob("*.txt")}
    rules = StructureRules.from_lists(lists)
    counts: dict[str, int] = {}
    with (folder / "INDEX.tsv").open(encoding="utf-8") as index:
        rows = list(csv.DictReader(index, delimiter="\t"))
    for row in rows:
        folded = FoldedText((folder / row["file"]).read_bytes().decode("utf-8"))
        data = read_structure(folded, rules)
        checks = {
            "place, year, level": place_misses(row, data),
            "plan part": part_misses(row, data),
            "cover": cover_misses(data),
            "headings": heading_misses(folded, data),
        }
        for name, misses in checks.items():
            counts[name] = counts.get(name, 0) + (not misses)
            for miss in misses:
                print(f"{row['file']}\t{name}\t{miss}")
    for name, right in counts.items():
        print(f"{name}: {right} of {len(rows)}")


if __name__ == "__main__":
    main()
