"""Currencies as they are printed, and the code that each has: by itself, or by the country of the article.

Codes are those of ISO 4217. A sign or word that several countries share ($, Rs, pounds) has the article's country's
code where that country's money is called so, and else its plain name ("dollar"), or the code of the one country that
the world's press means by it.
"""

from __future__ import annotations

import re

from tellings.resources.money import CODES, LOCAL

CURRENCY_SIGNS = {
    **{f"{mark}$": code for mark, code in (("US", "USD"), ("U.S.", "USD"), ("A", "AUD"), ("AU", "AUD"))},
    **{f"{mark}$": code for mark, code in (("C", "CAD"), ("CA", "CAD"), ("CDN", "CAD"), ("HK", "HKD"))},
    **{f"{mark}$": code for mark, code in (("NZ", "NZD"), ("S", "SGD"), ("SG", "SGD"), ("R", "BRL"))},
    **{f"{mark}$": code for mark, code in (("NT", "TWD"), ("N", "NAD"), ("J", "JMD"), ("TT", "TTD"))},
    **{f"{mark}$": code for mark, code in (("BD", "BBD"), ("B", "BND"), ("Z", "ZWL"), ("F", "FJD"))},
    **{f"${mark}": code for mark, code in (("US", "USD"), ("A", "AUD"), ("NZ", "NZD"), ("HK", "HKD"))},
    **{f"${mark}": code for mark, code in (("C", "CAD"), ("S", "SGD"), ("TT", "TTD"))},
    **{f"{mark}¥": code for mark, code in (("CN", "CNY"), ("JP", "JPY"), ("RMB", "CNY"))},
    "Dh": "AED",
    "Dhs": "AED",
    "KSh": "KES",
    "Ksh": "KES",
    "KES": "KES",
    "USh": "UGX",
    "Ush": "UGX",
    "TSh": "TZS",
    "Tsh": "TZS",
    "Shs": "shilling",
    "Sh": "shilling",
    "RM": "MYR",
    "Rp": "IDR",
    "GH₵": "GHS",
    "GH¢": "GHS",
    "GHC": "GHS",
    "GHS": "GHS",
    "Rs": "rupee",
    "Rs.": "rupee",
    "Re": "rupee",
    "Tk": "BDT",
    "Php": "PHP",
    "P": "peso",
    "R": "ZAR",
    "N": "NGN",
    "Y=": "JPY",
    "RMB": "CNY",
    "CFA": "CFA franc",
    "FCFA": "CFA franc",
    "Fr": "franc",
    "kr": "krone",
    "$": "dollar",
    "£": "GBP",
    "PS": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₨": "rupee",
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
    "৳": "BDT",
    "₾": "GEL",
    "₸": "KZT",
    "₼": "AZN",
}
"""Signs before a figure. `PS` is what £ becomes where a text was cut down to ASCII."""
_BOUND = frozenset({"R", "N", "P", "PS", "Sh", "Re", "Fr", "kr"})
"""Signs that are also other things: money only where the figure is glued to them and is of many digits or a scale."""
WORDS = {
    r"(?:US |U\.S\. |American )dollars?": "USD",
    "Canadian dollars?": "CAD",
    "Australian dollars?": "AUD",
    "New Zealand dollars?": "NZD",
    "Hong Kong dollars?": "HKD",
    "Singapore(?:an)? dollars?": "SGD",
    "Jamaican dollars?": "JMD",
    "dollars?|bucks": "dollar",
    "euros?": "EUR",
    r"(?:British )?pounds sterling|British pounds?": "GBP",
    "Egyptian pounds?": "EGP",
    "yen": "JPY",
    "yuan|renminbi": "CNY",
    "rou?bles?": "RUB",
    "hryvnias?|hryvnya": "UAH",
    "Indian rupees?": "INR",
    "Pakistani rupees?": "PKR",
    "Sri Lankan rupees?": "LKR",
    "Nepal(?:i|ese) rupees?": "NPR",
    "rupees?": "rupee",
    "takas?": "BDT",
    "(?:Turkish )?liras?": "TRY",
    "Swiss francs?": "CHF",
    "CFA francs?": "CFA franc",
    "francs": "franc",
    "(?:Polish )?zlotys?|zloty": "PLN",
    "Danish (?:crowns?|kroner?)": "DKK",
    "Swedish (?:crowns?|kronor|krona)": "SEK",
    "Norwegian (?:crowns?|kroner?)": "NOK",
    "Czech (?:crowns?|korunas?)": "CZK",
    "kroner": "krone",
    "kronor": "SEK",
    "forints?": "HUF",
    "Philippine pesos?": "PHP",
    "Mexican pesos?": "MXN",
    "Argentine pesos?": "ARS",
    "pesos?": "peso",
    "rands?": "ZAR",
    "rials?": "IRR",
    "riyals?": "SAR",
    "(?:UAE )?dirhams?": "AED",
    "shekels?": "ILS",
    "naira": "NGN",
    "cedis?": "GHS",
    "kwacha": "kwacha",
    "pulas?": "BWP",
    "meticais|metical": "MZN",
    "birr": "ETB",
    "Kenyan? shillings?": "KES",
    "Ugandan? shillings?": "UGX",
    "Tanzanian? shillings?": "TZS",
    "shillings?": "shilling",
    "ringgits?": "MYR",
    "baht": "THB",
    "won": "KRW",
    "dong": "VND",
    "rupiah": "IDR",
    "cents": "cent",
    "pence": "penny",
    "paise|paisa": "paisa",
    "pounds": "pound",
}
"""Words behind a figure, as a pattern each; a longer one stands before a shorter one that it holds."""
_ELSEWHERE = {"rupee": "INR"}
"""What is meant where no country is known, if that is not the name alone."""

