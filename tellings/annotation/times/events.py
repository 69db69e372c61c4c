"""The day after the fire, the night before Sunday's final: told from an event whose day the article tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from tellings.annotation.article import Article
from tellings.annotation.grammar import NOMINAL, VERBAL
from tellings.annotation.times import calendar_values as values
from tellings.annotation.times.meaning import A_DAY, STORY_STEP
from tellings.annotation.times.relative_dates import TOLD_FROM_EVENT
from tellings.annotation.times.row import DateRow

_NEAR = 25
"""Characters within which the day of the event may follow itself: the day before the August 7 vote."""


def told_from(article: Article, rows: Sequence[DateRow]) -> list[DateRow]:
    """The rows of an article, with a value for those told from an event whose day another row tells."""
    done = list(rows)
    for i, row in enumerate(rows):
        if row.method != TOLD_FROM_EVENT or row.value is not None or row.text[:3].lower() != "the":
            continue
        following = rows[i + 1] if i + 1 < len(rows) else None
        if following is not None and _beside(article, row, following):
            day = _day(following)
        else:
            day = next(filter(None, map(_day, _of_event(article, row, rows))), None)
        if day is not None:
            _, unit, side = row.text.lower().split()
            part = values.PARTS_OF_DAY.get(unit)
            value = values.shifted(day, STORY_STEP[side], "day" if part else unit)
            done[i] = replace(row, value=f"{value}T{part}" if value and part else value)
    return done


def _day(row: DateRow) -> date | None:
    return date.fromisoformat(row.value[:10]) if row.value and A_DAY.match(row.value) else None


def _beside(article: Article, row: DateRow, following: DateRow) -> bool:
    between = article.text[row.end : following.start]
    return len(between) <= _NEAR and not any(mark in between for mark in ".,;:\n")


def _of_event(article: Article, row: DateRow, rows: Sequence[DateRow]) -> Iterator[DateRow]:
    """The dates whose sentence tells of the same event: the nearest before, then those behind."""
    event = _event(article, row)
    before = [other for other in rows if other.end <= row.start][::-1]
    for other in (*before, *(o for o in rows if o.start >= row.end)) if event else ():
        sentence = article.sentence_at(other.start)
        if sentence is not None and any(t.lemma_.lower() == event for t in sentence if t.pos_ in _TELLING):
            yield other


_TELLING = frozenset({*NOMINAL, *VERBAL})


def _event(article: Article, row: DateRow) -> str | None:
    """The noun for the event: *fire* of "the day after the barn fire"."""
    sentence = article.sentence_at(row.start)
    noun: Token | None = None
    for token in sentence or ():
        if token.idx < row.end:
            continue
        if token.pos_ in NOMINAL:
            noun = token
        elif noun is not None or token.pos_ not in ("DET", "ADJ", "PRON", "NUM"):
            break
    return noun.lemma_.lower() if noun is not None else None
