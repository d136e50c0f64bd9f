"""Packs written on the fly."""

import json
from pathlib import Path

import pytest


@pytest.fixture
def make_pack(tmp_path):
    """Write rows (dicts, or lines as they are) into a pack's file and give the pack's folder."""

    def make(rows, name="mine", file="policy_terms.jsonl"):
        folder = Path(tmp_path) / name
        folder.mkdir(exist_ok=True)
        lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
        (folder / file).write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        return folder

    return make
