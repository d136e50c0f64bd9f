"""What several tests share: the pipeline, the sample report, and the corpus where it is there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from spacy.language import Language

import policytag
from paths import CORPUS, ROOT, SAMPLE, corpus_files

_COMMON: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("policytag", max_examples=60, derandomize=True, **_COMMON)
settings.register_profile("random", max_examples=500, **_COMMON)  # other texts each time: HYPOTHESIS_PROFILE=random
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "policytag"))


def pytest_configure() -> None:
    """Python takes a compiled module whether or not its source has changed since: then the tests would say nothing."""
    for built in (ROOT / "src" / "policytag").rglob("*.so"):
        source = built.with_name(built.name.partition(".")[0] + ".py")
        if not source.exists() or source.stat().st_mtime > built.stat().st_mtime:
            raise pytest.UsageError(f"{source} was changed since it was compiled: `make compile` or `make pure`")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default pipeline."""
    return policytag.load()


@pytest.fixture(scope="session")
def sample() -> str:
    """The sample report of docs/examples."""
    return SAMPLE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def corpus() -> list[Path]:
    """Every text of the corpus; a test that needs it is skipped where it is not there."""
    files = corpus_files()
    if not files:
        pytest.skip(f"no corpus in {CORPUS}: set POLICYTAG_CORPUS to a folder of folders of .txt files")
    return files
