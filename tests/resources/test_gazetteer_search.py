"""The gazetteer searched by people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.resources import gazetteer


def test_the_very_name_comes_first_and_the_most_populous_of_it() -> None:
    found = gazetteer.search("Springfield")
    assert found.name.iloc[0] == "Springfield"
    assert len(found) > 5
    assert found.population.iloc[0] == found.population[found.name == "Springfield"].max()


@pytest.mark.parametrize("words", ["Odessa", "odesa", "ODESA", " Odesa "])
def test_spellings_case_and_space_do_not_matter(words: str) -> None:
    found = gazetteer.search(words).set_index("place_id")
    assert found.loc["gn:698740", "country_code"] == "UA"
    assert found.loc["gn:698740", "lat"] == pytest.approx(46.486)


@pytest.mark.parametrize("words", ["", "x", "qqqqqqqqqq", "'", "\U0010ffff"])
def test_what_is_nowhere_is_empty(words: str) -> None:
    found = gazetteer.search(words)
    assert found.empty
    assert list(found.columns) == list(gazetteer.SHOWN)


def test_every_place_has_an_id() -> None:
    assert gazetteer.search("San").place_id.notna().all()


@pytest.mark.parametrize(
    ("words", "place_id"),
    [
        ("The Hague", "gn:2747373"),
        ("St. Louis", "gn:4407066"),
        ("saint louis", "gn:4407066"),
        ("Ft. Worth", "gn:4691930"),
        ("Łódź", "gn:3093133"),
        ("Lodz", "gn:3093133"),
        ("Tromsø", "gn:3133895"),
        ("Bosnia & Herzegovina", "gn:3277605"),
        ("Sao Paulo", "gn:3448439"),
        ("malmo", "gn:2692969"),
        ("u.s.", "gn:6252001"),
    ],
)
def test_people_find_what_the_annotator_finds(words: str, place_id: str) -> None:
    assert place_id in gazetteer.search(words).place_id.head(3).tolist()


def test_a_mountain_is_found_by_its_short_form() -> None:
    assert gazetteer.search("Mt. Everest").name.tolist()[:1] == ["Mount Everest"]


@given(st.sampled_from(["The Hague", "Odessa", "San José", "Mt. Everest", "Łódź"]), st.integers(2, 12))
def test_the_beginning_of_a_name_leads_to_places_that_begin_so(name: str, n: int) -> None:
    found = gazetteer.search(name[:n])
    assert len(found) <= gazetteer.MOST_FOUND
    assert found.place_id.is_unique
    if n >= len(name):
        assert found.place_id.tolist() == gazetteer.search(name).place_id.tolist()
