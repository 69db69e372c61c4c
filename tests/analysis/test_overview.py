"""What the overview's small map shows: the country in which most is named."""

from __future__ import annotations

import pandas as pd
import pytest

from tellings.analysis import overview


@pytest.mark.parametrize(
    ("rows", "country"),
    [
        ([("DE-NW", "DE", 5), ("PL-12", "PL", 1), ("PL-22", "PL", 1)], "DE"),
        ([("FR-ARA", "FR", 2), ("FR-PDL", "FR", 1), ("GB-ENG", "GB", 12)], "GB"),
        ([("TR-34", "TR", 4), ("UA-63", "UA", 2), ("UA-59", "UA", 2)], "UA"),
    ],
)
def test_the_country_with_most_mentions_is_shown_not_that_with_most_regions(
    rows: list[tuple[str, str, int]], country: str
) -> None:
    regions = pd.DataFrame(rows, columns=["code", "country_code", "n"])
    assert set(overview.of_main_country(regions).country_code) == {country}
