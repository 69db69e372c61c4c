"""Outlines as a map draws them: light, whole where they are seen, and never turned inside out."""

from __future__ import annotations

import itertools
import math

import pytest

from tellings.resources import boundaries
from tellings.resources.boundaries import Outline
from tellings.views.map_frame import WORLD, Frame
from tellings.views.map_shapes import area, shapes, thinned

WINDOW = Frame(20.0, 40.0, 45.0, 55.0)


def circle(lon: float, lat: float, radius: float, points: int = 400) -> Outline:
    """A round area whose ring runs clockwise."""
    turns = [-2 * math.pi * i / points for i in range(points)]
    ring = [[lon + radius * math.cos(t), lat + radius * math.sin(t)] for t in turns]
    box = (lon - radius, lat - radius, lon + radius, lat + radius)
    return Outline("X", "X", "X", box, (lon, lat), {"type": "Polygon", "coordinates": [[*ring, ring[0]]]})


def test_points_nearer_than_half_a_pixel_are_joined() -> None:
    outline = circle(30, 45, 0.5, 2000)
    before, after = outline.polygons()[0][0], thinned(outline, WINDOW)[0][0]
    assert len(after) < len(before) / 3
    assert after[0] == after[-1] == before[0]
    steps = [max(abs(a[0] - b[0]), abs(a[1] - b[1])) for a, b in itertools.pairwise(after)]
    assert max(steps) < 3 * (WINDOW.east - WINDOW.west) / WINDOW.steps


def test_what_lies_far_outside_is_drawn_roughly() -> None:
    near, far = circle(30, 45, 2), circle(130, 45, 2)
    assert len(thinned(far, WINDOW)[0][0]) < len(thinned(near, WINDOW)[0][0]) / 4


@pytest.mark.parametrize("country", ["FJ", "RU", "US", "GR", "ID"])
@pytest.mark.parametrize("window", [WORLD, WINDOW, Frame(170.0, -25.0, 195.0, -10.0)])
def test_no_ring_is_turned_around(country: str, window: Frame) -> None:
    outlines = [*boundaries.regions(country).values(), boundaries.countries()[country]]
    drawn = shapes(outlines, window)["features"]
    assert drawn
    for feature in drawn:
        for outer, *_ in feature["geometry"]["coordinates"]:
            assert outer[0] == outer[-1]
            assert len(outer) > 3
            assert area(outer) <= 0, feature["id"]


def test_islands_smaller_than_a_pixel_are_left_out_but_never_all() -> None:
    small = circle(30, 45, 0.001)
    assert len(thinned(small, WINDOW)) == 1
    both = {"type": "MultiPolygon", "coordinates": [*circle(31, 45, 1).polygons(), *small.polygons()]}
    assert len(thinned(Outline("X", "X", "X", (29, 44, 32, 46), (31, 45), both), WINDOW)) == 1


def test_outlines_are_left_as_they_are() -> None:
    outline = circle(30, 45, 2)
    before = repr(outline.geometry)
    thinned(outline, WINDOW)
    assert repr(outline.geometry) == before
