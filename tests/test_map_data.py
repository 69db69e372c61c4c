"""The outlines as they are committed: their rings, codes and the borders that are promised."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tellings.resources import boundaries

FOLDER = Path(__file__).resolve().parents[1] / "data" / "boundaries"
FILES = [*sorted((FOLDER / "regions").glob("*.json")), FOLDER / "countries.json"]


def features(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["features"]
    return found


def polygons(feature: dict[str, Any]) -> list[list[list[list[float]]]]:
    shape = feature["geometry"]
    return shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]


def area(ring: list[list[float]]) -> float:
    """Twice the signed area: below zero where the ring runs clockwise."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in itertools.pairwise(ring))


def inside(ring: list[list[float]], lon: float, lat: float) -> bool:
    within = False
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            within = not within
    return within


def holder(lon: float, lat: float) -> set[str]:
    return {
        feature["id"]
        for feature in features(FOLDER / "countries.json")
        if any(inside(polygon[0], lon, lat) for polygon in polygons(feature))
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_rings_are_closed_and_run_clockwise(path: Path) -> None:
    assert features(path)
    for feature in features(path):
        for outer, *_ in polygons(feature):
            assert outer[0] == outer[-1]
            assert area(outer) <= 0, feature["id"]
            assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in outer)


def test_regions_are_called_as_in_the_list_of_places() -> None:
    places = pq.read_table(FOLDER.parent / "gazetteer" / "places.parquet")
    ids, called, kinds = (places[column].to_pylist() for column in ("geonames", "name", "kind"))
    names = {f"gn:{n}": name for n, name, kind in zip(ids, called, kinds, strict=True) if kind == "region"}
    for path in FILES[:-1]:
        for feature in features(path):
            own = feature["properties"]
            assert own["name"] == names.get(own["place_id"], own["name"]), feature["id"]


@pytest.mark.parametrize(
    ("lon", "lat", "country"),
    [
        (34.1, 45.0, "UA"),  # Simferopol
        (33.55, 44.58, "UA"),  # Sevastopol
        (37.8, 48.0, "UA"),  # Donetsk
        (35.75, 33.0, "SY"),  # the Golan Heights
        (-13.0, 25.0, "EH"),
        (41.2, 43.1, "GE"),  # Abkhazia
        (37.6, 55.75, "RU"),
        (29.0, 41.1, "TR"),
    ],
)
def test_borders_are_those_that_are_stated(lon: float, lat: float, country: str) -> None:
    assert holder(lon, lat) == {country}


def test_ukraine_has_its_27_regions() -> None:
    codes = [feature["id"] for feature in features(FOLDER / "regions" / "UA.json")]
    assert len(codes) == len(set(codes)) == 27
    assert {"UA-43", "UA-40", "UA-30", "UA-32"} <= set(codes)


def test_what_is_stated_is_drawn() -> None:
    drawn = {feature["id"] for path in FILES for feature in features(path)}
    assert set(boundaries.stated()) <= drawn


def test_neighbours_share_their_border() -> None:
    edges: dict[tuple[tuple[float, ...], ...], int] = {}
    for feature in features(FOLDER / "regions" / "UA.json"):
        for polygon in polygons(feature):
            for ring in polygon:
                for a, b in itertools.pairwise(ring):
                    edge = tuple(sorted((tuple(a), tuple(b))))
                    edges[edge] = edges.get(edge, 0) + 1
    assert max(edges.values()) == 2
    assert sum(n == 2 for n in edges.values()) > 0.3 * len(edges)
