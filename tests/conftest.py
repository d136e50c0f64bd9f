"""What several tests share: the pipeline, the sample report, and the corpus where it is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from spacy.language import Language

import policytag
from paths import CORPUS, SAMPLE, corpus_files

settings.register_profile(
    "policytag", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.load_profile("policytag")


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
