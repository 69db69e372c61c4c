"""Units of money: codes of ISO 4217, and the names that several countries share, with the code that each gives them."""

from __future__ import annotations

LOCAL = {
    name: dict(pair.split(":") for pair in codes.split())
    for name, codes in {
        "dollar": (
            "US:USD AU:AUD CA:CAD NZ:NZD SG:SGD HK:HKD JM:JMD TT:TTD BB:BBD NA:NAD FJ:FJD BS:BSD BZ:BZD GY:GYD "
            "LR:LRD SB:SBD BN:BND TW:TWD ZW:ZWL PR:USD EC:USD SV:USD TL:USD SR:SRD BM:BMD KY:KYD"
        ),
        "rupee": "IN:INR PK:PKR LK:LKR NP:NPR MU:MUR SC:SCR",
        "shilling": "KE:KES UG:UGX TZ:TZS SO:SOS",
        "peso": "PH:PHP BW:BWP MX:MXN AR:ARS CL:CLP CO:COP UY:UYU CU:CUP DO:DOP",
        "pound": "GB:GBP EG:EGP LB:LBP SY:SYP SS:SSP SD:SDG",
        "franc": "CH:CHF RW:RWF CD:CDF DJ:DJF BI:BIF GN:GNF",
        "krone": "DK:DKK NO:NOK SE:SEK IS:ISK",
        "kwacha": "ZM:ZMW MW:MWK",
    }.items()
}
"""Names of money that several countries share, with the code by country (ISO 3166-1 and ISO 4217)."""

CODES = (
    "USD EUR GBP JPY CNY RUB UAH TRY INR CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF BRL MXN ZAR KRW SGD HKD ILS AED SAR "
    "THB IDR NGN KES EGP PKR PHP MYR UGX TZS GHS ZMW BDT LKR NPR QAR KWD VND TWD ARS CLP COP PEN RON BGN GEL KZT ETB "
    "RWF MZN MWK BWP NAD JMD TTD XAF XOF"
).split()
"""Codes that the press prints."""

UNITS = frozenset(
    {*CODES, *LOCAL, *(code for codes in LOCAL.values() for code in codes.values())}
    | {"AZN", "CRC", "IRR", "PYG", "CFA franc", "cent", "paisa", "penny"}
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
