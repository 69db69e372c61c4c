"""Which place a name means and how it is used, on small texts of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tellings.annotation.names.finding import Name
from tellings.annotation.pipeline import read_article
from tellings.annotation.places.toponyms import Toponym, locate
from tellings.resources import gazetteer

if TYPE_CHECKING:
    from spacy.language import Language


def placed(nlp: Language, text: str, *names: str, kind: str | list[str] = "city") -> list[Toponym]:
    """The toponyms of a text whose names are given, each at its first place after the one before."""
    article = read_article(nlp, "d", text)
    found, start = [], 0
    kinds = [kind] * len(names) if isinstance(kind, str) else kind
    for name, kind in zip(names, kinds, strict=True):
        at = text.index(name, start)
        found.append(Name(at, at + len(name), name, kind, "given", 1.0))
        start = at + len(name)
    return locate(article, found, gazetteer.load())


def test_no_names_no_toponyms(nlp: Language) -> None:
    assert placed(nlp, "Nothing happened anywhere.") == []


def test_a_name_that_is_nowhere_stays_unplaced_and_is_kept(nlp: Language) -> None:
    (row,) = placed(nlp, "They met in Qwertzuiopia.", "Qwertzuiopia")
    assert (row.place_id, row.lat, row.country_code, row.use) == (None, None, None, "literal")
    assert row.text == "Qwertzuiopia"


def test_city_and_oblast_of_one_name_are_two_places(nlp: Language) -> None:
    city, region = placed(nlp, "Shells hit Kharkiv. The Kharkiv region was quiet.", "Kharkiv", "Kharkiv")
    assert region.kind == "region"
    assert region.admin1_code == "UA-63"
    (alone,) = placed(nlp, "Shells hit the city of Kharkiv.", "Kharkiv")
    assert alone.kind == "city"
    assert alone.place_id != region.place_id
    assert city.place_id == region.place_id  # one sense an article, and the article says which


def test_the_city_of_wins_over_the_articles_sense(nlp: Language) -> None:
    text = "The Kherson region was shelled. In the city of Kherson the power failed."
    region, city = placed(nlp, text, "Kherson", "Kherson")
    assert (region.kind, city.kind) == ("region", "city")


def test_a_list_with_its_noun_at_the_end(nlp: Language) -> None:
    rows = placed(
        nlp, "They hold parts of the Donetsk, Kherson and Sumy regions.", "Donetsk", "Kherson", "Sumy"
    )
    assert [row.admin1_code for row in rows] == ["UA-14", "UA-65", "UA-59"]
    assert {row.kind for row in rows} == {"region"}


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("The fair in Paris, Texas, was full.", "Paris", "US-TX"),
        ("A man from Paris, Tex., was hurt.", "Paris", "US-TX"),
        ("A fire in London, Ontario, was put out.", "London", "CA-ON"),
        ("The mill in Manchester, N.H., closed.", "Manchester", "US-NH"),
        ("A barn in Springfield in southwest Missouri burned.", "Springfield", "US-MO"),
        ("The mayor of Paris spoke.", "Paris", "FR-IDF"),
    ],
)
def test_what_is_named_behind_a_name_decides(nlp: Language, text: str, name: str, code: str) -> None:
    assert placed(nlp, text, name)[0].admin1_code == code


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Rescuers from Maputo crossed the border into Mpumalanga. Newcastle, KwaZulu-Natal, in South Africa, was "
         "flooded.", "Mpumalanga", "region"),
        ("A fire burned in Mpumalanga, near Durban, in KwaZulu-Natal.", "Mpumalanga", "city"),
        ("Others crossed the border into Goma from Rwanda.", "Goma", "city"),
        ("Refugees crossed the border into Georgia from Armenia.", "Georgia", "country"),
    ],
)  # fmt: skip
def test_over_a_border_lies_a_region_rather_than_its_small_namesake(
    nlp: Language, text: str, name: str, kind: str
) -> None:
    known = ("Maputo", "Newcastle", "KwaZulu-Natal", "South Africa", "Durban", "Rwanda", "Armenia", name)
    names = sorted((one for one in known if one in text), key=text.index)
    assert next(row.kind for row in placed(nlp, text, *names) if row.text == name) == kind


def test_a_namesake_elsewhere_is_not_meant(nlp: Language) -> None:
    (row,) = placed(nlp, "She left Izium, Montana, as a child.", "Izium")
    assert row.place_id is None
    rows = placed(nlp, "Trains to Kyiv, Kharkiv and Lviv were late.", "Kyiv", "Kharkiv", "Lviv")
    assert [row.kind for row in rows] == ["city"] * 3


def test_who_speaks_after_a_comma_is_no_container(nlp: Language) -> None:
    city, country = placed(nlp, "In Geneva, Ukraine said it would sign.", "Geneva", "Ukraine")
    assert (city.country_code, country.kind) == ("CH", "country")


@pytest.mark.parametrize(
    ("text", "name", "kind", "code"),
    [
        ("The Republic of El Salvador joined the bank.", "Republic of El Salvador", "country", "SV"),
        ("In the State of Kuwait prices rose.", "State of Kuwait", "country", "KW"),
        ("The State of Georgia is in the United States.", "State of Georgia", "region", "US"),
        ("The Republic of Georgia is in the Caucasus.", "Republic of Georgia", "country", "GE"),
        ("A mine closed in the Republic of Dagestan.", "Republic of Dagestan", "region", "RU"),
    ],
)
def test_a_state_by_its_full_name(nlp: Language, text: str, name: str, kind: str, code: str) -> None:
    names = [name, "United States"] if "United States" in text else [name]
    [found, *_] = placed(nlp, text, *names, kind="country")
    assert (found.kind, found.country_code) == (kind, code)


def test_earth_and_western_are_no_towns(nlp: Language) -> None:
    found = placed(nlp, "Nothing on Earth is like the Western idea.", "Earth", "Western")
    assert not [one for one in found if one.place_id is not None and one.kind in ("city", "region")]


def test_company_decides_between_namesakes(nlp: Language) -> None:
    rows = placed(nlp, "Tbilisi is the capital of Georgia.", "Tbilisi", "Georgia")
    assert rows[1].kind == "country"
    rows = placed(
        nlp, "Votes were late in Georgia and Florida, and in Atlanta.", "Georgia", "Florida", "Atlanta"
    )
    assert rows[0].admin1_code == "US-GA"


@pytest.mark.parametrize(
    ("text", "name", "use", "stands_for"),
    [
        ("Moscow rejected the plan.", "Moscow", "metonymic", "gn:2017370"),
        ("Snow fell on Moscow.", "Moscow", "literal", None),
        ("They spoke of Moscow's demands.", "Moscow", "metonymic", "gn:2017370"),
        ("They walked through Moscow's streets.", "Moscow", "literal", None),
        ("Talks with Washington went on.", "Washington", "metonymic", "gn:6252001"),
        ("He flew to Washington.", "Washington", "literal", None),
        ("The Kremlin said nothing.", "Kremlin", "metonymic", "gn:2017370"),
        ("The president of France left.", "France", "literal", None),
        ("Poland borders Ukraine.", "Ukraine", "literal", None),
        ("The terms are disadvantageous to Kyiv.", "Kyiv", "metonymic", "gn:690791"),
        ("The village is close to Kyiv.", "Kyiv", "literal", None),
        ("A source close to Kyiv said so.", "Kyiv", "metonymic", "gn:690791"),
        ("He has insisted Kyiv cede territory.", "Kyiv", "metonymic", "gn:690791"),
        ("They included a demand by Moscow for cuts.", "Moscow", "metonymic", "gn:2017370"),
        ("A house by Moscow was sold.", "Moscow", "literal", None),
        ("MOSCOW, May 5 (AP) - Lopez said so.", "MOSCOW", "literal", None),
        ("Sanctions on Moscow hurt the oil sector.", "Moscow", "metonymic", "gn:2017370"),
        ("A strike on Moscow hit a depot.", "Moscow", "literal", None),
        ("Critics of Moscow left the room.", "Moscow", "metonymic", "gn:2017370"),
        ("The outskirts of Moscow were hit.", "Moscow", "literal", None),
        ("Lopez has not replied to Moscow.", "Moscow", "metonymic", "gn:2017370"),
    ],
)
def test_use(nlp: Language, text: str, name: str, use: str, stands_for: str | None) -> None:
    (row,) = placed(nlp, text, name)
    assert (row.use, row.stands_for) == (use, stands_for)


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("Talks in Istanbul, Turkey lasted for an hour.", "literal"),
        ("It was chaired by Foreign Minister Hakan Fidan in Istanbul, Turkey", "literal"),
        ("In Istanbul, Turkey rejected the plan.", "metonymic"),
    ],
)
def test_a_country_behind_its_citys_comma_says_where_the_city_is(nlp: Language, text: str, use: str) -> None:
    _, country = placed(nlp, text, "Istanbul", "Turkey")
    assert country.use == use


def test_a_capital_is_no_town_that_is_only_sometimes_spelt_so(nlp: Language) -> None:
    text = "Warsaw fears that Minsk will send migrants to Poland."
    assert [row.country_code for row in placed(nlp, text, "Warsaw", "Minsk", "Poland")] == ["PL", "BY", "PL"]


def test_a_metonymic_name_keeps_its_own_place(nlp: Language) -> None:
    (row,) = placed(nlp, "Moscow rejected the plan.", "Moscow")
    assert (row.kind, row.admin1_code) == ("city", "RU-MOW")


def test_demonyms_take_the_place_of_their_people(nlp: Language) -> None:
    (row,) = placed(nlp, "Ukrainian officials left.", "Ukrainian", kind="demonym")
    assert (row.use, row.country_code, row.kind) == ("demonym", "UA", "country")


def test_a_building_that_nobody_knows_stands_where_the_text_says(nlp: Language) -> None:
    text = "He was taken to Ottawa's Quillfeather Hospital."
    article = read_article(nlp, "d", text)
    names = [
        Name(text.index("Ottawa"), text.index("Ottawa") + 6, "Ottawa", "city", "given", 1.0),
        Name(
            text.index("Quill"), text.index("Hospital") + 8, "Quillfeather Hospital", "facility", "given", 1.0
        ),
    ]
    row = locate(article, names, gazetteer.load())[1]
    assert row.place_id is None
    assert row.kind == "facility"
    assert row.country_code == "CA"
    assert row.lat is not None


def test_each_decision_has_its_reason(nlp: Language) -> None:
    rows = placed(nlp, "Rain fell on Paris, on Lyon and on Kharkiv.", "Paris", "Lyon", "Kharkiv")
    assert len(rows) == 3
    for row in rows:
        assert row.method
        assert row.score is not None
        assert 0 <= row.score <= 1


def test_thousands_of_places_in_one_list(nlp: Language) -> None:
    places = gazetteer.load()
    names = ["Kharkiv", "Paris", "Springfield", "San Antonio", "Georgia", "Qwertzuiopia"]
    text = "They named " + ", ".join(f"{names[i % 6]}" for i in range(3_000)) + "."
    article = read_article(nlp, "d", text)
    found, start = [], 0
    for i in range(3_000):
        at = text.index(names[i % 6], start)
        found.append(Name(at, at + len(names[i % 6]), names[i % 6], "city", "given", 1.0))
        start = at + 1
    assert len(locate(article, found, places)) == 3_000


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Canada and Mexico met in Cancun. Canada agreed.", ["Canada", "Mexico", "Cancun", "Canada"], "CA"),
        (
            "Fires burned in Quebec and Ontario, and smoke reached Maine.",
            ["Quebec", "Ontario", "Maine"],
            "CA-QC",
        ),
        ("The tax fell in Vermont, New York and Maine.", ["Vermont", "New York", "Maine"], "US-VT"),
        ("Oklahoma raised fees. Farmers in Oklahoma sued.", ["Oklahoma", "Oklahoma"], "US-OK"),
    ],
)
def test_a_country_or_state_is_no_town_of_its_short_or_folded_name(
    nlp: Language, text: str, names: list[str], expected: str
) -> None:
    rows = placed(nlp, text, *names)
    assert expected in (rows[0].country_code, rows[0].admin1_code)
    assert {row.kind for row in rows if row.text != "Cancun"} <= {"country", "region"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Crowds met at Villa Park after Birmingham and Coventry, in England, voted.",
         ["Villa Park", "Birmingham", "Coventry", "England"]),
        ("He was moved from Sydney and Wollongong to Long Bay.", ["Long Bay", "Sydney", "Wollongong"]),
        ("Nairobi and Mombasa in Kenya woke before Lavington did.", ["Lavington", "Nairobi", "Mombasa", "Kenya"]),
        ("In Lagos and Abuja Nigeria's fans sang in Surulere and Highland Park.",
         ["Highland Park", "Lagos", "Abuja"]),
    ],
)  # fmt: skip
def test_a_venue_or_suburb_is_not_put_at_a_namesake_abroad(
    nlp: Language, text: str, names: list[str]
) -> None:
    rows = placed(nlp, text, *sorted(names, key=text.index))
    row = next(row for row in rows if row.text == names[0])
    assert row.place_id is None
    assert "nothing speaks" in row.method or row.kind == "water"


def test_a_town_that_has_namesakes_abroad_needs_more_than_inhabitants(nlp: Language) -> None:
    (row,) = placed(nlp, "The barn near Keswick burned on Monday.", "Keswick")
    assert row.place_id is None  # 21,000 in Ontario, 5,000 in Cumbria
    row, _ = placed(
        nlp, "The barn near Keswick burned. Carlisle sent engines, Cumbria said.", "Keswick", "Cumbria"
    )
    assert row.country_code == "GB"


def test_a_sea_and_a_town_whose_inhabitants_nobody_counted(nlp: Language) -> None:
    text = "A ferry sank in the Camotes Sea off Tudela. It had left Cebu City for Ormoc."
    sea, town, *_ = placed(nlp, text, "Camotes Sea", "Tudela", "Cebu City", "Ormoc")
    assert (sea.kind, sea.country_code) == ("water", "PH")
    assert town.admin1_code == "PH-07"  # on the island, not the larger one of that name 275 km away


def test_a_large_city_is_known_abroad_too(nlp: Language) -> None:
    rows = placed(nlp, "Police in Leeds and Hull asked Osaka and Chicago for help.", "Leeds", "Hull", "Osaka")
    assert [row.country_code for row in rows] == ["GB", "GB", "JP"]


def test_what_lies_near_over_a_border_speaks_for_a_town(nlp: Language) -> None:
    rows = placed(nlp, "Roads were shut around Derry, and schools closed in Donegal.", "Derry", "Donegal")
    assert [row.country_code for row in rows] == ["GB", "IE"]


def test_two_towns_of_one_province_speak_for_each_other(nlp: Language) -> None:
    rows = placed(nlp, "Two roads from London to St. Thomas were shut.", "London", "St. Thomas")
    assert rows[0].admin1_code == rows[1].admin1_code == "CA-ON"


def test_a_river_is_not_the_province_of_its_name(nlp: Language) -> None:
    text = "The Limpopo burst its banks. Along the Limpopo River in Mozambique people fled."
    rows = placed(nlp, text, "Limpopo", "Limpopo River", "Mozambique")
    assert [row.kind for row in rows[:2]] == ["water", "water"]
    assert rows[0].admin1_code is None
    first, _, province = placed(
        nlp,
        "The Buzi and Pungwe rivers rose. Sofala province of Mozambique was cut off.",
        "Buzi",
        "Pungwe",
        "Sofala",
    )
    assert (first.kind, province.kind) == ("water", "region")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A gate was shut after the Limpopo rose by two metres, Zimbabwe said.", "Limpopo"),
        ("The Ontario overflowed its banks, Canada said.", "Ontario"),
    ],
)
def test_what_rises_and_overflows_is_a_river(nlp: Language, text: str, name: str) -> None:
    (row,) = placed(nlp, text, name)
    assert (row.kind, row.admin1_code) == ("water", None)


def test_a_country_that_rises_is_no_river(nlp: Language) -> None:
    rows = placed(nlp, "Prices in the US rose. The US rose to the top.", "US", "US")
    assert [row.country_code for row in rows] == ["US", "US"]


def test_the_provinces_of_a_country_are_not_its_namesake(nlp: Language) -> None:
    rows = placed(nlp, "Sofala and Tete are provinces of Mozambique.", "Sofala", "Tete", "Mozambique")
    assert rows[2].kind == "country"
