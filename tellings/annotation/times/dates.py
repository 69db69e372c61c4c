"""Dates, times, durations and recurring times of an article, with their values.

A grammar of our own, on the characters of each block, with the parse asked for tense only. The libraries that were
judged (dateparser, recognizers-text) take "three years" for a day, merge neighbours and know no tense.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from spacy.tokens import Span

from tellings.annotation.article import Article
from tellings.annotation.grammar import NOMINAL
from tellings.annotation.numerals import plain
from tellings.annotation.places.home import NOWHERE, Home
from tellings.annotation.times import calendar_values as values
from tellings.annotation.times import events
from tellings.annotation.times.calendar_dates import day_first
from tellings.annotation.times.candidates import Candidate, candidates
from tellings.annotation.times.durations import Length
from tellings.annotation.times.meaning import A_DAY
from tellings.annotation.times.patterns import PATTERNS
from tellings.annotation.times.relative_dates import OPEN_WEEKDAY
from tellings.annotation.times.row import DateRow
from tellings.annotation.times.tense import before_noun, direction
from tellings.annotation.times.values import Meaning, Setting, meaning
from tellings.corpus.blocks import Block

_SINCE = re.compile(
    r"\b(?:ever )?since (?:early |late |mid-|at least |about |around |(?:the|its|their|his|her) "
    r"(?:(?:start|end|beginning|summer|spring|autumn|winter) of )?)?$",
    re.IGNORECASE,
)
_GLUE = re.compile(r"(?:,? (?:at|on|by|from|until|around|about) (?:the )?|,? )$|^ ?\($")
_APART = re.compile(r"[a-z]")
"""With a preposition between them, a time and its day are two expressions: at 7 p.m. on Friday."""
_TITLE = re.compile(r"[0-9]+ (?:Minutes|Hours|Days)")
_SAME_TIME = re.compile(r",? ?\(|,? or | / ")
"""Between a time of day and the same one elsewhere: 10:35 a.m. (0735 GMT)."""
_NEAR = re.compile(r",? (?:a )?|,? \(| - |— ?| — ")
LONG_AGO = "so long ago or hence"
"""How a date told by a length of time is found."""
_DAYS = ("month day", "day month")
_AND_OR_TO = re.compile(r" (?:and|to) ")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T[A-Z]{2})?")
_ABOUT = re.compile(r"\b(?:around|about|circa|c\.|roughly|approximately) $", re.IGNORECASE)
_PERIOD = re.compile(r"\d{4}-(?:Q[1-4]|H[12])")
_COMPARED = re.compile(
    r"\b(?:from|than|with|against|versus|as|of|on) (?:in )?$|"
    r"(?:[0-9%]|\b(?:million|billion|trillion|cents?|share|loss|profit))[^.;]{0,30}$"
)
"""Before "a year ago" where it names the time that a figure of account is compared with."""
_FIRST_YEAR, _LAST_YEAR = 1500, 2999
"""A day of publication outside of these years (0001-01-01, 9999-12-31) stands for one that is not known."""
_HEAD = 40
"""How many characters before an expression are asked for "since" and for hedges."""


def dates(article: Article, home: Home = NOWHERE) -> list[DateRow]:
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
    story = Setting(published, lambda _start, _end: values.PAST, country=home.outlet)
    story.day_first = day_first(plain(article.text), home.outlet)
    rows: list[DateRow] = []
    for block in article.blocks:
        if article.annotated(block.start):
            rows.extend(_in_block(article, block, story))
    return events.told_from(article, _as_elsewhere(rows, published))


def _as_elsewhere(rows: list[DateRow], published: date | None) -> list[DateRow]:
    """A weekday whose clause may look either way is the one gone by that the article tells of elsewhere."""
    gone = {
        row.text[:3].title(): row.value
        for row in rows
        if row.method == "weekday" and _is_gone(row, published)
    }
    return [
        replace(row, value=gone.get(row.text[:3].title(), row.value)) if row.method == OPEN_WEEKDAY else row
        for row in rows
    ]


def _is_gone(row: DateRow, published: date | None) -> bool:
    return row.type == "date" and published is not None and (row.value or "9") <= published.isoformat()


def _date_line(article: Article) -> date | None:
    """The day printed in a metadata line, for an article whose day of publication nobody gave."""
    unknown = Setting(None, lambda _start, _end: values.PAST)
    for block in article.blocks:
        line = plain(article.text[block.start : block.end]) if block.kind == "metadata" else ""
        for form in ("iso", "month day", "day month"):
            match = PATTERNS[form].search(line)
            day = meaning(form, match, unknown) if match and match["year"] else None
            if day and day.value and _DAY.match(day.value):
                return date.fromisoformat(day.value[:10])
    return None


def _in_block(article: Article, block: Block, story: Setting) -> list[DateRow]:
    text = plain(article.text[block.start : block.end])
    headline = block.kind in ("headline", "subheading")

    def span_of(first: int, last: int) -> Span:
        return article.tokens(block.start + first, block.start + last)

    story.tense = lambda first, last: direction(span_of(first, last), headline=headline)
    story.attributive = lambda first, last: before_noun(span_of(first, last))
    story.enter_paragraph()
    rows: list[DateRow] = []
    for candidate in candidates(text):
        if candidate.length is not None and candidate.length.method == "adverb":
            word = span_of(candidate.start, candidate.end)[-1]
            is_daily = text[candidate.start].lower() == "d"
            if word.pos_ in (NOMINAL if is_daily else {*NOMINAL, "ADJ"}):
                continue
        if not headline and _is_title(candidate, text):
            continue
        story.near = bool(rows) and _NEAR.fullmatch(text, rows[-1].end, candidate.start) is not None
        row = _row(candidate, text, story)
        if row is not None:
            rows.extend(_two_days(row, candidate, text))
    return [_placed(row, article.text, block.start) for row in _with_clock(rows, text)]


def _is_title(candidate: Candidate, text: str) -> bool:
    """A programme's name: 60 Minutes, This Week."""
    printed = text[candidate.start : candidate.end]
    if candidate.length is not None:
        return _TITLE.fullmatch(printed) is not None
    return (
        candidate.form == "relative"
        and printed.istitle()
        and not text[: candidate.start].rstrip().endswith((".", "“"))
    )


