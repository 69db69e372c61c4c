"""Bars of rates: what is printed at a bar is what its length says."""

from __future__ import annotations

import pandas as pd
import pytest

from tellings.views import spread
from tellings.views.theme import Look


def test_the_number_at_a_bar_is_the_rate_that_it_shows() -> None:
    rows = pd.DataFrame({"id": ["a", "b"], "label": ["A", "B"], "n": [3, 9], "per_1000": [6.0, 2.25]})
    (bars,) = spread.figure(rows).data
    assert list(bars.x) == [6.0, 2.25]
    assert list(bars.text) == ["6.00", "2.25"]
    assert "3 ×" in bars.hovertemplate[0]


@pytest.mark.parametrize(("narrow", "lines"), [(False, 1), (True, 2)])
def test_its_title_has_one_line_but_on_a_telephone(narrow: bool, lines: int) -> None:
    rows = pd.DataFrame({"id": ["a"], "label": ["A"], "n": [3], "per_1000": [6.0]})
    look = Look(title="“talks” in 1,000 words, by date", narrow=narrow)
    assert len(spread.figure(rows, look=look).layout.title.text.split("<br>")) == lines
