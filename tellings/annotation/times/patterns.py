"""How dates and times are printed: one pattern a form, with its parts as named groups."""

from __future__ import annotations

import re

from tellings.annotation.numerals import ORDINALS
from tellings.annotation.times.feasts import NAMES

MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
_SHORT_DAY = r"(?:Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?"


def _names(words: tuple[str, ...]) -> str:
    return "|".join((*words, *(w.upper() for w in words)))


_M = rf"(?P<month>{_names(MONTHS)}|{_SHORT_MONTH})"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_D = rf"(?P<day>{_DAY})(?:st|nd|rd|th)?(?![0-9]|[.,:][0-9]|[ ]?%|-[a-z])"
_D2 = rf"(?:(?:[ ]?-[ ]?|[ ]and[ ]|[ ]to[ ])(?P<day2>{_DAY})(?:st|nd|rd|th)?(?![0-9]|[.,:][0-9]))?"
_Y = r"(?P<year>1[0-9]{3}|20[0-9]{2})(?![0-9]|[.,][0-9]|[ ]?%)"
_WHICH_YEAR = r"[ ](?:of[ ])?(?P<which>last|this|next)[ ]year"
_WD = rf"(?P<weekday>{_names(WEEKDAYS)})"
_ANY_WD = rf"(?:(?P<on>{'|'.join(WEEKDAYS)}|{_SHORT_DAY}),?[ ](?:the[ ])?)?"
_PART_OF_DAY = r"(?P<part>morning|afternoon|evening|night)"
_ORD = "|".join(w for w, n in ORDINALS.items() if n <= 4)
_CENTURY = "|".join([*(w for w in ORDINALS if not w.endswith("ieth") or w == "twentieth"), "twenty-first"])
_STAGE = (
    r"(?i:(?:early|late|mid|the[ ](?:early|late|first|last)(?:[ ](?:days|weeks|part|half|months))?[ ]of|"
    r"the[ ](?:start|beginning|end|middle|turn)[ ]of)[ -])?"
)
_EARLY = r"(?:(?:the[ ])?(?:early|late|mid)[ -])?"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_QUALIFIER = r"(?P<q>(?i:last|next|this|coming|past|this[ ]past|this[ ]coming|every|each))"
_HOUR = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9]"
_FEAST = "|".join(re.escape(name) for name in sorted(NAMES, key=len, reverse=True))
_ZONE = (
    r"(?:[ ]?(?P<zone>GMT|UTC|Z)\b|[ ](?:BST|CET|CEST|EST|EDT|CST|CDT|MST|MDT|ET|PT|PST|PDT|IST|JST|AEST|AEDT|MSK|"
    r"EET|EEST|local[ ]time|(?:[A-Z][a-z]+[ ]){1,2}time)\b)?"
)

