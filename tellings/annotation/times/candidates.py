"""Where a text may hold dates: all forms looked for, names and counts set aside, one chosen where several overlap."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tellings.annotation.times.durations import CLOCKED, Length, lengths
from tellings.annotation.times.patterns import MONTHS, NEEDS, PATTERNS
from tellings.corpus.patterns import read

_AROUND = {name: re.compile(form) for name, form in read("lexicon/date_context.toml")["around"].items()}
_FIRST_NAMES = frozenset({"April", "May", "June", "August", "March", "Jan", "Mar"})


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
    return (
        _AROUND["not_a_day"].search(head) is not None
        or _AROUND["named_day"].match(text, match.end()) is not None
    )


def _no_month(match: re.Match[str], head: str, text: str) -> bool:
    """A first name, a verb, or a short form of something else."""
    word = match["month"].rstrip(".")
    if match["q"] or match["which"] or _AROUND["of_or_mid"].search(match.group()[: -len(match["month"])]):
        return False
    named = _AROUND["name_follows"].match(text, match.end()) or _AROUND["says"].match(text, match.end())
    if word in _FIRST_NAMES and named and not _AROUND["in_month"].search(head):
        return True
    if word not in MONTHS or word in ("May", "March"):
        return _AROUND["month_alone"].search(head) is None
    return False


def _no_year(match: re.Match[str], head: str, text: str) -> bool:
    if _AROUND["not_a_year"].search(head) or _AROUND["a_count"].match(text, match.end()):
        return True
    return int(match["year"]) < 1500 and not _AROUND["old_year"].search(head)


def _no_years(match: re.Match[str], _head: str, _text: str) -> bool:
    first, second = int(match["year"]), match["year2"]
    return first >= (int(second) if len(second) == 4 else first // 100 * 100 + int(second))


def _no_clock(match: re.Match[str], head: str, text: str) -> bool:
    hour = match["h24"]
    if hour and CLOCKED.match(text, match.start()):
        return True
    military = match["military"]
    if military and military[0] != "0" and match.end() > match.end("military"):
        hours = text[match.end("military") : match.end()].strip().startswith("h")
        if hours and not _AROUND["before_military"].search(head):
            return True
    return bool(hour and len(hour) == 1 and not match["zone"] and _AROUND["a_score"].search(head))


def _no_spoken_clock(match: re.Match[str], head: str, _text: str) -> bool:
    """Numbers that are no hour: five to ten people, a quarter to five of them, one in the morning paper."""
    if match["oclock"]:
        return False
    if match["h"]:
        return _AROUND["before_hour"].search(head) is None
    exact = match["past"].lower() in ("half", "quarter") and match["side"].lower() != "after"
    return (
        not (exact or _AROUND["before_hour"].search(head))
        or re.search(r"\b(?:by|from) (?:an? )?$", head) is not None
    )


def _newspaper(match: re.Match[str], head: str, _text: str) -> bool:
    return match["word"].isupper() and head.endswith("USA ")


_REJECT: dict[str, Callable[[re.Match[str], str, str], bool]] = {
    "day": _newspaper,
    "weekday": _named_day,
    "feast": lambda _match, head, _text: _AROUND["others_feast"].search(head) is not None,
    "day of month": lambda match, head, _text: (
        not match["month"] and _AROUND["before_day"].search(head) is None
    ),
    "month": _no_month,
    "year": _no_year,
    "years": _no_years,
    "clock": _no_clock,
    "spoken clock": _no_spoken_clock,
    "the quarter": lambda _match, head, _text: _AROUND["named_quarter"].search(head) is None,
    "weekend": lambda _match, head, _text: _AROUND["before_weekend"].search(head) is None,
    "noon": lambda _match, head, _text: _AROUND["before_noon"].search(head) is None,
}
