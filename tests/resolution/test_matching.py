"""What is one entity and what stays two, across articles."""

from __future__ import annotations

import random
import time

import pytest

from tellings.resolution.entities import resolve
from tellings.schema import empty
from tests.resolution.made import Row, body, entity_of, person, tables


@pytest.mark.parametrize(
    "rows",
    [
        [*person("a", "Volodymyr Zelenskyy"), *person("b", "Volodymyr Zelensky"), *person("c", "Zelensky")],
        [*person("a", "Recep Tayyip Erdoğan", "Erdoğan"), *person("b", "Recep Tayyip Erdogan")],
        [*person("a", "Владимир Путин"), *person("b", "Vladimir Putin")],
        [*person("a", "Robert Gates"), *person("b", "Bob Gates")],
        [*person("a", "Ana B. Kovac"), *person("b", "Ana Kovac"), *person("c", "Kovac")],
        [*person("a", "Martin Luther King Jr."), *person("b", "Martin Luther King")],
        [*person("a", "Awa Sow-Diop", "Sow-Diop"), *person("b", "Sow Diop")],
        [*body("a", "Heron Living", "Heron"), ("b", "Heron", "person", "person:heron")],
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
        [*body("a", "United Nations Command"), *body("b", "United Nations")],
        [*body("a", "European Union Agency"), *body("b", "European Union")],
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


def test_a_first_name_with_jr_is_the_one_of_a_family_that_its_article_tells_of() -> None:
    rows = [*person("a", "Leo Marsh Jr."), *person("c", "Ana Marsh"), *person("b", "Leo Jr.")]
    apart = entity_of(rows)
    assert apart["b", "Leo Jr."] != apart["a", "Leo Marsh Jr."]
    one = entity_of([*rows, *person("b", "Ana Marsh")])
    assert one["b", "Leo Jr."] == one["a", "Leo Marsh Jr."] != one["b", "Ana Marsh"]


def test_a_last_name_that_an_article_keeps_apart_from_the_only_full_one_is_another() -> None:
    apart = [*person("a", "Mary Hale"), *person("a", "Hale")]
    assert len(set(entity_of(apart).values())) == 2
    known = entity_of([*apart, *person("b", "Thomas Hale")])
    assert known["a", "Hale"] == known["b", "Thomas Hale"] != known["a", "Mary Hale"]


def test_two_spellings_of_a_last_name_go_to_one_full_name() -> None:
    rows = [*person("a", "Zelenskyy"), *person("a", "Zelensky"), *person("b", "Volodymyr Zelenskyy")]
    assert len(set(entity_of(rows).values())) == 1


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


def test_a_first_name_alone_is_the_only_one_whom_its_articles_know_by_it() -> None:
    rows = [*person("a", "Donald Marsh", "Marsh"), *person("a", "Donald"), *person("a", "Donald Marsh Jr.")]
    found = entity_of(rows)
    assert found["a", "Donald"] == found["a", "Donald Marsh"] != found["a", "Donald Marsh Jr."]
    two = entity_of([*rows, *person("a", "Donald Lund")])
    assert two["a", "Donald"] not in (two["a", "Donald Marsh"], two["a", "Donald Lund"])


def test_a_first_name_alone_is_the_only_one_whose_last_name_somebody_bears_beside_it() -> None:
    rows = [*person("a", "Tavita Leota", "Leota"), *person("a", "Iosefa"), *person("b", "Iosefa Leota")]
    found = entity_of(rows)
    assert found["a", "Iosefa"] == found["b", "Iosefa Leota"] != found["a", "Leota"]
    other = entity_of([*person("a", "Ana Ruiz", "Ruiz"), *rows[2:]])
    assert other["a", "Iosefa"] != other["b", "Iosefa Leota"]


def test_a_name_turned_round_is_one_where_not_both_words_are_first_names() -> None:
    assert len(set(entity_of([*person("a", "Chen Guowei"), *person("b", "Guowei Chen")]).values())) == 1
    assert len(set(entity_of([*person("a", "James Ryan"), *person("b", "Ryan James")]).values())) == 2


def test_a_building_is_called_by_the_end_or_the_beginning_of_its_name() -> None:
    rows = [("a", "Ashwick Oval", "facility", "facility:ashwick-oval"), ("b", "Oval", "facility", "facility:oval"),
            ("a", "St Brigid's Hospital", "facility", "facility:st-brigids-hospital"),
            ("b", "St Brigid's", "facility", "facility:st-brigids"),
            ("a", "Great Northern Choral Gathering", "event", "event:great"),
            ("b", "Gathering", "event", "event:g")]  # fmt: skip
    found = entity_of(rows)
    assert found["b", "Oval"] == found["a", "Ashwick Oval"]
    assert found["b", "St Brigid's"] == found["a", "St Brigid's Hospital"]
    assert found["b", "Gathering"] == found["a", "Great Northern Choral Gathering"]
    two = entity_of([*rows[:2], ("c", "Holm Oval", "facility", "facility:holm-oval")])
    assert len(set(two.values())) == 3


def test_a_town_team_is_not_its_council() -> None:
    rows = [*body("a", "Galway City Council"), *body("b", "Galway")]
    assert len(set(entity_of(rows).values())) == 2


def test_a_last_name_in_capitals_and_one_in_two_words() -> None:
    rows = [*person("a", "Steven Avery", "Avery"), *person("b", "AVERY"), *person("c", "AVERI")]
    found = entity_of(rows)
    assert found["b", "AVERY"] == found["a", "Steven Avery"] != found["c", "AVERI"]
    rows = [*person("a", "Ibrahima Sarr-Diallo", "Sarr-Diallo"), *person("b", "Sarr Diallo")]
    assert len(set(entity_of(rows).values())) == 1


def test_first_names_that_no_ear_tells_apart_are_one() -> None:
    def one(a: str, b: str) -> bool:
        return len(set(entity_of([*person("a", a), *person("b", b)]).values())) == 1

    assert one("Skylar Newfer", "Skyler Newfer")
    assert one("Damian Kells", "Damien Kells")
    assert not one("Gianna Carlotta", "Gianno Carlotta")
    assert not one("Hassan Daoud", "Hussein Daoud")
    assert not one("Marina Lopez", "Morena Lopez")


def test_a_body_of_its_own_is_not_the_one_it_is_named_after() -> None:
    for kind in ("Foundation", "Holdings", "Pension Fund", "Trust", "Students", "Institute", "Union"):
        found = entity_of([*body("a", "Barlow"), *body("b", f"Barlow {kind}")])
        assert len(set(found.values())) == 2, kind


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
        resolve(documents, mentions, empty("toponyms"))
        return time.process_time() - start

    took(50)
    small, large = took(400), took(3200)
    assert large < small * 8 * 4
