"""How dates and times are printed (`data/lexicon/date_forms.toml`): a pattern a form, its parts as named groups."""

from __future__ import annotations

import re

from tellings.annotation.numerals import ORDINALS
from tellings.annotation.times.feasts import NAMES
from tellings.corpus.patterns import read

MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


def _names(words: tuple[str, ...]) -> str:
    return "|".join((*words, *(w.upper() for w in words)))


_FORMS = read(
    "lexicon/date_forms.toml",
    any_month=_names(MONTHS),
    any_weekday=_names(WEEKDAYS),
    weekdays="|".join(WEEKDAYS),
    ord="|".join(w for w, n in ORDINALS.items() if n <= 4),
    century="|".join([*(w for w in ORDINALS if not w.endswith("ieth") or w == "twentieth"), "twenty-first"]),
    feast="|".join(re.escape(name) for name in sorted(NAMES, key=len, reverse=True)),
)["form"]
PATTERNS = {
    form["name"]: re.compile(form["pattern"], re.IGNORECASE if "caseless" in form else 0) for form in _FORMS
}
"""Forms in the order in which they are preferred among equally long ones."""

_MONTH_WORDS = [month[:3].lower() for month in MONTHS]
_WORDS = {"digits": list("0123456789"), "months": _MONTH_WORDS, "feasts": [name.lower() for name in NAMES]}
NEEDS = {form["name"]: _WORDS.get(str(form["needs"]), form["needs"]) for form in _FORMS if "needs" in form}
"""What a text in small letters must hold for a form to be looked for at all."""


def month_number(word: str) -> int:
    """1 to 12 for a month's name, long or short."""
    return _MONTH_WORDS.index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    """1 (Monday) to 7 for a weekday's name, long or short."""
    return next(i for i, name in enumerate(WEEKDAYS, 1) if name.startswith(word[:3].title()))
