"""The map's parts: its switches, the picture, the lists that do all that the picture does, and what it states."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as graphs
import streamlit as st

from tellings import boundaries
from tellings.analysis import geography
from tellings.boundaries import BoundariesError, Outline
from tellings.selection import Selection, select
from tellings.ui import address, filters, load, show, state
from tellings.ui.frame import View
from tellings.ui.text import escape, plain
from tellings.views import region_map

MEASURES = {"": "mentions", "documents": "articles", "outlets": "outlets"}
USES = {"literal": "places", "metonymic": "governments", "demonym": "demonyms"}
_LEFT_OUT = {
    "literal": "names of places",
    "metonymic": "names that stand for a government",
    "demonym": "demonyms",
}
_COLUMN = {"": "n", "documents": "n_documents", "outlets": "n_outlets"}
_LEVELS = {"regions": "regions", "country": "countries"}


def by_country(view: View) -> bool:
    """Are countries asked for, not their regions?"""
    return "country" in view.filters.kind


def controls(view: View) -> None:
    """The switches: regions or countries, what is measured, which uses count; the lesser filters folded away."""
    level, measure, use, more = st.columns([2.3, 3.2, 3.5, 1.7], vertical_alignment="bottom")
    with level:
        state.put("map-level", "country" if by_country(view) else "regions")
        st.segmented_control(
            "Filled", list(_LEVELS), format_func=_LEVELS.__getitem__, key="map-level", on_change=_level_chosen
        )
    with measure:
        filters.one(view, "sort", "Counted by", MEASURES)
    with use:
        state.put("map-use", list(view.filters.use or geography.LITERAL))
        st.pills(
            "What counts",
            list(USES),
            selection_mode="multi",
            format_func=USES.__getitem__,
            key="map-use",
            on_change=_use_chosen,
        )
    with more, filters.folded(view, "doc", "publisher", "q", "place"):
        filters.words(view, "Find a place", "any part of its name")
        filters.texts(view)


def _level_chosen() -> None:
    address.change(kind=("country",) if state.get("map-level") == "country" else ())


def _use_chosen() -> None:
    chosen = [use for use in USES if use in (state.get("map-use") or [])] or list(geography.LITERAL)
    address.change(use=() if chosen == list(geography.LITERAL) else tuple(chosen))


def left_out(view: View) -> None:
    """How many mentions the uses that are switched off leave out."""
    wanted = view.filters.use or geography.LITERAL
    found = load.ask(view.corpus, geography.uses, view.filters)
    without = [
        f"{n:,} {_LEFT_OUT[use]}"
        for use, n in zip(found.use, found.n, strict=True)
        if use not in wanted and n
    ]
    if without:
        show.note(f"Left out: {' and '.join(without)}.")


def areas_of(view: View) -> pd.DataFrame:
    """The regions or countries that are named, as the page counts them."""
    question = geography.countries if by_country(view) else geography.regions
    return load.ask(view.corpus, question, view.filters)


def points_of(view: View) -> pd.DataFrame:
    """The places that are drawn as points: with a point of their own, and neither country nor region."""
    found = load.ask(view.corpus, geography.places, view.filters)
    drawn = found[~found.kind.isin(["country", "region"]) & found.lat.notna()]
    return drawn.iloc[:0] if by_country(view) else drawn


def picture(view: View, areas: pd.DataFrame, points: pd.DataFrame, n: int) -> None:
    """The map; where its outlines are missing, a sentence that says so."""
    try:
        figure = view.keep(
            "map", lambda: _figure(view, areas, points, n), view.opened("admin1", "side", "place")
        )
        notes = view.keep("borders", lambda: _borders(view, areas))
        far = view.keep("far", lambda: region_map.outside(areas, points, _outlines(view, areas)))
    except BoundariesError as err:
        show.note(f"{err} The list beside it has every number.")
        return
    what = "countries" if by_country(view) else "regions and cities"
    show.chart(
        figure,
        view,
        key="map",
        n=n,
        alt=f"Map of the {what} that are named; the list beside it has the same numbers",
        pick=lambda code: opened(view, code) if ":" in code or code in set(areas.code) else None,
        config={**region_map.CONFIG, "modeBarButtonsToRemove": ["select2d", "lasso2d"]},
    )
    if far:
        more = f" and {len(far) - 6:,} more" if len(far) > 6 else ""
        show.note(f"Outside the picture, in the list: {', '.join(far[:6])}{more}.")
    show.note(" ".join(notes))


def _outlines(view: View, areas: pd.DataFrame) -> dict[str, Outline]:
    if by_country(view):
        return boundaries.countries()
    found: dict[str, Outline] = {}
    for country in areas.country_code.dropna().unique():
        found |= boundaries.regions(str(country))
    return found


def _figure(view: View, areas: pd.DataFrame, points: pd.DataFrame, n: int) -> graphs.Figure:
    selected = next((value for value in view.opened("admin1", "side", "place") if value), None)
    measure = view.filters.sort if view.filters.sort in _COLUMN else ""
    return region_map.region_map(
        areas,
        points,
        _outlines(view, areas),
        boundaries.countries(),
        theme=view.theme,
        title="Where it is told to happen",
        source=view.source(n, "mentions"),
        measure=_COLUMN[measure],
        noun=MEASURES[measure],
        stated=() if by_country(view) else set(boundaries.stated()),
        selected=selected,
    )


def _borders(view: View, areas: pd.DataFrame) -> list[str]:
    """The statement on borders: the general one, and those on areas of the countries shown."""
    said = [
        "Borders follow the UN General Assembly: Crimea and Sevastopol are drawn and counted as Ukraine (68/262)."
    ]
    shown = set(areas.country_code.dropna())
    stated = boundaries.stated()
    said += [why for code, why in stated.items() if code[:2] in shown and not code.startswith("UA-")]
    if any(code[:2] in shown for code in stated) and not by_country(view):
        said.append("Hatched areas are occupied or disputed.")
    return said


def opened(view: View, code: Any) -> Selection | None:
    """What a click on an area or a point opens, given its code or place_id."""
    if not isinstance(code, str) or not code:
        return None
    if ":" in code:
        return select("toponyms", place=code)
    return select("toponyms", side=code) if by_country(view) else select("toponyms", admin1=code)


def title(view: View, areas: pd.DataFrame) -> str:
    """What is open, in words."""
    admin1, side, place, text = view.opened("admin1", "side", "place", "text")
    if text:
        return f"“{text}”, not placed"
    if place:
        found = load.ask(view.corpus, geography.places, view.filters)
        names = found[found.place_id == place].name
        return str(names.iloc[0]) if len(names) else "This place"
    code = admin1 or side
    return name_of(areas, code) if code else "Places named"


def name_of(areas: pd.DataFrame, code: str) -> str:
    """The name of a region or country: as the gazetteer has it, else as the map has it, else its code."""
    row = areas[areas.code == code]
    if len(row) and isinstance(row.name.iloc[0], str):
        return str(row.name.iloc[0])
    try:
        outlines = boundaries.regions(code[:2]) if "-" in code else boundaries.countries()
    except BoundariesError:
        return code
    return outlines[code].name if code in outlines else code


def area_table(view: View, areas: pd.DataFrame) -> None:
    """The areas as a table; a click on a row opens its sentences."""
    noun = "Country" if by_country(view) else "Region"
    frame = view.keep("areas", lambda: _areas(areas, noun))
    show.table(
        frame,
        view,
        key="countries" if by_country(view) else "regions",
        alt=f"{noun} by mentions",
        pick=_row(lambda row: opened(view, row["_code"])),
        height=38 * min(len(frame), 9) + 40,
    )


def _areas(areas: pd.DataFrame, noun: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "_code": areas.code,
            noun: [plain(name_of(areas, code)) for code in areas.code],
            "Mentions": areas.n,
            "Its own name": areas.n_named,
            "Places in it": areas.n_inside,
            "Articles": areas.n_documents,
        }
    )


def place_table(view: View) -> None:
    """Every place as a table; a click on a row opens its sentences."""
    frame = view.keep("places", lambda: _places(load.ask(view.corpus, geography.places, view.filters)))
    show.table(
        frame,
        view,
        key="places",
        alt="Places by mentions",
        pick=_row(lambda row: select("toponyms", place=row["_id"])),
    )


def _places(found: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "_id": found.place_id,
            "Place": found.name.map(plain),
            "Kind": found.kind,
            "Country": found.country_code,
            "Region": found.admin1_code,
            "Mentions": found.n,
            "Articles": found.n_documents,
            "As a place": found.n_literal,
            "For a government": found.n_metonymic,
            "As a demonym": found.n_demonym,
        }
    )


def unplaced(view: View) -> None:
    """The names that could not be placed; a click on a row opens their sentences."""
    found = load.ask(view.corpus, geography.unplaced, view.filters)
    n = int(found.n.sum())
    with st.expander(f"Names that could not be placed: {n:,}"):
        if found.empty:
            st.html(f'<p class="t-note">{escape("Every name was placed.")}</p>')
            return
        frame = pd.DataFrame(
            {
                "_text": found.text,
                "Name": found.text.map(plain),
                "Mentions": found.n,
                "Articles": found.n_documents,
            }
        )
        show.table(
            frame,
            view,
            key="unplaced",
            alt="Names that could not be placed",
            pick=_row(lambda row: select("toponyms", place="unknown", text=row["_text"])),
        )


def _row(pick: Callable[[Any], Selection | None]) -> Callable[[Any, str], Selection | None]:
    return lambda row, _column: pick(row)
