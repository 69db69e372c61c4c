"""Names that are places by what stands with "at" or "from" beside them, whatever the model took them for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tellings.annotation.pipeline import read_article
from tests.annotation.names.finding import found

if TYPE_CHECKING:
    from spacy.language import Language

    from tellings.resources.gazetteer import Gazetteer

PLACES = {"city", "location", "region", "facility"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was the deadliest failure since 1994, when 17 people died at Merriespruit, in the Free State.",
         "Merriespruit"),
        ("Two men were hurt at Emerald, in Queensland, police in Brisbane said.", "Emerald"),
        ("He said that divers in South Africa had found 14 bodies under the bridge at Dannhauser alone.",
         "Dannhauser"),
        ("They named the dead as Ewan Petrie, 27, from Broughty Ferry, and Lindiwe Sithole, 31, from Soweto.",
         "Broughty Ferry"),
        ("The dam held less than a tenth of Sydney Harbour.", "Sydney Harbour"),
    ],
)  # fmt: skip
def test_a_name_with_its_region_or_behind_an_age_is_a_place(
    nlp: Language, places: Gazetteer, text: str, name: str
) -> None:
    assert dict(found(read_article(nlp, "d", text), places))[name] in PLACES


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Holm, 27, from Greenpeace, spoke to reporters.", "Greenpeace"),
        ("Ana Holm, 27, from Acme Robotics, spoke to reporters.", "Acme Robotics"),
        ("Workers shouted at Ana Holm, in tears, and went home.", "Ana Holm"),
        ("He met Austin Harbour, an actor, in June.", "Austin Harbour"),
        ("The singer Sydney Bayliss was heard by Sydney Harborne.", "Sydney Harborne"),
    ],
)
def test_who_is_at_something_else_is_no_place(nlp: Language, places: Gazetteer, text: str, name: str) -> None:
    assert dict(found(read_article(nlp, "d", text), places))[name] not in PLACES


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Volunteers from Tollbeck and Marrowby cleared the road.", ["Marrowby"]),
        ("Residents of Tollbeck were told to boil water.", ["Tollbeck"]),
        ("The villages of Skelwick and Marrowby were cut off.", ["Skelwick", "Marrowby"]),
        ("The mayor of Ostrava-Dolni Becva, Jan Holub, resigned.", ["Ostrava-Dolni Becva"]),
        ("Shops in Derby, Tollbeck and Marrowby were shut.", ["Derby", "Tollbeck", "Marrowby"]),
        ("The bus from Huancayo to Ayacucho was full.", ["Huancayo", "Ayacucho"]),
        ("Trains to Weston-super-Mare were late.", ["Weston-super-Mare"]),
        ("Tourists visited the Castello Brandi.", ["Castello Brandi"]),
        ("The boats on Loch Carron were lost.", ["Loch Carron"]),
    ],
)
def test_a_list_is_of_places_by_what_stands_before_it(
    nlp: Language, places: Gazetteer, text: str, names: list[str]
) -> None:
    types = dict(found(read_article(nlp, "d", text), places))
    assert all(types.get(name) in PLACES for name in names), types


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Letters from Holm and Marsh were read in court.", "Marsh"),
        ("In Paris, Holm and Marsh said they would appeal.", "Marsh"),
        ("In Paris, Holm and Marsh said they would appeal.", "Holm"),
        ("She met Anna Holm in Ohio.", "Anna Holm"),
        ("A pass from Mensah found Adjei.", "Mensah"),
    ],
)
def test_a_list_of_others_is_not(nlp: Language, places: Gazetteer, text: str, name: str) -> None:
    assert dict(found(read_article(nlp, "d", text), places))[name] not in PLACES


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A curfew is to run until Wednesday in Martha Brae, Falmouth and Wakefield.", "Martha Brae"),
        ("Crews put out the blaze at Sungai Lokan by noon.", "Sungai Lokan"),
        ("The bus was stopped at Penrhos Lwyd on Monday.", "Penrhos Lwyd"),
        ("Two were held in Ruth Coombe on Friday, police said.", "Ruth Coombe"),
        ("Three were caught on a minibus at Duncans in Trelawny.", "Duncans"),
    ],
)
def test_nobody_is_stopped_in_or_at_a_person(nlp: Language, places: Gazetteer, text: str, name: str) -> None:
    assert dict(found(read_article(nlp, "d", text), places))[name] in PLACES


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fans shouted at Ana Holm before the match.", "Ana Holm"),
        ("Workers laughed at Eva Brandt and left.", "Eva Brandt"),
        ("Voters have faith in Ruth Davidson, polls show.", "Ruth Davidson"),
        ("The jury believed in Martha Stewart, her lawyer said.", "Martha Stewart"),
    ],
)
def test_who_is_believed_in_or_shouted_at_is_a_person(
    nlp: Language, places: Gazetteer, text: str, name: str
) -> None:
    assert dict(found(read_article(nlp, "d", text), places))[name] == "person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He was rushed to San Fernando General Hospital, where he died.", "San Fernando General Hospital"),
        ("They met in Split Regional Museum on Monday.", "Split Regional Museum"),
        ("He came from Naples International Airport, she said.", "Naples International Airport"),
    ],
)
def test_a_building_is_called_by_its_town_and_kind(
    nlp: Language, places: Gazetteer, text: str, name: str
) -> None:
    assert dict(found(read_article(nlp, "d", text), places))[name] == "facility"
