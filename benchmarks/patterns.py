"""Speed and memory of pack rows: python benchmarks/patterns.py [TEXT_FILE ...]

Prints a table and one line of JSON: characters a second (of processor time) of the literal index and of the patterns tagger with the
built-in packs (text given, folding apart), and seconds and MiB for loading and compiling 100,000 rows of literals.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from policytag.analysis import Analysis
from policytag.patterns.packs import load_packs
from policytag.reading.folding import FoldedText
from policytag.taggers.patterns import PatternRules, find_patterns

ROUNDS = 7
MANY = 100_000
SAMPLE = Path(__file__).parent.parent / "docs" / "examples"


def best(run: Callable[[], object]) -> float:
    """Processor seconds of the fastest of some rounds."""
    times = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        run()
        times.append(time.process_time() - begin)
    return min(times)


def resident_mib() -> float:
    """Memory of this process (Linux; 0 elsewhere)."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20
    except OSError:
        return 0.0


def tagger_speed(text: str) -> dict[str, float]:
    """Million characters a second of index and tagger."""
    rows = load_packs().rows
    rules = PatternRules.from_rows(rows)
    analysis = Analysis(text)
    folded = FoldedText(text)
    found = find_patterns(folded, analysis.data, rules)  # compiles the rows that occur
    return {
        "rows": len(rows),
        "characters": len(text),
        "candidates": len(found),
        "index_mchars_per_s": len(text) / best(lambda: rules.index.finditer(folded.joined)) / 1e6,
        "tagger_mchars_per_s": len(text) / best(lambda: find_patterns(folded, analysis.data, rules)) / 1e6,
    }


def many_rows() -> dict[str, float]:
    """Loading and compiling a pack of 100,000 literals."""
    random.seed(1)
    han = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]
    literals = {"".join(random.choices(han, k=random.randint(3, 8))) for _ in range(MANY)}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "policy_terms.jsonl"
        with file.open("w", encoding="utf-8") as stream:
            for number, literal in enumerate(sorted(literals)):
                row = {"label": "POLICY_TERM", "pattern": literal, "id": f"term.n{number:06}"}
                stream.write(json.dumps(row, ensure_ascii=False) + "\n")
        before, begin = resident_mib(), time.process_time()
        packs = load_packs([folder], defaults=False)
        loaded = time.process_time()
        rules = PatternRules.from_rows(packs.rows)
        done = time.process_time()
    return {
        "many_rows": len(rules.rows),
        "load_s": loaded - begin,
        "compile_s": done - loaded,
        "memory_mib": resident_mib() - before,
    }


def main() -> None:
    """Run and print."""
    files = [Path(name) for name in sys.argv[1:]] or sorted(SAMPLE.glob("*.txt"))
    text = "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in files)
    text *= max(1, 500_000 // max(1, len(text)))
    figures = {**many_rows(), **tagger_speed(text)}
    for name, value in figures.items():
        print(f"{name:24} {value:14,.2f}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
