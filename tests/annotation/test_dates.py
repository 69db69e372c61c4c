"""Dates and times: printed form, type, value and mod on invented news, and what holds for any text."""

from __future__ import annotations

from datetime import date

import pytest

from tellings.annotation.dates import DateRow, dates
from tellings.annotation.pipeline import load_model, read_article
from tests.annotation.date_cases import AFTER, BEFORE, Case


def _read(published: str | None, text: str) -> list[DateRow]:
    day = date.fromisoformat(published) if published else None
    return dates(read_article(load_model(), "a", text, published=day))


@pytest.mark.model
@pytest.mark.parametrize("case", [*BEFORE, *AFTER], ids=lambda case: case[1][:60])
def test_case(case: Case) -> None:
    published, text, expected = case
    found = _read(published, text)
    assert [(r.type, r.value, r.mod) for r in found] == [
        (e[1], e[2], e[3] if len(e) > 3 else None) for e in expected
    ]
    for row, wanted in zip(found, expected, strict=True):
        assert row.text == text[row.start : row.end]
        assert wanted[0] in row.text or row.text in wanted[0]
