"""Values of tables as those of JSON and of text: null where nothing is known, dates as ISO 8601."""

from __future__ import annotations

import json
import math
from datetime import date
from typing import Any

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


def encoded(document: dict[str, Any]) -> bytes:
    """A JSON document as UTF-8."""
    return (json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode(
        "utf-8", "replace"
    )
