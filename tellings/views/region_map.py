"""The map: regions or countries filled by mentions, cities as points, drawn without a network and without WebGL."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from tellings import plural
from tellings.resources.boundaries import Outline
from tellings.views import map_extent, map_traces
from tellings.views.map_extent import frame_of, main_country, pictured
from tellings.views.map_frame import Frame
from tellings.views.map_traces import Drawing
from tellings.views.theme import LOOK, MAP_BUTTONS, Look, Palette, layout, line, plain
from tellings.views.undimmed import undimmed

__all__ = ["CONFIG", "frame_of", "main_country", "pictured", "region_map", "small_map", "steps"]

CONFIG = {"topojsonURL": "app/static/topojson/", "scrollZoom": False, "displaylogo": False}
"""What `st.plotly_chart` needs: without a base map served by the app itself Plotly draws nothing at all."""

STEPS = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)

SMALL = {"": (284, 316), "telephone": (320, 348), "small": (366, 388), "roomy": (366, 388)}
"""Width and height of a small map, in pixels, by the window that it has: so high that the land fills the width."""

NARROW = 310
"""Pixels of the width of a map on a telephone, or beside another chart."""

_CLASS, _LINE = 85, 10
"""Pixels of a class in the legend, the noun with it, and of a further line of the legend."""

_FILLED, _HATCHED = 1, 3
"""The places of the filled and of the hatched areas among the traces."""


def region_map(
    areas: pd.DataFrame,
    points: pd.DataFrame,
    outlines: Mapping[str, Outline],
    base: Mapping[str, Outline],
    *,
    look: Look = LOOK,
    measure: str = "n",
    stated: Collection[str] = (),
    width: int = map_traces.WIDTH,
    height: int = 540,
    buttons: int = MAP_BUTTONS,
) -> go.Figure:
    """Areas filled in steps of a measure, and points for the places in them.

    Args:
        areas: `code, country_code, name, n, n_named, n_inside, n_documents, n_outlets, n_quotations`: see
            `analysis.geography.regions`.
        points: `place_id, name, kind, lat, lon, n, n_documents, n_outlets, n_quotations`: see
            `analysis.geography.places`; none for countries.
        outlines: what may be filled, by code; areas without an outline are left to the list.
        base: the countries, drawn underneath.
        look: theme, title, source line; its `selected` is the code or place_id whose sentences are open.
        measure: the column that is drawn, one of `map_traces.MEASURES`.
        stated: codes of areas that are hatched because a statement belongs to them.
        width: in pixels, for which its names are placed; it is drawn no narrower than that.
        height: in pixels; less where it is the world, which is wide.
        buttons: pixels of the buttons beside its title.

    Returns:
        A figure with the traces `areas` and `points`, whose `customdata` is an area's code or a place_id. Of more than
        `map_extent.MOST` areas or points the most named are drawn.
    """
    drawn = areas[areas.code.isin(set(outlines)) & (areas.n > 0)].head(map_extent.MOST)
    window = frame_of(drawn, map_extent.located(points), outlines, selected=_selected(look))
    points = map_traces.namesakes(drawn, points, outlines)
    points = map_extent.located(points[points[measure] > 0])
    bounds = steps(drawn[measure])
    height = min(height, 400) if window.whole else height
    window = replace(window, steps=window.steps * width / map_traces.WIDTH)
    size = (width, height - 100)
    shown = map_extent.shown(drawn, outlines, window)
    drawing = Drawing(shown, window, bounds, measure, look.colours)
    traces = _traces(drawn, points, base, drawing, stated=stated, look=look, size=size)
    hatched = any(value is not None for value in traces[_HATCHED].lon)
    legend = _legend(bounds, map_traces.MEASURES[measure], hatched, look.colours, width // _CLASS)
    below = 34 + _LINE * legend.count("<br>")
    said = [line(legend, colour=look.colours.ink, size=13, left=8, below=below)]
    frame = layout(
        look,
        height=height,
        least=width + 16,
        buttons=buttons,
        margin={"l": 8, "r": 8, "t": 40, "b": 26 + below},
        dragmode="pan",
        geo=_geo(window, look.colours),
        annotations=said,
    )
    frame["meta"]["areas"] = map_extent.reached(shown, window)
    return undimmed(traces, frame)


def small_map(
    areas: pd.DataFrame,
    points: pd.DataFrame,
    outlines: Mapping[str, Outline],
    base: Mapping[str, Outline],
    *,
    look: Look = LOOK,
    said: str,
    window: Frame,
    bounds: Sequence[tuple[int, int]],
    measure: str = "n",
    stated: Collection[str] = (),
    size: tuple[int, int] = SMALL[""],
) -> go.Figure:
    """One of several maps with the same frame and the same classes: see :func:`region_map`.

    Args:
        areas: of the one; what the others name and it does not is drawn as not named.
        points: of the one.
        outlines: what is drawn of all: see `map_extent.shown`.
        base: the countries.
        look: theme, title (whose map it is), source line; its `selected` is the code or place_id that is open.
        said: how much it names, in words, below the title.
        window: the frame of all.
        bounds: the classes of all, of :func:`steps`.
        measure: the column that is drawn.
        stated: codes of areas that are hatched.
        size: width and height, in pixels.
    """
    width, height = size
    window = replace(window, steps=window.steps * width / map_traces.WIDTH)
    drawn = areas[areas.code.isin(set(outlines)) & (areas.n > 0)]
    points = map_traces.namesakes(drawn, points, outlines)
    points = map_extent.located(points[points[measure] > 0])
    picture = (width - 16, height - 80)
    drawing = Drawing(outlines, window, bounds, measure, look.colours)
    traces = _traces(drawn, points, base, drawing, stated=stated, look=look, size=picture)
    margin = {"l": 2, "r": 2, "t": 56, "b": 20 if look.source else 4}
    frame = layout(
        look, height=height, least=width, margin=margin, dragmode=False, geo=_geo(window, look.colours)
    )
    frame["title"]["font"]["size"] = 15
    frame["annotations"].append(line(plain(said), colour=look.colours.faint, size=13, left=2, above=2))
    return undimmed(traces, frame)


def _traces(
    drawn: pd.DataFrame,
    points: pd.DataFrame,
    base: Mapping[str, Outline],
    drawing: Drawing,
    *,
    stated: Collection[str],
    look: Look,
    size: tuple[float, float],
) -> list[Any]:
    shown = drawing.shown
    return [
        map_traces.underneath(base, drawing),
        map_traces.filled(drawn, drawing),
        map_traces.points(points, drawing, _scale(drawing.window, size[0])),
        map_traces.hatched([shown[code] for code in sorted(stated) if code in shown], drawing),
        map_traces.chosen(shown.get(_selected(look)), drawing),
        *map_traces.labels(drawn, points, base, drawing, size),
    ]


def codes(figure: go.Figure) -> tuple[str, ...]:
    """The areas of which some is in the picture, by code."""
    return tuple(figure.layout.meta["areas"])


def _selected(look: Look) -> str:
    return look.selected[0] if look.selected else ""


def _scale(window: Frame, width: float) -> float:
    """How large points are drawn: on a map of the world, where they would hide it, the smaller the picture is."""
    return max(0.35, 0.6 * width / map_traces.WIDTH) if window.whole else 1.0


def steps(values: Sequence[int] | pd.Series[Any]) -> list[tuple[int, int]]:
    """The classes of a measure, at most five, as pairs of least and most: `[(1, 1), (2, 3), (4, 7)]`."""
    most = int(max(values, default=0))
    if most < 1:
        return []
    starts = [s for s in STEPS if s <= most]
    while len(starts) > 5:
        starts = starts[::2]
    return [(low, high - 1) for low, high in zip(starts, [*starts[1:], most + 1], strict=True)]


def _legend(
    bounds: Sequence[tuple[int, int]], noun: str, stated: bool, colours: Palette, abreast: int
) -> str:
    names = [
        "not named" if noun == "mentions" else f"no {noun}",
        *(f"{low}" if low == high else f"{low}–{high}" for low, high in bounds),
    ]
    if bounds:
        names[-1] += f" {plural.noun(bounds[-1][1], noun)}"
    shades = map_traces.shades(bounds, colours)
    marks = [
        f"<span style='color:{shade}'>■</span> {name}" for name, shade in zip(names, shades, strict=True)
    ]
    lines = ["   ".join(marks[at : at + abreast]) for at in range(0, len(marks), abreast)]
    return "<br>".join([*lines, *(["▨ occupied or disputed: see the note on borders"] if stated else [])])


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
