"""What all articles together know of a name that one of them was unsure of."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from tellings.resolution.entities import resolve
from tellings.resolution.second_look import second_look
from tellings.resolution.units import Unit
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


def test_a_word_that_the_articles_print_in_small_letters_is_no_part_of_a_name() -> None:
    rows = [
        *person("a", "Ana Kovac", "Kovac"),
        *person("a", "Kovac Emails"),
        *person("b", "Ana Kovac"),
        *person("b", "Ana Kovac Speeches"),
        *body("c", "TRC", "TRC"),
        *body("c", "TRC Server"),
        *body("d", "Kovac Foundation"),
    ]
    found = entity_of(rows, "emails, a speech, speeches and a server of the foundation")
    assert found["a", "Kovac Emails"] == found["b", "Ana Kovac Speeches"] == found["a", "Ana Kovac"]
    assert found["c", "TRC Server"] == found["c", "TRC"]
    assert found["d", "Kovac Foundation"] != found["a", "Ana Kovac"]
    assert len(set(entity_of(rows).values())) == 5


def test_a_word_that_is_mostly_small_is_no_name() -> None:
    rows = [
        *body("a", "Caravans"),
        *person("b", "Stone"),
        *person("c", "Roger Stone"),
        *body("d", "Visa", "Visa"),
    ]
    found = entity_of(rows, "caravans of stone; a visa")
    unsure = {text for (_, text), entity_id in found.items() if entity_id is None}
    assert unsure == set()
    documents, mentions = tables(rows)
    mapped, _ = resolve(
        documents.assign(text="a caravan of stone"), mentions.assign(score=0.5), empty("toponyms")
    )
    assert mapped.set_index("text")["entity_id"].isna().to_dict() == {
        "Caravans": True, "Stone": False, "Roger Stone": False, "Visa": False,
    }  # fmt: skip


def test_a_name_stays_where_one_article_is_sure_or_prints_it_more_often_than_all_the_word() -> None:
    def left(*units: Unit, **small: int) -> set[str]:
        return {unit.doc_id for unit in second_look(list(units), Counter(small))}

    def unit(doc_id: str, name: str, n: int = 1, *, sure: float = 0.5) -> Unit:
        return Unit(doc_id, name, "organisation", Counter({name: n}), named=True, sure=sure)

    assert left(unit("a", "Shell"), unit("b", "Shell"), shell=1) == set()
    assert left(unit("a", "Shell", 3), shell=2) == {"a"}
    assert left(unit("a", "Shell", sure=0.9), unit("b", "Shell"), shell=9) == {"a", "b"}
    assert left(unit("a", "Caravans"), caravan=1) == set()


def test_a_name_without_its_extra_word_is_counted_once_and_goes_to_the_one_who_bears_it() -> None:
    def forms(*chains: dict[str, int]) -> list[dict[str, int]]:
        units = [Unit("a", str(i), "person", Counter(chain), named=True) for i, chain in enumerate(chains)]
        return [dict(unit.forms) for unit in second_look(units, Counter(email=1))]

    assert forms({"Coroner Robert Marsh": 1, "Robert Marsh": 2}) == [{"Robert Marsh": 3}]
    ana, peter = {"Ana Kovac": 2}, {"Peter Kovac": 2}
    assert forms(ana, {"Kovac": 1}, {"Kovac Emails": 1})[-1] == {"Kovac": 1}
    assert forms(ana, {"Kovac": 1}, peter, {"Kovac Emails": 1})[-1] == {"Kovac": 1}
    assert forms({**ana, "Kovac": 1}, peter, {"Kovac Emails": 1})[-1] == {"Ana Kovac": 1}


def test_a_bare_name_is_the_town_that_most_articles_mean_and_not_its_county() -> None:
    county, town = "gn:5391726", "gn:5391710"
    rows = [
        (doc, "San Bernardino", "region" if doc == "a" else "city", county if doc == "a" else town)
        for doc in "abc"
    ]
    documents, mentions = tables(rows)
    own = mentions["doc_id"] == "a"
    toponyms = pd.concat([placed(mentions[own], county, "San Bernardino County", "region"),
                          placed(mentions[~own], town, "San Bernardino", "city")])  # fmt: skip
    mapped, entities = resolve(documents, mentions, toponyms)
    assert list(entities["entity_id"]) == [town]
    assert set(mapped["type"]) == {"city"}


def test_an_unsure_name_is_the_place_that_another_article_knows() -> None:
    rows = [("a", "Carthage", "city", "gn:4679272"), ("b", "Carthage", "other", "other:carthage")]
    documents, mentions = tables(rows)
    toponyms = placed(mentions[:1], "gn:4679272", "Carthage", "city")
    sure, _ = resolve(documents, mentions.assign(method="model, word"), toponyms)
    assert sure["entity_id"].nunique() == 2
    unsure, _ = resolve(documents, mentions.assign(score=0.4), toponyms)
    assert set(unsure["entity_id"]) == {"gn:4679272"}
    river = mentions.assign(score=0.4, type=["city", "location"])
    assert resolve(documents, river, toponyms)[0]["entity_id"].nunique() == 2


def test_an_unsure_body_is_the_town_that_most_mentions_take_it_for() -> None:
    town = "gn:4679272"
    rows = [(doc, "Carthage", "organisation" if doc == "b" else "city", town) for doc in "abcd"]
    documents, mentions = tables(rows)
    mentions = mentions.assign(
        entity_id=mentions["entity_id"].where(mentions["doc_id"] != "b", "organisation:carthage")
    )
    toponyms = placed(mentions[mentions["doc_id"] != "b"], town, "Carthage", "city")
    unsure = mentions.assign(score=[0.9, 0.4, 0.9, 0.9])
    assert set(resolve(documents, unsure, toponyms)[0]["entity_id"]) == {town}
    few = unsure[unsure["doc_id"] < "c"].assign(score=[0.5, 0.4])
    assert resolve(documents, few, toponyms[toponyms["doc_id"] == "a"])[0]["entity_id"].nunique() == 2
