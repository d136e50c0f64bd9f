"""docs/reference.md names everything that is public: functions with their parameters, classes with their fields, errors."""

from __future__ import annotations

import dataclasses
import inspect
import re
from typing import Any

import pytest
from pydantic import BaseModel

import policytag
from paths import ROOT

LINES = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8").splitlines()
PUBLIC = [name for name in policytag.__all__ if name != "__version__"]


def line_of(name: str) -> str:
    """The line of a table (or the paragraph) that begins with the name."""
    return next(line for line in LINES if re.match(rf"(?:\| )?`{name}\b", line))


def parts_of(public: Any) -> list[str]:
    """What a user of it writes: parameters, fields; of an error its code."""
    if inspect.isfunction(public):
        return list(inspect.signature(public).parameters)
    if issubclass(public, BaseModel):
        return list(public.model_fields)
    if dataclasses.is_dataclass(public):
        return [field.name for field in dataclasses.fields(public)]
    return [public.code] if issubclass(public, policytag.PolicyTagError) else []


@pytest.mark.parametrize("name", [name for name in PUBLIC if name != "PolicyTagError"])
def test_every_public_name(name: str) -> None:
    public, line = getattr(policytag, name), line_of(name)
    assert [part for part in parts_of(public) if not re.search(rf"\b{part}\b", line)] == []
    assert inspect.getdoc(public)


def test_no_name_that_is_gone() -> None:
    named = {found[1] for line in LINES if (found := re.match(r"\| `(\w+)", line))}
    assert named <= set(PUBLIC)
