"""What articles answer: figures with what they count, ages with whose, times of the clock, ranks, and their company.

The company of an answer is what stands around it: the stems of things and acts, each by how rare it is in the event,
the near ones heavier. Answers are brought together by what they count and by their company.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from typing import Any

import pandas as pd

from tellings.resolution.company import Weights, clause, company, spans_of_time, speakers, words_of
from tellings.resolution.counts import Named, counts
from tellings.resolution.figures import COUNT, HALF_DAY, Figure, figure
from tellings.resolution.occasions import Occasion, occasions
from tellings.resolution.passages import Passage
from tellings.resolution.wording import rarities
from tellings.resources import lexicon

_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_BEFORE_AFTER = re.compile(r"\b(?:shortly|just|a little|not long) (?:(?P<before>before)|after) $")
_WIDE = {
    "nearly": (30.0, 0.0),
    "just over": (0.0, 30.0),
    "about": (15.0, 15.0),
    "round": (5.0, 5.0),
    "past": (3.0, 3.0),
    None: (0, 0),
}
"""How many minutes before and after a time of the clock what is told so may be."""
_BY_THE_HOUR = re.compile(
    r"(?P<past>(?!half)[a-z' -]+ (?:to|past) [a-z' ]+)|(?P<round>[a-z' ]+|\d\d? ?[ap]\.?m\.?)", re.IGNORECASE
)
_HALF = re.compile(r"\d ?[ap]\.?m\b|morning|afternoon|evening|night|noon|\d\d[:.]\d\d", re.IGNORECASE)
_DAY = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(T(?:MO|AF|EV|NI))?")
_YEARS_TOLD = frozenset({"year", "so long ago or hence"})
"""How a year is told that is meant as such: 1989, 36 years ago; not last year."""
_TAKEN_BACK = re.compile(
    r"\b(?:(?:up|down) from|to \S+ from|(?:not|instead of|rather than)(?: the)?|"
    r"(?:earlier|previous|first|initial) (?:report|count|toll|version|estimate|figure|number)s?\b[^.;]*) $",
    re.IGNORECASE,
)
"""What stands before a figure that its own article corrects: it is held against other such figures alone."""
EARLIER, OWN_TIME = "earlier", frozenset({""})
_SPANS = {4: "year", 7: "month", 10: "day"}
PARTS_OF = "sum people"
"""What two counts of persons are that stand side by side."""


@dataclass(slots=True, eq=False)
class Answer:
    """What an article answers to one question.

    Attributes:
        kind: of the topic, as in the schema.
        what: what is counted or told, by one word: a state, a noun, a person's id.
        figure: the value, where it is a figure.
        value: the value as it is stored.
        company: stems of the things around it, with their weight.
        acts: stems of the verbs around it, with their weight.
        clause: the words right around it, with … in its place.
        position: how far down in its article it stands, from 0 to 1.
        part: does its article count others beside those whom it counts?
        told_of: the whole of which it tells a share (6 of the 31), or as the whole the share.
        again: does it turn the figure before into another unit? As such it conflicts with none.
        times: the years and months of which its sentence speaks, "" for the article's own time; of a figure that its
            article corrects :data:`EARLIER` alone.
        source: who says it: an entity's id, or the words for one without.
        occasion: the act that a date tells the day of, and another figure how long or how much.
        order: how many of its kind and dimension stand before it in its sentence.
        beside: how many stand in its sentence.
    """

    doc_id: str
    sentence_id: str
    start: int
    end: int
    text: str
    kind: str
    what: str
    figure: Figure | None
    value: str
    of: str | None = None
    company: Weights = field(default_factory=dict)
    acts: Weights = field(default_factory=dict)
    clause: str = ""
    position: float = 0.0
    part: bool = False
    told_of: float | None = None
    again: bool = False
    times: frozenset[str] = OWN_TIME
    said_by: str | None = None
    source: str | None = None
    occasion: Occasion | None = None
    order: int = 0
    beside: int = 1

    @property
    def place(self) -> str:
        """Its article and span, as an id."""
        return f"{self.doc_id}:{self.start}-{self.end}"


def of_a_share(a: Answer, b: Answer) -> bool:
    """Is the one a share of what the other tells: six of the 31 patients, and 31 patients?"""
    return any(
        x.told_of is not None and y.figure and y.figure.value == x.told_of for x, y in ((a, b), (b, a))
    )


def answers(
    tables: Mapping[str, pd.DataFrame], sentences: Sequence[Passage], event: Mapping[str, int]
) -> list[Answer]:
    """The answers of all articles, in the order of articles and text.

    Args:
        tables: documents, tokens, quantities, dates, mentions, quotations, quote_parts.
        sentences: the sentences of what counts.
        event: the event of each article.
    """
    texts = dict(zip(tables["documents"]["doc_id"], tables["documents"]["text"], strict=True))
    shown = {passage.sentence_id: passage for passage in sentences}
    persons = _persons(tables["mentions"], shown)
    counted = [_answer(*count) for count in counts(tables["quantities"], tables["documents"], shown, persons)]
    for a, b in pairwise(counted):
        b.again = _again(a, b, texts[b.doc_id])
        if a.figure and b.figure and a.doc_id == b.doc_id and a.start < b.start and b.end <= a.end:
            a.told_of, b.told_of = b.figure.value, a.figure.value
    rows = [
        *counted,
        *_sums(counted, texts),
        *_clock_times(tables["dates"], shown, texts),
        *_days(tables["dates"], shown),
    ]
    _surround(rows, tables["tokens"], sentences, event)
    days = [(a.sentence_id, a.start, a.end, a.figure.least * (a.kind == "date")) for a in rows if a.figure]
    acts, times = occasions(days, tables), spans_of_time(tables["dates"], tables["documents"])
    spoken = speakers(tables["quotations"], tables["quote_parts"])
    order: dict[tuple[str, str, str], int] = defaultdict(int)
    for answer in rows:
        passage, text, span = shown[answer.sentence_id], texts[answer.doc_id], (answer.start, answer.end)
        answer.clause = clause(text, span, passage)
        was = _TAKEN_BACK.search(text, passage.start, answer.start)
        spoken_of = {time for span, time in times.get(answer.sentence_id, ()) if answer.start in span}
        answer.times = frozenset({EARLIER} if was else spoken_of or OWN_TIME)
        answer.source = spoken.get((answer.doc_id, answer.start))
        answer.said_by = answer.source if answer.source and ":" in answer.source else None
        answer.occasion = acts.get((answer.sentence_id, answer.start))
        key = _row(answer)
        answer.order = order[key]
        order[key] += 1
    for answer in rows:
        answer.beside = order[_row(answer)]
    return sorted(rows, key=lambda a: (a.doc_id, a.start, a.end, a.kind))


def _surround(
    found: Sequence[Answer], tokens: pd.DataFrame, sentences: Sequence[Passage], event: Mapping[str, int]
) -> None:
    """Note the company of each answer, by how rare it is in its event, and how far down it stands."""
    words = words_of(tokens, {passage.sentence_id for passage in sentences})
    stems: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    own: dict[str, list[str]] = defaultdict(list)
    for passage in sentences:
        stems[event[passage.doc_id]].append(tuple(w.stem for w in words.by.get(passage.sentence_id, ())))
        own[passage.doc_id].append(passage.sentence_id)
    rarity = {number: rarities(said) for number, said in stems.items()}
    at = {sentence: n for said in own.values() for n, sentence in enumerate(said)}
    for answer in found:
        said, n = own[answer.doc_id], at[answer.sentence_id]
        back = n and answer.sentence_id in words.with_pronoun
        answer.company, answer.acts = company(
            (answer.start, answer.end),
            words.by.get(answer.sentence_id, ()),
            words.by.get(said[n - 1], ()) if back else (),
            rarity[event[answer.doc_id]],
        )
        answer.position = n / max(1, len(said) - 1)


def _row(answer: Answer) -> tuple[str, str, str]:
    """What has its place in a row of answers: its sentence, kind and dimension."""
    return answer.sentence_id, answer.kind, answer.figure.dimension if answer.figure else ""


def _persons(mentions: pd.DataFrame, shown: Mapping[str, Passage]) -> Named:
    """By sentence, the persons that stand in it."""
    persons: Named = defaultdict(list)
    rows = mentions[
        mentions["entity_id"].notna()
        & mentions["sentence_id"].isin(shown)
        & (mentions["type"] == "person")
        & mentions["form"].isin(("name", "nominal"))
    ]
    for sentence, start, end, entity in zip(
        *(rows[c] for c in ("sentence_id", "start", "end", "entity_id")), strict=True
    ):
        persons[sentence].append((start, end, entity))
    return persons


def _again(a: Answer, b: Answer, text: str) -> bool:
    """Does a figure turn the one before into another unit: 330 kilometres (205 miles)?"""
    return (a.doc_id, a.kind, text[a.end : b.end + 1].strip()) == (b.doc_id, b.kind, f"({b.text})")


def _sums(found: Sequence[Answer], texts: Mapping[str, str]) -> Iterator[Answer]:
    """Two counts of persons that stand side by side, as the one that they make: 212 miners and 24 engineers."""
    for a, b in pairwise(found):
        between = texts[a.doc_id][a.end : b.start] if a.doc_id == b.doc_id else ""
        persons = all(lexicon.is_person(one.what.split(" ")[-1]) for one in (a, b))
        beside = between.strip() in ("and", "plus") and persons
        if beside and a.of == b.of and a.figure and b.figure:
            told = figure(a.figure.value + b.figure.value, None, None, "people", None)
            row: dict[Hashable, Any] = {name: getattr(a, name) for name in ("doc_id", "sentence_id", "start")}
            row |= {"end": b.end, "text": texts[a.doc_id][a.start : b.end]}
            if told:
                yield _answer(
                    row, "number", PARTS_OF, replace(told, dimension=COUNT), f"{told.value:g}", of=a.of
                )


def _clock_times(
    dates: pd.DataFrame, shown: Mapping[str, Passage], texts: Mapping[str, str]
) -> Iterator[Answer]:
    """Times of the clock, as minutes of the day."""
    for row in dates[dates["sentence_id"].isin(shown) & (dates["type"] == "time")].to_dict("records"):
        told = _CLOCK.search(row["value"]) if isinstance(row["value"], str) else None
        if told:
            minutes = 60.0 * int(told[1]) + int(told[2])
            beside = _BEFORE_AFTER.search(texts[row["doc_id"]], max(0, row["start"] - 24), row["start"])
            hedge = "about" if row["mod"] == "approx" else None
            if beside:
                hedge = "nearly" if beside["before"] else "just over"
            near = _BY_THE_HOUR.fullmatch(row["text"])
            low, high = _WIDE[hedge or (near and near.lastgroup)]
            unit = "clock" if int(told[1]) > 12 or _HALF.search(row["text"]) else HALF_DAY
            meant = Figure(minutes, minutes - low, minutes + high, dimension="clock", unit=unit, hedge=hedge)
            yield _answer(row, "time", "time", meant, told[0][1:])


def _days(dates: pd.DataFrame, shown: Mapping[str, Passage]) -> Iterator[Answer]:
    """Days and months, as the days that they may mean."""
    for row in dates[dates["sentence_id"].isin(shown)].to_dict("records"):
        match = _DAY.fullmatch(row["value"]) if isinstance(row["value"], str) else None
        value = match[1] if match else ""
        told = len(value) > 4 or (value and row["method"] in _YEARS_TOLD)
        if told and (not isinstance(row["mod"], str) or row["mod"] == "since"):
            year, month, day = (int(part) for part in f"{value}-00-00"[:10].split("-"))
            if year < 1:
                continue
            low = float(date(year, month or 1, day or 1).toordinal())
            last = day or monthrange(year, month or 12)[1]
            high = float(date(year, month or 12, last).toordinal())
            meant = Figure(low, low, high, dimension="day", unit=_SPANS[len(value)], hedge=None)
            yield _answer(row, "date", "weekday" if "weekday" in str(row["method"]) else "date", meant, value)


def _answer(
    row: Mapping[Hashable, Any], kind: str, what: str, told: Figure, value: str, of: str | None = None
) -> Answer:
    return Answer(
        row["doc_id"],
        row["sentence_id"],
        start=int(row["start"]),
        end=int(row["end"]),
        text=row["text"],
        kind=kind,
        what=what,
        figure=told,
        value=value,
        of=of,
    )
