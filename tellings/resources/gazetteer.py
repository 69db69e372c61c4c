"""The places of the world by name: countries, regions, cities, waters, wide areas and well-known buildings.

The data are made by `scripts/build_gazetteer.py`; `data/gazetteer/README.md` states sources and licences. Names are
kept as one sorted Arrow array and found by bisection, so that loading reads two small files and builds nothing.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tellings import lists
from tellings.resources.lexicon import words
from tellings.resources.placename_key import key

if TYPE_CHECKING:
    import pandas as pd

FOLDER = Path(__file__).resolve().parents[2] / "data" / "gazetteer"

NAME, ALIAS, OTHER, DEMONYM, ACTOR, ABBREVIATION = range(6)
"""What a name is to its place: its English name, an alias, a spelling of another language or time, the word for its
people, a seat that a government is known by ("the Kremlin"), an abbreviation behind a city ("Ky.", "TX")."""


_NOT_SOUGHT = (DEMONYM, ABBREVIATION)
MOST_FOUND = 40
"""Places that a search gives at most."""

SHOWN = ("place_id", "name", "kind", "country_code", "admin1_code", "lat", "lon", "population")


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer.

    Attributes:
        place_id: `gn:<GeoNames id>` where there is one, else `ne:<id>` or `pt:<lat>,<lon>`.
        kind: `country`, `region`, `city`, `facility`, `water` or `area`.
        level: of a region 1 or 2; of a city 2 where it is a country's capital; else 0.
        lat, lon: None for waters and areas that no point stands for.
    """

    place_id: str
    name: str
    kind: str
    country_code: str | None
    admin1_code: str | None
    lat: float | None
    lon: float | None
    population: int
    geonames: int | None
    wikidata: str | None
    iso: str | None
    level: int = 0


class Gazetteer:
    """Places by name and by id. Get the shared one from :func:`load`."""

    def __init__(self, places: pa.Table, names: pa.Table) -> None:
        self._places = places
        keys = names["key"].combine_chunks()
        if isinstance(keys, pa.ChunkedArray):
            keys = keys.chunk(0)
        _, offsets, data = keys.buffers()
        self._n = len(keys)
        self._offsets = memoryview(offsets).cast("i")
        self._data = memoryview(data)
        self._rows = names["place"].to_numpy()
        self._uses = names["use"].to_numpy()
        self._columns = {name: places[name].combine_chunks() for name in places.column_names}
        self._cache: dict[str, tuple[tuple[Place, int], ...]] = {}
        self._made: dict[int, Place] = {}

    def _key_at(self, i: int) -> bytes:
        return bytes(self._data[self._offsets[i] : self._offsets[i + 1]])

    def _first(self, sought: bytes) -> int:
        """Where the first key stands that is not before this one."""
        return bisect_left(range(self._n), sought, key=self._key_at)

    def _place(self, row: int) -> Place:
        if row not in self._made:
            at = {name: column[row].as_py() for name, column in self._columns.items()}
            for column in ("lat", "lon"):
                at[column] = None if at[column] is None else at[column] / 1000
            at["place_id"] = at["place_id"] or f"gn:{at['geonames']}"
            self._made[row] = Place(**at)
        return self._made[row]

    def _entries(self, name: str) -> tuple[tuple[Place, int], ...]:
        """All places that bear the name, each with what the name is to it."""
        sought = key(name)
        entries = self._cache.get(sought)
        if entries is None:
            wanted, rows = sought.encode(), []
            at = self._first(wanted)
            while at < self._n and self._key_at(at) == wanted:
                rows.append((self._place(int(self._rows[at])), int(self._uses[at])))
                at += 1
            entries = self._cache[sought] = tuple(rows)
        return entries

    def candidates(self, name: str) -> list[Place]:
        """The places that bear the name, without demonyms; the most prominent first.

        Short names are taken for places only as they are written: "US" is one, "us" is not.
        """
        return [place for place, _ in self.entries(name)]

    def entries(self, name: str) -> list[tuple[Place, int]]:
        """As :func:`candidates`, each place with what the name is to it (`NAME`, `ALIAS`, `OTHER`, `ACTOR`)."""
        if name.islower() or len(name) < 2:
            return []
        low = name.lower()
        other = low in words("not_places") or low in words("directions")
        short = len(name.replace(".", "")) <= 3 and not name.isupper()
        bearers = [
            (place, use)
            for place, use in self._entries(name)
            if use != DEMONYM
            and not (other and place.kind in ("region", "city"))
            and not (short and place.kind == "country" and use == ALIAS)
            and (use != ABBREVIATION or "." in name)
        ]
        return _own_names(name, sorted(bearers, key=lambda item: -prominence(*item)))

    @cached_property
    def _abbreviations(self) -> dict[str, list[Place]]:
        """What the abbreviations stand for that are used alone in their country."""
        file = FOLDER / "abbreviations.tsv"
        if not file.is_file():
            return {}
        lines = [line.split("\t") for line in lists.lines(file)]
        isos = self._columns["iso"]
        places: dict[str, list[Place]] = {}
        for code, forms in lines[1:]:
            row = pc.index(isos, code).as_py()
            for form in forms.split(";") if row >= 0 else ():
                places.setdefault(form, []).append(self._place(row))
        return places

    def abbreviated(self, name: str) -> list[Place]:
        """The countries and regions that an abbreviation stands for where their country is spoken of: NSW, SA, Ont."""
        return self._abbreviations.get(name, [])

    def demonym(self, name: str) -> Place | None:
        """The place whose people or adjective the word is: "Ukrainian", "Ukrainians", "Londoner"."""
        for form in _singulars(name):
            places = [place for place, use in self._entries(form) if use == DEMONYM]
            if places:
                return max(places, key=lambda place: place.population)
        return None

    def container(self, name: str) -> list[Place]:
        """The places that the name behind a city's may be, abbreviated or not: "Paris, TX", "Paris, Tex."."""
        return [place for place, use in self._entries(name) if use != DEMONYM and name[:1].isupper()]

    def is_name(self, name: str) -> bool:
        """Does any place bear the name?"""
        return bool(self.entries(name))

    def kinds(self, name: str) -> frozenset[str]:
        """The kinds of the places that bear the name."""
        return frozenset(place.kind for place, _ in self.entries(name))

    def search(self, words: str) -> list[Place]:
        """The places that bear a name, or whose name begins with it, as people look for them: in any case or spelling.

        Returns:
            Those of the very name first, as prominent as they are, then the most populous, at most :data:`MOST_FOUND`.
        """
        sought = key(words).encode()
        if len(sought) < 2:
            return []
        bearing = [item for item in self._entries(words) if item[1] not in _NOT_SOUGHT]
        first, end = self._first(sought), self._first(sought + b"\xff")
        rows = np.unique(self._rows[first:end][~np.isin(self._uses[first:end], _NOT_SOUGHT)])
        people = self._columns["population"].take(pa.array(rows)).to_numpy(zero_copy_only=False)
        others = map(self._place, rows[np.lexsort((rows, -people))][:MOST_FOUND].tolist())
        ranked = sorted(bearing, key=lambda item: -prominence(*item))
        return list(dict.fromkeys([*(place for place, _ in ranked), *others]))[:MOST_FOUND]

    @cached_property
    def _ids(self) -> dict[str, int]:
        """The row of each place by its id."""
        ids = zip(self._columns["place_id"].to_pylist(), self._columns["geonames"].to_pylist(), strict=True)
        return {other or f"gn:{geonames}": row for row, (other, geonames) in enumerate(ids)}

    def place(self, place_id: str) -> Place | None:
        """The place of an id, None where the gazetteer has no such place."""
        return self._place(self._ids[place_id]) if place_id in self._ids else None

    @cached_property
    def _countries(self) -> dict[str, Place]:
        kinds = self._columns["kind"]
        rows = [row for row in range(COUNTRY_ROWS) if row < len(kinds) and kinds[row].as_py() == "country"]
        return {place.iso: place for place in map(self._place, rows) if place.iso}

    def country(self, code: str | None) -> Place | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        return self._countries.get(code) if code else None


