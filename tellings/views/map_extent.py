"""Which part of the world a map of named areas and points shows, what is drawn of them and what lies outside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from tellings.resources.boundaries import Outline
from tellings.views.map_frame import Frame, Spot, fit

MOST = 300
"""So many areas and so many points are drawn at most, the most named; a list has the rest."""

HEAVY, WIDEST, ROOM = 0.1, 2.0, 25.0
"""A country that holds such a share of all mentions comes into the frame, which may become so many times as wide for
it, or so many degrees wide in any case."""

MAIN = 0.4
"""The share of all mentions in regions from which on a country is the one that is shown."""

WHOLE = 0.5
"""The share of the main country's mentions from which on a region is shown whole, not only the cities in it."""


class Picture(NamedTuple):
    """How many of the mentions that could be drawn lie in the frame, of how many, and what lies outside, each with its
    number by the measure that is drawn.
    """

    inside: int
    total: int
    far: list[str]


def frame_of(
    areas: pd.DataFrame, points: pd.DataFrame, outlines: Mapping[str, Outline], *, selected: str | None = None
) -> Frame:
    """The part of the world to be shown: where most mentions lie, of regions and cities alike.

    The country in whose regions most is named comes first, what lies near, and what is named often not too far away;
    where no country has so much, what holds most of the mentions. The frame moves to what is selected where that lies
    outside.
    """
    rows: list[Any] = [row for row in areas.itertuples() if row.code in outlines]
    loose: list[Any] = list(points.itertuples(index=False))
    main = main_country(areas)
    of_main = areas[areas.country_code == main].n.sum()
    spots: dict[object, list[Spot]] = {}
    for row in rows:
        whole = row.country_code == main and row.n >= WHOLE * of_main
        weight = _own(row) or (_LITTLE if whole else 0)
        if weight:
            spots.setdefault(row.country_code, []).append(_area_spot(outlines[row.code], weight))
    for row in loose:
        land = row.country_code if isinstance(row.country_code, str) else row.place_id
        spots.setdefault(land, []).append(Spot(float(row.lon), float(row.lat), float(row.n)))
    near = spots.pop(main, [])
    window = (
        _with_heavy(near, list(spots.values())) if near else fit([s for some in spots.values() for s in some])
    )
    wanted = _selected_spot(selected, outlines, points)
    if wanted is not None and not window.holds(wanted.lon, wanted.lat):
        return fit([*near, wanted], share=1.0)
    return window


_LITTLE = 1e-3
"""The weight of a region that only the places in it are named of."""


def _own(area: Any) -> float:
    """The mentions that lie at the area itself: of a region those of its name, as its cities are points."""
    return float(area.n_named if "-" in area.code else area.n)


def _with_heavy(core: list[Spot], others: list[list[Spot]]) -> Frame:
    """The frame around the core, widened for what holds a good part of all mentions, as far as the core stays large.

    Args:
        core: what is named in the main country.
        others: the same of each of the other countries.
    """
    far = [spot for some in others for spot in some]
    total = sum(spot.weight for spot in [*core, *far])
    window = fit(core, also=far)
    core = [spot for spot in core if spot.weight == _LITTLE or window.holds(spot.lon, spot.lat)]
    window = fit(core, share=1.0, also=far)
    most = max(ROOM, WIDEST * (window.east - window.west))
    for some in sorted(others, key=lambda some: -sum(spot.weight for spot in some)):
        if sum(spot.weight for spot in some) < HEAVY * total:
            break
        wider = fit([*core, *some], share=1.0, also=far)
        if not wider.whole and wider.east - wider.west <= most:
            core, window = [*core, *some], wider
    return window


def main_country(areas: pd.DataFrame) -> str | None:
    """The country in whose regions most is named, regions and the places in them alike.

    None where no country has the share :data:`MAIN` of it, where nothing is named, and where areas are countries.
    """
    regions = areas[areas.code.str.contains("-") & areas.country_code.notna()]
    by_country = regions.groupby("country_code").n.agg(["sum", "size"]).sort_values(["sum", "size"])
    if by_country.empty or not by_country["sum"].sum():
        return None
    most = by_country.iloc[-1]
    return str(most.name) if most["sum"] >= MAIN * by_country["sum"].sum() else None


def located(points: pd.DataFrame) -> pd.DataFrame:
    """The points that can be drawn: the most named of those with a latitude and a longitude."""
    return points[points.lat.between(-90, 90) & points.lon.between(-180, 180)].head(MOST)


def shown(areas: pd.DataFrame, outlines: Mapping[str, Outline], window: Frame) -> dict[str, Outline]:
    """The outlines to be drawn: of the areas that are named, and of their neighbours in the main country."""
    named, main = set(areas.code), main_country(areas)
    return {
        code: outline
        for code, outline in outlines.items()
        if window.meets(outline.bbox)
        and (code in named or outline.country == main or (main is None and len(outlines) <= MOST))
    }


def reached(outlines: Mapping[str, Outline], window: Frame) -> list[str]:
    """Of areas, by code, those of which some is in the frame: not their extent alone, but a point of their outlines, or
    the frame's middle.
    """
    middle = Frame(*2 * ((window.west + window.east) / 2, (window.south + window.north) / 2))
    return [
        code
        for code, outline in outlines.items()
        if middle.meets(outline.bbox)
        or any(window.holds(*point) for rings in outline.polygons() for point in rings[0])
    ]


def pictured(
    areas: pd.DataFrame,
    points: pd.DataFrame,
    outlines: Mapping[str, Outline],
    *,
    measure: str = "n",
    selected: str | None = None,
) -> Picture:
    """How much of what could be drawn the frame holds, counted by mentions, and what lies outside it.

    A place lies at its point, all else that a region counts (its own name, a square without a point) at its middle.
    What is `selected` is in the frame; `measure` is the column that is drawn.
    """
    drawn = areas[areas.code.isin(set(outlines)) & (areas.n > 0)].head(MOST)
    points = located(points)
    window = frame_of(drawn, points, outlines, selected=selected)
    pointed = points.groupby("admin1_code").n.sum()
    rest = drawn.n - drawn.code.map(pointed).fillna(0).astype(int)
    rows: list[Any] = [(row, n) for row, n in zip(drawn.itertuples(), rest, strict=True) if n > 0]
    spots: list[Any] = list(points.itertuples(index=False))
    named = [(outlines[row.code].name, *outlines[row.code].label, row, int(n)) for row, n in rows]
    named += [(str(row.name), row.lon, row.lat, row, int(row.n)) for row in spots]
    outside = [(name, row, n) for name, lon, lat, row, n in named if not window.holds(lon, lat)]
    counted = ((n if measure == "n" else int(getattr(row, measure)), name) for name, row, n in outside)
    far = [f"{name} {n}" for n, name in sorted(counted, reverse=True) if n]
    total = sum(n for *_, n in named)
    return Picture(total - sum(n for *_, n in outside), total, far)


def _area_spot(outline: Outline, n: float) -> Spot:
    return Spot(outline.label[0], outline.label[1], float(n), outline.bbox)


def _selected_spot(
    selected: str | None, outlines: Mapping[str, Outline], points: pd.DataFrame
) -> Spot | None:
    if selected in outlines:
        return _area_spot(outlines[str(selected)], 1)
    chosen = points[points.place_id == selected] if selected else points[:0]
    return Spot(float(chosen.lon.iloc[0]), float(chosen.lat.iloc[0]), 1.0) if len(chosen) else None