FORMS: dict[str, str] = {
    "iso": (
        r"(?<![\w-])(?P<year>1[0-9]{3}|20[0-9]{2})-(?P<m>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12][0-9]|3[01])"
        r"(?:[T ](?P<clock>[0-2][0-9]:[0-5][0-9])(?::[0-5][0-9](?:\.[0-9]+)?)?(?P<zone>Z)?)?)?(?![\w-])"
    ),
    "numeric": (
        r"(?<![\w./-])(?P<a>[0-3]?[0-9])(?P<sep>[./])(?P<b>[0-3]?[0-9])(?P=sep)"
        r"(?P<year>(?:1[89]|20)[0-9]{2}|(?<=[0-9][0-9]/)(?<=[0-9]/[0-9][0-9]/)[0-9]{2})(?![\w/-]|\.[0-9])"
    ),
    "month day": (
        rf"\b(?:(?P<lastq>(?i:last|next|this))[ ])?{_ANY_WD}{_M}(?:[ ](?:the[ ])?|(?<=\.)){_D}{_D2}"
        rf"(?:,?[ ]{_Y}|,?{_WHICH_YEAR})?"
    ),
    "day month": (
        rf"{_ANY_WD}(?<![\w.,:/$-])(?:the[ ])?{_D}{_D2}[ ](?:of[ ])?{_M}(?:,?[ ]{_Y}|,?{_WHICH_YEAR})?(?![a-z])"
    ),
    "month year": rf"\b{_STAGE}{_M}(?:,|[ ]of|[ ]in)?[ ]{_Y}(?![ ]?-[ ]?[0-9])",
    "month": rf"\b(?:{_QUALIFIER}[ ])?{_STAGE}{_M}(?![\w-])(?:{_WHICH_YEAR})?",
    "season year": rf"\b{_STAGE}(?:the[ ])?{_SEASON}(?:[ ]of|[ ]in|,)?[ ]{_Y}",
    "season": (
        rf"\b(?:{_QUALIFIER}[ ]{_SEASON}(?:,?{_WHICH_YEAR})?|(?:(?<=\bin[ ])(?:the[ ])?|"
        r"(?<=\bover[ ])the[ ]|(?<=\bduring[ ])the[ ]|(?<=\bthrough[ ])the[ ]|(?<=\bsince[ ])the[ ])"
        r"(?P<season2>spring|summer|autumn|winter)(?:[ ]of[ ](?P<which2>last|this|next)[ ]year)?)\b"
        r"(?![ -](?:school|olympics|games|camp|break|season))"
    ),
    "quarter year": (
        rf"\b(?:the[ ])?(?:(?P<ord>{_ORD}|final|last|[1-4](?:st|nd|rd|th))[ -](?P<unit>quarter|half)|"
        rf"(?P<letter>[QH])(?P<n>[1-4]))(?:[ ]of|,)?[ ](?:(?:fiscal[ ]|financial[ ]|the[ ]year[ ])?{_Y}|"
        r"(?P<which>last|this|next)[ ]year|the[ ](?P<theyear>year))"
    ),
    "quarter": (
        rf"\b(?:the[ ])?(?P<back>(?:year-(?:ago|earlier)|prior-year)[ ](?:fiscal[ ])?)?(?:fiscal[ ])?"
        rf"(?:(?P<ord>{_ORD})[ -](?P<unit>quarter)|(?P<letter>Q)(?P<n>[1-4]))\b(?!-final)"
    ),
    "half": (
        r"\b(?:(?P<ord>first|second)-(?P<unit>half)(?=[ ](?:net|pre-?tax|operating|profits?|loss(?:es)?|results?|"
        r"earnings|sales|revenues?|income|figures|turnover|dividend|growth|output|trading)\b)|"
        r"(?<=[nrfe][ ])(?P<letter>H)(?P<n>[12])\b(?![ ]?(?:visa|-|N)))"
    ),
    "the quarter": (
        r"\b(?:the|that|this)[ ](?P<which>(?:latest|current|most[ ]recent|just-ended|reported|same|whole|full|"
        r"entire)[ ])?(?:fiscal[ ])?(?:quarter|(?<=latest[ ])period)\b"
        r"(?![ -](?:of|final|mile|pound|horse|century|point|past|ended|note))"
    ),
    "year before": (
        r"\b(?:(?:the|an?)[ ])?(?:(?:same|comparable|corresponding|like)[ ](?P<unit>period|quarter|month|half)"
        r"(?:[ ](?:of|in))?[ ](?:last[ ]year|the[ ](?:previous|prior|preceding)[ ]year|"
        r"(?:a|one)[ ]year[ ](?:ago|earlier|before)|the[ ]year[ ]before)|"
        r"(?:comparable[ ])?(?:year-(?:ago|earlier)|prior-year)(?:[ ](?P<unit2>period|quarter|month|half))?)\b"
    ),
    "the year": (
        r"\b(?:(?:the[ ])?(?:start|beginning|middle|end)[ ]of[ ]the[ ](?P<unit>year|month|decade|week)|"
        r"(?:the[ ])?year[ -]?end|(?:earlier|later)[ ]in[ ]the[ ]year|"
        r"(?<=for[ ])the[ ]year(?=[ ]?(?:[.,;]|$))|(?P<full>the[ ](?:full|entire|whole)[ ]year)|"
        r"(?P<account>the[ ](?:fiscal[ ]|financial[ ])?year(?=[ ](?:ended|ending)\b)))\b"
        r"(?![ ](?:to|of|before|after|results|bonus(?:es)?))"
    ),
    "fiscal year": (
        r"\b(?:FY[ ]?(?:20[0-9]{2}[-/])?'?|(?:fiscal|financial)[ ](?:year[ ])?)(?P<year>(?:19|20)[0-9]{2}|"
        r"(?<=FY)[0-9]{2}|(?<=FY )[0-9]{2}|(?<=')[0-9]{2})\b"
    ),
    "spoken year": (
        r"\b(?:the[ ]year[ ](?P<thousand>two[ ]thousand)|(?P<century>nineteen|twenty)[ -](?P<rest>"
        r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
        r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|"
        r"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))\b"
    ),
    "decade": (
        rf"\b{_EARLY}(?:the[ ])?(?P<decade>1[0-9]{{2}}|20[0-9])0'?s\b|\bthe[ ](?:(?:early|late|mid)[ -])?"
        r"(?:'?(?P<short>[2-9])0s|(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b|"
        r"(?<=0s[ ]and[ ])'?(?P<also>[2-9])0s\b"
    ),
    "century": (
        rf"\b(?:the[ ])?{_EARLY}(?:(?P<century>[1-9]|1[0-9]|2[0-2])(?:st|nd|rd|th)|(?P<word>{_CENTURY}))"
        r"[ -]century\b(?:[ ](?P<bc>BCE?))?"
    ),
    "years": (
        r"(?<![\w.,:/$£€#-])(?P<year>1[5-9][0-9]{2}|20[0-9]{2})[ ]?[-/][ ]?"
        r"(?P<year2>1[5-9][0-9]{2}|20[0-9]{2}|[0-9]{2})(?![\w-]|[.,][0-9]|[ ]?%)"
    ),
    "year": (
        r"(?<![\w.,:/$£€¥#&+*=<>@-])(?P<stage>early[ -]|late[ -]|mid[ -]|the[ ]year[ ])?"
        r"(?P<year>1[0-9]{3}|20[0-9]{2})(?![\w/%]|[.,:][0-9]|-[0-9]|[ ]?(?:%|°|[-x×][0-9]))"
    ),
    "weekday": (
        rf"\b(?:{_QUALIFIER}[ ])?(?:(?:early|late)[ ](?:on[ ])?)?{_WD}(?P<plural>s)?"
        rf"(?:[ ]{_PART_OF_DAY}(?P<plural2>s)?)?(?:,?[ ](?P<week>last|next|this)[ ]week|"
        r"[ ](?P<ahead>week|fortnight)(?=[ ]?(?:[.,;:!?)]|$)|[ ](?:at|and|when|for)\b))?\b"
    ),
    "short weekday": rf"(?<=\bon[ ])(?P<weekday>{_SHORT_DAY})(?!\w)",
    "week of day": rf"\b(?:on[ ])?{_WD}[ ]of[ ](?P<week>last|next|this)[ ]week\b",
    "day": (
        r"\b(?:the[ ])?(?P<word>day[ ]before[ ]yesterday|day[ ]after[ ]tomorrow|yesterday|today|tomorrow|tonight|"
        rf"overnight)(?:[ ]{_PART_OF_DAY})?\b"
    ),
    "this part": r"\b(?:(?:earlier|later|early|late)[ ])?(?P<q>this|last)[ ](?P<part>morning|afternoon|evening|"
    r"night)\b",
    "relative": (
        r"\b(?:(?:earlier|later|early|late)[ ])?(?P<q>last|this|next|the[ ]previous)[ ]"
        r"(?P<unit>week|weekend|month|quarter|year|decade|century)\b(?!-)"
    ),
    "the relative": (
        r"\bthe[ ](?P<q>following|next|previous|same)[ ]"
        r"(?P<unit>day|night|morning|afternoon|evening|week|weekend|month|year)\b|"
        r"\bthat[ ](?P<that>day|night|same[ ]day|morning|evening|week|month|year)\b"
    ),
    "anchored": r"\b(?:the|a)[ ](?P<unit>day|night|week|month|year|decade)[ ](?:after|before)\b(?![ ](?:yesterday|"
    r"tomorrow)\b)",
    "weekend": r"(?<=[rtng][ ])\bthe[ ]weekend\b",
    "ago": (
        r"(?:[ ](?P<side>ago|earlier|later|from[ ]now|hence|before(?=[ ]*(?:[.,;:!?)]|$)))|(?P<time>'s?[ ]time))\b"
    ),
    "clock": (
        r"(?<![\w.,:/$-])(?:(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<min>[0-5][0-9]))?[ ]?(?P<ampm>[aApP]\.?[mM]\b\.?)|"
        r"(?P<h24>[01]?[0-9]|2[0-3]):(?P<min24>[0-5][0-9])(?::[0-5][0-9])?(?![.:]?[0-9]|[ ]?%)|"
        r"(?P<military>(?:[01][0-9]|2[0-3])[0-5][0-9])(?:[ ]?(?:hours|hrs|h)\b|(?=[ ]?(?:GMT|UTC|local[ ]time|"
        r"[A-Z][a-z]+[ ]time)\b))|"
        rf"(?P<dot>(?:[01]?[0-9]|2[0-3])\.[0-5][0-9])(?=[ ](?:GMT|UTC|BST|CET|CEST|IST|local[ ]time)\b)){_ZONE}"
    ),
    "noon": r"(?<=[tyledmnc][ ])(?P<noon>noon|midday|midnight)\b",
    "spoken clock": (
        r"\b(?:(?P<past>half|quarter|twenty-five|five|ten|twenty|[1-9]|[1-5][0-9])(?:[ ]minutes)?[ ]"
        rf"(?P<side>past|to|after)[ ](?P<hour>{_HOUR})(?![ ][a-z]+s\b|[ ]?(?:-|%|per|people|million|billion))|"
        rf"(?P<oclock>{_HOUR})[ ]o'clock|"
        rf"(?P<h>{_HOUR})(?=[ ](?:in[ ]the[ ](?:morning|afternoon|evening)|at[ ]night)\b))"
        r"(?:[ ](?:in[ ]the[ ]|at[ ])(?P<part>morning|afternoon|evening|night))?\b"
    ),
    "feast": (
        rf"\b(?P<feast>{_FEAST})\b"
        r"(?![ ](?:Agreement|tree|Island|Accord|Rising|deal|market|card|carol))(?:,?[ ](?P<year>(?:19|20)[0-9]{2}))?"
    ),
    "nine eleven": r"(?<![\w/])9/11(?![\w/])",
}
"""Forms in the order in which they are preferred among equally long ones. `ago` stands behind a length of time."""

