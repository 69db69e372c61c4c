"""Quantities: numeral, value, unit, bounds and hedge on invented news, and what holds for any text."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.annotation.amounts.quantities import quantities
from tellings.annotation.numerals import numerals, plain
from tellings.annotation.pipeline import load_model, read_article
from tellings.annotation.places.home import Home
from tellings.annotation.times.dates import dates
from tests.annotation.amounts.press_cases import COUNTED, HEDGES, MONEY, NONE, UNITS
from tests.annotation.amounts.quantity_cases import AFTER, BEFORE, Case, Expected

PIECES = st.sampled_from(
    [
        *"1,000|1 000|3.2bn|$|€|%|two|and a half|a fifth|of|million|dozens|first|-|–|to|between|and|about".split(
            "|"
        ),
        *"just over|year-old|days|Friday|May 16|2022|last year|since|at|10:30|p.m.|ago|every|Mr|“|”|\n|½".split(
            "|"
        ),
        *"1/3|the|Q3|’s|.|,|half|an hour|century|19th|٣|𝟛|\u00a0|é|🙂".split("|"),
    ]
)


@pytest.mark.model
@pytest.mark.parametrize("case", [*BEFORE, *AFTER], ids=lambda case: case[0][:60])
def test_case(case: Case) -> None:
    text, expected = case
    article = read_article(load_model(), "a", text)
    found = quantities(article, dates(article))
    assert [(r.value, r.unit) for r in found] == [
        (pytest.approx(e[1]) if e[1] is not None else None, e[2]) for e in expected
    ]
    for row, wanted in zip(found, expected, strict=True):
        assert wanted[0].lower() in row.text.lower() or row.text.lower() in wanted[0].lower()
        asked = wanted[3] if len(wanted) > 3 else {}
        assert {name: getattr(row, name) for name in asked} == asked


@pytest.mark.model
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(PIECES, max_size=14).map(" ".join),
        st.lists(PIECES, max_size=14).map("".join),
    )
)
@settings(max_examples=150, deadline=None)
def test_any_text_gives_rows_that_print_themselves(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode("utf-8")
    article = read_article(load_model(), "a", text, published=date(2025, 5, 16))
    found = dates(article)
    assert all(a.end <= b.start for a, b in pairwise(found))
    counted = quantities(article, found)
    assert len({(r.start, r.end) for r in counted}) == len(counted)
    for row in (*found, *counted):
        assert row.start < row.end
        assert article.text[row.start : row.end] == row.text
    for row in counted:
        assert row.low is None or row.value is None or row.low <= row.value
        assert row.high is None or row.value is None or row.value <= row.high


@given(st.integers(0, 10**12))
def test_digits_are_read_however_they_are_grouped(number: int) -> None:
    for printed in (
        str(number),
        f"{number:,}",
        f"{number:,}".replace(",", " "),
        f"{number:,}".replace(",", "\u202f"),
    ):
        assert [n.value for n in numerals(plain(f"They had {printed}."))] == [number]


def _as_asked(text: str, country: str | None, expected: list[Expected]) -> None:
    day = date(2025, 5, 16)
    article = read_article(load_model(), "a", text, published=day)
    found = quantities(article, dates(article), Home(about=country))
    assert [(r.value, r.unit) for r in found] == [
        (pytest.approx(e[1]) if e[1] is not None else None, e[2]) for e in expected
    ]
    for row, wanted in zip(found, expected, strict=True):
        asked = wanted[3] if len(wanted) > 3 else {}
        assert {name: getattr(row, name) for name in asked} == asked
        if row.of is not None:
            assert row.of_start is not None
            assert row.of_end is not None
            assert text[row.of_start : row.of_end]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [*MONEY, *NONE, *HEDGES, *UNITS, *COUNTED],
    ids=lambda value: str(value)[:50],
)
def test_kind(text: str, country: str | None, expected: list[Expected]) -> None:
    _as_asked(text, country, expected)
