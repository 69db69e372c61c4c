"""Dates of publication in the forms that spreadsheets and databases write."""

from __future__ import annotations

from datetime import date

import pytest

from tellings.corpus.publication_dates import UndecidedDateError, order_of, read_date

DAY = date(2025, 3, 12)


@pytest.mark.parametrize(
    "written",
    [
        "2025-03-12",
        "20250312",
        "2025-03-12T23:30:00Z",
        "2025/03/12",
        "2025/3/12 10:00",
        "12 March 2025",
        "March 12, 2025",
        "Mar. 12, 2025",
        "12-Mar-2025",
        "Wed, 12 Mar 2025 10:00:00 +0000",
        "March 12, 2025 Wednesday, Late Edition - Final",
        "Wednesday, 12th March 2025",
        "12. März 2025",
        "12 mars 2025",
        "12 de marzo de 2025",
        "12.03.2025",
        "12.3.25",
    ],
)
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    assert read_date(written) == DAY
    assert read_date(f"  {written} ") == DAY


@pytest.mark.parametrize("nothing", [None, "", "   "])
def test_nothing_is_no_date(nothing: str | None) -> None:
    assert read_date(nothing) is None


@pytest.mark.parametrize(
    "wrong", ["soon", "2025", "March 2025", "31/02/2025", "12 Foo 2025", "45728", 20250312, ["x"]]
)
def test_what_is_no_date_is_refused_with_what_to_write(wrong: object) -> None:
    with pytest.raises(ValueError, match="is no date; write it as 2025-05-16"):
        read_date(wrong)


def test_numbers_with_slashes_are_read_by_their_order_or_where_they_leave_no_choice() -> None:
    assert read_date("12/03/2025", "day first") == DAY
    assert read_date("03/12/2025", "month first") == DAY
    assert read_date("25/03/2025") == date(2025, 3, 25)
    assert read_date("3-25-2025") == date(2025, 3, 25)
    assert read_date("05/05/2025") == date(2025, 5, 5)
    with pytest.raises(UndecidedDateError, match="may be 2025-03-12 or 2025-12-03"):
        read_date("12/03/2025")


def test_a_column_decides_whether_the_day_is_first() -> None:
    assert order_of(["01/02/2025", "13/02/2025", "", "soon"]) == "day first"
    assert order_of(["01/02/2025", "02/13/2025"]) == "month first"
    assert order_of(["01/02/2025", "03/04/2025"]) is None
    assert order_of(["13/02/2025", "02/13/2025"]) is None
