"""The forms of a place: put it here, cannot be placed, and how one name is used."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from tellings import schema
from tellings.analysis import correcting
from tellings.corrections import Entity, Place, Span, Use
from tellings.errors import CorrectionError
from tellings.resources import gazetteer
from tellings.ui import load, state
from tellings.ui.correcting.form import Made, Read, form, span, target
from tellings.ui.corrections import may_correct
from tellings.ui.text import label
from tellings.ui.view import View

_POINT, _NOWHERE = "a point", "nowhere"


def for_place(
    view: View, *, entity_id: str = "", mention: dict[str, Any] | None = None, printed: str = ""
) -> None:
    """The forms that say where a place is: of all mentions of an entity, or of one mention, and then also its use.

    Args:
        view: the page's view.
        entity_id: the entity, where all its mentions are meant.
        mention: else one mention: its `doc_id, start, end, text`, `mention_id` and `use`.
        printed: the name to look for first.
    """
    if not may_correct(view.corpus):
        return
    if mention is not None:
        key, there = str(mention["mention_id"]), span(mention)
        _use(view, key, mention, there)
        _where(view, key, lambda: there, printed or there.text)
    else:
        _where(view, entity_id, lambda: target(view.corpus, entity_id), printed)


def _where(view: View, key: str, what: Callable[[], Span | Entity], printed: str) -> None:
    sought = f"correct-relocate-{key}-sought"

    def above(_: str) -> bool:
        st.text_input("Find the place by name", value=printed, key=sought, max_chars=200)
        return True

    def fields(prefix: str) -> None:
        options = _options(str(state.get(sought) or printed))
        st.radio(
            "It is", list(options), index=None, format_func=lambda one: options[one], key=f"{prefix}place"
        )
        with st.expander("A point by its degrees"):
            lat, lon = st.columns(2)
            lat.number_input("Latitude", -90.0, 90.0, value=None, step=0.1, format="%.4f", key=f"{prefix}lat")
            lon.number_input(
                "Longitude", -180.0, 180.0, value=None, step=0.1, format="%.4f", key=f"{prefix}lon"
            )
            kinds = schema.PLACE_KINDS
            st.selectbox("Kind", kinds, index=kinds.index("city"), key=f"{prefix}kind")
            st.text_input("Country", key=f"{prefix}country", max_chars=2, placeholder="two letters, as in UA")

    def make(read: Read) -> list[Made]:
        words = str(state.get(sought) or printed).strip()
        if read("place") is None:
            raise CorrectionError("Choose the place first.")
        place = _meant(str(read("place")), words, read)
        return [("relocate", what(), place)]

    form(view, "Put it here…", f"relocate-{key}", fields, make, send="Put it here", above=above)


def _options(words: str) -> dict[str, str]:
    places = _search(words)
    options = {str(row.place_id): label(_said(row)) for row in places.head(12).itertuples()}
    return options | {
        _POINT: "the point given below",
        _NOWHERE: "no place that is known: leave it off the map",
    }


@st.cache_data(max_entries=64, show_spinner=False)
def _search(words: str) -> pd.DataFrame:
    return gazetteer.search(words)


def _said(row: Any) -> str:
    where = ", ".join(code for code in (row.admin1_code, row.country_code) if isinstance(code, str))
    return f"{row.name} · {row.kind}" + (f" · {where}" if where else "")


def _meant(choice: str, words: str, read: Read) -> Place | None:
    if choice == _NOWHERE:
        return None
    if choice == _POINT:
        if read("lat") is None or read("lon") is None:
            raise CorrectionError("Give the point's latitude and longitude.")
        country = str(read("country") or "").strip().upper() or None
        kind, lat, lon = str(read("kind")), float(read("lat")), float(read("lon"))
        return Place(words, kind, country_code=country, lat=lat, lon=lon)
    places = _search(words)
    row = places[places.place_id == choice]
    if row.empty:
        raise CorrectionError("Choose the place again.")
    return _place(row.iloc[0])


def candidates(words: str) -> list[tuple[Place, str]]:
    """The places of the gazetteer that bear a name, the likeliest first, each with how it is told from the others."""
    rows = _search(words).head(12)
    said = map(_said, rows.itertuples())
    return [(_place(row), words) for (_, row), words in zip(rows.iterrows(), said, strict=True)]


def _place(row: pd.Series) -> Place:
    at = {name: (None if pd.isna(value) else value) for name, value in row.items()}
    point = (None, None) if at["lat"] is None or at["lon"] is None else (float(at["lat"]), float(at["lon"]))
    codes = (at["country_code"], at["admin1_code"])
    return Place(str(at["name"]), str(at["kind"]), str(at["place_id"]), *codes, lat=point[0], lon=point[1])


def _use(view: View, key: str, mention: dict[str, Any], there: Span) -> None:
    def fields(prefix: str) -> None:
        countries = load.ask(view.corpus, correcting.countries)
        known = dict(zip(countries.entity_id, countries.name, strict=True))
        now = str(mention["use"])
        st.radio(
            "This name is used for", schema.USES, index=schema.USES.index(now), key=f"{prefix}use",
            format_func=lambda one: {"literal": "the place", "metonymic": "those who act there (Moscow said)",
                                     "demonym": "its people or what is of it (Ukrainian)"}[one],
        )  # fmt: skip
        st.selectbox(
            "Of those who act: the country", list(known), index=None, key=f"{prefix}stands",
            format_func=lambda one: known[one], placeholder="none, or unknown",
        )  # fmt: skip

    def make(read: Read) -> list[Made]:
        use = str(read("use"))
        stands = read("stands") if use == "metonymic" else None
        return [("relocate", there, Use(use, stands))]

    form(view, "Use…", f"use-{key}", fields, make, send="Change")
