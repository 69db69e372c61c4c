"""Calendar arithmetic: values of dates and durations as in TIMEX3 (ISO 8601 with a few letters of its own).

The values are those of TimeML's TIMEX3 (Pustejovsky et al. 2003; ISO-TimeML, ISO 24617-1): a day 2025-05-16, a month
2022-03, a year 2022, a week 2025-W20, a season 2022-SP, a quarter 2024-Q2, a half 2024-H1, a decade 196 (its first
three digits), a century 18 (its first two), a part of a day 2025-05-16TMO, a recurring day XXXX-WXX-5.
"""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta

PAST, FUTURE, OPEN, UNSAID, NEAR = "past", "future", "open", "unsaid", "near"
"""Where a clause looks; `open` is ahead where a week is asked, and the nearer of two where a year is; `unsaid` is back
where a week is asked, and likewise the nearer of two; `near` is the nearer of two where a week is asked too."""
_NEARER = 4
"""Days ahead from which the weekday that is gone is the nearer."""

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_SEASON_STARTS = {"WI": 12, "SP": 3, "SU": 6, "FA": 9}
PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}

UNITS = {
    "second": ("T", "S", 1),
    "minute": ("T", "M", 1),
    "hour": ("T", "H", 1),
    "day": ("", "D", 1),
    "night": ("", "D", 1),
    "week": ("", "W", 1),
    "fortnight": ("", "W", 2),
    "month": ("", "M", 1),
    "quarter": ("", "M", 3),
    "year": ("", "Y", 1),
    "decade": ("", "Y", 10),
    "century": ("", "Y", 100),
}
_HALVES = {"hour": ("minute", 60), "minute": ("second", 60), "year": ("month", 12)}


def duration(number: float | None, unit: str) -> str | None:
    """The ISO 8601 value of a length of time; None as number (several, many) gives `PXD`.

    Example:
        >>> duration(3, "year"), duration(1.5, "hour"), duration(None, "day"), duration(2.5, "week")
        ('P3Y', 'PT1H30M', 'PXD', 'P2.5W')
    """
    time, code, factor = UNITS[unit]
    if number is None:
        return f"P{time}X{code}"
    if unit in _HALVES and number != int(number):
        smaller, parts = _HALVES[unit]
        whole, rest = int(number), (number - int(number)) * parts
        if abs(rest - round(rest)) < 1e-6:
            small = duration(round(rest), smaller)
            return f"P{time}{whole}{code}{small.removeprefix(f'P{time}')}" if whole and small else small
    number *= factor
    return f"P{time}{number:g}{code}" if number < 1e6 else f"P{time}{number:.0f}{code}"


def shifted(day: date, number: float, unit: str) -> str | None:
    """The value of the day, week, month, year … that lies `number` units from a day; None where it is not exact.

    Example:
        >>> shifted(date(2025, 5, 16), -2, "week"), shifted(date(2025, 5, 16), -1, "month")
        ('2025-W18', '2025-04')
    """
    if number != int(number):
        return None
    count = int(number)
    try:
        match unit:
            case "day" | "night":
                return (day + timedelta(days=count)).isoformat()
            case "fortnight":
                return (day + timedelta(weeks=2 * count)).isoformat()
            case "week":
                return week(day + timedelta(weeks=count))
            case "month":
                return month(*month_shifted(day, count))
            case "quarter":
                year, of_year = month_shifted(day, 3 * count)
                return f"{year:04d}-Q{(of_year + 2) // 3}"
            case "year":
                return year_value(day.year + count)
            case "decade":
                return f"{day.year // 10 + count:03d}"
            case "century":
                return f"{day.year // 100 + count:02d}"
    except (OverflowError, ValueError):
        return None
    return None


def week(day: date) -> str:
    """The ISO week that holds the day."""
    iso = day.isocalendar()
    return f"{iso.year:04d}-W{iso.week:02d}"


def month(year: int, of_year: int) -> str:
    """The value of a month."""
    return f"{year:04d}-{of_year:02d}"


