"""Speed of policytag_ruler beside spaCy's entity_ruler: both in one run, on the same Doc objects.

    python benchmarks/ruler.py [--json FILE] [--characters N] [--corpus DIR] [--quick]

The text is made by a generator, and where a corpus is there (default: POLICYTAG_CORPUS, else ../shared/corpus beside the
checkout) as much again is taken from it. Each table line gives characters per second of processor time of the component
alone (matching and writing doc.ents), best of several runs. The rows are made of the generator's words; the first hundred are among
the rows of every size. What both rulers find is compared by offsets.
"""

import argparse
import itertools
import json
import os
import platform
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import spacy
from spacy.tokens import Doc

SYLLABLES = (
    "双城数产乡村智治园区创新高质绿色交通水利民生教育医疗金融开放协同枢纽平台走廊中心基地示范提升改革服务体系治理能力"
)
ENDINGS = ("行动", "工程", "计划", "体系", "机制", "改革", "平台", "中心", "大桥", "新区")
FILLERS = (
    "推进",
    "实施",
    "加快",
    "完成",
    "同比增长",
    "达到",
    "建成",
    "全面",
    "着力",
    "和",
    "的",
    "在",
    "对",
    "将",
    "年",
)
CORPUS = Path(os.environ.get("POLICYTAG_CORPUS", Path(__file__).resolve().parents[2] / "shared" / "corpus"))


def terms(n: int, seed: int = 1) -> list[str]:
    """Distinct made-up terms of four to eight characters."""
    rng = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < n:
        found["".join(rng.choices(SYLLABLES, k=rng.randint(2, 6))) + rng.choice(ENDINGS)] = None
    return list(found)


def made_up_text(n: int, seed: int = 2) -> str:
    """A text of n characters: clauses of filler words, figures, and now and then one of the first hundred terms."""
    rng = random.Random(seed)
    known = terms(100)
    pieces: list[str] = []
    size = 0
    while size < n:
        clause = [rng.choice(FILLERS) for _ in range(rng.randint(3, 8))]
        clause.insert(rng.randrange(len(clause)), "".join(rng.choices(SYLLABLES, k=rng.randint(2, 6))))
        if rng.random() < 0.4:
            clause.insert(rng.randrange(len(clause)), rng.choice(known))
        if rng.random() < 0.5:
            clause.append(f"{rng.randint(1, 9999)}{rng.choice(['亿元', '公里', '个', '%'])}")
        pieces.append("".join(clause) + rng.choice("，，，。；\n"))
        size += len(pieces[-1])
    return "".join(pieces)[:n]


def corpus_text(n: int, folder: Path) -> str:
    """The first n characters of the corpus's reports, or nothing."""
    files = sorted((folder / "reports").glob("*.txt")) if folder.is_dir() else []
    return "".join(itertools.islice((path.read_text(encoding="utf-8") for path in files), 8))[:n]


def string_rows(n: int) -> list[dict]:
    return [{"label": "POLICY_TERM", "pattern": term, "id": f"term.{i}"} for i, term in enumerate(terms(n))]


def token_rows(n: int) -> list[dict]:
    """Patterns of eight shapes over the characters of made-up terms."""
    return [{"label": "POLICY_TERM", "pattern": _shape(i, term), "id": f"token.{i}"} for i, term in enumerate(terms(n))]


def _shape(i: int, term: str) -> list[dict]:
    tokens = [{"TEXT": character} for character in term]
    first, second, last = tokens[0], tokens[1], tokens[-1]
    shapes = [
        tokens,
        [*tokens[:-2], {"TEXT": {"IN": list("行工计体机")}}, {"IS_ALPHA": True}],
        [*tokens[:2], {"IS_PUNCT": True, "OP": "?"}, *tokens[2:]],
        [{"IS_DIGIT": True}, {"TEXT": {"REGEX": "^[亿个公]"}}, first, second],
        [first, second, {"TEXT": {"NOT_IN": ["，", "。"]}, "OP": "{0,2}"}, last],
        [{"TEXT": "第", "OP": "?"}, *({"LOWER": character} for character in term)],
        [first, {"LENGTH": 1}, {"TEXT": {"FUZZY1": term[2]}}, last],
        [*tokens[:3], {"IS_DIGIT": True, "OP": "+"}, {"TEXT": {"IN": ["个", "年"]}}],
    ]
    return shapes[i % len(shapes)]


def build(nlp: spacy.Language, factory: str, rows: list[dict]) -> tuple[object, float]:
    """A ruler with its rows, ready to match; and the seconds that took."""
    if factory in nlp.pipe_names:
        nlp.remove_pipe(factory)
    ruler = nlp.add_pipe(factory)
    begun = time.process_time()
    ruler.add_patterns(rows)
    ruler(nlp.make_doc("一"))  # whatever is compiled on first use
    return ruler, time.process_time() - begun


