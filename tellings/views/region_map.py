"""The map: regions or countries filled by mentions, cities as points, drawn without a network and without WebGL."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from tellings.boundaries import Outline
from tellings.views.hatching import hatch
from tellings.views.map_frame import Frame, Spot, fit
from tellings.views.map_labels import Label, arrange
from tellings.views.theme import SANS, Palette, frame, palette, plain

CONFIG = {"topojsonURL": "app/static/topojson/", "scrollZoom": False, "displaylogo": False}
"""What `st.plotly_chart` needs: without a base map served by the app itself Plotly draws nothing at all."""

WIDTH = 760
"""The width in pixels for which labels are laid out."""

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
    height: int = 560,
) -> go.Figure:
    """Areas filled in steps of a measure, and points for the places in them.

    Args:
        areas: `code, name, n, n_named, n_inside, n_documents, n_outlets`: see `analysis.geography.regions`.
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
        A figure whose first traces are `areas` and `points`; a click gives an area's code or a point's
        place_id as `customdata`.
    """
    colours = palette(theme)
    drawn = areas[areas.code.isin(set(outlines)) & (areas[measure] > 0)]
    points = points[points.lat.notna() & points.lon.notna()]
    window = frame_of(drawn, points, outlines, selected=selected)
    shown = {code: outline for code, outline in outlines.items() if window.meets(outline.bbox)}
    bounds = steps(drawn[measure])
    figure = go.Figure()
    figure.add_trace(_filled(areas, shown, bounds, measure, noun, colours))
    figure.add_trace(_points(points, noun, colours))
    figure.add_trace(_underneath(base, shown, window, colours))
    figure.add_trace(_hatched([shown[code] for code in sorted(stated) if code in shown], window, colours))
    figure.add_trace(_chosen(shown.get(selected or ""), colours))
    figure.add_traces(_labels(drawn, points, shown, window, bounds, measure, height, colours))
    figure.add_traces(_legend(bounds, noun, any(code in shown for code in stated), colours))
    frame(figure, theme=theme, title=title, source=source, height=height)
    figure.update_layout(
        geo=_geo(window, colours),
        dragmode="pan",
        showlegend=True,
        margin={"l": 0, "r": 0, "t": 40, "b": 58},
        legend={
            "orientation": "h", "x": 0, "y": 0, "xanchor": "left", "yanchor": "top", "font": {"size": 13},
            "itemclick": False, "itemdoubleclick": False, "bgcolor": "rgba(0,0,0,0)", "tracegroupgap": 4,
        },
    )  # fmt: skip
    return figure


def steps(values: Sequence[int] | pd.Series) -> list[tuple[int, int]]:
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
    """The part of the world that holds most of what is named; it moves to what is selected where that lies outside."""
    row: Any
    spots = [_area_spot(outlines[row.code], row.n) for row in areas.itertuples() if row.code in outlines]
    named = {row.code for row in areas.itertuples()}
    loose = points[~points.admin1_code.isin(named)] if "admin1_code" in points else points
    spots += [Spot(float(row.lon), float(row.lat), float(row.n)) for row in loose.itertuples()]
    window = fit(spots)
    wanted = _selected_spot(selected, outlines, points)
    if wanted is not None and not window.holds(wanted.lon, wanted.lat):
        return fit(
            [*spots, Spot(wanted.lon, wanted.lat, sum(s.weight for s in spots) + 1, wanted.box)], share=1.0
        )
    return window


def outside(areas: pd.DataFrame, points: pd.DataFrame, outlines: Mapping[str, Outline]) -> list[str]:
    """The names of what is drawn but lies outside the frame, the most named first."""
    drawn = areas[areas.code.isin(set(outlines)) & (areas.n > 0)]
    located = points[points.lat.notna() & points.lon.notna()]
    window = frame_of(drawn, located, outlines)
    row: Any
    far = [
        outlines[row.code].name for row in drawn.itertuples() if not window.holds(*outlines[row.code].label)
    ]
    return far + [
        str(row.name) for row in located.itertuples(index=False) if not window.holds(row.lon, row.lat)
    ]


def _area_spot(outline: Outline, n: float) -> Spot:
    return Spot(outline.label[0], outline.label[1], float(n), outline.bbox)


def _selected_spot(
    selected: str | None, outlines: Mapping[str, Outline], points: pd.DataFrame
) -> Spot | None:
    if selected in outlines:
        return _area_spot(outlines[str(selected)], 1)
    chosen = points[points.place_id == selected] if selected else points[:0]
    return Spot(float(chosen.lon.iloc[0]), float(chosen.lat.iloc[0]), 1.0) if len(chosen) else None


def _class(value: float, bounds: Sequence[tuple[int, int]]) -> int:
    return sum(value >= low for low, _ in bounds)


def _shades(bounds: Sequence[tuple[int, int]], colours: Palette) -> list[str]:
    """The colour of each class, the empty one first."""
    ramp = colours.sequence[1:]
    start = max(0, len(ramp) - max(len(bounds), 3))
    return [colours.sequence[0], *ramp[start : start + len(bounds)]]


def _filled(
    areas: pd.DataFrame,
    shown: Mapping[str, Outline],
    bounds: Sequence[tuple[int, int]],
    measure: str,
    noun: str,
    colours: Palette,
) -> go.Choropleth:
    values = areas.set_index("code")
    shades = _shades(bounds, colours)
    n = len(shades)
    scale = [[edge, shade] for i, shade in enumerate(shades) for edge in (i / n, (i + 1) / n)]
    z, text = [], []
    for code, outline in shown.items():
        found = values.loc[code] if code in values.index else None
        z.append(_class(float(found[measure]), bounds) if found is not None else 0)
        text.append(_said(outline.name, found, measure, noun))
    return go.Choropleth(
        name="areas",
        geojson={"type": "FeatureCollection", "features": [_feature(o) for o in shown.values()]},
        locations=list(shown),
        customdata=list(shown),
        z=z,
        zmin=-0.5,
        zmax=n - 0.5,
        colorscale=scale,
        showscale=False,
        text=text,
        hovertemplate="%{text}<extra></extra>",
        marker={"line": {"color": colours.faint, "width": 0.6}},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _said(name: str, found: pd.Series | None, measure: str, noun: str) -> str:
    if found is None:
        return f"<b>{plain(name)}</b><br>not named"
    lines = [f"<b>{plain(name)}</b>", f"{int(found.n)} mentions: {int(found.n_named)} by its own name, "
             f"{int(found.n_inside)} of places in it"]  # fmt: skip
    lines.append(f"in {int(found.n_documents)} articles of {int(found.n_outlets)} outlets")
    return "<br>".join(lines)


def _feature(outline: Outline) -> dict[str, Any]:
    return {"type": "Feature", "id": outline.code, "properties": {}, "geometry": outline.geometry}


def _points(points: pd.DataFrame, noun: str, colours: Palette) -> go.Scattergeo:
    sizes = [7 + 3.2 * min(float(n), 60.0) ** 0.5 for n in points.n]
    row: Any
    text = [
        f"<b>{plain(row.name)}</b><br>{row.n} mentions in {row.n_documents} articles"
        for row in points.itertuples(index=False)
    ]
    symbols = ["circle" if kind in ("city", "facility") else "diamond-open" for kind in points.kind]
    return go.Scattergeo(
        name="points",
        lon=points.lon.tolist(),
        lat=points.lat.tolist(),
        customdata=points.place_id.tolist(),
        mode="markers",
        text=text,
        hovertemplate="%{text}<extra></extra>",
        marker={"size": sizes, "symbol": symbols, "color": colours.ink, "opacity": 0.85,
                "line": {"color": colours.paper, "width": 1.5}},
        selected={"marker": {"opacity": 0.85}},
        unselected={"marker": {"opacity": 0.85}},
        showlegend=False,
    )  # fmt: skip


def _underneath(
    base: Mapping[str, Outline], shown: Mapping[str, Outline], window: Frame, colours: Palette
) -> go.Choropleth:
    filled = {outline.country for outline in shown.values()}
    under = [o for code, o in base.items() if code not in filled and window.meets(o.bbox)]
    return go.Choropleth(
        name="other countries",
        geojson={"type": "FeatureCollection", "features": [_feature(o) for o in under]},
        locations=[o.code for o in under],
        z=[0] * len(under),
        colorscale=[[0, colours.shade], [1, colours.shade]],
        showscale=False,
        marker={"line": {"color": colours.line, "width": 0.8}},
        hoverinfo="skip",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _hatched(areas: Sequence[Outline], window: Frame, colours: Palette) -> go.Scattergeo:
    step = max((window.north - window.south) / 70, 0.08)
    lons: list[float | None] = []
    lats: list[float | None] = []
    for outline in areas:
        lon, lat = hatch(outline.polygons(), step)
        lons += lon
        lats += lat
    return _lines("hatching", lons, lats, colours.ink, 0.7)


def _chosen(outline: Outline | None, colours: Palette) -> go.Scattergeo:
    lons: list[float | None] = []
    lats: list[float | None] = []
    for polygon in outline.polygons() if outline else []:
        for ring in polygon:
            lons += [*(p[0] for p in ring), None]
            lats += [*(p[1] for p in ring), None]
    return _lines("selected", lons, lats, colours.accent, 3)


def _lines(
    name: str, lons: list[float | None], lats: list[float | None], colour: str, width: float
) -> go.Scattergeo:
    return go.Scattergeo(
        name=name, lon=lons or [None], lat=lats or [None], mode="lines", line={"color": colour, "width": width},
        hoverinfo="skip", showlegend=False,
    )  # fmt: skip


def _labels(
    areas: pd.DataFrame,
    points: pd.DataFrame,
    shown: Mapping[str, Outline],
    window: Frame,
    bounds: Sequence[tuple[int, int]],
    measure: str,
    height: int,
    colours: Palette,
) -> list[go.Scattergeo]:
    row: Any
    wanted = [
        Label(*shown[row.code].label, f"{_short(shown[row.code].name)} {getattr(row, measure)}", False)
        for row in areas.itertuples()
        if row.code in shown and row.n_named > 0
    ]
    wanted += [
        Label(float(row.lon), float(row.lat), f"{row.name} {row.n}", True)
        for row in points.itertuples(index=False)
    ]
    return [
        go.Scattergeo(
            name="labels", lon=[p.lon for p in placed], lat=[p.lat for p in placed],
            text=[plain(p.text, 28) for p in placed], mode="text", textposition=position, hoverinfo="skip",
            showlegend=False, textfont={"family": SANS, "size": 13, "color": colours.ink, "weight": 600,
                                        "shadow": ", ".join([f"0 0 3px {colours.paper}"] * 4)},
        )
        for position, placed in arrange(wanted, window, WIDTH, height - 98)
    ]  # fmt: skip


def _short(name: str) -> str:
    for word in (" Oblast", " Region", " Province", " Governorate", " Prefecture", " Voivodeship"):
        name = name.removesuffix(word)
    return name


def _legend(
    bounds: Sequence[tuple[int, int]], noun: str, stated: bool, colours: Palette
) -> list[go.Scattergeo]:
    names = ["not named", *(f"{low}" if low == high else f"{low}–{high}" for low, high in bounds)]
    if bounds:
        names[-1] += f" {noun}"
    marks = [
        _key(
            name,
            {"symbol": "square", "size": 13, "color": shade, "line": {"color": colours.faint, "width": 0.8}},
        )
        for name, shade in zip(names, _shades(bounds, colours), strict=True)
    ]
    if stated:
        marker = {
            "symbol": "line-ne-open",
            "size": 12,
            "color": colours.ink,
            "line": {"color": colours.ink, "width": 2},
        }
        marks.append(_key("hatched: see the note on borders", marker))
    return marks


def _key(name: str, marker: dict[str, Any]) -> go.Scattergeo:
    return go.Scattergeo(name=name, lon=[None], lat=[None], mode="markers", marker=marker, hoverinfo="skip")


def _geo(window: Frame, colours: Palette) -> dict[str, Any]:
    geo: dict[str, Any] = {
        "visible": False, "resolution": 110, "bgcolor": colours.paper, "showframe": False, "showland": False,
        "showcoastlines": False, "showcountries": False, "domain": {"x": [0, 1], "y": [0, 1]},
    }  # fmt: skip
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