def year_value(year: int) -> str | None:
    """The value of a year, None beyond the calendar."""
    return f"{year:04d}" if MINYEAR <= year <= MAXYEAR else None


def full_year(printed: str, published: date | None) -> int:
    """The year of two or four printed digits: of two, the latest that is no more than a year ahead.

    Example:
        >>> full_year("98", date(2025, 5, 16)), full_year("26", date(2025, 5, 16)), full_year("2018", None)
        (1998, 2026, 2018)
    """
    if len(printed) == 4:
        return int(printed)
    year = 2000 + int(printed)
    return year if year <= (published.year + 1 if published else 2049) else year - 100


def valid_day(year: int, of_year: int, of_month: int) -> date | None:
    """The day, None where there is none (31 April)."""
    try:
        return date(year, of_year, of_month)
    except ValueError:
        return None


def weekday(reference: date, number: int, direction: str, qualifier: str = "") -> date | None:
    """The day meant by the name of a weekday.

    Args:
        reference: the day of publication.
        number: 1 Monday to 7 Sunday.
        direction: `past` takes the last one, `future` the next, `near` the nearer; the day of
            publication itself counts for all.
        qualifier: `last` the last before the day of publication, `next` the one of the next calendar week, `this`
            the one of this week, `coming` the next after the day of publication, `last week`, `next week`; `week` and
            `fortnight` so long after the next one ("Thursday week").
    """
    monday = reference - timedelta(days=reference.weekday())
    try:
        match qualifier:
            case "last" | "past" | "this past":
                return reference - timedelta(days=(reference.isoweekday() - number - 1) % 7 + 1)
            case "coming" | "this coming":
                return reference + timedelta(days=(number - reference.isoweekday() - 1) % 7 + 1)
            case "week" | "fortnight":
                ahead = 7 if qualifier == "week" else 14
                return reference + timedelta(days=(number - reference.isoweekday()) % 7 + ahead)
            case "last week":
                return monday + timedelta(days=number - 8)
            case "next" | "next week":
                return monday + timedelta(days=number + 6)
            case "this" | "this week":
                return monday + timedelta(days=number - 1)
        ahead = (number - reference.isoweekday()) % 7
        if direction in (FUTURE, OPEN) or (direction == NEAR and ahead < _NEARER):
            return reference + timedelta(days=ahead)
        return reference - timedelta(days=(reference.isoweekday() - number) % 7)
    except OverflowError:
        return None


def year_of(reference: date, of_year: int, direction: str, qualifier: str = "") -> int:
    """The year meant where a month is named without one; `qualifier` is `last`, `next` or `this`."""
    match qualifier:
        case "this":
            return reference.year
        case "last":
            return reference.year - (of_year >= reference.month)
        case "next":
            return reference.year + (of_year <= reference.month)
    ahead = (of_year - reference.month) % 12
    if (
        direction == FUTURE
        or (direction in (OPEN, NEAR) and ahead <= 6)
        or (direction == UNSAID and ahead <= 4)
    ):
        return reference.year + (of_year < reference.month)
    return reference.year - (of_year > reference.month)


def day_without_year(
    reference: date, of_year: int, of_month: int, direction: str, anchor: date | None = None, reach: int = 184
) -> date | None:
    """The day meant by "May 16": the last or the next one, or the one in the year that is being told of.

    Args:
        reference: the day of publication.
        of_year: the month, 1 to 12.
        of_month: the day of the month.
        direction: `past` or `future`, as the clause's tense has it.
        anchor: a day or month with a year, told shortly before: its year holds where the day lies within `reach` days
            of it and would not be news (within two weeks of publication) otherwise.
        reach: by default half a year.
    """
    near = [d for y in (-1, 0, 1) if (d := valid_day(reference.year + y, of_year, of_month))]
    if not near:
        return None
    closest = min(near, key=lambda d: abs((d - reference).days))
    if anchor and abs((closest - reference).days) > 14:
        told = [d for y in (-1, 0, 1) if (d := valid_day(anchor.year + y, of_year, of_month))]
        best = min(told, key=lambda d: abs((d - anchor).days), default=None)
        if (
            best
            and abs((best - anchor).days) <= reach
            and (direction in (OPEN, UNSAID, NEAR) or (best <= reference) == (direction == PAST))
        ):
            return best
    if direction == FUTURE:
        return min((d for d in near if d >= reference), default=closest)
    if direction in (OPEN, UNSAID, NEAR):
        return closest
    past = max((d for d in near if d <= reference), default=closest)
    return closest if (reference - past).days > 300 and (closest - reference).days <= 31 else past


