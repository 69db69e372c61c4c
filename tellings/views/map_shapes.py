"""Outlines as a map needs them: no finer than its pixels, and without what lies outside its frame.

A browser projects every point of every outline at each change; what nobody can see only makes people wait.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any

from tellings.resources.boundaries import Outline
from tellings.views.map_frame import Frame

COARSE = 24.0
"""How many steps the frame's width has further out than a margin around it."""

_MARGIN = 0.35

Ring = list[list[float]]


class Shapes(dict[str, Any]):
    """GeoJSON that nobody changes, and so nobody copies: Plotly would copy every point each time a figure is shown."""

    def __deepcopy__(self, memo: dict[int, Any]) -> Shapes:
        return self


def shapes(outlines: Iterable[Outline], window: Frame) -> Shapes:
    """The outlines as a GeoJSON FeatureCollection for a map of that frame.

    Points nearer to each other than about half a pixel are joined; polygons outside the frame and islands smaller than
    a pixel are left out, but for an area's largest one. The way around which a ring runs stays as it is.
    """
    features = [
        {
            "type": "Feature",
            "id": outline.code,
            "properties": {},
            "geometry": {"type": "MultiPolygon", "coordinates": thinned(outline, window)},
        }
        for outline in outlines
    ]
    return Shapes(type="FeatureCollection", features=features)


def thinned(outline: Outline, window: Frame) -> list[list[Ring]]:
    """The polygons of an outline that a map of that frame needs."""
    polygons = [polygon for polygon in outline.polygons() if polygon and len(polygon[0]) > 3]
    near = [polygon for polygon in polygons if window.meets(_extent(polygon[0]))] or polygons[:1]
    step = (window.east - window.west) / window.steps
    largest = max(near, key=lambda polygon: _size(_extent(polygon[0])), default=None)
    kept = []
    for polygon in near:
        if polygon is largest or _size(_extent(polygon[0])) > 2 * step:
            rings = [ring for i, ring in enumerate(polygon) if i == 0 or _size(_extent(ring)) > 2 * step]
            kept.append([_thinned(ring, step, window) for ring in rings])
    return kept


def _thinned(ring: Ring, step: float, window: Frame) -> Ring:
    wide, tall = (window.east - window.west) * _MARGIN, (window.north - window.south) * _MARGIN
    west, east = window.west - wide, window.east + wide
    south, north = window.south - tall, window.north + tall
    far = (window.east - window.west) / COARSE
    kept = [ring[0]]
    x, y = ring[0][0], ring[0][1]
    for point in ring[1:-1]:
        lon, lat = point[0], point[1]
        turned = west + (lon - west) % 360
        inside = window.whole or (turned <= east and south <= lat <= north)
        least = step if inside else far
        if abs(lon - x) > least or abs(lat - y) > least:
            kept.append(point)
            x, y = lon, lat
    kept.append(ring[-1])
    return kept if len(kept) > 3 and area(kept) * area(ring) > 0 else ring


def area(ring: Ring) -> float:
    """Twice the signed area of a closed ring: below zero where it runs clockwise.

    The browser takes a ring that runs the other way for the hole in an area as wide as the globe.
    """
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring))


def _extent(ring: Ring) -> tuple[float, float, float, float]:
    lons, lats = [point[0] for point in ring], [point[1] for point in ring]
    return min(lons), min(lats), max(lons), max(lats)


def _size(box: tuple[float, float, float, float]) -> float:
    return max(box[2] - box[0], box[3] - box[1])
