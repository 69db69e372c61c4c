"""Where a text may hold dates: all forms looked for, names and counts set aside, one chosen where several overlap."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tellings.annotation.times.durations import Length, lengths
from tellings.annotation.times.patterns import MONTHS, NEEDS, PATTERNS

_NOT_A_DAY = re.compile(
    r"\b(?:Super|Bloody|Black|Cyber|Ash|Palm|Shrove|Maundy|Giving|Ruby|Sheffield|Red|Blue|Cold|Ice|Freaky|Casual) $"
)
_NAMED_DAY = re.compile(
    r" (?:Times|Mirror|Telegraph|Mail|Herald|Agreement|Night Live|Night Football|Post|Express|Independent)\b"
)
_NOT_A_YEAR = re.compile(
    r"\b(?:[Rr]esolution|[Nn]o\.|[Nn]umber|[Rr]oute|[Hh]ighway|[Ff]light|[Aa]rticle|[Ss]ection|[Bb]oeing|[Aa]irbus|"
    r"[Rr]oom|[Aa]pt\.?|[Pp]age|[Vv]ersion|[Gg]ate|[Tt]erminal|[Mm]odel|[Ss]uite|[Bb]ox|[Ll]ot|[Uu]nit|[Cc]hannel|"
    r"[Ii]tem|[Oo]rder|[Oo]rdinance|[Bb]ill|[Cc]ode|[Tt]ype|top|than|nearly|almost|roughly|approximately|some|least|"
    r"worth|total|to about|of about|Russell|Nikkei|FTSE|S&P|Euronext|Fortune|Forbes) $"
)
_A_COUNT = re.compile(
    r" (?:people|persons?|men|women|children|dead|deaths|cases|troops|soldiers|prisoners|migrants|refugees|workers|"
    r"jobs|homes|houses|votes|seats|miles|km|kilomet(?:er|re)s|met(?:er|re)s|feet|ft|kg|tons|tonnes|pounds|dollars|"
    r"euros|rubles|roubles|years|days|hours|minutes|employees|members|students|police|officers|fighters|civilians|"
    r"victims|others|items|copies|words|calories|points|square|degrees|acres|hectares|barrels|litres|liters|gallons|"
    r"m2|mm|cm|MW|megawatts|passengers|patients|families|residents|villages|schools|units|vehicles|drones|missiles|"
    r"million|billion|trillion|thousand)\b|-(?:seat|strong|foot|mile|meter|metre|km|kg|acre|page|point)|[a-z]"
)
"""What follows a number of four digits that is a count, not a year."""
_OLD_YEAR = re.compile(r"\b(?:in|since|of|from|until|by|circa|around|year) $", re.IGNORECASE)
_MONTH_ALONE = re.compile(
    r"\b(?:in|since|until|till|by|of|for|from|to|through|between|and|before|after|during|early|late|mid|each|every|"
    r"last|next|this|around|begin(?:ning)?|start(?:ing)?|end(?:ing)?|ends|due|expected|set|back|or|over|"
    r"throughout|on|"
    r"past)[ -]$",
    re.IGNORECASE,
)
_OF_OR_MID = re.compile(r"\bof $|-$|\b(?:early|late|mid) $", re.IGNORECASE)
_IN_MONTH = re.compile(r"\b(?:in|since|until|by) $")
_NAME_FOLLOWS = re.compile(r" [A-Z][a-z]+")
_SAYS = re.compile(r"(?:'s)? (?:said|says|told|added|was born)\b")
_FIRST_NAMES = frozenset({"April", "May", "June", "August", "March", "Jan", "Mar"})
_A_SCORE = re.compile(
    r"\b(?:won|beat|lost|leads?|leading|defeat|victory|win|draw|scored?|Psalms?|John|Matthew|Luke|"
    r"Genesis|verse|time of|in|of) $"
)
_BEFORE_HOUR = re.compile(
    r"\b(?:at|about|around|by|before|after|until|till|just|since|shortly|only|it was) $"
)
_BEFORE_MILITARY = re.compile(r"\b(?:at|about|around|by|before|after|until|till|just|since|from|to|and) $")
_NAMED_QUARTER = re.compile(r"\b(?:in|for|during|of|from|to|since|over|by|than|through|on) $", re.IGNORECASE)
_BEFORE_DAY = re.compile(
    r"\b(?:on|by|until|till|since|from|before|after|between|and|to|(?:night|morning|evening|afternoon|hours) of) $",
    re.IGNORECASE,
)
_BEFORE_WEEKEND = re.compile(
    r"\b(?:over|at|on|during|through|for|until|till|by|before|after) $", re.IGNORECASE
)
_BEFORE_NOON = re.compile(r"\b(?:at|by|until|before|after|around|from|since|till|of) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may be a date: its form, the match of the form's pattern, the length of time where it is one."""

    start: int
    end: int
    form: str
    match: re.Match[str] | None = None
    length: Length | None = None


