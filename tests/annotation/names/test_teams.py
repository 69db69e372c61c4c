"""Teams under a city's name, a nickname or a common word, in news of sport; and towns in the same news."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tellings.annotation.names.finding import find_names
from tellings.annotation.pipeline import read_article
from tellings.resources import gazetteer, lexicon

if TYPE_CHECKING:
    from spacy.language import Language


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
