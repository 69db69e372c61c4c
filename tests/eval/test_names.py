"""Floors under the quality of names, on invented articles of sport, business, science, relatives and acronyms."""

from __future__ import annotations

import pytest

from tests.eval.names_cases import measure, read

FLOORS = {
    "found": 0.98,
    "found, exact": 0.94,
    "found, class right": 0.87,
    "same thing": 0.98,
    "of several forms": 0.97,
    "of several forms, precision": 0.99,
}


@pytest.mark.model
@pytest.mark.parametrize("even", [False, True], ids=["open half", "unseen half"])
def test_invented_articles(even: bool) -> None:
    reached, _ = measure(even=even)
    assert {k: v for k, v in reached.items() if v < FLOORS.get(k, 0)} == {}


def test_there_are_enough_of_them() -> None:
    articles = read()
    assert len(articles) >= 16
    assert sum(len(one["mentions"]) for one in articles) >= 250
    for one in articles:
        assert all(one["text"][m["start"] : m["end"]] == m["text"] for m in one["mentions"])
