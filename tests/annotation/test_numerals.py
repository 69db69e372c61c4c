"""Numbers as printed, their units and hedges, and calendar arithmetic, without a language model."""

from __future__ import annotations

import itertools
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.annotation.amounts.currencies import currency_before
from tellings.annotation.amounts.ranges import pair
from tellings.annotation.amounts.units import unit_after
from tellings.annotation.hedges import date_mod, hedge_around
from tellings.annotation.numerals import numerals, plain
from tellings.annotation.times import calendar_values as values
from tellings.annotation.times.candidates import candidates
from tellings.annotation.times.durations import lengths


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a fifth of it, two-thirds of it, 3/4, half of it", [0.2, 2 / 3, 0.75, 0.5]),
        (
            "one hundred and five; twenty-one; two million three hundred thousand and twelve",
            [105, 21, 2_300_012],
        ),
        ("two and three and four", [2, 3, 4]),
        ("a dozen, half a million, two and a half billion", [12, 500_000, 2.5e9]),
        ("dozens, tens of thousands, hundreds of millions", [12, 10_000, 1e8]),
        ("nine out of ten, 1 in 5, 6-4 in 95 minutes", [0.9, 0.2, 6, 4, 95]),
        ("£1.5m for 3m people in a 100m race", [1.5e6, 3e6, 100]),
        ("21st, third, twenty-first, second-tier, third-largest", [21, 3, 21, 3]),
        ("F-16, COVID-19, 5G, G7, a1b2", []),
        ("the hundreds, an hour and a half", []),
    ],
)
def test_numbers_as_printed(text: str, expected: list[float]) -> None:
    assert [n.value for n in numerals(text)] == pytest.approx(expected)


@given(st.integers(1, 9999))
def test_spelled_numbers_are_read_back(number: int) -> None:
    assert [n.value for n in numerals(_spelled(number))] == [number]


