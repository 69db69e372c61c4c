"""The meaning of dates that are told from the day of publication, or from the date told before."""

from __future__ import annotations

import re

from tellings.annotation.times import calendar_values as values
from tellings.annotation.times import patterns
from tellings.annotation.times.calendar_values import OPEN, PAST
from tellings.annotation.times.meaning import STEP, Meaning, Setting

OPEN_WEEKDAY = "weekday, ahead or back"
"""How a weekday is found whose clause may look either way."""
_OF_UNIT = {
    "day": r"\d{4}-\d\d-\d\d",
    "week": r"\d{4}-W\d\d",
    "month": r"\d{4}-\d\d",
    "year": r"\d{4}",
    "decade": r"\d{3}",
}


def weekday(match: re.Match[str], setting: Setting) -> Meaning | None:
    """Friday, last Friday, Friday night, every Friday."""
    groups = match.groupdict()
    number = patterns.weekday_number(match["weekday"])
    part = groups.get("part")
    asked = (groups.get("q") or "").lower()
    if groups.get("plural") or groups.get("plural2") or asked in ("every", "each"):
        return Meaning(
            "set",
            f"XXXX-WXX-{number}" + (f"T{values.PARTS_OF_DAY[part.lower()]}" if part else ""),
            "recurring weekday",
        )
    kind = "time" if part else "date"
    if setting.published is None:
        return Meaning(kind, None, "weekday")
    qualifier = f"{groups['week'].lower()} week" if groups.get("week") else groups.get("ahead") or asked
    looks = setting.looks(match)
    day = values.weekday(setting.published, number, looks, qualifier)
    if day is None:
        return Meaning(kind, None, "weekday")
    return Meaning(
        kind,
        day.isoformat() + (f"T{values.PARTS_OF_DAY[part.lower()]}" if part else ""),
        OPEN_WEEKDAY if looks == OPEN and not qualifier and not part else "weekday",
        True,
    )


def day(match: re.Match[str], setting: Setting) -> Meaning:
    """Yesterday, today, tomorrow night."""
    word = match["word"].lower()
    part = "night" if word == "tonight" else match["part"]
    kind = "time" if part or word == "overnight" else "date"
    if setting.published is None or word == "overnight":
        return Meaning(kind, None, "relative day")
    step = {"yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}.get(word, 0)
    value = values.shifted(setting.published, step, "day")
    if value and part:
        value += f"T{values.PARTS_OF_DAY[part.lower()]}"
    return Meaning(kind, value, "relative day", True)


def this_part(match: re.Match[str], setting: Setting) -> Meaning:
    """This morning, last night."""
    if setting.published is None:
        return Meaning("time", None, "relative part of a day")
    day = values.shifted(setting.published, -1 if match["q"].lower() == "last" else 0, "day")
    return Meaning(
        "time", day and f"{day}T{values.PARTS_OF_DAY[match['part'].lower()]}", "relative part of a day", True
    )


def relative(match: re.Match[str], setting: Setting) -> Meaning:
    """Last week, this year, next month."""
    unit = match["unit"].lower()
    step = STEP[match["q"].lower()]
    if setting.published is None or match["q"].lower() == "the previous":
        return Meaning("date", _stepped(setting, step, unit) if setting.anchor else None, f"relative {unit}")
    if unit == "weekend":
        return Meaning("date", f"{values.shifted(setting.published, step, 'week')}-WE", "relative weekend")
    return Meaning("date", values.shifted(setting.published, step, unit), f"relative {unit}", True)


def the_relative(match: re.Match[str], setting: Setting) -> Meaning | None:
    """The next day, the following year, that night: told from the date before."""
    unit = (match["unit"] or match["that"]).lower().removeprefix("same ")
    step = 0 if match["that"] else {"following": 1, "next": 1, "previous": -1, "same": 0}[match["q"].lower()]
    if match["that"] and setting.anchor is None:
        return None
    part = values.PARTS_OF_DAY.get(unit)
    kind = "time" if part else "date"
    value = _stepped(setting, step, "day" if part else unit)
    return Meaning(
        kind,
        f"{value}T{part}" if value and part else value,
        "told from the date before",
        value is not None and not part,
    )


def _stepped(setting: Setting, step: int, unit: str) -> str | None:
    """So many units from the date told before, where that was told as exactly as the unit asks."""
    exact = setting.anchor is not None and setting.as_exact_as(unit)
    return values.shifted(setting.anchor, step, unit) if exact and setting.anchor else None


def anchored(match: re.Match[str], setting: Setting) -> Meaning:
    """As in "March 2022, the month after …": in apposition to a date of the same unit it has that date's value."""
    value, form = setting.last_value or "", _OF_UNIT.get(match["unit"].lower())
    if setting.near and form and re.fullmatch(form, value):
        return Meaning("date", value, "apposition to a date")
    return Meaning("date", None, "told from an event")


def weekend(match: re.Match[str], setting: Setting) -> Meaning:
    """The weekend: the last one begun, or the one ahead."""
    if setting.published is None:
        return Meaning("date", None, "weekend")
    future = setting.looks(match) != PAST
    step = -1 if not future and setting.published.isoweekday() < 6 else 0
    return Meaning("date", f"{values.shifted(setting.published, step, 'week')}-WE", "weekend")
