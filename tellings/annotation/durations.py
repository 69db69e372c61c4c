"""Lengths of time (24 hours, a 30-day truce, two and a half years) and what recurs (every Friday, each year)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tellings.annotation import calendar_values as values
from tellings.annotation.hedges import date_mod, hedge_around
from tellings.annotation.numerals import Numeral

_UNITS = {
    "sec": "second",
    "min": "minute",
    "mins": "minute",
    "hr": "hour",
    "hrs": "hour",
    "h": "hour",
    "yr": "year",
    "yrs": "year",
    "centuries": "century",
}
UNIT = r"seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|years?|yrs?|decades?|century|centuries"
_PLURAL = r"seconds|minutes|hours|days|nights|weeks|months|years|decades|centuries"
_BETWEEN = (
    r"(?:(?:long|straight|consecutive|more|full|further|additional|whole|working|business|calendar|solid|successive|extra|"
    r"other|short|grueling|gruelling|difficult|hard|tense|bloody|brutal|bitter)[ ]){0,2}"
)
_COUNTED = re.compile(
    rf"[- ]?{_BETWEEN}(?P<unit>{UNIT})\b(?![- ](?:old|olds|of age)\b)(?:[ ]and[ ]a[ ](?P<part>half|quarter)\b)?",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    rf"(?:[ ]of)?[ ](?:an?|the)[ ](?P<unit>hour|day|week|month|year|decade|century)\b(?![- ]old)",
    re.IGNORECASE,
)
_ONE = re.compile(
    rf"(?:(?<=\bfor[ ])|(?<=\bin[ ])|(?<=\bwithin[ ])|(?<=\bafter[ ])|(?<=\btakes[ ])|(?<=\btook[ ])|(?<=\btake[ ])|(?<=\blasted[ ])|(?<=\blast[ ])|"
    rf"(?<=\blasting[ ])|(?<=\bspent[ ])|(?<=\bspend[ ])|(?<=\bthan[ ])|(?<=\bnearly[ ])|(?<=\balmost[ ])|(?<=\bover[ ])|(?<=\bunder[ ])|"
    rf"(?<=\babout[ ])|(?<=\baround[ ])|(?<=\bwithin[ ])|(?<=\bthroughout[ ])|(?<=\bleast[ ])|(?<=\broughly[ ])|(?<=\bto[ ]))"
    rf"(?P<a>an?)[ ](?:(?:full|whole|further|long|good|mere)[ ])?(?P<unit>{UNIT})\b(?:[ ]and[ ]a[ ](?P<part>half|quarter)\b)?"
    rf"|\b(?P<b>an?)[ ](?P<u2>hour|day|week|month|year|decade|century)(?:(?P<half>[ ]and[ ]a[ ]half\b)|(?=[ ](?:ago|later|earlier|long|after|before)\b))",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"\b(?:half[- ](?:an?[ ])?(?P<unit>hour|day|century|decade)|a[ ]half[- ](?P<u2>hour|day|century|decade|year))\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    rf"(?:\b(?:several|many|a[ ]few|a[ ]number[ ]of|some|few|numerous|countless|a[ ]couple[ ]of|long|recent|coming|subsequent)[ ]{_BETWEEN}(?P<u1>{_PLURAL})\b"
    rf"|(?<=\bfor[ ])(?P<u2>{_PLURAL})\b|(?<=\bwithin[ ])(?P<u3>{_PLURAL})\b|(?<=\bafter[ ])(?P<u4>{_PLURAL})\b|(?<=\blasted[ ])(?P<u5>{_PLURAL})\b"
    rf"|(?<=\btook[ ])(?P<u6>{_PLURAL})\b|(?<=\bin[ ])(?P<u7>{_PLURAL})\b(?![ ](?:of|and|when|that|to)\b)"
    rf"|\b(?P<u8>{_PLURAL})[ -](?=(?:long|before|after|later|earlier|ago)\b))",
    re.IGNORECASE,
)
_THE_PAST = re.compile(
    r"\bthe[ ](?:past|last|next|coming|previous|preceding|following|first|final|opening|intervening)[ ]$",
    re.IGNORECASE,
)
_THE_PAST_ONE = re.compile(
    rf"\bthe[ ](?:past|coming)[ ](?P<unit>hour|day|week|fortnight|month|year|decade|century)\b|\b(?:the[ ]last|the[ ]next)[ ](?P<u2>hour|decade|century)\b|(?<=\bover[ ]the[ ])(?:last|next)[ ](?P<u3>day|week|month|year)\b",
    re.IGNORECASE,
)
_RATE = re.compile(r"\b(?:an?|per|each|every)[ ]$", re.IGNORECASE)
_SET_WORD = {
    "hourly": "XXXX-XX-XXTXX",
    "daily": "XXXX-XX-XX",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "XXXX-WXX",
    "fortnightly": "P2W",
    "monthly": "XXXX-XX",
    "quarterly": "XXXX-QX",
    "yearly": "XXXX",
    "annually": "XXXX",
}
_SET_UNIT = {"hour": "XXXX-XX-XXTXX", "day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX", "year": "XXXX",
             "night": "XXXX-XX-XXTNI", "morning": "XXXX-XX-XXTMO", "afternoon": "XXXX-XX-XXTAF", "evening": "XXXX-XX-XXTEV"}  # fmt: skip
_EACH = re.compile(
    r"\b(?:every|each)[ ](?:single[ ])?(?:other[ ](?P<other>day|week|month|year)|(?P<unit>hour|day|week|month|quarter|year|night|morning|afternoon|evening|decade))\b(?!-)",
    re.IGNORECASE,
)
_EVERY = re.compile(r"\b(?:every|each)[ ]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time or a recurrence: `[start, end)`, the number (None: not told), unit, value, type and mod."""

    start: int
    end: int
    number: float | None
    unit: str
    value: str | None
    type: str
    mod: str | None
    method: str


