"""Names as the papers of many countries print them: datelines, epithets, outlets, fields of government, counties."""

from __future__ import annotations

from typing import Any

import pytest

from tests.eval.small_cases import Case, wrong

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Strike ends\n\nJOHOR BAHRU: Schools were closed on Friday.", [["place", "JOHOR BAHRU", ["MY"]]]),
        ("Grandad Stan Hobley, 88, swam the lake. It took nine hours.", [["name", "Stan Hobley"]]),
        ("Heartbroken Denise Vale visited the spot. She wept.", [["name", "Denise Vale"]]),
        ("Police seek Rajan Pillai alias Bunty. Bunty is 30.", [["one", ["Rajan Pillai", "Bunty"]]]),
        ("Musa Bello, popularly called Kwaro, fled. Kwaro is 40.", [["one", ["Musa Bello", "Kwaro"]]]),
        ("Ted Hale called Ann Moor on Friday. Moor agreed. Hale left.", [["two", ["Ted Hale", "Ann Moor"]]]),
        ("Ted Hale also called Ann Moor. Moor agreed, Hale said.", [["two", ["Hale", "Moor"]]]),
        ("Ted Hale nicknamed Ann Moor. Moor agreed, Hale said.", [["two", ["Hale", "Moor"]]]),
        ("Documents obtained by the Beacon show that he lied.", [["type", "Beacon", ["organisation"]]]),
        ("Air Zimbabwe cancelled nine flights.", [["name", "Air Zimbabwe"]]),
        ("A vote for Labour is a vote for change, said Tom Bale.", [["type", "Labour", ["organisation"]]]),
        ("The people of Ashwick, Pelham and Corby have had enough.", [["name", "Ashwick"], ["name", "Corby"]]),
        ("“Mum never smoked. Dad did,” said Lucy Orr, 30.", [["no name", "Mum"], ["no name", "Dad"]]),
        ("The Minister for Foreign Affairs, Ana Ruiz, left.", [["no name", "Foreign Affairs"]]),
        ("Datin Seri Rosnah Idris arrived at noon.", [["name", "Rosnah Idris"]]),
        ("The ferry to Lombok was full.", [["place", "Lombok", ["ID"]]]),
        ("Two men from Co Mayo were held in Co. Kerry.", [["place", "Co Mayo", ["IE", "region"]]]),
        ("It counted 12 cases in Ramsey County, eight in Anoka and three in Dakota.", [["place", "Anoka", ["region"]]]),
        ("He served in the Republic of Sierra Leone Armed Forces.",
         [["type", "Republic of Sierra Leone Armed Forces", ["organisation"]]]),
        ("It was the worst cyclone to hit Tonga since Gita in 2018.", [["type", "Gita", ["event"]]]),
    ],
)  # fmt: skip
def test_a_name_is_what_the_press_prints(text: str, asks: list[list[Any]]) -> None:
    assert wrong(Case("press", "", [{"text": text, "published": "2025-05-09"}], asks)) == []


def test_a_building_stands_where_another_article_says() -> None:
    docs = [
        {"text": "They met at the Lugogo Arena in Kampala."},
        {"text": "Police shut the Lugogo Arena on Friday."},
    ]
    assert wrong(Case("building", "", docs, [["only in", "Lugogo Arena", "UG"]])) == []


def test_the_outlet_is_no_other_thing() -> None:
    doc = {"text": "She walked free after the Rocket told of it.", "publisher": "The Daily Rocket"}
    assert wrong(Case("outlet", "", [doc], [["type", "Rocket", ["organisation"]]])) == []
