"""Parallel lines cut to an area: Plotly's filled maps have no patterns, and colour alone must not say a thing."""

from __future__ import annotations

import math
from collections.abc import Sequence

Ring = Sequence[Sequence[float]]


def hatch(polygons: Sequence[Sequence[Ring]], step: float) -> tuple[list[float | None], list[float | None]]:
    """Lines that fill polygons, as longitudes and latitudes with None between two lines.

    Each line is cut where it crosses a ring, holes left out (the even-odd rule on a scan line).

    Args:
        polygons: each a list of rings of longitude and latitude.
        step: distance between two lines, in degrees.

    Raises:
        ValueError: the step is not above zero.
    """
    if not step > 0:
        raise ValueError(f"step must be above zero, not {step!r}")
    cos = sin = math.sqrt(0.5)  # halfway between east and north
    lons: list[float | None] = []
    lats: list[float | None] = []
    for rings in polygons:
        turned = [
            [(x * cos + y * sin, y * cos - x * sin) for x, y in ((p[0], p[1]) for p in ring)]
            for ring in rings
        ]
        heights = [v for ring in turned for _, v in ring]
        if not heights:
            continue
        for row in range(math.ceil(min(heights) / step), math.floor(max(heights) / step) + 1):
            cuts = _cuts(turned, row * step)
            for start, end in zip(cuts[::2], cuts[1::2], strict=False):
                for u in (start, end):
                    lons.append(u * cos - row * step * sin)
                    lats.append(u * sin + row * step * cos)
                lons.append(None)
                lats.append(None)
    return lons, lats


def _cuts(rings: Sequence[Sequence[tuple[float, float]]], height: float) -> list[float]:
    cuts = []
    for ring in rings:
        for (u1, v1), (u2, v2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (v1 <= height) != (v2 <= height):
                cuts.append(u1 + (height - v1) * (u2 - u1) / (v2 - v1))
    return sorted(cuts)
