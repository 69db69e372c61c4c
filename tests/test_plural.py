"""Numbers with their nouns."""

from __future__ import annotations

import pytest

from tellings.plural import noun, plural, several


def test_the_noun_goes_with_the_number() -> None:
    assert several(1, "word") == "1 word"
    assert several(0, "word") == "0 words"
    assert several(1204, "entity") == "1,204 entities"
    assert several(2, "word is", "words are") == "2 words are"


@pytest.mark.parametrize(
    ("n", "nouns", "said"),
    [
        (1, "mentions", "mention"),
        (0, "mentions", "mentions"),
        (1, "quotations of 2 utterances", "quotation of 2 utterances"),
        (1, "entities", "entity"),
        (1, "place names", "place name"),
    ],
)
def test_the_noun_of_a_count_goes_with_it(n: int, nouns: str, said: str) -> None:
    assert noun(n, nouns) == said


@pytest.mark.parametrize(
    ("one", "more"),
    [
        ("vessel", "vessels"),
        ("witness", "witnesses"),
        ("bus", "buses"),
        ("family", "families"),
        ("survey", "surveys"),
        ("police officer", "police officers"),
        ("spokeswoman", "spokeswomen"),
        ("German", "Germans"),
        ("grandchild", "grandchildren"),
        ("people", "people"),
        ("knife", "knives"),
        ("species", "species"),
    ],
)
def test_more_than_one(one: str, more: str) -> None:
    assert plural(one) == more
