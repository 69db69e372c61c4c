"""Holidays whose day follows from the year (`data/lexicon/holidays.tsv`)."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil import relativedelta
from dateutil.easter import easter

from tellings.resources import lexicon

_RULES = {(name, "".join(country)): rule for name, rule, *country in lexicon.rows("holidays")}
UNKNOWN = "?"
"""The country of those days that are meant where none is known."""
NAMES = tuple(dict.fromkeys(name for name, _ in _RULES))


def day_of(name: str, year: int, country: str | None = None) -> date | None:
    """The day of a holiday in a year; None where it is a nation's and the country is not known or another.

    Example:
        >>> day_of("Thanksgiving", 2025), day_of("Easter Monday", 2025), day_of("Memorial Day", 2025)
        (datetime.date(2025, 11, 27), datetime.date(2025, 4, 21), datetime.date(2025, 5, 26))
    """
    rule = _RULES.get((name, country or UNKNOWN)) or _RULES.get((name, ""))
    if rule is None:
        return None
    rule, _, weekday = rule.partition(" ")
    if rule.startswith("easter"):
        sunday: date = easter(year)
        return sunday + timedelta(days=int(rule.removeprefix("easter")))
    day = date(year, *map(int, rule.split("-")))
    if weekday:
        day += relativedelta.relativedelta(weekday=getattr(relativedelta, weekday[:2])(int(weekday[2:])))
    return day