def _two_days(row: DateRow, candidate: Candidate, text: str) -> list[DateRow]:
    """Such as "July 4 and 5", "from 4 to 5 July": two days."""
    match = candidate.match
    if match is None or candidate.form not in _DAYS or not match["day2"] or row.value is None:
        return [row]
    first, second = match.end("day"), match.start("day2")
    if (
        not _AND_OR_TO.search(text, first, second)
        or not _DAY.fullmatch(row.value)
        or int(match["day2"]) <= int(match["day"])
    ):
        return [row]
    end = match.end("day2") if candidate.form == "month day" else row.end
    value = f"{row.value[:8]}{int(match['day2']):02d}"
    return [
        replace(row, end=first, text=text[row.start : first]),
        replace(row, start=second, end=end, text=text[second:end], value=value),
    ]


def _placed(row: DateRow, text: str, offset: int) -> DateRow:
    """The row with offsets into the whole text, and its text as printed there."""
    start, end = offset + row.start, offset + row.end
    return replace(row, start=start, end=end, text=text[start:end])


def _row(candidate: Candidate, text: str, setting: Setting) -> DateRow | None:
    head = text[max(0, candidate.start - _HEAD) : candidate.start]
    mod = "since" if _SINCE.search(head) else None
    told: Meaning | None
    if candidate.length is not None:
        told = _length(candidate, candidate.length, setting, head)
        mod = candidate.length.mod or mod
    else:
        told = meaning(candidate.form, candidate.match, setting) if candidate.match else None
        mod = mod or ("approx" if _ABOUT.search(head) else None)
        _remember(setting, told)
    if told is None:
        return None
    start, end = candidate.start, candidate.end
    return DateRow(start, end, text[start:end], type=told.type, value=told.value, mod=mod, method=told.method)