def unit_name(word: str) -> str:
    """The singular name of a unit of time as printed."""
    word = word.lower()
    return _UNITS.get(word) or word.removesuffix("s")


def lengths(text: str, numerals: Sequence[Numeral]) -> list[Length]:
    """The lengths of time and recurrences of a text, in order; some may overlap others.

    Args:
        text: as `numerals.plain` gives it.
        numerals: the numbers of the text.
    """
    found = [*_counted(text, numerals), *_uncounted(text), *_sets(text)]
    return _joined(text, sorted(found, key=lambda f: (f.start, -f.end)))


def _counted(text: str, numerals: Sequence[Numeral]) -> list[Length]:
    found = []
    for number in numerals:
        if number.kind not in ("cardinal", "vague", "fraction"):
            continue
        match = (_FRACTION if number.kind == "fraction" else _COUNTED).match(text, number.end)
        if match is None or _money(text, number):
            continue
        unit = unit_name(match["unit"])
        if unit not in values.UNITS:
            continue
        amount = None if number.kind == "vague" else number.value + _part(match)
        start = number.start
        every = _EVERY.search(text[max(0, start - 8) : start])
        if every:
            begin = start - len(every.group())
            found.append(
                Length(
                    begin,
                    match.end(),
                    amount,
                    unit,
                    values.duration(amount, unit),
                    "set",
                    None,
                    "every N units",
                )
            )
            continue
        hedge = hedge_around(text, start, match.end())
        begin = hedge.start if hedge else start
        the = _THE_PAST.search(text[max(0, begin - 20) : begin])
        if the:
            begin -= len(the.group())
        begin += len(text[begin:start]) - len(text[begin:start].lstrip())
        end = hedge.end if hedge else match.end()
        found.append(
            Length(
                begin,
                end,
                amount,
                unit,
                values.duration(amount, unit),
                "duration",
                date_mod(hedge),
                "number and unit",
            )
        )
    return found


