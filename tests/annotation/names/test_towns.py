"""Places that no gazetteer holds: a town where the article calls it so or names its people, else just a location."""

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
    ],
)
def test_a_place_with_people_is_a_town(nlp: Language, places: Gazetteer, text: str, name: str) -> None:
    types = {kind for printed, kind in found(read_article(nlp, "d", text), places) if printed == name}
    assert types == {"city"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fires burned in the Skelwick valley. Smoke hung over Skelwick on Friday.", "Skelwick"),
        ("Boats searched the island of Tollholm in the dark.", "Tollholm"),
        ("Residents of Marrowby Valley were told to leave.", "Marrowby Valley"),
        ("The bomb fell in the Zarnevka district.", "Zarnevka"),
        ("Residents of Canada were told to leave.", "Canada"),
        ("The streets of Tollbeck Island were empty.", "Tollbeck Island"),
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
