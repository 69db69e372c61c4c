"""The map itself, and what it states below: what lies outside, what is not drawn, how borders are drawn."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd
import plotly.graph_objects as graphs

from tellings.analysis import geography
from tellings.resources import boundaries
from tellings.resources.boundaries import BoundariesError
from tellings.ui import load, show
from tellings.ui.maps import account, clicks
from tellings.ui.maps.controls import MEASURES, by_country, column, measured
from tellings.ui.view import View
from tellings.views import map_extent, region_map

_CRIMEA = (
    "Borders follow the UN General Assembly: Crimea and Sevastopol are drawn and counted as Ukraine (68/262)."
)
CONFIG = {**region_map.CONFIG, "modeBarButtonsToRemove": ["select2d", "lasso2d"]}


def areas_of(view: View) -> pd.DataFrame:
    """The regions or countries that are named, as the page counts them, the largest number first."""
    question = geography.countries if by_country(view) else geography.regions
    return _ordered(load.ask(view.corpus, question, view.filters), view)


def points_of(view: View) -> pd.DataFrame:
    """The places that are drawn as points: with a point of their own, and neither country nor region."""
    places = load.ask(view.corpus, geography.places, view.filters)
    drawn = places[~places.kind.isin(["country", "region"]) & places.lat.notna()]
    return drawn.iloc[:0] if by_country(view) else _ordered(drawn, view)


def _ordered(named: pd.DataFrame, view: View) -> pd.DataFrame:
    measure = column(view)
    return named if measure == "n" else named.sort_values(measure, ascending=False, kind="stable")


def picture(view: View, areas: pd.DataFrame, points: pd.DataFrame) -> None:
    """The map; where its outlines are missing, a sentence that says so."""
    chosen = clicks.chosen(view)
    n = load.ask(view.corpus, geography.totals, view.filters)[column(view)]
    try:
        figure = view.keep("map", lambda: _figure(view, areas, points, n, chosen), *chosen)
        seen = view.keep("seen", lambda: _seen(view, areas, points, chosen), *chosen)
        borders = view.keep("notes", lambda: stated(view, areas, region_map.codes(figure)), *chosen)
        notes = [*account.said(view, areas, seen), *borders]
    except BoundariesError as err:
        show.note(f"{err} The lists have every number.")
        return
    what = "countries" if by_country(view) else "regions and cities"
    show.chart(
        figure,
        view,
        key="map",
        n=n,
        alt=f"Map of the {what} that are named; the list beside it has the same numbers",
        pick=lambda code: clicks.opened(view, code) if ":" in code or code in set(areas.code) else None,
        config=CONFIG,
        notes=notes,
    )
    show.unseen(" ".join(notes))
    capped(len(areas), "countries" if by_country(view) else "regions")
    capped(len(points), "points")


def _seen(
    view: View, areas: pd.DataFrame, points: pd.DataFrame, chosen: tuple[str, ...]
) -> map_extent.Picture:
    outlines, selected = clicks.outlines(view, areas), chosen[0] if chosen else None
    return region_map.pictured(areas, points, outlines, measure=column(view), selected=selected)


def capped(n: int, noun: str) -> None:
    """Say where more is named than is drawn."""
    if n > map_extent.MOST:
        show.note(
            f"The map draws the {map_extent.MOST:,} {noun} with the largest numbers of {n:,}; the lists have all."
        )


def _figure(
    view: View, areas: pd.DataFrame, points: pd.DataFrame, n: int, chosen: tuple[str, ...]
) -> graphs.Figure:
    size = {"width": region_map.NARROW, "height": 390} if view.window == "telephone" else {}
    return region_map.region_map(
        areas,
        points,
        clicks.outlines(view, areas),
        boundaries.countries(),
        look=view.look(view.source(n, MEASURES[measured(view)]), *chosen, title="Where it is told to happen"),
        measure=column(view),
        stated=() if by_country(view) else set(boundaries.stated()),
        **size,
    )


def stated(view: View, areas: pd.DataFrame, codes: Collection[str]) -> list[str]:
    """The statements on borders of areas in a picture: of countries, those on which the shape of a filled one depends.

    Args:
        view: the page's view.
        areas: the regions or countries that are named.
        codes: those that are in the picture, named or not.
    """
    why, whole = boundaries.stated(), by_country(view)
    named = set(areas.code).intersection(codes)
    here = {
        code: one.said
        for code, one in why.items()
        if (not named.isdisjoint(one.countries) if whole else code in codes)
    }
    said = [_CRIMEA] if any(code.startswith("UA-") for code in here) else []
    said += [reason for code, reason in here.items() if not code.startswith("UA-")]
    if here and not whole:
        said.append("Hatched areas are occupied or disputed.")
    return said
