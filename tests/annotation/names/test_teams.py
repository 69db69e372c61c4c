"""Teams under a city's name, a nickname or a common word, in news of sport; and towns in the same news."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tellings.annotation.names.finding import find_names
from tellings.annotation.pipeline import read_article
from tellings.resources import gazetteer, lexicon

if TYPE_CHECKING:
    from spacy.language import Language


def each(nlp: Language, text: str, name: str) -> list[str]:
    """The types that a printed name got, one by one."""
    return [
        one.type
        for one in find_names(read_article(nlp, "d", text), gazetteer.load())
        if one.text.lower() == name.lower()
    ]


def types(nlp: Language, text: str) -> dict[str, set[str]]:
    """The types that each printed name got."""
    found: dict[str, set[str]] = {}
    for name in find_names(read_article(nlp, "d", text), gazetteer.load()):
        found.setdefault(name.text, set()).add(name.type)
    return found


@pytest.mark.parametrize(
    ("text", "teams"),
    [
        ("Hull City beat Derby County 2-1 on Friday. Wolves host Fulham on Sunday.",
         ["Hull City", "Derby County", "Wolves", "Fulham"]),
        ("Rennes lost the match 2-0 to Lille after two goals by the winger.", ["Rennes", "Lille"]),
        ("The goalkeeper was signed from Union Berlin. Burnley sold a midfielder to Everton.",
         ["Union Berlin", "Burnley", "Everton"]),
        ("The midfielder left Villa for Lazio after Aston Villa sacked the coach last season.",
         ["Villa", "Lazio", "Aston Villa"]),
        ("The Detroit Tigers beat the Seattle Mariners 5-3, and the Yankees lost to the Mets.",
         ["Detroit Tigers", "Seattle Mariners"]),
        ("Kaizer Chiefs drew with Orlando Pirates in the league match.", ["Kaizer Chiefs", "Orlando Pirates"]),
        ("Collingwood beat Essendon by 12 points; the Sydney Swans face Port Adelaide in the league.",
         ["Collingwood", "Essendon", "Sydney Swans"]),
        ("Brentford fans sang as the striker scored. Millwall's coach praised the goalkeeper.",
         ["Brentford", "Millwall"]),
        ("Everton striker Tom Ames scored twice; Everton host Watford on Sunday in the league.",
         ["Everton", "Watford"]),
        ("The Mumbai Indians beat the Punjab Kings by six wickets in the match.", ["Mumbai Indians", "Punjab Kings"]),
    ],
)  # fmt: skip
def test_a_team_is_a_body_in_news_of_sport(nlp: Language, text: str, teams: list[str]) -> None:
    found = types(nlp, text)
    assert {team: found.get(team) for team in teams} == {team: {"organisation"} for team in teams}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The mayor of Nantes opened a school. Lyon has a tram line.", ["Nantes", "Lyon"]),
        ("A fire broke out in Brentford, and roads to Watford were shut.", ["Brentford", "Watford"]),
        ("The winger, born in Lens, scored as Lille won the match at home. He lives in Lens.", ["Lens"]),
    ],
)
def test_a_town_is_a_place_where_nothing_plays(nlp: Language, text: str, places: list[str]) -> None:
    found = types(nlp, text)
    assert all("organisation" not in found.get(place, set()) for place in places)


CLUB, CITY = "organisation", "city"


@pytest.mark.parametrize(
    ("text", "name", "kinds"),
    [
        ("ROSARIO, Argentina, May 3 (SPN) - Rosario lost their league match to Mendoza 2-0 after a late penalty.",
         "Rosario", [CITY, CLUB]),
        ("Ghent beat Bruges 3-1 to win the cup final, the striker scoring twice. Fans fought in Ghent after the match. "
         "Police in Ghent held nine.", "Ghent", [CLUB, CITY, CITY]),
        ("Linz coach Karl Huber praised his goalkeeper after Linz beat Graz 2-0 in the league. A Linz native, he lives "
         "near Linz. The mayor of Linz sent flowers, and a Linz hospital treated two players.",
         "Linz", [CLUB, CLUB, CITY, CITY, CITY, CITY]),
        ("Malmo drew the semi-final with Aarhus, and Malmo's goalkeeper saved a penalty. Malmo's mayor wept. "
         "Residents of Malmo danced.", "Malmo", [CLUB, CLUB, CITY, CITY]),
        ("Linz lost 2-1 to Graz after a penalty. The league, their captain said, had lost faith in Linz.",
         "Linz", [CLUB, CLUB]),
    ],
)  # fmt: skip
def test_the_words_beside_a_club_say_that_its_city_is_meant(
    nlp: Language, text: str, name: str, kinds: list[str]
) -> None:
    assert each(nlp, text, name) == kinds


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Kumasi beat Tamale 1-0 with a late goal by the striker. The winners will meet Accra, who beat Cape Coast on "
         "penalties, in the final.", "Accra", CLUB),
        ("Porto thrashed Braga 4-0 in the semi-final with two goals from their captain. Coimbra await in the final.",
         "Coimbra", CLUB),
        ("The final, on Sunday, is against Szeged. Pecs beat Gyor 2-1 in the semi-final through a penalty.",
         "Szeged", CLUB),
        ("Krakow beat Gdynia 2-0, the goalkeeper saving a penalty in the league match. The minister will meet Warsaw "
         "officials.", "Warsaw", CITY),
        ("Pecs beat Gyor 2-1 in the semi-final through a penalty. The runner from Szeged, who won a medal, watched.",
         "Szeged", CITY),
    ],
)  # fmt: skip
def test_who_is_met_in_a_game_to_come_is_a_club(nlp: Language, text: str, name: str, kind: str) -> None:
    assert each(nlp, text, name) == [kind]


def test_a_word_is_no_team_without_a_game(nlp: Language) -> None:
    found = types(nlp, "Wolves came back to the Alps. Eagles nest in the rocks, the ranger said.")
    assert "Wolves" not in found or found["Wolves"] != {"organisation"}


def test_a_team_and_its_player_are_two_names(nlp: Language) -> None:
    found = types(nlp, "Villa defender Marcus Hale scored as Aston Villa won the match against Leeds United.")
    assert found["Marcus Hale"] == {"person"}
    assert found["Villa"] == {"organisation"}


def test_who_scores_is_a_person_and_where_they_play_a_ground(nlp: Language) -> None:
    found = types(nlp, "Bristol City beat Luton Town 3-1, with Adebo scoring twice. They met at Ashton Vale.")
    assert found["Adebo"] == {"person"}
    assert found["Ashton Vale"] <= {"facility", "city", "location"}


def test_a_nickname_of_one_team_leads_to_it_and_one_of_several_to_none() -> None:
    assert lexicon.teams()["Wolves"] == "Wolverhampton Wanderers"
    assert lexicon.teams()["Lions"] == ""
