"""What a click on the map or its lists opens, and how that is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from tellings.analysis import geography
from tellings.analysis.evidence import quoted
from tellings.analysis.geography import SPOKEN_OF
from tellings.query.selection import Selection, select
from tellings.resources import boundaries
from tellings.resources.boundaries import Outline
from tellings.ui import filters, load
from tellings.ui.maps.controls import by_country, column
from tellings.ui.namesakes import region_name
from tellings.ui.text import country_name, plain
from tellings.ui.view import View
from tellings.views.map_extent import MOST
from tellings.views.map_traces import short_name

AREA = ("place", "admin1", "side", "country")
"""Keys of a selection of toponyms that say which place is open; all others narrow it."""

_NARROWER = {
    "entity": "in sentences with",
    "speaker": "in the words of",
    "relayed": "in words that others tell of",
    "lemma": "with the word",
    "publisher": "in",
    "doc": "in",
    "text": "printed as",
    "kind": "by its own name, a",
    "within": "of places in it, not of the",
    "use": "used as",
}


def opened(view: View, code: Any, **narrower: str) -> Selection | None:
    """What a click on an area or point opens, given its code or place_id: names, or quotations where these count."""
    if not isinstance(code, str) or not code:
        return None
    return (quotations if column(view) == "n_quotations" else names)(view, code, **narrower)


def names(view: View, code: str, **narrower: str) -> Selection:
    """The names of an area or place."""
    key = "place" if ":" in code else "side" if by_country(view) else "admin1"
    return select("toponyms", **{key: code}, **narrower)


def quotations(view: View, code: str, **narrower: str) -> Selection:
    """The quotations that speak of an area or place."""
    key = "place" if ":" in code else "land" if by_country(view) else "admin1"
    return select("quotations", **{key: code}, **narrower)


def area_of(selection: Selection | None) -> Selection | None:
    """The place that is open, as a selection of names without what narrows it; None where none is."""
    if selection is None:
        return None
    if selection.table == "quotations":
        terms = [(SPOKEN_OF[key], value) for key, value in selection.terms if key in SPOKEN_OF]
    else:
        terms = [term for term in selection.terms if term[0] in AREA]
        text = selection.get("text")
        if selection.get("place") == "unknown" and text:
            terms.append(("text", text))
    return Selection("toponyms", tuple(terms)) if terms else None


def chosen(view: View) -> tuple[str, ...]:
    """The code or place_id of what is open, if anything is."""
    area = area_of(view.selection)
    return (area.terms[0][1],) if area else ()


def title(view: View, areas: pd.DataFrame) -> str:
    """What is open, in words."""
    area = area_of(view.selection)
    if area is None or view.selection is None:
        return "Places named"
    key, value = area.terms[0]
    if value == "unknown" and area.get("text"):
        return f"{quoted(str(area.get('text')))}, not placed"
    if key == "place":
        places = load.ask(view.corpus, geography.places, view.filters)
        known = places[places.place_id == value].name
        name = str(known.iloc[0]) if len(known) else "This place"
    else:
        name = name_of(areas, value)
    more = [
        f"{_NARROWER[k]} {_said(filters.name_of(view, v) if k in ('entity', 'speaker', 'relayed') else v, k)}"
        for k, v in view.selection.terms
        if k in _NARROWER and (k, v) not in area.terms
    ]
    return ", ".join([f"{name}, spoken of" if view.selection.table == "quotations" else name, *more])


def _said(value: str, key: str) -> str:
    value = value.removeprefix("unknown:") if key == "publisher" else value
    return quoted(value) if key in ("lemma", "text") else value


def name_of(areas: pd.DataFrame, code: str) -> str:
    """The name of a region or country: as the gazetteer has it, else as the map has it, else its code; of a region
    with its country, where another country has one of that name.
    """
    row = areas[areas.code == code]
    name = row.name.iloc[0] if len(row) else None
    if not isinstance(name, str):
        return region_name(code) if "-" in code else country_name(code)
    alike = areas.code[areas.name == name]
    return f"{name}, {country_name(code[:2])}" if len(alike) > 1 and "-" in code else name


def names_of(areas: pd.DataFrame) -> list[str]:
    """The names of all these regions or countries as on the map, short where that tells them apart."""
    names = [name_of(areas, code) for code in areas.code]
    short = pd.Series([short_name(name) for name in names])
    twice = short.duplicated(keep=False)
    return [plain(name if both else one) for name, one, both in zip(names, short, twice, strict=True)]


def outlines(view: View, areas: pd.DataFrame) -> Mapping[str, Outline]:
    """What may be filled: the countries, or the regions of the countries that have the most named ones.

    Raises:
        BoundariesError: the outlines are missing or damaged.
    """
    if by_country(view):
        return boundaries.countries()
    drawn: dict[str, Outline] = {}
    for country in areas.country_code.head(MOST).dropna().unique():
        drawn |= boundaries.regions(str(country))
    return drawn
