"""The form that writes a query: whatever is typed in it, the language can read it."""

from __future__ import annotations

import pytest

from tellings.query import pattern
from tellings.ui.query_builder import EXAMPLES, KINDS, compose


@pytest.mark.parametrize("query", EXAMPLES)
def test_every_example_can_be_read(query: str) -> None:
    assert pattern.parse(query)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind])
def test_each_kind_of_place_can_be_read(kind: str) -> None:
    value = {"pos": "VERB", "type": "person"}.get(kind, "Round of talks" if kind != "lemma" else "talk")
    query = compose([("word", "the", 0), (kind, value, 3)])
    assert query.startswith("the {0,3} ")
    assert pattern.parse(query)


def test_empty_places_are_left_out() -> None:
    assert compose([("", "x", 0), ("word", " ", 0), ("word", "talks", 2)]) == "talks"
    assert compose([]) == ""


@pytest.mark.parametrize("typed", ['"talks"', "[talks]", "{talks}", "/talks/", "“talks”"])
def test_marks_of_the_language_that_are_typed_are_taken_off(typed: str) -> None:
    assert compose([("word", typed, 0)]) == "talks"
