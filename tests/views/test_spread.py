"""Bars of rates: what is printed at a bar is what its length says."""

from __future__ import annotations

import pandas as pd
import pytest

from tellings.views import spread
from tellings.views.theme import TELEPHONE, Look


def test_the_number_at_a_bar_is_the_rate_that_it_shows() -> None:
    rows = pd.DataFrame({"id": ["a", "b"], "label": ["A", "B"], "n": [3, 9], "per_1000": [6.0, 2.25]})
    (bars,) = spread.figure(rows).data
    assert list(bars.x) == [6.0, 2.25]
    assert list(bars.text) == ["6.00", "2.25"]
    assert "3 ×" in bars.hovertemplate[0]


def test_on_a_telephone_bars_and_places_are_in_sight() -> None:
    rows = pd.DataFrame(
        {"id": ["a"], "label": ["“Ukraine and Russia agreed …”"], "n": [3], "per_1000": [17.5]}
    )
    ticks = pd.DataFrame({"id": ["a", "a"], "at": [0.1, 0.9]})
    layout = spread.figure(rows, ticks=ticks, look=Look(room="telephone")).layout
    plot = layout.meta["least"] - layout.margin.l - layout.margin.r
    assert layout.meta["least"] == TELEPHONE
    assert plot * layout.xaxis.domain[1] * 17.5 / layout.xaxis.range[1] + 30 <= plot * layout.xaxis2.domain[0]
    assert plot * (layout.xaxis2.domain[1] - layout.xaxis2.domain[0]) >= 90


@pytest.mark.parametrize(("narrow", "lines"), [(False, 1), (True, 2)])
def test_its_title_has_one_line_but_on_a_telephone(narrow: bool, lines: int) -> None:
    rows = pd.DataFrame({"id": ["a"], "label": ["A"], "n": [3], "per_1000": [6.0]})
    look = Look(title="“talks” in 1,000 words, by date", room="telephone" * narrow)
    assert len(spread.figure(rows, look=look).layout.title.text.split("<br>")) == lines


def test_articles_that_begin_alike_are_told_apart() -> None:
    labels = ["“Harbour and Quay Council agreed …”", "“Harbour and Quay Council quarrel …”"]
    rows = pd.DataFrame({"id": ["a", "b"], "label": labels, "n": [3, 2], "per_1000": [6.0, 4.0]})
    told = list(spread.figure(rows).layout.yaxis.ticktext)
    assert told == ["“Harbour and… agreed”", "“Harbour and… quarrel”"]
