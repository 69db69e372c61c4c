"""The gazetteer as it is committed: what its names lead to, its codes, how it is looked up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.resources import gazetteer
from tellings.resources.placename_key import key

BOUNDARIES = Path(__file__).resolve().parents[2] / "data" / "boundaries"


@pytest.fixture(scope="module")
def places() -> gazetteer.Gazetteer:
    return gazetteer.load()


@pytest.mark.parametrize(
    ("spellings", "code"),
    [
        (("Luhansk", "Lugansk", "Luhans'k"), "UA-09"),
        (("Kharkiv", "Kharkov"), "UA-63"),
        (("Zaporizhzhia", "Zaporozhye", "Zaporizhia"), "UA-23"),
        (("Odesa", "Odessa"), "UA-51"),
        (("Donetsk", "Donets’k"), "UA-14"),
    ],
)
def test_spellings_lead_to_the_city_and_its_oblast(
    places: gazetteer.Gazetteer, spellings: tuple[str, ...], code: str
) -> None:
    for spelling in spellings:
        found = {(p.kind, p.admin1_code) for p in places.candidates(spelling)}
        assert {("city", code), ("region", code)} <= found, spelling


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("Kyiv", "city", "UA"),
        ("Kiev", "city", "UA"),
        ("Dnipropetrovsk", "region", "UA"),
        ("Crimea", "region", "UA"),
        ("Turkey", "country", "TR"),
        ("Türkiye", "country", "TR"),
        ("U.S.", "country", "US"),
        ("Britain", "country", "GB"),
        ("Tibet", "region", "CN"),
        ("Scotland", "region", "GB"),
        ("Heathrow Airport", "facility", "GB"),
    ],
)
def test_the_best_known_bearer_of_a_name_comes_first(
    places: gazetteer.Gazetteer, name: str, kind: str, code: str
) -> None:
    first = next(p for p in places.candidates(name) if p.kind == kind)
    assert first.country_code == code


def test_wide_areas_and_seas_have_an_id_and_no_point(places: gazetteer.Gazetteer) -> None:
    for name in ("Europe", "Middle East", "Black Sea", "the West", "Sahel"):
        place = places.candidates(name)[0]
        assert place.kind in {"area", "water"}
        assert place.place_id
        assert place.lat is None
        assert place.lon is None


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Ukrainian", "Ukraine"),
        ("Ukrainians", "Ukraine"),
        ("Turkish", "Türkiye"),
        ("Dutch", "Netherlands"),
        ("Frenchmen", "France"),
        ("European", "Europe"),
        ("Texan", "Texas"),
        ("Londoners", "London"),
    ],
)
def test_demonyms(places: gazetteer.Gazetteer, word: str, name: str) -> None:
    place = places.demonym(word)
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize("word", ["us", "turkey", "of", "", "a", "K", "Us"])
def test_words_are_not_countries(places: gazetteer.Gazetteer, word: str) -> None:
    assert "country" not in places.kinds(word)


def test_unknown_names_and_ids(places: gazetteer.Gazetteer) -> None:
    assert places.candidates("Qwertzuiopia") == []
    assert places.demonym("Qwertzuiopian") is None
    assert not places.is_name("Qwertzuiopia")
    assert places.place("gn:-1") is None


def test_a_place_is_found_by_its_own_id(places: gazetteer.Gazetteer) -> None:
    for name in ("Kharkiv", "Europe", "Kremlin", "Japan"):
        place = places.candidates(name)[0]
        assert places.place(place.place_id) is place


def test_crimea_and_sevastopol_are_ukraines(places: gazetteer.Gazetteer) -> None:
    for name, code in (("Simferopol", "UA-43"), ("Yalta", "UA-43"), ("Sevastopol", "UA-40")):
        place = places.candidates(name)[0]
        assert (place.country_code, place.admin1_code) == ("UA", code)


def test_every_code_of_a_city_is_drawn(places: gazetteer.Gazetteer) -> None:
    drawn = {
        feature["id"]
        for path in (BOUNDARIES / "regions").glob("*.json")
        for feature in json.loads(path.read_text("utf-8"))["features"]
    }
    names = (
        "Kharkiv",
        "Moscow",
        "Istanbul",
        "Paris",
        "London",
        "Springfield",
        "Mumbai",
        "Lagos",
        "Lima",
        "Osaka",
    )
    for name in names:
        for place in places.candidates(name):
            if place.kind == "city" and place.population > 100_000:
                assert place.admin1_code in drawn, place


@given(
    st.text(max_size=40)
    | st.sampled_from(("Kharkiv", "the Hague", "Apia", "Anadyr", "Paris", "Lima", "Europe"))
)
def test_any_text_can_be_looked_up(text: str) -> None:
    places = gazetteer.load()
    for place in places.candidates(text):
        assert (place.lat is None) == (place.lon is None)
        assert -90 <= (place.lat or 0) <= 90
        assert -180 <= (place.lon or 0) <= 180
    assert key(key(text)) == key(text) or "the" in key(text)


def test_a_countrys_own_name_is_no_towns_folded_alias() -> None:
    places = gazetteer.load()
    assert {place.kind for place in places.candidates("Canada")} == {"country"}
    assert "New Britain" not in [place.name for place in places.candidates("Quebec")]
    assert [p.admin1_code for p in places.candidates("Mexico") if p.kind == "city"][:2] == ["PH-03", "US-MO"]


def test_abbreviations_that_stand_alone_name_regions_and_countries() -> None:
    places = gazetteer.load()
    assert [place.iso for place in places.abbreviated("NSW")] == ["AU-NSW"]
    assert {place.iso for place in places.abbreviated("SA")} == {"AU-SA", "ZA"}
    assert places.abbreviated("ABC") == []


@pytest.mark.parametrize(
    ("printed", "shown"),
    [("Concelho do Búzi", "Buzi District"), ("Departamento de San Rafael", "San Rafael Department")],
)
def test_a_district_is_shown_under_its_english_name_and_found_under_its_own(printed: str, shown: str) -> None:
    (place, *_) = gazetteer.load().candidates(printed)
    assert key(place.name) == key(shown)
    assert place in gazetteer.load().candidates(shown)
