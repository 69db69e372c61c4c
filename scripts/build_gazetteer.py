"""Make `data/gazetteer/places.parquet` and `names.parquet` from packages and the hand-kept lists beside them.

    python scripts/build_gazetteer.py [--cache DIR] [--smallest 500]

Countries first, then first- and second-level regions, populated places, airports, and the hand-kept areas, waters and
facilities. `docs/places.md` says what is taken from where.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import shapely

import first_level
import map_sources
from tellings.annotation.gazetteer import ABBREVIATION, ACTOR, ALIAS, DEMONYM, FOLDER, NAME, OTHER
from tellings.annotation.placenames import key

PLACES = pa.schema(
    [
        ("place_id", pa.string()),  # null where it is made of the GeoNames id
        ("name", pa.string()),
        ("kind", pa.string()),
        ("country_code", pa.string()),
        ("admin1_code", pa.string()),
        ("lat", pa.int32()),  # in thousandths of a degree
        ("lon", pa.int32()),
        ("population", pa.int32()),
        ("geonames", pa.int32()),
        ("wikidata", pa.string()),
        ("iso", pa.string()),
        ("level", pa.int8()),
    ]
)
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’ʼ.\- ]+")
CODE = re.compile(r"[A-Z]{2,4}")
ROMANISED = re.compile(r"\b(?:shi|qu|xian|zhen|xiang|jiao|si|lin|ke|er)$")
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


class Table:
    """Places and their names as they are gathered."""

    def __init__(self) -> None:
        self.places: list[dict[str, Any]] = []
        self.names: dict[tuple[str, int], int] = {}
        self.by_id: dict[str, int] = {}

    def add(self, **place: Any) -> int:
        """Add a place, return its row; a place that is there already keeps its row."""
        place_id = place["place_id"]
        if place_id in self.by_id:
            if self.places[self.by_id[place_id]]["name"] != place["name"] and place_id.startswith("pt:"):
                raise ValueError(
                    f"{place['name']} has the point of {self.places[self.by_id[place_id]]['name']}"
                )
            return self.by_id[place_id]
        row = {"population": 0, "level": 0, **place}
        for column in ("lat", "lon"):
            if row.get(column) is not None:
                row[column] = round(float(row[column]) * 1000)
        self.by_id[place_id] = len(self.places)
        row["place_id"] = None if row.get("geonames") else place_id
        self.places.append({name: row.get(name) for name in PLACES.names})
        return len(self.places) - 1

    def call(self, row: int, name: str, use: int) -> None:
        """Let the place be found by the name; the strongest use of a name wins."""
        sought = key(name)
        if len(sought) > 1:
            before = self.names.get((sought, row), use)
            self.names[sought, row] = ACTOR if ACTOR in (use, before) else min(use, before)

    def write(self, folder: Path) -> None:
        """Write both files, names sorted by their UTF-8 bytes; whoever reads meanwhile reads the old ones."""
        places = pa.Table.from_pylist(self.places, schema=PLACES)
        pq.write_table(places, folder / "places.new", compression="zstd", compression_level=19)
        entries = sorted((sought.encode(), row, use) for (sought, row), use in self.names.items())
        names = pa.table(
            {
                "key": pa.array([k.decode() for k, _, _ in entries], pa.string()),
                "place": pa.array([row for _, row, _ in entries], pa.int32()),
                "use": pa.array([use for _, _, use in entries], pa.int8()),
            }
        )
        pq.write_table(
            names,
            folder / "names.new",
            compression="zstd",
            compression_level=19,
            use_dictionary=["use"],
            column_encoding={"key": "DELTA_BYTE_ARRAY"},
        )
        for file in ("places", "names"):
            (folder / f"{file}.new").replace(folder / f"{file}.parquet")


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
    countries = _rows("countries.tsv")
    _countries(table, countries, map_sources.countries(arguments.cache), units)
    codes = _unit_codes(cities, units, known, map_sources.memberships(arguments.cache))
    _regions(table, units, known, cities, codes, map_sources.memberships(arguments.cache))
    _cities(table, cities, codes, map_sources.countries(arguments.cache))
    _demonyms(table, countries)
    _by_hand(table, _rows("regions.tsv"), units, arguments.cache)
    table.write(FOLDER)
    for file in ("places.parquet", "names.parquet"):
        print(file, pq.read_metadata(FOLDER / file).num_rows, (FOLDER / file).stat().st_size)


def _rows(file: str) -> list[dict[str, str]]:
    with (FOLDER / file).open(encoding="utf-8") as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


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
    named = {(city["countrycode"], key(city["name"])) for city in cities}
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
            name=fields[0],
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
        for other in fields[5].split("|"):
            if _usable(other):
                table.call(row, other, OTHER)


def _middle(towns: list[dict[str, Any]]) -> tuple[float, float]:
    """The middle of the places in a unit that is not drawn, the larger ones counting more."""
    weights = [1 + town["population"] ** 0.5 for town in towns]
    total = sum(weights)
    return (
        sum(w * town["latitude"] for w, town in zip(weights, towns, strict=True)) / total,
        sum(w * town["longitude"] for w, town in zip(weights, towns, strict=True)) / total,
    )


ENGLISH = {row["code"]: row["name"] for row in _rows("regions.tsv")}
"""English names of regions that the sources give in another language."""


def _english(unit: Any) -> str:
    return ENGLISH.get(unit.code) or unit.name


def _common(unit: Any) -> str:
    return {"UA": "Oblast", "RU": "Oblast", "BY": "Oblast", "KZ": "Region", "TR": "Province"}.get(
        unit.country, "Province"
    )


def _distinct(name: str, unit: Any, named: set[tuple[str, str]]) -> str:
    """The name, with the kind of unit where a city of the country bears it too."""
    if (unit.country, key(name)) not in named or key(name).endswith(tuple(key(t) for t in TYPES)):
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


def _by_hand(table: Table, regions: list[dict[str, str]], units: dict[str, Any], cache: Path) -> None:
    """Areas, waters, facilities, further names and demonyms from the lists that are kept by hand, and the airports."""
    by_code = {
        p["iso"]: row for row, p in enumerate(table.places) if p["level"] == 1 and p["kind"] == "region"
    }
    for region in regions:
        if region["code"] not in by_code:
            print("no such region:", region["code"], region["name"])
            continue
        row = by_code[region["code"]]
        _call_all(table, row, region, NAME)
    largest: dict[tuple[str, str], int] = {}
    for row, place in enumerate(table.places):
        if place["kind"] == "city":
            largest.setdefault((place["country_code"], key(place["name"])), row)
    for city in _rows("cities.tsv"):
        found = largest.get((city["country"], key(city["name"])))
        if found is None:
            print("no such city:", city["name"])
        else:
            _call_all(table, found, city, ALIAS)
    drawn = [(unit, piece) for unit in units.values() for piece in unit.pieces]
    tree = shapely.STRtree([piece for _, piece in drawn])
    for area in _rows("areas.tsv"):
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
    for facility in _rows("facilities.tsv"):
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
    point = shapely.Point(lon, lat)
    inside = sorted(tree.query(point, predicate="within"), key=lambda i: drawn[i][1].area)
    near = inside or tree.query(point.buffer(0.2), predicate="intersects")
    same = [unit for unit in (drawn[i][0] for i in near) if unit.country == country]
    return table.add(
        place_id=f"pt:{lat:g},{lon:g}",
        name=name,
        kind="facility",
        country_code=country,
        admin1_code=same[0].code if same else None,
        lat=lat,
        lon=lon,
        population=100 if "stands_for" in at else 0,
    )


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


if __name__ == "__main__":
    main()
