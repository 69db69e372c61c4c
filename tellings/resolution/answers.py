"""What articles answer: figures with what they count, ages with whose, times of the clock, ranks, and their company.

The company of an answer is what stands around it in its sentence: the stems of content words and the entities named,
each by how rare it is, the near ones heavier. Answers are brought together by what they count and by their company.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from tellings.resolution.figures import HALF_DAY, Figure, figure
from tellings.resolution.passages import Passage
from tellings.resolution.wording import rarities, wording

NEAR = 60
"""So many characters before and behind an answer its company is near."""
FAR = 0.5
"""What company further off weighs."""
LONG_AGO = 90
"""So many days before its article a sentence speaks of another time."""

PERSONS = frozenset(
    "people person victim soul other passenger man life body individual resident civilian".split()
)
"""Nouns that count anybody: people where it is told what became of them."""

_MONEY = re.compile(
    r"[A-Z]{3}|dollar|pound|peso|rupee|franc|euro|yen|crown|krone|krona|dinar|rouble|shilling"
)
_AGE_OF = 45
"""So many characters before or behind an age its person stands."""
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_HEDGES = {
    "nearly": re.compile(r"\b(?:shortly|just|a little|not long) before $"),
    "just over": re.compile(r"\b(?:shortly|just|a little|not long) after $"),
    "about": re.compile(
        r"\b(?:about|around|approximately|roughly|some time around|circa|at about|at around) $"
    ),
}
_WIDE = {"nearly": (30.0, 0.0), "just over": (0.0, 30.0), "about": (15.0, 15.0), None: (0.0, 0.0)}
"""How many minutes before and after a time of the clock what is told so may be."""
_HALF = re.compile(r"\d ?[ap]\.?m\b|morning|afternoon|evening|night|noon|\d\d[:.]\d\d", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_GENERAL_UNITS = frozenset({"fraction", "time", "percentage point", "score", "one"})


@dataclass(slots=True, eq=False)
class Answer:
    """What an article answers to one question.

    Attributes:
        kind: of the topic, as in the schema.
        what: what is counted or told, by one word: a state, a noun, a person's id.
        figure: the value, where it is a figure.
        value: the value as it is stored.
        company: stems and entities around it, with their weight.
        words: the same stems as they are printed.
        anchor: the year or month of which its sentence speaks, where that is not the article's time.
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
    company: dict[str, float] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    anchor: str = ""
    said_by: str | None = None
    order: int = 0


def answers(tables: Mapping[str, pd.DataFrame], sentences: Sequence[Passage]) -> list[Answer]:
    """The answers of all articles, in the order of articles and text.

    Args:
        tables: documents, quantities, dates, mentions, quotations, quote_parts.
        sentences: the sentences of what counts.
    """
    texts = dict(zip(tables["documents"]["doc_id"], tables["documents"]["text"], strict=True))
    shown = {passage.sentence_id: passage for passage in sentences}
    persons, named = _mentions(tables["mentions"], shown)
    found = [
        *_figures(tables["quantities"], shown, persons),
        *_clock_times(tables["dates"], shown, texts),
        *_days(tables["dates"], shown),
    ]
    rarity = rarities([*(p.stems for p in sentences), *(tuple(ids) for ids in _ids(named).values())])
    anchors = _anchors(tables["dates"], tables["documents"])
    speakers = _speakers(tables["quotations"], tables["quote_parts"])
    order: dict[tuple[str, str, str], int] = defaultdict(int)
    for answer in found:
        passage = shown[answer.sentence_id]
        _keep_company(answer, texts[answer.doc_id], passage, named.get(passage.sentence_id, ()), rarity)
        answer.anchor = anchors.get(answer.sentence_id, "")
        answer.said_by = speakers.get((answer.doc_id, answer.start))
        key = (answer.sentence_id, answer.kind, answer.figure.dimension if answer.figure else "")
        answer.order = order[key]
        order[key] += 1
    return sorted(found, key=lambda a: (a.doc_id, a.start, a.end, a.kind))


_Named = dict[str, list[tuple[int, int, str]]]