def _own_names(name: str, found: list[tuple[Place, int]]) -> list[tuple[Place, int]]:
    """Without the towns that a country's or first-level region's own English name is only folded or translated to.

    Canada is no spelling of La Cañada, and Quebec none of New Britain; Mexico in Missouri bears the very name.
    """
    if not found or found[0][1] != NAME or found[0][0].kind not in ("country", "region"):
        return found
    first = found[0][0]
    if first.kind == "region" and first.level != 1:
        return found
    bare = name.removeprefix("the ").removeprefix("The ").casefold()
    return [
        (place, use)
        for place, use in found
        if place is first
        or place.kind != "city"
        or (use == NAME and place.name.casefold() == bare)
        or (first.kind == "region" and place.country_code == first.country_code and not _longer(place, name))
        or use == ALIAS
    ]


def _longer(place: Place, name: str) -> bool:
    """Is the place's own name the name and a word more: Oklahoma City?"""
    return key(place.name).startswith(f"{key(name)} ")


UNKNOWN = 500
"""Inhabitants of a town for which the source gives none: the fewest that it asks for."""


def prominence(place: Place, use: int) -> float:
    """How likely the place is meant by a name that stands alone: tenfold population is one point."""
    people = place.population or (UNKNOWN if place.kind == "city" else 0)
    weight = math.log10(people + 10) + _KIND[place.kind] + _USE.get(use, 0.0)
    if place.kind == "region" and place.level == 2:
        weight -= 1.6
    if place.kind == "city":
        weight += 1.0 * (place.level == 2) - 0.7 * (place.population < 2000)
    return weight


_KIND = {"country": 3.0, "region": -0.6, "city": 0.0, "area": 5.5, "water": 4.5, "facility": 3.0}
_USE = {ALIAS: -0.1, OTHER: -1.0}

COUNTRY_ROWS = 300
"""Countries are the first rows of the table of places."""


def km(a: Place, b: Place) -> float:
    """The distance of two places on a flattened earth; far, where one has no point."""
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return 9999.0
    east = (a.lon - b.lon + 540) % 360 - 180
    return 111.2 * math.hypot(a.lat - b.lat, east * math.cos(math.radians((a.lat + b.lat) / 2)))


@lru_cache(maxsize=1)
def load() -> Gazetteer:
    """The project's gazetteer, read once."""
    return Gazetteer(pq.read_table(FOLDER / "places.parquet"), pq.read_table(FOLDER / "names.parquet"))


def search(words: str) -> pd.DataFrame:
    """The places that somebody may mean who types a name or its beginning, as a table.

    Args:
        words: a name in any spelling the gazetteer has; accents, case and apostrophes do not matter.

    Returns:
        The columns :data:`SHOWN`, rows as :meth:`Gazetteer.search` orders them; empty where the gazetteer is not there.
    """
    import pandas as pd

    places = load().search(words) if (FOLDER / "names.parquet").is_file() else []
    return pd.DataFrame([[getattr(place, c) for c in SHOWN] for place in places], columns=list(SHOWN))


def _singulars(name: str) -> list[str]:
    forms = [name]
    if name.endswith("s") and len(name) > 4:
        forms.append(name[:-1])
    if name.endswith(("men", "women")):
        forms.append(name[:-2] + "an")
    return forms
