"""Bars of rates: what is printed at a bar is what its length says."""

from __future__ import annotations

import pandas as pd

from tellings.views import spread


def test_the_number_at_a_bar_is_the_rate_that_it_shows() -> None:
    rows = pd.DataFrame({"id": ["a", "b"], "label": ["A", "B"], "n": [3, 9], "per_1000": [6.0, 2.25]})
    (bars,) = spread.figure(rows).data
    assert list(bars.x) == [6.0, 2.25]
    assert list(bars.text) == ["6.00", "2.25"]
    assert "3 ×" in bars.hovertemplate[0]
