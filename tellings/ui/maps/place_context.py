"""What is open, taken apart: how the place is printed, who names it, with whom and with what words. Numbers open."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from tellings.analysis import geography, place_context
from tellings.analysis.evidence import quoted
from tellings.plural import several
from tellings.query.filters import Filters
from tellings.query.selection import Selection
from tellings.ui import address, filters, load, show, state
from tellings.ui.correcting.place import for_place
from tellings.ui.maps import clicks
from tellings.ui.maps.controls import by_country
from tellings.ui.text import escape, label
from tellings.ui.view import View

_SAID = {
    "place": "The number is made of",
    "text": "Printed as",
    "publisher": "Named by",
    "speaker": "In the words of",
    "relayed": "In words that others tell of",
    "entity": "In sentences with",
    "lemma": "With the words",
}


def panel(view: View, counted: Filters, areas: pd.DataFrame) -> None:
    """The parts of what is open, a row of them for each question; one that is picked narrows the sentences.

    Args:
        view: the page's view.
        counted: the filters as the page counts with them.
        areas: the regions or countries, as the page counts them.
    """
    area = clicks.area_of(view.selection)
    if area is None or view.selection is None:
        return
    name = (
        clicks.title(view, areas).split(",")[0] if area.get("place") != "unknown" else str(area.get("text"))
    )
    show.heading(f"Around {name}")
    _rolled_up(view, area, areas)
    for what, said in _SAID.items():
        if what == "place" and area.get("place"):
            continue
        rows = load.ask(view.corpus, place_context.around, counted, area, what)
        if len(rows) > (1 if what == "place" else 0):
            _row(view, area, what, said, rows)
    _correct(view, counted, area)


def _correct(view: View, counted: Filters, area: Selection) -> None:
    """Put it elsewhere on the map, or on it at all: the forms of a correction."""
    asked = "Where is" if area.get("place") == "unknown" else "Elsewhere:"
    for row in load.ask(view.corpus, geography.entities_of, counted, area).head(3).itertuples():
        printed = str(row.printed)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(f'<p class="t-note">{asked} {escape(quoted(printed))}?</p>', width="content")
            for_place(view, entity_id=str(row.entity_id), printed=printed)


def _rolled_up(view: View, area: Selection, areas: pd.DataFrame) -> None:
    """What a region's or country's number is the sum of, in words."""
    row = areas[areas.code == area.terms[0][1]]
    if row.empty or area.terms[0][0] == "place":
        return
    named, inside = int(row.n_named.iloc[0]), int(row.n_inside.iloc[0])
    level = "country" if by_country(view) else "region"
    own, of_places = f"by the {level}'s own name", "of places in it"
    each = f"{named:,} {own} and {inside:,} {of_places}"
    said = f"{named + inside:,} in all: {each if named and inside else f'all {own if named else of_places}'}"
    more = (
        "; governments count for their country"
        if by_country(view) and "metonymic" in view.filters.use
        else ""
    )
    show.note(
        f"{said}{more}. {several(int(row.n_quotations.iloc[0]), 'quotation speaks', 'quotations speak')} of it."
    )


def _row(view: View, area: Selection, what: str, said: str, rows: pd.DataFrame) -> None:
    names = filters.outlet_names(filters.shown_documents(view)) if what == "publisher" else {}
    shown = {
        str(row.value): f"{label(names.get(str(row.value), str(row.name))[:60])} {row.n:,}"
        for row in rows[["value", "name", "n"]].itertuples(index=False, name="Row")
    }
    open_now = view.selection.get(what) if view.selection else None
    key = f"around-{what}"
    state.put(key, open_now if open_now in shown and (what, open_now) not in area.terms else None)
    st.pills(
        said,
        list(shown),
        format_func=shown.__getitem__,
        key=key,
        on_change=_narrow,
        args=(area, what, key),
        wrap=True,
    )


def _narrow(area: Selection, what: str, key: str) -> None:
    value = state.get(key)
    address.open_selection(Selection("toponyms", (*area.terms, (what, value))) if value else area)
