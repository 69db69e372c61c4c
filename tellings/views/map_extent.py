"""Which part of the world a map of named areas and points shows, what is drawn of them and what lies outside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from tellings.resources.boundaries import Outline
from tellings.views.map_frame import Frame, Spot, fit

MOST = 300
"""So many areas and so many points are drawn at most, the most named; a list has the rest."""

HEAVY, WIDEST = 0.1, 2.0
"""What holds such a share of all mentions comes into the frame, which may become so many times as wide for it."""


def frame_of(
    areas: pd.DataFrame, points: pd.DataFrame, outlines: Mapping[str, Outline], *, selected: str | None = None
) -> Frame:
    """The part of the world to be shown.

    The regions of the country of which most are named come first, what lies near them, and what is named often not too
    far away; where no country has half of the regions that are named, what holds most of the mentions. The frame moves
    to what is selected where that lies outside.
    """
    rows: list[Any] = [row for row in areas.itertuples() if row.code in outlines]
    spots = {row.code: _area_spot(outlines[row.code], row.n) for row in rows}
    main = main_country(areas)
    core = [spots[row.code] for row in rows if row.n_named > 0 and row.country_code == main]
    loose: list[Any] = list(points.itertuples(index=False))
    far = [spot for spot in spots.values() if spot not in core]
    far += [Spot(float(row.lon), float(row.lat), float(row.n)) for row in loose]
    window = _with_heavy(core, far) if core else fit(far)
    wanted = _selected_spot(selected, outlines, points)
    if wanted is not None and not window.holds(wanted.lon, wanted.lat):
        return fit([*core, wanted], share=1.0)
    return window


def _with_heavy(core: list[Spot], far: list[Spot]) -> Frame:
    """The frame around the core, widened for what holds a good part of all mentions, as far as the core stays large."""
    window = least = fit(core, share=1.0, also=far)
    total = sum(spot.weight for spot in [*core, *far])
    for spot in sorted(far, key=lambda spot: -spot.weight):
        if spot.weight < HEAVY * total:
            break
        wider = fit([*core, spot], share=1.0, also=far)
        if not window.holds(spot.lon, spot.lat) and wider.east - wider.west <= WIDEST * (
            least.east - least.west
        ):
            core = [*core, spot]
            window = fit(core, share=1.0, also=far)
    return window


def main_country(areas: pd.DataFrame) -> str | None:
    """The country to which half of the regions belong that are named by their own names, or more of them.

    None where no country has so many, where no region is named, and where areas are countries.
    """
    named = areas[(areas.n_named > 0) & areas.code.str.contains("-")].country_code.dropna().tolist()
    most = max(dict.fromkeys(named), key=named.count, default=None)
    return most if 2 * named.count(most) >= max(len(named), 1) else None


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


def outside(areas: pd.DataFrame, points: pd.DataFrame, outlines: Mapping[str, Outline]) -> list[str]:
    """The names of what could be drawn but lies outside the frame, the most named first."""
    drawn = areas[areas.code.isin(set(outlines)) & (areas.n > 0)].head(MOST)
    points = located(points)
    window = frame_of(drawn, points, outlines)
    rows: list[Any] = list(drawn.itertuples())
    spots: list[Any] = list(points.itertuples(index=False))
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
