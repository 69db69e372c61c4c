"""What all articles together know of a name that one of them was unsure of."""

from __future__ import annotations

from tellings.resolution.entities import resolve
from tellings.schema import empty
from tests.resolution.made import body, entity_of, person, placed, tables


def test_one_type_an_entity() -> None:
    rows = [
        *person("a", "Ana Kovac"),
        *person("b", "Ana Kovac"),
        ("c", "Kovac", "location", "location:kovac"),
    ]
    documents, mentions = tables(rows)
    mentions["score"] = 0.5
    mapped, _ = resolve(documents, mentions, empty("toponyms"))
    assert set(mapped["type"]) == {"person"}


def test_the_articles_vote_on_a_type_that_one_was_unsure_of() -> None:
    rows = [*person("a", "Lester Marsh"), *person("b", "Lester Marsh"), *body("c", "Lester Marsh")]
    documents, mentions = tables(rows)
    mentions["score"] = [0.9, 0.9, 0.6]
    mapped, _ = resolve(documents, mentions, empty("toponyms"))
    assert set(mapped["type"]) == {"person"}
    assert mapped["entity_id"].nunique() == 1
    mentions["score"], mentions["method"] = 0.95, "model, title; same form"
    assert resolve(documents, mentions, empty("toponyms"))[0]["entity_id"].nunique() == 2


def test_an_unsure_word_is_the_last_name_that_most_articles_have() -> None:
    rows = [
        *person("a", "Barack Obama", "Obama"),
        *person("b", "Barack Obama", "Obama"),
        ("c", "Obama", "city", "gn:1"),
    ]
    documents, mentions = tables(rows)
    mentions.loc[mentions["type"] == "city", "score"] = 0.6
    toponyms = placed(mentions[mentions["type"] == "city"], "gn:1", "Obama", "city")
    mapped, _ = resolve(documents, mentions, toponyms)
    assert set(mapped["entity_id"]) == {"person:barack-obama"}


def test_words_that_nobody_else_prints_with_a_name_do_not_part_it() -> None:
    found = entity_of(
        [*person("a", "Coroner Robert Marsh"), *person("b", "Robert Marsh"), *person("c", "Marsh")]
    )
    assert set(found.values()) == {"person:robert-marsh"}
    assert len(set(entity_of([*person("a", "Aung San Suu Kyi"), *person("b", "Suu Kyi")]).values())) == 2
