"""How dates and times are printed: one pattern a form, with its parts as named groups."""

from __future__ import annotations

import re

from tellings.annotation.durations import UNIT
from tellings.annotation.numerals import ORDINALS

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
_SHORT_DAY = r"(?:Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?"

_M = rf"(?P<month>{'|'.join(_MONTHS)}|{'|'.join(m.upper() for m in _MONTHS)}|{_SHORT_MONTH})"
_D = r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9]|[.,:][0-9]|[ ]?%|-[a-z])"
_D2 = r"(?:(?:[ ]?-[ ]?|[ ]and[ ]|[ ]to[ ])(?P<day2>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9]|[.,:][0-9]))?"
_Y = r"(?P<year>1[0-9]{3}|20[0-9]{2})(?![0-9]|[.,][0-9]|[ ]?%)"
_OF_YEAR = r"(?:,?[ ](?:of[ ])?(?P<which>last|this|next)[ ]year)"
_WD = rf"(?P<weekday>{'|'.join(_WEEKDAYS)}|{'|'.join(d.upper() for d in _WEEKDAYS)})"
_ANY_WD = rf"(?:(?P<on>{'|'.join(_WEEKDAYS)}|{_SHORT_DAY}),?[ ](?:the[ ])?)"
_PART_OF_DAY = r"(?P<part>morning|afternoon|evening|night)"
_ORD = "|".join(w for w, n in ORDINALS.items() if n <= 4)
_STAGE = r"(?:(?:early|late|mid|the[ ](?:early|late|first|last)(?:[ ]days|[ ]weeks|[ ]part|[ ]half|[ ]months)?[ ]of|the[ ](?:start|beginning|end|middle|turn)[ ]of)[ -])?"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_ZONE = r"(?:[ ]?(?P<zone>GMT|UTC|Z)\b|[ ](?:BST|CET|CEST|EST|EDT|CST|CDT|MST|MDT|ET|PT|PST|PDT|IST|JST|AEST|AEDT|MSK|EET|EEST|local[ ]time|(?:[A-Z][a-z]+[ ])+time))?"

