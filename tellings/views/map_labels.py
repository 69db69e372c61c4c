"""Names on a map: which of them fit, and on which side of their point, so that none covers another."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from tellings.resources.boundaries import Outline
from tellings.views.map_frame import Frame

Rectangle = tuple[float, float, float, float]

LONGEST = 28
"""Longer names are cut to so many characters."""

_CHARACTER, _CAPITAL, _LINE, _GAP, _EDGES, _NEAR = 7.4, 8.4, 22.0, 13.0, 5.0, 3.0
_MARK = 5.0
"""Pixels around a point that its mark covers; marks as near as that stand as one."""
_GRID = 14
"""So many points by so many are tried for a name."""
_SPACE = "\u2002" * 2  # two en spaces are the gap in the labels' font


def padded(text: str, position: str) -> str:
    """A label's text with room for the mark at its point, where it stands at the side of it."""
    return {"middle right": _SPACE + text, "middle left": text + _SPACE}.get(position, text)


@dataclass(frozen=True, slots=True)
class Label:
    """A name at a point.

    Attributes:
        lon: of the point.
        lat: of the point.
        text: the name.
        beside: does a mark stand at the point itself?
        area: what is named, where the name may stand anywhere in it.
        land: is it a country that only lies there?
    """

    lon: float
    lat: float
    text: str
    beside: bool
    area: Outline | None = None
    land: bool = False


def arrange(
    labels: Sequence[Label], window: Frame, width: float, height: float
) -> list[tuple[str, list[Label]]]:
    """Place labels in their order, most important first, and leave out what finds no room, on another's mark least.

    Args:
        labels: what should be written.
        window: the part of the world that is shown.
        width: of the picture, in pixels.
        height: of the picture, in pixels.

    Returns:
        Plotly's text positions, each with the labels that stand so.
    """
    taken: list[Rectangle] = []
    placed: dict[str, list[Label]] = {}
    seen = _seen(window, width, height)
    points = [_pixel(label, window, width, height) for label in labels if label.beside]
    marks = np.array([point for point in points if point], float).reshape(-1, 2)
    for label in labels:
        others = _others(label, marks, _pixel(label, window, width, height))
        for spot, position in _tried(label, window, width, height):
            at = _pixel(spot, window, width, height)
            box = _box(at, spot, position) if at else None
            if box and _within(box, seen) and not (any(_overlap(box, a) for a in taken) or _on(box, others)):
                taken.append(box)
                placed.setdefault(position, []).append(spot)
                break
    return list(placed.items())


def _tried(label: Label, window: Frame, width: float, height: float) -> Iterator[tuple[Label, str]]:
    """Where a name may stand, the best first: at its point, above or below it, elsewhere in its area, all of it."""
    around = ("top center", "bottom center")
    for position in (*around, "middle right", "middle left") if label.beside else ("middle center", *around):
        yield label, position
    if label.area is not None:
        half = _wide(label) / 2
        for lon, lat in within(label.area, window, lambda lat: half / _degree(lat, window, width, height)):
            yield replace(label, lon=lon, lat=lat), "middle center"


def within(
    outline: Outline, window: Frame, reach: Callable[[float], float] = lambda _: 0.0
) -> list[tuple[float, float]]:
    """Points of an area that are in the picture, those farthest from its edges and from the picture's first.

    Args:
        outline: the area.
        window: the part of the world that is shown.
        reach: by latitude, so many degrees to the west and to the east of a point the area must go as well.
    """
    west, south, east, north = outline.bbox
    for turn in (0, -360, 360):
        left, right = max(west, window.west + turn), min(east, window.east + turn)
        low, high = max(south, window.south), min(north, window.north)
        if left < right and low < high:
            break
    else:
        return []
    rows = np.linspace(low, high, _GRID + 2)[1:-1]
    reaches = np.array([reach(lat) for lat in rows])
    if 2 * reaches.min() > right - left:
        return []
    lon, lat = (edges.ravel() for edges in np.meshgrid(np.linspace(left, right, _GRID + 2)[1:-1], rows))
    half = np.repeat(reaches, _GRID)
    inside = _inside(outline, lon, lat)
    margin = np.minimum(np.minimum(lon - left, right - lon), np.minimum(lat - low, high - lat))
    if not inside.all():
        apart = np.hypot(lon[:, None] - lon[~inside], lat[:, None] - lat[~inside]).min(axis=1)
        margin = np.minimum(margin, apart)
    fits = inside.copy()
    for side in (-half, half):
        fits[fits] = _inside(outline, (lon + side)[fits], lat[fits])
    best = np.argsort(-margin, kind="stable")
    return [(float(lon[i]), float(lat[i])) for i in best if fits[i]]


def _inside(
    outline: Outline, lon: npt.NDArray[np.float64], lat: npt.NDArray[np.float64]
) -> npt.NDArray[np.bool_]:
    inside = np.zeros(len(lon), bool)
    for ring in (ring for polygon in outline.polygons() for ring in polygon):
        inside ^= _in_ring(lon, lat, np.asarray(ring, float)[:, :2])
    return inside


