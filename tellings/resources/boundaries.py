"""The outlines of countries and of their first-level regions, read from `data/boundaries` when a map needs them.

They were cut beforehand (see `data/boundaries/README.md`), so that showing a map reads a little JSON and needs no
geographic library. Crimea and Sevastopol are regions of Ukraine there, as the UN General Assembly holds them to be.
"""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from tellings import settings
from tellings.errors import TellingsError

_COUNTRY = re.compile(r"[A-Z]{2}")


class BoundariesError(TellingsError):
    """The outlines are missing or damaged: there is no map, and the list beside it still works."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One area.

    Attributes:
        code: ISO 3166-2 of a region, ISO 3166-1 alpha-2 of a country.
        name: its current English name.
        country: alpha-2 of the country that it belongs to.
        bbox: west, south, east, north in degrees; east is above 180 where the area crosses the date line.
        label: longitude and latitude of a point well inside, where its name can stand.
        geometry: a GeoJSON Polygon or MultiPolygon, exterior rings clockwise as Plotly wants them.
    """

    code: str
    name: str
    country: str
    bbox: tuple[float, float, float, float]
    label: tuple[float, float]
    geometry: dict[str, Any]

    def polygons(self) -> list[list[list[list[float]]]]:
        """Its polygons, each a list of rings, each a list of longitude and latitude."""
        coordinates: Any = self.geometry["coordinates"]
        return [coordinates] if self.geometry["type"] == "Polygon" else list(coordinates)


def regions(country: str, folder: Path | None = None) -> dict[str, Outline]:
    """The first-level regions of a country by code; none for a country that is not known.

    Args:
        country: ISO 3166-1 alpha-2.
        folder: where the outlines lie; None for those that are shipped.

    Raises:
        BoundariesError: there are no outlines at all, or the country's file is damaged.
    """
    place = _folder(folder) / "regions"
    if not place.is_dir():
        raise BoundariesError(
            f"There is no map: the outlines in {place} are missing. Install Tellings again."
        )
    file = place / f"{country}.json"
    return dict(_read(file)) if _COUNTRY.fullmatch(country) and file.is_file() else {}


def countries(folder: Path | None = None) -> dict[str, Outline]:
    """All countries by alpha-2 code.

    Raises:
        BoundariesError: the file is missing or damaged.
    """
    return dict(_read(_folder(folder) / "countries.json"))


class Stated(NamedTuple):
    """What was decided about an area, and the countries, by code, whose shapes would else be others."""

    said: str
    countries: frozenset[str]


def stated(folder: Path | None = None) -> dict[str, Stated]:
    """What was decided about disputed areas that the map marks, by the area's code.

    Raises:
        BoundariesError: the file is missing or damaged.
    """
    file = _folder(folder) / "stated.tsv"
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            return {
                row["code"]: Stated(row["stated"], frozenset(row["countries"].split()))
                for row in csv.DictReader(lines, delimiter="\t")
            }
    except (OSError, KeyError, AttributeError, ValueError, csv.Error) as err:
        raise BoundariesError(
            f"There is no map: {file} is missing or damaged ({err!r}). Install Tellings again."
        ) from err


def _folder(folder: Path | None) -> Path:
    return folder or settings.DATA / "boundaries"


@lru_cache(maxsize=256)
def _read(file: Path) -> dict[str, Outline]:
    try:
        return {str(f["id"]): _outline(f) for f in _json(file)["features"]}
    except (KeyError, TypeError, ValueError) as err:
        raise BoundariesError(
            f"There is no map: {file} is damaged ({err!r}). Install Tellings again."
        ) from err


def _outline(feature: dict[str, Any]) -> Outline:
    said = feature["properties"]
    west, south, east, north = (float(v) for v in said["bbox"])
    lon, lat = (float(v) for v in said["label"])
    country = str(said.get("country") or feature["id"])
    return Outline(
        code=str(feature["id"]),
        name=str(said["name"]),
        country=country,
        bbox=(west, south, east, north),
        label=(lon, lat),
        geometry=feature["geometry"],
    )


def _json(file: Path) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as err:
        raise BoundariesError(f"There is no map: {file} is missing. Install Tellings again.") from err
    except (OSError, ValueError) as err:
        raise BoundariesError(f"There is no map: {file} is damaged ({err}). Install Tellings again.") from err
    return content
