"""Units of money, as `data/lexicon/currencies.tsv` has them: signs, words, and names that several countries share."""

from __future__ import annotations

from tellings.resources import lexicon

_ROWS = [(*row, "", "", "")[:4] for row in lexicon.rows("currencies")]
SIGNS = {sign: name for name, signs, *_ in _ROWS for sign in signs.split()}
"""Signs before a figure, with the name of the money."""
WORDS = {words: name for name, _, words, _ in _ROWS if words}
"""Words behind a figure, as a pattern each; a longer one stands before a shorter one that it holds."""
LOCAL = {name: dict(pair.split(":") for pair in codes.split()) for name, *_, codes in _ROWS if codes}
"""Names of money that several countries share, with the code by country (ISO 3166-1 and ISO 4217)."""

CODES = [name for name, *_ in _ROWS if name.isupper()]
"""Codes that the press prints."""

UNITS = frozenset(
    {*CODES, *(name for name, *_ in _ROWS), *(code for codes in LOCAL.values() for code in codes.values())}
)
"""What money is counted in."""


def is_money(unit: str) -> bool:
    """Is a unit money, with a rate or without: dollar, ZAR per month?"""
    return unit.partition(" per ")[0] in UNITS


def may_be_one(a: str, b: str) -> bool:
    """May two units be one, of which one is told without its country: "dollar" and AUD, by the same rate if any?

    Example:
        >>> may_be_one("dollar per month", "AUD per month"), may_be_one("dollar", "PLN"), may_be_one("AUD", "USD")
        (True, False, False)
    """
    (one, _, rate), (other, _, other_rate) = a.partition(" per "), b.partition(" per ")
    named = other in LOCAL.get(one, {}).values() or one in LOCAL.get(other, {}).values()
    return rate == other_rate and named
