"""Towns before nouns, what ministers see to, classes, and the first words of a headline in capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tellings.annotation.pipeline import read_article
from tellings.resources import gazetteer
from tellings.resources.lexicon import known_names
from tests.annotation.names.finding import found

if TYPE_CHECKING:
    from spacy.language import Language

PLACES = ("city", "region", "location", "country")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They were held at Busia border post with two bags. Police in Busia said so.", "Busia"),
        ("Traders who sell maize at Gulu went home.", "Gulu"),
        ("The Gulu farmer lost his cows, and a Gulu woman her goats.", "Gulu"),
        ("Wheat burned near Nakuru. Nakuru, which became a city last year, will pay.", "Nakuru"),
        ("In Cedar Park, a village of fewer than 200 people, the lights went out.", "Cedar Park"),
    ],
)
def test_a_town_stays_one_before_what_is_there(nlp: Language, text: str, name: str) -> None:
    types = [kind for said, kind in found(read_article(nlp, "made", text), gazetteer.load()) if said == name]
    assert types
    assert set(types) <= set(PLACES)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kenari plant is shut, and workers of the Kenari company wept.", "Kenari"),
        ("She works at Vodafone, and the Vodafone engineer was late.", "Vodafone"),
    ],
)
def test_a_body_is_no_town(nlp: Language, text: str, name: str) -> None:
    types = [kind for said, kind in found(read_article(nlp, "made", text), gazetteer.load()) if said == name]
    assert not set(types) & set(PLACES)


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("Human Resources Minister Ana Ruiz shut the plant.", "Human"),
        ("Health Cabinet Secretary Ana Ruiz flew in.", "Cabinet"),
        ("He is a Grade Three pupil at Elm Primary School.", "Grade"),
        ("She taught Form 2 for years.", "Form"),
        ("REEL CROOK: cod boss goes down\n\nHe came to court with a grin on Thursday.", "CROOK"),
        ("Tea seller Ana Ruiz, 52, ran.", "Tea"),
        ("The manager, Eng Ana Ruiz, told the paper.", "Eng"),
    ],
)
def test_a_field_a_class_and_a_kicker_are_no_names(nlp: Language, text: str, nothing: str) -> None:
    names = [said for said, _ in found(read_article(nlp, "made", text), gazetteer.load())]
    assert not [said for said in names if nothing in said.split()]


def test_a_rank_and_a_nickname_stand_at_their_places(nlp: Language) -> None:
    text = 'RCMP Staff Sgt. Colleen Rask said no. Minister "Chandu" Rao came to the tracks.'
    names = dict(found(read_article(nlp, "made", text), gazetteer.load()))
    assert names == {"RCMP": "organisation", "Colleen Rask": "person", '"Chandu" Rao': "person"}


def test_a_firm_may_end_in_its_goods(nlp: Language) -> None:
    text = "A fire burned the Varunda Gloves hostel. The Varunda Gloves plant is shut. The Twin Lakes mill is not."
    names = dict(found(read_article(nlp, "made", text), gazetteer.load()))
    assert names["Varunda Gloves"] == "organisation"
    assert names.get("Twin Lakes") != "organisation"


@pytest.mark.parametrize("nickname", ["Mounties", "Scotland Yard", "NYPD"])
def test_a_force_is_known_under_its_nickname(nickname: str) -> None:
    assert known_names()[nickname][0] == "organisation"
    assert known_names()[nickname][1] in (
        "Royal Canadian Mounted Police",
        "Metropolitan Police",
        "New York Police Department",
    )
