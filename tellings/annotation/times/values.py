"""What a printed date means: the value of each form of `date_patterns`, given when the article was published."""

from __future__ import annotations

import re
from collections.abc import Callable

from tellings.annotation.times import calendar_dates, clock_times, periods, relative_dates
from tellings.annotation.times.meaning import Meaning, Setting

__all__ = ["Meaning", "Setting", "meaning"]

_Reader = Callable[[re.Match[str], Setting], Meaning | None]


def meaning(form: str, match: re.Match[str], setting: Setting) -> Meaning | None:
    """The meaning of a match of a form; None where it is no date after all."""
    return _READERS[form](match, setting)


_READERS: dict[str, _Reader] = {
    "iso": calendar_dates.full,
    "numeric": calendar_dates.numeric,
    "month day": calendar_dates.month_day,
    "day month": calendar_dates.month_day,
    "month year": calendar_dates.full,
    "month": calendar_dates.month,
    "season year": calendar_dates.season_year,
    "season": calendar_dates.season,
    "quarter year": periods.quarter,
    "quarter": periods.quarter,
    "half": periods.quarter,
    "the quarter": periods.the_quarter,
    "year before": periods.year_before,
    "the year": periods.the_year,
    "fiscal year": periods.fiscal_year,
    "decade": calendar_dates.decade,
    "century": calendar_dates.century,
    "years": calendar_dates.year,
    "spoken year": calendar_dates.spoken_year,
    "year": calendar_dates.year,
    "weekday": relative_dates.weekday,
    "short weekday": relative_dates.weekday,
    "week of day": relative_dates.weekday,
    "week from day": relative_dates.week_from_day,
    "day of month": relative_dates.day_of_month,
    "nth of month": relative_dates.nth_of_month,
    "day": relative_dates.day,
    "this part": relative_dates.this_part,
    "relative": relative_dates.relative,
    "the relative": relative_dates.the_relative,
    "anchored": relative_dates.anchored,
    "weekend": relative_dates.weekend,
    "clock": clock_times.clock,
    "noon": clock_times.clock,
    "spoken clock": clock_times.spoken,
    "feast": calendar_dates.feast,
    "nine eleven": calendar_dates.nine_eleven,
}
