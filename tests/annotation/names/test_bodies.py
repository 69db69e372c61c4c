"""Names of bodies and of what stands in them, read with the model: what is part of them and what they are."""

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
        ("The DPS Trooper was put on leave.", "DPS", "organisation"),
        ("A Kenton Police Officer is ill.", "Kenton Police", "organisation"),
        ("CPD Assistant Chief Robbie Linley said so.", "CPD", "organisation"),
        ("Elmwood City Manager E. Scott Wood spoke.", "E. Scott Wood", "person"),
        ("In an effort to be open, Texas DPS has called the town.", "Texas DPS", "organisation"),
        ("Robert S. Mueller III spoke to the court.", "Robert S. Mueller III", "person"),
        ("In 2004, the Elmwood Journal-Constitution reported it.", "Elmwood Journal-Constitution", "organisation"),
        ("The shop is at 1513 Reeves Ave. in the town.", "Reeves Ave", "location"),
        ("But Customs and Border Protection, whose officers came, said no.", "Customs and Border Protection",
         "organisation"),
        ("He met Abe at his Mar-a-Lago estate in Florida.", "Mar-a-Lago", "facility"),
        ("They moved to Chicago - ABC News reported it.", "ABC News", "organisation"),
    ],
)  # fmt: skip
def test_a_name_is_whole_without_the_rank_behind_it(text: str, name: str, kind: str, nlp: Language) -> None:
    assert named(nlp, text).get(name) == kind


def test_the_town_of_a_local_body_stays_a_town(nlp: Language) -> None:
    text = (
        "A suspect was held, Elmwood Mayor Bill Luckett said. Elmwood police arrested him. "
        "The Elmwood Police Department said Elmwood was calm."
    )
    found = named(nlp, text)
    assert found["Elmwood"] == "city"
    assert found["Elmwood Police Department"] == "organisation"
    person = named(nlp, "Jackson Police Department officers met Dale Jackson. Jackson said he was glad.")
    assert person["Jackson"] == "person"


def test_a_common_noun_in_capitals_is_no_name(nlp: Language) -> None:
    assert "SUV" not in named(nlp, "Ana Ruiz left in a black SUV. The SUV was found in Elmwood.")
