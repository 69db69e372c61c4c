"""Places that no gazetteer holds: towns, but for what is called otherwise, has an article or lies in a town."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tellings.annotation.pipeline import read_article
from tests.annotation.names.finding import found

if TYPE_CHECKING:
    from spacy.language import Language

    from tellings.resources.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Villagers of Umbelake fled. Soldiers came back to Umbelake on Friday.", "Umbelake"),
        ("In the town of Karsovitz shops were shut. Karsovitz lost its bridge.", "Karsovitz"),
        ("Residents of Tolburrow were told to leave.", "Tolburrow"),
        ("The mayor of Skelwick wept. Nobody in Skelwick had slept.", "Skelwick"),
        ("The river broke its banks near Marrowby. Marrowby has a population of 4,000.", "Marrowby"),
        ("They drove to Penhallick, a village of 300, and found nobody.", "Penhallick"),
        ("Crews reached the hamlet of Drumskeoch at noon.", "Drumskeoch"),
        ("The villages of Ostervik and Tollbeck were cut off.", "Ostervik"),
        ("Troops left Zarnevka on Monday. Zarnevka is a small hamlet in the hills.", "Zarnevka"),
        ("He was taken to the township of Mthunzeni for questioning.", "Mthunzeni"),
        ("The Bishop of Oldring called for calm.", "Oldring"),
        ("The Governor of Sorvala resigned on Monday.", "Sorvala"),
        ("The Sultan of Meridu has died.", "Meridu"),
        ("The Collector of Nelkada, O. Anand, said so.", "Nelkada"),
    ],
)
def test_a_place_with_people_is_a_town(nlp: Language, places: Gazetteer, text: str, name: str) -> None:
    types = {kind for printed, kind in found(read_article(nlp, "d", text), places) if printed == name}
    assert types == {"city"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The lorry overturned near Velpadu on Sunday. Nobody in Velpadu was hurt.", "Velpadu"),
        ("She was born in Ostrowietz and works in Leeds.", "Ostrowietz"),
        ("Rain fell for nine hours in Umzikeni, 40 km from Durban.", "Umzikeni"),
        ("Ambulances came from Tollbeck and from Marrowby.", "Tollbeck"),
        ("Trains to Karsovitz, Lviv and Kyiv were late.", "Karsovitz"),
    ],
)
def test_a_place_that_is_called_nothing_is_a_town(
    nlp: Language, places: Gazetteer, text: str, name: str
) -> None:
    types = {kind for printed, kind in found(read_article(nlp, "d", text), places) if printed == name}
    assert types == {"city"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He lived in Tollbeck, Leeds, for ten years.", "Tollbeck"),
        ("The police post at Agodara in Ibadan was burned.", "Agodara"),
        ("Two boys drowned in the Velkenna on Sunday.", "Velkenna"),
        ("Ships avoid the Umbelakes in winter.", "Umbelakes"),
        ("Fires burned in the Skelwick valley. Smoke hung over Skelwick on Friday.", "Skelwick"),
        ("Boats searched the island of Tollholm in the dark.", "Tollholm"),
        ("Residents of Marrowby Valley were told to leave.", "Marrowby Valley"),
        ("The bomb fell in the Zarnevka district.", "Zarnevka"),
        ("Residents of Canada were told to leave.", "Canada"),
        ("The streets of Tollbeck Island were empty.", "Tollbeck Island"),
        ("Police were called to 5th and Carver on Sunday.", "Carver"),
        ("The man was found near Halsted and 63rd Street.", "Halsted"),
        ("He fled toward Kimball and 14th avenues.", "Kimball"),
        ("The shots fell at 9th and Wilson around noon.", "Wilson"),
        ("She was killed near Damen and 21st Street in the city.", "Damen"),
    ],
)
def test_another_place_is_none(nlp: Language, places: Gazetteer, text: str, name: str) -> None:
    types = {kind for printed, kind in found(read_article(nlp, "d", text), places) if printed == name}
    assert types
    assert "city" not in types


@pytest.mark.parametrize(
    "text",
    [
        "The African-American community met in Dayton.",
        "Residents of the African-American district marched.",
        "A Sino-Indian region was the subject of talks.",
        "African-American leaders spoke.",
        "The Afro-Cuban community sang.",
    ],
)
def test_a_people_of_two_names_is_no_place(nlp: Language, places: Gazetteer, text: str) -> None:
    types = {printed: kind for printed, kind in found(read_article(nlp, "d", text), places) if "-" in printed}
    assert "location" not in types.values()
