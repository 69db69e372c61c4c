"""The lists that do all that the map does: areas, places, names that could not be placed. Cells open their number."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from tellings.analysis import geography
from tellings.query.selection import Selection, select
from tellings.ui import load, paging, show
from tellings.ui.maps import clicks
from tellings.ui.maps.controls import by_country
from tellings.ui.text import escape, plain
from tellings.ui.view import View
from tellings.views.larger import BY

_AREA, _WIDTHS = 116, {"Mentions": 70, "Quotations": 80, "Articles": 62}
SIZE = 100
"""Rows on one page of a list."""


def areas(view: View, named: pd.DataFrame) -> None:
    """The regions or countries; a click on a number opens what it counts."""
    noun, nouns = ("Country", "countries") if by_country(view) else ("Region", "regions")
    page = paging.rows(named, key="areas", size=SIZE)
    frame = view.keep("areas", lambda: _areas(page), view.filters.page)
    by = BY if view.filters.size == "large" else 1
    show.table(
        frame,
        view,
        key="areas",  # one for both: what is there is filled anew, which takes half the time of another table
        alt=f"{noun} by mentions",
        pick=lambda row, column: _area_cell(view, row, column),
        column_config={
            "Area": st.column_config.TextColumn(width=int(_AREA * by)),
            **{
                name: st.column_config.NumberColumn(width=int(width * by), format=show.COUNT)
                for name, width in _WIDTHS.items()
            },
        },
    )
    paging.control(named, key="areas", size=SIZE, noun=nouns)


def _areas(named: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "_code": named.code,
            "Area": clicks.names_of(named),
            "Mentions": named.n,
            "Quotations": named.n_quotations,
            "Articles": named.n_documents,
            "Its own name": named.n_named,
            "Places in it": named.n_inside,
            "Outlets": named.n_outlets,
        }
    )


def _area_cell(view: View, row: Any, column: str) -> Selection | None:
    level = "country" if by_country(view) else "region"
    if column == "Quotations":
        return clicks.quotations(view, row["_code"])
    if column == "Its own name":
        return clicks.names(view, row["_code"], kind=level)
    if column == "Places in it":
        return clicks.names(view, row["_code"], within=level)
    return clicks.names(view, row["_code"])


def folded(view: View, label: str, key: str) -> Any:
    """A part that is folded away, and made only when it is opened; open where the address names a page of its list."""
    named = any(part.startswith(f"{key}:") for part in view.filters.page)
    return st.expander(label, expanded=named, key=f"{key}-folded", on_change="rerun")


def places(view: View) -> None:
    """Every place; a click on a number opens what it counts."""
    named = load.ask(view.corpus, geography.places, view.filters)
    with folded(view, f"All places as a table: {len(named):,}", "places") as box:
        if not box.open:
            return
        page = paging.rows(named, key="places", size=SIZE)
        frame = view.keep("places", lambda: _places(page), view.filters.page)
        show.table(frame, view, key="places", alt="Places by mentions", pick=_place_cell)
        paging.control(named, key="places", size=SIZE, noun="places")


def _places(named: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "_id": named.place_id,
            "Place": named.name.map(plain),
            "Kind": named.kind,
            "Country": named.country_code,
            "Region": named.admin1_code,
            "Mentions": named.n,
            "Quotations": named.n_quotations,
            "Articles": named.n_documents,
            "As a place": named.n_literal,
            "For a government": named.n_metonymic,
            "For its people": named.n_demonym,
        }
    )


_USE = {"As a place": "literal", "For a government": "metonymic", "For its people": "demonym"}


def _place_cell(row: Any, column: str) -> Selection:
    if column == "Quotations":
        return select("quotations", place=row["_id"])
    if column in _USE:
        return select("toponyms", place=row["_id"], use=_USE[column])
    return select("toponyms", place=row["_id"])


def unplaced(view: View) -> None:
    """The names that could not be placed; a click on a row opens their sentences."""
    names = load.ask(view.corpus, geography.unplaced, view.filters)
    n = int(names.n.sum())
    with folded(view, f"Names that could not be placed: {n:,}", "unplaced") as box:
        if not box.open:
            return
        if names.empty:
            st.html(f'<p class="t-note">{escape("Every name was placed.")}</p>')
            return
        page = paging.rows(names, key="unplaced", size=SIZE)
        show.table(
            _unplaced(page),
            view,
            key="unplaced",
            alt="Names that could not be placed",
            pick=lambda row, _column: select("toponyms", place="unknown", text=row["_text"]),
        )
        paging.control(names, key="unplaced", size=SIZE, noun="names")


def _unplaced(names: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "_text": names.text,
            "Name": names.text.map(plain),
            "Mentions": names.n,
            "Articles": names.n_documents,
        }
    )
