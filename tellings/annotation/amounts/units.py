"""Units of measure (`data/lexicon/units.tsv`), as they are printed and as they are named in the table `quantities`."""

from __future__ import annotations

import re

from tellings.annotation.amounts import currencies
from tellings.resources import lexicon, money

_MEASURES = [(printed, name) for printed, name, *_ in lexicon.rows("units")]
_PRICE = r"(?<=[0-9])p\b(?!\.?m)"
_RESOLUTIONS = frozenset({"144p", "240p", "360p", "480p", "720p", "1080p", "1440p", "2160p", "4320p"})
"""Lines of a picture, which are printed as pence are."""
_FORMS = [*_MEASURES, *currencies.FORMS, (_PRICE, "penny")]
_UNIT = re.compile(
    "(?:" + "|".join(rf"(?P<u{i}>{form})" for i, (form, _) in enumerate(_FORMS)) + r")(?![\w])"
)
_RATED = money.UNITS | frozenset(
    "metre kilometre mile foot litre gallon barrel tonne ton kilogram gram cent penny time point part millimetre "
    "inch micrometre kilovolt kilowatt-hour milligram microgram cubic metre cubic foot".split()
)
"""Units that make another one with a second behind them: metre per second, barrel per day, cent per share."""
_PER = re.compile(
    r"(?: per |/| an? |[- ]an?[- ])(?P<of>second|sec|s|minute|min|hour|hr|h|day|week|month|year|share|head|person|"
    r"capita|barrel|tonne|ton|kilogram|kg|gram|litre|liter|l|gallon|kilomet(?:er|re)|km|met(?:er|re)|m|cm|mile|inch|game|"
    r"million|billion|thousand|square (?:foot|met(?:er|re)|mile|kilomet(?:er|re))|cubic met(?:er|re)|pound|bushel|"
    r"ounce|acre|hectare|kilowatt[- ]hour|kWh)s?\b"
    r"(?! (?:ago|earlier|before|after|later|old|since|when|from now|previously|into|who|familiar|close|with|briefed)\b)"
)
_SPELT = {
    "sec": "second",
    "s": "second",
    "min": "minute",
    "hr": "hour",
    "h": "hour",
    "kg": "kilogram",
    "l": "litre",
}
_SPELT |= {"km": "kilometre", "m": "metre", "cm": "centimetre", "kWh": "kilowatt-hour", "liter": "litre"}


def unit_after(text: str, at: int) -> tuple[str, int] | None:
    """The unit that stands at `at` (after a space or hyphen, or glued): its name and where it ends.

    Example:
        >>> unit_after("30-day truce", 2), unit_after("5 per cent", 1), unit_after("9 barrels a day", 1)
        (('day', 6), ('percent', 10), ('barrel per day', 15))
    """
    start = at + 1 if text[at : at + 1] in (" ", "-") else at
    match = _UNIT.match(text, start)
    if match is None or match.lastgroup is None:
        return None
    name, end = _FORMS[int(match.lastgroup[1:])][1], match.end()
    if name == "penny" and match.group() == "p" and text[max(0, at - 4) : end].split(" ")[-1] in _RESOLUTIONS:
        return None
    return rated(text, name, end) if name in _RATED else (name, end)


def rated(text: str, name: str, end: int) -> tuple[str, int]:
    """A unit that ends at `end`, with what it is told for where that follows: dollar per month, metre per second.

    Example:
        >>> rated("$15 a month", "dollar", 3), rated("$15 a month ago", "dollar", 3)
        (('dollar per month', 11), ('dollar', 3))
    """
    rate = _PER.match(text, end)
    if rate is None:
        return name, end
    of = rate["of"]
    return f"{name} per {_SPELT.get(of, of.replace('meter', 'metre'))}", rate.end()


_NAMES = frozenset({*dict(_MEASURES).values(), *money.UNITS, "score", "ordinal", "fraction"})


def is_measure(unit: str) -> bool:
    """Is this a unit of measure or money, and not a thing that is counted?"""
    return unit in _NAMES or " per " in unit
