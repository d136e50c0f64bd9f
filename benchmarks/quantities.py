"""How fast quantities are found, texts already folded, and that no text makes it slow.

usage: quantities.py [FOLDER_OF_TEXTS] [--json]

Without a folder the text is the sample report, again and again.
"""

from __future__ import annotations

from policytag.analysis import Analysis
from policytag.patterns.packs import load_packs
from policytag.taggers.quantities import QuantityRules, find_quantities
from timing import Work, repeated, run

SIGNALS = [
    "1234567890", "万", "一", ",", "1,", "1、", "1-", "1:", "1万", "数", "第一、", "三年", "三次", "5家", "百分之", "“三个",
]  # fmt: skip


def main() -> None:
    rules = QuantityRules.from_lists(load_packs().lists)

    def prepare(text: str) -> Work:
        analysis = Analysis(text)
        return lambda: find_quantities(analysis.folded, analysis.data, rules)

    run(__doc__, "quantities", prepare, {signal: repeated(signal) for signal in SIGNALS})


if __name__ == "__main__":
    main()
