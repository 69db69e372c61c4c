"""Names: where they begin and end, and what they name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from tellings.annotation.names.finding import Name, find_names
from tellings.annotation.pipeline import read_article
from tellings.resources import gazetteer
from tests.annotation.made import made
from tests.annotation.names.finding import found


@pytest.mark.parametrize(
    ("text", "entities", "expected"),
    [
        ("The talks with Mr Petrov ended.", {"PERSON": "Mr Petrov"}, [("Petrov", "person")]),
        ("He met Dr. Ada Lund there.", {"PERSON": "Dr. Ada Lund"}, [("Ada Lund", "person")]),
        ("A visit of Defence Minister Ana Kovac is due.", {"PERSON": "Minister Ana Kovac"}, [("Ana Kovac", "person")]),
        ("So said Presidents Kovac.", {"PERSON": "Presidents Kovac"}, [("Kovac", "person")]),
        ("It is Kovac's plan.", {"PERSON": "Kovac's"}, [("Kovac", "person")]),
        ("It is Poland’s Ana Kovac.", {"PERSON": "Poland’s Ana Kovac"},
         [("Poland", "country"), ("Ana Kovac", "person")]),
        ("We saw the Andes Bank (AB) fail.", {"ORG": "the Andes Bank (AB"},
         [("Andes Bank", "organisation"), ("AB", "organisation")]),
        ("They praised Wong Kwok-kin again.", {"PERSON": "Wong Kwok"}, [("Wong Kwok-kin", "person")]),
        ("So says Ursula von der Mark.", {"PERSON": "Ursula", "GPE": "Mark"}, [("Ursula von der Mark", "person")]),
        ("It is the United States again.", {"GPE": "the United States"}, [("United States", "country")]),
        ("It is Trinidad and Tobago.", {"GPE": "Trinidad|Tobago"}, [("Trinidad and Tobago", "country")]),
        ("It beat Kestrels 3-1 here.", {"ORG": "Kestrels 3-1"}, [("Kestrels", "organisation")]),
        ("An aide of World Trust President Ana Kovac.", {"ORG": "World Trust President", "PERSON": "Ana Kovac"},
         [("World Trust", "organisation"), ("Ana Kovac", "person")]),
        ("An aide of Kovac Police Sgt. Ana Kovac.", {"ORG": "Kovac Police Sgt", "PERSON": "Ana Kovac"},
         [("Kovac Police", "organisation"), ("Ana Kovac", "person")]),
        ("An aide of North Mark Police Superintendent Ana Kovac.",
         {"ORG": "North Mark Police Superintendent", "PERSON": "Ana Kovac"},
         [("North Mark Police", "organisation"), ("Ana Kovac", "person")]),
        ("We went to Lesbos and Samos from Izmir then.", {"WORK_OF_ART": "Lesbos and Samos from Izmir"},
         [("Lesbos", "region"), ("Samos", "location"), ("Izmir", "city")]),
        ("So wrote The Economist in May.", {"ORG": "Economist"}, [("The Economist", "organisation")]),
    ],
)  # fmt: skip
def test_name_is_cut_to_what_names(
    text: str, entities: dict[str, str], expected: list[tuple[str, str]], places: gazetteer.Gazetteer
) -> None:
    assert found(made(text, **entities), places) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gift of the Tides founder Dr Amina Sule wept.",
         [("Gift of the Tides", "organisation"), ("Amina Sule", "person")]),
        ("Wardens of the Marsh, a charity, sued.", [("Wardens of the Marsh", "organisation")]),
        ("She left the Daughters of the Loom then.", [("Daughters of the Loom", "organisation")]),
        ("Uzma Zaidi of the Foreign Office spoke on Monday.",
         [("Uzma Zaidi", "person"), ("Foreign Office", "organisation")]),
        ("The tanker Nordic Heron burned.", [("Nordic Heron", "product")]),
        ("The ferry Pride of Kisumu sank.", [("Pride of Kisumu", "product")]),
        ("Tropical Storm Berit came. Berit then left.",
         [("Tropical Storm Berit", "event"), ("Berit", "event")]),
        ("London Merriweather spoke. The vote was close.", [("London Merriweather", "person")]),
        ("Near Bangor, Maine, it burned.", [("Bangor", "city"), ("Maine", "region")]),
        ("Supporters' group Brigade Loire sang.", [("Brigade Loire", "organisation")]),
    ],
)  # fmt: skip
def test_a_name_is_whole_and_what_it_says_it_is(
    text: str, expected: list[tuple[str, str]], nlp: Language, places: gazetteer.Gazetteer
) -> None:
    assert found(read_article(nlp, "a", text), places) == expected


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("So the Prime Minister left.", {"PERSON": "Prime Minister"}),
        ("It is the Minister of Health again.", {"ORG": "Minister of Health"}),
        ("We met the Foreign Minister and His Highness.", {"PERSON": "Foreign Minister|Highness"}),
        ("It was on Monday in March.", {}),
        ("It was agreed with Q again.", {"ORG": "Q"}),
    ],
)
def test_post_day_or_letter_is_no_name(
    text: str, entities: dict[str, str], places: gazetteer.Gazetteer
) -> None:
    assert found(made(text, **entities), places) == []


def test_x_is_a_network_where_things_are_said_on_it(places: gazetteer.Gazetteer) -> None:
    assert found(made("She wrote on X that it was over."), places) == [("X", "organisation")]
    assert found(made("The ray X is weak and so is X-ray."), places) == []


def test_place_is_known_from_the_gazetteer_whatever_the_model_says(places: gazetteer.Gazetteer) -> None:
    article = made("He left for Kharkiv and then Sumy.", PERSON="Kharkiv|Sumy")
    assert [kind for _, kind in found(article, places)] in (["region", "region"], ["city", "city"])
    assert found(made("So wants Ukraine and the US.", ORG="Ukraine|US"), places) == [
        ("Ukraine", "country"),
        ("US", "country"),
    ]


def test_people_of_a_place_are_a_demonym(places: gazetteer.Gazetteer) -> None:
    assert found(made("These are Ukrainian demands.", NORP="Ukrainian"), places) == [("Ukrainian", "demonym")]
    assert found(made("These are Islamist demands.", NORP="Islamist"), places) == [("Islamist", "other")]


def test_what_stands_after_a_people_s_name_does_not_make_it_a_place_or_a_firm(
    places: gazetteer.Gazetteer,
) -> None:
    said = "They met in a Ukrainian city. Ukrainian companies pay the Ukrainian company and a Ukrainian province."
    assert {kind for _, kind in found(made(said, NORP="Ukrainian"), places)} == {"demonym"}


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ("Western nations and Eastern states met.", {"NORP": "Western"}),
        ("The Jewish community and Jewish leaders spoke.", {"NORP": "Jewish"}),
        ("No other metal on Earth is so light.", {"LOC": "Earth"}),
    ],
)
def test_what_a_region_or_town_is_called_somewhere_is_not_that_place(
    said: str, labels: dict[str, str], places: gazetteer.Gazetteer
) -> None:
    assert {kind for _, kind in found(made(said, **labels), places)}.isdisjoint({"city", "region"})


def test_a_word_that_is_a_village_somewhere_is_first_of_all_a_word(places: gazetteer.Gazetteer) -> None:
    article = made("Then Lucky came. A new Walk opened. They met in Tonbridge.", GPE="Tonbridge")
    assert [name for name, kind in found(article, places) if kind == "city"] == ["Tonbridge"]


@pytest.mark.parametrize(
    "said",
    [
        "They rose again in June.",
        "The report of June 5 said so.",
        "It costs Dh 5,000 or Dh2,000.",
        "They paid N$15.",
    ],
)
def test_times_and_sums_are_no_names(said: str, places: gazetteer.Gazetteer) -> None:
    text = f"June Marlow spoke. {said}"
    assert [name for name, _ in found(made(text, PERSON="June Marlow"), places)] == ["June Marlow"]


def test_a_person_who_is_called_like_a_month_keeps_the_short_name(places: gazetteer.Gazetteer) -> None:
    article = made("June Marlow spoke. Then June left.", PERSON="June Marlow")
    assert ("June", "person") in found(article, places)


def test_full_name_explains_the_short_one(places: gazetteer.Gazetteer) -> None:
    article = made("Ana Orense spoke, but Orense left, said Orense.", PERSON="Ana Orense", GPE="Orense")
    assert {kind for _, kind in found(article, places)} == {"person"}


def test_acronym_is_what_its_full_name_is(places: gazetteer.Gazetteer) -> None:
    article = made(
        "The Northern Fisheries Union (NFU) met. It was the NFU again.",
        ORG="Northern Fisheries Union",
        GPE="NFU",
    )
    assert (
        found(article, places)
        == [("Northern Fisheries Union", "organisation")] + [("NFU", "organisation")] * 2
    )


def test_one_type_for_all_mentions(places: gazetteer.Gazetteer) -> None:
    text = "Mr Tarlow came. Then Tarlow spoke. So Tarlow left and Tarlow wept."
    names = find_names(made(text, PERSON="Mr Tarlow"), places)
    assert [name.text for name in names] == ["Tarlow"] * 4
    assert len({name.type for name in names}) == 1


def test_legal_form_and_kind_of_body_decide(places: gazetteer.Gazetteer) -> None:
    article = made(
        "He runs Lisbon Motors Ltd and the University of Porto.",
        GPE="Lisbon Motors Ltd",
        PERSON="University of Porto",
    )
    assert {kind for _, kind in found(article, places)} == {"organisation"}


def test_body_in_two_pieces_is_one(places: gazetteer.Gazetteer) -> None:
    article = made("He heads the Directorate of Culture there.", ORG="Culture")
    assert found(article, places) == [("Directorate of Culture", "organisation")]


def test_sentence_in_capitals(places: gazetteer.Gazetteer) -> None:
    text = "UKRAINE AND POLAND MEET IN ISTANBUL\n\nThen Ana Kovac spoke.\n\nNOTHING WAS HEARD ABOUT ANA KOVAC TODAY."
    names = found(made(text, PERSON="Ana Kovac", ORG="ISTANBUL"), places)
    assert [name for name, _ in names] == ["UKRAINE", "POLAND", "ISTANBUL", "Ana Kovac", "ANA KOVAC"]
    assert [kind for _, kind in names] == ["country", "country", "city", "person", "person"]


def test_boilerplate_has_no_names(places: gazetteer.Gazetteer) -> None:
    text = "Skip to main content\n\nAna Kovac spoke on Monday, and nobody answered her.\n\nFollow live: Ana Kovac"
    assert len(found(made(text, PERSON="Ana Kovac"), places)) == 1


@given(st.text(alphabet=st.sampled_from("Aa Bé’'s.,-(\n)王م\u202e&3The of"), max_size=120))
def test_spans_are_the_text_and_never_overlap(text: str) -> None:
    article = made(text)
    names: list[Name] = find_names(article, gazetteer.load())
    end = 0
    for name in names:
        assert name.start >= end
        assert text[name.start : name.end] == name.text
        assert name.method
        assert 0 <= name.score <= 1
        end = name.end


def test_ten_thousand_names(places: gazetteer.Gazetteer) -> None:
    syllables = [a + b for a in "bdfgklmnrt" for b in ("a", "e", "i", "o", "u")]
    names = [f"{a}{b}{c}".capitalize() for a in syllables for b in syllables for c in syllables[:4]]
    article = made(". ".join(f"So said {name}" for name in names))
    assert len({name.text for name in find_names(article, places)}) > 9_000


def test_a_hyphen_that_stands_for_a_dash_is_no_part_of_a_name(
    nlp: Language, places: gazetteer.Gazetteer
) -> None:
    article = read_article(nlp, "a", "The talks ended without a deal.\n\n-Agence France-Presse")
    assert ("Agence France-Presse", "organisation") in found(article, places)


def test_two_halves_of_a_hyphenated_country_are_one_name(places: gazetteer.Gazetteer) -> None:
    article = made("Both Guinea and Guinea-Bissau closed it.", GPE="Guinea")
    assert found(article, places) == [("Guinea", "country"), ("Guinea-Bissau", "country")]


def test_what_was_fled_is_a_place(nlp: Language, places: gazetteer.Gazetteer) -> None:
    article = read_article(nlp, "a", "Aid agencies said thousands had fled Goma since Monday.")
    assert found(article, places) == [("Goma", "city")]


def test_a_place_that_plays_is_a_team_where_it_plays(nlp: Language, places: gazetteer.Gazetteer) -> None:
    text = (
        "The coach praised his quarterback after the season's last match. Alabama has had four losing seasons, and "
        "Alabama fans hoped for a title in the league. He was born in Alabama."
    )
    kinds = [kind for name, kind in found(read_article(nlp, "a", text), places) if name == "Alabama"]
    assert kinds == ["organisation", "organisation", "region"]


def test_who_plays_no_game_is_no_team(nlp: Language, places: gazetteer.Gazetteer) -> None:
    article = read_article(
        nlp, "a", "Alabama has had four losing seasons, farmers said, and corn was scarce."
    )
    assert found(article, places) == [("Alabama", "region")]


def test_other_scripts(nlp: Language, places: gazetteer.Gazetteer) -> None:
    text = (
        "Владимир Путин met Mahmoud Abbas (محمود عباس) in 北京 on Friday. בנימין נתניהו stayed in Jerusalem."
    )
    article = read_article(nlp, "a", text)
    kinds = dict(found(article, places))
    assert kinds["Владимир Путин"] == kinds["Mahmoud Abbas"] == "person"
    assert kinds["Jerusalem"] == "city"
