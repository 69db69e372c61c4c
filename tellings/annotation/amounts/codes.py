"""Figures that count nothing: telephone numbers, minutes of play with their added time, dates that are none."""

from __future__ import annotations

import re
from functools import lru_cache

_CALLED = re.compile(
    r"\b(?:[Cc]all(?:ed|ing)?|[Pp]hone|[Tt]ele?(?:phone)?|[Tt]el\.|[Dd]ial(?:led|ling)?|[Rr]ing|[Hh]otline|[Hh]elpline|"
    r"[Ff]ax|WhatsApp|[Tt]ext|SMS|[Cc]ontact|[Ll]ifeline|Samaritans|Crimestoppers|[Ee]xt(?:ension)?\.?|[Mm]ob(?:ile)?)"
    r"\b[^.!?;0-9]{0,40}$"
)
_OR_CALLED = re.compile(r"[0-9] or (?:[A-Z][\w']*[ ]?){1,4}on $")
_GROUPS = re.compile(
    r"(?<![\w.,$£€%])(?:\+[0-9]{1,3} (?:[0-9] )?)?\(?[0-9]{1,5}\)?(?:[ -]\(?[0-9]{2,5}\)?)+(?![\w%]|[.,][0-9])"
)
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+|[0-9]+-[0-9]+|[0-9]{1,4}(?: [0-9]{1,4})?")
_ONE_GROUP = re.compile(r"(?<![0-9] )(?<![\w.,'$£€])0[0-9]{2,}(?![\w%]|[.,:][0-9])|\+[0-9]{6,}")
_ADDED_TIME = re.compile(r"(?<![0-9])[0-9]{2,3} ?\+ ?[0-9]{1,2}(?![0-9])")
_SHORT_NUMBER = re.compile(
    r"[0-9]{3,}(?: [0-9]{2,4})*(?= (?:or|and|for|if|free|now|to|immediately|in)\b|[.,;:!?)]|$)"
)
_BAD_DATE = re.compile(r"(?<![\w./-])[0-9]{1,2}([./-])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})(?![\w/-]|\.[0-9])")


@lru_cache(maxsize=512)
def codes(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of a text that are numbers to call, minutes of play, or numeric dates: nothing is counted by them.

    Args:
        text: as `numerals.plain` gives it.

    Example:
        >>> text = "Call 13 11 14 or Samaritans on 116 123; he scored in the 45+2nd minute, 12 000 watched."
        >>> sorted({text[s:e] for s, e in codes(text)})
        ['116 123', '13 11 14', '45+2']
    """
    spans = [m.span() for pattern in (_ONE_GROUP, _ADDED_TIME, _BAD_DATE) for m in pattern.finditer(text)]
    for match in _GROUPS.finditer(text):
        if not _THOUSANDS.fullmatch(match.group()) or _is_called(text, match.start()):
            spans.append(match.span())
    for match in re.finditer(r"(?<![\w.,$£€+-])[0-9]", text):
        number = _SHORT_NUMBER.match(text, match.start())
        if number and _is_called(text, match.start()):
            spans.append(number.span())
    return tuple(sorted(spans))


def _is_called(text: str, at: int) -> bool:
    head = text[max(0, at - 60) : at]
    return _CALLED.search(head) is not None or _OR_CALLED.search(head) is not None
