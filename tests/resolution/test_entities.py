"""Entities of a corpus: what is one and what stays two."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable

import pandas as pd
import pytest

from tellings.resolution.entities import counted_in, resolve
from tellings.schema import TABLES, empty

Row = tuple[str, str, str, str]
"""doc_id, printed form, type, chain."""


def tables(rows: Iterable[Row], form: str = "name") -> tuple[pd.DataFrame, pd.DataFrame]:
    """Documents and mentions: each form stands once, one behind the other."""
    found, texts = [], dict[str, str]()
    for doc_id, text, kind, chain in rows:
        start = len(texts.setdefault(doc_id, ""))
        texts[doc_id] += text + "; "
        end = start + len(text)
        found.append(
            {
                "doc_id": doc_id,
                "mention_id": f"{doc_id}:m{start}-{end}",
                "sentence_id": f"{doc_id}:s0-1",
                "start": start,
                "end": end,
                "text": text,
                "form": form,
                "type": kind,
                "entity_id": chain,
                "method": "model, model; same form",
                "score": 0.9,
            }
        )
    documents = pd.DataFrame({"doc_id": list(texts), "text": list(texts.values())})
    return documents, pd.DataFrame(found, columns=TABLES["mentions"].names)


def entity_of(rows: Iterable[Row], toponyms: pd.DataFrame | None = None) -> dict[tuple[str, str], str]:
    documents, mentions = tables(rows)
    mapped, _ = resolve(documents, mentions, empty("toponyms") if toponyms is None else toponyms, None)
    return {(r.doc_id, r.text): r.entity_id for r in mapped.itertuples()}


def person(doc_id: str, *forms: str) -> list[Row]:
    return [(doc_id, form, "person", f"person:{forms[0].lower()}") for form in forms]


def body(doc_id: str, *forms: str) -> list[Row]:
    return [(doc_id, form, "organisation", f"organisation:{forms[0].lower()}") for form in forms]


@pytest.mark.parametrize(
    "rows",
    [
        [*person("a", "Volodymyr Zelenskyy"), *person("b", "Volodymyr Zelensky"), *person("c", "Zelensky")],
        [*person("a", "Recep Tayyip Erdoğan", "Erdoğan"), *person("b", "Recep Tayyip Erdogan")],
        [*person("a", "Владимир Путин"), *person("b", "Vladimir Putin")],
        [*person("a", "Robert Gates"), *person("b", "Bob Gates")],
        [*person("a", "Ana B. Kovac"), *person("b", "Ana Kovac"), *person("c", "Kovac")],
        [*person("a", "Martin Luther King Jr."), *person("b", "Martin Luther King")],
        [*person("a", "Leo P. Marsh III"), *person("b", "Leo Marsh", "Marsh")],
        [*body("a", "Agence France-Presse"), *body("b", "AFP")],
        [*body("a", "World Health Organization", "WHO"), *body("b", "WHO")],
        [*body("a", "Ford Motor Company"), *body("b", "Ford"), *body("c", "Ford Motor Co.")],
    ],
)
def test_one_thing(rows: list[Row]) -> None:
    assert len(set(entity_of(rows).values())) == 1


@pytest.mark.parametrize(
    "rows",
    [
        [*person("a", "George H. W. Bush"), *person("b", "George W. Bush"), *person("c", "George Bush")],
        [*person("a", "Ana Cole Jr."), *person("b", "Ana Cole III")],
        [*person("a", "Kim Jong Un"), *person("b", "Kim Yong-hyun")],
        [*person("a", "Serena Williams"), *person("b", "Venus Williams")],
        [*person("a", "Martin Luther King Jr."), *person("b", "Martin Luther King Sr.")],
        [*person("a", "Harrison Ford"), *body("b", "Ford")],
        [*body("a", "Bank of Peru"), *body("b", "Bank of Poland")],
        [*body("a", "University of Sheffield"), *body("b", "US")],
        [("a", "Kharkiv", "city", "city:kharkiv"), *body("b", "Kharkiv")],
    ],
)
def test_two_things(rows: list[Row]) -> None:
    assert len(set(entity_of(rows).values())) == len(rows)


def test_last_name_of_two_stays_apart_until_one_clearly_leads() -> None:
    two = [*person("a", "Ana Kovac"), *person("b", "Ivo Kovac"), *person("c", "Kovac")]
    assert len(set(entity_of(two).values())) == 3
    many = [row for i in range(5) for row in person(f"d{i}", "Ana Kovac")]
    found = entity_of([*many, *person("b", "Ivo Kovac"), *person("c", "Kovac")])
    assert found["c", "Kovac"] == found["d0", "Ana Kovac"] != found["b", "Ivo Kovac"]


def test_ids_are_type_and_slug_and_do_not_depend_on_order() -> None:
    rows = [*person("a", "Volodymyr Zelenskyy"), *person("b", "Volodymyr Zelensky"), *body("a", "NATO")]
    expected = entity_of(rows)
    assert set(expected.values()) == {"person:volodymyr-zelenskyy", "organisation:nato"}
    random.Random(3).shuffle(rows)
    assert entity_of(rows) == expected


def test_printed_forms_stay_countable_and_the_merge_says_why() -> None:
    documents, mentions = tables([*person("a", "Ana Kovac", "Kovac"), *person("b", "Kovac")])
    mapped, uncounted = resolve(documents, mentions, empty("toponyms"), None)
    entities, variants = counted_in(uncounted, mapped[mapped["form"] == "name"])
    assert variants.set_index("text")["n_mentions"].to_dict() == {"Ana Kovac": 1, "Kovac": 2}
    assert variants.set_index("text")["n_documents"].to_dict() == {"Ana Kovac": 1, "Kovac": 2}
    (row,) = entities.itertuples()
    assert (row.name, row.n_mentions, row.n_documents, row.method) == ("Ana Kovac", 3, 2, "last name")
    assert 0 < row.score < 1


def test_place_keeps_its_id_and_english_name() -> None:
    rows = [("a", "Lugansk", "region", "gn:702657"), ("b", "Luhansk", "region", "gn:702657")]
    documents, mentions = tables(rows)
    toponyms = pd.DataFrame(
        [
            {
                **dict.fromkeys(TABLES["toponyms"].names),
                "doc_id": r.doc_id, "mention_id": r.mention_id, "sentence_id": "s", "start": r.start, "end": r.end,
                "text": r.text, "place_id": "gn:702657", "name": "Luhansk Oblast", "kind": "region",
                "country_code": "UA", "admin1_code": "UA-09", "use": "literal", "method": "x",
            }
            for r in mentions.itertuples()
        ]
    )  # fmt: skip
    mapped, entities = resolve(documents, mentions, toponyms, None)
    assert set(mapped["entity_id"]) == {"gn:702657"}
    (row,) = entities.itertuples()
    assert (row.name, row.country, row.iso, row.geonames) == ("Luhansk Oblast", "UA", "UA-09", "702657")


def test_anonymous_speaker_is_never_merged() -> None:
    rows = [("a", "a source", "person", "person:source"), ("b", "a source", "person", "person:source")]
    documents, mentions = tables(rows, form="nominal")
    mapped, uncounted = resolve(documents, mentions, empty("toponyms"), None)
    entities, variants = counted_in(uncounted, mapped[mapped["form"] == "name"])
    assert mapped["entity_id"].nunique() == 2
    assert list(entities["n_mentions"]) == [0, 0]
    assert variants.empty


def test_a_source_without_a_name_is_called_by_its_fullest_phrase() -> None:
    rows = [
        ("a", "a source in the Ukrainian delegation", "person", "s"),
        ("a", "The source", "person", "s"),
        ("a", "The source", "person", "s"),
    ]
    documents, mentions = tables(rows, form="nominal")
    _, entities = resolve(documents, mentions, empty("toponyms"), None)
    assert entities["name"].tolist() == ["a source in the Ukrainian delegation"]


def test_one_type_an_entity() -> None:
    rows = [
        *person("a", "Ana Kovac"),
        *person("b", "Ana Kovac"),
        ("c", "Kovac", "location", "location:kovac"),
    ]
    documents, mentions = tables(rows)
    mentions["score"] = 0.5
    mapped, _ = resolve(documents, mentions, empty("toponyms"), None)
    assert set(mapped["type"]) == {"person"}


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
    _, entities = resolve(documents, mentions, pd.DataFrame(places), None)
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
    _, entities = resolve(documents, mentions, pd.DataFrame([place]), None)
    assert entities["country"].notna().tolist() == [acts]


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
    assert list(resolve(documents, mentions, toponyms, None)[1]["name"]) == ["Europe"]
    only = mentions["doc_id"] == "a"
    assert list(resolve(documents, mentions[only], toponyms[:1], None)[1]["name"]) == ["Europe"]


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
    _, entities = resolve(documents, mentions, toponyms, None)
    (found,) = entities["country"]
    assert (None if pd.isna(found) else found) == country


def test_empty_tables() -> None:
    documents = pd.DataFrame({"doc_id": ["a"], "text": ["Nothing."]})
    mapped, uncounted = resolve(documents, empty("mentions"), empty("toponyms"), None)
    entities, variants = counted_in(uncounted, mapped[mapped["form"] == "name"])
    assert mapped.empty
    assert entities.empty
    assert variants.empty


def test_work_grows_with_the_names_and_not_with_their_square() -> None:
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ai")]

    def took(n: int) -> float:
        rng = random.Random(n)
        rows = []
        for i in range(n):
            first, last = ("".join(rng.choices(syllables, k=3)).capitalize() for _ in "ab")
            rows += [
                *person(f"d{i}", f"{first} {last}", last),
                *body(f"d{i}", f"{last} Motor Company"),
                *body(f"d{i}", last[:3].upper()),
            ]
        documents, mentions = tables(rows)
        start = time.process_time()
        resolve(documents, mentions, empty("toponyms"), None)
        return time.process_time() - start

    took(50)
    small, large = took(400), took(3200)
    assert large < small * 8 * 4


def test_a_last_name_that_an_article_keeps_apart_from_the_only_full_one_is_another() -> None:
    apart = [*person("a", "Mary Hale"), *person("a", "Hale")]
    assert len(set(entity_of(apart).values())) == 2
    known = entity_of([*apart, *person("b", "Thomas Hale")])
    assert known["a", "Hale"] == known["b", "Thomas Hale"] != known["a", "Mary Hale"]


def test_two_spellings_of_a_last_name_go_to_one_full_name() -> None:
    rows = [*person("a", "Zelenskyy"), *person("a", "Zelensky"), *person("b", "Volodymyr Zelenskyy")]
    assert len(set(entity_of(rows).values())) == 1


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
        ([*body("a", "ACME FOODS"), *body("b", "ACME FOODS"), *body("c", "Acme Foods")], "Acme Foods"),
    ],
)  # fmt: skip
def test_the_name_shown_is_the_whole_one_that_most_articles_print(rows: list[Row], name: str) -> None:
    documents, mentions = tables(rows)
    _, entities = resolve(documents, mentions, empty("toponyms"), None)
    assert list(entities["name"]) == [name]


def placed(mentions: pd.DataFrame, place_id: str, name: str, kind: str) -> pd.DataFrame:
    rows = [
        {**dict.fromkeys(TABLES["toponyms"].names), "doc_id": r.doc_id, "mention_id": r.mention_id, "start": r.start,
         "end": r.end, "text": r.text, "place_id": place_id, "name": name, "kind": kind, "use": "literal",
         "method": "x"}
        for r in mentions.itertuples()
    ]  # fmt: skip
    return pd.DataFrame(rows)


@pytest.mark.parametrize(
    ("forms", "gazetteer", "kind", "name"),
    [
        (["Windy City", "Chicago", "Chicago"], "Chicago", "city", "Chicago"),
        (["Beira City", "Beira", "Beira"], "Beira", "city", "Beira"),
        (["WASHINGTON", "Washington", "WASHINGTON"], "Washington, D.C.", "city", "Washington"),
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
    _, entities = resolve(documents, mentions, placed(mentions, "gn:1", gazetteer, kind), None)
    assert list(entities["name"]) == [name]


def test_a_parent_with_an_initial_is_not_the_child() -> None:
    rows = [
        *person("a", "Leo J. Marsh", "Leo Marsh"),
        *person("b", "Leo Marsh Jr."),
        *person("c", "Leo Marsh"),
        *person("d", "Leo Marsh Jr."),
    ]
    found = entity_of(rows)
    assert found["c", "Leo Marsh"] == found["a", "Leo J. Marsh"] != found["b", "Leo Marsh Jr."]
    assert found["b", "Leo Marsh Jr."] == found["d", "Leo Marsh Jr."]


def test_a_body_that_one_article_explains_is_known_in_the_others() -> None:
    rows = [
        *body("a", "National Institute for Disaster Risk Management", "INGD"),
        *body("b", "INGD"),
        *body("c", "Kestrel Living", "Kestrel"),
        *body("d", "Kestrel"),
    ]
    found = entity_of(rows)
    assert found["b", "INGD"] == found["a", "INGD"]
    assert found["d", "Kestrel"] == found["c", "Kestrel"] != found["a", "INGD"]


def test_a_body_of_its_own_is_not_the_one_it_is_named_after() -> None:
    for kind in ("Foundation", "Holdings", "Pension Fund", "Trust", "Students", "Institute", "Union"):
        found = entity_of([*body("a", "Barlow"), *body("b", f"Barlow {kind}")])
        assert len(set(found.values())) == 2, kind


def test_the_articles_vote_on_a_type_that_one_was_unsure_of() -> None:
    rows = [*person("a", "Lester Marsh"), *person("b", "Lester Marsh"), *body("c", "Lester Marsh")]
    documents, mentions = tables(rows)
    mentions["score"] = [0.9, 0.9, 0.6]
    mapped, _ = resolve(documents, mentions, empty("toponyms"), None)
    assert set(mapped["type"]) == {"person"}
    assert mapped["entity_id"].nunique() == 1
    mentions["score"], mentions["method"] = 0.95, "model, title; same form"
    assert resolve(documents, mentions, empty("toponyms"), None)[0]["entity_id"].nunique() == 2


def test_an_unsure_word_is_the_last_name_that_most_articles_have() -> None:
    rows = [
        *person("a", "Barack Obama", "Obama"),
        *person("b", "Barack Obama", "Obama"),
        ("c", "Obama", "city", "gn:1"),
    ]
    documents, mentions = tables(rows)
    mentions.loc[mentions["type"] == "city", "score"] = 0.6
    toponyms = placed(mentions[mentions["type"] == "city"], "gn:1", "Obama", "city")
    mapped, _ = resolve(documents, mentions, toponyms, None)
    assert set(mapped["entity_id"]) == {"person:barack-obama"}


def test_words_that_nobody_else_prints_with_a_name_do_not_part_it() -> None:
    found = entity_of(
        [*person("a", "Coroner Robert Marsh"), *person("b", "Robert Marsh"), *person("c", "Marsh")]
    )
    assert set(found.values()) == {"person:robert-marsh"}
    assert len(set(entity_of([*person("a", "Aung San Suu Kyi"), *person("b", "Suu Kyi")]).values())) == 2
