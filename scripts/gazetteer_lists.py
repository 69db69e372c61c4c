"""The lists that are kept by hand beside the gazetteer, and the airports."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import shapely

from scripts import map_sources
from scripts.gazetteer_table import Table
from tellings.resources.gazetteer import ABBREVIATION, ACTOR, ALIAS, DEMONYM, FOLDER, NAME
from tellings.resources.placename_key import key


def rows(file: str) -> list[dict[str, str]]:
    """The rows of one of the lists, by column."""
    with (FOLDER / file).open(encoding="utf-8") as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


def add_lists(table: Table, units: dict[str, Any], cache: Path) -> None:
    """Areas, waters, facilities, further names and demonyms from the lists that are kept by hand, and the airports."""
    by_code = {
        p["iso"]: row for row, p in enumerate(table.places) if p["level"] == 1 and p["kind"] == "region"
    }
    for region in rows("regions.tsv"):
        if region["code"] not in by_code:
            print("no such region:", region["code"], region["name"])
            continue
        row = by_code[region["code"]]
        _call_all(table, row, region, NAME)
    largest: dict[tuple[str, str], int] = {}
    for row, place in enumerate(table.places):
        if place["kind"] == "city":
            largest.setdefault((place["country_code"], key(place["name"])), row)
    for city in rows("cities.tsv"):
        found = largest.get((city["country"], key(city["name"])))
        if found is None:
            print("no such city:", city["name"])
        else:
            _call_all(table, found, city, ALIAS)
    drawn = [(unit, piece) for unit in units.values() for piece in unit.pieces]
    tree = shapely.STRtree([piece for _, piece in drawn])
    for area in rows("areas.tsv"):
        lat, lon = float(area["lat"]), float(area["lon"])
        row = table.add(
            place_id=f"gn:{area['geonames']}" if area["geonames"] else f"pt:{lat:g},{lon:g}",
            name=area["name"].partition(" (")[0],
            kind=area["kind"],
            country_code=area["country"] or None,
            lat=lat if area["point"] == "1" else None,
            lon=lon if area["point"] == "1" else None,
            geonames=int(area["geonames"]) if area["geonames"] else None,
        )
        _call_all(table, row, area, NAME)
        table.call(row, area["name"].partition(" (")[0], NAME)
    for county in rows("counties.tsv"):
        code = _unit(county["country"], float(county["lat"]), float(county["lon"]), drawn, tree)
        row = table.add(
            place_id=f"pt:{float(county['lat']):g},{float(county['lon']):g}",
            name=county["name"],
            kind="region",
            level=2,
            country_code=county["country"],
            admin1_code=code,
            lat=county["lat"],
            lon=county["lon"],
            population=int(county["population"]),
        )
        _call_all(table, row, county, NAME)
    for row, place in enumerate(table.places):
        if place["country_code"] == "IE" and place["level"] == 1 and not place["name"].endswith(" City"):
            table.call(row, f"Co {place['name'].removesuffix(' County')}", ALIAS)
    for facility in rows("facilities.tsv"):
        row = _facility(table, facility["name"], facility["country"], facility, drawn, tree)
        _call_all(table, row, facility, NAME)
    for airport in map_sources.airports(cache):
        name = re.sub(r"\s+", " ", airport["name"]).strip()
        if not re.search(r"Airport|Airfield|Air Base|Aerodrome", name):
            continue
        if f"pt:{round(float(airport['lat']), 3):g},{round(float(airport['lon']), 3):g}" in table.by_id:
            continue
        row = _facility(table, name, airport["country"], airport, drawn, tree)
        table.call(row, name, NAME)
        table.call(row, name.replace("International ", ""), ALIAS)


def _facility(
    table: Table,
    name: str,
    country: str,
    at: dict[str, str],
    drawn: list[tuple[Any, Any]],
    tree: shapely.STRtree,
) -> int:
    lat, lon = round(float(at["lat"]), 3), round(float(at["lon"]), 3)
    return table.add(
        place_id=f"pt:{lat:g},{lon:g}",
        name=name,
        kind="facility",
        country_code=country,
        admin1_code=_unit(country, lat, lon, drawn, tree),
        lat=lat,
        lon=lon,
        population=100 if "stands_for" in at else 0,
    )


def _unit(
    country: str, lat: float, lon: float, drawn: list[tuple[Any, Any]], tree: shapely.STRtree
) -> str | None:
    """The code of the country's first-level unit that the point lies in, or nearly."""
    point = shapely.Point(lon, lat)
    inside = sorted(tree.query(point, predicate="within"), key=lambda i: drawn[i][1].area)
    near = inside or tree.query(point.buffer(0.2), predicate="intersects")
    return next((unit.code for unit in (drawn[i][0] for i in near) if unit.country == country), None)


def _call_all(table: Table, row: int, fields: dict[str, str], use: int) -> None:
    """The row's own name and its aliases, demonyms and, of a seat of government, its name as an actor."""
    table.call(row, fields["name"], use)
    for alias in re.split("[;|]", fields.get("aliases") or ""):
        abbreviated = use == NAME and "code" in fields and ("." in alias or alias.isupper())
        table.call(row, alias, ABBREVIATION if abbreviated else ALIAS)
    for word in re.split("[;|]", fields.get("demonyms") or ""):
        table.call(row, word, DEMONYM)
    if fields.get("stands_for"):
        for alias in [fields["name"], *re.split("[;|]", fields.get("aliases") or "")]:
            table.call(row, alias, ACTOR)
