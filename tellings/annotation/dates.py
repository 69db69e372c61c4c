"""Dates, times, durations and recurring times of an article, with their values.

A grammar of our own, on the characters of each block, with the parse asked for tense only. The libraries that were
judged (dateparser, recognizers-text) take "three years" for a day, merge neighbours and know no tense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tellings.annotation import calendar_values as values
from tellings.annotation import date_patterns as patterns
from tellings.annotation.article import Article
from tellings.annotation.date_values import Meaning, Setting, meaning
from tellings.annotation.durations import Length, lengths
from tellings.annotation.numerals import numerals, plain
from tellings.annotation.tense import direction

_SINCE = re.compile(
    r"\b(?:ever )?since (?:early |late |mid-|at least |about |around |(?:the|its|their|his|her) (?:(?:start|end|beginning|summer|spring|autumn|winter) of )?)?$",
    re.IGNORECASE,
)
_GLUE = re.compile(r"(?:,? (?:at|on|by|from|until|around|about) (?:the )?|,? |,? at )$|^ ?\($")
_MODS = (
    (re.compile(r"\b(?:around|about|circa|c\.|roughly|approximately) $", re.IGNORECASE), "approx"),
    (re.compile(r"\b(?:more than|over) $", re.IGNORECASE), "more_than"),
    (re.compile(r"\b(?:less than|under) $", re.IGNORECASE), "less_than"),
)


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


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    form: str
    match: re.Match[str] | None
    length: Length | None


def dates(article: Article) -> list[DateRow]:
    """The expressions of time of an article, in order, apart from one another.

    Relative ones ("Friday", "last year") are resolved against `article.published`, else against a date line of the
    text; where neither is there, they have no value. Weekdays and months without a year look back or ahead as the
    tense of their clause does.

    Args:
        article: the parsed article.

    Returns:
        One row an expression; nothing from boilerplate or repeated captions.
    """
    published = article.published or _date_line(article)
    rows: list[DateRow] = []
    for block in article.blocks:
        if not article.annotated(block.start):
            continue
        rows.extend(_in_block(article, block.start, block.end, published))
    return rows


def _date_line(article: Article) -> date | None:
    """The day printed in a metadata line, as of an article whose day of publication nobody gave."""
    for block in article.blocks:
        if block.kind == "metadata":
            line = plain(article.text[block.start : block.end])
            for form in ("iso", "month day", "day month"):
                match = patterns.PATTERNS[form].search(line)
                if (
                    match
                    and match["year"]
                    and (found := meaning(form, match, Setting(None, lambda s, e: values.PAST)))
                ):
                    if found.value and re.match(r"\d{4}-\d\d-\d\d", found.value):
                        return date.fromisoformat(found.value[:10])
    return None


def _in_block(article: Article, start: int, end: int, published: date | None) -> list[DateRow]:
    text = plain(article.text[start:end])

    def tense(s: int, e: int) -> str:
        span = article.doc.char_span(start + s, start + e, alignment_mode="expand")
        return direction(span) if span is not None and len(span) else values.PAST

    setting = Setting(published, tense)
    rows: list[DateRow] = []
    for found in _apart(list(_candidates(text))):
        row = _row(found, text, setting, rows[-1] if rows else None)
        if row is not None:
            rows.append(row)
    merged = _with_clock(rows, text)
    return [
        replace(
            r, start=start + r.start, end=start + r.end, text=article.text[start + r.start : start + r.end]
        )
        for r in merged
    ]


def _candidates(text: str) -> Iterator[_Found]:
    for form, pattern in patterns.PATTERNS.items():
        if form == "ago":
            continue
        for match in pattern.finditer(text):
            if not _is_name(form, match, text):
                yield _Found(match.start(), match.end(), form, match, None)
    for length in lengths(text, numerals(text)):
        after = patterns.PATTERNS["ago"].match(text, length.end) if length.type == "duration" else None
        yield _Found(
            length.start, after.end() if after else length.end, "ago" if after else "length", after, length
        )


def _is_name(form: str, match: re.Match[str], text: str) -> bool:
    """Is this word a piece of something else: a first name, a football club, a count of people?"""
    before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 24]
    groups = match.groupdict()
    if form == "weekday":
        return patterns.NOT_A_DAY.search(before) is not None or bool(
            re.match(
                r" (?:Times|Mirror|Telegraph|Mail|Herald|Agreement|Night Live|Night Football|Post|Express|Independent|Adeyemo)\b",
                after,
            )
        )
    if form == "month":
        word = groups["month"].rstrip(".")
        if groups["q"] or groups["which"] or re.search(r"\bof $|-$", match.group()[: -len(word)] or "x"):
            return False
        if (
            re.match(r" [A-Z][a-z]+", after)
            and word in ("April", "May", "June", "August", "March", "Jan", "Mar")
            and not re.search(r"\b(?:in|since|until|by) $", before)
        ):
            return True
        if (
            word
            in (
                "May",
                "March",
                "MAY",
                "MARCH",
                "Mar",
                "Jan",
                "Jun",
                "Dec",
                "Sep",
                "Oct",
                "Nov",
                "Apr",
                "Feb",
                "Jul",
                "Aug",
            )
            or word.isupper()
        ):
            return (
                patterns.MONTH_ALONE.search(before) is None
                or before.endswith(("about ", "a ", "that ", "and ", "as "))
                and word in ("May", "March")
            )
        return False
    if form == "year":
        if patterns.NOT_A_YEAR.search(before) or patterns.A_COUNT.match(text, match.end()):
            return True
        if re.match(
            r" (?:million|billion|trillion|thousand)\b|-(?:seat|strong|foot|mile|meter|metre|km|kg|acre|page|point)|[a-z]",
            after,
        ):
            return True
        year = int(groups["year"])
        if year < 1500 or year > 2100:
            return not re.search(
                r"\b(?:in|since|of|from|until|by|circa|around|year) $", before, re.IGNORECASE
            )
        return False
    if form == "years":
        first, second = int(groups["year"]), groups["year2"]
        last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
        return not first < last
    if form == "clock":
        return bool(
            groups["h24"]
            and not groups["zone"]
            and re.search(
                r"\b(?:won|beat|lost|lead|leading|defeat|victory|win|draw|score[d]?|Psalms?|John|Matthew|Luke|Genesis|verse|time of|in|of) $",
                before,
            )
            and len(groups["h24"]) == 1
            and not groups["zone"]
        )
    return False


def _apart(found: list[_Found]) -> list[_Found]:
    """Of overlapping candidates the one that begins first, then the longest, then the form preferred."""
    rank = {form: i for i, form in enumerate((*patterns.FORMS, "length"))}
    chosen: list[_Found] = []
    for candidate in sorted(found, key=lambda f: (f.start, -f.end, rank[f.form])):
        if not chosen or candidate.start >= chosen[-1].end:
            chosen.append(candidate)
        elif candidate.end > chosen[-1].end and (candidate.end - candidate.start) > 2 * (
            chosen[-1].end - chosen[-1].start
        ):
            chosen[-1] = candidate
    return chosen


def _row(found: _Found, text: str, setting: Setting, before: DateRow | None) -> DateRow | None:
    if found.length is not None:
        return _length_row(found, found.length, text, setting)
    assert found.match is not None
    near = (
        before is not None
        and re.fullmatch(r",? |,? \(| - |— ?| — ", text[before.end : found.start]) is not None
    )
    saved = setting.anchor_value
    if found.form == "anchored":
        setting.anchor_value = "near" if near else None
    told: Meaning | None = meaning(found.form, found.match, setting)
    if found.form == "anchored":
        setting.anchor_value = saved
    if told is None:
        return None
    if told.value:
        setting.last_value = told.value
        if told.precise:
            _anchor(setting, told.value)
    mod = None
    head = text[max(0, found.start - 40) : found.start]
    if _SINCE.search(head) or found.match.group().lower().startswith("since "):
        mod = "since"
    else:
        mod = next((name for pattern, name in _MODS if pattern.search(head)), None)
    return DateRow(
        found.start, found.end, text[found.start : found.end], told.type, told.value, mod, told.method
    )


def _length_row(found: _Found, length: Length, text: str, setting: Setting) -> DateRow:
    value, kind, method = length.value, length.type, length.method
    if found.form == "ago" and found.match is not None:
        kind, method = (
            ("time" if length.unit in ("hour", "minute", "second") else "date"),
            "so long ago or hence",
        )
        side = (found.match["side"] or "time").lower()
        step = 1 if side in ("from now", "hence", "time", "later", "on") else -1
        value = None
        if length.number is not None and length.value:
            if side in ("ago", "from now", "hence", "time") and setting.published:
                value = values.shifted(setting.published, step * length.number, length.unit)
            elif (
                side in ("later", "earlier", "before", "on")
                and setting.anchor
                and len(setting.anchor_value or "")
                >= {"day": 10, "week": 10, "month": 7, "year": 4}.get(length.unit, 99)
            ):
                value = values.shifted(setting.anchor, step * length.number, length.unit)
    since = bool(_SINCE.search(text[max(0, found.start - 40) : found.start]))
    return DateRow(
        found.start,
        found.end,
        text[found.start : found.end],
        kind,
        value,
        length.mod or ("since" if since else None),
        method,
    )


def _anchor(setting: Setting, value: str) -> None:
    day = re.match(r"(\d{4})-(?:(\d\d)(?:-(\d\d))?|(SP|SU|FA|WI)|Q([1-4]))", value)
    if day:
        season = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}.get(day[4] or "", 0)
        quarter = 3 * int(day[5]) - 1 if day[5] else 0
        setting.anchor = date(int(day[1]), int(day[2] or 0) or season or quarter, int(day[3] or 1))
        setting.anchor_value = value[:10]
    elif re.fullmatch(r"\d{4}", value) and value != "0000":
        setting.anchor, setting.anchor_value = date(int(value), 1, 1), value


def _with_clock(rows: list[DateRow], text: str) -> list[DateRow]:
    """ "8 p.m. on Sunday", "Sunday at 8 p.m.": one time."""
    out: list[DateRow] = []
    for row in rows:
        last = out[-1] if out else None
        if last and _GLUE.fullmatch(text[last.end : row.start]):
            clock, day = (row, last) if row.method == "clock" else (last, row)
            if (
                clock.method == "clock"
                and day.type in ("date", "time")
                and day.value
                and re.match(r"\d{4}-\d\d-\d\d(?:T[A-Z]{2})?$", day.value)
            ):
                out[-1] = DateRow(
                    last.start,
                    row.end,
                    text[last.start : row.end],
                    "time",
                    day.value[:10] + str(clock.value),
                    day.mod,
                    f"clock, {day.method}",
                )
                continue
        out.append(row)
    return out
