"""What the benchmarks of the steps share: texts, the best time of some rounds, texts made to hurt, and the figures printed.

Times are of the processor, not of the clock, and of each text the best of some rounds counts: other work on the machine
disturbs little. As machines differ, each figure stands beside that of ``jieba.cut`` on the same texts in the same run.
"""

from __future__ import annotations

import argparse
import gc
import json
import signal
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "chengxi-2025.txt"
COPIES = 40
ROUNDS = 9
SIZES = 250_000, 1_000_000

Work = Callable[[], object]
Prepare = Callable[[str], Work]
"""What is to be measured of a text; what has to be done before does not count."""


def corpus(folder: Path | None) -> list[str]:
    """The texts of a folder; without one the sample report again and again."""
    if folder is None:
        return [SAMPLE.read_text(encoding="utf-8")] * COPIES
    return [path.read_bytes().decode("utf-8") for path in sorted(folder.rglob("*.txt"))]


def seconds(work: Work) -> float:
    """The processor's time for some work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def best_of_each(works: Iterable[Work], rounds: int = ROUNDS) -> float:
    """The sum of the shortest time of each."""
    gc.collect()
    gc.freeze()  # what a whole corpus holds in memory would make every collection dear
    return sum(min(seconds(work) for _ in range(rounds)) for work in works)


def repeated(piece: str) -> Callable[[int], str]:
    """What makes a text of a given length from a piece."""
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def jieba_cut() -> Callable[[str], object] | None:
    """``jieba.cut`` as a function that does all its work at once, its dictionary read; None where jieba is not installed."""
    try:
        import jieba  # type: ignore[import-untyped]
    except ImportError:
        return None
    jieba.setLogLevel("ERROR")
    jieba.initialize()
    cut: Callable[[str], object] = jieba.lcut
    return cut


def jieba_speed(texts: list[str]) -> float | None:
    """Characters a second that ``jieba.cut`` goes through; None where jieba is not installed."""
    cut = jieba_cut()
    if cut is None:
        return None
    spent = best_of_each((partial(cut, text) for text in texts), 2)
    return sum(map(len, texts)) / spent


def beside_jieba(speed: float, jieba: float | None) -> str:
    """Characters a second, for people."""
    ratio = f"{speed / jieba:.1f} times jieba.cut" if jieba else "jieba is not installed: no comparison"
    return f"{speed / 1e6:.2f} M characters/s, {ratio}"


def allow_broken_pipes() -> None:
    """End without a traceback when the reader of the output goes away (``| head``)."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def run(
    page: str | None,
    name: str,
    prepare: Prepare,
    hostile: Mapping[str, Callable[[int], str]],
    *,
    sizes: tuple[int, int] = SIZES,
) -> None:
    """The command line of a benchmark: speed over the texts of a folder, then the time of hostile texts of two lengths.

    Args:
        page: the help.
        name: what is measured.
        prepare: the work on one text.
        hostile: what makes texts of a given length.
        sizes: of the hostile texts.
    """
    parser = argparse.ArgumentParser(description=page, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    arguments = parser.parse_args()
    allow_broken_pipes()
    texts = corpus(arguments.folder)
    characters, works = sum(map(len, texts)), [prepare(text) for text in texts]
    first = characters / sum(map(seconds, works))
    speed, jieba = characters / best_of_each(works), jieba_speed(texts)
    if not arguments.json:
        print(
            f"{name}, {characters:,} characters: {beside_jieba(speed, jieba)}; {first / 1e6:.2f} M in the first round"
        )
        print(f"{'hostile text':40} {sizes[0]:>12,} {sizes[1]:>12,}")
    growth = {}
    for kind, make in hostile.items():
        short, long = (best_of_each([prepare(make(size))], 2) for size in sizes)
        growth[kind] = short, long
        if not arguments.json:
            print(f"{kind:40} {short:10.3f} s {long:10.3f} s  × {long / max(short, 1e-3):.1f}", flush=True)
    if arguments.json:
        figures = {"characters": characters, "characters_a_second": speed, "first": first, "jieba": jieba}
        print(json.dumps({"name": name, **figures, "hostile": growth}, ensure_ascii=False))
