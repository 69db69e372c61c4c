"""Make `data/gazetteer/places.parquet` and `names.parquet` from packages and the hand-kept lists beside them.

    python -m scripts.build_gazetteer [--cache DIR] [--smallest 500]

Countries first, then first- and second-level regions, populated places, airports, and the hand-kept areas, waters and
facilities. `docs/places.md` says what is taken from where.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import shapely

from scripts import first_level, map_sources
from scripts.gazetteer_lists import add_lists, rows
from scripts.gazetteer_table import Table
from tellings.resources.gazetteer import ALIAS, DEMONYM, FOLDER, NAME, OTHER
from tellings.resources.placename_key import key

LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’ʼ.\- ]+")
CODE = re.compile(r"[A-Z]{2,4}")
ROMANISED = re.compile(r"\b(?:shi|qu|xian|zhen|xiang|jiao|si|lin|ke|er)$")
WELL_KNOWN = 500_000
"""Inhabitants from which a city is thought of throughout its country: Washington State, but California and Florida."""

OFFICIAL = re.compile(
    r"(?:Concelho|Distrito|Munic[ií]pio|Provincia|Comarca|Cant[oó]n|Departamento|Arrondissement|D[eé]partement|"
    r"Province|Cercle|Pr[eé]fecture|Powiat|Landkreis|Kreis|Okres|Județul|Kabupaten|Kota|Gmina|Raionul|Opština) "
    r"(?:d[aeo]s? |d’|d')?"
)
"""What other languages put before the name of a second-level unit."""

UNITS = (
    " District",
    " County",
    " Municipality",
    " Province",
    " Department",
    " Region",
    " Canton",
    " Regency",
)
TYPES = (
    "Oblast",
    "Krai",
    "Province",
    "State",
    "Governorate",
    "Department",
    "Region",
    "County",
    "District",
    "Republic",
)


def main() -> None:
    """Read the sources, write the two files, print what is in them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--cache", type=Path, default=Path("build/sources"), help="where the packages are kept"
    )
    parser.add_argument(
        "--smallest", type=int, default=500, help="populated places from this many inhabitants"
    )
    arguments = parser.parse_args()
    table = Table()
    units = first_level.units(arguments.cache)
    known = first_level.Subdivisions(arguments.cache)
    cities = map_sources.cities(arguments.cache, arguments.smallest)
    countries = rows("countries.tsv")
    _countries(table, countries, map_sources.countries(arguments.cache), units)
    codes = _unit_codes(cities, units, known, map_sources.memberships(arguments.cache))
    _regions(table, units, known, cities, codes, map_sources.memberships(arguments.cache))
    _cities(table, cities, codes, map_sources.countries(arguments.cache))
    _demonyms(table, countries)
    add_lists(table, units, arguments.cache)
    table.write(FOLDER)
    for file in ("places.parquet", "names.parquet"):
        print(file, pq.read_metadata(FOLDER / file).num_rows, (FOLDER / file).stat().st_size)


def _countries(
    table: Table, rows: list[dict[str, str]], geonames: dict[str, Any], units: dict[str, Any]
) -> None:
    pieces = defaultdict(list)
    for unit in units.values():
        pieces[unit.country].extend(unit.pieces)
    for country in rows:
        code = country["code"]
        lat, lon = country["lat"], country["lon"]
        if not lat and pieces[code]:
            point = shapely.point_on_surface(max(pieces[code], key=lambda piece: piece.area))
            lat, lon = point.y, point.x
        source = geonames[code]
        row = table.add(
            place_id=f"gn:{source['geonameid']}",
            name=country["name"],
            kind="country",
            country_code=code,
            lat=lat or None,
            lon=lon or None,
            population=source["population"],
            geonames=source["geonameid"],
            iso=code,
        )
        table.call(row, country["name"], NAME)
        for alias in filter(None, [source["name"], *country["aliases"].split("|")]):
            table.call(row, alias, ALIAS)


