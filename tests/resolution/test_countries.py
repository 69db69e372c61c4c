"""For whom somebody is said to act."""

from __future__ import annotations

import pandas as pd
import pytest

from tellings.resolution.entities import resolve
from tellings.schema import TABLES
from tests.resolution.made import person, tables


def test_country_that_stands_before_the_post() -> None:
    text = "Ukraine's top negotiator, Defence Minister Ana Kovac, met US officials, Ivo Lund said."
    documents = pd.DataFrame({"doc_id": ["a"], "text": [text]})
    _, mentions = tables([*person("a", "Ana Kovac"), *person("a", "Ivo Lund")])
    places = []
    for i, name in enumerate(["Ana Kovac", "Ivo Lund"]):
        mentions.loc[i, ["start", "end"]] = [text.index(name), text.index(name) + len(name)]
    for name, code in (("Ukraine", "UA"), ("US", "US")):
        start = text.index(name)
        places.append({**dict.fromkeys(TABLES["toponyms"].names), "doc_id": "a", "mention_id": f"a:{start}",
                       "start": start, "end": start + len(name), "text": name, "place_id": code, "name": name,
                       "kind": "country", "country_code": code, "use": "literal", "method": "x"})  # fmt: skip
    _, entities = resolve(documents, mentions, pd.DataFrame(places))
    country = entities.set_index("name")["country"].to_dict()
    assert country["Ana Kovac"] == "UA"
    assert pd.isna(country["Ivo Lund"])


@pytest.mark.parametrize(
    ("gap", "acts"),
    [
        (" Secretary of State ", True),
        ("’s foreign ministry spokesman ", True),
        ("’s presidential chief of staff ", True),
        (" army spokesman ", True),
        (" opposition leader ", False),  # acts against whom the country is known by
        (" ambassador to Ukraine ", False),
        (" and ", False),
    ],
)
def test_posts_that_lead_from_a_country_to_a_name(gap: str, acts: bool) -> None:
    documents = pd.DataFrame({"doc_id": ["a"], "text": [f"Chad{gap}Ana Kovac spoke."]})
    _, mentions = tables(person("a", "Ana Kovac"))
    mentions[["start", "end"]] = [4 + len(gap), 13 + len(gap)]
    place = {**dict.fromkeys(TABLES["toponyms"].names), "doc_id": "a", "mention_id": "a:0", "start": 0, "end": 4,
             "text": "Chad", "place_id": "TD", "name": "Chad", "kind": "country", "country_code": "TD",
             "use": "literal", "method": "x"}  # fmt: skip
    _, entities = resolve(documents, mentions, pd.DataFrame([place]))
    assert entities["country"].notna().tolist() == [acts]


@pytest.mark.parametrize(
    ("phrase", "places", "country"),
    [
        ("a Ukrainian source", {"Ukrainian": ("UA", "demonym")}, "UA"),
        ("a source in the Ukrainian delegation", {"Ukrainian": ("UA", "demonym")}, "UA"),
        ("a US official", {"US": ("US", "literal")}, "US"),
        (
            "a Russian and a Turkish diplomat",
            {"Russian": ("RU", "demonym"), "Turkish": ("TR", "demonym")},
            None,
        ),
        ("an official in Turkey", {"Turkey": ("TR", "literal")}, None),
        ("a source briefed on the Russian plan", {"Russian": ("RU", "demonym")}, None),
        ("a source", {}, None),
    ],
)
def test_country_of_one_without_a_name(
    phrase: str, places: dict[str, tuple[str, str]], country: str | None
) -> None:
    documents, mentions = tables([("a", phrase, "person", "person:source")], form="nominal")
    rows = [
        {**dict.fromkeys(TABLES["toponyms"].names), "doc_id": "a", "mention_id": f"a:{name}", "text": name,
         "start": phrase.index(name), "end": phrase.index(name) + len(name), "country_code": code, "use": use,
         "place_id": code, "name": name, "kind": "country", "method": "x"}
        for name, (code, use) in places.items()
    ]  # fmt: skip
    toponyms = pd.DataFrame(rows, columns=TABLES["toponyms"].names)
    _, entities = resolve(documents, mentions, toponyms)
    (found,) = entities["country"]
    assert (None if pd.isna(found) else found) == country