def speed(ruler: object, docs: list[Doc], repeats: int) -> float:
    """Characters per second, best of several runs."""
    best = float("inf")
    for _ in range(repeats):
        for doc in docs:
            doc.ents = []
        begun = time.process_time()
        for doc in docs:
            ruler(doc)
        best = min(best, time.process_time() - begun)
    return sum(len(doc.text) for doc in docs) / best


def offsets(docs: list[Doc]) -> list[list[tuple[int, int]]]:
    return [[(ent.start_char, ent.end_char) for ent in doc.ents] for doc in docs]


def compare(nlp: spacy.Language, kind: str, rows: list[dict], docs: list[Doc], with_spacys: bool) -> dict:
    """One line of the table."""
    ours, seconds = build(nlp, "policytag_ruler", rows)
    line = {"patterns": kind, "rows": len(rows), "policytag_ruler": speed(ours, docs, 9), "load_seconds": seconds}
    found = offsets(docs)
    line["entities"] = sum(map(len, found))
    if with_spacys:
        spacys, line["spacy_load_seconds"] = build(nlp, "entity_ruler", rows)
        line["entity_ruler"] = speed(spacys, docs, 1 if len(rows) > 100 and kind == "token" else 3)
        line["times_faster"] = line["policytag_ruler"] / line["entity_ruler"]
        line["same_offsets"] = offsets(docs) == found
    return line


def memory(n: int) -> float:
    """MiB that n string rows, loaded from a file and used once, add to the peak of a process with a bare pipeline."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in string_rows(n))
        peaks = []
        for argument in ("", str(path)):
            command = [sys.executable, str(Path(__file__).resolve()), "--peak", argument]
            peaks.append(float(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    return peaks[1] - peaks[0]


def peak(path: str) -> float:
    """MiB at the peak of this process with a ruler of these rows ("" for none)."""
    nlp = spacy.blank("zh")
    ruler = nlp.add_pipe("policytag_ruler")
    if path:
        ruler.from_disk(path)
        ruler(nlp.make_doc(made_up_text(2000)))
    status = Path("/proc/self/status")
    if status.exists():  # getrusage would count what the parent process held when it forked
        return int(re.search(r"VmHWM:\s*(\d+) kB", status.read_text())[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


def print_table(lines: list[dict]) -> None:
    print(
        f"{'patterns':9} {'rows':>8} {'policytag_ruler':>16} {'entity_ruler':>13} {'times':>6} {'load s':>7} {'entities':>9} same"
    )
    for line in lines:
        theirs = f"{line['entity_ruler']:13,.0f} {line['times_faster']:6.1f}" if "entity_ruler" in line else " " * 20
        print(
            f"{line['patterns']:9} {line['rows']:8,} {line['policytag_ruler']:16,.0f} {theirs} {line['load_seconds']:7.2f}"
            f" {line['entities']:9,} {line.get('same_offsets', '')}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument("--characters", type=int, default=20_000, help="of made-up text, and again of the corpus")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--quick", action="store_true", help="leave out the sizes at which spaCy's ruler takes minutes")
    parser.add_argument("--peak", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peak is not None:
        print(peak(options.peak))
        return
    nlp = spacy.blank("zh")
    texts = [made_up_text(options.characters), corpus_text(options.characters, options.corpus)]
    docs = [nlp.make_doc(text) for text in texts if text]
    lines = [
        compare(nlp, "string", string_rows(n), docs, with_spacys=n <= 10_000 or not options.quick)
        for n in (100, 1_000, 10_000, 100_000)
    ]
    lines += [
        compare(nlp, "token", token_rows(n), docs, with_spacys=n <= (400 if options.quick else 2_000))
        for n in (100, 400, 2_000, 10_000)
    ]
    print_table(lines)
    pace = {(line["patterns"], line["rows"]): line["policytag_ruler"] for line in lines}
    summary = {
        "string: cost of 100,000 rows over 100 (< 2)": pace["string", 100] / pace["string", 100_000],
        "string: seconds to load 100,000 rows (< 3)": next(x["load_seconds"] for x in lines if x["rows"] == 100_000),
        "string: MiB of 100,000 rows (< 200)": memory(100_000),
        "token: cost of 10,000 rows over 100 (< 3)": pace["token", 100] / pace["token", 10_000],
        "token: 400 rows, times entity_ruler (>= 10)": next(
            x["times_faster"] for x in lines if (x["patterns"], x["rows"]) == ("token", 400)
        ),
    }
    if not options.quick:
        summary["token: 2,000 rows, times entity_ruler (>= 30)"] = next(
            x["times_faster"] for x in lines if (x["patterns"], x["rows"]) == ("token", 2_000)
        )
    for name, value in summary.items():
        print(f"{name}: {value:.2f}")
    if options.json:
        machine = {"python": platform.python_version(), "spacy": spacy.__version__, "machine": platform.machine()}
        figures = {
            "machine": machine,
            "texts": [len(text) for text in texts if text],
            "lines": lines,
            "summary": summary,
        }
        options.json.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
