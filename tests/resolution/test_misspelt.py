"""A person's name that articles spell in two ways."""

from __future__ import annotations

import pytest

from tellings.resolution.misspelt import spelt_otherwise
from tests.resolution.stories import tables_of


def found(articles: dict[str, list[str]], event: dict[str, int] | None = None) -> list[tuple[list[str], str]]:
    """The answers and the reason of each question on how a name is written."""
    named = {
        f"person:{n}": [name] for n, name in enumerate(sorted({n for own in articles.values() for n in own}))
    }
    tables = tables_of({doc: [f"Here spoke {n}." for n in own] for doc, own in articles.items()}, named=named)
    persons = tables["mentions"]
    told = spelt_otherwise(persons, event or dict.fromkeys(articles, 0), {})
    return [([a.text for a in topic.answers], reason) for topic, _, _, reason in told]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tomas Hrovat", "Tomas Horvat"),
        ("Edda Metcalfe", "Edda Medcalfe"),
        ("Luka Brandt", "Luca Brandt"),
        ("Aimé Arsenault", "Aimé Arseneau"),
        ("Ana María Peralta", "Ana Maria Peralto"),
        ("Sian Kessel-Dale", "Sian Kestel-Dale"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    [(answers, reason)] = found({"a": [one], "b": [other], "c": [one]})
    assert answers == [one, other, one]
    assert reason == f"“{one}” and “{other}” are two spellings"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mario Brandt", "Maria Brandt"),
        ("Marta Brandt", "Marco Brandt"),
        ("José Brandt", "Jose Brandt"),
        ("Dan Brandt", "Daniel Brandt"),
        ("Ana Ruiz", "Ana Vidal"),
        ("Eva Lind", "Ida Lind"),
        ("Oleh Zelenko", "Oleh Zelenkoh"),
        ("Sian Prosser", "Sian Proser"),
        ("J. Brandt", "K. Brandt"),
        ("Ana Ruiz", "Ana Ruiz Vega"),
    ],
)
def test_two_persons_or_one_spelling(one: str, other: str) -> None:
    assert not found({"a": [one], "b": [other]})


def test_whom_an_article_tells_apart_are_two() -> None:
    assert not found({"a": ["Luka Brandt"], "b": ["Luca Brandt", "Luka Brandt"]})


def test_nothing_is_compared_across_events() -> None:
    assert not found({"a": ["Luka Brandt"], "b": ["Luca Brandt"]}, {"a": 0, "b": 1})