def _remember(setting: Setting, told: Meaning | None) -> None:
    """Keep what the dates behind this one may be told from."""
    if told is None or not told.value:
        return
    setting.last_value = told.value
    if _PERIOD.fullmatch(told.value) and "before" not in told.method:
        setting.period = told.value
    setting.remember(told.value, anchors=told.precise and not _PERIOD.fullmatch(told.value))


def _length(candidate: Candidate, length: Length, setting: Setting, head: str) -> Meaning:
    """A length of time, or the day or year that lies so far from the day of publication or the date told before."""
    if candidate.match is None:
        return Meaning(length.type, length.value, length.method)
    kind = "time" if length.unit in ("hour", "minute", "second") else "date"
    side = (candidate.match["side"] or "time").lower()
    from_today = side in ("ago", "from now", "hence", "time")
    start = setting.published if from_today else setting.at(length.unit)
    step = 1 if side in ("from now", "hence", "time", "later") else -1
    if length.unit == "year" and length.number == 1 and side in ("ago", "earlier", "before"):
        told = _compared(setting, head)
        if told is not None:
            return Meaning(kind, told, "a year before what is told of")
        if start is None and setting.published and _COMPARED.search(head):
            start = setting.published
    value = None
    if start is not None and length.number is not None:
        value = values.shifted(start, step * length.number, length.unit)
    return Meaning(kind, value, LONG_AGO)


def _compared(setting: Setting, head: str) -> str | None:
    """The quarter, half or month told of, a year before, where a figure is compared with that of a year ago."""
    if not _COMPARED.search(head):
        return None
    last = setting.last_value or ""
    told = last if re.fullmatch(r"\d{4}-(?:\d\d|Q\d|H\d)", last) else setting.period
    return values.period_shifted(told, -1) if told else None


def _with_clock(rows: list[DateRow], text: str) -> list[DateRow]:
    """Such as "8 p.m. on Sunday", "Sunday at 8 p.m.": one time."""
    joined: list[DateRow] = []
    for row in rows:
        last = joined[-1] if joined else None
        if last and "clock" in (last.method, row.method) and _GLUE.fullmatch(text[last.end : row.start]):
            clock, day = (row, last) if row.method == "clock" else (last, row)
            if day.method != "clock" and day.value and _DAY.fullmatch(day.value):
                value, method = f"{day.value[:10]}{clock.value}", f"clock, {day.method}"
                if _APART.search(text[last.end : row.start]):
                    timed = replace(clock, type="time", value=value, method=method)
                    joined[-1:] = [timed, row] if last is clock else [last, timed]
                    continue
                printed = text[last.start : row.end]
                mod = clock.mod or day.mod
                joined[-1] = replace(
                    last, end=row.end, text=printed, type="time", value=value, mod=mod, method=method
                )
                continue
        if last and last.method == row.method == "clock" and _SAME_TIME.fullmatch(text[last.end : row.start]):
            end = row.end + (text[row.end : row.end + 1] == ")")
            joined[-1] = replace(last, end=end, text=text[last.start : end])
            continue
        joined.append(row)
    return _on_the_day_told(joined, text)


def _on_the_day_told(rows: list[DateRow], text: str) -> list[DateRow]:
    """A time of day without a day of its own has that of the last one told, in its sentence or the one before."""
    told: DateRow | None = None
    placed = []
    for row in rows:
        if row.method == "clock" and told is not None and text[told.end : row.start].count(". ") <= 1:
            row = replace(row, value=f"{(told.value or '')[:10]}{row.value}", method="clock, day told before")
        elif row.value and A_DAY.match(row.value) and row.type in ("date", "time"):
            told = row
        placed.append(row)
    return placed
