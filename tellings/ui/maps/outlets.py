"""Small multiples: the same map for each outlet, with one frame and one scale of colours."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as graphs
import streamlit as st

from tellings.analysis import geography, known
from tellings.plural import several
from tellings.query.selection import Selection
from tellings.resources import boundaries
from tellings.resources.boundaries import BoundariesError, Outline
from tellings.ui import address, filters, load, paging, show, state
from tellings.ui.maps import clicks
from tellings.ui.maps.controls import BY_OUTLET, COUNTRIES_BY_OUTLET, MEASURES, by_country, column
from tellings.ui.maps.region_map import stated
from tellings.ui.text import plain
from tellings.ui.view import View
from tellings.views import map_extent, region_map
from tellings.views.map_frame import Frame
from tellings.views.names import apart

_CONFIG = {
    **region_map.CONFIG,
    "displayModeBar": "hover",
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "pan2d", "zoomInGeo", "zoomOutGeo", "resetGeo"],
}
SIZE, _HEAD = 6, 18
"""Maps on one page; characters of the head of a column."""


@dataclass(frozen=True, slots=True)
class _Common:
    """What all maps share: the frame, the outlines that are drawn, the points that may be, and the classes."""

    window: Frame
    shown: Mapping[str, Outline]
    points: frozenset[str]
    bounds: Sequence[tuple[int, int]]


def grid(view: View, areas: pd.DataFrame, points: pd.DataFrame) -> None:
    """A map for each outlet, those that name most first.

    Args:
        view: the page's view.
        areas: the regions or countries of all outlets together, which set the frame.
        points: the points of all.
    """
    _level(view)
    by_outlet = _by_outlet(view)
    outlets = (
        by_outlet.groupby("outlet", sort=False)[column(view)]
        .sum()
        .sort_values(ascending=False, kind="stable")
    )
    page = paging.rows(outlets, key="outlets", size=SIZE)
    try:
        common = view.keep("what all outlets share", lambda: _common(view, areas, points))
        notes = view.keep(
            "notes", lambda: stated(view, areas, map_extent.reached(common.shown, common.window))
        )
        with st.container(key="outlet-maps"):
            for outlet in page.index:
                _one(view, str(outlet), by_outlet, common, notes)
    except BoundariesError as err:
        show.note(f"{err} The list has every number.")
        return
    paging.control(outlets, key="outlets", size=SIZE, noun="outlets")
    show.note(f"One frame and one scale for all: {_legend(by_outlet, view)}. {' '.join(notes)}")


def _by_outlet(view: View) -> pd.DataFrame:
    level = "country" if by_country(view) else "region"
    return load.ask(view.corpus, geography.by_outlet, view.filters, level=level)


def _level(view: View) -> None:
    options = {BY_OUTLET: "regions", COUNTRIES_BY_OUTLET: "countries"}
    state.put("map-outlet-level", view.filters.view)
    st.segmented_control(
        "Each map fills",
        list(options),
        format_func=options.__getitem__,
        key="map-outlet-level",
        on_change=_chosen,
    )


def _chosen() -> None:
    address.change(view=state.get("map-outlet-level") or BY_OUTLET)


def _legend(by_outlet: pd.DataFrame, view: View) -> str:
    bounds = region_map.steps(by_outlet[column(view)])
    said = [f"{low:,}" if low == high else f"{low:,}–{high:,}" for low, high in bounds]
    noun = MEASURES.get(view.filters.sort, "mentions")
    return f"from faint to strong {', '.join(said)} {noun}" if said else "nothing is named"


def _common(view: View, areas: pd.DataFrame, points: pd.DataFrame) -> _Common:
    outlines = clicks.outlines(view, areas)
    drawn = areas[areas.code.isin(set(outlines)) & (areas.n > 0)].head(map_extent.MOST)
    spots = map_extent.located(points)
    window = map_extent.frame_of(drawn, spots, outlines)
    everything = _by_outlet(view)
    bounds = region_map.steps(everything[everything.code.isin(set(outlines))][column(view)])
    shown = map_extent.shown(drawn, outlines, window)
    return _Common(window, shown, frozenset(spots.place_id), tuple(bounds))


def _one(view: View, outlet: str, by_outlet: pd.DataFrame, common: _Common, notes: list[str]) -> None:
    names = filters.outlet_names(load.ask(view.corpus, known.documents))
    name = names.get(outlet, outlet)
    own = by_outlet[by_outlet.outlet == outlet]
    n = int(own[column(view)].sum())
    open_here = view.opened("publisher") == (outlet,)
    chosen = clicks.chosen(view) if open_here else ()
    figure = view.keep(f"map of {outlet}", lambda: _figure(view, own, name, common, chosen), *chosen)
    key = f"map-of-{list(names).index(outlet)}"
    with st.container(gap=None):
        show.chart(
            figure,
            view,
            key=key,
            n=n,
            alt=f"Map of what {plain(name)} names; the table has the same numbers",
            pick=lambda code: clicks.opened(view, code, publisher=outlet),
            config=_CONFIG,
            notes=notes,
        )
        st.button(
            "This outlet alone",
            key=f"{key}-alone",
            on_click=_alone,
            args=(outlet, by_country(view)),
            type="tertiary",
        )


def _alone(outlet: str, countries: bool) -> None:
    address.change(publisher=(outlet,), view="countries" if countries else "")


def _figure(
    view: View, own: pd.DataFrame, name: str, common: _Common, chosen: tuple[str, ...]
) -> graphs.Figure:
    n, noun = int(own[column(view)].sum()), MEASURES.get(view.filters.sort, "mentions")
    outlet, source = str(own.outlet.iloc[0]), view.source(n, noun)
    alone = load.ask(view.corpus, geography.places, view.filters.change(publisher=(outlet,)))
    return region_map.small_map(
        own,
        alone[alone.place_id.isin(common.points)],
        common.shown,
        boundaries.countries(),
        look=view.look(source, *chosen, title=textwrap.shorten(name, 36, placeholder="…")),
        said=several(n, noun.removesuffix("s")),
        window=common.window,
        bounds=common.bounds,
        measure=column(view),
        stated=() if by_country(view) else set(boundaries.stated()),
        size=region_map.SMALL.get(view.window, region_map.SMALL[""]),
    )


def table(view: View, areas: pd.DataFrame) -> None:
    """Areas by outlet; a click on a cell opens what it counts."""
    frame, outlets = view.keep("by outlet", lambda: _table(view, areas), view.filters.page)
    show.table(
        frame,
        view,
        key="by-outlet",
        alt="Areas by outlet",
        pick=lambda row, name: _cell(view, row, outlets.get(name)),
        height=35 * (min(len(frame), 12) + 1) + 2,
    )
    paging.control(areas, key="outlet-areas", size=100, noun="countries" if by_country(view) else "regions")


def _table(view: View, areas: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, str]]:
    by_outlet = _by_outlet(view)
    shown = paging.rows(areas, key="outlet-areas", size=100)
    names = filters.outlet_names(load.ask(view.corpus, known.documents))
    wide = by_outlet.pivot_table(
        index="code", columns="outlet", values=column(view), aggfunc="sum", fill_value=0
    )
    first = "Country" if by_country(view) else "Region"
    frame = pd.DataFrame({"_code": shown.code.tolist(), first: clicks.names_of(shown)})
    outlets = {}
    called = [plain(names.get(str(outlet), str(outlet))) for outlet in wide.columns]
    brief = apart(called, _HEAD)
    for outlet, name in zip(wide.columns, brief if len(set(brief)) == len(brief) else called, strict=True):
        outlets[name] = str(outlet)
        frame[name] = [int(wide[outlet].get(code, 0)) for code in shown.code]
    return frame, outlets


def _cell(view: View, row: Any, outlet: str | None) -> Selection | None:
    return clicks.opened(view, row["_code"], **({"publisher": outlet} if outlet else {}))
