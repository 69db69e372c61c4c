"""The meaning of dates that name a day, month, season, quarter, year or time of the calendar, with or without year."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tellings.annotation.numerals import ORDINALS
from tellings.annotation.times import calendar_values as values
from tellings.annotation.times import patterns
from tellings.annotation.times.calendar_values import PAST
from tellings.annotation.times.meaning import STEP, Meaning, Setting

_NUMBER = ORDINALS | {"final": -1, "last": -1}
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_FEASTS = {
    "Christmas": (12, 25),
    "Christmas Day": (12, 25),
    "Christmas Eve": (12, 24),
    "Boxing Day": (12, 26),
    "New Year's Eve": (12, 31),
    "New Year's Day": (1, 1),
    "Valentine's Day": (2, 14),
    "Halloween": (10, 31),
    "May Day": (5, 1),
}
_EASTER = {"Easter": 0, "Easter Sunday": 0, "Easter Monday": 1, "Good Friday": -2}
_MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW", "PR", "GU"})
_EITHER = frozenset({"CA", "BZ", "KE", "ZA", "PA"})
"""Countries in which the month is written first, or sometimes (Unicode CLDR, short dates in English)."""
_TIMES = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}


def full(match: re.Match[str], _: Setting) -> Meaning | None:
    """A date with its year, to the day or month, with a time where one is glued to it."""
    groups = match.groupdict()
    year = int(match["year"])
    month = int(groups["m"]) if groups.get("m") else patterns.month_number(match["month"])
    if not groups.get("day"):
        if groups.get("m") and month == (year + 1) % 100:
            return Meaning("date", f"{year}", "first of two years")
        return Meaning("date", values.month(year, month), "month and year", True)
    day = values.valid_day(year, month, int(match["day"]))
    if day is None:
        return None
    if groups.get("clock"):
        return Meaning(
            "time",
            f"{day.isoformat()}T{match['clock']}{'Z' if match['zone'] else ''}",
            "full date and time",
            True,
        )
    return Meaning("date", day.isoformat(), "full date", True)


def numeric(match: re.Match[str], setting: Setting) -> Meaning | None:
    """16/05/2025: the order of day and month is told by what is possible, the other dates, or the outlet's country.

    Else it is the one that is near publication.
    """
    a, b, year = int(match["a"]), int(match["b"]), values.full_year(match["year"], setting.published)
    day_first = values.valid_day(year, b, a)
    month_first = values.valid_day(year, a, b) if match["sep"] == "/" else None
    if day_first and month_first and day_first != month_first:
        if setting.day_first is not None:
            known = [day_first if setting.day_first else month_first]
        elif setting.published is not None:
            known = [d for d in (day_first, month_first) if abs((d - setting.published).days) <= 10]
        else:
            known = []
        value = known[0].isoformat() if len(known) == 1 else None
        return Meaning("date", value, "day and month could be exchanged")
    day = day_first or month_first
    return Meaning("date", day.isoformat(), "full date", True) if day else None


def day_first(text: str, country: str | None) -> bool | None:
    """Does the day stand before the month in a text's numeric dates? None where nothing tells.

    Args:
        text: the article: a date in it that can be read in one way only tells of the others.
        country: of the outlet, ISO 3166-1.
    """
    orders = set()
    for match in patterns.PATTERNS["numeric"].finditer(text):
        a, b = int(match["a"]), int(match["b"])
        if match["sep"] == "/" and (a > 12) != (b > 12):
            orders.add(a > 12)
    if len(orders) == 1:
        return orders.pop()
    return None if country is None or country in _EITHER else country not in _MONTH_FIRST


def month_day(match: re.Match[str], setting: Setting) -> Meaning | None:
    """16 May, May 16: with its year, a relative year, or the year that tense and story give."""
    month, of_month = patterns.month_number(match["month"]), int(match["day"])
    if match["year"]:
        return full(match, setting)
    if of_month > values.days_in_month(2024, month):
        return None
    if setting.published is None:
        return Meaning("date", f"XXXX-{month:02d}-{of_month:02d}", "day without a year")
    if match["which"]:
        day = values.valid_day(setting.published.year + STEP[match["which"].lower()], month, of_month)
        return Meaning("date", day.isoformat() if day else None, "day of a relative year", True)
    day = values.day_without_year(
        setting.published, month, of_month, setting.tense(*match.span()), setting.anchor
    )
    return Meaning("date", day.isoformat() if day else None, "day without a year", day is not None)


def month(match: re.Match[str], setting: Setting) -> Meaning | None:
    """A month without a year."""
    month = patterns.month_number(match["month"])
    groups = match.groupdict()
    if (groups.get("q") or "").lower() in ("every", "each"):
        return Meaning("set", f"XXXX-{month:02d}", "recurring month")
    if setting.published is None:
        return Meaning("date", f"XXXX-{month:02d}", "month without a year")
    if groups.get("which"):
        return Meaning(
            "date",
            values.month(setting.published.year + STEP[match["which"].lower()], month),
            "month of a relative year",
            True,
        )
    qualifier = (groups.get("q") or "").lower().split(" ")[0]
    if groups.get("q") and match["q"].lower().startswith("this "):
        qualifier = "last" if match["q"].lower().endswith("past") else "next"
    tense = setting.tense(*match.span())
    year = values.year_of(setting.published, month, tense, qualifier)
    anchor = setting.anchor
    if (
        not qualifier
        and anchor
        and tense == PAST
        and anchor.year < setting.published.year
        and year > anchor.year
    ):
        told = date(anchor.year + (month < anchor.month), month, 1)
        if 0 <= (told - anchor).days <= 184 and (setting.published - told).days > 200:
            year = told.year
    return Meaning("date", values.month(year, month), "month without a year", True)


def season_year(match: re.Match[str], _: Setting) -> Meaning:
    """Spring of 2022."""
    return Meaning(
        "date", f"{match['year']}-{values.SEASONS[match['season'].lower()]}", "season and year", True
    )


def season(match: re.Match[str], setting: Setting) -> Meaning:
    """Last summer, in autumn."""
    code = values.SEASONS[(match["season"] or match["season2"]).lower()]
    which = match["which"] or match["which2"]
    if (match["q"] or "").lower() in ("every", "each"):
        return Meaning("set", f"XXXX-{code}", "recurring season")
    if setting.published is None:
        return Meaning("date", None, "relative season")
    if which:
        return Meaning(
            "date",
            f"{setting.published.year + STEP[which.lower()]}-{code}",
            "season of a relative year",
            True,
        )
    asked = (match["q"] or "").lower()
    qualifier = "next" if "coming" in asked else "last" if "past" in asked else asked
    return Meaning(
        "date",
        values.season(setting.published, code, setting.tense(*match.span()), qualifier),
        "relative season",
        True,
    )


def quarter(match: re.Match[str], setting: Setting) -> Meaning | None:
    """A quarter or half of a year."""
    groups = match.groupdict()
    letter = (groups.get("letter") or groups["unit"][0]).upper()
    letter = "Q" if letter == "Q" else "H"
    word = (groups.get("ord") or groups["n"]).lower()
    number = _NUMBER.get(word) or int(re.sub(r"[^0-9]", "", word))
    number = (4 if letter == "Q" else 2) if number == -1 else int(number)
    if not 1 <= number <= (4 if letter == "Q" else 2):
        return None
    if groups.get("year"):
        return Meaning("date", f"{groups['year']}-{letter}{number}", "part of a year", True)
    if setting.published is None:
        return Meaning("date", None, "part of a year without the year")
    if groups.get("which"):
        year = setting.published.year + STEP[groups["which"].lower()]
        return Meaning("date", f"{year}-{letter}{number}", "part of a relative year", True)
    return Meaning(
        "date",
        values.part_of_year(setting.published, number, letter, setting.tense(*match.span())),
        "part of a year without the year",
    )


def decade(match: re.Match[str], _: Setting) -> Meaning:
    """The 1990s: the first three digits."""
    if match["decade"]:
        return Meaning("date", match["decade"], "decade")
    short = match["short"]
    return Meaning("date", f"19{short or _DECADES.index(match['word'].lower()) + 2}", "decade")


def century(match: re.Match[str], _: Setting) -> Meaning | None:
    """The 19th century: the first two digits of its years."""
    if match["bc"]:
        return Meaning("date", None, "century before our era")
    word = (match["word"] or "").lower()
    number = int(match["century"]) if match["century"] else 21 if word == "twenty-first" else ORDINALS[word]
    return Meaning("date", f"{number - 1:02d}", "century")


def year(match: re.Match[str], _: Setting) -> Meaning:
    """A year of four digits."""
    return Meaning("date", match["year"], "year")


def clock(match: re.Match[str], _: Setting) -> Meaning:
    """A time of day; the day comes from its neighbour."""
    groups = match.groupdict()
    if groups.get("noon"):
        clock = _TIMES[groups["noon"].lower()]
    elif groups["ampm"]:
        hour = int(groups["h"]) % 12 + (12 if groups["ampm"][0] in "pP" else 0)
        clock = f"{hour:02d}:{groups['min'] or '00'}"
    elif groups["military"]:
        clock = f"{groups['military'][:2]}:{groups['military'][2:]}"
    else:
        hour_word, _sep, minute = (groups["dot"] or f"{groups['h24']}.{groups['min24']}").partition(".")
        clock = f"{int(hour_word):02d}:{minute}"
    return Meaning("time", f"T{clock}{'Z' if groups.get('zone') else ''}", "clock")


def feast(match: re.Match[str], setting: Setting) -> Meaning:
    """A feast with a known day."""
    name = match["feast"]
    year = int(match["year"]) if match["year"] else None
    if year is None and setting.published is None:
        return Meaning("date", None, "feast")
    if name in _FEASTS:
        month, of_month = _FEASTS[name]
        if year is None and setting.published:
            day = values.day_without_year(setting.published, month, of_month, setting.tense(*match.span()))
            return Meaning("date", day.isoformat() if day else None, "feast", True)
        return Meaning("date", f"{year:04d}-{month:02d}-{of_month:02d}", "feast", True)
    if year is None and setting.published:
        days = [_easter(setting.published.year + y) + timedelta(days=_EASTER[name]) for y in (-1, 0, 1)]
        past = setting.tense(*match.span()) == PAST
        chosen = (
            max(d for d in days if d <= setting.published)
            if past
            else min(d for d in days if d >= setting.published)
        )
        return Meaning("date", chosen.isoformat(), "feast", True)
    return Meaning("date", (_easter(year or 0) + timedelta(days=_EASTER[name])).isoformat(), "feast", True)


def _easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def nine_eleven(_: re.Match[str], __: Setting) -> Meaning:
    """9/11 is a day of its own."""
    return Meaning("date", "2001-09-11", "known day")