FORMS: dict[str, str] = {
    "iso": r"(?<![\w-])(?P<year>1[0-9]{3}|20[0-9]{2})-(?P<m>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12][0-9]|3[01])(?:[T ](?P<clock>[0-2][0-9]:[0-5][0-9])(?::[0-5][0-9](?:\.[0-9]+)?)?(?P<zone>Z)?)?)?(?![\w-])",
    "numeric": r"(?<![\w./-])(?P<a>[0-3]?[0-9])(?P<sep>[./])(?P<b>[0-3]?[0-9])(?P=sep)(?P<year>(?:1[89]|20)[0-9]{2})(?![\w/-])",
    "month day": rf"{_ANY_WD}?\b{_M}[ ](?:the[ ])?{_D}{_D2}(?:,?[ ]{_Y}|{_OF_YEAR})?",
    "day month": rf"{_ANY_WD}?(?<![\w.,:/$-])(?:the[ ])?{_D}{_D2}[ ](?:of[ ])?{_M}(?:,?[ ]{_Y}|{_OF_YEAR})?(?![a-z])",
    "month year": rf"\b{_STAGE}{_M}(?:,|[ ]of|[ ]in)?[ ]{_Y}(?![ ]?-[ ]?[0-9])",
    "month": rf"\b(?:(?P<q>last|next|this|this[ ]past|this[ ]coming)[ ])?{_STAGE}{_M}(?![\w-])(?:[ ](?:of[ ])?(?P<which>last|this|next)[ ]year)?",
    "season year": rf"\b{_STAGE}(?:the[ ])?{_SEASON}(?:[ ]of|[ ]in|,)?[ ]{_Y}",
    "season": rf"\b(?:(?P<q>last|next|this|this[ ]past|this[ ]coming|the[ ]coming|coming)[ ]{_SEASON}(?:,?[ ]of[ ](?P<which>last|this|next)[ ]year)?|(?<=\bin[ ])(?:the[ ])?(?P<season2>spring|summer|autumn|winter)(?:[ ]of[ ](?P<which2>last|this|next)[ ]year)?)\b(?![ -](?:school|olympics|games|camp|break|season))",
    "quarter year": rf"\b(?:the[ ])?(?:(?P<ord>{_ORD}|final|last|[1-4](?:st|nd|rd|th))[ -](?P<unit>quarter|half)|(?P<letter>[QH])(?P<n>[1-4]))(?:[ ]of|,)?[ ](?:(?:fiscal[ ]|financial[ ]|the[ ]year[ ])?{_Y}|(?P<which>last|this|next)[ ]year|the[ ](?P<theyear>year))",
    "quarter": rf"\b(?:the[ ])?(?:(?P<ord>{_ORD})[ -](?P<unit>quarter)|(?P<letter>Q)(?P<n>[1-4]))\b(?!-final)",
    "decade": r"\b(?:(?:the[ ])?(?:early|late|mid)[ -]|the[ ](?:early|late|mid)[ -])?(?:the[ ])?(?P<decade>1[0-9]{2}|20[0-9])0'?s\b|\bthe[ ](?:(?:early|late|mid)[ -])?(?:'(?P<short>[2-9])0s|(?P<short2>[2-9])0s|(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b",
    "century": r"\b(?:the[ ])?(?:(?:early|late|mid)[ -])?(?P<century>[1-9]|1[0-9]|2[0-2])(?:st|nd|rd|th)[ -]century\b(?:[ ](?P<bc>BC|BCE))?|\b(?:the[ ])?(?:(?:early|late|mid)[ -])?(?P<cword>"
    + "|".join(w for w in ORDINALS if not w.endswith("ieth") or w == "twentieth")
    + r"|twenty-first)[ -]century\b",
    "years": r"(?<![\w.,:/$£€#-])(?P<year>1[5-9][0-9]{2}|20[0-9]{2})[ ]?[-/][ ]?(?P<year2>1[5-9][0-9]{2}|20[0-9]{2}|[0-9]{2})(?![\w-]|[.,][0-9]|[ ]?%)",
    "year": r"(?<![\w.,:/$£€¥#&+*=<>@-])(?P<stage>early[ -]|late[ -]|mid[ -]|the[ ]year[ ])?(?P<year>1[0-9]{3}|20[0-9]{2})(?![\w/%]|[.,:][0-9]|-[0-9]|[ ]?(?:%|°|[-x×][0-9]))",
    "weekday": rf"\b(?:(?P<q>last|next|this|coming|this[ ]past|this[ ]coming|past|every|each)[ ])?(?:(?P<early>early|late)[ ](?:on[ ])?)?{_WD}(?P<plural>s)?(?:[ ]{_PART_OF_DAY}(?P<plural2>s)?)?(?:,?[ ](?P<week>last|next|this)[ ]week)?\b",
    "short weekday": rf"(?<=\bon[ ])(?P<weekday>{_SHORT_DAY})(?![\w])",
    "week of day": rf"\b(?:on[ ])?{_WD}[ ]of[ ](?P<week>last|next|this)[ ]week\b",
    "day": rf"\b(?:the[ ])?(?P<word>day[ ]before[ ]yesterday|day[ ]after[ ]tomorrow|yesterday|today|tomorrow|tonight|overnight)(?:[ ]{_PART_OF_DAY})?\b",
    "this part": r"\b(?:(?:earlier|later|early|late)[ ])?(?P<q>this|last)[ ](?P<part>morning|afternoon|evening|night)\b",
    "relative": r"\b(?:(?:earlier|later|early|late)[ ])?(?P<q>last|this|next|the[ ]previous)[ ](?P<unit>week|weekend|month|quarter|year|decade|century)\b(?!-)",
    "the relative": r"\bthe[ ](?P<q>following|next|previous|same)[ ](?P<unit>day|night|morning|afternoon|evening|week|weekend|month|year)\b|\b(?P<that>that)[ ](?P<unit2>day|night|same[ ]day|morning|evening|week|month|year)\b",
    "anchored": r"\b(?:the|a)[ ](?P<unit>day|night|week|month|year|decade)[ ](?P<side>after|before)\b(?![ ](?:yesterday|tomorrow)\b)",
    "weekend": r"\b(?:(?:over|at|on|during|through)[ ])(?P<the>the[ ]weekend)\b",
    "ago": rf"(?:[ ](?P<side>ago|earlier|later|from[ ]now|before|hence|on)|(?P<time>'s?[ ]time))\b(?![ ](?:a|an|the|he|she|they|it|this|that|his|her|their|its|being|[A-Z])\b)",
    "clock": rf"(?<![\w.,:/$-])(?:(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<min>[0-5][0-9]))?[ ]?(?P<ampm>a\.?m\b\.?|p\.?m\b\.?|A\.?M\b\.?|P\.?M\b\.?)|(?P<h24>[01]?[0-9]|2[0-3]):(?P<min24>[0-5][0-9])(?::[0-5][0-9])?(?![.:]?[0-9]|[ ]?%)|(?P<mil>(?:[01][0-9]|2[0-3])[0-5][0-9])(?=[ ]?(?:GMT|UTC|hours|hrs)\b)|(?P<dot>(?:[01]?[0-9]|2[0-3])\.[0-5][0-9])(?=[ ](?:GMT|UTC|BST|CET|CEST|IST|local[ ]time)\b)){_ZONE}",
    "noon": r"\b(?:(?<=\bat[ ])|(?<=\bby[ ])|(?<=\buntil[ ])|(?<=\bbefore[ ])|(?<=\bafter[ ])|(?<=\baround[ ])|(?<=\bfrom[ ])|(?<=\bsince[ ])|(?<=\btill[ ]))(?P<noon>noon|midday|midnight)\b",
    "feast": r"\b(?P<feast>Christmas[ ]Day|Christmas[ ]Eve|Christmas|Boxing[ ]Day|New[ ]Year's[ ]Eve|New[ ]Year's[ ]Day|Valentine's[ ]Day|Halloween|May[ ]Day|Easter[ ]Sunday|Easter[ ]Monday|Easter|Good[ ]Friday)\b(?![ ](?:Agreement|tree|Island|Accord|Rising|deal|market|card|carol))(?:,?[ ](?P<year>(?:19|20)[0-9]{2}))?",
    "nine eleven": r"(?<![\w/])9/11(?![\w/])",
}
"""Forms in the order in which they are preferred among equally long ones. `ago` stands behind a length of time."""

