"""Towns of a name that many bear, districts by their short names, and counties that are no units today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tellings.annotation.places.districts import districts
from tellings.resources import gazetteer
from tests.annotation.places.test_toponyms import placed

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rain cut the road from Cusco to Puno in Peru. Neighbours of Bellavista fled.",
         ["Cusco", "Puno", "Peru", "Bellavista"]),
        ("The army flew from Huancayo to Ayacucho in Peru. Nobody sleeps in Pueblo Nuevo.",
         ["Huancayo", "Ayacucho", "Peru", "Pueblo Nuevo"]),
        ("Boats left Iquitos in Peru for Nauta. A dyke broke at Santa Rosa.",
         ["Iquitos", "Peru", "Nauta", "Santa Rosa"]),
        ("Snow fell on Ayr and Glasgow in Scotland. Newtown was cut off.",
         ["Ayr", "Glasgow", "Scotland", "Newtown"]),
        ("Storms struck Tucson and Yuma in Arizona. The school at Fairview lost its roof.",
         ["Tucson", "Yuma", "Arizona", "Fairview"]),
        ("A quake shook Antofagasta and Calama in Chile. Walls cracked in San Rafael.",
         ["Antofagasta", "Calama", "Chile", "San Rafael"]),
        ("Locusts came to Salta and Jujuy in Argentina. Farmers of La Florida burned fields.",
         ["Salta", "Jujuy", "Argentina", "La Florida"]),
        ("Trams stopped in Milan and Bergamo in Italy. Snow blocked the pass at San Giorgio.",
         ["Milan", "Bergamo", "Italy", "San Giorgio"]),
        ("Cuts darkened Durango and Mazatlán in Mexico. In El Porvenir candles sold out.",
         ["Durango", "Mazatlán", "Mexico", "El Porvenir"]),
        ("Floods hit Darwin and Katherine in Australia. The pub at Springfield closed.",
         ["Darwin", "Katherine", "Australia", "Springfield"]),
    ],
)  # fmt: skip
def test_of_many_towns_of_a_name_none_is_meant_far_from_the_articles(
    nlp: Language, text: str, names: list[str]
) -> None:
    *known, doubtful = placed(nlp, text, *names)
    assert all(row.place_id for row in known)
    assert len(gazetteer.load().candidates(doubtful.text)) > 2
    assert doubtful.place_id is None


@pytest.mark.parametrize(
    ("text", "names", "code"),
    [
        ("Shots were fired in Wichita, Kansas. A boy from Salina was hurt, one from Newton is safe.",
         ["Wichita", "Kansas", "Salina", "Newton"], "US-KS"),
        ("Floods in Boston and Worcester, Massachusetts. Franklin lost power.",
         ["Boston", "Worcester", "Massachusetts", "Franklin"], "US-MA"),
        ("A train from Tarapoto in Peru was robbed. Juanjuí and Bellavista sent police.",
         ["Tarapoto", "Peru", "Juanjuí", "Bellavista"], "PE-SAM"),
        ("A quake shook Leeds and Bradford in England. Otley was hit.",
         ["Leeds", "Bradford", "England", "Otley"], "GB-ENG"),
        ("Snow cut off Nashville, Tennessee. Clinton had no power.",
         ["Nashville", "Tennessee", "Clinton"], "US-TN"),
        ("The wreck lies off Sydney, Australia. Divers came from Newcastle and from Richmond.",
         ["Sydney", "Australia", "Newcastle", "Richmond"], "AU-NSW"),
        ("A judge in Springfield, Illinois, freed him. He lives in Clinton.",
         ["Springfield", "Illinois", "Clinton"], "US-IL"),
        ("The strike began in Lima, Peru. In Chiclayo and Santa Rosa boats stayed in port.",
         ["Lima", "Peru", "Chiclayo", "Santa Rosa"], "PE-LAM"),
        ("Police in Spokane and Seattle sought a man from Clinton.",
         ["Spokane", "Seattle", "Clinton"], "US-WA"),
        ("Police shot a man near Georgetown, Texas.", ["Georgetown"], "US-TX"),
    ],
)  # fmt: skip
def test_the_one_of_the_name_that_lies_where_the_article_plays_is_meant(
    nlp: Language, text: str, names: list[str], code: str
) -> None:
    row = placed(nlp, text, *names)[-1]
    assert (row.kind, row.admin1_code) == ("city", code)


@pytest.mark.parametrize(
    ("text", "names", "town"),
    [
        ("Water would reach the Mantaro within hours, officials in Cusco, Peru, said.", ["Mantaro", "Cusco"], False),
        ("Rafts sank on the Umpqua in Oregon.", ["Umpqua", "Oregon"], False),
        ("Salmon died in the Fraser, which runs by Vancouver.", ["Fraser", "Vancouver"], False),
        ("He wrote for The Atlantic about Des Moines and Ames in Iowa.",
         ["Atlantic", "Des Moines", "Ames", "Iowa"], False),
        ("A cow drowned in the Kenton outside Portland, Oregon.", ["Kenton", "Portland"], False),
        ("She works at the Mantaro market in Cusco, Peru.", ["Mantaro", "Cusco", "Peru"], True),
        ("A man fell in the Bronx, New York.", ["Bronx", "New York"], True),
        ("Orchards bloom round the Dalles, Oregon.", ["Dalles", "Oregon"], True),
        ("Talks at The Hague in the Netherlands ended.", ["The Hague", "Netherlands"], True),
        ("The Ames police chief left Des Moines, Iowa.", ["Ames", "Des Moines", "Iowa"], True),
    ],
)  # fmt: skip
def test_what_stands_bare_behind_the_is_no_small_town(
    nlp: Language, text: str, names: list[str], *, town: bool
) -> None:
    assert (placed(nlp, text, *names)[0].kind == "city") == town


def test_a_building_that_bears_a_towns_name_is_no_company_for_others(nlp: Language) -> None:
    text = "The Senegal striker jetted into Birmingham. Villa Park is a special place, he said."
    names = [("Senegal", "country"), ("Birmingham", "city"), ("Villa Park", "facility")]
    rows = placed(nlp, text, *(name for name, _ in names), kind=[kind for _, kind in names])
    assert [row.country_code for row in rows] == ["SN", "GB", None]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Angaraes", "PE-HUV"), ("Simalungun", "ID-SU"), ("South Tapanuli", "ID-SU"), ("Urgun", "AF-PKA"),
        ("Tulumba", "AR-X"), ("Labuhan Batu", "ID-SU"), ("Tinogasta", "AR-K"),
    ],
)  # fmt: skip
def test_a_district_is_found_by_its_name_without_the_word_for_its_unit(name: str, code: str) -> None:
    assert code in {place.admin1_code for place, _ in districts(name, gazetteer.load())}


@pytest.mark.parametrize("name", ["Central", "Eastern", "North", "Obankele", ""])
def test_a_direction_is_no_district(name: str) -> None:
    assert districts(name, gazetteer.load()) == []


def test_a_province_is_placed_by_its_short_name_and_a_river_is_not_it(nlp: Language) -> None:
    text = "Traders from Angaraes province left Lima, Peru. The mayor of Angaraes stayed."
    rows = placed(nlp, text, "Angaraes", "Lima", "Peru", "Angaraes", kind="region")
    assert [row.admin1_code for row in rows] == ["PE-HUV", "PE-LMA", None, "PE-HUV"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("West Yorkshire", "GB-ENG"), ("South Yorkshire", "GB-ENG"), ("Greater Manchester", "GB-ENG"),
        ("North Wales", "GB-WLS"), ("South Wales", "GB-WLS"), ("Montgomeryshire", "GB-WLS"), ("Tayside", "GB-SCT"),
        ("Lothian", "GB-SCT"), ("Ross-shire", "GB-SCT"), ("Picardy", "FR-HDF"), ("Auvergne", "FR-ARA"),
    ],
)  # fmt: skip
def test_counties_and_regions_that_are_no_units_today_are_known(name: str, code: str) -> None:
    place = gazetteer.load().candidates(name)[0]
    assert (place.kind, place.admin1_code) == ("region", code)


@pytest.mark.parametrize(
    ("text", "names", "known"),
    [
        ("Police in Kingston, Jamaica, searched houses in Falmouth and in Hague.",
         ["Kingston", "Jamaica", "Falmouth", "Hague"], False),
        ("Snow fell in Denver, Colorado. The school at Hague stayed shut.", ["Denver", "Colorado", "Hague"], False),
        ("Police in Kingston, Jamaica, wrote to the court in The Hague.", ["Kingston", "Jamaica", "The Hague"], True),
        ("Police in Kingston, Jamaica, wrote to a court in the Hague.", ["Kingston", "Jamaica", "the Hague"], True),
        ("Floods hit Rotterdam and Delft in the Netherlands, and Hague.",
         ["Rotterdam", "Delft", "Netherlands", "Hague"], True),
        ("The Netherlands sent police to Hague on Monday.", ["Netherlands", "Hague"], True),
    ],
)  # fmt: skip
def test_a_place_whose_name_has_an_article_is_not_meant_far_away_without_it(
    nlp: Language, text: str, names: list[str], known: bool
) -> None:
    *_, row = placed(nlp, text, *names)
    assert (row.place_id is not None) == known


@pytest.mark.parametrize(
    ("text", "names", "land"),
    [
        ("A ship skipped the Jamaican port of Falmouth. British police said so.", ["Jamaican", "Falmouth", "British"],
         "JM"),
        ("Rain fell on the Irish town of Newcastle. London and Leeds were dry.",
         ["Irish", "Newcastle", "London", "Leeds"], "IE"),
        ("He left the Canadian city of London. Leeds and York were dry.", ["Canadian", "London", "Leeds", "York"],
         "CA"),
        ("Fire broke out in the Australian town of Newcastle. Leeds sent help.",
         ["Australian", "Newcastle", "Leeds"], "AU"),
        ("Shops in the Chilean coastal resort of Valparaiso closed. Chicago watched.",
         ["Chilean", "Valparaiso", "Chicago"], "CL"),
    ],
)  # fmt: skip
def test_a_peoples_name_before_the_noun_says_in_which_country_a_town_lies(
    nlp: Language, text: str, names: list[str], land: str
) -> None:
    kinds = ["demonym" if name.endswith(("an", "ish")) and name != "Valparaiso" else "city" for name in names]
    _, town, *_ = placed(nlp, text, *names, kind=kinds)
    assert town.country_code == land


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He flew to Miami from Kingston in Jamaica. At Rock a boat was lost.",
         ["Miami", "Kingston", "Jamaica", "Rock"]),
        ("He flew to Miami from Kingston in Jamaica. Staff at Area wept.",
         ["Miami", "Kingston", "Jamaica", "Area"]),
        ("He grew up in Handsworth, Birmingham, police in England said.",
         ["Handsworth", "Birmingham", "England"]),
    ],
)  # fmt: skip
def test_a_town_far_away_is_not_meant_by_another_spelling_or_where_it_is_said_to_lie_elsewhere(
    nlp: Language, text: str, names: list[str]
) -> None:
    towns = dict(zip(names, placed(nlp, text, *names), strict=True))
    assert gazetteer.load().candidates(names[0])
    doubtful = towns.get("Rock") or towns.get("Area") or towns["Handsworth"]
    assert doubtful.place_id is None
