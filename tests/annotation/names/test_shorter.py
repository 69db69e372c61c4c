"""Short forms and what they stand for: letters in brackets, first names, teams, firms, ships."""

from __future__ import annotations

import pytest

from tellings.annotation.names.finding import find_names
from tellings.resources import gazetteer
from tests.annotation.made import made


def found(text: str, places: gazetteer.Gazetteer, **entities: str) -> list[tuple[str, str]]:
    return [(name.text, name.type) for name in find_names(made(text, **entities), places)]


@pytest.mark.parametrize(
    ("text", "entities", "full"),
    [
        ("So the Roads and Harbour Agency (RHA) fell.", {"ORG": "Roads|Harbour Agency"}, "Roads and Harbour Agency"),
        ("So the Plan of Joint Action (PJA) fell.", {"LAW": "Plan"}, "Plan of Joint Action"),
        ("So the Elm Water Board’s (EWB) plan fell.", {"ORG": "Elm"}, "Elm Water Board"),
        ("So the UK Board of Elm Growers (BEG) fell.", {"ORG": "UK Board of Elm Growers"}, "UK Board of Elm Growers"),
    ],
)  # fmt: skip
def test_the_letters_in_brackets_say_where_the_full_name_begins(
    text: str, entities: dict[str, str], full: str, places: gazetteer.Gazetteer
) -> None:
    assert found(text, places, **entities)[0][0] == full


@pytest.mark.parametrize(
    "text",
    [
        "So the Chief Executive Officer (CEO) left.",
        "So he met Bo (ESP)/Sam Pell (ESP) there.",
        "A (B) C (D) E (FG) H.",
    ],
)
def test_brackets_that_define_no_name(text: str, places: gazetteer.Gazetteer) -> None:
    assert not [name for name, _ in found(text, places) if "Officer" in name or "(" in name]


def test_a_wide_area_stays_a_place(places: gazetteer.Gazetteer) -> None:
    text = "Trade in the Middle East and North Africa (MENA) grew."
    assert found(text, places, LOC="Middle East|North Africa")[0] == (
        "Middle East and North Africa",
        "location",
    )


def test_a_first_name_is_found_where_the_model_and_the_tags_are_silent(places: gazetteer.Gazetteer) -> None:
    article = made("Viktor Orlov died. “Viktor never forgot,” it is said.", PERSON="Viktor Orlov")
    for token in article.doc:
        if token.text == "Viktor" and token.i > 3:
            token.tag_ = "NN"
    assert ("Viktor", "person") in [(name.text, name.type) for name in find_names(article, places)][1:]


def test_a_first_name_that_is_a_word_here_too_is_no_name(places: gazetteer.Gazetteer) -> None:
    article = made("Grace Lund won. It was said with grace. Grace helped.", PERSON="Grace Lund")
    for token in article.doc:
        if token.text == "Grace" and token.i > 3:
            token.tag_ = "NN"
    assert [name.text for name in find_names(article, places)] == ["Grace Lund"]


SPORT = "The referee gave a penalty. Each goal of the season came in overtime, and the coach smiled. "


def test_a_team_is_one_also_under_its_first_word(places: gazetteer.Gazetteer) -> None:
    text = SPORT + "They met Leeds United in Leeds. Then Leeds scored. So Marlow Rovers and Marlow left."
    names = found(text, places, GPE="Leeds", ORG="Leeds United|Marlow Rovers", PRODUCT="Marlow")
    assert names == [
        ("Leeds United", "organisation"),
        ("Leeds", "city"),
        ("Leeds", "organisation"),
        ("Marlow Rovers", "organisation"),
        ("Marlow", "organisation"),
    ]


def test_mexico_city_is_no_team(places: gazetteer.Gazetteer) -> None:
    names = found(SPORT + "They met in Mexico City. Then Mexico shone.", places, GPE="Mexico City|Mexico")
    assert names == [("Mexico City", "city"), ("Mexico", "country")]


