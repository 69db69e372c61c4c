"""Lengths of time (24 hours, a 30-day truce, two and a half years, 2:06:41) and what recurs (every Friday)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import prod

from tellings.annotation.hedges import date_mod, hedge_around
from tellings.annotation.numerals import Numeral, numerals
from tellings.annotation.times import calendar_values as values
from tellings.corpus.patterns import read

_SHORT = {"sec": "second", "min": "minute", "hr": "hour", "h": "hour", "yr": "year", "centurie": "century"}

_BEFORE_ONE = frozenset(
    "for in within after take takes took taken taking last lasts lasted lasting spend spends spent "
    "than nearly almost "
    "over under about around throughout least roughly approximately to up barely only just every first next".split()
)
_EACH_VALUE = {
    "hour": "XXXX-XX-XXTXX",
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
}
_EACH_VALUE |= {"year": "XXXX", "decade": "P10Y"}
_EACH_VALUE |= {part: f"XXXX-XX-XXT{code}" for part, code in values.PARTS_OF_DAY.items()}
_ADVERB = {"hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month"}
_ADVERB |= {"quarterly": "quarter", "yearly": "year", "annually": "year"}
_FORMS = {name: re.compile(form) for name, form in read("lexicon/date_context.toml")["lengths"].items()}
CLOCKED = _FORMS["clocked"]
"""What a race took, by hours, minutes and seconds: a time of the day has no seconds, or stands behind "at"."""
_GLUE = frozenset({" ", ", ", " and ", ", and "})
_DESCENDING = ("year", "month", "week", "day", "hour", "minute", "second")
_SMALLER = {"year": 12, "month": 0, "week": 7, "day": 24, "hour": 60, "minute": 60}
"""How many of the next smaller unit of these make one; 0 where that differs."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time or a recurrence: `[start, end)`, the number (None: not told), unit, value, type and mod.

    Of several units (`sum`, `clocked`) the number is of the smallest.
    """

    start: int
    end: int
    number: float | None
    unit: str
    value: str | None
    method: str
    type: str = "duration"
    mod: str | None = None


@lru_cache(maxsize=512)
def lengths(text: str) -> tuple[Length, ...]:
    """The lengths of time and recurrences of a text, in order; some may overlap others.

    Args:
        text: as `numerals.plain` gives it.
    """
    counted = _counted(text, numerals(text))
    pieces = [*counted, *_one(text), *_uncounted(text), *_recurring(text), *_clocked(text)]
    return tuple(_joined(text, sorted(pieces, key=lambda f: (f.start, -f.end))))


def _unit(word: str) -> str:
    word = word.lower().removesuffix("s")
    return _SHORT.get(word, word)


def _counted(text: str, found: Sequence[Numeral]) -> Iterator[Length]:
    """A number and a unit: three years, 30-day, a quarter of an hour."""
    for number in found:
        if number.kind not in ("cardinal", "vague", "fraction"):
            continue
        match = _FORMS["fraction" if number.kind == "fraction" else "counted"].match(text, number.end)
        if match is None or (number.start and text[number.start - 1] in "$£€¥₹₽₴₺"):
            continue
        unit = _unit(match["unit"])
        amount = None if number.kind == "vague" else number.value + _part(match)
        every = _FORMS["every"].search(text[max(0, number.start - 8) : number.start])
        if every:
            start = number.start - len(every.group())
            value = values.duration(amount, unit)
            yield Length(
                start, match.end(), amount, unit=unit, value=value, type="set", method="every N units"
            )
        else:
            yield _hedged(text, number.start, match.end(), amount=amount, unit=unit, method="number and unit")


def _part(match: re.Match[str]) -> float:
    part = match.groupdict().get("part")
    return {"half": 0.5, "quarter": 0.25}[part.lower()] if part else 0.0


def _hedged(text: str, start: int, end: int, amount: float | None, unit: str, method: str) -> Length:
    """The length with its hedge, and with "the past" before it."""
    hedge = hedge_around(text, start, end)
    mod = date_mod(hedge)
    if hedge:
        start, end = hedge.start, hedge.end
    the = _FORMS["the_past"].search(text[max(0, start - 20) : start])
    if the:
        start -= len(the.group())
    return Length(start, end, amount, unit=unit, value=values.duration(amount, unit), mod=mod, method=method)


def _one(text: str) -> Iterator[Length]:
    """An hour, a year and a half, half a day: where words around them tell a length and not a rate (a year)."""
    for match in _FORMS["one"].finditer(text):
        half = match["half"] or match["ahalf"] or match["bare"]
        if not half and not match["part"] and not _is_length(text, match):
            continue
        amount = 0.5 if half else 1.0 + _part(match)
        start = match.start("a") if match["ahalf"] else match.start()
        unit = _unit(match["unit"] or match["bare"])
        yield _hedged(
            text, start, match.end(), amount=amount, unit=unit, method="half a unit" if half else "one unit"
        )
    for match in _FORMS["the_past_unit"].finditer(text):
        unit = _unit(match["unit"] or match["unit2"] or match["unit3"])
        value = values.duration(1, unit)
        yield Length(match.start(), match.end(), 1.0, unit=unit, value=value, method="the past unit")


def _is_length(text: str, match: re.Match[str]) -> bool:
    words = text[max(0, match.start() - 16) : match.start()].lower().split()
    return bool(words and words[-1] in _BEFORE_ONE) or _FORMS["behind"].match(text, match.end()) is not None


def _uncounted(text: str) -> Iterator[Length]:
    """Hours, several days, for years."""
    for match in _FORMS["plural"].finditer(text):
        unit = _unit(match["unit"])
        head = text[max(0, match.start() - 40) : match.start()]
        before = _FORMS["several"].search(head)
        preposition = _FORMS["for"].search(head)
        if before:
            start = match.start() - len(before.group())
        elif (
            preposition
            and not (preposition["word"].lower() == "in" and _FORMS["limited"].match(text, match.end()))
        ) or (
            _FORMS["behind"].match(text, match.end()) and not head.endswith("-") and not head[-2:-1].isdigit()
        ):
            start = match.start()
        else:
            continue
        the = _FORMS["the_past"].search(text[max(0, start - 20) : start])
        start -= len(the.group()) if the else 0
        value = values.duration(None, unit)
        yield Length(start, match.end(), None, unit=unit, value=value, method="units without a number")


def _recurring(text: str) -> Iterator[Length]:
    for match in _FORMS["each"].finditer(text):
        unit = (match["other"] or match["unit"]).lower()
        value = values.duration(2, unit) if match["other"] else _EACH_VALUE[unit]
        number = 2.0 if match["other"] else 1.0
        yield Length(
            match.start(), match.end(), number, unit=unit, value=value, type="set", method="every unit"
        )
    for match in _FORMS["often"].finditer(text):
        unit = _ADVERB[match.group()]
        yield Length(
            match.start(),
            match.end(),
            1.0,
            unit=unit,
            value=values.duration(1, unit),
            type="set",
            method="adverb",
        )


def _clocked(text: str) -> Iterator[Length]:
    """What a race took: 2:06:41, 3:43.13."""
    for match in CLOCKED.finditer(text):
        hours, minutes = int(match["hours"] or 0), int(match["minutes"] or match["minutes2"])
        seconds = float(match["seconds"] or match["seconds2"])
        value = f"PT{hours}H{minutes}M{seconds:g}S".replace("T0H", "T")
        number = hours * 3600 + minutes * 60 + seconds
        yield Length(match.start(), match.end(), number, unit="second", value=value, method="clocked")


def _joined(text: str, found: Sequence[Length]) -> list[Length]:
    """Two hours and 30 minutes: one length."""
    joined: list[Length] = []
    for length in found:
        last = joined[-1] if joined else None
        if last and text[last.end : length.start] in _GLUE and _continues(last, length):
            value = str(last.value) + str(length.value).removeprefix("PT" if "T" in str(last.value) else "P")
            joined[-1] = Length(
                last.start,
                length.end,
                _sum(last, length),
                unit=length.unit,
                value=value,
                mod=last.mod,
                method="sum",
            )
        else:
            joined.append(length)
    return joined


def _sum(last: Length, length: Length) -> float | None:
    """Both in the smaller unit; None where the larger has no fixed number of these."""
    between = _DESCENDING[_DESCENDING.index(last.unit) : _DESCENDING.index(length.unit)]
    of_one = prod(_SMALLER[unit] for unit in between)
    return (last.number or 0) * of_one + (length.number or 0) if of_one else None


def _continues(last: Length, length: Length) -> bool:
    counted = (last, length)
    return (
        last.end <= length.start
        and length.mod is None
        and all(f.type == "duration" and f.number is not None and f.unit in _DESCENDING for f in counted)
        and _DESCENDING.index(last.unit) < _DESCENDING.index(length.unit)
    )