FORMS: tuple[tuple[str, str], ...] = (*WORDS.items(), *((code, code) for code in CODES))
"""How money is named behind a figure: pattern and name."""

_SIGN = re.compile(
    "(?:"
    + "|".join(
        (r"(?<![\w.])" if sign[0].isalpha() else "")
        + (re.escape(sign[:-1]) + r" ?\$" if len(sign) > 1 and sign[-1] == "$" else re.escape(sign))
        for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True)
    )
    + r"|\b(?:"
    + "|".join(CODES)
    + r")) ?$"
)
GLUED_SIGN = (
    "|".join(
        rf"(?<=\b{re.escape(sign)})"
        for sign in (*CURRENCY_SIGNS, *CODES)
        if sign[-1].isalpha() and sign.isascii() and sign[0] != "$"
    )
    + "|"
    + "|".join(rf"(?<={re.escape(sign)})" for sign in CURRENCY_SIGNS if sign[0] == "$" and len(sign) > 1)
)
"""Lookbehinds for the places where a currency's letters stand right before the figure: Rs5,000, INR1, $US5."""
_LONG = re.compile(r"[0-9]{1,3}(?:[ ,][0-9]{2,3})+|[0-9]{3,}|[0-9]+\.[0-9]{2}\b")
_SCALED = re.compile(r"[0-9.,]+ ?(?:k|m|mn|mln|bn|million|billion|trillion|crore|lakh|thousand|hundred)\b")


def currency_before(text: str, at: int) -> tuple[str, int] | None:
    """The currency whose sign or code stands before `at`: its name and where it begins.

    Example:
        >>> currency_before("A$5 for US $3", 2), currency_before("the R2.5bn road", 5), currency_before("the N1", 5)
        (('AUD', 0), ('ZAR', 4), None)
    """
    match = _SIGN.search(text, max(0, at - 6), at)
    if match is None:
        return None
    sign = match.group().strip()
    if sign in _BOUND and not (
        match.end() == match.start() + len(sign) and (_SCALED.match(text, at) or _LONG.match(text, at))
    ):
        return None
    sign = sign.replace(" $", "$")
    return CURRENCY_SIGNS.get(sign, sign), match.start()


def local(name: str, country: str | None) -> str:
    """The code of a currency's name where it is said in a country; the name itself where that does not tell.

    Args:
        name: as `currency_before` gives it, or a unit of any other kind, which stays.
        country: ISO 3166-1 code of the country that the article is about, if known.

    Example:
        >>> local("dollar", "AU"), local("dollar", "PL"), local("rupee", None), local("metre", "AU")
        ('AUD', 'dollar', 'INR', 'metre')
        >>> local("dollar per month", "AU")
        'AUD per month'
    """
    plain, per, of = name.partition(" per ")
    codes = LOCAL.get(plain)
    if codes is None:
        return name
    return f"{codes.get(country or '') or _ELSEWHERE.get(plain, plain)}{per}{of}"


PRINTED_MONEY = "|".join(re.escape(sign) for sign in CURRENCY_SIGNS if sign not in _BOUND)
"""A pattern of the signs that are money whatever stands behind them."""