_CASELESS = frozenset(
    (
        "relative,the relative,day,this part,anchored,weekend,season,season year,decade,century,quarter "
        "year,quarter,half,the quarter,year before,the year,spoken year,spoken clock,ago,noon"
    ).split(",")
)
PATTERNS = {form: re.compile(p, re.IGNORECASE if form in _CASELESS else 0) for form, p in FORMS.items()}

_DIGITS = tuple("0123456789")
_MONTH_WORDS = tuple(m[:3].lower() for m in MONTHS)
NEEDS: dict[str, tuple[str, ...]] = {
    "month day": _MONTH_WORDS,
    "day month": _MONTH_WORDS,
    "month year": _MONTH_WORDS,
    "month": _MONTH_WORDS,
    "season year": ("spring", "summer", "autumn", "fall", "winter"),
    "season": ("spring", "summer", "autumn", "fall", "winter"),
    "quarter year": ("quarter", "half", *(f"{letter}{n}" for letter in "qh" for n in range(1, 5))),
    "quarter": ("quarter", "q1", "q2", "q3", "q4"),
    "half": ("-half", "h1", "h2"),
    "the quarter": ("quarter",),
    "year before": ("year",),
    "the year": ("year", "of the month", "of the decade", "of the week"),
    "fiscal year": ("fy", "fiscal", "financial"),
    "spoken year": ("nineteen ", "twenty ", "twenty-", "nineteen-", "two thousand"),
    "spoken clock": ("o'clock", " past ", " to ", "in the ", "at night"),
    "decade": ("0s", "0's", "ties"),
    "century": ("century",),
    "weekday": ("day",),
    "short weekday": ("on ",),
    "week of day": (" week",),
    "day": ("today", "yesterday", "tomorrow", "tonight", "overnight"),
    "this part": ("morning", "afternoon", "evening", "night"),
    "relative": ("week", "month", "quarter", "year", "decade", "century"),
    "the relative": ("day", "night", "noon", "morning", "evening", "week", "month", "year"),
    "anchored": (" after", " before"),
    "weekend": ("weekend",),
    "noon": ("noon", "midday", "midnight"),
    "feast": tuple(name.lower() for name in NAMES),
    "nine eleven": ("9/11",),
} | dict.fromkeys(("iso", "numeric", "years", "year", "clock"), _DIGITS)
"""What a text in small letters must hold for a form to be looked for at all."""


def month_number(word: str) -> int:
    """1 to 12 for a month's name, long or short."""
    return _MONTH_WORDS.index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    """1 (Monday) to 7 for a weekday's name, long or short."""
    return next(i for i, name in enumerate(WEEKDAYS, 1) if name.startswith(word[:3].title()))
