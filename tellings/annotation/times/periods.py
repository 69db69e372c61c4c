"""Quarters, halves and years of account: told by number, by "the quarter", or as those of a year before."""

from __future__ import annotations

import re

from tellings.annotation.numerals import ORDINALS
from tellings.annotation.times import calendar_values as values
from tellings.annotation.times.calendar_values import PAST
from tellings.annotation.times.meaning import STEP, Meaning, Setting

_NEW_UNTIL = 2
"""The last month in which "the new year" is the one that has begun."""
_NUMBER = ORDINALS | {"final": -1, "last": -1}
_UNIT = {
    "quarter": r"\d{4}-Q\d",
    "half": r"\d{4}-H\d",
    "month": r"\d{4}-\d\d",
    "period": r"\d{4}-(?:\d\d|Q\d|H\d)",
}


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
        year = values.full_year(groups["year"], setting.published)
        return Meaning("date", f"{year}-{letter}{number}", "part of a year", True)
    if setting.published is None:
        return Meaning("date", None, "part of a year without the year")
    if groups.get("which"):
        year = setting.published.year + STEP[groups["which"].lower()]
        return Meaning("date", f"{year}-{letter}{number}", "part of a relative year", True)
    back = groups.get("back") is not None
    looks = PAST if back else setting.tense(*match.span())
    value = values.part_of_year(setting.published, number, letter, looks)
    return Meaning(
        "date", values.period_shifted(value, -1) if back else value, "part of a year without the year"
    )


def the_quarter(match: re.Match[str], setting: Setting) -> Meaning:
    """The quarter: the one told of, else the one that had ended last; the current one is that of publication."""
    which = (match["which"] or "").lower().strip()
    if setting.published is None:
        return Meaning("date", setting.period, "the quarter")
    if which == "current":
        value = values.shifted(setting.published, 0, "quarter")
    else:
        told = setting.period or ""
        value = told if re.fullmatch(_UNIT["quarter"], told) else values.ended_quarter(setting.published)
    return Meaning("date", value, "the quarter")


def year_before(match: re.Match[str], setting: Setting) -> Meaning | None:
    """The year-earlier quarter, the same period last year: what is told of, a year before."""
    groups = match.groupdict()
    unit = (groups.get("unit") or groups.get("unit2") or "period").lower()
    for told in (setting.last_value or "", setting.period or ""):
        if re.fullmatch(_UNIT[unit], told):
            return Meaning("date", values.period_shifted(told, -1), "a year before what is told of")
    if setting.published is None:
        return Meaning("date", None, "a year before")
    if unit == "quarter":
        value = values.period_shifted(values.ended_quarter(setting.published), -1)
    elif unit == "month":
        value = values.month(setting.published.year - 1, setting.published.month)
    else:
        value = values.year_value(setting.published.year - 1)
    return Meaning("date", value, "a year before")


def the_year(match: re.Match[str], setting: Setting) -> Meaning:
    """The year, the end of the month, later in the day: those of what is told of, or of publication."""
    unit = (match["unit"] or match["unit2"] or "year").lower()
    if match["account"]:
        return Meaning("duration", "P1Y", "a year of account")
    start = setting.published
    if unit == "day" or (setting.here and setting.looks(match) == PAST):
        start = setting.at(unit) or start
    if start is None:
        return Meaning("date", None, f"the {unit}")
    if unit == "year" and setting.period and match["full"]:
        return Meaning("date", setting.period[:4], "the year")
    ahead = int(match["new"] is not None and start.month > _NEW_UNTIL and setting.looks(match) != PAST)
    return Meaning("date", values.shifted(start, ahead, unit), f"the {unit}")


def fiscal_year(match: re.Match[str], setting: Setting) -> Meaning:
    """FY24, fiscal 2025: the year that it is named by."""
    return Meaning(
        "date", f"{values.full_year(match['year'][-4:], setting.published):04d}", "year of account"
    )
