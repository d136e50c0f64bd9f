"""Where the built-in packs are: inside the wheel, or at the top of the checkout that an editable install points to."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from policytag.errors import PolicyTagError


@cache
def builtin_patterns() -> Path:
    """The folder that holds the built-in packs.

    Raises:
        PolicyTagError: neither a wheel's copy nor a checkout's folder is there.
    """
    package = Path(str(files("policytag")))
    shipped = package / "builtin_patterns"
    if shipped.is_dir():
        return shipped
    checkout = package.parent.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "patterns" / "grammar").is_dir():
        return checkout / "patterns"
    raise PolicyTagError(f"the built-in packs are missing from {package}: install policytag again")
