"""The map's switches: what is filled, by what it is counted, which uses count; the lesser filters folded away."""

from __future__ import annotations

import streamlit as st
from streamlit.elements.lib.mutable_popover_container import PopoverContainer

from tellings import schema
from tellings.analysis import geography, known
from tellings.plural import several
from tellings.ui import abreast, address, filters, glossary, load, show, state, time_filters
from tellings.ui.view import View

MEASURES = {"": "mentions", "documents": "articles", "outlets": "outlets", "quotations": "quotations"}
"""The values of `sort`, and what each counts; quotations are those in whose words the place is named."""

USES = {"literal": "places", "metonymic": "governments", "demonym": "peoples"}
_COLUMN = {"": "n", "documents": "n_documents", "outlets": "n_outlets", "quotations": "n_quotations"}
_VIEWS = {"": "regions", "countries": "countries", "outlets": "by outlet"}
_LEFT_OUT = {
    "literal": ("name of a place", "names of places"),
    "metonymic": ("name that stands for a government", "names that stand for a government"),
    "demonym": ("word for a people", "words for a people"),
}
_FOLDED = ("doc", "publisher", "q", "place", "kind", "speaker", "side", "date", "when")
BY_OUTLET, COUNTRIES_BY_OUTLET = "outlets", "outlets-countries"


def by_country(view: View) -> bool:
    """Are countries filled, not their regions?"""
    return view.filters.view in ("countries", COUNTRIES_BY_OUTLET)


def by_outlet(view: View) -> bool:
    """Is there one map for each outlet?"""
    return view.filters.view in (BY_OUTLET, COUNTRIES_BY_OUTLET)


def measured(view: View) -> str:
    """What is counted: one of :data:`MEASURES`."""
    return view.filters.sort if view.filters.sort in MEASURES else ""


def column(view: View) -> str:
    """The column of the analysis that is drawn."""
    return _COLUMN.get(view.filters.sort, "n")


def controls(view: View) -> None:
    """The switches of the page."""
    level, measure, use, more = abreast.controls(3.3, 1.9, 3.8, 2)
    with level:
        shown = BY_OUTLET if by_outlet(view) else view.filters.view
        state.put("map-view", shown if shown in _VIEWS else "")
        st.segmented_control(
            "Filled", list(_VIEWS), format_func=_VIEWS.__getitem__, key="map-view", on_change=_view_chosen
        )
    with measure:
        filters.select(view, "sort", "Counted by", MEASURES)
    with use:
        state.put("map-use", list(view.filters.use or geography.LITERAL))
        st.pills(
            "What counts",
            list(USES),
            selection_mode="multi",
            format_func=USES.__getitem__,
            key="map-use",
            help=glossary.meaning("literal", "metonymy", "demonym"),
            on_change=_use_chosen,
        )
    with more, _more(view) as box:
        if box.open:
            _folded(view)


def _more(view: View) -> PopoverContainer:
    """Where the lesser filters are folded away: made when it is opened, since they are many and slow to send."""
    n = sum(name in view.filters.active for name in _FOLDED)
    label = f"More filters · {n} set" if n else "More filters"
    return st.popover(label, width="stretch", key="map-more", on_change="rerun")


def _folded(view: View) -> None:
    filters.words(view, "Find a place", "any part of its name")
    filters.many(view, "kind", "Kind of place", schema.PLACE_KINDS)
    filters.speakers(view, "In words given as those of")
    sides = load.ask(view.corpus, known.sides)
    lands = {str(r.side): str(r.name if isinstance(r.name, str) else r.side) for r in sides.itertuples()}
    filters.many(
        view,
        "side",
        "In words given as those of speakers for",
        list(lands),
        lambda side: lands.get(side, side),
    )
    filters.texts(view)
    time_filters.published(view)
    time_filters.spoken_of(view, geography.counted(view.filters), "toponyms", "place names")


def _view_chosen() -> None:
    address.change(view=state.get("map-view") or "")


def _use_chosen() -> None:
    chosen = [use for use in USES if use in (state.get("map-use") or [])] or list(geography.LITERAL)
    address.change(use=() if chosen == list(geography.LITERAL) else tuple(chosen))


def nothing(view: View) -> None:
    """Say why there is no map where nothing is shown and no filter is the reason."""
    uses = load.ask(view.corpus, geography.uses, view.filters)
    show.none(
        view,
        "These articles name no places."
        if not uses.n.sum()
        else "No name here is used for the place itself; switch on governments or peoples.",
    )


def left_out(view: View) -> None:
    """How many mentions the uses that are switched off leave out."""
    wanted = view.filters.use or geography.LITERAL
    uses = load.ask(view.corpus, geography.uses, view.filters)
    without = [
        several(n, *_LEFT_OUT[use])
        for use, n in zip(uses.use, uses.n, strict=True)
        if use not in wanted and n
    ]
    if without:
        show.note(f"Left out: {' and '.join(without)}.")