_CASELESS = frozenset({"relative", "the relative", "day", "this part", "anchored", "weekend", "season", "season year", "decade", "century",
                       "quarter year", "quarter", "ago", "noon"})  # fmt: skip
PATTERNS: dict[str, re.Pattern[str]] = {
    name: re.compile(form, re.IGNORECASE if name in _CASELESS else 0) for name, form in FORMS.items()
}

NOT_A_DAY = re.compile(
    r"\b(?:Super|Bloody|Black|Cyber|Ash|Palm|Shrove|Maundy|Giving|Ruby|Sheffield|Red|Blue|Cold|Ice|Freaky|Casual)[ ]$"
)
"""Words before the name of a weekday that make it a name of something else."""

NOT_A_YEAR = re.compile(
    r"\b(?:[Rr]esolution|[Nn]o\.|[Nn]umber|[Rr]oute|[Hh]ighway|[Ff]light|[Aa]rticle|[Ss]ection|[Bb]oeing|[Aa]irbus|[Rr]oom|[Aa]pt\.?|[Pp]age|"
    r"[Vv]ersion|[Mm]odel|[Ss]uite|[Bb]ox|[Ll]ot|[Uu]nit|[Cc]hannel|[Ii]tem|[Oo]rder|[Oo]rdinance|[Bb]ill|[Cc]ode|[Tt]ype|top|than|nearly|"
    r"almost|roughly|approximately|some|least|worth|total|to[ ]about|of[ ]about|Russell|Nikkei|FTSE|S&P|Euronext|Fortune|Forbes)[ ]$"
)
A_COUNT = re.compile(
    r"[ ](?:people|persons?|men|women|children|dead|deaths|cases|troops|soldiers|prisoners|migrants|refugees|workers|jobs|homes|houses|"
    r"votes|seats|miles|km|kilomet(?:er|re)s|met(?:er|re)s|feet|ft|kg|tons|tonnes|pounds|dollars|euros|rubles|roubles|years|days|hours|minutes|"
    r"employees|members|students|police|officers|fighters|civilians|victims|others|items|copies|words|calories|points|square|degrees|acres|hectares|"
    r"barrels|litres|liters|gallons|m2|mm|cm|MW|megawatts|passengers|patients|families|residents|villages|schools|units|vehicles|drones|missiles)\b"
)
"""Nouns that make a number of four digits a count, not a year."""

MONTH_ALONE = re.compile(
    r"\b(?:in|since|until|till|by|of|for|from|to|through|between|and|before|after|during|early|late|mid|mid-|each|every|last|next|this|around|"
    r"begin(?:ning)?|start(?:ing)?|end(?:ing)?|ends|due|expected|set|back|or|over|throughout|on|about|as|past|that|a)[ -]$", re.IGNORECASE)  # fmt: skip
UNIT_OF_TIME = re.compile(rf"\b(?:{UNIT})\b", re.IGNORECASE)


def month_number(word: str) -> int:
    """1 to 12 for a month's name, long or short."""
    short = word[:3].title()
    return next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(short))


def weekday_number(word: str) -> int:
    """1 (Monday) to 7 for a weekday's name, long or short."""
    short = word[:3].title()
    return next(i for i, name in enumerate(_WEEKDAYS, 1) if name.startswith(short))
