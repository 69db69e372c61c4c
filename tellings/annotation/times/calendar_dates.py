"""The meaning of dates that name a day, month, season, quarter, year or time of the calendar, with or without year."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date

from tellings.annotation.numerals import ORDINALS, below_hundred
from tellings.annotation.times import calendar_values as values
from tellings.annotation.times import feasts, patterns
from tellings.annotation.times.calendar_values import PAST
from tellings.annotation.times.meaning import STORY_STEP, Meaning, Setting

_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW", "PR", "GU"})
_EITHER = frozenset({"CA", "BZ", "KE", "ZA", "PA"})
"""Countries in which the month is written first, or sometimes (Unicode CLDR, short dates in English)."""


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
    told = setting.year_of(match["which"]) if match["which"] else None
    if told is not None:
        day = values.valid_day(told, month, of_month)
        return Meaning("date", day.isoformat() if day else None, "day of a relative year", True)
    if setting.published is None or match["which"]:
        return Meaning("date", f"XXXX-{month:02d}-{of_month:02d}", "day without a year")
    if match.groupdict().get("lastq"):
        year = values.year_of(setting.published, month, PAST, match["lastq"].lower())
        day = values.valid_day(year, month, of_month)
        return Meaning("date", day.isoformat() if day else None, "day of a relative year", True)
    day = values.day_without_year(
        setting.published,
        month,
        of_month,
        direction=setting.tense(*match.span()),
        anchor=setting.anchor,
        reach=setting.reach,
    )
    return Meaning("date", day.isoformat() if day else None, "day without a year", day is not None)


def month(match: re.Match[str], setting: Setting) -> Meaning | None:
    """A month without a year."""
    month = patterns.month_number(match["month"])
    groups = match.groupdict()
    if (groups.get("q") or "").lower() in ("every", "each"):
        return Meaning("set", f"XXXX-{month:02d}", "recurring month")
    year = setting.year_of(groups["which"]) if groups.get("which") else None
    if year is not None:
        return Meaning("date", values.month(year, month), "month of a relative year", True)
    if groups.get("told"):
        return Meaning("date", _month_of_story(match["told"], month, setting), "month of the story", True)
    if setting.published is None or groups.get("which"):
        return Meaning("date", f"XXXX-{month:02d}", "month without a year")
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
        and setting.exact > len("2025")
        and anchor.year < setting.published.year
        and year > anchor.year
    ):
        told = date(anchor.year + (month < anchor.month), month, 1)
        if 0 <= (told - anchor).days <= setting.reach and (setting.published - told).days > 200:
            year = told.year
    return Meaning("date", values.month(year, month), "month without a year", True)


def _month_of_story(word: str, of_year: int, setting: Setting) -> str | None:
    """That March, the following March: from where the story is."""
    unit = next(reversed(setting.told), "")
    start = setting.at(unit)
    if start is None:
        return None
    step = STORY_STEP[word.lower().removeprefix("the ").removesuffix(" same")]
    if step == 0:
        return values.month(start.year, of_year)
    if unit == "year":  # told of as a whole
        return values.month(start.year + step, of_year)
    first = start.month if step > 0 else start.month - 1  # the first month that comes round again
    return values.month(start.year + (of_year <= first) - (step < 0), of_year)


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
        year = setting.year_of(which)
        value = f"{year}-{code}" if year is not None else None
        return Meaning("date", value, "season of a relative year", value is not None)
    asked = (match["q"] or "").lower()
    qualifier = "next" if "coming" in asked else "last" if "past" in asked else asked
    return Meaning(
        "date",
        values.season(setting.published, code, setting.looks(match), qualifier),
        "relative season",
        True,
    )


def decade(match: re.Match[str], _: Setting) -> Meaning:
    """The 1990s: the first three digits."""
    if match["decade"]:
        return Meaning("date", match["decade"], "decade")
    short = match["short"] or match["also"]
    return Meaning("date", f"19{short or _DECADES.index(match['word'].lower()) + 2}", "decade")


def century(match: re.Match[str], _: Setting) -> Meaning | None:
    """The 19th century: the first two digits of its years."""
    if match["bc"]:
        return Meaning("date", None, "century before our era")
    word = (match["word"] or "").lower()
    number = int(match["century"]) if match["century"] else 21 if word == "twenty-first" else ORDINALS[word]
    return Meaning("date", f"{number - 1:02d}", "century")


def year(match: re.Match[str], _: Setting) -> Meaning:
    """A year of four digits; of a season over two years (2024-25) the first."""
    return Meaning("date", match["year"], "year")


def spoken_year(match: re.Match[str], _: Setting) -> Meaning:
    """A year in words: nineteen ninety-four, twenty twenty-five, the year two thousand."""
    if match["thousand"]:
        return Meaning("date", "2000", "year in words")
    century = 1900 if match["century"].lower() == "nineteen" else 2000
    return Meaning("date", str(century + below_hundred(match["rest"])), "year in words")


_NEWS = 31
"""Days from publication within which a feast is the one that is spoken of, whatever the tense."""


def feast(match: re.Match[str], setting: Setting) -> Meaning:
    """A holiday whose day follows from the year."""
    name = match["feast"]
    if match["year"]:
        told = feasts.day_of(name, int(match["year"]), setting.country)
        return Meaning("date", told.isoformat() if told else None, "feast", told is not None)
    if setting.published is None:
        return Meaning("date", None, "feast")
    published = setting.published
    year = published.year
    years = [y for y in (year - 1, year, year + 1) if MINYEAR <= y <= MAXYEAR]
    days = [day for y in years if (day := feasts.day_of(name, y, setting.country))]
    if not days:
        return Meaning("date", None, "feast")
    closest = min(days, key=lambda day: abs((day - published).days))
    if abs((closest - published).days) <= _NEWS:
        chosen = (
            closest  # feasts just gone by or ahead are news in any tense: bought a ham for New Year's Eve
        )
    elif setting.looks(match) == PAST:
        chosen = max((d for d in days if d <= published), default=days[0])
    else:
        chosen = min((d for d in days if d >= published), default=days[-1])
    return Meaning("date", chosen.isoformat(), "feast", True)


def nine_eleven(_: re.Match[str], __: Setting) -> Meaning:
    """9/11 is a day of its own."""
    return Meaning("date", "2001-09-11", "known day")
