"""How fast policy terms are found, after the structure is known, and that no text makes it slow.

usage: terms.py [FOLDER_OF_TEXTS] [--json]

Without a folder the text is the sample report, again and again.
"""

from __future__ import annotations

from policytag.patterns.packs import load_packs
from policytag.reading.folding import FoldedText
from policytag.structure import StructureRules, read_structure
from policytag.taggers.terms import TermRules, find_terms
from timing import Work, repeated, run


def new_names(length: int) -> str:
    """Quoted names of which no two are the same."""
    pairs = ((chr(0x4E00 + i % 9973), chr(0x4E00 + i % 9967)) for i in range(length // 9))
    return "".join(f"“{first}{second}云溪”工程," for first, second in pairs)


HOSTILE = {
    "opening marks": repeated("“"),
    "one quotation": repeated("“双倍增”"),
    "one row of quotations": repeated("“甲乙丙丁”、"),
    "new names": new_names,
    "official ends": repeated("实施三年行动和"),
    "counted campaigns": repeated("十大"),
}


def main() -> None:
    lists = load_packs().lists
    rules, structure_rules = TermRules.from_lists(lists), StructureRules.from_lists(lists)

    def prepare(text: str) -> Work:
        folded = FoldedText(text)
        structure = read_structure(folded, structure_rules)
        return lambda: find_terms(folded, structure, rules)

    run(__doc__, "terms", prepare, HOSTILE)


if __name__ == "__main__":
    main()
