"""The names of countries, for those for whom speakers act."""

from __future__ import annotations

from tellings.query.sql import UNKNOWN
from tellings.resources import boundaries
from tellings.resources.boundaries import BoundariesError


def name(code: str) -> str:
    """The English name of a country by its ISO 3166-1 alpha-2 code; `unknown` is a side that is not known.

    A code that has no name, or outlines that cannot be read, leave the code.
    """
    if code == UNKNOWN:
        return "side not known"
    try:
        outline = boundaries.countries().get(code)
    except BoundariesError:
        return code
    return outline.name if outline else code
