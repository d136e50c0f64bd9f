"""How fast the whole pipeline is, step by step, and beside jieba's word cutting on the same text in the same run.

usage: annotate.py [FOLDER_OF_TEXTS] [--json]

Without a folder the text is the sample report, repeated. Prints millions of characters a second; the ratios compare figures of one run.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import policytag
from policytag.analysis import Analysis
from policytag.annotating import default_pipeline

ROOT = Path(__file__).parent.parent
ROUNDS = 3


def texts(folder: str | None) -> list[str]:
    """The texts to annotate."""
    if folder:
        return [path.read_bytes().decode("utf-8") for path in sorted(Path(folder).rglob("*.txt"))]
    return [(ROOT / "docs" / "examples" / "chengxi-2025.txt").read_text(encoding="utf-8")] * 200


def seconds(work: Callable[[], Any]) -> float:
    """The best time of a few rounds, in seconds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def step_seconds(all_texts: list[str]) -> Counter[str]:
    """Seconds in each step, over all texts."""
    spent: Counter[str] = Counter()
    for text in all_texts:
        start = time.perf_counter()
        analysis = Analysis(text)
        spent["folding"] += time.perf_counter() - start
        for name, component in default_pipeline().pipeline:
            start = time.perf_counter()
            component.run(analysis)
            spent[name.removeprefix("policytag_")] += time.perf_counter() - start
        start = time.perf_counter()
        policytag.Report.from_data(text, analysis.data)
        spent["report"] += time.perf_counter() - start
    return spent


def main(folder: str | None, as_json: bool) -> None:
    """Measure and print."""
    all_texts = texts(folder)
    characters = sum(map(len, all_texts))
    policytag.annotate(all_texts[0])
    rates = {name: characters / spent / 1e6 for name, spent in step_seconds(all_texts).items()}
    rates["annotate"] = characters / seconds(lambda: list(policytag.annotate_many(all_texts))) / 1e6
    try:
        import jieba
    except ImportError:
        print("jieba is not installed: no comparison", file=sys.stderr)
    else:
        jieba.setLogLevel("ERROR")
        jieba.initialize()
        rates["jieba.cut"] = characters / seconds(lambda: [list(jieba.cut(text)) for text in all_texts]) / 1e6
        rates["annotate / jieba.cut (ratio)"] = rates["annotate"] / rates["jieba.cut"]
    if as_json:
        print(json.dumps({"characters": characters, **rates}))
        return
    print(f"{characters:,} characters in {len(all_texts)} texts; millions of characters a second:")
    for name, rate in rates.items():
        print(f"  {name:30} {rate:8.2f}")


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "--json"]
    main(arguments[0] if arguments else None, "--json" in sys.argv)
