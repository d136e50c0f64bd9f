"""How fast names are found, texts already folded, and that no text makes it slow.

usage: names.py [FOLDER_OF_TEXTS] [--json]

Without a folder the text is the sample report, again and again.
"""

from __future__ import annotations

from policytag.analysis import Analysis
from policytag.patterns.packs import load_packs
from policytag.taggers.names import NameRules, find_names
from timing import Work, repeated, run

SIGNALS = [
    "局", "项目", "、", "等", "和", "“", "(", "市", "甲乙水库", "水库、", "推进甲乙水库、", "甲乙电子、丙丁科技等企业，", "区医院",
    "甲乙丙，",
]  # fmt: skip


def main() -> None:
    rules = NameRules.from_lists(load_packs().lists)

    def prepare(text: str) -> Work:
        analysis = Analysis(text)
        return lambda: find_names(analysis.folded, analysis.data, rules)

    hostile = {signal: repeated(signal) for signal in SIGNALS}
    hostile["digits after a name"] = lambda length: f"甲乙公园{repeated('2024')(length)}投入使用"
    run(__doc__, "names", prepare, hostile)


if __name__ == "__main__":
    main()
