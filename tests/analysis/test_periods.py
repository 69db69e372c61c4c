"""Values of dates as stretches of time."""

from __future__ import annotations

from datetime import datetime

import pytest

from tellings.analysis.periods import period


@pytest.mark.parametrize(
    ("value", "low", "high", "grain", "words"),
    [
        ("2025-06-19T21:40", "2025-06-19 21:40", "2025-06-19 21:41", "moment", "19 June 2025, 21:40"),
        ("2025-06-19T21", "2025-06-19 21:00", "2025-06-19 22:00", "moment", "19 June 2025, 21:00"),
        ("2025-06-19TNI", "2025-06-19 18:00", "2025-06-20 06:00", "part", "19 June 2025, night"),
        ("2024-02-29", "2024-02-29", "2024-03-01", "day", "29 February 2024"),
        ("2025-W01", "2024-12-30", "2025-01-06", "week", "week of 30 December 2024"),
        ("2022-12", "2022-12-01", "2023-01-01", "month", "December 2022"),
        ("2022-WI", "2022-12-01", "2023-03-01", "season", "winter 2022"),
        ("2024-Q4", "2024-10-01", "2025-01-01", "quarter", "fourth quarter of 2024"),
        ("2024-H1", "2024-01-01", "2024-07-01", "half", "first half of 2024"),
        ("1989", "1989-01-01", "1990-01-01", "year", "1989"),
        ("196", "1960-01-01", "1970-01-01", "decade", "1960s"),
        ("18", "1800-01-01", "1900-01-01", "century", "1800s"),
    ],
)
def test_a_value_is_a_stretch_of_time(value: str, low: str, high: str, grain: str, words: str) -> None:
    found = period(value)
    assert found is not None
    assert (found.low, found.high) == (datetime.fromisoformat(low), datetime.fromisoformat(high))
    assert (found.grain, found.words) == (grain, words)


@pytest.mark.parametrize(
    "value",
    [None, "", "P3Y", "PT90M", "XXXX-05-16", "XXXX-WXX-5", "T21:40", "2025-02-30", "2025-13", "0000", "2025-W60",
     "2025-06-19T25:00", "2025-06-19T21:75", "9999", "PAST_REF"],
)  # fmt: skip
def test_what_has_no_place_in_time_has_none(value: str | None) -> None:
    assert period(value) is None
