"""Dates and times: printed form, type, value and mod on invented news, and what holds for any text."""

from __future__ import annotations

from datetime import date

import pytest

from tellings.annotation.pipeline import load_model, read_article
from tellings.annotation.places.home import Home
from tellings.annotation.times.dates import dates
from tellings.annotation.times.row import DateRow
from tests.annotation.times.date_cases import AFTER, BEFORE, Case, Expected
from tests.annotation.times.date_kinds import KINDS
from tests.annotation.times.date_story import OF_COUNTRY, STORY


def _read(published: str | None, text: str, country: str | None = None) -> list[DateRow]:
    day = date.fromisoformat(published) if published else None
    return dates(read_article(load_model(), "a", text, published=day), Home(outlet=country))


@pytest.mark.model
@pytest.mark.parametrize(
    "case", [*BEFORE, *AFTER, *KINDS, *STORY, *OF_COUNTRY], ids=lambda case: case[1][:60]
)
def test_case(case: Case | tuple[str | None, str, list[Expected], str]) -> None:
    published, text, expected, *country = case
    found = _read(published, text, *country)
    assert [(r.type, r.value, r.mod) for r in found] == [
        (e[1], e[2], e[3] if len(e) > 3 else None) for e in expected
    ]
    for row, wanted in zip(found, expected, strict=True):
        assert row.text == text[row.start : row.end]
        assert wanted[0] in row.text or row.text in wanted[0]


FORMS = [
    "at 0900 GMT",
    "at 9.30 GMT",
    "at 21:15 Moscow time",
    "7.05pm EST",
    "noon",
    "at midnight",
    "in the '80s",
    "the seventies",
    "the 1980s",
    "2010s",
    "the 3rd century BC",
    "the twenty-first century",
    "Q1 2020",
    "the final quarter of last year",
    "third quarter",
    "first half of the year",
    "Christmas",
    "Christmas Eve 2023",
    "Good Friday",
    "Easter",
    "New Year's Day",
    "every July",
    "each summer",
    "this past spring",
    "in winter of last year",
    "this coming March",
    "next May",
    "on Tues.",
    "on Monday of last week",
    "Wednesday next week",
    "the day before yesterday",
    "tomorrow night",
    "overnight",
    "early last week",
    "the previous year",
    "the following morning",
    "that same day",
    "that night",
    "the year before",
    "at the weekend",
    "this weekend",
    "2024-13-45",
    "31/12/2024",
    "12.05.2024",
    "02/03/2024",
    "30 February",
    "2020-21",
    "1999/2000",
    "9/11",
    "three quarters of an hour",
    "in two weeks' time",
    "half a decade ago",
    "10 minutes ago",
    "a century later",
    "ten thousand million years ago",
    "0 days ago",
    "9999 years ago",
    "in 9999",
    "1066",
    "in 1066",
]
"""One printed example, at least, of every form."""


@pytest.mark.model
@pytest.mark.parametrize("published", [None, "2025-05-16", "0001-01-01", "9999-12-31"])
def test_every_form_is_read_on_any_day(published: str | None) -> None:
    text = "\n".join(f"They met {form}, he said; they will meet {form}." for form in FORMS)
    found = _read(published, text)
    assert len(found) > len(FORMS)
    assert all(text[r.start : r.end] == r.text for r in found)
