"""Quantities of an article: numbers with what they count, how exactly they are meant, and ranges.

A grammar of our own. quantulum3, the library that was judged, reads "90 minutes" as an angle and leaves out hedges,
ranges of money, ordinals and "dozens".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tellings.annotation.amounts import counted, subjects
from tellings.annotation.amounts.ages import age
from tellings.annotation.amounts.codes import codes
from tellings.annotation.amounts.currencies import currency_before, local
from tellings.annotation.amounts.ellipsis import filled, of_them
from tellings.annotation.amounts.ranges import Pair, pair
from tellings.annotation.amounts.row import Of, QuantityRow, bounds_of
from tellings.annotation.amounts.units import is_measure, rated, unit_after
from tellings.annotation.article import Article
from tellings.annotation.hedges import Hedge, hedge_around
from tellings.annotation.numerals import Numeral, numerals, plain
from tellings.annotation.places.home import NOWHERE, Home
from tellings.annotation.times.dates import LONG_AGO
from tellings.annotation.times.durations import Length, lengths
from tellings.annotation.times.row import DateRow
from tellings.resources.money import is_money

_IN_BRACKETS = re.compile(r"\w \($")
_MINUS = re.compile(r"(?:\b[Mm]inus[ -]|(?:^|[\s(])-)$")
_SIGNED = re.compile(r"degree|percent|yard|point")
"""Units before which a dash is a minus."""
_MOMENT = re.compile(r"\b(?:each|every|per|split) $", re.IGNORECASE)
_ONE_OF_TIMES = re.compile(
    r"one (?:day|night|point|time|moment|second|minute)\b(?! (?:before|after|later|earlier|ago)\b)",
    re.IGNORECASE,
)
_OF_UNIT = re.compile(r" of (?:an? )?")
_OF_A_UNIT = re.compile(r" (?:of )?an? ")
_CODE_BEFORE = re.compile(r"[0-9]-$")
_CODE_AFTER = re.compile(r"-[0-9]")
_SHARED_UNIT = re.compile(r"-?,? (?:or|and|to) |-, ")
_LIST_NUMBER = re.compile(r"[.)] [A-Z]")
_BARE = re.compile(r"\b(?:an?|half|one)\b(?! (?:little|bit|shade|fraction)\b)")
_LETTER_UNITS = frozenset({"second", "metre", "gram", "hour", "degree Celsius", "degree Fahrenheit"})
_UNSAID = frozenset({"others", "dead", "missing", "injured", "wounded", "arrested", "unemployed"})
"""Nouns that leave out that it is people who are counted."""
_SEVERAL = 10
"""From how many things on "over" and "about" before a number are hedges rather than places."""

_T = TypeVar("_T", Numeral, Length)


@dataclass(frozen=True, slots=True)
class _Passage:
    """A block as it is searched: the article, where the block begins in it, and its plain text."""

    article: Article
    offset: int
    text: str
    country: str | None

    def row(
        self,
        start: int,
        end: int,
        value: float | None,
        *,
        bounds: tuple[float | None, float | None] = (None, None),
        unit: str | None = None,
        of: Of | None = None,
        hedge: str | None = None,
        method: str,
    ) -> QuantityRow:
        """A row; `start` and `end` are offsets in the block, those of `of` in the article."""
        start, end = self.offset + start, self.offset + end
        unit = local(unit, self.country) if unit else None
        text = self.article.text[start:end]
        return QuantityRow(
            start,
            end,
            text,
            value,
            low=bounds[0],
            high=bounds[1],
            unit=unit,
            of=of.name if of else None,
            of_start=of.start if of else None,
            of_end=of.end if of else None,
            hedge=hedge,
            method=method,
        )


def quantities(article: Article, dates: Sequence[DateRow], home: Home = NOWHERE) -> list[QuantityRow]:
    """The quantities of an article, in order.

    Args:
        article: the parsed article.
        dates: its expressions of time. A number within a date is no quantity; a length of time is both, also
            one that tells a day ("36 years ago").
        home: the country whose money "$" or "rupees" are.

    Returns:
        One row a quantity; nothing from boilerplate or repeated captions.
    """
    counted_too = (LONG_AGO, "every N units")
    taken = sorted((d.start, d.end) for d in dates if d.type != "duration" and d.method not in counted_too)
    spoken_for = sorted((d.start, d.end) for d in dates if d.method in counted_too)
    rows: dict[tuple[int, int], QuantityRow] = {}
    last: QuantityRow | None = None
    things: QuantityRow | None = None
    for block in article.blocks:
        if not article.annotated(block.start):
            continue
        passage = _Passage(article, block.start, plain(article.text[block.start : block.end]), home.money)
        here = taken[bisect_left(taken, (block.start, 0)) : bisect_left(taken, (block.end, 0))]
        inside = [(s - block.start, e - block.start) for s, e in here]
        there = [(s - block.start, e - block.start) for s, e in spoken_for if block.start <= s < block.end]
        for row in _in_passage(passage, inside, there):
            row = filled(article, row, things if of_them(article, row) else last)
            rows.setdefault((row.start, row.end), row)
            last, things = row, things if row.unit is None or is_measure(row.unit) else row
    return sorted(rows.values(), key=lambda r: (r.start, r.end))


def _in_passage(
    passage: _Passage, taken: list[tuple[int, int]], counted_dates: list[tuple[int, int]]
) -> Iterator[QuantityRow]:
    text = passage.text
    numbers = numerals(text)
    listed = _list_numbers(text, numbers)
    sums = _outside([f for f in lengths(text) if f.method in ("sum", "clocked") and f.number], taken)
    apart = sorted([*taken, *codes(text), *((f.start, f.end) for f in sums)])
    free = [n for n in _outside(numbers, apart) if n not in listed]
    i = 0
    while i < len(free):
        two = pair(text, free[i], free[i + 1]) if i + 1 < len(free) else None
        if two is not None:
            yield _range(passage, two)
            i += 2
            continue
        row = _single(passage, free[i], free[i + 1] if i + 1 < len(free) else None)
        if row is not None:
            yield row
        i += 1
    one = [f for f in lengths(text) if f.method in ("one unit", "half a unit")]
    for length in _outside(one, [*((n.start, n.end) for n in numbers), *taken, *counted_dates]):
        bare = _BARE.search(text, length.start, length.end)
        yield _length(passage, length, bare.start() if bare else length.start)
    for length in sums:
        yield _length(
            passage, length, min((n.start for n in numbers if n.end > length.start), default=length.start)
        )


def _range(passage: _Passage, two: Pair) -> QuantityRow:
    of = None
    if two.method != "score":
        start, end = passage.offset + two.start, passage.offset + two.end
        of = subjects.of_amount(passage.article, start, end)
    return passage.row(
        two.start,
        two.end,
        None,
        bounds=(two.low, two.high),
        unit=two.unit,
        of=of,
        hedge=two.hedge,
        method=two.method,
    )


def _outside(found: Sequence[_T], spans: Sequence[tuple[int, int]]) -> list[_T]:
    """What overlaps none of the spans; both are sorted by their start or short."""
    ordered = sorted(spans)
    kept, i = [], 0
    for item in found:
        while i < len(ordered) and ordered[i][1] <= item.start:
            i += 1
        if i == len(ordered) or ordered[i][0] >= item.end:
            kept.append(item)
    return kept


def _list_numbers(text: str, found: Sequence[Numeral]) -> frozenset[Numeral]:
    """The numbers of a list within a paragraph: 1. Peace, 2. Bread."""
    numbered = [
        n
        for n in found
        if n.end - n.start <= 2 and text[n.start].isdigit() and _LIST_NUMBER.match(text, n.end)
    ]
    return frozenset(numbered) if {1.0, 2.0} <= {n.value for n in numbered} else frozenset()


def _length(passage: _Passage, length: Length, number: int) -> QuantityRow:
    """An hour, half a day, three hours and one minute: a length of time of no number or of several; where it begins."""
    of = subjects.of_amount(passage.article, passage.offset + length.start, passage.offset + length.end)
    hedge = hedge_around(passage.text, number, length.end)
    value = length.number or 0.0
    return passage.row(
        length.start,
        length.end,
        value,
        bounds=bounds_of(value, hedge.name if hedge else None),
        unit=length.unit,
        of=of,
        hedge=hedge.name if hedge else None,
        method=length.method,
    )


def _single(passage: _Passage, number: Numeral, following: Numeral | None) -> QuantityRow | None:
    text = passage.text
    aged = _age(passage, number)
    if aged is not None:
        end, unit = aged
        of = Of("age", passage.offset + number.start, passage.offset + end)
        return passage.row(number.start, end, number.value, unit=unit, of=of, method="age")
    if _ONE_OF_TIMES.match(text, number.start) or _in_a_code(text, number):
        return None
    if number.kind == "ordinal" and _MOMENT.search(text[max(0, number.start - 8) : number.start]):
        return None
    money = currency_before(text, number.start)
    measure = rated(text, money[0], number.end) if money else _unit(text, number)
    if (
        measure is None
        and following is not None
        and _SHARED_UNIT.fullmatch(text[number.end : following.start])
    ):
        borrowed = _unit(text, following)
        hyphen = text[number.end] == "-"
        if borrowed and (hyphen or text[number.end : following.start] == " to "):
            measure = (borrowed[0], number.end)
    if measure is not None:
        return _measured(passage, number, money[1] if money else number.start, measure)
    return _counted(passage, number)


def _in_a_code(text: str, number: Numeral) -> bool:
    """Is it a piece of a telephone number or the like?"""
    return number.kind == "cardinal" and bool(
        _CODE_BEFORE.search(text[max(0, number.start - 2) : number.start])
        or _CODE_AFTER.match(text, number.end)
    )


def _unit(text: str, number: Numeral) -> tuple[str, int] | None:
    """The unit of a number that measures, and where it ends."""
    if number.kind == "multiple":
        return "time", number.end
    if number.kind == "fraction":
        one = _OF_A_UNIT.match(text, number.end)
        unit = unit_after(text, one.end()) if one else None
        return None if unit and unit[0] == "day" else unit  # half a day of talks is no twelve hours
    of = _OF_UNIT.match(text, number.end)
    if number.kind == "ordinal":
        return None
    unit = unit_after(text, number.end)
    if unit is None and number.kind == "vague" and of:
        unit = unit_after(text, of.end())
    if unit and unit[0] in _LETTER_UNITS and unit[1] - number.end == 2 and text[number.end] in " -":
        return None
    return unit


def _measured(passage: _Passage, number: Numeral, start: int, measure: tuple[str, int]) -> QuantityRow:
    unit, end = measure
    minus = _MINUS.search(passage.text[max(0, start - 8) : start])
    signed = minus is not None and ("inus" in minus.group() or _SIGNED.match(unit) is not None)
    hedge = hedge_around(passage.text, start, end)
    article, offset = passage.article, passage.offset
    of = subjects.of_amount(article, offset + start, offset + end, money=is_money(unit))
    value = -number.value if signed else number.value
    return _row(passage, number, value, (start, end), hedge=hedge, unit=unit, of=of)


def _counted(passage: _Passage, number: Numeral) -> QuantityRow | None:
    article, start, end = passage.article, passage.offset + number.start, passage.offset + number.end
    if counted.is_label(article, start, end):
        return None
    if number.kind == "vague" and counted.is_verb(article, start, end):
        return None
    noun = counted.counted_noun(article, start, end, number.kind)
    if noun is None and number.kind == "ordinal":
        return None
    amount = number.kind == "fraction" or number.value >= _SEVERAL
    stop = max(number.end, noun.end - passage.offset) if noun else number.end
    hedge = hedge_around(passage.text, number.start, number.end, measure=amount)
    if hedge is None or hedge.end == number.end:
        hedge = hedge_around(passage.text, number.start, stop, measure=amount)
    told = subjects.told_of(article, start, end) if noun is None and number.kind == "cardinal" else None
    thing = noun.noun if noun else told
    of = subjects.of_count(article, start, end, thing)
    if noun is not None and noun.rank is not None:
        of = Of(noun.rank, end if noun.end > end else noun.noun.idx, noun.end)
    unit = noun.unit if noun else "fraction" if number.kind == "fraction" else None
    if told is not None:
        unit = counted.unit_of(told)
    if (
        number.kind != "fraction"
        and of is not None
        and of.is_state
        and (thing is None or thing.lower_ in _UNSAID)
    ):
        unit = "people"
    return _row(passage, number, number.value, (number.start, stop), hedge=hedge, unit=unit, of=of)


def _row(
    passage: _Passage,
    number: Numeral,
    value: float,
    span: tuple[int, int],
    *,
    hedge: Hedge | None,
    unit: str | None,
    of: Of | None,
) -> QuantityRow:
    vague = number.kind == "vague"
    bounds = (value, None) if vague else bounds_of(value, hedge.name if hedge else None)
    name = hedge.name if hedge else "vague" if vague else None
    start, end = (hedge.start, hedge.end) if hedge else span
    return passage.row(start, end, value, bounds=bounds, unit=unit, of=of, hedge=name, method=number.kind)


def _age(passage: _Passage, number: Numeral) -> tuple[int, str] | None:
    """Where an age ends and its unit: as its words say it, or a number in brackets behind a person's name."""
    text = passage.text
    if number.kind != "cardinal" or not 0 <= number.value < 125:
        return None
    told = age(text, number)
    if told:
        return told
    head = text[max(0, number.start - 3) : number.start]
    if number.value < 1 or not _IN_BRACKETS.search(head) or text[number.end : number.end + 1] != ")":
        return None
    at = passage.offset + number.start - len("a (")
    last = passage.article.tokens(at, at + 1)[-1]
    named = last.ent_type_ == "PERSON" and last.ent_iob_ == "I"  # Ada Holm (52), not Paris (12) and Lyon (9)
    return (number.end, "year") if named else None
