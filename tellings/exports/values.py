"""Values of tables as those of JSON and of text: null where nothing is known, dates as ISO 8601."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import quote

DIGITS = 6
"""Decimals of a coordinate: about a tenth of a metre, as RFC 7946 advises."""


def plain(value: Any) -> Any:
    """A value of a table as JSON has it."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "item"):
        return plain(value.item())
    return value if isinstance(value, str | int | float | bool) else None


def position(lon: Any, lat: Any) -> list[float] | None:
    """Longitude and latitude as GeoJSON orders them; None where either is not known or not on the globe.

    Longitudes beyond the antimeridian are brought back to -180 to 180.
    """
    lon, lat = plain(lon), plain(lat)
    if not isinstance(lon, int | float) or not isinstance(lat, int | float) or not -90 <= lat <= 90:
        return None
    turned = float(lon) if -180 <= lon <= 180 else (float(lon) + 180) % 360 - 180
    return [round(turned, DIGITS), round(float(lat), DIGITS)]


_ENTRIES = {"gn": "https://www.geonames.org/{}/", "wd": "http://www.wikidata.org/entity/{}"}


def entry(key: str) -> str | None:
    """The address of an entry of GeoNames (`gn:703448`) or Wikidata (`wd:Q212`); None for any other key."""
    kind, _, value = key.partition(":")
    return _ENTRIES[kind].format(quote(value, safe="")) if kind in _ENTRIES else None


def keys(ids: Iterable[str]) -> dict[str, str]:
    """For each id one of ASCII letters, digits, points, dashes and underscores, which all systems and formats take.

    No two are the same, also where case does not count.
    """
    taken: dict[str, str] = {}
    used: set[str] = set()
    for one in ids:
        key = stem = re.sub(r"[^A-Za-z0-9._-]+", "-", one).strip(".-")[:80] or "article"
        number = 1
        while key.casefold() in used:
            number += 1
            key = f"{stem}-{number}"
        used.add(key.casefold())
        taken[one] = key
    return taken


_NO_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Controls, line ends, and marks that turn the order of all that follows in its line."""


def one_line(text: Any) -> str:
    """A text, or nothing, as a format has it that ends a value with its line: without controls, its spaces as one."""
    return " ".join(_NO_LINE.sub(" ", "" if text is None else str(text)).split())


_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def in_xml(text: str) -> str:
    """A text of as many characters in which each that XML 1.0 does not know is the replacement character."""
    return _NO_XML.sub("\ufffd", text)


def encoded(document: Any) -> bytes:
    """A JSON document as UTF-8."""
    return (json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode(
        "utf-8", "replace"
    )
