"""Names by how they stand: of firms and towns, contests, newspapers, directions, saints; read with the model."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tellings.annotation.names.finding import find_names
from tellings.annotation.pipeline import read_article
from tellings.resources import gazetteer


def named(nlp: Language, text: str) -> dict[str, str]:
    return {name.text: name.type for name in find_names(read_article(nlp, "a", text), gazetteer.load())}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The suppliers, Holm Systems of Leeds, sold it.", "Holm Systems", "organisation"),
        ("The suppliers, Holm Systems of Leeds, sold it.", "Leeds", "city"),
        ("The insurer paid Kelto Company of Bengaluru.", "Kelto Company", "organisation"),
        ("He left the Bank of Durban for the University of Leeds.", "Bank of Durban", "organisation"),
        ("It had belonged to Patriot Coal, one of the largest coal companies.", "Patriot Coal", "organisation"),
        ("Kelva Lithium wants the land.", "Kelva Lithium", "organisation"),
        ("A contract with Alptek, a firm in Kranj, is worth millions.", "Alptek", "organisation"),
        ("A reporter for India Today spotted her.", "India Today", "organisation"),
        ("He told Malta Today that it was over.", "Malta Today", "organisation"),
        ("The calls roll over to centers outside the VA. The agency is slow.", "VA", "organisation"),
        ("They were sent to Saint John on Monday.", "Saint John", "city"),
        ("It fell into a gorge in Slovenia's Julian Alps.", "Julian Alps", "location"),
        ("Windows in Uptown were covered with wood.", "Uptown", "location"),
        ("A caretaker found the boxes in Ngungu, a poor suburb, on Sunday.", "Ngungu", "location"),
        ("Harville is a quiet suburb. Police came to Harville.", "Harville", "location"),
        ("People of the suburb of Morvale were led out.", "Morvale", "location"),
        ("The village of Tarnholm burned.", "Tarnholm", "city"),
        ("Sen. Bernie Holm (Vt.) had lost.", "Vt", "region"),
        ("Roland Savoie had his bag packed for surgery.", "Roland Savoie", "person"),
        ("Sens. Jon Tester and David Vitter asked.", "Jon Tester", "person"),
        ("In Paris, Mr. Macron said so, and Mr. Trump agreed.", "Trump", "person"),
        ("In Paris, Mr. Macron said so, and Mr. Trump agreed.", "Macron", "person"),
        ("They shot Clarksdale Police Cpl. Derrick Couch on Monday.", "Clarksdale Police", "organisation"),
    ],
)  # fmt: skip
def test_a_name_is_what_it_stands_as(text: str, name: str, kind: str, nlp: Language) -> None:
    assert named(nlp, text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The former Miss Galaxy has sued.", "Galaxy"),
        ("The show airs at 9 a.m. Eastern.", "Eastern"),
        ("Eastern and Northern Europe wait.", "Eastern"),
        ("Sens. Jon Tester and David Vitter asked.", "Sens"),
        ("Major (Rtd) John Kamau ran.", "Rtd"),
    ],
)
def test_what_names_nothing_alone_is_no_name(text: str, word: str, nlp: Language) -> None:
    assert word not in named(nlp, text)


def test_a_nickname_once_is_the_person_printed_in_full(nlp: Language) -> None:
    found = named(nlp, "Ana Ruiz replied to him. He said Crooked Ana was no friend. Ana Ruiz left.")
    assert set(found) == {"Ana Ruiz", "Ana"}