def _unit_codes(
    cities: list[dict[str, Any]],
    units: dict[str, Any],
    known: first_level.Subdivisions,
    members: dict[int, list[int]],
) -> dict[int, str]:
    """The first-level code of each populated place: its unit's, else that of the drawn unit that it lies in."""
    codes: dict[int, str] = {}
    unplaced = []
    for city in cities:
        rows = members.get(city["geonameid"], [])
        first = known.first(rows[0]) if rows else None
        code = known.code(first) if first else None
        if code in units and units[code].pieces:
            codes[city["geonameid"]] = code
        else:
            unplaced.append((city, code))
    drawn = [(unit, piece) for unit in units.values() for piece in unit.pieces]
    tree = shapely.STRtree([piece for _, piece in drawn])
    for city, code in unplaced:
        point = shapely.Point(city["longitude"], city["latitude"])
        near = [drawn[i][0] for i in tree.query(point.buffer(0.3), predicate="intersects")]
        inside = [drawn[i][0] for i in tree.query(point, predicate="within")]
        same = [unit for unit in [*inside, *near] if unit.country == city["countrycode"]]
        if same or code:
            codes[city["geonameid"]] = same[0].code if same else code
    return codes


def _regions(
    table: Table,
    units: dict[str, Any],
    known: first_level.Subdivisions,
    cities: list[dict[str, Any]],
    codes: dict[int, str],
    members: dict[int, list[int]],
) -> None:
    inside = defaultdict(list)
    for city in cities:
        for row in members.get(city["geonameid"], []):
            inside[row].append(city)
    named = {
        (where, key(city["name"]))
        for city in cities
        for where in (
            codes.get(city["geonameid"]),
            f"{city['countrycode']} anywhere",
            city["countrycode"] if city["population"] >= WELL_KNOWN else None,
        )
    }
    at = {code: n for n, row in enumerate(known.rows, 1) if row[6] == "1" and (code := known.code(n))}
    for unit in units.values():
        towns = inside[at[unit.code]] if unit.code in at else []
        if unit.pieces:
            point = shapely.point_on_surface(max(unit.pieces, key=lambda piece: piece.area))
            whole = shapely.union_all(unit.pieces).centroid
            lat, lon = (
                (whole.y, whole.x)
                if len(unit.pieces) > 1 or unit.pieces[0].contains(whole)
                else (point.y, point.x)
            )
        elif towns:
            lat, lon = _middle(towns)
        else:
            continue
        code = unit.code if unit.pieces else codes.get(towns[0]["geonameid"], unit.code)
        name = _english(unit)
        row = table.add(
            place_id=f"gn:{unit.geonames}" if unit.geonames else f"ne:{unit.code}",
            name=_distinct(name, unit, named),
            kind="region",
            country_code=unit.country,
            admin1_code=code,
            lat=lat,
            lon=lon,
            population=sum(town["population"] for town in towns),
            geonames=unit.geonames,
            wikidata=unit.wikidata,
            iso=unit.code,
            level=1,
        )
        for alias in {name, table.places[row]["name"]}:
            table.call(row, alias, NAME)
        kind = unit.type.split("|")[0]
        for alias in (f"{name} {kind}", f"{name} region", f"{name} {_common(unit)}"):
            table.call(row, alias, ALIAS)
        for other in unit.names:
            if _usable(other):
                table.call(row, other, ALIAS if key(name) in key(other) else OTHER)
    for n, fields in enumerate(known.rows, 1):
        towns = inside[n]
        if fields[6] != "2" or not fields[3] or not towns:
            continue
        lat, lon = _middle(towns)
        first = known.first(n)
        row = table.add(
            place_id=f"gn:{fields[3]}",
            name=_second(fields),
            kind="region",
            country_code=known.country(n),
            admin1_code=codes.get(towns[0]["geonameid"], known.code(first) if first else None),
            lat=lat,
            lon=lon,
            population=sum(town["population"] for town in towns),
            geonames=int(fields[3]),
            iso=fields[1] or None,
            level=2,
        )
        table.call(row, fields[0], NAME)
        table.call(row, _second(fields), NAME)
        for other in fields[5].split("|"):
            if _usable(other):
                table.call(row, other, OTHER)