def _spelled(number: int) -> str:
    small = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    ones = ["", *small.split(), "eighteen", "nineteen"]
    tens = ["", "", *"twenty thirty forty fifty sixty seventy eighty ninety".split()]
    words = []
    if number >= 1000:
        words.append(f"{ones[number // 1000]} thousand")
    if number % 1000 >= 100:
        words.append(f"{ones[number % 1000 // 100]} hundred")
    rest = number % 100
    if rest:
        last = ones[rest] if rest < 20 else "-".join(w for w in (tens[rest // 10], ones[rest % 10]) if w)
        words.append(f"and {last}" if words else last)
    return " ".join(words)


@pytest.mark.parametrize(
    ("text", "name", "mod"),
    [
        ("just over 90", "just over", "more_than"),
        ("well under 90", "well under", "less_than"),
        ("nearly 90", "nearly", "approx"),
        ("no fewer than 90", "at least", "more_than"),
        ("as many as 90", "up to", "less_than"),
        ("~90", "about", "approx"),
        ("talks about 90", None, None),
        ("worth about $90", "about", "approx"),
    ],
)
def test_hedges(text: str, name: str | None, mod: str | None) -> None:
    hedge = hedge_around(text, text.index("90"), len(text))
    assert (hedge.name if hedge else None, date_mod(hedge)) == (name, mod)


def test_hedges_behind_a_number() -> None:
    text = "90 or more"
    hedge = hedge_around(text, 0, 2)
    assert hedge is not None
    assert (hedge.name, text[hedge.start : hedge.end]) == ("at least", text)


def test_units_and_currencies() -> None:
    assert unit_after("30-day truce", 2) == ("day", 6)
    assert unit_after("150 km/h", 3) == ("kilometre per hour", 8)
    assert unit_after("5 people", 1) is None
    assert currency_before("US$3", 3) == ("USD", 0)
    assert currency_before("EUR 3", 4) == ("EUR", 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 to 10 people", (5, 10, "people")),
        ("$3-4 billion", (3e9, 4e9, "dollar")),
        ("between 5 and 10 boats", (5, 10, "boat")),
        ("won 3-1", (None, None, "score")),
        ("from 5 to 10 per cent", None),
        ("10 to 5 people", None),
    ],
)
def test_pairs(text: str, expected: tuple[float | None, float | None, str] | None) -> None:
    found = pair(text, *numerals(text)[:2])
    assert (found and (found.low, found.high, found.unit)) == expected


def test_weekdays_on_a_friday() -> None:
    friday = date(2025, 5, 16)
    told = {
        ("past", ""): (16, 12),
        ("future", ""): (16, 19),
        ("past", "last"): (9, 12),
        ("past", "next"): (23, 19),
        ("past", "this"): (16, 12),
        ("past", "coming"): (23, 19),
        ("past", "last week"): (9, 5),
    }
    for (direction, qualifier), (on_friday, on_monday) in told.items():
        found = [values.weekday(friday, n, direction, qualifier) for n in (5, 1)]
        assert found == [date(2025, 5, on_friday), date(2025, 5, on_monday)], (direction, qualifier)


@given(st.dates(date(1600, 1, 1), date(2900, 1, 1)), st.integers(1, 7), st.sampled_from(["past", "future"]))
def test_a_weekday_is_within_a_week_on_the_right_side(day: date, number: int, direction: str) -> None:
    found = values.weekday(day, number, direction)
    assert found is not None
    assert found.isoweekday() == number
    away = (found - day).days
    assert -7 < away <= 0 if direction == "past" else 0 <= away < 7


@pytest.mark.parametrize(
    ("month", "day", "direction", "anchor", "expected"),
    [
        (5, 16, "past", None, date(2025, 5, 16)),
        (12, 31, "past", None, date(2024, 12, 31)),
        (6, 3, "future", None, date(2025, 6, 3)),
        (5, 20, "past", None, date(2025, 5, 20)),  # no article of May means the May before by the 20th
        (4, 15, "past", date(2022, 4, 1), date(2022, 4, 15)),
        (5, 12, "past", date(2022, 4, 1), date(2025, 5, 12)),
        (2, 29, "past", None, date(2024, 2, 29)),
        (2, 30, "past", None, None),
    ],
)
def test_a_day_without_a_year(
    month: int, day: int, direction: str, anchor: date | None, expected: date | None
) -> None:
    assert values.day_without_year(date(2025, 5, 16), month, day, direction, anchor) == expected


def test_durations_and_shifts() -> None:
    assert [values.duration(n, u) for n, u in ((3, "year"), (1.5, "hour"), (None, "day"), (2, "decade"))] == [
        "P3Y",
        "PT1H30M",
        "PXD",
        "P20Y",
    ]
    day = date(2024, 1, 31)
    assert [values.shifted(day, -1, u) for u in ("day", "week", "month", "quarter", "year")] == [
        "2024-01-30",
        "2024-W04",
        "2023-12",
        "2023-Q4",
        "2023",
    ]
    assert values.shifted(day, -5000, "year") is None
    assert values.season(date(2025, 1, 10), "WI", "past", "this") == "2024-WI"


@pytest.mark.parametrize(
    "unit",
    ["one ", "one and ", "100 ", "9", "May 5-", "1-", "2022-", "a half ", "a year and a half ", "over the "],
)
def test_time_grows_with_the_length_of_a_hostile_text(unit: str) -> None:
    def seconds(length: int) -> float:
        text = plain((unit * length)[:length])
        numerals.cache_clear()
        lengths.cache_clear()
        start = time.process_time()
        found = numerals(text)
        candidates(text)
        taken = time.process_time() - start
        assert all(a.end <= b.start for a, b in itertools.pairwise(found))
        return taken

    short, long = min(seconds(4_000) for _ in range(3)), min(seconds(32_000) for _ in range(2))
    assert long < 24 * max(short, 0.002)
