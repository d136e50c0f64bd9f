"""policytag reads Chinese government work reports and gives typed, exact, explained annotations.

``annotate`` takes a text and gives a ``Report``; ``load`` gives the spaCy pipeline behind it.
"""

from __future__ import annotations

__version__ = "0.1.0"

from typing import TYPE_CHECKING, Any

from policytag.annotating import annotate
from policytag.annotations import (
    Annotation,
    Cue,
    Evidence,
    Fact,
    Indicator,
    Organization,
    PolicyTerm,
    Project,
    Quantity,
)
from policytag.batches import annotate_files, annotate_many
from policytag.errors import (
    ComponentError,
    Finding,
    MetaError,
    MissingExtraError,
    NotAnnotatedError,
    NotTextError,
    PatternError,
    PatternWarning,
    PolicyTagError,
    ReadError,
    TextTooLongError,
    UnitError,
)
from policytag.report import GlossaryEntry, Meta, PackInfo, Period, ProducedBy, Report, Section, Zone

if TYPE_CHECKING:
    from policytag.pipeline.loading import load
    from policytag.reading import Source, read

__all__ = [
    "Annotation",
    "ComponentError",
    "Cue",
    "Evidence",
    "Fact",
    "Finding",
    "GlossaryEntry",
    "Indicator",
    "Meta",
    "MetaError",
    "MissingExtraError",
    "NotAnnotatedError",
    "NotTextError",
    "Organization",
    "PackInfo",
    "PatternError",
    "PatternWarning",
    "Period",
    "PolicyTagError",
    "PolicyTerm",
    "ProducedBy",
    "Project",
    "Quantity",
    "ReadError",
    "Report",
    "Section",
    "Source",
    "TextTooLongError",
    "UnitError",
    "Zone",
    "__version__",
    "annotate",
    "annotate_files",
    "annotate_many",
    "load",
    "read",
]


def __getattr__(name: str) -> Any:
    # load brings spaCy in, read the file formats: both only when they are asked for.
    if name == "load":
        from policytag.pipeline.loading import load

        return load
    if name in ("read", "Source"):
        from policytag import reading

        return getattr(reading, name)
    raise AttributeError(f"module 'policytag' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