def _in_ring(
    lon: npt.NDArray[np.float64], lat: npt.NDArray[np.float64], ring: npt.NDArray[np.float64]
) -> npt.NDArray[np.bool_]:
    """Which points a ring goes around: a line from each to the east crosses it an odd number of times."""
    (x, y), (u, v) = ring[:-1].T, ring[1:].T
    crosses = (y > lat[:, None]) != (v > lat[:, None])
    with np.errstate(divide="ignore", invalid="ignore"):
        at = x + (lat[:, None] - y) * (u - x) / (v - y)
    odd: npt.NDArray[np.bool_] = (crosses & (lon[:, None] < at)).sum(axis=1) % 2 == 1
    return odd


def _pixel(label: Label, window: Frame, width: float, height: float) -> tuple[float, float] | None:
    if not window.holds(label.lon, label.lat):
        return None
    if window.whole:
        scale = width / (2 * _EDGE)
        x, y = _natural_earth(label.lon, label.lat)
        middle = (_natural_earth(0, window.south)[1] + _natural_earth(0, window.north)[1]) / 2
        return width / 2 + x * scale, height / 2 - (y - middle) * scale
    lon = window.west + (label.lon - window.west) % 360
    low, high, here = (_rise(lat) for lat in (window.south, window.north, label.lat))
    scale = _scale(window, width, height)
    x = width / 2 + (lon - (window.west + window.east) / 2) * scale
    y = height / 2 - (here - (low + high) / 2) * scale
    return x, y


def _scale(window: Frame, width: float, height: float) -> float:
    tall = _rise(window.north) - _rise(window.south)
    return min(width / (window.east - window.west), height / tall)


def _degree(lat: float, window: Frame, width: float, height: float) -> float:
    """Pixels of a degree of longitude at a latitude."""
    if window.whole:
        return _natural_earth(1, lat)[0] * width / (2 * _EDGE)
    return _scale(window, width, height)


def _seen(window: Frame, width: float, height: float) -> Rectangle:
    """The part of the picture in which the map is drawn: what reaches beyond it is cut off."""
    if window.whole:
        return (0, 0, width, height)
    scale = _scale(window, width, height)
    across = scale * (window.east - window.west) / 2
    down = scale * (_rise(window.north) - _rise(window.south)) / 2
    return (width / 2 - across, height / 2 - down, width / 2 + across, height / 2 + down)


def _natural_earth(lon: float, lat: float) -> tuple[float, float]:
    """The Natural Earth projection in radians, as Plotly draws the world (Šavrič, Jenny, Patterson 2011)."""
    turned, a = math.radians((lon + 180) % 360 - 180), math.radians(lat)
    b = a * a
    c = b * b
    x = turned * (0.8707 - 0.131979 * b + c * (-0.013791 + c * (0.003971 * b - 0.001529 * c)))
    return x, a * (1.007226 + b * (0.015085 + c * (-0.044475 + 0.028874 * b - 0.005916 * c)))


_EDGE = _natural_earth(179.999, 0)[0]


def _rise(lat: float) -> float:
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(max(-84.0, min(84.0, lat))) / 2)))


def _wide(label: Label) -> float:
    return (_CAPITAL if label.land else _CHARACTER) * min(len(label.text), LONGEST)


def _box(at: tuple[float, float], label: Label, position: str) -> Rectangle:
    x, y = at
    wide = _wide(label)
    across, down = {
        "middle center": (-wide / 2, -_LINE / 2),
        "top center": (-wide / 2, _NEAR - _LINE),
        "bottom center": (-wide / 2, -_NEAR),
        "middle right": (_GAP, -_LINE / 2),
        "middle left": (-wide - _GAP, -_LINE / 2),
    }[position]
    return (x + across, y + down, x + across + wide, y + down + _LINE)


def _others(
    label: Label, marks: npt.NDArray[np.float64], at: tuple[float, float] | None
) -> npt.NDArray[np.float64]:
    """The marks that are not the label's own."""
    if not label.beside or at is None:
        return marks
    near: npt.NDArray[np.bool_] = np.abs(marks - at).max(axis=1) <= _MARK
    return marks[~near]


def _on(box: Rectangle, marks: npt.NDArray[np.float64]) -> bool:
    """Does it lie on a mark?"""
    low, high = (box[0] - _MARK, box[1] - _MARK), (box[2] + _MARK, box[3] + _MARK)
    return bool(((marks > low) & (marks < high)).all(axis=1).any())


def _within(box: Rectangle, seen: Rectangle) -> bool:
    inner = (seen[0] + _EDGES, seen[1] + _EDGES, seen[2] - _EDGES, seen[3] - _EDGES)
    return box[0] >= inner[0] and box[1] >= inner[1] and box[2] <= inner[2] and box[3] <= inner[3]


def _overlap(a: Rectangle, b: Rectangle) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
