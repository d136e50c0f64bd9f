"""Where the tests find things."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "docs" / "examples" / "chengxi-2025.txt"
CORPUS = Path(os.environ.get("POLICYTAG_CORPUS", ROOT.parent / "shared" / "corpus"))


def corpus_files() -> list[Path]:
    """Every text of the corpus; empty where it is not there."""
    return sorted(CORPUS.glob("*/*.txt"))
