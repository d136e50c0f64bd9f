"""How fast quantities are found, and that no text makes it slow.

usage: quantities.py [FOLDER_OF_TEXTS] [--json]

The tagger alone, texts already folded, in millions of characters a second of processor time (best of several rounds, and the first);
and one signal after the other repeated to 250,000 and to 1,000,000 characters: the last column says how much longer
four times the text takes. Without a folder the text is the sample report, repeated.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from policytag.analysis import Analysis
from policytag.patterns.location import builtin_patterns
from policytag.patterns.wordlists import read_word_list
from policytag.taggers.quantities import QuantityRules, find_quantities

ROOT = Path(__file__).parent.parent
SIGNALS = (
    "1234567890",
    "万",
    "一",
    ",",
    "1,",
    "1、",
    "1-",
    "1:",
    "1比",
    "123 ",
    "1万",
    "数",
    "第一、",
    "三年",
    "三次",
    "5家",
    "百分之",
    "“三个",
)
SMALL, LARGE = 250_000, 1_000_000


def rules() -> QuantityRules:
    """The grammar of the built-in lists."""
    folder = builtin_patterns() / "grammar"
    names = ("units", "quantity_hedges", "quantity_exclusions")
    return QuantityRules.from_lists({n: tuple(read_word_list(folder / f"{n}.txt", "grammar")[0]) for n in names})


def seconds(work: Callable[[], Any], rounds: int) -> float:
    """The best processor time of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def repeated(signal: str, length: int) -> Analysis:
    """A text of one signal over and over."""
    return Analysis((signal * (length // len(signal) + 1))[:length])


def main() -> None:
    """Measure and print."""
    folders = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    if folders:
        texts = [path.read_bytes().decode("utf-8") for path in sorted(Path(folders[0]).rglob("*.txt"))]
    else:
        texts = [(ROOT / "docs" / "examples" / "chengxi-2025.txt").read_text(encoding="utf-8")] * 200
    grammar = rules()
    analyses = [Analysis(text) for text in texts]

    def tag(some: list[Analysis]) -> int:
        return sum(len(find_quantities(a.folded, a.data, grammar)) for a in some)

    n = sum(map(len, texts))
    start = time.process_time()
    found = tag(analyses)
    first_speed = n / (time.process_time() - start) / 1e6
    speed = n / seconds(lambda: tag(analyses), 15) / 1e6
    signals = {}
    for signal in SIGNALS:
        small, large = ([repeated(signal, length)] for length in (SMALL, LARGE))
        signals[signal] = (seconds(lambda some=small: tag(some), 2), seconds(lambda some=large: tag(some), 1))
    if "--json" in sys.argv:
        speeds = {"million_per_second": speed, "first_million_per_second": first_speed}
        print(json.dumps({"characters": n, "quantities": found, **speeds, "signals": signals}))
        return
    print(f"{n:,} characters, {found:,} quantities: {speed:.1f} M characters/s, {first_speed:.1f} in the first round")
    for signal, (small_time, large_time) in signals.items():
        print(f"{signal:12} {small_time:7.3f} s {large_time:7.3f} s   × {large_time / max(small_time, 0.001):.1f}")


if __name__ == "__main__":
    main()
