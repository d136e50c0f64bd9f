"""The errors that policytag raises: each one clear sentence that says what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


class PolicyTagError(Exception):
    """Base of every error of the library.

    Attributes:
        code: a short stable name of the kind of error, such as ``text-too-long``.
        index: position (0-based) of the text in a batch, set by ``annotate_many``; None elsewhere.
        source: path or id of the text that was being read, where known.
    """

    code = "error"

    def __init__(self, message: str, *, index: int | None = None, source: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.index = index
        self.source = source

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> tuple[Any, ...]:
        # Errors cross process borders in annotate_many: rebuild without calling a subclass's own signature.
        return _rebuild, (type(self), self.args, self.__dict__)


def _rebuild(cls: type[Exception], args: tuple[Any, ...], state: dict[str, Any]) -> Exception:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class NotTextError(PolicyTagError, TypeError):
    """What was given as a text is neither a string nor a Source, or holds half a character."""

    code = "not-text"


class MetaError(PolicyTagError, ValueError):
    """What the caller says of a report (``meta``) has an unknown field, or a value that the field cannot have."""

    code = "meta"


class TextTooLongError(PolicyTagError):
    """The text is longer than the pipeline's limit; the message names the limit and the setting."""

    code = "text-too-long"


class ReadError(PolicyTagError):
    """A file or byte string cannot be read as a report's text."""

    code = "unreadable"


class MissingExtraError(PolicyTagError):
    """An optional dependency is not installed, or cannot be imported; the message names the extra to install, or says why."""

    code = "missing-extra"


class NotAnnotatedError(PolicyTagError):
    """What was asked for is not there.

    A pipeline has no policytag components, or has them in an order in which one misses what another finds; a Doc has no
    policytag data, a report no trace.
    """

    code = "not-annotated"


class ComponentError(PolicyTagError):
    """A component of the pipeline failed on one text of many; ``__cause__`` is what it raised (in this process)."""

    code = "component"


class UnitError(PolicyTagError):
    """A quantity cannot be converted: the unit is unknown, or of another dimension."""

    code = "unit"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong (or worth knowing) in a pattern file.

    Attributes:
        path: the file, as given by the user; "" where the finding is about none.
        line: 1-based line number; 0 where the finding is about the whole file or folder.
        row_id: id of the row, or "" where there is none.
        code: stable name of the kind of finding, such as ``unknown-key``.
        severity: ``error``, ``warning`` or ``info``.
        message: what is wrong, with the bad value.
        advice: what to write instead.
    """

    path: str
    line: int
    row_id: str
    code: str
    severity: str
    message: str
    advice: str

    def __str__(self) -> str:
        if not self.path:
            return f"{self.message} → {self.advice}"
        line = f":{self.line}" if self.line else ""
        name = f" {self.row_id}:" if self.row_id else ""
        return f"{self.path}{line}: {self.severity}:{name} {self.message} [{self.code}] → {self.advice}"


class PatternError(PolicyTagError):
    """Packs hold errors, and nothing of them was loaded; or what was given makes no row.

    Attributes:
        findings: every error that was found, in file and line order.
    """

    code = "pattern"

    def __init__(self, findings: list[Finding] | tuple[Finding, ...], outcome: str | None = None) -> None:
        self.findings = tuple(findings)
        n = len(self.findings)
        head = outcome or f"{n} error{'s' if n != 1 else ''} in pattern files; nothing was loaded"
        gap = " " if outcome and n == 1 else "\n"
        super().__init__(f"{head}:{gap}" + "\n".join(map(str, self.findings)))


class PatternWarning(UserWarning):
    """Packs hold what is probably not meant; their rows count all the same. Given once, when the packs are loaded.

    Attributes:
        findings: every warning, in file and line order; the message shows the first ones.
    """

    shown = 5

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        n = len(self.findings)
        lines = [f"{n} warning{'s' if n != 1 else ''} in pattern files (all was loaded):"]
        lines += map(str, self.findings[: self.shown])
        lines += [f"… and {n - self.shown} more: see policytag check"] if n > self.shown else []
        super().__init__("\n".join(lines))

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)