@pytest.mark.parametrize(
    ("text", "entities", "name", "kind"),
    [
        ("Halden Marine Inc. fell. Then Halden Marine rose.", {"ORG": "Halden Marine Inc."},
         "Halden Marine", "organisation"),
        ("Orla Weir Ltd fell. Then Orla Weir wept.", {"ORG": "Orla Weir Ltd", "PERSON": "Orla Weir"},
         "Orla Weir", "person"),
        ("African Resources fell. These are African firms.", {"ORG": "African Resources", "NORP": "African"},
         "African", "demonym"),
        ("So HMS Dauntless sailed. Then Dauntless sank.", {"PERSON": "HMS Dauntless|Dauntless"},
         "Dauntless", "product"),
        ("So Space Shuttle Endeavour flew.", {"PERSON": "Space Shuttle Endeavour"},
         "Space Shuttle Endeavour", "product"),
        ("So the Philippine Red Cross came.", {"PERSON": "Philippine Red Cross"},
         "Philippine Red Cross", "organisation"),
        ("So the House of Representatives sat.", {"ORG": "House of Representatives"}, "House of Representatives",
         "organisation"),
        ("So White House Press Secretary Ana Kovac spoke.", {"ORG": "White House Press", "PERSON": "Ana Kovac"},
         "White House", "facility"),
    ],
)  # fmt: skip
def test_firms_ships_and_chambers(
    text: str, entities: dict[str, str], name: str, kind: str, places: gazetteer.Gazetteer
) -> None:
    assert (name, kind) in found(text, places, **entities)


def test_who_scores_is_a_person_where_the_full_name_is(places: gazetteer.Gazetteer) -> None:
    names = found(SPORT + "Ivo Marlow won 3-1 as Marlow 3-1 won.", places, PERSON="Ivo Marlow")
    assert {kind for name, kind in names if "Marlow" in name} == {"person"}


def test_a_storm_keeps_its_name(places: gazetteer.Gazetteer) -> None:
    names = found("So Hurricane Maria came. Then Maria went.", places, PERSON="Hurricane Maria|Maria")
    assert names == [("Hurricane Maria", "event"), ("Maria", "event")]


def test_two_known_firms_are_two(places: gazetteer.Gazetteer) -> None:
    names = found("It is Alphabet's Google again.", places, ORG="Alphabet's Google")
    assert names == [("Alphabet", "organisation"), ("Google", "organisation")]


def test_a_post_in_capitals_is_no_name_of_who_holds_it(places: gazetteer.Gazetteer) -> None:
    assert found("STORM HITS THE COAST, GOVERNOR SAYS\n\nIt rained.", places) == []


def test_an_abbreviated_state_is_placed(places: gazetteer.Gazetteer) -> None:
    assert ("W. Va.", "region") in found("A mine near Salem, W. Va., was shut.", places, GPE="W. Va.")


def test_who_stands_near_a_place_is_a_place(places: gazetteer.Gazetteer) -> None:
    assert ("Enerhodar", "city") in found("So Enerhodar, near Nikopol, was dark.", places, PERSON="Enerhodar")


def test_todays_spellings_are_known(places: gazetteer.Gazetteer) -> None:
    for name in ("Avdiivka", "Sloviansk", "Mykolaiv", "Kryvyi Rih", "Khan Younis", "Hodeidah", "Mekelle"):
        first, _ = next(iter(places.entries(name)))
        assert first.kind == "city", name
        assert first.name != "Nikopol"


def test_a_list_of_sixteen_words_is_no_name(places: gazetteer.Gazetteer) -> None:
    text = "So " + " ".join(f"Ab{c}" for c in "bcdfghklmnprstvz") + " fell."
    assert found(text, places) == []


def test_a_city_that_beats_somebody_is_a_team(places: gazetteer.Gazetteer) -> None:
    names = found(SPORT + "So Manchester City 3-1 Elm Rovers.", places, GPE="Manchester City")
    assert names[0] == ("Manchester City", "organisation")
    assert found("They live in Manchester City.", places, GPE="Manchester City")[0][1] != "organisation"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Caretaker Zalina Ali", "Zalina Ali"),
        ("Fisherman Joe Mason", "Joe Mason"),
        ("Pundit Hardeo Maharaj", "Hardeo Maharaj"),
        ("Hunter Adams Jones", "Hunter Adams Jones"),
        ("Baker Mayfield", "Baker Mayfield"),
    ],
)
def test_what_a_person_is_is_no_part_of_the_name(
    printed: str, name: str, places: gazetteer.Gazetteer
) -> None:
    assert found(f"{printed} wept.", places, PERSON=printed) == [(name, "person")]
