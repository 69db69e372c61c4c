"""What a printed date means: the value of each form of `date_patterns`, given when the article was published."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from tellings.annotation import calendar_values as values
from tellings.annotation import date_patterns as patterns
from tellings.annotation.calendar_values import FUTURE, PAST
from tellings.annotation.numerals import ORDINALS

_NUMBER = ORDINALS | {"final": -1, "last": -1}
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_FEASTS = {"Christmas": (12, 25), "Christmas Day": (12, 25), "Christmas Eve": (12, 24), "Boxing Day": (12, 26), "New Year's Eve": (12, 31),
           "New Year's Day": (1, 1), "Valentine's Day": (2, 14), "Halloween": (10, 31), "May Day": (5, 1)}  # fmt: skip
_EASTER = {"Easter": 0, "Easter Sunday": 0, "Easter Monday": 1, "Good Friday": -2}
_TIMES = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_STEP = {"last": -1, "the previous": -1, "this": 0, "next": 1}


@dataclass
class Setting:
    """What the value of a date may depend on.

    Attributes:
        published: the day of publication, None where it is not known: relative expressions then have no value.
        tense: gives `past` or `future` for a span of the text.
        anchor: the last day, month or season with a year that was told in this paragraph.
        anchor_value: its value as printed.
    """

    published: date | None
    tense: Callable[[int, int], str]
    anchor: date | None = None
    anchor_value: str | None = None
    last_value: str | None = field(default=None)


@dataclass(frozen=True, slots=True)
class Meaning:
    """Type, value and how it was found; `precise` where the value may anchor what follows."""

    type: str
    value: str | None
    method: str
    precise: bool = False


def meaning(form: str, match: re.Match[str], setting: Setting) -> Meaning | None:
    """The meaning of a match of a form; None where it is no date after all."""
    return _READERS[form](match, setting)


def _full(match: re.Match[str], _: Setting) -> Meaning | None:
    groups = match.groupdict()
    year = int(match["year"])
    month = int(groups["m"]) if groups.get("m") else patterns.month_number(match["month"])
    if not groups.get("day"):
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


def _numeric(match: re.Match[str], setting: Setting) -> Meaning | None:
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    day_first = values.valid_day(year, b, a)
    month_first = values.valid_day(year, a, b) if match["sep"] == "/" else None
    if day_first and month_first and day_first != month_first:
        if setting.published is None:
            return Meaning("date", None, "day and month could be exchanged")
        known = [d for d in (day_first, month_first) if abs((d - setting.published).days) <= 10]
        return Meaning(
            "date", known[0].isoformat() if len(known) == 1 else None, "day and month could be exchanged"
        )
    day = day_first or month_first
    return Meaning("date", day.isoformat(), "full date", True) if day else None


def _month_day(match: re.Match[str], setting: Setting) -> Meaning | None:
    month, of_month = patterns.month_number(match["month"]), int(match["day"])
    if match["year"]:
        return _full(match, setting)
    if of_month > values.days_in_month(2024, month):
        return None
    if setting.published is None:
        return Meaning("date", f"XXXX-{month:02d}-{of_month:02d}", "day without a year")
    if match["which"]:
        day = values.valid_day(setting.published.year + _STEP[match["which"].lower()], month, of_month)
        return Meaning("date", day.isoformat() if day else None, "day of a relative year", True)
    day = values.day_without_year(
        setting.published, month, of_month, setting.tense(*match.span()), setting.anchor
    )
    return Meaning("date", day.isoformat() if day else None, "day without a year", day is not None)


def _month(match: re.Match[str], setting: Setting) -> Meaning | None:
    month = patterns.month_number(match["month"])
    groups = match.groupdict()
    if setting.published is None:
        return Meaning("date", f"XXXX-{month:02d}", "month without a year")
    if groups.get("which"):
        return Meaning(
            "date",
            values.month(setting.published.year + _STEP[match["which"].lower()], month),
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


def _season_year(match: re.Match[str], _: Setting) -> Meaning:
    return Meaning(
        "date", f"{match['year']}-{values.SEASONS[match['season'].lower()]}", "season and year", True
    )


def _season(match: re.Match[str], setting: Setting) -> Meaning:
    code = values.SEASONS[(match["season"] or match["season2"]).lower()]
    which = match["which"] or match["which2"]
    if setting.published is None:
        return Meaning("date", None, "relative season")
    if which:
        return Meaning(
            "date",
            f"{setting.published.year + _STEP[which.lower()]}-{code}",
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


def _quarter(match: re.Match[str], setting: Setting) -> Meaning | None:
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
        year = setting.published.year + _STEP[groups["which"].lower()]
        return Meaning("date", f"{year}-{letter}{number}", "part of a relative year", True)
    return Meaning(
        "date",
        values.part_of_year(setting.published, number, letter, setting.tense(*match.span())),
        "part of a year without the year",
    )


def _decade(match: re.Match[str], _: Setting) -> Meaning:
    if match["decade"]:
        return Meaning("date", match["decade"], "decade")
    short = match["short"] or match["short2"]
    return Meaning("date", f"19{short or _DECADES.index(match['word'].lower()) + 2}", "decade")


def _century(match: re.Match[str], _: Setting) -> Meaning | None:
    if match["bc"]:
        return Meaning("date", None, "century before our era")
    word = (match["cword"] or "").lower()
    number = int(match["century"]) if match["century"] else 21 if word == "twenty-first" else ORDINALS[word]
    return Meaning("date", f"{number - 1:02d}", "century")


def _year(match: re.Match[str], _: Setting) -> Meaning:
    return Meaning("date", match["year"], "year")


def _weekday(match: re.Match[str], setting: Setting) -> Meaning | None:
    groups = match.groupdict()
    number = patterns.weekday_number(match["weekday"])
    part = groups.get("part")
    asked = (groups.get("q") or "").lower()
    if groups.get("plural") or groups.get("plural2") or asked in ("every", "each"):
        return Meaning(
            "set",
            f"XXXX-WXX-{number}" + (f"T{values.PARTS_OF_DAY[part.lower()]}" if part else ""),
            "recurring weekday",
        )
    kind = "time" if part else "date"
    if setting.published is None:
        return Meaning(kind, None, "weekday")
    qualifier = f"{groups['week'].lower()} week" if groups.get("week") else asked
    day = values.weekday(setting.published, number, setting.tense(*match.span()), qualifier)
    if day is None:
        return Meaning(kind, None, "weekday")
    return Meaning(
        kind, day.isoformat() + (f"T{values.PARTS_OF_DAY[part.lower()]}" if part else ""), "weekday", True
    )


def _day(match: re.Match[str], setting: Setting) -> Meaning:
    word = match["word"].lower()
    part = "night" if word == "tonight" else match["part"]
    kind = "time" if part or word == "overnight" else "date"
    if setting.published is None or word == "overnight":
        return Meaning(kind, None, "relative day")
    step = {"yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}.get(word, 0)
    value = values.shifted(setting.published, step, "day")
    if value and part:
        value += f"T{values.PARTS_OF_DAY[part.lower()]}"
    return Meaning(kind, value, "relative day", True)


def _this_part(match: re.Match[str], setting: Setting) -> Meaning:
    if setting.published is None:
        return Meaning("time", None, "relative part of a day")
    day = values.shifted(setting.published, -1 if match["q"].lower() == "last" else 0, "day")
    return Meaning(
        "time", day and f"{day}T{values.PARTS_OF_DAY[match['part'].lower()]}", "relative part of a day", True
    )


def _relative(match: re.Match[str], setting: Setting) -> Meaning:
    unit = match["unit"].lower()
    step = _STEP[match["q"].lower()]
    if setting.published is None or match["q"].lower() == "the previous":
        return Meaning("date", _stepped(setting, step, unit) if setting.anchor else None, f"relative {unit}")
    if unit == "weekend":
        return Meaning("date", f"{values.shifted(setting.published, step, 'week')}-WE", "relative weekend")
    return Meaning("date", values.shifted(setting.published, step, unit), f"relative {unit}", True)


def _the_relative(match: re.Match[str], setting: Setting) -> Meaning | None:
    unit = (match["unit"] or match["unit2"]).lower().removeprefix("same ")
    step = 0 if match["that"] else {"following": 1, "next": 1, "previous": -1, "same": 0}[match["q"].lower()]
    if match["that"] and setting.anchor is None:
        return None
    part = values.PARTS_OF_DAY.get(unit)
    kind = "time" if part else "date"
    value = _stepped(setting, step, "day" if part else unit)
    return Meaning(
        kind,
        f"{value}T{part}" if value and part else value,
        "told from the date before",
        value is not None and not part,
    )


def _stepped(setting: Setting, step: int, unit: str) -> str | None:
    """So many units from the date told before, where that was told as exactly as the unit asks."""
    value = setting.anchor_value or ""
    if setting.anchor is None or unit == "weekend":
        return None
    exact = {"day": 10, "night": 10, "week": 10, "month": 7, "year": 4, "decade": 4}.get(unit, 99)
    if len(value) < exact or (unit == "month" and not value[5:7].isdigit()):
        return None
    return values.shifted(setting.anchor, step, unit)


def _anchored(match: re.Match[str], setting: Setting) -> Meaning:
    """ "March 2022, the month after …": in apposition to a date of the same unit it has that date's value."""
    before = match.string[: match.start()]
    value, unit = setting.last_value or "", match["unit"].lower()
    fits = {
        "day": r"\d{4}-\d\d-\d\d",
        "month": r"\d{4}-\d\d",
        "year": r"\d{4}",
        "week": r"\d{4}-W\d\d",
        "decade": r"\d{3}",
    }
    if (
        re.search(r"[\w.], $|\($| - $|— ?$", before)
        and re.fullmatch(fits.get(unit, "$x"), value)
        and setting.anchor_value == "near"
    ):
        return Meaning("date", value, "apposition to a date")
    return Meaning("date", None, "told from an event")


