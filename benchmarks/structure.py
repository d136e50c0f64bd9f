"""How fast the structure step is, text given and folded.

usage: structure.py [FOLDER_OF_TEXTS]

Without a folder the text is the sample report, again and again. Prints a table: characters, milliseconds and millions
of characters a second on one core for the texts, and the same for a megabyte of each of some hostile texts. Counted is
the processor's time, of each text the best of some rounds, so that other work on the machine disturbs little.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from policytag.patterns.location import builtin_patterns
from policytag.patterns.wordlists import read_word_list
from policytag.reading.folding import FoldedText
from policytag.structure import StructureRules, read_structure

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "docs" / "examples" / "chengxi-2025.txt"
COPIES = 40
ROUNDS = 15
MEGABYTE = 1_000_000
HOSTILE = {
    "headings": "一、工作\n",
    "headings of two levels": "一、工作\n(一)做法\n",
    "lines of one character": "字\n",
    "brackets": "(",
    "unclosed quotation marks": "“今年增长5%。",
    "years in quotation marks": "\"year\": '2024年'",
    "years": "2024年",
    "blanks": "  。x",
}


def best_seconds(texts: Sequence[FoldedText], rules: StructureRules, rounds: int = ROUNDS) -> float:
    """The sum of the shortest times of each text."""
    best = [float("inf")] * len(texts)
    for _ in range(rounds):
        for index, text in enumerate(texts):
            start = time.process_time()
            read_structure(text, rules)
            best[index] = min(best[index], time.process_time() - start)
    return sum(best)


def show(name: str, texts: Sequence[FoldedText], rules: StructureRules, rounds: int) -> None:
    """One line of the table."""
    size, seconds = sum(len(text.text) for text in texts), best_seconds(texts, rules, rounds)
    print(f"{name:30} {size:10,d} {seconds * 1e3:10.1f} {size / seconds / 1e6:8.2f}")


def main() -> None:
    folder = builtin_patterns() / "grammar"
    lists = {path.stem: tuple(read_word_list(path, "grammar")[0]) for path in folder.glob("*.txt")}
    rules = StructureRules.from_lists(lists)
    paths = sorted(Path(sys.argv[1]).rglob("*.txt")) if len(sys.argv) > 1 else [SAMPLE] * COPIES
    texts = [FoldedText(path.read_bytes().decode("utf-8")) for path in paths]
    print(f"{'text':30} {'characters':>10} {'ms':>10} {'M/s':>8}")
    show(f"{len(texts)} reports", texts, rules, ROUNDS)
    for name, piece in HOSTILE.items():
        show(name, [FoldedText(piece * (MEGABYTE // len(piece)))], rules, 1)


if __name__ == "__main__":
    main()
