"""Values of dates as stretches of time: from when to when, how exactly, and in words.

The values are TIMEX3's, as docs/dates.md lists them. What has no place in time (durations, `XXXX-05-16`, `T21:40`) has
none here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

_MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = {"SP": ("spring", 3), "SU": ("summer", 6), "FA": ("autumn", 9), "WI": ("winter", 12)}
"""Seasons with their first month in the north, half a year from that in the south."""
_PARTS = {
    "MO": ("morning", 5, 12),
    "AF": ("afternoon", 12, 18),
    "EV": ("evening", 17, 23),
    "NI": ("night", 18, 30),
}
"""Parts of a day: in words, from hour to hour; a night ends on the next day."""
_NTH = {1: "first", 2: "second", 3: "third", 4: "fourth"}


class Period(NamedTuple):
    """A stretch of time.

    Attributes:
        low: its beginning.
        high: its end, no longer in it; of a moment, a minute later.
        grain: how exactly it is told: `moment`, `part` (of a day), `day`, `week`, `month`, `season`, `quarter`, `half`,
            `year`, `decade`, `century`.
        words: the value for people.
    """

    low: datetime
    high: datetime
    grain: str
    words: str


def period(value: str | None) -> Period | None:
    """The stretch of time that a value means; None where it has no place in time.

    >>> period("2025-06-19T21:40").words, period("2022-SP").low.date().isoformat(), period("P3Y")
    ('19 June 2025, 21:40', '2022-03-01', None)
    """
    for shape, read in _SHAPES:
        match = shape.fullmatch(value or "")
        if match:
            try:
                return read(*match.groups())
            except (ValueError, OverflowError):  # 31 June, year 0, hour 25
                return None
    return None


def southern(season: Period) -> Period | None:
    """A season of the south, half a year from the northern one of its name and year.

    None for a summer: it lies in two years, and texts do not say by which of them they call it.

    >>> southern(period("2025-WI")).low.date().isoformat(), southern(period("2025-SU"))
    ('2025-06-01', None)
    """
    first = (season.low.month + 5) % 12 + 1
    return None if first == 12 else _months(season.low.year, first, 3, "season", season.words)


def _day(low: datetime) -> str:
    return f"{low.day} {_MONTHS[low.month - 1]} {low.year}"


def _after(year: int, month: int, months: int) -> datetime:
    """The first day of the month so many months on."""
    on = year * 12 + month - 1 + months
    return datetime(on // 12, on % 12 + 1, 1)


def _months(year: int, month: int, months: int, grain: str, words: str) -> Period:
    return Period(_after(year, month, 0), _after(year, month, months), grain, words)


def _moment(day: str, hour: str, minute: str | None) -> Period:
    low = datetime.fromisoformat(day) + timedelta(hours=int(hour), minutes=int(minute or 0))
    if int(hour) > 24 or int(minute or 0) > 59:
        raise ValueError(hour)
    length = timedelta(minutes=1) if minute else timedelta(hours=1)
    return Period(low, low + length, "moment", f"{_day(low)}, {low:%H:%M}")


def _part(day: str, part: str) -> Period:
    said, first, last = _PARTS[part]
    low = datetime.fromisoformat(day)
    return Period(low + timedelta(hours=first), low + timedelta(hours=last), "part", f"{_day(low)}, {said}")


def _whole_day(day: str) -> Period:
    low = datetime.fromisoformat(day)
    return Period(low, low + timedelta(days=1), "day", _day(low))


def _week(year: str, week: str) -> Period:
    low = datetime.fromisocalendar(int(year), int(week), 1)
    return Period(low, low + timedelta(days=7), "week", f"week of {_day(low)}")


def _month(year: str, month: str) -> Period:
    first = datetime(int(year), int(month), 1)
    return _months(first.year, first.month, 1, "month", f"{_MONTHS[first.month - 1]} {year}")


def _season(year: str, season: str) -> Period:
    said, first = _SEASONS[season]
    return _months(int(year), first, 3, "season", f"{said} {year}")


def _quarter(year: str, number: str) -> Period:
    return _months(int(year), 3 * int(number) - 2, 3, "quarter", f"{_NTH[int(number)]} quarter of {year}")


def _half(year: str, number: str) -> Period:
    return _months(int(year), 6 * int(number) - 5, 6, "half", f"{_NTH[int(number)]} half of {year}")


def _years(first: str, years: int, grain: str, words: str) -> Period:
    return Period(datetime(int(first), 1, 1), datetime(int(first) + years, 1, 1), grain, words)


_SHAPES: tuple[tuple[re.Pattern[str], Callable[..., Period]], ...] = (
    (re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)(?::(\d\d)(?::\d\d)?)?Z?"), _moment),
    (re.compile(r"(\d{4}-\d\d-\d\d)T(MO|AF|EV|NI)"), _part),
    (re.compile(r"(\d{4}-\d\d-\d\d)"), _whole_day),
    (re.compile(r"(\d{4})-W(\d\d)"), _week),
    (re.compile(r"(\d{4})-(\d\d)"), _month),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), _season),
    (re.compile(r"(\d{4})-Q([1-4])"), _quarter),
    (re.compile(r"(\d{4})-H([12])"), _half),
    (re.compile(r"(\d{4})"), lambda year: _years(year, 1, "year", str(int(year)))),
    (re.compile(r"(\d{3})X?"), lambda ten: _years(f"{ten}0", 10, "decade", f"{int(ten)}0s")),
    (
        re.compile(r"(\d{2})(?:XX)?"),
        lambda hundred: _years(f"{hundred}00", 100, "century", f"{int(hundred)}00s"),
    ),
)
