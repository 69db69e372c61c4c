"""Sentences that tell one thing in other words, of articles that share another sentence."""

from __future__ import annotations

import pytest

from tests.resolution.test_reuse import STORY, found

SHARED = STORY[1]
TOLD = "The kitchen of the school burned for two hours before firemen from the harbour put out the flames."
REWORDED = [
    "Firemen from the harbour needed two hours to put out the flames in the kitchen of the school.",
    "It took two hours until the flames in the school's kitchen were out, firemen from the harbour said.",
    "For two hours the school's kitchen burned until the flames were put out by firemen.",
]
OTHER = [
    "The bakers of the valley have asked for cheaper flour since the spring.",
    "Kaunas and Rasa Petraitė were named in the letter, as was Ana Ruiz.",
    "Two hours later the road was open to lorries again.",
]
NAMES = "Rasa Petraitė and Ana Ruiz of Kaunas will not speak."


def reworded(mine: list[str], theirs: list[str]) -> bool:
    return any(kind == "paraphrase" for *_, kind in found({"a": mine, "b": theirs}))


@pytest.mark.parametrize("sentence", REWORDED)
def test_a_sentence_is_told_in_other_words(sentence: str) -> None:
    assert reworded([SHARED, TOLD, *OTHER], [*OTHER[::-1], sentence, SHARED])


@pytest.mark.parametrize("sentence", REWORDED)
def test_articles_that_share_nothing_have_nothing_from_each_other(sentence: str) -> None:
    assert not reworded([TOLD, NAMES], [sentence, *OTHER[:2]])


@pytest.mark.parametrize(("one", "other"), [(TOLD, OTHER[0]), (TOLD, OTHER[2]), (NAMES, OTHER[1])])
def test_common_names_and_hours_are_no_rewording(one: str, other: str) -> None:
    assert not reworded([SHARED, one], [other, SHARED])


def test_a_sentence_whose_copy_is_there_is_told_in_no_other_words() -> None:
    assert not reworded([SHARED, TOLD], [SHARED, TOLD, REWORDED[0]])
