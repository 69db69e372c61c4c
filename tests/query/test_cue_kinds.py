"""Kinds of verbs of saying."""

from __future__ import annotations

from collections import Counter

import pytest

from tellings.query.cue_kinds import KINDS, MEANS, ORDER, forms


def test_no_word_is_of_two_kinds() -> None:
    found = Counter(
        form for words in KINDS.values() for form in {form for word in words for form in forms(word)}
    )
    assert [form for form, n in found.items() if n > 1] == []


def test_every_kind_is_shown_and_explained() -> None:
    assert set(ORDER) == {*KINDS, "other", "no cue"} == set(MEANS)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("say", "said"),
        ("deny", "denied"),
        ("accuse", "accusing"),
        ("admit", "admitted"),
        ("press", "presses"),
    ],
)
def test_verbs_are_known_in_every_ending(word: str, form: str) -> None:
    assert form in forms(word)
