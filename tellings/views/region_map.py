"""The map: regions or countries filled by mentions, cities as points, drawn without a network and without WebGL."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from tellings.boundaries import Outline
from tellings.views import map_traces
from tellings.views.map_frame import Frame, Spot, fit
from tellings.views.theme import Palette, layout, line, palette

CONFIG = {"topojsonURL": "app/static/topojson/", "scrollZoom": False, "displaylogo": False}
"""What `st.plotly_chart` needs: without a base map served by the app itself Plotly draws nothing at all."""

STEPS = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)


def region_map(
    areas: pd.DataFrame,
    points: pd.DataFrame,
    outlines: Mapping[str, Outline],
    base: Mapping[str, Outline],
    *,
    theme: str = "light",
    title: str,
    source: str = "",
    measure: str = "n",
    noun: str = "mentions",
    stated: Collection[str] = (),
    selected: str | None = None,
    height: int = 540,
) -> go.Figure:
    """Areas filled in steps of a measure, and points for the places in them.

    Args:
        areas: `code, country_code, name, n, n_named, n_inside, n_documents, n_outlets`: see
            `analysis.geography.regions`.
        points: `place_id, name, kind, lat, lon, n, n_documents`: see `analysis.geography.places`; none for countries.
        outlines: what may be filled, by code; areas without an outline are left to the list.
        base: the countries, drawn underneath.
        theme: `light` or `dark`.
        title: what is seen.
        source: corpus, n and hash.
        measure: the column that is drawn: `n`, `n_documents` or `n_outlets`.
        noun: what it counts, in the plural.
        stated: codes of areas that are hatched because a statement belongs to them.
        selected: the code or place_id whose sentences are open.
        height: in pixels.

    Returns:
        A figure with the traces `areas` and `points`, whose `customdata` is an area's code or a place_id.
    """
    colours = palette(theme)
    drawn = areas[areas.code.isin(set(outlines)) & (areas[measure] > 0)]
    points = points[points.lat.notna() & points.lon.notna()]
    window = frame_of(drawn, points, outlines, selected=selected)
    named, main = set(drawn.code), main_country(drawn)
    shown = {
        code: outline
        for code, outline in outlines.items()
        if window.meets(outline.bbox) and (code in named or main in (None, outline.country))
    }
    bounds = steps(drawn[measure])
    hatching = [shown[code] for code in sorted(stated) if code in shown]
    margin = {"l": 8, "r": 8, "t": 40, "b": 60}
    return go.Figure(
        [
            map_traces.underneath(base, window, colours),
            map_traces.filled(areas, shown, window, bounds, measure, colours),
            map_traces.points(points, colours),
            map_traces.hatched(hatching, window, colours),
            map_traces.chosen(shown.get(selected or ""), colours),
            *map_traces.labels(drawn, points, shown, window, measure, height - 100, colours),
        ],
        layout(
            theme=theme,
            title=title,
            source=source,
            height=height,
            margin=margin,
            dragmode="pan",
            geo=_geo(window, colours),
            annotations=[
                line(
                    _legend(bounds, noun, bool(hatching), colours),
                    colour=colours.ink,
                    size=13,
                    left=8,
                    below=34,
                )
            ],
        ),
    )


def steps(values: Sequence[int] | pd.Series[Any]) -> list[tuple[int, int]]:
    """The classes of a measure, at most five, as pairs of least and most: `[(1, 1), (2, 3), (4, 7)]`."""
    most = int(max(values, default=0))
    if most < 1:
        return []
    starts = [s for s in STEPS if s <= most]
    while len(starts) > 5:
        starts = starts[::2]
    return [(low, high - 1) for low, high in zip(starts, [*starts[1:], most + 1], strict=True)]


def frame_of(
    areas: pd.DataFrame, points: pd.DataFrame, outlines: Mapping[str, Outline], *, selected: str | None = None
) -> Frame:
    """The part of the world to be shown.

    The regions of the country of which most are named come first, and what lies near them; where no region is named,
    what holds most of the mentions. The frame moves to what is selected where that lies outside.
    """
    rows: list[Any] = [row for row in areas.itertuples() if row.code in outlines]
    spots = {row.code: _area_spot(outlines[row.code], row.n) for row in rows}
    main = main_country(areas)
    core = [spots[row.code] for row in rows if row.n_named > 0 and row.country_code == main]
    loose: list[Any] = list(points.itertuples(index=False))
    far = [spot for spot in spots.values() if spot not in core]
    far += [Spot(float(row.lon), float(row.lat), float(row.n)) for row in loose]
    window = fit(core, share=1.0, also=far) if core else fit(far)
    wanted = _selected_spot(selected, outlines, points)
    if wanted is not None and not window.holds(wanted.lon, wanted.lat):
        return fit([*core, wanted], share=1.0)
    return window


def main_country(areas: pd.DataFrame) -> str | None:
    """The country of which most regions are named by their own names; None where none is, or areas are countries."""
    named = areas[(areas.n_named > 0) & areas.code.str.contains("-")].country_code.dropna().tolist()
    return max(dict.fromkeys(named), key=named.count) if named else None


def outside(areas: pd.DataFrame, points: pd.DataFrame, outlines: Mapping[str, Outline]) -> list[str]:
    """The names of what is drawn but lies outside the frame, the most named first."""
    drawn = areas[areas.code.isin(set(outlines)) & (areas.n > 0)]
    located = points[points.lat.notna() & points.lon.notna()]
    window = frame_of(drawn, located, outlines)
    rows: list[Any] = list(drawn.itertuples())
    spots: list[Any] = list(located.itertuples(index=False))
    far = [outlines[row.code].name for row in rows if not window.holds(*outlines[row.code].label)]
    return far + [str(row.name) for row in spots if not window.holds(row.lon, row.lat)]


def _area_spot(outline: Outline, n: float) -> Spot:
    return Spot(outline.label[0], outline.label[1], float(n), outline.bbox)


def _selected_spot(
    selected: str | None, outlines: Mapping[str, Outline], points: pd.DataFrame
) -> Spot | None:
    if selected in outlines:
        return _area_spot(outlines[str(selected)], 1)
    chosen = points[points.place_id == selected] if selected else points[:0]
    return Spot(float(chosen.lon.iloc[0]), float(chosen.lat.iloc[0]), 1.0) if len(chosen) else None


def _legend(bounds: Sequence[tuple[int, int]], noun: str, stated: bool, colours: Palette) -> str:
    names = ["not named", *(f"{low}" if low == high else f"{low}–{high}" for low, high in bounds)]
    if bounds:
        names[-1] += f" {noun}"
    shades = map_traces.shades(bounds, colours)
    marks = [
        f"<span style='color:{shade}'>■</span> {name}" for name, shade in zip(names, shades, strict=True)
    ]
    return "   ".join([*marks, "▨ see the note on borders"] if stated else marks)


def _geo(window: Frame, colours: Palette) -> dict[str, Any]:
    geo: dict[str, Any] = {
        "visible": False,
        "resolution": 110,
        "bgcolor": colours.paper,
        "showframe": False,
        "showland": False,
        "showcoastlines": False,
        "showcountries": False,
        "domain": {"x": [0, 1], "y": [0, 1]},
    }
    if window.whole:
        return geo | {
            "projection": {"type": "natural earth"},
            "lataxis": {"range": [window.south, window.north]},
        }
    return geo | {
        "projection": {"type": "mercator"},
        "lonaxis": {"range": [window.west, window.east]},
        "lataxis": {"range": [window.south, window.north]},
    }
