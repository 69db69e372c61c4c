"""Entities of a corpus: their ids, their counts, what is known of them."""

from __future__ import annotations

import random

import pandas as pd

from tellings.resolution.entities import counted_in, resolve
from tellings.schema import empty
from tests.resolution.made import body, entity_of, person, placed, tables


def test_ids_are_type_and_slug_and_do_not_depend_on_order() -> None:
    rows = [*person("a", "Volodymyr Zelenskyy"), *person("b", "Volodymyr Zelensky"), *body("a", "NATO")]
    expected = entity_of(rows)
    assert set(expected.values()) == {"person:volodymyr-zelenskyy", "organisation:nato"}
    random.Random(3).shuffle(rows)
    assert entity_of(rows) == expected


def test_printed_forms_stay_countable_and_the_merge_says_why() -> None:
    documents, mentions = tables([*person("a", "Ana Kovac", "Kovac"), *person("b", "Kovac")])
    mapped, uncounted = resolve(documents, mentions, empty("toponyms"))
    entities, variants = counted_in(uncounted, mapped[mapped["form"] == "name"])
    assert variants.set_index("text")["n_mentions"].to_dict() == {"Ana Kovac": 1, "Kovac": 2}
    assert variants.set_index("text")["n_documents"].to_dict() == {"Ana Kovac": 1, "Kovac": 2}
    (row,) = entities.itertuples()
    assert (row.name, row.n_mentions, row.n_documents, row.method) == ("Ana Kovac", 3, 2, "last name")


def test_place_keeps_its_id_and_english_name() -> None:
    rows = [("a", "Lugansk", "region", "gn:702657"), ("b", "Luhansk", "region", "gn:702657")]
    documents, mentions = tables(rows)
    toponyms = placed(mentions, "gn:702657", "Luhansk Oblast", "region").assign(country_code="UA")
    mapped, entities = resolve(documents, mentions, toponyms)
    assert set(mapped["entity_id"]) == {"gn:702657"}
    (row,) = entities.itertuples()
    assert (row.name, row.country, row.iso, row.geonames) == ("Luhansk Oblast", "UA", "UA-09", "702657")


def test_the_code_of_a_region_is_not_that_of_its_districts() -> None:
    documents, mentions = tables([("a", "Búzi", "region", "gn:1051852")])
    toponyms = placed(mentions, "gn:1051852", "Búzi District", "region").assign(admin1_code="MZ-S")
    assert resolve(documents, mentions, toponyms)[1]["iso"].isna().all()


def test_anonymous_speaker_is_never_merged() -> None:
    rows = [("a", "a source", "person", "person:source"), ("b", "a source", "person", "person:source")]
    documents, mentions = tables(rows, form="nominal")
    mapped, uncounted = resolve(documents, mentions, empty("toponyms"))
    entities, variants = counted_in(uncounted, mapped[mapped["form"] == "name"])
    assert mapped["entity_id"].nunique() == 2
    assert list(entities["n_mentions"]) == [0, 0]
    assert variants.empty


def test_empty_tables() -> None:
    documents = pd.DataFrame({"doc_id": ["a"], "text": ["Nothing."]})
    mapped, uncounted = resolve(documents, empty("mentions"), empty("toponyms"))
    entities, variants = counted_in(uncounted, mapped[mapped["form"] == "name"])
    assert mapped.empty
    assert entities.empty
    assert variants.empty
