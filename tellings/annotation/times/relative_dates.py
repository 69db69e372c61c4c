"""The meaning of dates that are told from the day of publication, or from the date told before."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tellings.annotation.numerals import ORDINALS
from tellings.annotation.times import calendar_dates, patterns
from tellings.annotation.times import calendar_values as values
from tellings.annotation.times.calendar_values import NEAR, OPEN, PAST
from tellings.annotation.times.meaning import A_DAY, STEP, STORY_STEP, Meaning, Setting

OPEN_WEEKDAY = "weekday, ahead or back"
"""How a weekday is found whose clause may look either way."""
TOLD_FROM_EVENT = "told from an event"
"""How "the day after the fire" is found."""
_SPAN = 13
"""Days that two days told one behind the other may bound."""
_FAR = 20
"""Days from where the story is beyond which a day of its month may be one of the month beside it."""
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
    last = setting.last_value or ""
    if (
        setting.near
        and not part
        and A_DAY.fullmatch(last)
        and date.fromisoformat(last).isoweekday() == number
    ):
        return Meaning("date", last, "apposition to a date", True)
    looks = setting.looks(match)
    told = _weekday_of_story(match, number, looks, setting) if groups.get("told") else None
    if told is not None:
        value = told.isoformat() + (f"T{values.PARTS_OF_DAY[part.lower()]}" if part else "")
        return Meaning(kind, value, "weekday of the story", True)
    if setting.published is None:
        return Meaning(kind, None, "weekday")
    qualifier = f"{groups['week'].lower()} week" if groups.get("week") else groups.get("ahead") or asked
    qualifier = qualifier or (groups.get("behind") or "").replace("next", "coming")
    if groups.get("told") and not qualifier:
        qualifier = {-1: "last", 1: "coming"}.get(_story_step(match), "")
    day = values.weekday(setting.published, number, looks, qualifier)
    if day is None:
        return Meaning(kind, None, "weekday")
    return Meaning(
        kind,
        day.isoformat() + (f"T{values.PARTS_OF_DAY[part.lower()]}" if part else ""),
        OPEN_WEEKDAY if looks in (OPEN, NEAR) and not qualifier and not part else "weekday",
        True,
    )


def _story_step(match: re.Match[str]) -> int:
    """Does "the Saturday", "the Saturday before", "the following Saturday" lead back or on?"""
    word = match["beside"] or match["told"].lower().removeprefix("the").removesuffix(" same").strip()
    return STORY_STEP.get(word, 0)


def _weekday_of_story(match: re.Match[str], number: int, looks: str, setting: Setting) -> date | None:
    """The Saturday, the previous Saturday: the one that lies nearest to where the story is."""
    start, step = setting.at("day"), _story_step(match)
    if start is None or (not step and setting.attributive(*match.span())):
        return None
    ahead = (number - start.isoweekday()) % 7
    if step:
        return start + timedelta(days=(ahead or 7) if step > 0 else ahead - 7)
    day = start + timedelta(days=ahead)
    if setting.before is not None and 0 < (start - setting.before).days <= _SPAN and start < day:
        day -= timedelta(weeks=int(day - timedelta(weeks=1) >= setting.before))  # within 4 to 6 April
    gone = setting.published is not None and looks == PAST and day > setting.published
    return day - timedelta(weeks=1) if gone else day


def day_of_month(match: re.Match[str], setting: Setting) -> Meaning:
    """The 28th: of the month that the story is in, or of the one beside it where that is much nearer."""
    start = setting.at(next(reversed(setting.told), "")) or setting.published
    whose = (match["month"] or "").lower()
    if whose in STEP:
        start = setting.published
    number = int(match["day"])
    if start is None:
        return Meaning("date", f"XXXX-XX-{number:02d}", "day of a month")
    around = [values.month_shifted(start, n) for n in ((0, -1, 1) if not whose else (STEP.get(whose, 0),))]
    days = [d for year, month in around if (d := values.valid_day(year, month, number))]
    if setting.told or whose:
        chosen = next(iter(days), None)
        if chosen is not None and abs((chosen - start).days) > _FAR and "day" in setting.told:
            chosen = min(days, key=lambda d: abs((d - start).days))
    else:
        past = setting.looks(match) == PAST
        chosen = next((d for d in sorted(days, reverse=past) if (d <= start if past else d >= start)), None)
    return Meaning("date", chosen.isoformat() if chosen else None, "day of a month", chosen is not None)


def nth_of_month(match: re.Match[str], setting: Setting) -> Meaning | None:
    """The second week of February, the first Monday in May, the last weekend of next month."""
    groups = match.groupdict()
    if groups["whose"]:
        whose = groups["whose"].lower()
        start = (
            setting.published
            if whose in ("last", "this", "next")
            else setting.at("month") or setting.published
        )
        if start is None:
            return Meaning("date", None, "part of a month")
        step = {**STORY_STEP, **STEP}.get(whose.removeprefix("the ").removesuffix(" same"), 0)
        year, month = values.month_shifted(start, step)
    else:
        told = (
            calendar_dates.month(match, setting)
            if not groups["year"]
            else calendar_dates.full(match, setting)
        )
        if told is None or not told.value or not told.value[0].isdigit():
            return told
        year, month = int(told.value[:4]), int(told.value[5:7])
    word = match["nth"].lower()
    nth = -1 if word in ("last", "final") else ORDINALS.get(word) or int(word[0])
    unit = match["unit"].lower()
    if unit in ("week", "weekend"):
        last = values.days_in_month(year, month)
        if unit == "week":  # the calendar week that holds most of it
            value: str | None = values.week(date(year, month, 7 * nth - 3 if nth > 0 else last - 3))
        else:
            value = f"{values.week(values.nth_weekday(year, month, 6, nth))}-WE"
        return Meaning("date", value, "part of a month")
    day = values.nth_weekday(year, month, patterns.weekday_number(unit), nth)
    return Meaning("date", day.isoformat(), "weekday of a month", True)


def week_from_day(match: re.Match[str], setting: Setting) -> Meaning:
    """A week on Monday, a fortnight today, tomorrow week, a week last Tuesday."""
    if setting.published is None:
        return Meaning("date", None, "so many weeks from a day")
    groups = match.groupdict()
    weeks = {"two": 2}.get((groups["n"] or "").lower(), 1) * (
        2 if (groups["unit"] or "").lower() == "fortnight" else 1
    )
    word = (groups["word"] or groups["word2"] or "").lower()
    if groups["q"]:
        number = patterns.weekday_number(match["weekday2"])
        start, weeks = values.weekday(setting.published, number, PAST, "last"), -weeks
    elif groups["weekday"]:
        start = values.weekday(setting.published, patterns.weekday_number(match["weekday"]), OPEN)
    else:
        weeks = -weeks if word == "yesterday" and " from " not in match[0].lower() else weeks
        start = setting.published + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(word, 0))
    value = values.shifted(start, 7 * weeks, "day") if start else None
    return Meaning("date", value, "so many weeks from a day", True)


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
    word = match["q"].lower()
    step = STEP[word]
    if setting.published is None or word == "the previous":
        return Meaning("date", _stepped(setting, step, unit), f"relative {unit}")
    if unit == "weekend":
        return Meaning("date", f"{values.shifted(setting.published, step, 'week')}-WE", "relative weekend")
    return Meaning("date", values.shifted(setting.published, step, unit), f"relative {unit}", True)


def the_relative(match: re.Match[str], setting: Setting) -> Meaning | None:
    """The next day, the following year, that night: told from where the story is."""
    unit = (match["unit"] or match["unit2"]).lower()
    word = (match["q"] or match["q2"]).lower().removeprefix("the ").removesuffix(" same")
    if word == "that" and not setting.told:
        return None
    return _of_story(setting, STORY_STEP[word], unit)


def _of_story(setting: Setting, step: int, unit: str) -> Meaning:
    """The day, part of a day, weekend, season or other unit so many steps from where the story is."""
    part = values.PARTS_OF_DAY.get(unit)
    value = _stepped(setting, step, "day" if part else unit)
    if unit in values.SEASONS:
        start = setting.at("year")
        value = None if start is None else f"{start.year + step}-{values.SEASONS[unit]}"
    method = "told from the date before"
    if value and part:
        return Meaning("time", f"{value}T{part}", method)
    return Meaning("time" if part else "date", value, method, value is not None)


def _stepped(setting: Setting, step: int, unit: str) -> str | None:
    """So many units from where the story is, where that was told as exactly as the unit asks."""
    start = setting.at(unit)
    if start is None:
        return None
    if unit == "weekend":
        step -= step > 0 and start.isoweekday() < 6
        return f"{values.shifted(start, step, 'week')}-WE"
    return values.shifted(start, step, unit)


def anchored(match: re.Match[str], setting: Setting) -> Meaning:
    """The night before, the year after; "March 2022, the month after …" in apposition has its neighbour's value."""
    unit = match["unit"].lower()
    value, form = setting.last_value or "", _OF_UNIT.get(unit)
    if match["bare"] is not None:
        return _of_story(setting, STORY_STEP[match["side"].lower()], unit)
    if setting.near and form and re.fullmatch(form, value):
        return Meaning("date", value, "apposition to a date")
    return Meaning("time" if unit in values.PARTS_OF_DAY else "date", None, TOLD_FROM_EVENT)


def weekend(match: re.Match[str], setting: Setting) -> Meaning:
    """The weekend: the last one begun, or the one ahead."""
    if setting.published is None:
        return Meaning("date", None, "weekend")
    future = setting.looks(match) != PAST
    step = -1 if not future and setting.published.isoweekday() < 6 else 0
    return Meaning("date", f"{values.shifted(setting.published, step, 'week')}-WE", "weekend")
