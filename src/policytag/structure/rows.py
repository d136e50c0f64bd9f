"""Named tuples, made many at a time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat
from typing import Any, TypeVar

Row = TypeVar("Row", bound=tuple[Any, ...])


def rows(kind: type[Row], *columns: Iterable[Any]) -> list[Row]:
    """``kind(*row)`` for each row of some columns, without a call of Python code for each."""
    return list(map(tuple.__new__, repeat(kind), zip(*columns, strict=True)))
