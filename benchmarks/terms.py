"""How fast the terms tagger is, and whether it stays linear on texts made to hurt.

usage: terms.py [FOLDER_OF_TEXTS]

Without a folder the text is the sample report, repeated. Prints millions of characters a second (processor time, one core), and
for each hostile text the time of a megabyte over that of a tenth of it: about ten is linear.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from policytag.analysis import empty_structure
from policytag.patterns.packs import load_packs
from policytag.reading.folding import FoldedText
from policytag.structure import StructureRules, read_structure
from policytag.taggers.terms import TermRules, find_terms

ROOT = Path(__file__).parent.parent
ROUNDS = 9
HOSTILE: dict[str, Callable[[int], str]] = {
    "opening marks": lambda n: "“" * n,
    "one quotation": lambda n: "“双倍增”" * (n // 5),
    "one row of quotations": lambda n: "“甲乙丙丁”、" * (n // 7),
    "new names": lambda n: "".join(
        f"“{chr(0x4E00 + i % 9973)}{chr(0x4E00 + i % 9967)}云溪”工程," for i in range(n // 9)
    ),
    "official ends": lambda n: "实施三年行动和" * (n // 7),
    "counted campaigns": lambda n: "十大" * (n // 2),
}


def texts(folder: str | None) -> list[str]:
    """The texts to search."""
    if folder:
        return [path.read_bytes().decode("utf-8") for path in sorted(Path(folder).rglob("*.txt"))]
    return [(ROOT / "docs" / "examples" / "chengxi-2025.txt").read_text(encoding="utf-8")] * 200


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The best processor time of a few rounds, in seconds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def main(folder: str | None) -> None:
    """Measure and print."""
    lists = load_packs().lists
    rules, structure_rules = TermRules.from_lists(lists), StructureRules.from_lists(lists)
    folded = [FoldedText(text) for text in texts(folder)]
    reports = [(text, read_structure(text, structure_rules)) for text in folded]
    characters = sum(len(text.text) for text in folded)
    spent = seconds(lambda: [find_terms(text, structure, rules) for text, structure in reports])
    print(f"terms: {characters / spent / 1e6:.1f} million characters a second")
    empty = empty_structure()
    for name, make in HOSTILE.items():
        small, large = (FoldedText(make(n)) for n in (100_000, 1_000_000))
        times = [seconds(lambda text=text: find_terms(text, empty, rules), 3) for text in (small, large)]  # type: ignore[misc]
        print(f"{name}: {times[1]:.2f} s a megabyte, {times[1] / times[0]:.1f} times a tenth of it")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
