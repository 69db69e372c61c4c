"""The day on which an article was published, as people, spreadsheets and databases write it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

Order = Literal["day first", "month first"]

_NAMES = (
    "jan janv january januar janvier enero ene",
    "feb febr february februar fév févr février febrero",
    "mar march mär mrz märz mars marzo",
    "apr april avr avril abr abril",
    "may mai mayo",
    "jun june juni juin junio",
    "jul july juli juil juillet julio",
    "aug august août agosto ago",
    "sep sept september septembre septiembre set setiembre",
    "oct october okt oktober octobre octubre",
    "nov november novembre noviembre",
    "dec december dez dezember déc décembre dic diciembre",
)
"""Names of the months and their short forms in English, German, French and Spanish, from January."""
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
"""The number of each month by its names, in small letters."""

_TIME = r"(?:[\sT,]+(?:at\s+)?\d{1,2}[:.]\d{2}.*)?$"
_WEEKDAY = r"^(?:[^\W\d_]{2,12}\.?,?\s+)?"
_NUMBERS = re.compile(r"^(\d{1,2})([/.\-])(\d{1,2})\2(\d{4}|\d{2})" + _TIME)
_YEAR_FIRST = re.compile(r"^(\d{4})([/.\-])(\d{1,2})\2(\d{1,2})" + _TIME)
_DAY_NAME = re.compile(
    _WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s\-]+(?:de\s+|of\s+)?([^\W\d_]{3,10})\.?,?"
    r"[\s\-]+(?:del?\s+)?(\d{4})" + _TIME,
    re.IGNORECASE,
)
_NAME_DAY = re.compile(
    _WEEKDAY + r"([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b", re.IGNORECASE
)


class UndecidedDateError(ValueError):
    """A date in numbers that may be one of two days."""


def order_of(values: Iterable[str]) -> Order | None:
    """Whether dates written in numbers (12/03/2025) have the day or the month first, decided by all of a column.

    A number above twelve is a day. Where no value decides, or some say the one and some the other, it is not known.
    """
    said: set[Order] = set()
    for value in values:
        if (numbers := _NUMBERS.match(value.strip())) is not None:
            first, second = int(numbers[1]), int(numbers[3])
            if first > 12 >= second:
                said.add("day first")
            elif second > 12 >= first:
                said.add("month first")
    return said.pop() if len(said) == 1 else None


def read_date(value: object, order: Order | None = None) -> date | None:
    """The day of a date or a moment; None for nothing.

    Read are ISO 8601, year first, dates with the month in letters (in English, German, French or Spanish), and dates in
    numbers: with dots the day is first; with slashes or dashes only where `order` says or the numbers leave no choice.

    Raises:
        UndecidedDateError: the order of day and month is not known; the message says what to write.
        ValueError: the value is something else.
    """
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ValueError(f"{repr(value)[:60]} is no date; write it as 2025-05-16")
    text = " ".join(value.split())
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    try:
        found = _written(text, order)
    except UndecidedDateError:
        raise
    except ValueError:  # a day that its month has not
        found = None
    if found is None:
        shown = text if len(text) <= 60 else f"{text[:60]}…"
        raise ValueError(f"{shown!r} is no date; write it as 2025-05-16")
    return found


def _written(text: str, order: Order | None) -> date | None:
    if match := _YEAR_FIRST.match(text):
        return date(int(match[1]), int(match[3]), int(match[4]))
    if match := _DAY_NAME.match(text):
        return _named(match[3], match[2], match[1])
    if match := _NAME_DAY.match(text):
        return _named(match[3], match[1], match[2])
    if match := _NUMBERS.match(text):
        return _numbered(match, order)
    return None


def _named(year: str, month: str, day: str) -> date | None:
    number = MONTHS.get(month.casefold())
    return date(int(year), number, int(day)) if number else None


def _numbered(match: re.Match[str], order: Order | None) -> date:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2:
        year += 2000 if year < 69 else 1900
    if match[2] == "." or first > 12 or first == second:
        order = "day first"
    elif second > 12:
        order = "month first"
    if order is None:
        either = f"{date(year, second, first).isoformat()} or {date(year, first, second).isoformat()}"
        raise UndecidedDateError(f"{match.string!r} may be {either}; write it as the one that is meant")
    day, month = (first, second) if order == "day first" else (second, first)
    return date(year, month, day)