def _part(match: re.Match[str]) -> float:
    part = match.groupdict().get("part")
    return {"half": 0.5, "quarter": 0.25}.get(part.lower(), 0.0) if part else 0.0


def _money(text: str, number: Numeral) -> bool:
    return number.start > 0 and text[number.start - 1] in "$£€¥₹₽₴₺"


def _uncounted(text: str) -> list[Length]:
    found = []
    for match in _ONE.finditer(text):
        unit = unit_name(match["unit"] or match["u2"])
        amount = 1.0 + (0.5 if match["half"] else _part(match))
        found.append(_hedged(text, match.start(), match.end(), amount, unit, "one unit"))
    for match in _HALF.finditer(text):
        unit = (match["unit"] or match["u2"]).lower()
        found.append(_hedged(text, match.start(), match.end(), 0.5, unit, "half a unit"))
    for match in _THE_PAST_ONE.finditer(text):
        unit = (match["unit"] or match["u2"] or match["u3"]).lower()
        found.append(
            Length(
                match.start(),
                match.end(),
                1.0,
                unit,
                values.duration(1, unit),
                "duration",
                None,
                "the past unit",
            )
        )
    for match in _VAGUE.finditer(text):
        unit = unit_name(next(u for u in match.groups() if u))
        start, end = match.start(), match.end() - (text[match.end() - 1] in " -")
        the = _THE_PAST.search(text[max(0, start - 20) : start])
        start -= len(the.group()) if the else 0
        found.append(
            Length(
                start,
                end,
                None,
                unit,
                values.duration(None, unit),
                "duration",
                None,
                "units without a number",
            )
        )
    return found


def _hedged(text: str, start: int, end: int, amount: float, unit: str, method: str) -> Length:
    hedge = hedge_around(text, start, end)
    mod = date_mod(hedge)
    if hedge:
        start, end = hedge.start, hedge.end
    return Length(start, end, amount, unit, values.duration(amount, unit), "duration", mod, method)


def _sets(text: str) -> list[Length]:
    found = []
    for match in _EACH.finditer(text):
        if match["other"]:
            unit = match["other"].lower()
            found.append(
                Length(
                    match.start(),
                    match.end(),
                    2.0,
                    unit,
                    values.duration(2, unit),
                    "set",
                    None,
                    "every other",
                )
            )
        else:
            unit = match["unit"].lower()
            found.append(
                Length(
                    match.start(),
                    match.end(),
                    1.0,
                    unit,
                    _SET_UNIT.get(unit, "P10Y"),
                    "set",
                    None,
                    "every unit",
                )
            )
    for word, value in _SET_WORD.items():
        for match in re.finditer(rf"\b{word}\b(?!-)", text):
            found.append(Length(match.start(), match.end(), 1.0, word, value, "set", None, "adverb"))
    return found


def _joined(text: str, found: list[Length]) -> list[Length]:
    """Two hours and 30 minutes: one length."""
    order = ("year", "month", "week", "day", "hour", "minute", "second")
    out: list[Length] = []
    for length in found:
        last = out[-1] if out else None
        if (
            last
            and last.type == length.type == "duration"
            and last.end <= length.start
            and text[last.end : length.start] in (" ", ", ", " and ", ", and ")
            and last.value
            and length.value
            and length.number is not None
            and last.number is not None
            and last.unit in order
            and length.unit in order
            and order.index(last.unit) < order.index(length.unit)
            and length.mod is None
        ):
            out[-1] = Length(
                last.start,
                length.end,
                last.number,
                length.unit,
                _sum(last.value, length.value),
                "duration",
                last.mod,
                "sum",
            )
        else:
            out.append(length)
    return out


def _sum(a: str, b: str) -> str:
    if "T" in a:
        return a + b.removeprefix("PT")
    return a + b.removeprefix("P")
