"""What a map is drawn of: areas, points, hatching, names. Traces of Plotly, none of which needs WebGL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from tellings.plural import several
from tellings.resources.boundaries import Outline
from tellings.views.hatching import hatch
from tellings.views.map_frame import Frame
from tellings.views.map_labels import LONGEST, Label, arrange, padded
from tellings.views.map_shapes import shapes, thinned
from tellings.views.theme import SANS, Palette, plain, short

WIDTH = 520
"""The width in pixels for which labels are laid out."""

_ACROSS = 16
"""So often a country fits into the width of a picture at most that has its name there."""

MEASURES = {"n": "mentions", "n_documents": "articles", "n_outlets": "outlets", "n_quotations": "quotations"}
"""What can be drawn: columns, and what they count."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a map is drawn, or several that are to be compared.

    Attributes:
        shown: the outlines that are filled, by code.
        window: the part of the world that is shown.
        bounds: the classes of the measure, least and most of each.
        measure: the column that is drawn, one of :data:`MEASURES`.
        colours: of the theme.
    """

    shown: Mapping[str, Outline]
    window: Frame
    bounds: Sequence[tuple[int, int]]
    measure: str
    colours: Palette


def _class(value: float, bounds: Sequence[tuple[int, int]]) -> int:
    return sum(value >= low for low, _ in bounds)


def shades(bounds: Sequence[tuple[int, int]], colours: Palette) -> list[str]:
    """The colour of each class, the empty one first."""
    ramp = colours.sequence[1:]
    start = max(0, len(ramp) - max(len(bounds), 3))
    return [colours.sequence[0], *ramp[start : start + len(bounds)]]


def filled(areas: pd.DataFrame, drawing: Drawing) -> go.Choropleth:
    """The areas, each in the shade of its class."""
    values, shown = areas.set_index("code"), drawing.shown
    ramp = shades(drawing.bounds, drawing.colours)
    n = len(ramp)
    scale = [[edge, shade] for i, shade in enumerate(ramp) for edge in (i / n, (i + 1) / n)]
    z, text = [], []
    for code, outline in shown.items():
        area: Any = values.loc[code] if code in values.index else None
        z.append(_class(float(area[drawing.measure]), drawing.bounds) if area is not None else 0)
        text.append(_said(_name(area, outline), area))
    return go.Choropleth(
        name="areas",
        geojson=shapes(shown.values(), drawing.window),
        locations=list(shown),
        customdata=list(shown),
        z=z,
        zmin=-0.5,
        zmax=n - 0.5,
        colorscale=scale,
        showscale=False,
        text=text,
        hovertemplate="%{text}<extra></extra>",
        marker={"line": {"color": drawing.colours.faint, "width": 0.6}},
    )


def _said(name: str, area: Any) -> str:
    if area is None:
        return f"<b>{plain(name)}</b><br>not named"
    lines = [
        f"<b>{plain(name)}</b>",
        f"{several(int(area.n), 'mention')}: {int(area.n_named)} by its own name, "
        f"{int(area.n_inside)} of places in it",
    ]
    lines.append(
        f"in {several(int(area.n_documents), 'article')} of {several(int(area.n_outlets), 'outlet')}"
    )
    lines.append(f"{several(int(area.n_quotations), 'quotation speaks', 'quotations speak')} of it")
    return "<br>".join(lines)


def namesakes(areas: pd.DataFrame, points: pd.DataFrame, outlines: Mapping[str, Outline]) -> pd.DataFrame:
    """The points as they are drawn: the city of a region that bears its name stands for the region.

    Where only places in a region are named, the city has its label: the one number that the list has for the name, and
    what the point opens.

    Args:
        areas: the regions.
        points: the places in them.
        outlines: of the regions that are drawn.
    """
    rows: list[Any] = [row for row in areas.itertuples() if row.n_named == 0 and row.code in outlines]
    bare = {(row.code, short_name(_name(row, outlines[row.code])).casefold()): row for row in rows}
    spots: list[Any] = list(points.itertuples(index=False)) if bare else []
    of = [bare.get((spot.admin1_code, str(spot.name).casefold())) for spot in spots]
    if not any(of):
        return points
    pairs = [
        region if region and spot.kind == "city" else spot for spot, region in zip(spots, of, strict=True)
    ]
    ids = [getattr(one, "code", None) or one.place_id for one in pairs]
    return points.assign(place_id=ids, **{name: [getattr(one, name) for one in pairs] for name in MEASURES})


def points(points: pd.DataFrame, drawing: Drawing, scale: float = 1.0) -> go.Scattergeo:
    """The places that are drawn as points, larger where the measure is."""
    sizes = [scale * (7 + 3.2 * min(float(n), 60.0) ** 0.5) for n in points[drawing.measure]]
    spots: list[Any] = list(points.itertuples(index=False))
    text = [
        f"<b>{plain(row.name)}</b><br>{several(row.n, 'mention')} in {several(row.n_documents, 'article')} "
        f"of {several(row.n_outlets, 'outlet')}<br>"
        f"{several(row.n_quotations, 'quotation speaks', 'quotations speak')} of it"
        for row in spots
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
        marker={
            "size": sizes,
            "symbol": symbols,
            "color": drawing.colours.ink,
            "opacity": 0.85,
            "line": {"color": drawing.colours.paper, "width": 1.5 * scale},
        },
        showlegend=False,
    )


def underneath(base: Mapping[str, Outline], drawing: Drawing) -> go.Choropleth:
    """The countries, without colour, for what is drawn upon them; those that are filled themselves are left out."""
    colours, window = drawing.colours, drawing.window
    under = [one for one in base.values() if one.code not in drawing.shown and window.meets(one.bbox)]
    return go.Choropleth(
        name="other countries",
        geojson=shapes(under, window),
        locations=[o.code for o in under],
        z=[0] * len(under),
        colorscale=[[0, colours.shade], [1, colours.shade]],
        showscale=False,
        marker={"line": {"color": colours.line, "width": 0.8}},
        hoverinfo="skip",
    )


def hatched(areas: Sequence[Outline], drawing: Drawing) -> go.Scattergeo:
    """Lines across the areas to which a statement on borders belongs."""
    step = max((drawing.window.north - drawing.window.south) / 70, 0.08)
    lons: list[float | None] = []
    lats: list[float | None] = []
    for outline in areas:
        lon, lat = hatch(outline.polygons(), step)
        lons += lon
        lats += lat
    return _lines("hatching", lons, lats, drawing.colours.ink, 0.7)


def chosen(outline: Outline | None, drawing: Drawing) -> go.Scattergeo:
    """The outline of the area that is open."""
    lons: list[float | None] = []
    lats: list[float | None] = []
    for polygon in thinned(outline, drawing.window) if outline else []:
        for ring in polygon:
            lons += [*(p[0] for p in ring), None]
            lats += [*(p[1] for p in ring), None]
    return _lines("selected", lons, lats, drawing.colours.accent, 3)


def _lines(
    name: str, lons: list[float | None], lats: list[float | None], colour: str, width: float
) -> go.Scattergeo:
    return go.Scattergeo(
        name=name,
        lon=lons or [None],
        lat=lats or [None],
        mode="lines",
        line={"color": colour, "width": width},
        hoverinfo="skip",
        showlegend=False,
    )


def labels(
    areas: pd.DataFrame,
    points: pd.DataFrame,
    base: Mapping[str, Outline],
    drawing: Drawing,
    size: tuple[float, float],
) -> list[go.Scattergeo]:
    """The names and numbers for which there is room in a picture of that width and height, then those of countries.

    The names are those of the lists, without the word for the kind of region. Each letter has an edge of paper, so that
    it is told from every fill.
    """
    shown, measure, colours = drawing.shown, drawing.measure, drawing.colours
    rows: list[Any] = list(areas.itertuples())
    spots: list[Any] = sorted(points.itertuples(index=False), key=lambda spot: -getattr(spot, measure))
    filled = [row for row in rows if row.code in shown and getattr(row, measure) > 0]
    cities = {  # Kharkiv stands for Kharkiv Oblast, of which only it is named
        (spot.name, spot.country_code) for spot in spots if drawing.window.holds(spot.lon, spot.lat)
    }
    own = {short_name(_name(row, shown[row.code])).casefold() for row in filled if row.n_named}

    def areal(row: Any) -> Label:
        one = shown[row.code]
        return Label(
            *one.label, _counted(short_name(_name(row, one)), getattr(row, measure)), False, area=one
        )

    wanted = [areal(row) for row in filled if row.n_named > 0]
    wanted += [
        Label(float(row.lon), float(row.lat), _counted(_alone(row, own), getattr(row, measure)), True)
        for row in spots
    ]
    wanted += [
        areal(row)
        for row in filled
        if not row.n_named
        and (short_name(_name(row, shown[row.code])), shown[row.code].country) not in cities
    ]
    lands = _lands(base, {row.code for row in filled}, drawing)
    edge = ", ".join(
        f"{x}px {y}px 0 {colours.paper}" for x in (-1.5, 0, 1.5) for y in (-1.5, 0, 1.5) if x or y
    )
    traces = []
    for position, placed in arrange([*wanted, *lands], drawing.window, *size):
        for some, name, weight in (
            ([p for p in placed if not p.land], "labels", 600),
            ([p for p in placed if p.land], "countries", 400),
        ):
            if some:
                traces.append(
                    go.Scattergeo(
                        name=name,
                        lon=[p.lon for p in some],
                        lat=[p.lat for p in some],
                        text=[padded(plain(p.text, LONGEST), position) for p in some],
                        mode="text",
                        textposition=position,
                        hoverinfo="skip",
                        showlegend=False,
                        textfont={
                            "family": SANS,
                            "size": 12 if name == "countries" else 13,
                            "color": colours.ink,
                            "weight": weight,
                            "shadow": edge,
                        },
                    )
                )
    return traces


def _alone(spot: Any, regions: set[str]) -> str:
    """The name of a point, told from that of a region with a number of its own."""
    same = spot.kind == "city" and str(spot.name).casefold() in regions
    return f"{spot.name}, city" if same else str(spot.name)


def _counted(name: str, n: int) -> str:
    """A name with its number, which stays where the name is too long."""
    number = f" {n:,}"
    return short(name, LONGEST - len(number)) + number


def _lands(base: Mapping[str, Outline], named: set[str], drawing: Drawing) -> list[Label]:
    """The names of the countries of some size that reach into the picture, unless it is the world; in capitals over
    regions, so that none is taken for the name of that in which it stands.
    """
    window = drawing.window
    if window.whole:
        return []
    whole = not any("-" in code for code in drawing.shown)
    least = (window.east - window.west) / _ACROSS
    return [
        Label(*one.label, one.name if whole else one.name.upper(), False, area=one, land=True)
        for code, one in base.items()
        if code not in named and one.bbox[2] - one.bbox[0] > least and window.meets(one.bbox)
    ]


def _name(area: Any, outline: Outline) -> str:
    """What the lists call an area."""
    name = None if area is None else area["name"] if isinstance(area, pd.Series) else area.name
    return name if isinstance(name, str) else outline.name


def short_name(name: str) -> str:
    """An area's name without the word for what it is: Sumy for Sumy Oblast."""
    for word in (" Oblast", " Region", " Province", " Governorate", " Prefecture", " Voivodeship"):
        name = name.removesuffix(word)
    return name
