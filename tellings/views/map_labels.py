"""Names on a map: which of them fit, and on which side of their point, so that none covers another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tellings.views.map_frame import Frame

Rectangle = tuple[float, float, float, float]

_CHARACTER, _LINE, _GAP = 7.4, 17.0, 9.0


@dataclass(frozen=True, slots=True)
class Label:
    """A name at a point; `beside` says that a mark stands at the point itself."""

    lon: float
    lat: float
    text: str
    beside: bool


def arrange(
    labels: Sequence[Label], window: Frame, width: float, height: float
) -> list[tuple[str, list[Label]]]:
    """Place labels in their order, most important first, and leave out what finds no room.

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
    for label in labels:
        at = _pixel(label, window, width, height)
        if at is None:
            continue
        positions = ("top center", "bottom center", "middle right", "middle left")
        for position in positions if label.beside else ("middle center", *positions[:2]):
            box = _box(at, label.text, position)
            if not _fits(box, width, height) or any(_overlap(box, other) for other in taken):
                continue
            taken.append(box)
            placed.setdefault(position, []).append(label)
            break
    return list(placed.items())


def _pixel(label: Label, window: Frame, width: float, height: float) -> tuple[float, float] | None:
    if not window.holds(label.lon, label.lat):
        return None
    lon = window.west + (label.lon - window.west) % 360
    low, high, here = (_rise(lat) for lat in (window.south, window.north, label.lat))
    scale = min(width / (window.east - window.west), height / (high - low))
    x = width / 2 + (lon - (window.west + window.east) / 2) * scale
    y = height / 2 - (here - (low + high) / 2) * scale
    return x, y


def _rise(lat: float) -> float:
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(max(-84.0, min(84.0, lat))) / 2)))


def _box(at: tuple[float, float], text: str, position: str) -> Rectangle:
    x, y = at
    wide = _CHARACTER * len(text)
    across, down = {
        "middle center": (-wide / 2, -_LINE / 2),
        "top center": (-wide / 2, -_LINE - _GAP),
        "bottom center": (-wide / 2, _GAP),
        "middle right": (_GAP, -_LINE / 2),
        "middle left": (-wide - _GAP, -_LINE / 2),
    }[position]
    return (x + across, y + down, x + across + wide, y + down + _LINE)


def _fits(box: Rectangle, width: float, height: float) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height


def _overlap(a: Rectangle, b: Rectangle) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