def _mentions(
    mentions: pd.DataFrame, shown: Mapping[str, Passage]
) -> tuple[dict[str, list[tuple[int, int, str]]], _Named]:
    """By sentence, the persons that stand in it, and the entities that are named in it."""
    persons: _Named = defaultdict(list)
    named: _Named = defaultdict(list)
    rows = mentions[mentions["entity_id"].notna() & mentions["sentence_id"].isin(shown)]
    for sentence, start, end, form, kind, entity in zip(
        *(rows[c] for c in ("sentence_id", "start", "end", "form", "type", "entity_id")), strict=True
    ):
        if kind == "person" and form in ("name", "nominal"):
            persons[sentence].append((start, end, entity))
        if form in ("name", "nominal"):
            named[sentence].append((start, end, entity))
    return persons, named


def _ids(named: _Named) -> dict[str, set[str]]:
    return {sentence: {entity for _, _, entity in rows} for sentence, rows in named.items()}


def _figures(quantities: pd.DataFrame, shown: Mapping[str, Passage], persons: _Named) -> Iterator[Answer]:
    """The quantities as answers, with what they count."""
    for row in quantities[quantities["sentence_id"].isin(shown)].to_dict("records"):
        row = {name: None if value != value else value for name, value in row.items()}
        unit = row["unit"]
        unit = "dollar" if unit == "USD" else "people" if unit and _head(unit) in PERSONS else unit
        told = figure(row["value"], row["low"], row["high"], unit, row["hedge"])
        if told is None or unit is None or unit in _GENERAL_UNITS:
            continue
        kind, what = _counted(row, told, unit)
        if kind == "age":
            kind, what = "number", _whose(row, persons.get(row["sentence_id"], ()))
        yield _answer(row, kind, what, told, f"{told.value:g}", of=row["of"])


def _counted(row: Mapping[str, Any], told: Figure, unit: str) -> tuple[str, str]:
    """The kind of a quantity and what it counts."""
    if row["method"] == "age":
        return "age", ""
    if unit == "ordinal":
        return "rank", f"rank {_head(row['of'])}"
    if told.dimension == "duration":
        return "duration", "duration"
    if _MONEY.fullmatch(unit):
        return "money", f"money {unit}"
    if told.dimension in ("length", "weight", "area", "speed", "volume", "percent"):
        return "number", told.dimension
    noun = _head(unit)
    if row["of"] and row["of"] in STATES:
        return "number", row["of"] if noun in PERSONS else f"{row['of']} {noun}"
    return "number", f"count {'people' if noun in PERSONS else noun}"


STATES: dict[str, str] = {
    "dead": "died",
    "injured": "were injured",
    "missing": "are missing",
    "rescued": "were rescued",
    "aboard": "were aboard",
    "capacity": "may be carried",
    "unhurt": "were unhurt",
    "arrested": "were arrested",
    "charged": "were charged",
    "evacuated": "were evacuated",
    "displaced": "were displaced",
    "homeless": "are homeless",
    "infected": "were infected",
    "hospitalised": "were in hospital",
    "trapped": "were trapped",
    "stranded": "were stranded",
    "abducted": "were abducted",
    "freed": "were freed",
    "survived": "survived",
    "unemployed": "are unemployed",
    "laid off": "were laid off",
}
"""The states that `quantities.of` has by one word, as a question puts them."""


def _head(phrase: str | None) -> str:
    words = (phrase or "").lower().split()
    return words[-1].removesuffix("s") if words else ""


def _whose(row: Mapping[str, Any], persons: Sequence[tuple[int, int, str]]) -> str:
    """Whose age a number is: the person in whose mention it stands, else the nearest one."""
    near = [
        (max(0, start - row["end"], row["start"] - end), start, entity)
        for start, end, entity in persons
        if max(start - row["end"], row["start"] - end) <= _AGE_OF
    ]
    return f"age {min(near)[2]}" if near else "age"


def _clock_times(
    dates: pd.DataFrame, shown: Mapping[str, Passage], texts: Mapping[str, str]
) -> Iterator[Answer]:
    """Times of the clock, as minutes of the day."""
    for row in dates[dates["sentence_id"].isin(shown) & (dates["type"] == "time")].to_dict("records"):
        told = _CLOCK.search(row["value"]) if isinstance(row["value"], str) else None
        if told:
            minutes = 60.0 * int(told[1]) + int(told[2])
            before = texts[row["doc_id"]][max(0, row["start"] - 24) : row["start"]]
            hedge = next((name for name, words in _HEDGES.items() if words.search(before)), None)
            hedge = hedge or ("about" if isinstance(row["mod"], str) else None)
            low, high = _WIDE[hedge]
            unit = "clock" if int(told[1]) > 12 or _HALF.search(row["text"]) else HALF_DAY
            meant = Figure(minutes, minutes - low, minutes + high, "clock", unit, hedge)
            yield _answer(row, "time", "time", meant, told[0][1:])


