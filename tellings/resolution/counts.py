"""Quantities as they are compared: what they count, by one word, and the figure that they tell.

A share of a number is the number that it comes to (a third of the 90 passengers); what stands at a number is as many
(the number of the reindeer at 312); the age of a thing is the years in which it began; the 24th minute is 24 minutes.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd

from tellings.resolution.figures import COUNT, UNITS, Figure, figure
from tellings.resolution.passages import Passage
from tellings.resources import lexicon, money

_THINGS = lexicon.groups("things")
PERSONS, HELD, _CROWDS = _THINGS["anybody"], _THINGS["held"], _THINGS["crowds"]

_AGE_OF = 45
"""So many characters before or behind an age its person stands."""
_NUMBER_OF = re.compile(r"(?:the )?number of (?:the )?(.+)", re.IGNORECASE)
_SHARE_OF = re.compile(r"(?:the |its |their |all )?(\d[\d,]*) (.+)", re.IGNORECASE)
_SHARED = re.compile(r"\s+of\s+(?!(?:a|an)\s)")
_OLD = re.compile(r"\s+old\b", re.IGNORECASE)
_AGED_NOUN = re.compile(r"\s+(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z]+)\b(?!,?\s+(?:[a-z-]+\s+){0,2}[A-Z])")
"""A noun behind an age, which no name follows: the 12-year-old boy; not the 12-year-old pupil Ana."""
_ALONE = re.compile(
    r"\s*(?:[^\w\s]|$)|\s+(?:wa|i|ha|doe)s\b|\s+(?:who|whose|had|were|are|did|and|or|from|in|at|on|with|to|by|as|said|"
    r"told|won|ran|will|would|could|can|may|might|must|should|[a-z]+ed)\b"
)
"""What stands behind the age of somebody of whom no noun is said: the 29-year-old was struck."""
_APPOSED = re.compile(r"(?:,| (?:is|was)) an? ")
"""What stands between a name and such a noun that is said of it: Ana, a 38-year-old driller."""
_NOUN_AGED = re.compile(
    r"\b(?:[Tt]he|an?|[Hh]is|[Hh]er|[Tt]heir)\s+(?:[a-z-]+\s+){0,2}(?P<noun>[a-z]+),\s+(?:aged\s+)?$"
)
_MOMENTS = frozenset("minute hour day week month".split())
"""Lengths of time of which one may be the first, the second …"""
_NEARLY = 0.99
"""How much of its own length a moment is long: the 23rd minute ends where the 24th begins."""
_DOZEN, _OVER = 12.0, 2.0
"""How many a dozen are, and how many more or fewer it may mean."""
_GENERAL_UNITS = frozenset({"fraction", "time", "percentage point", "score", "one"})


_STANDS_ALONE = re.compile(
    r"\s*(?:[.,;:!?]|$|(?:to \d|(?:were|are|have|had|at the time|then|when|in all)\b))"
)
"""What stands behind a number of which no noun is said."""
_NO_COUNT = re.compile(
    r"\b(?:at|(?<!\d )to|under|past|before|after|till|until|from|in|of|half|no|number|by|aged?|[A-Z]\w*)\W+$"
)
"""What stands before a number that counts nothing named before: a time, an age, a rank."""


Named = dict[str, list[tuple[int, int, str]]]
"""By sentence, spans with what stands there."""


class Count(NamedTuple):
    """A quantity: its row of the table, the kind of topic, what it counts, its figure, its value, of what it is."""

    row: Mapping[Hashable, Any]
    kind: str
    what: str
    told: Figure
    value: str
    of: str | None


def counts(
    quantities: pd.DataFrame, documents: pd.DataFrame, shown: Mapping[str, Passage], persons: Named
) -> Iterator[Count]:
    """The quantities as answers, with what they count.

    Args:
        quantities: the table.
        documents: the articles, which tell when an age is told and what stands behind it.
        shown: the sentences of what counts.
        persons: by sentence.
    """
    texts = dict(zip(documents["doc_id"], documents["text"], strict=True))
    before = {b.sentence_id: a.sentence_id for a, b in pairwise(shown.values())}
    known = documents[documents["published"].notna()]
    last: Mapping[Hashable, Any] | None = None
    years = {doc: day.year for doc, day in zip(known["doc_id"], known["published"], strict=True)}
    for row in quantities[quantities["sentence_id"].isin(shown)].to_dict("records"):
        row = {name: None if value != value else value for name, value in row.items()}
        if (
            row["unit"] is None
            and last
            and last["sentence_id"] in (said := row["sentence_id"], before.get(said))
        ):
            row = _filled(row, last, texts[row["doc_id"]])
        last = row if row["unit"] else last
        row = _reckoned(_in_hundred(row, texts[row["doc_id"]]))
        unit = _unit(row)
        told = figure(row["value"], row["low"], row["high"], unit, row["hedge"])
        if told and row["method"] == "ordinal" and told.dimension == "duration":
            told = replace(told, least=told.least - _NEARLY * UNITS[row["unit"]][1])
        if told is None or unit is None or unit in _GENERAL_UNITS:
            continue
        if told.value == 1 and row["of"] not in STATES:  # one of them said
            continue
        kind, what = _counted(row, told, unit)
        of = row["of"]
        if kind == "age":
            whose, of = _aged(row, persons.get(row["sentence_id"], ()), texts[row["doc_id"]])
            kind, what = "number", f"age {whose}".strip()
        elif what.startswith(("count ", *STATES)):  # whatever it is called
            told = replace(told, dimension=COUNT)
            if "dozen" in row["text"].lower() and row["hedge"] != "vague":
                told = _of_dozens(told)
        thing = what == "age" and of == row["of"] and not _ALONE.match(texts[row["doc_id"]], row["end"])
        old = thing or (kind == "duration" and _OLD.match(texts[row["doc_id"]], row["end"]))
        if old and row["value"] and row["doc_id"] in years:
            yield _begun(row, told, years[row["doc_id"]])
        yield Count(row, kind, what, told, value=f"{told.value:g}", of=of)


def _unit(row: Mapping[Hashable, Any]) -> str | None:
    """What a quantity is counted in, by the word that stands for all of its kind; None where nothing says."""
    unit: str | None = row["unit"]
    if unit is None and _head(row["of"]) in HELD | _CROWDS:
        unit = "people" if _head(row["of"]) in _CROWDS else _head(row["of"])
    people = _head(unit) in PERSONS or (row["of"], _head(unit)) in _ITSELF
    if unit and money.is_money(unit):
        return unit.replace("USD", "dollar")
    if people or (not unit and row["of"] in STATES):
        return "people"
    return _same_thing(unit) if unit else None


def _reckoned(row: dict[Hashable, Any]) -> dict[Hashable, Any]:
    """A quantity with what it comes to: a third of 90 passengers, the number of the reindeer at 312."""
    of = row["of"] or ""
    if row["unit"] == "ordinal" and _head(of) in _MOMENTS and row["value"] > 1:
        return row | {"unit": _head(of)}
    if row["unit"] is None and (told := _NUMBER_OF.match(of)):
        return row | {"unit": _head(told[1]), "of": None}
    if row["unit"] == "fraction" and row["value"] and (told := _SHARE_OF.fullmatch(of)):
        many = round(row["value"] * float(told[1].replace(",", "")))
        return row | {
            "value": float(many),
            "unit": _head(told[2]),
            "of": None,
            "hedge": row["hedge"] or "about",
        }
    return row


def _filled(row: dict[Hashable, Any], last: Mapping[Hashable, Any], text: str) -> dict[Hashable, Any]:
    """A number that stands alone, as one of what was counted before it: built for 60 inmates, it held 112."""
    if row["method"] != "cardinal" or row["of"] in STATES or last["method"] != "cardinal":
        return row
    counted = last["unit"] not in (*UNITS, *_GENERAL_UNITS) and not money.is_money(last["unit"])
    alone = _STANDS_ALONE.match(text, row["end"]) and not _NO_COUNT.search(text, 0, row["start"])
    return row | {"unit": last["unit"], "of": None} if counted and alone else row


def _in_hundred(row: dict[Hashable, Any], text: str) -> dict[Hashable, Any]:
    """A share of those who are not counted, as so many in a hundred: nearly nine in ten of the members.

    *Fewer than half* says no more than on which side it is.
    """
    share = (
        row["hedge"] not in ("less than", "more than")
        and row["unit"] == "fraction"
        and row["value"]
        and not _SHARE_OF.fullmatch(row["of"] or "")
    )
    if not share or not _SHARED.match(text, row["end"]):
        return row
    return row | {"unit": "percent", "value": 100 * row["value"], "hedge": row["hedge"] or "about"}


def _of_dozens(told: Figure) -> Figure:
    """A dozen is twelve or so, more than a dozen not two."""
    if told.hedge == "more than":
        return replace(told, most=told.value + _DOZEN - 1)
    return replace(told, least=told.least - _OVER, most=told.most + _OVER)


def _begun(row: Mapping[Hashable, Any], told: Figure, year: int) -> Count:
    """The years in one of which a thing began that is of an age: the 38-year-old building, six decades old."""
    span = UNITS[row["unit"]][1]
    first = max(1, year - round((told.most + span) / UNITS["year"][1]))
    last = max(1, year - round(told.least / UNITS["year"][1]))
    low, high = (float(date(y, m, d).toordinal()) for y, m, d in ((first, 1, 1), (last, 12, 31)))
    began = Figure(high, low, high, dimension="day", unit="year", hedge=row["hedge"])
    return Count(row, "date", "date", began, value=str(last), of=None)


def _counted(row: Mapping[Hashable, Any], told: Figure, unit: str) -> tuple[str, str]:
    """The kind of a quantity and what it counts."""
    if row["method"] == "age":
        return "age", ""
    if row["method"] == "ordinal" and told.dimension == "duration":
        return "duration", "moment"
    if unit == "ordinal":
        return "rank", f"rank {_head(row['of'])}"
    if told.dimension == "duration":
        return "duration", "duration"
    if money.is_money(unit) and not (unit == "pound" and row["of"]):  # pounds of copper
        return "money", f"money {unit}"
    if told.dimension in ("length", "weight", "area", "speed", "volume", "percent"):
        return "number", told.dimension
    noun = unit if unit in lexicon.classes("same_things").values() else _head(unit)
    if row["of"] and row["of"] in STATES:
        return "number", row["of"] if noun in PERSONS else f"{row['of']} {noun}"
    return "number", f"count {'people' if noun in PERSONS else noun}"


STATES = lexicon.classes("states_asked")
"""The states that `quantities.of` has by one word, as a question puts them."""

_ITSELF = {(state, noun) for state, _, *own in lexicon.rows("states") for noun in " ".join(own).split()}
"""States with the nouns that are it themselves: 34 deaths are people who died."""


def _same_thing(unit: str) -> str:
    """What is counted, by the word that stands for all that news calls it: sailors, crew members."""
    one = lexicon.classes("same_things")
    return one.get(unit.lower().removesuffix("s"), one.get(_head(unit), unit))


def _head(phrase: str | None) -> str:
    words = (phrase or "").lower().partition(" of ")[0].split()  # prisoners of war
    return words[-1].removesuffix("s") if words else ""


def _aged(
    row: Mapping[Hashable, Any], persons: Sequence[tuple[int, int, str]], text: str
) -> tuple[str, str | None]:
    """Whose age a number is, "" where no person is near or is meant: the 12-year-old boy; and by which noun."""
    behind = _AGED_NOUN.match(text, row["end"])
    before = _NOUN_AGED.search(text, max(0, row["start"] - _AGE_OF), row["start"])
    for told in (behind, before):
        noun = told["noun"] if told else ""
        first, last = sorted((row["start"], told.start("noun"))) if told else (0, 0)
        meant = any(
            (start <= last and first < end) or _APPOSED.fullmatch(text, end, row["start"])
            for start, end, _ in persons
        )
        if lexicon.is_person(noun) and not meant:
            return "", noun
    near = [
        (max(0, start - row["end"], row["start"] - end), start, entity)
        for start, end, entity in persons
        if max(start - row["end"], row["start"] - end) <= _AGE_OF
    ]
    return min(near)[2] if near else "", row["of"]
