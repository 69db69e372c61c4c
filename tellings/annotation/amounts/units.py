"""Units of measure, as they are printed and as they are named in the table `quantities`."""

from __future__ import annotations

import re

from tellings.annotation.amounts import currencies
from tellings.resources import money

_MEASURES = {
    r"percentage[- ]points?|pct points?|ppts?|pp": "percentage point",
    r"%|per cent|percent|pct|pc|p\.c\.": "percent",
    r"basis points?|bps": "basis point",
    "points?": "point",
    r"km/h|kph|kmh|kmph|kilomet(?:er|re)s? (?:per|an) hour": "kilometre per hour",
    r"mph|miles? (?:per|an) hour": "mile per hour",
    "knots": "knot",
    r"square kilomet(?:er|re)s?|sq\.? km|km2|km²": "square kilometre",
    "square miles?|sq mi": "square mile",
    r"square met(?:er|re)s?|sq\.? m|m2|m²": "square metre",
    r"square f(?:ee|oo)t|sq\.? ft": "square foot",
    r"cubic met(?:er|re)s?|m3|m³": "cubic metre",
    "cubic f(?:ee|oo)t": "cubic foot",
    "pound-f(?:ee|oo)t(?: of torque)?|lb-ft|lb ft": "pound-foot",
    "gigatonnes?": "gigatonne",
    "megatonnes?": "megatonne",
    "hectares?|ha": "hectare",
    "acres?": "acre",
    r"kilomet(?:er|re)s?|kms?": "kilometre",
    r"centimet(?:er|re)s?|cm": "centimetre",
    r"millimet(?:er|re)s?|mm": "millimetre",
    r"nanomet(?:er|re)s?|nm": "nanometre",
    r"met(?:er|re)s?|m": "metre",
    "micromet(?:er|re)s?|microns?|µm": "micrometre",
    "light[- ]years?": "light-year",
    "nautical miles?": "nautical mile",
    "miles?": "mile",
    "yards?": "yard",
    "feet|foot|ft": "foot",
    "inch(?:es)?": "inch",
    r"kilograms?|kilos?|kg|kgs": "kilogram",
    r"milligrams?|mg": "milligram",
    r"grams?|g": "gram",
    r"(?:metric )?tonnes?|metric tons?": "tonne",
    "tons?": "ton",
    "lbs?": "pound",
    "ounces?|oz": "ounce",
    r"degrees? (?:Celsius|centigrade|C)\b|° ?C\b|degC|[Cc]elsius|C(?=\b)(?<=[0-9]C)": "degree Celsius",
    r"degrees? (?:Fahrenheit|F)\b|° ?F\b|[Ff]ahrenheit|F(?=\b)(?<=[0-9]F)": "degree Fahrenheit",
    "degrees?|°": "degree",
    "bpd": "barrel per day",
    "barrels?": "barrel",
    "millilit(?:er|re)s?|m[lL]": "millilitre",
    "lit(?:er|re)s?|[lL](?<=[0-9].)": "litre",
    "gallons?": "gallon",
    "bushels?": "bushel",
    "gigawatts?|GW": "gigawatt",
    "megawatts?|MW": "megawatt",
    "kilowatt[- ]hours?|kWh": "kilowatt-hour",
    "megawatt[- ]hours?|MWh": "megawatt-hour",
    "gigawatt[- ]hours?|GWh": "gigawatt-hour",
    r"kilowatts?|kW": "kilowatt",
    "watts?|W": "watt",
    "kilovolts?|kV": "kilovolt",
    "volts?|V": "volt",
    "milliamp[- ]hours?|mAh": "milliampere-hour",
    "decibels?|dB": "decibel",
    "gigabytes?|GB": "gigabyte",
    "terabytes?|TB": "terabyte",
    "megabytes?|MB": "megabyte",
    "kilobytes?|KB": "kilobyte",
    "gigabits? per second|Gbps": "gigabit per second",
    "megabits? per second|Mbps": "megabit per second",
    "kilohertz|kHz": "kilohertz",
    "megahertz|MHz": "megahertz",
    "gigahertz|GHz": "gigahertz",
    "hertz|Hz": "hertz",
    "brake[- ]horsepower|bhp": "brake horsepower",
    "horsepower|hp|HP": "horsepower",
    "PS": "metric horsepower",
    "newton[- ]met(?:er|re)s?|Nm": "newton metre",
    "gigapascals?|GPa": "gigapascal",
    "megapascals?|MPa": "megapascal",
    "psi": "pound per square inch",
    "rpm": "revolutions per minute",
    "mpg": "mile per gallon",
    "millibars?": "millibar",
    "parts per (?:million)|ppm": "part per million",
    "parts per billion|ppb": "part per billion",
    "calories?|kcal": "calorie",
    "seconds?|secs?": "second",
    "minutes?|mins?": "minute",
    "hours?|hrs?|h": "hour",
    "days?": "day",
    "nights?": "night",
    "weeks?": "week",
    "fortnights?": "fortnight",
    "months?": "month",
    "years?|yrs?": "year",
    "decades?": "decade",
    "century|centuries": "century",
    "times|-?fold|x(?<=[0-9]x)": "time",
}
_PRICE = r"(?<=[0-9])p\b(?!\.?m)"
_RESOLUTIONS = frozenset({"144p", "240p", "360p", "480p", "720p", "1080p", "1440p", "2160p", "4320p"})
"""Lines of a picture, which are printed as pence are."""
_FORMS = [*_MEASURES.items(), *currencies.FORMS, (_PRICE, "penny")]
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


_NAMES = frozenset({*_MEASURES.values(), *money.UNITS, "score", "ordinal", "fraction"})


def is_measure(unit: str) -> bool:
    """Is this a unit of measure or money, and not a thing that is counted?"""
    return unit in _NAMES or " per " in unit
