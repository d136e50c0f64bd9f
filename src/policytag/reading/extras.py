"""The error for a library that reads one kind of file and is not there, or is there and broken."""

from __future__ import annotations

from policytag.errors import MissingExtraError

IMPORT_ERRORS = (ImportError, OSError)
"""What importing a library raises that is missing, clashes with another one, or whose shared library cannot be loaded."""


def missing_extra(error: Exception, module: str, package: str, extra: str) -> MissingExtraError:
    """The error to raise where ``import module`` failed.

    Args:
        error: what the import raised.
        module: name of the module that was imported.
        package: name under which it is installed.
        extra: the extra of policytag that installs it; files of this kind have it as suffix.
    """
    if isinstance(error, ModuleNotFoundError) and error.name == module:
        return MissingExtraError(f"reading .{extra} needs {package}: pip install 'policytag[{extra}]'")
    return MissingExtraError(
        f"{package} cannot be imported: {error}; mend it, or pip install 'policytag[{extra}]' anew"
    )
