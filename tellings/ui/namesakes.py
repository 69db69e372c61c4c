"""Places of one name and kind, told apart by the country in which each lies, or the region."""

from __future__ import annotations

import pandas as pd

from tellings.resources import boundaries
from tellings.resources.boundaries import BoundariesError
from tellings.ui.text import country_name

_NAMES = {
    "entity_id": "name", "place_id": "name", "speaker": "name", "item": "label", "entity_a": "name_a",
    "entity_b": "name_b",
}  # fmt: skip
"""Columns of analyses that hold ids, and those that hold their names."""


def called(places: pd.DataFrame) -> dict[str, str]:
    """The names to print for places that share theirs, by their ids; where that tells nothing, there is none.

    Args:
        places: as `analysis.known.namesakes` gives them.
    """
    names: dict[str, str] = {}
    for _, alike in places.groupby(["key", "type"], sort=False):
        for by, said in (("country", country_name), ("region", region_name)):
            alone = alike[alike[by].notna() & ~alike[by].duplicated(keep=False)]
            for place, bears, code in zip(alone.place, alone.bears, alone[by], strict=True):
                names.setdefault(place, f"{bears}, {said(code)}")
    return names


def region_name(code: str) -> str:
    """The name of a region by its ISO 3166-2 code; the code where the outlines have none."""
    try:
        outline = boundaries.regions(code[:2]).get(code)
    except BoundariesError:
        return code
    return outline.name if outline else code


def named(table: pd.DataFrame) -> bool:
    """Are there names in the table that others may share?"""
    return any(by in table and name in table for by, name in _NAMES.items())


def apart(table: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """The table with these names for their ids."""
    told = {name: table[by].map(names).fillna(table[name]) for by, name in _NAMES.items()
            if by in table and name in table}  # fmt: skip
    return table.assign(**told)
