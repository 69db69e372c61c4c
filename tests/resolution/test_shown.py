"""The name under which an entity is shown."""

from __future__ import annotations

import pandas as pd
import pytest

from tellings.resolution.entities import resolve
from tellings.schema import TABLES, empty
from tests.resolution.made import Row, body, person, placed, tables


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([*person("a", "Ana B. Kovac"), *person("b", "Ana Kovac"), *person("c", "Ana Kovac")], "Ana Kovac"),
        ([*person("a", "Ana Kovac", "Kovac"), *person("b", "Kovac"), *person("c", "Kovac")], "Ana Kovac"),
        ([*person("a", "Leo J. Marsh Jr."), *person("b", "Leo Marsh"), *person("c", "Leo Marsh")], "Leo Marsh"),
        (
            [*person("a", "Volodymyr Zelensky"), *person("b", "Volodymyr Zelenskyy", "Zelenskyy"),
             *person("c", "Zelenskyy")],
            "Volodymyr Zelenskyy",
        ),
        ([*body("a", "World Health Organization", "WHO"), *body("b", "WHO")], "World Health Organization"),
        ([*body("a", "Ford Motor Company"), *body("b", "Ford"), *body("c", "Ford")], "Ford Motor Company"),
        ([*body("a", "Texas Department of Public Safety"), *body("b", "Texas DPS"), *body("c", "Texas DPS")],
         "Texas Department of Public Safety"),
        ([*body("a", "Air New Zealand"), *body("b", "Air NZ"), *body("c", "Air NZ")], "Air New Zealand"),
        ([*body("a", "Socialist", "Socialists"), *body("b", "Socialist"), *body("c", "Socialist")], "Socialists"),
        ([*body("a", "Tory", "Tories"), *body("b", "Tory"), *body("c", "Tory")], "Tories"),
        ([*body("a", "Democratic", "Democrats"), *body("b", "Democratic", "Democrat")], "Democrats"),
        ([*body("a", "Republican", "Republicans", "Republican Party"), *body("b", "Republican")],
         "Republican Party"),
        ([*body("a", "ACME FOODS"), *body("b", "ACME FOODS"), *body("c", "Acme Foods")], "Acme Foods"),
    ],
)  # fmt: skip
def test_the_name_shown_is_the_whole_one_that_most_articles_print(rows: list[Row], name: str) -> None:
    documents, mentions = tables(rows)
    _, entities = resolve(documents, mentions, empty("toponyms"))
    assert list(entities["name"]) == [name]


@pytest.mark.parametrize(
    ("forms", "gazetteer", "kind", "name"),
    [
        (["Windy City", "Chicago", "Chicago"], "Chicago", "city", "Chicago"),
        (["Beira City", "Beira", "Beira"], "Beira", "city", "Beira"),
        (["WASHINGTON", "Washington", "WASHINGTON"], "Washington, D.C.", "city", "Washington"),
        (["TYLER", "TYLER"], "Tyler", "city", "Tyler"),
        (["City of Marlow", "Marlow", "Marlow"], "", "city", "Marlow"),
        (["Kigali City", "Kigali", "Kigali"], "Umujyi wa Kigali", "city", "Kigali"),
        (["Sumy", "Sumy"], "Sumy Oblast", "region", "Sumy Oblast"),
        (["Buzi District", "Buzi"], "Concelho do Búzi", "region", "Buzi District"),
        (["U.S.", "America"], "United States", "country", "United States"),
    ],
)
def test_a_place_is_shown_by_the_name_that_is_printed(
    forms: list[str], gazetteer: str, kind: str, name: str
) -> None:
    documents, mentions = tables([(f"d{i}", form, kind, "gn:1") for i, form in enumerate(forms)])
    _, entities = resolve(documents, mentions, placed(mentions, "gn:1", gazetteer, kind))
    assert list(entities["name"]) == [name]


def test_a_place_is_not_called_after_its_people() -> None:
    rows = [("a", "European", "location", "gn:1"), ("b", "Europe", "location", "gn:1")]
    documents, mentions = tables(rows)
    mentions["form"] = ["demonym", "name"]
    toponyms = pd.DataFrame(
        [
            {**dict.fromkeys(TABLES["toponyms"].names), "doc_id": r.doc_id, "mention_id": r.mention_id,
             "start": r.start, "end": r.end, "text": r.text, "place_id": "gn:1", "name": "Europe", "kind": "area",
             "use": "demonym", "method": "x"}
            for r in mentions.itertuples()
        ]
    )  # fmt: skip
    assert list(resolve(documents, mentions, toponyms)[1]["name"]) == ["Europe"]
    only = mentions["doc_id"] == "a"
    assert list(resolve(documents, mentions[only], toponyms[:1])[1]["name"]) == ["Europe"]


def test_a_source_without_a_name_is_called_by_its_fullest_phrase() -> None:
    rows = [
        ("a", "a source in the Ukrainian delegation", "person", "s"),
        ("a", "The source", "person", "s"),
        ("a", "The source", "person", "s"),
    ]
    documents, mentions = tables(rows, form="nominal")
    _, entities = resolve(documents, mentions, empty("toponyms"))
    assert entities["name"].tolist() == ["a source in the Ukrainian delegation"]
