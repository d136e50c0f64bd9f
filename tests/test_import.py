"""Importing policytag has no side effects and does not bring spaCy in."""

from __future__ import annotations

import subprocess
import sys

_IMPORT = """
import logging, sys, warnings
import numpy, pydantic  # numpy sets warning filters of its own
before = (list(warnings.filters), logging.root.handlers[:], set(sys.modules))
import policytag
assert (list(warnings.filters), logging.root.handlers[:]) == before[:2]
heavy = {"spacy", "typer", "rich", "trafilatura", "pypdfium2", "docx", "spacy_pkuseg"} & (set(sys.modules) - before[2])
assert not heavy, heavy
from spacy.tokens import Doc
assert not Doc.has_extension("policytag")
assert "load" in dir(policytag) and callable(policytag.load)
assert Doc.has_extension("policytag")
"""


def test_import_is_light_and_without_side_effects() -> None:
    done = subprocess.run([sys.executable, "-I", "-c", _IMPORT], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_public_names() -> None:
    import policytag

    for name in policytag.__all__:
        assert getattr(policytag, name) is not None
        assert name in dir(policytag)