def candidates(text: str) -> list[Candidate]:
    """The spans of a text that are printed as dates, times or lengths of time, in order and apart.

    Args:
        text: as `numerals.plain` gives it.
    """
    return _apart([*_dates(text), *_lengths(text)])


def _dates(text: str) -> Iterator[Candidate]:
    small = text.lower()
    for form, pattern in PATTERNS.items():
        needed = NEEDS.get(form)
        if needed is None or not any(word in small for word in needed):
            continue
        reject = _REJECT.get(form)
        for match in pattern.finditer(text):
            head = text[max(0, match.start() - 24) : match.start()]
            if reject is None or not reject(match, head, text):
                yield Candidate(match.start(), match.end(), form, match)


def _lengths(text: str) -> Iterator[Candidate]:
    for length in lengths(text):
        after = PATTERNS["ago"].match(text, length.end) if length.type == "duration" else None
        end = after.end() if after else length.end
        yield Candidate(length.start, end, "ago" if after else "length", after, length)


def _apart(found: list[Candidate]) -> list[Candidate]:
    """Of overlapping candidates the one that begins first, then the longest, then the form preferred."""
    rank = {form: i for i, form in enumerate((*PATTERNS, "length"))}
    chosen: list[Candidate] = []
    for candidate in sorted(found, key=lambda f: (f.start, -f.end, rank[f.form])):
        last = chosen[-1] if chosen else None
        if last is None or candidate.start >= last.end:
            chosen.append(candidate)
        elif candidate.end > last.end and candidate.end - candidate.start > 2 * (last.end - last.start):
            chosen[-1] = candidate
    return chosen


def _named_day(match: re.Match[str], head: str, text: str) -> bool:
    at = match.start("weekday")
    if at > match.start() and any(PATTERNS[form].match(text, at) for form in ("month day", "day month")):
        return True  # the Friday, 13 June
    return _NOT_A_DAY.search(head) is not None or _NAMED_DAY.match(text, match.end()) is not None


def _no_month(match: re.Match[str], head: str, text: str) -> bool:
    """A first name, a verb, or a short form of something else."""
    word = match["month"].rstrip(".")
    if match["q"] or match["which"] or _OF_OR_MID.search(match.group()[: -len(match["month"])]):
        return False
    named = _NAME_FOLLOWS.match(text, match.end()) or _SAYS.match(text, match.end())
    if word in _FIRST_NAMES and named and not _IN_MONTH.search(head):
        return True
    if word not in MONTHS or word in ("May", "March"):
        return _MONTH_ALONE.search(head) is None
    return False


def _no_year(match: re.Match[str], head: str, text: str) -> bool:
    if _NOT_A_YEAR.search(head) or _A_COUNT.match(text, match.end()):
        return True
    return int(match["year"]) < 1500 and not _OLD_YEAR.search(head)


def _no_years(match: re.Match[str], _head: str, _text: str) -> bool:
    first, second = int(match["year"]), match["year2"]
    return first >= (int(second) if len(second) == 4 else first // 100 * 100 + int(second))


def _no_clock(match: re.Match[str], head: str, text: str) -> bool:
    hour = match["h24"]
    military = match["military"]
    if military and military[0] != "0" and match.end() > match.end("military"):
        hours = text[match.end("military") : match.end()].strip().startswith("h")
        if hours and not _BEFORE_MILITARY.search(head):
            return True
    return bool(hour and len(hour) == 1 and not match["zone"] and _A_SCORE.search(head))


def _no_spoken_clock(match: re.Match[str], head: str, _text: str) -> bool:
    """Numbers that are no hour: five to ten people, a quarter to five of them, one in the morning paper."""
    if match["oclock"]:
        return False
    if match["h"]:
        return _BEFORE_HOUR.search(head) is None
    exact = match["past"].lower() in ("half", "quarter") and match["side"].lower() != "after"
    return (
        not (exact or _BEFORE_HOUR.search(head)) or re.search(r"\b(?:by|from) (?:an? )?$", head) is not None
    )


def _newspaper(match: re.Match[str], head: str, _text: str) -> bool:
    return match["word"].isupper() and head.endswith("USA ")


_REJECT: dict[str, Callable[[re.Match[str], str, str], bool]] = {
    "day": _newspaper,
    "weekday": _named_day,
    "feast": lambda _match, head, _text: head.endswith(
        ("Chinese ", "Lunar ", "Jewish ", "Tamil ", "Islamic ")
    ),
    "day of month": lambda match, head, _text: not match["month"] and _BEFORE_DAY.search(head) is None,
    "month": _no_month,
    "year": _no_year,
    "years": _no_years,
    "clock": _no_clock,
    "spoken clock": _no_spoken_clock,
    "the quarter": lambda _match, head, _text: _NAMED_QUARTER.search(head) is None,
    "weekend": lambda _match, head, _text: _BEFORE_WEEKEND.search(head) is None,
    "noon": lambda _match, head, _text: _BEFORE_NOON.search(head) is None,
}
