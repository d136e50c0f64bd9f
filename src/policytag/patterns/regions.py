"""Regions that rows name, and the nearest of them to one that none has."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from policytag.errors import Finding
from policytag.patterns.codes import finding
from policytag.patterns.row import Row

_SHOWN = 3


def known_regions(rows: Iterable[Row]) -> set[str]:
    """The regions of rows, and those that they lie under."""
    slugs = (row.region.split("/") for row in rows if row.region is not None)
    return {"/".join(parts[:end]) for parts in slugs for end in range(1, len(parts) + 1)}


def region_finding(region: str, known: Iterable[str]) -> Finding:
    """That no row is of a region, with the nearest that rows have."""
    advice = f"the nearest are {', '.join(nearest_regions(region, known))}"
    return finding("", 0, "unknown-region", f"no row is of the region {region!r}", advice)


def nearest_regions(region: str, known: Iterable[str]) -> list[str]:
    """The known regions that are most like what was asked for, whole or in their last part; Chinese by its pinyin."""
    from pypinyin import lazy_pinyin  # seldom needed, and slow to import

    asked = "".join(lazy_pinyin(region)).lower()
    names: dict[str, list[str]] = {}
    for slug in sorted(known):
        for name in {slug, slug.rpartition("/")[2]}:
            names.setdefault(name, []).append(slug)
    close = get_close_matches(asked, names, n=2 * _SHOWN, cutoff=0)
    return list(dict.fromkeys(slug for name in close for slug in names[name]))[:_SHOWN]
