"""Numbers that are the age of somebody or something, by the words around them."""

from __future__ import annotations

import re

from tellings.annotation.amounts.units import unit_after
from tellings.annotation.numerals import Numeral
from tellings.resources.lexicon import is_person

_OLD = re.compile(r"[- ]?(?:years?|yrs?|(?P<months>months?)|weeks?|days?)?[- ](?:olds?|of age)\b")
_AGED = re.compile(
    r"\b(?:aged?|age of|an? (?:[\w-]+ ){0,2}(?:wom[ae]n|m[ae]n|boy|girl|lad|youth|teenager|widow(?:er)?) of) $",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"\b(?:s?he|who)(?:['’]s| is| was| turns|(?: has)? turned) $", re.IGNORECASE)
_THINGS = re.compile(r" [a-z]+s\b(?<! was)(?<! is)(?<! has)")
"""What follows where a number after “a man of” counts something else: trades."""
_WHOLE = re.compile(r"[,;]? (?:and|but|when|then|now|while)\b|[.!?;,)][\"'”’]?(?:\s|$)|$")
"""What follows where a number after “she is” counts nothing else."""
_SENTENCE_END = re.compile(r"\.(?:$|\s|[\"'”’])")
_GROWN = 14
"""From which age on a number between a name and a full stop, or behind “she is”, is one."""
_BEHIND_NAME = re.compile(
    r"[A-Z][\w'.-]+, $|\b(?i:the|an?|his|her|their|one|another) (?:[a-z-]+ ){0,2}(?P<noun>[a-z-]+), $"
)


def age(text: str, number: Numeral) -> tuple[int, str] | None:
    """Where an age ends and its unit: 25-year-old, aged 31, a man of 45, she is 81; Ana, 31, and the boy, 11, too."""
    old = _OLD.match(text, number.end)
    if old:
        return old.end(), "month" if old["months"] else "year"
    head = text[max(0, number.start - 40) : number.start]
    digits = text[number.start].isdigit()
    grown = digits and number.value >= _GROWN
    aged = (_AGED.search(head) and not _THINGS.match(text, number.end)) or (
        grown and _SOMEBODY.search(head) and _WHOLE.match(text, number.end)
    )
    if aged and unit_after(text, number.end) is None:
        return number.end, "year"
    ends = text.startswith(", ", number.end) or (grown and _SENTENCE_END.match(text, number.end))
    behind = _BEHIND_NAME.search(head) if digits and number.value >= 1 and ends else None
    if behind is None or (behind["noun"] and not is_person(behind["noun"])):
        return None
    return number.end, "year"
