"""How fast names are found, and that no text makes it slow.

usage: names.py [FOLDER_OF_TEXTS] [--json]

The tagger alone, texts already folded, in millions of characters a second of processor time (best of several rounds for each text);
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
from policytag.taggers.names import NameRules, find_names

ROOT = Path(__file__).parent.parent
SIGNALS = (
    "局",
    "项目",
    "、",
    "等",
    "和",
    "“",
    "(",
    "市",
    "甲乙水库",
    "水库、",
    "推进甲乙水库、",
    "甲乙电子、丙丁科技等企业，",
    "区医院",
    "甲乙丙，",
)
SMALL, LARGE = 250_000, 1_000_000


def rules() -> NameRules:
    """The rules of the built-in lists."""
    folder = builtin_patterns() / "grammar"
    return NameRules.from_lists({path.stem: tuple(read_word_list(path, "grammar")[0]) for path in folder.glob("*.txt")})


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
    compiled = rules()
    analyses = [Analysis(text) for text in texts]

    def tag(some: list[Analysis]) -> int:
        return sum(len(find_names(a.folded, a.data, compiled)) for a in some)

    n = sum(map(len, texts))
    found = tag(analyses)
    speed = n / sum(seconds(lambda one=one: tag([one]), 5) for one in analyses) / 1e6
    signals = {}
    for signal in SIGNALS:
        small, large = ([repeated(signal, length)] for length in (SMALL, LARGE))
        signals[signal] = (seconds(lambda some=small: tag(some), 2), seconds(lambda some=large: tag(some), 1))
    if "--json" in sys.argv:
        print(json.dumps({"characters": n, "names": found, "million_per_second": speed, "signals": signals}))
        return
    print(f"{n:,} characters, {found:,} names: {speed:.1f} M characters/s")
    for signal, (small_time, large_time) in signals.items():
        print(f"{signal:12} {small_time:7.3f} s {large_time:7.3f} s   × {large_time / max(small_time, 0.001):.1f}")


if __name__ == "__main__":
    main()