def season(reference: date, code: str, direction: str, qualifier: str = "") -> str:
    """The season meant by "last summer", "this winter", "in autumn": a winter has the year in which it begins."""
    start = _SEASON_STARTS[code]
    year = reference.year - (code == "WI" and reference.month < 3)
    begun = date(year, start, 1) <= reference
    ended = begun and reference >= _season_end(year, start)
    if qualifier == "last" or (not qualifier and direction == PAST):
        year -= not begun or (not ended and qualifier == "last")
    elif qualifier == "next" or (not qualifier and direction != PAST):
        year += ended or (begun and qualifier == "next")
    return f"{year:04d}-{code}"


def _season_end(year: int, start: int) -> date:
    return date(year + (start == 12), start % 12 + 3, 1)


def part_of_year(reference: date, number: int, letter: str, direction: str) -> str:
    """The quarter (`Q`) or half (`H`) meant by its number alone.

    In a clause of the past it is the last one begun. Of what is to come ("expects to report a loss for the third
    quarter") it is the one that has just ended, the present one, or the next.
    """
    parts = 4 if letter == "Q" else 2
    ahead = number - ((reference.month - 1) // (12 // parts) + 1)
    year = reference.year
    if direction == PAST:
        year -= ahead > 0
    elif ahead == 3:
        year -= 1
    elif ahead == -3 or (ahead == -parts // 2 and direction == FUTURE):
        year += 1
    return f"{year:04d}-{letter}{number}"


def period_shifted(value: str, years: int) -> str | None:
    """A quarter, half, month or year so many years on: 2025-Q3 and -1 give 2024-Q3."""
    year = year_value(int(value[:4]) + years)
    return year and year + value[4:]


def ended_quarter(reference: date) -> str:
    """The quarter that had ended last on a day.

    Example:
        >>> ended_quarter(date(2025, 11, 5)), ended_quarter(date(2025, 2, 1))
        ('2025-Q3', '2024-Q4')
    """
    current = (reference.month - 1) // 3
    return f"{reference.year}-Q{current}" if current else f"{reference.year - 1}-Q4"


def nth_weekday(year: int, of_year: int, number: int, nth: int) -> date:
    """The first, second … or last (-1) Monday (1) to Sunday (7) of a month; the last where there is no fifth.

    Example:
        >>> nth_weekday(2025, 5, 1, 1), nth_weekday(2025, 11, 4, 4), nth_weekday(2025, 8, 1, -1)
        (datetime.date(2025, 5, 5), datetime.date(2025, 11, 27), datetime.date(2025, 8, 25))
    """
    days = [
        d for d in range(1, days_in_month(year, of_year) + 1) if date(year, of_year, d).isoweekday() == number
    ]
    return date(year, of_year, days[min(nth, len(days)) - 1 if nth > 0 else nth])


def days_in_month(year: int, of_year: int) -> int:
    """The number of days of a month."""
    return calendar.monthrange(year, of_year)[1]


def month_shifted(day: date, count: int) -> tuple[int, int]:
    """Year and month so many months from a day's."""
    months = day.year * 12 + day.month - 1 + count
    if not 12 * MINYEAR <= months < 12 * (MAXYEAR + 1):
        raise OverflowError
    return months // 12, months % 12 + 1
