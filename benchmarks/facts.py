"""Speed of the facts step alone over a folder of reports, and on degenerate texts.

usage: facts.py [FOLDER_OF_TEXTS] [--profile]

Without a folder the text is the sample report, repeated. The other steps run first and are not counted; the best of
three rounds counts. Prints millions of characters a second; on degenerate texts the seconds for a text and for one of
four times its length, which should be some four times as many.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import time
from pathlib import Path

from policytag.analysis import Analysis
from policytag.annotating import default_pipeline
from policytag.facts import FactRules, read_facts
from policytag.pipeline.components import StepComponent

ROOT = Path(__file__).parent.parent
ROUNDS = 3
DEGENERATE = {
    "numbers only": "5.4%、",
    "one sentence without marks": "地区生产总值增长5.4%其中工业增加值增长6%",
    "names without numbers": "地区生产总值和工业增加值、",
    "bases of comparison": "比2010年增长5%,",
    "brackets": "(达到5亿元)",
    "dealt out": "收入、支出分别增长5%、6%,",
}


def prepared(text: str) -> Analysis:
    """The analysis of a text before the facts step."""
    analysis = Analysis(text)
    for name, component in default_pipeline().pipeline:
        if isinstance(component, StepComponent) and name != "policytag_facts":
            component.run(analysis)
    return analysis


def rules() -> FactRules:
    """The rules of the built-in packs."""
    component = default_pipeline().get_pipe("policytag_facts")
    assert isinstance(component, StepComponent)
    return FactRules.from_packs(component.packs.lists, component.packs.rows)


def best(analyses: list[Analysis], compiled: FactRules) -> float:
    """Seconds for all of them, in the best round."""
    times = []
    gc.collect()
    gc.freeze()  # the analyses of a whole corpus in memory would make every collection dear
    for _ in range(ROUNDS):
        start = time.process_time()
        for analysis in analyses:
            read_facts(analysis.folded, analysis.data, compiled)
        times.append(time.process_time() - start)
    return min(times)


def main(folder: Path | None, profile: bool) -> None:
    """Measure and print."""
    compiled = rules()
    if folder:
        texts = [path.read_bytes().decode("utf-8") for path in sorted(folder.rglob("*.txt"))]
    else:
        texts = [(ROOT / "docs" / "examples" / "chengxi-2025.txt").read_text(encoding="utf-8")] * 100
    analyses = [prepared(text) for text in texts]
    if profile:
        profiler = cProfile.Profile()
        profiler.enable()
        for analysis in analyses:
            read_facts(analysis.folded, analysis.data, compiled)
        profiler.disable()
        pstats.Stats(profiler).sort_stats("tottime").print_stats(25)
        return
    characters = sum(map(len, texts))
    quantities = sum(a["type"] == "QUANTITY" for analysis in analyses for a in analysis.data["annotations"])
    spent = best(analyses, compiled)
    print(f"{characters:,} characters, {quantities:,} quantities: {characters / spent / 1e6:.1f} M characters/s")
    for name, piece in DEGENERATE.items():
        seconds = [best([prepared(piece * (size // len(piece)))], compiled) for size in (100_000, 400_000)]
        print(f"{name:28} {seconds[0]:.3f} s, four times as long {seconds[1]:.3f} s")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--profile", action="store_true")
    arguments = parser.parse_args()
    main(arguments.folder, arguments.profile)
