"""The day on which an article was published, as people, spreadsheets and databases write it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from tellings.corpus.calendar import months, weekdays

Order = Literal["day first", "month first"]

MONTHS = months("en", "de", "fr", "es")
"""The number of each month by its names in the commonest languages, in small letters."""

_WORD = r"[^\W\d_]+"
_TIME = r"(?:[\sT,]+(?:at\s+)?\d{1,2}[:.]\d{2}.*)?$"
_NUMBERS = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<y>\d{4})([/.\-])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)",
        r"(?P<y>\d{4})\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일]",
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª|°)?(?:\s+|-)(?:d[eo]s?\s+|d['’]|of\s+)?(?P<n>{_WORD})[.,]?"
        r"(?:\s+|-)(?:del?\s+)?(?P<y>\d{4})(?!\d)(?:\s+[гр]\.)?",
        rf"(?P<n>{_WORD})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})(?!\d)",
        rf"(?P<y>\d{{4}})([/.\-])(?P<n>{_WORD})\2(?P<d>\d{{1,2}})(?!\d)",
        rf"(?P<y>\d{{4}})[.,]?\s+(?:m\.\s+|gada\s+)?(?P<n>{_WORD})\s+(?P<d>\d{{1,2}})(?!\d)\.?(?:\s+d\.)?",
    )
)
"""Dates in letters, or with the year first: y(ear), m(onth in numbers), n(ame of a month), d(ay)."""
_WEEKDAY = re.compile(
    rf"(?:(?:on|le|el|den|am|,)\s+)?({_WORD})(?:-{_WORD})?[.,]?\s*(?:,|den\s|le\s|el\s)?\s*", re.IGNORECASE
)
_CLOCK = re.compile(
    r"(?:at\s+|um\s+|à\s+|T)?\d{1,2}\s?[:.hH]\s?\d{2}(?::\d{2})?(?:\.\d+)?(?:\s*(?:[AaPp]\.?[Mm]\b\.?|Uhr|h\b))?"
    r"(?:\s*\(?(?:[A-Z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}|(?:[A-Z][a-z]+ ){1,2}Time)\)?(?=[\s,;.]|$))?"
)
_BETWEEN = " \t\u00a0,;|–—-·"


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

    Read are ISO 8601, year first, dates with the month in letters (in the languages of
    :mod:`tellings.corpus.calendar`), and dates in numbers: with dots the day is first; with slashes or dashes only
    where `order` says or the numbers leave no choice.

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
        day = _written(text, order)
    except UndecidedDateError:
        raise
    except ValueError:  # a day that its month has not
        day = None
    if day is None:
        shown = text if len(text) <= 60 else f"{text[:60]}…"
        raise ValueError(f"{shown!r} is no date; write it as 2025-05-16")
    return day


def leading(line: str) -> tuple[str, str] | None:
    """The date at the beginning of a line, and what else stands there: an edition, mostly.

    Args:
        line: such as "March 5, 2019 Tuesday 9:05 AM GMT, Late Edition - Final".

    Returns:
        The date as it is printed ("March 5, 2019") and the rest without weekday and time ("Late Edition - Final"); None
        where the line begins otherwise.
    """
    text = " ".join(line.split())
    match = _date(text) or _date(text := _without_weekday(text))
    if match is None:
        return None
    rest = _without_weekday(text[match.end() :].lstrip(_BETWEEN))
    clock = _CLOCK.match(rest)
    rest = _without_weekday((rest[clock.end() :] if clock else rest).lstrip(_BETWEEN))
    return match[0], rest.strip(_BETWEEN)


def _date(text: str) -> re.Match[str] | None:
    return next((m for form in (*_FORMS, _NUMBERS) if (m := form.match(text)) and _is_date(m)), None)


def _without_weekday(text: str) -> str:
    match = _WEEKDAY.match(text)
    return text[match.end() :] if match and match[1].casefold() in weekdays() else text


def _is_date(match: re.Match[str]) -> bool:
    try:
        _read(match, "day first")
    except ValueError:
        return match.re is _NUMBERS and _month_first(match)
    return "n" not in match.re.groupindex or match["n"].casefold() in months()


def _month_first(match: re.Match[str]) -> bool:
    return int(match[1]) <= 12 < int(match[3]) <= 31


def _written(text: str, order: Order | None) -> date | None:
    match = _date(text) or _date(text := _without_weekday(text))
    if match is None:
        return None
    rest = text[match.end() :]
    named_first = "n" in match.re.groupindex and match.start("n") < match.start("d")
    return _read(match, order) if named_first or not _without_weekday(rest) or re.match(_TIME, rest) else None


def _read(match: re.Match[str], order: Order | None) -> date | None:
    if match.re is _NUMBERS:
        return _numbered(match, order)
    groups = match.groupdict()
    number = months().get(groups["n"].casefold()) if groups.get("n") else int(groups["m"])
    return date(int(groups["y"]), number, int(groups["d"])) if number else None


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
