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
