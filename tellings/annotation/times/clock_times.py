"""Times of day as they are printed: 9:40 p.m., 0735 GMT, five o'clock, half past nine, 4 in the morning."""

from __future__ import annotations

import re

from tellings.annotation.numerals import below_hundred
from tellings.annotation.times.meaning import Meaning, Setting

_TIMES = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_MINUTES = {"half": 30, "quarter": 15}


def clock(match: re.Match[str], _: Setting) -> Meaning:
    """A time of day; the day comes from its neighbour."""
    groups = match.groupdict()
    if groups.get("noon"):
        told = _TIMES[groups["noon"].lower()]
    elif groups["ampm"]:
        hour = int(groups["h"]) % 12 + (12 if groups["ampm"][0] in "pP" else 0)
        told = f"{hour:02d}:{groups['min'] or '00'}"
    elif groups["military"]:
        told = f"{groups['military'][:2]}:{groups['military'][2:]}"
    else:
        hour_word, _sep, minute = (groups["dot"] or f"{groups['h24']}.{groups['min24']}").partition(".")
        told = f"{int(hour_word):02d}:{minute}"
    return Meaning("time", f"T{told}{'Z' if groups.get('zone') else ''}", "clock")


def spoken(match: re.Match[str], _: Setting) -> Meaning:
    """Five o'clock, half past nine, twenty to ten: of twelve hours, unless a part of the day tells."""
    hour = below_hundred(match["hour"] or match["oclock"] or match["h"])
    minutes = 0
    if match["past"]:
        word = match["past"].lower()
        minutes = _MINUTES.get(word) or below_hundred(word)
        if match["side"].lower() == "to":
            hour, minutes = hour - 1, 60 - minutes
    part = (match["part"] or match["daypart"] or "").lower()
    hour %= 24
    if part in ("afternoon", "evening", "night") and hour < 12 and not (part == "night" and hour < 5):
        hour += 12
    return Meaning("time", f"T{hour:02d}:{minutes:02d}", "clock")
