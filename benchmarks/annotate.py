"""How fast the whole pipeline is, step by step, and beside jieba's word cutting on the same texts in the same run.

usage: annotate.py [FOLDER_OF_TEXTS] [--json]

Without a folder the text is the sample report, again and again.
"""

from __future__ import annotations

import argparse
import json
import time
from functools import partial
from pathlib import Path

import policytag
from policytag.analysis import Analysis
from policytag.annotating import default_pipeline
from policytag.pipeline.components import StepComponent
from timing import allow_broken_pipes, beside_jieba, best_of_each, corpus, jieba_speed

ROUNDS = 3


def step_seconds(text: str) -> dict[str, float]:
    """The processor's time in each step for one text, the best of some rounds."""
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        before = time.process_time()
        analysis = Analysis(text)
        ends = {"folding": time.process_time()}
        for name, step in default_pipeline().pipeline:
            if isinstance(step, StepComponent):
                step.run(analysis)
                ends[name.removeprefix("policytag_")] = time.process_time()
        policytag.Report.from_data(text, dict(analysis.data))
        ends["report"] = time.process_time()
        for name, end in ends.items():
            best[name] = min(best.get(name, float("inf")), end - before)
            before = end
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    arguments = parser.parse_args()
    allow_broken_pipes()
    texts = corpus(arguments.folder)
    characters = sum(map(len, texts))
    policytag.annotate(texts[0])  # what is compiled when it is first needed
    jieba = jieba_speed(texts)
    of_each = [step_seconds(text) for text in texts]
    spent = {name: sum(times[name] for times in of_each) for name in of_each[0]}
    spent["annotate"] = best_of_each((partial(policytag.annotate, text) for text in texts), ROUNDS)
    speeds = {name: characters / seconds for name, seconds in spent.items()}
    if arguments.json:
        print(json.dumps({"characters": characters, "jieba": jieba, **speeds}))
        return
    print(f"{characters:,} characters in {len(texts)} texts")
    for name, speed in speeds.items():
        print(f"  {name:12} {beside_jieba(speed, jieba)}")


if __name__ == "__main__":
    main()
