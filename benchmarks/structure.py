"""How fast the structure step is, text given and folded.

usage: structure.py [FOLDER_OF_TEXTS]

Without a folder the text is the sample report. Prints millions of characters a second on one core, and seconds for a
megabyte of headings, brackets and unclosed quotation marks.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from policytag.patterns.location import builtin_patterns
from policytag.patterns.wordlists import read_word_list
from policytag.reading.folding import FoldedText
from policytag.structure import StructureRules, read_structure

ROOT = Path(__file__).parent.parent
ROUNDS = 9
HOSTILE = {
    "headings": "一、工作\n(一)做法\n" * 91_000,
    "brackets": "(" * 1_000_000,
    "quotation marks": "“今年增长5%。" * 120_000,
}


def best_seconds(texts: list[FoldedText], rules: StructureRules, rounds: int = ROUNDS) -> float:
    """The shortest time of a few rounds over all texts."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        for text in texts:
            read_structure(text, rules)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    folder = builtin_patterns() / "grammar"
    lists = {path.stem: tuple(read_word_list(path, "grammar")[0]) for path in folder.glob("*.txt")}
    rules = StructureRules.from_lists(lists)
    paths = (
        Path(sys.argv[1]).rglob("*.txt")
        if len(sys.argv) > 1
        else [ROOT / "docs" / "examples" / "chengxi-2025.txt"] * 40
    )
    texts = [FoldedText(path.read_bytes().decode("utf-8")) for path in paths]
    size = sum(len(text.text) for text in texts)
    print(f"structure {size / best_seconds(texts, rules) / 1e6:.1f} M chars/s over {len(texts)} texts")
    for name, text in HOSTILE.items():
        print(f"{len(text) / 1e6:.1f} M characters of {name}: {best_seconds([FoldedText(text)], rules, 1):.2f} s")


if __name__ == "__main__":
    main()
