"""The gazetteer searched by people."""

from __future__ import annotations

import pytest

from tellings.resources import place_search


def test_the_very_name_comes_first_and_the_most_populous_of_it() -> None:
    found = place_search.search("Springfield")
    assert found.name.iloc[0] == "Springfield"
    assert len(found) > 5
    exact = found[found.name == "Springfield"]
    assert exact.population.is_monotonic_decreasing


@pytest.mark.parametrize("words", ["Odessa", "odesa", "ODESA", " Odesa "])
def test_spellings_case_and_space_do_not_matter(words: str) -> None:
    found = place_search.search(words).set_index("place_id")
    assert found.loc["gn:698740", "country_code"] == "UA"
    assert found.loc["gn:698740", "lat"] == pytest.approx(46.486)


@pytest.mark.parametrize("words", ["", "x", "qqqqqqqqqq", "'", "\U0010ffff"])
def test_what_is_nowhere_is_empty(words: str) -> None:
    found = place_search.search(words)
    assert found.empty
    assert list(found.columns) == list(place_search.COLUMNS)


def test_every_place_has_an_id() -> None:
    assert place_search.search("San").place_id.notna().all()
