"""Print the scores on the shared gold and, beside them, on the fresh annotations: spans by type, then facts by column.

usage: scores.py SHARED_DIR
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

FRESH = Path(__file__).parent


def run(script: Path, *arguments: Path | str) -> dict[str, Any]:
    """The JSON that a scoring script prints."""
    command = [sys.executable, str(script), *map(str, arguments), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr or done.stdout)
    return dict(json.loads(done.stdout))


def main(shared: Path) -> None:
    """Print both tables."""
    annotation, reports = shared / "annotation", shared / "corpus" / "reports"
    gold = run(annotation / "score.py", annotation / "gold")
    fresh = run(annotation / "score.py", FRESH / "spans", "--texts", reports)
    print(f"{'':14}{'---- gold ----':^28}{'---- fresh ---':^28}")
    print(f"{'type':14}" + f"{'P':>7} {'R':>7} {'F1':>7} {'n':>5} " * 2)
    for label in gold:
        cells = [
            f"{table[label]['precision']:7.3f} {table[label]['recall']:7.3f} {table[label]['f1']:7.3f} "
            f"{table[label]['tp'] + table[label]['fn']:5}"
            for table in (gold, fresh)
        ]
        print(f"{label:14}" + " ".join(cells))
    gold = run(annotation / "score_facts.py", annotation / "facts", shared / "corpus" / "seeds")
    fresh = run(annotation / "score_facts.py", FRESH / "facts", reports)
    print(f"\n{'facts':18} {'gold':>8} {'fresh':>8}")
    for column in gold:
        print(f"{column:18} {gold[column]:8} {fresh[column]:8}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    if not (folder / "annotation" / "score.py").is_file():
        sys.exit(f"{folder}: no gold data there; name the folder that holds annotation/ and corpus/")
    main(folder)
