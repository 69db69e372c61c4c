"""The lists that do all that the map does: areas, places, names that could not be placed. Cells open their number."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from tellings.analysis import geography
from tellings.query.selection import Selection, select
from tellings.ui import load, paging, show
from tellings.ui.frame import View
from tellings.ui.maps import clicks
from tellings.ui.maps.controls import by_country
from tellings.ui.text import escape, plain

SIZE = 100
"""Rows on one page of a list."""


def areas(view: View, found: pd.DataFrame) -> None:
    """The regions or countries; a click on a number opens what it counts."""
    noun, nouns = ("Country", "countries") if by_country(view) else ("Region", "regions")
    page = paging.rows(found, key="areas", size=SIZE)
    frame = view.keep("areas", lambda: _areas(page), view.filters.page)
    show.table(
        frame,
        view,
        key="areas",  # one for both: what is there is filled anew, which takes half the time of another table
        alt=f"{noun} by mentions",
        pick=lambda row, column: _area_cell(view, row, column),
        height=35 * (min(len(frame), 10) + 1) + 2,
        column_config={"Area": st.column_config.TextColumn(width=150)},
    )
    paging.control(found, key="areas", size=SIZE, noun=nouns)


def _areas(found: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "_code": found.code,
            "Area": [plain(clicks.name_of(found, code)) for code in found.code],
            "Mentions": found.n,
            "Quotations": found.n_quotations,
            "Its own name": found.n_named,
            "Places in it": found.n_inside,
            "Articles": found.n_documents,
            "Outlets": found.n_outlets,
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
    found = load.ask(view.corpus, geography.places, view.filters)
    with folded(view, f"All places as a table: {len(found):,}", "places") as box:
        if not box.open:
            return
        page = paging.rows(found, key="places", size=SIZE)
        frame = view.keep("places", lambda: _places(page), view.filters.page)
        show.table(frame, view, key="places", alt="Places by mentions", pick=_place_cell)
        paging.control(found, key="places", size=SIZE, noun="places")


def _places(found: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "_id": found.place_id,
            "Place": found.name.map(plain),
            "Kind": found.kind,
            "Country": found.country_code,
            "Region": found.admin1_code,
            "Mentions": found.n,
            "Quotations": found.n_quotations,
            "Articles": found.n_documents,
            "As a place": found.n_literal,
            "For a government": found.n_metonymic,
            "As a demonym": found.n_demonym,
        }
    )


_USE = {"As a place": "literal", "For a government": "metonymic", "As a demonym": "demonym"}


def _place_cell(row: Any, column: str) -> Selection:
    if column == "Quotations":
        return select("quotations", place=row["_id"])
    if column in _USE:
        return select("toponyms", place=row["_id"], use=_USE[column])
    return select("toponyms", place=row["_id"])


def unplaced(view: View) -> None:
    """The names that could not be placed; a click on a row opens their sentences."""
    found = load.ask(view.corpus, geography.unplaced, view.filters)
    n = int(found.n.sum())
    with folded(view, f"Names that could not be placed: {n:,}", "unplaced") as box:
        if not box.open:
            return
        if found.empty:
            st.html(f'<p class="t-note">{escape("Every name was placed.")}</p>')
            return
        page = paging.rows(found, key="unplaced", size=SIZE)
        show.table(
            _unplaced(page),
            view,
            key="unplaced",
            alt="Names that could not be placed",
            pick=lambda row, _column: select("toponyms", place="unknown", text=row["_text"]),
        )
        paging.control(found, key="unplaced", size=SIZE, noun="names")


def _unplaced(found: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "_text": found.text,
            "Name": found.text.map(plain),
            "Mentions": found.n,
            "Articles": found.n_documents,
        }
    )
