"""The world's first-level units: Natural Earth's polygons under current ISO 3166-2 codes.

Natural Earth draws some countries by units of the second level (French departments, Italian provinces, British
districts) and some under codes that are out of date. Each polygon is therefore given to a first-level unit of GeoNames
(by GeoNames id, by ISO code, else by the populated places that lie in it), and the polygons of one unit are joined.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from scripts import map_sources
from tellings.resources.placename_key import key

OVERSEAS = {
    "FR-GF": "GF",
    "FR-GP": "GP",
    "FR-MQ": "MQ",
    "FR-RE": "RE",
    "FR-YT": "YT",
    "US-PR": "PR",
    "NL-SX": "SX",
}
"""Units that have an ISO 3166-1 code of their own and are drawn as countries, as GeoNames counts them."""

MERGED = {"GB-BMH": "GB-ENG", "PH-MNL": "PH-00"}
"""Units whose codes no source knows any more, and the first-level unit that they lie in."""

MAJORITY = 0.7
"""A polygon that no code identifies is part of the unit in which this share of its populated places lies."""

LEFT_OUT = {"-99-X02", "-99-X03", "-99-X08", "CN-X01"}
"""Clipperton, Coral Sea, Spratly and Paracel Islands: uninhabited or claimed by several; no country gets them."""

GOLAN = shapely.Polygon(
    [
        (35.69, 33.27),
        (35.64, 33.2),
        (35.63, 33.06),
        (35.62, 32.89),
        (35.655, 32.84),
        (35.655, 32.76),
        (35.61, 32.68),
        (36.2, 32.6),
        (36.2, 33.6),
        (35.8, 33.6),
    ]
)
"""East of the upper Jordan and the Sea of Galilee: what of Israel's northern district is cut off and given to Syria."""

WESTERN_SAHARA = shapely.box(-18, 20, -8, 27.667)
"""South of the parallel that bounds Morocco: what of Morocco's regions lies here is drawn as Western Sahara."""


@dataclass
class Unit:
    """A first-level unit: its code, its country, what it is called, and its pieces."""

    code: str
    country: str
    geonames: int | None = None
    wikidata: str | None = None
    name: str = ""
    type: str = ""
    names: set[str] = field(default_factory=set)
    pieces: list[BaseGeometry] = field(default_factory=list)


class Subdivisions:
    """GeoNames' units, by row number, GeoNames id and ISO code."""

    def __init__(self, cache: Path) -> None:
        self.rows = map_sources.subdivisions(cache)
        self.countries = {}
        self.by_id: dict[int, int] = {}
        self.by_iso: dict[str, int] = {}
        for n, row in enumerate(self.rows, 1):
            if row[3]:
                self.by_id.setdefault(int(row[3]), n)
            if row[1]:
                self.by_iso.setdefault(row[1], n)

    def row(self, n: int) -> list[str]:
        """The row's fields: name, ISO, GeoNames code, id, type, names, level, parent, country."""
        return self.rows[n - 1]

    def first(self, n: int | None) -> int | None:
        """The first-level row that a row lies in (itself, if it is one)."""
        while n is not None:
            row = self.row(n)
            if row[6] == "1":
                return n
            n = int(row[7]) if row[7] else None
        return None

    def code(self, n: int) -> str:
        """The row's ISO 3166-2 code; where ISO has none, one in its range for private use ("XK-X02")."""
        row = self.row(n)
        country, _, local = row[2].partition(".")
        if not row[1] and "." in local:
            return f"{country}-{local.partition('.')[0]}"
        return row[1] or f"{country}-X{local}"

    def country(self, n: int) -> str:
        """The ISO 3166-1 code of the row's country, as GeoNames counts it."""
        row = self.row(n)
        return row[2].partition(".")[0] or row[1].partition("-")[0]