def _days(dates: pd.DataFrame, shown: Mapping[str, Passage]) -> Iterator[Answer]:
    """Days and months, as the days that they may mean."""
    for row in dates[dates["sentence_id"].isin(shown) & (dates["type"] == "date")].to_dict("records"):
        value = row["value"] if isinstance(row["value"], str) else ""
        if _DAY.fullmatch(value) and not isinstance(row["mod"], str):
            first = pd.Timestamp(value)
            last = first if len(value) == 10 else first + pd.offsets.MonthEnd(0)
            low, high = float(first.toordinal()), float(last.toordinal())
            meant = Figure(low, low, high, "day", "day" if low == high else "month", None)
            yield _answer(row, "date", "date", meant, value)


def _answer(
    row: Mapping[str, Any], kind: str, what: str, told: Figure, value: str, of: str | None = None
) -> Answer:
    return Answer(
        row["doc_id"],
        row["sentence_id"],
        int(row["start"]),
        int(row["end"]),
        row["text"],
        kind=kind,
        what=what,
        figure=told,
        value=value,
        of=of,
    )


def _keep_company(
    answer: Answer,
    text: str,
    passage: Passage,
    named: Sequence[tuple[int, int, str]],
    rarity: Mapping[str, float],
) -> None:
    """Note what stands around an answer."""
    before = text.rfind(" ", passage.start, max(passage.start, answer.start - NEAR))
    behind = text.find(" ", min(passage.end, answer.end + NEAR), passage.end)
    near = (max(passage.start, before), behind if behind >= 0 else passage.end)
    pieces = [
        (passage.start, near[0], FAR),
        (near[1], passage.end, FAR),
        (near[0], answer.start, 1.0),
        (answer.end, near[1], 1.0),
    ]
    for start, end, part in pieces:
        for match in re.finditer(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text[start:end]):
            for stem in wording(match.group()):
                answer.company[stem] = part * rarity.get(stem, 1.0)
                answer.words.setdefault(stem, match.group())
    if answer.of:
        for stem in wording(answer.of):
            answer.company[stem] = rarity.get(stem, 1.0)
    for start, end, entity in named:
        close = start < near[1] and end > near[0]
        weight = (1.0 if close else FAR) * rarity.get(entity, 1.0)
        answer.company[entity] = max(weight, answer.company.get(entity, 0.0))


def _anchors(dates: pd.DataFrame, documents: pd.DataFrame) -> dict[str, str]:
    """By sentence, the year or month of which it speaks, where that is well before its article."""
    days = dict(zip(documents["doc_id"], documents["published"], strict=True))
    found: dict[str, str] = {}
    for doc, sentence, value in zip(dates["doc_id"], dates["sentence_id"], dates["value"], strict=True):
        day = days.get(doc)
        if not isinstance(value, str) or not isinstance(day, date) or not re.match(r"\d{4}", value):
            continue
        year = int(value[:4])
        month = int(value[5:7]) if re.match(r"\d{4}-\d\d", value) else 12
        if (day.year - year) * 12 + day.month - month > LONG_AGO // 30:
            found.setdefault(sentence, value[:7])
    return found


def _speakers(quotations: pd.DataFrame, parts: pd.DataFrame) -> _Spoken:
    content = parts[parts["role"] == "content"].merge(
        quotations.loc[quotations["speaker_id"].notna(), ["quote_id", "speaker_id"]], on="quote_id"
    )
    return _Spoken(content)


class _Spoken:
    """Who says what stands at a place of an article."""

    def __init__(self, content: pd.DataFrame) -> None:
        self._spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        rows = content.sort_values(["doc_id", "start"])
        for doc, start, end, who in zip(
            rows["doc_id"], rows["start"], rows["end"], rows["speaker_id"], strict=True
        ):
            self._spans[doc].append((start, end, who))

    def get(self, place: tuple[str, int]) -> str | None:
        """The speaker of the innermost quotation there."""
        doc, at = place
        spans = self._spans.get(doc, [])
        last = bisect_right(spans, (at, float("inf"), ""))
        return next((who for start, end, who in reversed(spans[:last]) if end > at), None)
