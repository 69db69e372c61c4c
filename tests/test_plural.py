"""Numbers with their nouns."""

from __future__ import annotations

from tellings.plural import several


def test_the_noun_goes_with_the_number() -> None:
    assert several(1, "word") == "1 word"
    assert several(0, "word") == "0 words"
    assert several(1204, "entity", "entities") == "1,204 entities"
