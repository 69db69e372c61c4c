"""How a network fills its room: on a circle, or for a telephone in two columns."""

from __future__ import annotations

from math import cos, pi, sin
from typing import NamedTuple

Point = tuple[float, float]


class Shape(NamedTuple):
    """How a network fills its room.

    Attributes:
        lines: so many pairs are drawn at most.
        least: pixels of its width at least.
        height: in pixels.
        wide: half of what the horizontal axis shows; the places lie between -1 and 1.
        slim: pixels of a horizontal unit for each of a vertical one.
        letters: of a name at most.
        size: of the names' type.
        bent: by how much of its middle a line is bent, across and down.
    """

    lines: int
    least: int
    height: int
    wide: float
    slim: float
    letters: int
    size: int
    bent: Point

    def spot(self, i: int, n: int) -> Point:
        """The place of one of so many: around the circle, or down the right column and up the left."""
        if self.slim == 1:
            angle = pi / 2 - 2 * pi * (i + 0.5) / max(n, 1)
            return cos(angle), sin(angle)
        half = (n + 1) // 2
        step = 2 / max(half, 1)
        return (1, 1 - step * (i + 0.5)) if i < half else (-1, step * (i - half + 0.5) - 1)

    def curve(self, start: Point, end: Point, t: float) -> Point:
        """A point of the quadratic Bézier curve from one place to another."""
        bend = tuple(part * (a + b) / 2 for part, a, b in zip(self.bent, start, end, strict=True))
        x, y = (
            (1 - t) ** 2 * a + 2 * t * (1 - t) * c + t * t * b
            for a, b, c in zip(start, end, bend, strict=True)
        )
        return x, y


CIRCLE = Shape(lines=40, least=720, height=520, wide=1.9, slim=1, letters=24, size=13, bent=(0.42, 0.42))
UPRIGHT = Shape(lines=20, least=320, height=640, wide=3.5, slim=0.19, letters=12, size=12, bent=(-0.7, 1))

BROAD = UPRIGHT._replace(least=520, wide=3.1, slim=0.37, letters=22)
"""Two columns as well, with room for whole names."""


def room_of(window: str) -> Shape:
    """A circle; for a telephone two columns, whose names have room beside them, with half as many lines; for half of a
    laptop's window two columns with longer names.
    """
    return {"telephone": UPRIGHT, "half": BROAD}.get(window, CIRCLE)
