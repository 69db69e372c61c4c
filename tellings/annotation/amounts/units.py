"""Units of measure and currencies, as they are printed and as they are named in the table `quantities`."""

from __future__ import annotations

import re

CURRENCY_SIGNS = {
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "S$": "SGD",
    "R$": "BRL",
    "NT$": "TWD",
    "N$": "NAD",
    "J$": "JMD",
    "TT$": "TTD",
    "BD$": "BBD",
    "Dh": "AED",
    "Dhs": "AED",
    "KSh": "KES",
    "Ksh": "KES",
    "RM": "MYR",
    "Rp": "IDR",
    "GH₵": "GHS",
    "GHS": "GHS",
    "Rs": "INR",
    "Rs.": "INR",
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₴": "UAH",
    "₺": "TRY",
    "₩": "KRW",
    "₪": "ILS",
    "₦": "NGN",
    "₱": "PHP",
    "₵": "GHS",
    "₫": "VND",
    "฿": "THB",
    "₲": "PYG",
    "₡": "CRC",
}
_CODES = (
    "USD EUR GBP JPY CNY RUB UAH TRY INR CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF BRL MXN ZAR KRW SGD "
    "HKD ILS AED SAR THB IDR NGN KES EGP PKR"
).split()
_CURRENCY_WORDS = {
    r"(?:US |U\.S\. |American )?dollars?|bucks": "USD",
    r"Canadian dollars?": "CAD",
    r"Australian dollars?": "AUD",
    "euros?": "EUR",
    r"(?:British )?pounds sterling|British pounds?": "GBP",
    "yen": "JPY",
    "yuan|renminbi": "CNY",
    "rou?bles?": "RUB",
    "hryvnias?|hryvnya": "UAH",
    "(?:Indian )?rupees": "INR",
    "(?:Turkish )?liras?": "TRY",
    "Swiss francs?": "CHF",
    "(?:Polish )?zlotys?|zloty": "PLN",
    "pesos?": "peso",
    "rand": "ZAR",
    "rials?": "IRR",
    "riyals?": "SAR",
    "dirhams?": "AED",
    "shekels?": "ILS",
    "naira": "NGN",
    "cents": "cent",
    "pence": "penny",
    "pounds": "pound",
}
_MEASURES = {
    r"percentage points?|pct points?|pp": "percentage point",
    r"%|per cent|percent|pct": "percent",
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
    "hectares?|ha": "hectare",
    "acres?": "acre",
    r"kilomet(?:er|re)s?|kms?": "kilometre",
    r"centimet(?:er|re)s?|cm": "centimetre",
    r"millimet(?:er|re)s?|mm": "millimetre",
    r"nanomet(?:er|re)s?|nm": "nanometre",
    r"met(?:er|re)s?|m": "metre",
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
    r"degrees? (?:Celsius|centigrade|C)\b|° ?C\b|degC|C(?=\b)(?<=[0-9]C)": "degree Celsius",
    r"degrees? (?:Fahrenheit|F)\b|° ?F\b|F(?=\b)(?<=[0-9]F)": "degree Fahrenheit",
    "degrees?|°": "degree",
    "barrels?(?: (?:per|a) day)?|bpd": "barrel",
    "lit(?:er|re)s?": "litre",
    "millilit(?:er|re)s?|ml": "millilitre",
    "gallons?": "gallon",
    "bushels?": "bushel",
    "gigawatts?|GW": "gigawatt",
    "megawatts?|MW": "megawatt",
    r"kilowatts?|kW": "kilowatt",
    "kilowatt[- ]hours?|kWh": "kilowatt-hour",
    "watts?": "watt",
    "volts?": "volt",
    "decibels?|dB": "decibel",
    "gigabytes?|GB": "gigabyte",
    "terabytes?|TB": "terabyte",
    "megabytes?|MB": "megabyte",
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
    "times": "time",
}
CURRENCIES = frozenset({*CURRENCY_SIGNS.values(), *_CODES, *_CURRENCY_WORDS.values()})
"""Names of currencies as units."""
_FORMS = [*_MEASURES.items(), *_CURRENCY_WORDS.items(), *((code, code) for code in _CODES)]
_UNIT = re.compile(
    "(?:" + "|".join(rf"(?P<u{i}>{form})" for i, (form, _) in enumerate(_FORMS)) + r")(?![\w])"
)
_SIGN = re.compile(
    "(?:"
    + "|".join(re.escape(s) for s in sorted(CURRENCY_SIGNS, key=len, reverse=True))
    + r") ?$|\b("
    + "|".join(_CODES)
    + r") ?$"
)


def unit_after(text: str, at: int) -> tuple[str, int] | None:
    """The unit that stands at `at` (after a space or hyphen, or glued): its name and where it ends.

    Example:
        >>> unit_after("30-day truce", 2), unit_after("5 per cent", 1)
        (('day', 6), ('percent', 10))
    """
    start = at + 1 if text[at : at + 1] in (" ", "-") else at
    match = _UNIT.match(text, start)
    if match is None or match.lastgroup is None:
        return None
    return _FORMS[int(match.lastgroup[1:])][1], match.end()


def currency_before(text: str, at: int) -> tuple[str, int] | None:
    """The currency whose sign or code stands before `at`: its code and where it begins."""
    match = _SIGN.search(text, max(0, at - 5), at)
    if match is None:
        return None
    sign = match.group().strip()
    return CURRENCY_SIGNS.get(sign, sign), match.start()
