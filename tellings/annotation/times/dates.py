"""Dates, times, durations and recurring times of an article, with their values.

A grammar of our own, on the characters of each block, with the parse asked for tense only. The libraries that were
judged (dateparser, recognizers-text) take "three years" for a day, merge neighbours and know no tense.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tellings.annotation.article import Article
from tellings.annotation.numerals import plain
from tellings.annotation.places.home import Home
from tellings.annotation.times import calendar_values as values
from tellings.annotation.times.calendar_dates import day_first
from tellings.annotation.times.candidates import Candidate, candidates
from tellings.annotation.times.durations import Length
from tellings.annotation.times.patterns import PATTERNS
from tellings.annotation.times.tense import direction
from tellings.annotation.times.values import Meaning, Setting, meaning

_SINCE = re.compile(
    r"\b(?:ever )?since (?:early |late |mid-|at least |about |around |(?:the|its|their|his|her) "
    r"(?:(?:start|end|beginning|summer|spring|autumn|winter) of )?)?$",
    re.IGNORECASE,
)
_GLUE = re.compile(r"(?:,? (?:at|on|by|from|until|around|about) (?:the )?|,? )$|^ ?\($")
_NEAR = re.compile(r",? |,? \(| - |— ?| — ")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T[A-Z]{2})?")
_ANCHOR = re.compile(r"(\d{4})-(?:(\d\d)(?:-(\d\d))?|(SP|SU|FA|WI)|Q([1-4]))")
_MIDDLE_OF = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}
_ABOUT = re.compile(r"\b(?:around|about|circa|c\.|roughly|approximately) $", re.IGNORECASE)
_FIRST_YEAR, _LAST_YEAR = 1500, 2999
"""A day of publication outside of these years (0001-01-01, 9999-12-31) stands for one that is not known."""
_HEAD = 40
"""How many characters before an expression are asked for "since" and for hedges."""

_NOWHERE = Home()


@dataclass(frozen=True, slots=True)
class DateRow:
    """A row of the table `dates`: offsets into the article's text, printed form, type, value, mod, method."""

    start: int
    end: int
    text: str
    type: str
    value: str | None
    mod: str | None
    method: str


def dates(article: Article, home: Home = _NOWHERE) -> list[DateRow]:
    """The expressions of time of an article, in order, apart from one another.

    Relative ones ("Friday", "last year") are resolved against `article.published`, else against a date line of the
    text; where neither is there, they have no value. Weekdays and months without a year look back or ahead as the
    tense of their clause does.

    Args:
        article: the parsed article.
        home: the country that tells the order of day and month.

    Returns:
        One row an expression; nothing from boilerplate or repeated captions.
    """
    published = article.published or _date_line(article)
    if published and not _FIRST_YEAR <= published.year <= _LAST_YEAR:
        published = None
    order = day_first(plain(article.text), home.outlet)
    rows: list[DateRow] = []
    for block in article.blocks:
        if article.annotated(block.start):
            rows.extend(_in_block(article, block.start, block.end, published, order))
    return rows


def _date_line(article: Article) -> date | None:
    """The day printed in a metadata line, for an article whose day of publication nobody gave."""
    unknown = Setting(None, lambda _start, _end: values.PAST)
    for block in article.blocks:
        line = plain(article.text[block.start : block.end]) if block.kind == "metadata" else ""
        for form in ("iso", "month day", "day month"):
            match = PATTERNS[form].search(line)
            found = meaning(form, match, unknown) if match and match["year"] else None
            if found and found.value and _DAY.match(found.value):
                return date.fromisoformat(found.value[:10])
    return None


def _in_block(
    article: Article, start: int, end: int, published: date | None, order: bool | None
) -> list[DateRow]:
    text = plain(article.text[start:end])

    def tense(first: int, last: int) -> str:
        span = article.doc.char_span(start + first, start + last, alignment_mode="expand")
        return direction(span) if span is not None and len(span) else values.PAST

    setting = Setting(published, tense, day_first=order)
    rows: list[DateRow] = []
    for candidate in candidates(text):
        setting.near = bool(rows) and _NEAR.fullmatch(text, rows[-1].end, candidate.start) is not None
        row = _row(candidate, text, setting)
        if row is not None:
            rows.append(row)
    return [_placed(row, article.text, start) for row in _with_clock(rows, text)]


def _placed(row: DateRow, text: str, offset: int) -> DateRow:
    """The row with offsets into the whole text, and its text as printed there."""
    start, end = offset + row.start, offset + row.end
    return DateRow(start, end, text[start:end], row.type, row.value, row.mod, row.method)


def _row(candidate: Candidate, text: str, setting: Setting) -> DateRow | None:
    head = text[max(0, candidate.start - _HEAD) : candidate.start]
    since = "since" if _SINCE.search(head) else None
    printed = text[candidate.start : candidate.end]
    if candidate.length is not None:
        told, mod = _length(candidate, candidate.length, setting), candidate.length.mod or since
        return DateRow(candidate.start, candidate.end, printed, told.type, told.value, mod, told.method)
    found = meaning(candidate.form, candidate.match, setting) if candidate.match else None
    if found is None:
        return None
    if found.value:
        setting.last_value = found.value
        if found.precise:
            _anchor(setting, found.value)
    mod = since or ("approx" if _ABOUT.search(head) else None)
    return DateRow(candidate.start, candidate.end, printed, found.type, found.value, mod, found.method)


def _length(candidate: Candidate, length: Length, setting: Setting) -> Meaning:
    """A length of time, or the day or year that lies so far from the day of publication or the date told before."""
    if candidate.match is None:
        return Meaning(length.type, length.value, length.method)
    kind = "time" if length.unit in ("hour", "minute", "second") else "date"
    side = (candidate.match["side"] or "time").lower()
    from_today = side in ("ago", "from now", "hence", "time")
    start = setting.published if from_today else setting.anchor
    if not from_today and not setting.as_exact_as(length.unit):
        start = None
    step = 1 if side in ("from now", "hence", "time", "later") else -1
    value = None
    if start is not None and length.number is not None:
        value = values.shifted(start, step * length.number, length.unit)
    return Meaning(kind, value, "so long ago or hence")


def _anchor(setting: Setting, value: str) -> None:
    """Remember a date to which "the next day" or a month without a year may refer."""
    match = _ANCHOR.match(value)
    if match:
        year, month, day, season, quarter = match.groups()
        of_year = int(month or 0) or _MIDDLE_OF.get(season or "", 0) or 3 * int(quarter or 1) - 1
        setting.anchor = date(int(year), of_year, int(day or 1))
        setting.anchor_value = value[:10]
    elif re.fullmatch(r"\d{4}", value) and value != "0000":
        setting.anchor, setting.anchor_value = date(int(value), 1, 1), value


def _with_clock(rows: list[DateRow], text: str) -> list[DateRow]:
    """Such as "8 p.m. on Sunday", "Sunday at 8 p.m.": one time."""
    joined: list[DateRow] = []
    for row in rows:
        last = joined[-1] if joined else None
        if last and "clock" in (last.method, row.method) and _GLUE.fullmatch(text[last.end : row.start]):
            clock, day = (row, last) if row.method == "clock" else (last, row)
            if day.method != "clock" and day.value and _DAY.fullmatch(day.value):
                value, method = f"{day.value[:10]}{clock.value}", f"clock, {day.method}"
                printed = text[last.start : row.end]
                joined[-1] = DateRow(last.start, row.end, printed, "time", value, day.mod, method)
                continue
        joined.append(row)
    return joined
