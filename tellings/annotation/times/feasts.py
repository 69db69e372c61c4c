"""Holidays whose day follows from the year: fixed ones, the nth weekday of a month, and those counted from Easter."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

_FIXED = {
    "Christmas": (12, 25),
    "Christmas Day": (12, 25),
    "Christmas Eve": (12, 24),
    "Boxing Day": (12, 26),
    "New Year's Eve": (12, 31),
    "New Year's Day": (1, 1),
    "Epiphany": (1, 6),
    "Burns Night": (1, 25),
    "Australia Day": (1, 26),
    "Waitangi Day": (2, 6),
    "Valentine's Day": (2, 14),
    "International Women's Day": (3, 8),
    "St Patrick's Day": (3, 17),
    "St. Patrick's Day": (3, 17),
    "April Fools' Day": (4, 1),
    "Anzac Day": (4, 25),
    "ANZAC Day": (4, 25),
    "May Day": (5, 1),
    "Juneteenth": (6, 19),
    "Canada Day": (7, 1),
    "Fourth of July": (7, 4),
    "Bastille Day": (7, 14),
    "Halloween": (10, 31),
    "All Saints' Day": (11, 1),
    "Guy Fawkes Night": (11, 5),
    "Bonfire Night": (11, 5),
    "Armistice Day": (11, 11),
    "Veterans Day": (11, 11),
    "Human Rights Day": (12, 10),
}
_NTH = {
    "Martin Luther King Day": (1, 0, 3),
    "Presidents' Day": (2, 0, 3),
    "Mother's Day": (5, 6, 2),
    "Memorial Day": (5, 0, -1),
    "Labor Day": (9, 0, 1),
    "Columbus Day": (10, 0, 2),
    "Thanksgiving": (11, 3, 4),
    "Thanksgiving Day": (11, 3, 4),
    "Remembrance Sunday": (11, 6, 2),
}
"""Month, weekday (Monday is 0) and which of the month, -1 the last; those of the United States and Britain."""
_EASTER = {
    "Easter": 0,
    "Easter Day": 0,
    "Easter Sunday": 0,
    "Easter Monday": 1,
    "Good Friday": -2,
    "Holy Thursday": -3,
    "Maundy Thursday": -3,
    "Palm Sunday": -7,
    "Ash Wednesday": -46,
    "Shrove Tuesday": -47,
    "Ascension Day": 39,
    "Whit Sunday": 49,
    "Whit Monday": 50,
    "Pentecost": 49,
    "Corpus Christi": 60,
}
NAMES = (*_FIXED, *_NTH, *_EASTER, "Election Day")


def day_of(name: str, year: int) -> date:
    """The day of a holiday in a year.

    Example:
        >>> day_of("Thanksgiving", 2025), day_of("Easter Monday", 2025), day_of("Memorial Day", 2025)
        (datetime.date(2025, 11, 27), datetime.date(2025, 4, 21), datetime.date(2025, 5, 26))
    """
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _EASTER:
        return _easter(year) + timedelta(days=_EASTER[name])
    if name == "Election Day":
        return _nth(year, 11, 0, 1) + timedelta(days=1)
    return _nth(year, *_NTH[name])


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    days = [
        d
        for d in range(1, calendar.monthrange(year, month)[1] + 1)
        if date(year, month, d).weekday() == weekday
    ]
    return date(year, month, days[which - 1 if which > 0 else which])


def _easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
