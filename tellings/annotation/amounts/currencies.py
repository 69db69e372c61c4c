"""Currencies as they are printed, and the code that each has: by itself, or by the country of the article.

Codes are those of ISO 4217. A sign or word that several countries share ($, Rs, pounds) has the article's country's
code where that country's money is called so, and else its plain name ("dollar"), or the code of the one country that
the world's press means by it.
"""

from __future__ import annotations

import re

from tellings.resources.money import CODES, LOCAL, SIGNS, WORDS

_BOUND = frozenset({"R", "N", "P", "K", "PS", "Sh", "Re", "Fr", "kr"})
"""Signs that are also other things: money only where the figure is glued to them and is of many digits or a scale."""
_ELSEWHERE = {"rupee": "INR"}
"""What is meant where no country is known, if that is not the name alone."""

FORMS: tuple[tuple[str, str], ...] = (*WORDS.items(), *((code, code) for code in CODES))
"""How money is named behind a figure: pattern and name."""

_SIGN = re.compile(
    "(?:"
    + "|".join(
        (r"(?<![\w.])" if sign[0].isalpha() else "")
        + (re.escape(sign[:-1]) + r" ?\$" if len(sign) > 1 and sign[-1] == "$" else re.escape(sign))
        for sign in sorted(SIGNS, key=len, reverse=True)
    )
    + r"|\b(?:"
    + "|".join(CODES)
    + r")) ?$"
)
GLUED_SIGN = (
    "|".join(
        rf"(?<=\b{re.escape(sign)})"
        for sign in (*SIGNS, *CODES)
        if sign[-1].isalpha() and sign.isascii() and sign[0] != "$"
    )
    + "|"
    + "|".join(rf"(?<={re.escape(sign)})" for sign in SIGNS if sign[0] == "$" and len(sign) > 1)
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
    return SIGNS.get(sign, sign), match.start()


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
