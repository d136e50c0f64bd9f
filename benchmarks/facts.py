"""How fast the facts step is alone, after the others, and that no text makes it slow.

usage: facts.py [FOLDER_OF_TEXTS] [--json]

Without a folder the text is the sample report, again and again.
"""

from __future__ import annotations

from policytag.analysis import Analysis
from policytag.annotating import default_pipeline
from policytag.facts import FactRules, read_facts
from policytag.pipeline.components import StepComponent
from timing import Work, repeated, run

HOSTILE = {
    "numbers only": "5.4%、",
    "one sentence without marks": "地区生产总值增长5.4%其中工业增加值增长6%",
    "names without numbers": "地区生产总值和工业增加值、",
    "bases of comparison": "比2010年增长5%,",
    "brackets": "(达到5亿元)",
    "dealt out": "收入、支出分别增长5%、6%,",
}
SIZES = 100_000, 400_000


def main() -> None:
    steps = [(name, step) for name, step in default_pipeline().pipeline if isinstance(step, StepComponent)]
    packs = dict(steps)["policytag_facts"].packs
    rules = FactRules.from_packs(packs.lists, packs.rows)

    def prepare(text: str) -> Work:
        analysis = Analysis(text)
        for name, step in steps:
            if name != "policytag_facts":
                step.run(analysis)
        return lambda: read_facts(analysis.folded, analysis.data, rules)

    hostile = {name: repeated(piece) for name, piece in HOSTILE.items()}
    hostile["empty cells before figures"] = lambda length: "\t" * (length // 4) + "1%\t" * (length // 4)
    run(__doc__, "facts", prepare, hostile, sizes=SIZES)


if __name__ == "__main__":
    main()