def _second(fields: list[str]) -> str:
    """The name of a second-level unit: the English long form, Búzi District, where the source's is another one's."""
    if not OFFICIAL.match(fields[0]):
        return fields[0]
    english = [name for name in fields[5].split("|") if name.endswith(UNITS) and _usable(name)]
    return min(english, key=len, default=fields[0])


def _middle(towns: list[dict[str, Any]]) -> tuple[float, float]:
    """The middle of the places in a unit that is not drawn, the larger ones counting more."""
    weights = [1 + town["population"] ** 0.5 for town in towns]
    total = sum(weights)
    return (
        sum(w * town["latitude"] for w, town in zip(weights, towns, strict=True)) / total,
        sum(w * town["longitude"] for w, town in zip(weights, towns, strict=True)) / total,
    )


ENGLISH = {row["code"]: row["name"] for row in rows("regions.tsv")}
"""English names of regions that the sources give in another language."""


def _english(unit: Any) -> str:
    return ENGLISH.get(unit.code) or unit.name


def _common(unit: Any) -> str:
    return {"UA": "Oblast", "RU": "Oblast", "BY": "Oblast", "KZ": "Region", "TR": "Province"}.get(
        unit.country, "Province"
    )


def _distinct(name: str, unit: Any, named: set[tuple[str | None, str]]) -> str:
    """The name, with the kind of unit where a place in it, or a well-known city of the country, bears it too.

    What lies in a unit that is not drawn is not known so well: there any place of the country counts.
    """
    near = unit.code if unit.pieces else f"{unit.country} anywhere"
    namesake = {(unit.country, key(name)), (near, key(name))} & named
    if not namesake or key(name).endswith(tuple(key(t) for t in TYPES)):
        return name
    kind = unit.type.split("|")[0].strip("' ")
    kind = next((t for t in TYPES if kind.startswith(t)), None) or (
        "City" if "City" in kind else _common(unit)
    )
    return f"{name} {kind}"


def _cities(
    table: Table, cities: list[dict[str, Any]], codes: dict[int, str], countries: dict[str, Any]
) -> None:
    capitals = {(code, key(country["capital"])) for code, country in countries.items()}
    for city in sorted(cities, key=lambda city: -city["population"]):
        country = city["countrycode"]
        capital = (country, key(city["name"])) in capitals
        capitals.discard((country, key(city["name"])))
        row = table.add(
            place_id=f"gn:{city['geonameid']}",
            name=city["name"],
            kind="city",
            country_code=country,
            admin1_code=codes.get(city["geonameid"]),
            lat=city["latitude"],
            lon=city["longitude"],
            population=city["population"],
            geonames=city["geonameid"],
            level=2 if capital else 0,
        )
        table.call(row, city["name"], NAME)
        if city["population"] >= 5000:
            for other in city["alternatenames"]:
                if _usable(other):
                    table.call(row, other, OTHER)


def _usable(name: str) -> bool:
    """A spelling that an English text may print: Latin letters, not a code, not a romanised Chinese rendering."""
    return bool(
        len(name) > 2
        and LATIN.fullmatch(name)
        and not CODE.fullmatch(name)
        and not (name.islower() and ROMANISED.search(name))
        and name[0].isupper()
    )


def _demonyms(table: Table, countries: list[dict[str, str]]) -> None:
    for country, row in zip(countries, range(len(countries)), strict=True):
        for word in filter(None, country["demonyms"].split("|")):
            table.call(row, word, DEMONYM)


if __name__ == "__main__":
    main()
