"""The names of months and weekdays in the languages of newspapers, from `data/formats/calendar.json`."""

from __future__ import annotations

import json
from functools import cache

from tellings.settings import ROOT


@cache
def _languages() -> dict[str, dict[str, list[str] | str]]:
    languages: dict[str, dict[str, list[str] | str]] = json.loads(
        (ROOT / "data" / "formats" / "calendar.json").read_text(encoding="utf-8")
    )
    return languages


@cache
def months(*languages: str) -> dict[str, int]:
    """The number of each month by its names, in small letters without dots.

    Args:
        languages: their codes (ISO 639-1); all where none is given. A name that means two months in two languages is
            the month of the language that is listed first.
    """
    numbers: dict[str, int] = {}
    for code in languages or _languages():
        for number, names in enumerate(_languages()[code]["months"], 1):
            for name in names.split():
                numbers.setdefault(name, number)
    return numbers


@cache
def weekdays() -> frozenset[str]:
    """The names of the weekdays in all languages, in small letters without dots."""
    said = [str(names["weekdays"]).replace("-", " ").split() for names in _languages().values()]
    return frozenset(part for names in said for name in names for part in name.split("_"))