def units(cache: Path) -> dict[str, Unit]:
    """All first-level units by code; those that Natural Earth does not draw have no pieces."""
    known = Subdivisions(cache)
    found = {}
    for n, row in enumerate(known.rows, 1):
        if row[6] == "1" and (row[1] or row[2]):
            unit = Unit(
                known.code(n), known.country(n), int(row[3]) if row[3] else None, None, row[0], row[4]
            )
            unit.names = {name for name in row[5].split("|") if name} | {row[0]}
            found.setdefault(unit.code, unit)
    features = map_sources.admin1(cache)
    shapes = [shapely.make_valid(shape(feature["geometry"])) for feature in features]
    inside = _places_inside(shapes, cache, known)
    for feature, geometry, rows in zip(features, shapes, inside, strict=True):
        properties = feature["properties"]
        code = properties["iso_3166_2"].rstrip("~")
        if code in LEFT_OUT or not properties.get("name"):
            continue
        n = _row_of(properties, code, rows, known)
        if code in OVERSEAS:
            unit = found.setdefault(code, Unit(code, OVERSEAS[code]))
        elif n is not None:
            unit = found[known.code(n)]
        else:
            country = code[:2] if code[:2].isalpha() else properties["iso_a2"]
            code = code if code[:2].isalpha() else f"{country}-{code.rpartition('-')[2]}"
            unit = found.setdefault(code, Unit(code, country))
        _describe(unit, properties, own=n is not None and properties.get("gn_id") == unit.geonames)
        unit.pieces.append(geometry)
    _cede(found, ["IL-Z"], "SY-QU", GOLAN)
    _cede(found, [code for code in found if code.startswith("MA-")], "EH-X01", WESTERN_SAHARA)
    return found


def _cede(found: dict[str, Unit], givers: list[str], taker: str, land: shapely.Polygon) -> None:
    """Give what lies in `land` of some units to another."""
    for code in givers:
        for piece in found[code].pieces:
            ceded = shapely.intersection(piece, land)
            if not ceded.is_empty:
                found[taker].pieces.append(ceded)
        left = [shapely.difference(piece, land) for piece in found[code].pieces]
        found[code].pieces = [piece for piece in left if not piece.is_empty]


def _row_of(properties: dict[str, Any], code: str, inside: Counter[int], known: Subdivisions) -> int | None:
    """The first-level row that the polygon is (part of); None if it is none of GeoNames' (Kenya's old provinces)."""
    country = code[:2] if code[:2].isalpha() else properties["iso_a2"]

    def usable(n: int | None) -> bool:
        return n is not None and bool(known.row(n)[2]) and known.country(n) == country

    by_id = known.first(known.by_id.get(int(properties.get("gn_id") or -1)))
    by_iso = known.first(known.by_iso.get(MERGED.get(code, code)))
    own = {key(properties.get(name) or "") for name in ("name", "name_en")}
    found = [n for n in (by_id, by_iso) if usable(n)]
    found.sort(key=lambda n: not known.row(n)[1])  # those with an ISO code first
    for n in found:
        if own & {key(name) for name in (known.row(n)[0], *known.row(n)[5].split("|"))}:
            return n
    if found:
        return found[0]
    same = Counter({n: k for n, k in inside.items() if usable(n)})
    if same:
        n, k = same.most_common(1)[0]
        if k >= MAJORITY * same.total():
            return n
    return None


def _describe(unit: Unit, properties: dict[str, Any], *, own: bool) -> None:
    """Add what Natural Earth knows of the unit: names in Latin script, type, Wikidata id."""
    if own or (not unit.pieces and unit.geonames is None):
        unit.wikidata = properties.get("wikidataid") or None
        unit.name = properties.get("name_en") or properties.get("name") or unit.name
        kind = str(properties.get("type") or "").split("|")[0].strip("' ")
        if not kind.startswith(("Oblast", "Kray", "Respublika")):
            kind = str(properties.get("type_en") or kind).split("|")[0]
        unit.type = {"Kray": "Krai", "Respublika": "Republic"}.get(kind, kind) or unit.type
        for key in (
            "name",
            "name_en",
            "name_de",
            "name_es",
            "name_fr",
            "name_it",
            "name_pl",
            "woe_name",
            "gn_name",
        ):
            if properties.get(key):
                unit.names.add(properties[key])
        unit.names.update(n for n in str(properties.get("name_alt") or "").split("|") if len(n) > 3)


def _places_inside(shapes: list[BaseGeometry], cache: Path, known: Subdivisions) -> list[Counter[int]]:
    """For each polygon, how many populated places of each first-level row lie in it."""
    members = map_sources.memberships(cache)
    places = map_sources.cities(cache, 1000)
    points = shapely.points([(p["longitude"], p["latitude"]) for p in places])
    inside: list[Counter[int]] = [Counter() for _ in shapes]
    for place, polygon in zip(*shapely.STRtree(shapes).query(points, predicate="within"), strict=True):
        rows = members.get(places[place]["geonameid"], [])
        first = known.first(rows[0]) if rows else None
        if first is not None:
            inside[polygon][first] += 1
    return inside
