"""Make `data/boundaries/`: the world's countries and first-level regions as small GeoJSON files.

    python -m scripts.build_boundaries [--cache DIR]

The units are simplified together as one coverage, so that neighbours keep their shared border; countries are dissolved
from their regions. Exterior rings run clockwise, as Plotly's choropleth needs them. `docs/places.md` lists what was
decided on disputed areas.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import shapely
from shapely.geometry.base import BaseGeometry

from scripts import first_level

FOLDER = Path(__file__).resolve().parents[1] / "data" / "boundaries"
GAZETTEER = FOLDER.parent / "gazetteer"
FINE, COARSE = 0.02, 0.08
"""Tolerances of the simplification in degrees, of regions and of countries."""

SMALLEST = 0.0005
"""Islands below this area (square degrees, about 6 km²) are left out where a unit has larger ones."""


def main() -> None:
    """Read the units, write the files, print their sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--cache", type=Path, default=Path("build/sources"), help="where the packages are kept"
    )
    arguments = parser.parse_args()
    units = [u for u in first_level.units(arguments.cache).values() if u.pieces and u.country != "AQ"]
    whole = [_polygons(shapely.union_all(unit.pieces)) for unit in units]
    known = _gazetteer()
    fine = shapely.coverage_simplify(whole, FINE)
    by_country = defaultdict(list)
    for unit, geometry in zip(units, fine, strict=True):
        place = known.get(("region", unit.code), {})
        name = place.get("name") or unit.name or unit.code
        feature = _feature(unit.code, name, place.get("place_id"), geometry, country=unit.country)
        by_country[unit.country].append(feature)
    (FOLDER / "regions").mkdir(parents=True, exist_ok=True)
    for code, features in sorted(by_country.items()):
        _write(FOLDER / "regions" / f"{code}.json", sorted(features, key=lambda f: str(f["id"])))
    members = defaultdict(list)
    for unit, geometry in zip(units, whole, strict=True):
        members[unit.country].append(geometry)
    codes = sorted(members)
    dissolved = [_polygons(shapely.union_all(shapely.set_precision(members[code], 1e-6))) for code in codes]
    coarse = shapely.coverage_simplify(dissolved, COARSE)
    countries = []
    for code, geometry in zip(codes, coarse, strict=True):
        place = known.get(("country", code), {})
        countries.append(_feature(code, place.get("name") or code, place.get("place_id"), geometry))
    _write(FOLDER / "countries.json", countries)
    sizes = sum(path.stat().st_size for path in FOLDER.rglob("*.json"))
    print(len(units), "regions", len(codes), "countries", sizes, "bytes")


def _gazetteer() -> dict[tuple[str, str], dict[str, Any]]:
    """The gazetteer's countries and first-level regions by kind and ISO code."""
    rows = pq.read_table(GAZETTEER / "places.parquet").slice(0, 6000).to_pylist()
    for row in rows:
        row["place_id"] = row["place_id"] or f"gn:{row['geonames']}"
    return {(row["kind"], row["iso"]): row for row in rows if row["iso"] and row["level"] < 2}


def _polygons(geometry: BaseGeometry) -> BaseGeometry:
    """The polygons of a geometry, without slivers and, beside larger ones, without islets."""
    parts = [
        part for part in shapely.get_parts(shapely.make_valid(geometry)) if part.geom_type.endswith("Polygon")
    ]
    parts = [polygon for part in parts for polygon in shapely.get_parts(part)]
    parts.sort(key=lambda part: -part.area)
    return shapely.MultiPolygon([p for i, p in enumerate(parts) if i == 0 or p.area > SMALLEST])


def _feature(
    code: str, name: str, place_id: str | None, geometry: BaseGeometry, **properties: str
) -> dict[str, object]:
    geometry = shapely.orient_polygons(_polygons(geometry), exterior_cw=True)
    body = max(shapely.get_parts(geometry), key=lambda part: part.area)
    point = shapely.point_on_surface(body)
    return {
        "type": "Feature",
        "id": code,
        "properties": {
            "name": name,
            "place_id": place_id,
            **properties,
            "bbox": _bbox(geometry, body),
            "label": [round(point.x, 2), round(point.y, 2)],
        },
        "geometry": _rounded(geometry),
    }


def _bbox(geometry: BaseGeometry, body: BaseGeometry) -> list[float]:
    """West, south, east, north of the main body and its islands; east over 180 across the antimeridian."""
    west, south, east, north = body.bounds
    rest = [part for part in shapely.get_parts(geometry) if part is not body]
    if east > 179.9:
        for part in rest:
            if part.bounds[0] < -179.9 and part.bounds[2] < -150:
                east = max(east, part.bounds[2] + 360)
    reach = max(4.0, (east - west) / 2, (north - south) / 2)
    for part in rest:
        w, s, e, n = part.bounds
        if w > west - reach and e < east + reach and s > south - reach and n < north + reach:
            west, south, east, north = min(west, w), min(south, s), max(east, e), max(north, n)
    return [round(x, 2) for x in (west, south, east, north)]


def _rounded(geometry: BaseGeometry) -> dict[str, object]:
    polygons = []
    for polygon in shapely.get_parts(geometry):
        rings = []
        for ring in (polygon.exterior, *polygon.interiors):
            points: list[list[float]] = []
            for x, y in shapely.get_coordinates(ring):
                point = [round(x, 3), round(y, 3)]
                if not points or point != points[-1]:
                    points.append(point)
            if len(points) > 3:
                rings.append(points)
        if rings:
            polygons.append(rings)
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def _write(path: Path, features: list[dict[str, object]]) -> None:
    collection = {"type": "FeatureCollection", "features": features}
    path.write_text(
        json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