def _weekend(match: re.Match[str], setting: Setting) -> Meaning:
    if setting.published is None:
        return Meaning("date", None, "weekend")
    future = setting.tense(*match.span()) == FUTURE
    step = -1 if not future and setting.published.isoweekday() < 6 else 0
    return Meaning("date", f"{values.shifted(setting.published, step, 'week')}-WE", "weekend")


def _clock(match: re.Match[str], _: Setting) -> Meaning:
    groups = match.groupdict()
    if groups.get("noon"):
        clock = _TIMES[groups["noon"].lower()]
    elif groups["ampm"]:
        hour = int(groups["h"]) % 12 + (12 if groups["ampm"][0] in "pP" else 0)
        clock = f"{hour:02d}:{groups['min'] or '00'}"
    elif groups["mil"]:
        clock = f"{groups['mil'][:2]}:{groups['mil'][2:]}"
    else:
        hour_word, _sep, minute = (groups["dot"] or f"{groups['h24']}.{groups['min24']}").partition(".")
        clock = f"{int(hour_word):02d}:{minute}"
    return Meaning("time", f"T{clock}{'Z' if groups.get('zone') else ''}", "clock")


def _feast(match: re.Match[str], setting: Setting) -> Meaning:
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


def _nine_eleven(_: re.Match[str], __: Setting) -> Meaning:
    return Meaning("date", "2001-09-11", "known day")


_READERS: dict[str, Callable[[re.Match[str], Setting], Meaning | None]] = {
    "iso": _full,
    "numeric": _numeric,
    "month day": _month_day,
    "day month": _month_day,
    "month year": _full,
    "month": _month,
    "season year": _season_year,
    "season": _season,
    "quarter year": _quarter,
    "quarter": _quarter,
    "decade": _decade,
    "century": _century,
    "years": _year,
    "year": _year,
    "weekday": _weekday,
    "short weekday": _weekday,
    "week of day": _weekday,
    "day": _day,
    "this part": _this_part,
    "relative": _relative,
    "the relative": _the_relative,
    "anchored": _anchored,
    "weekend": _weekend,
    "clock": _clock,
    "noon": _clock,
    "feast": _feast,
    "nine eleven": _nine_eleven,
}
