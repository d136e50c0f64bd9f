"""How fast the structure step is, text given and folded, and that no text makes it slow.

usage: structure.py [FOLDER_OF_TEXTS] [--json]

Without a folder the text is the sample report, again and again.
"""

from __future__ import annotations

from policytag.patterns.packs import load_packs
from policytag.reading.folding import FoldedText
from policytag.structure import StructureRules, read_structure
from timing import Work, repeated, run

HOSTILE = {
    "headings": "一、工作\n",
    "headings of two levels": "一、工作\n(一)做法\n",
    "lines of one character": "字\n",
    "brackets": "(",
    "unclosed quotation marks": "“今年增长5%。",
    "years in quotation marks": "\"year\": '2024年'",
    "years": "2024年",
    "blanks": "  。x",
}


def main() -> None:
    rules = StructureRules.from_lists(load_packs().lists)

    def prepare(text: str) -> Work:
        folded = FoldedText(text)
        return lambda: read_structure(folded, rules)

    run(__doc__, "structure", prepare, {name: repeated(piece) for name, piece in HOSTILE.items()})


if __name__ == "__main__":
    main()
