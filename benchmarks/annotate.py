"""How fast the whole pipeline is, step by step, and beside jieba's word cutting.

A machine that others use as well is twice as fast in one minute as in the next: so jieba, the steps and the whole take turns,
text by text.

usage: annotate.py [FOLDER_OF_TEXTS] [--json]

Without a folder the text is the sample report, again and again.
"""

from __future__ import annotations

import argparse
import gc
import json
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import policytag
from policytag.analysis import Analysis
from policytag.annotating import default_pipeline
from policytag.pipeline.components import StepComponent
from timing import allow_broken_pipes, beside_jieba, corpus, jieba_cut, seconds

ROUNDS = 3
_Cut = Callable[[str], object]


def one_round(text: str, cut: _Cut | None) -> Iterator[tuple[str, float]]:
    """The processor's time for jieba's cutting, for each step, and for the whole."""
    if cut is not None:
        yield "jieba", seconds(partial(cut, text))
    before = time.process_time()
    analysis = Analysis(text)
    yield "folding", time.process_time() - before
    for name, step in default_pipeline().pipeline:
        if isinstance(step, StepComponent):
            yield name.removeprefix("policytag_"), seconds(partial(step.run, analysis))
    yield "report", seconds(partial(policytag.Report.from_data, text, dict(analysis.data)))
    yield "annotate", seconds(partial(policytag.annotate, text))


def best_seconds(text: str, cut: _Cut | None) -> dict[str, float]:
    """The best of some rounds for each."""
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, spent in one_round(text, cut):
            best[name] = min(best.get(name, float("inf")), spent)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    arguments = parser.parse_args()
    allow_broken_pipes()
    texts, cut = corpus(arguments.folder), jieba_cut()
    characters = sum(map(len, texts))
    policytag.annotate(texts[0])  # what is compiled when it is first needed
    gc.collect()
    gc.freeze()  # the collector would look through jieba's dictionary for the steps, and through the packs for jieba
    of_each = [best_seconds(text, cut) for text in texts]
    speeds = {name: characters / sum(times[name] for times in of_each) for name in of_each[0]}
    jieba = speeds.pop("jieba", None)
    if arguments.json:
        print(json.dumps({"characters": characters, "jieba": jieba, **speeds}))
        return
    print(f"{characters:,} characters in {len(texts)} texts")
    for name, speed in speeds.items():
        print(f"  {name:12} {beside_jieba(speed, jieba)}")


if __name__ == "__main__":
    main()
