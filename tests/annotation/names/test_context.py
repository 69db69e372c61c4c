"""Names in what surrounds them: sport, trade and courts, headlines, transcripts, the article's country."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tellings.annotation.pipeline import read_article
from tellings.resources import gazetteer
from tests.annotation.made import made
from tests.annotation.names.finding import found

SPORT = "The referee gave a penalty. Each goal of the season came in overtime, and the coach smiled. "


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (SPORT + "They met Ohio State in May.", "Ohio State", "organisation"),
        ("They live in Leeds, it is said.", "Leeds", "city"),
        ("Meridian Foods Plc fell. Shares in Meridian were sold.", "Meridian", "organisation"),
        ("It is said that Congress met.", "Congress", "organisation"),
        ("So said Graham Ellis KC again.", "Graham Ellis", "person"),
        ("So said Pieter de Vries. Then de Vries left.", "de Vries", "person"),
    ],
)
def test_names_in_sport_trade_and_court(text: str, name: str, kind: str, places: gazetteer.Gazetteer) -> None:
    entities = {
        "PERSON": "Graham Ellis KC|Pieter de Vries",
        "ORG": "Meridian Foods Plc",
        "GPE": "Leeds|Ohio State",
    }
    assert (name, kind) in found(made(text, **entities), places)


def test_a_headlines_capitals_and_a_members_state_are_no_names(places: gazetteer.Gazetteer) -> None:
    text = "Congress Must Act on Guns\n\nPaul Ryan, R-Wis., spoke of guns."
    names = [name for name, _ in found(made(text, PERSON="Paul Ryan", ORG="Guns"), places)]
    assert "Guns" not in names
    assert "R-Wis." not in names


def test_who_hits_back_is_a_person(nlp: Language, places: gazetteer.Gazetteer) -> None:
    article = read_article(nlp, "a", "Kemi Badenoch hit back on Monday.")
    assert found(article, places) == [("Kemi Badenoch", "person")]


def test_the_score_behind_a_name_tells_of_a_game(nlp: Language, places: gazetteer.Gazetteer) -> None:
    text = "Manchester City beat Real Sorrento 3-1 on Sunday. Ann Lund scored twice."
    article = read_article(nlp, "a", text)
    assert ("Manchester City", "organisation") in found(article, places)
    quiet = read_article(nlp, "a", "Manchester City won its case 3-1 in court, the council said.")
    assert ("Manchester City", "organisation") not in found(quiet, places)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It is said that Xqz Obi and her husband left.", "person"),
        ("It is said that Xqz Obi and his elder sister left.", "person"),
        ("It is said that Xqz Obi's wife left.", "person"),
        ("It is said that Xqz Obi’s late father left.", "person"),
        ("It is said that Xqz Obi and its partner left.", "organisation"),
        ("It is said that Xqz Obi's shares fell.", "organisation"),
        ("It is said that Xqz Obi and her twin boys left.", "person"),
        ("It is said that Xqz Obi's husband left.", "person"),
    ],
)
def test_who_has_a_family_is_a_person(text: str, kind: str, places: gazetteer.Gazetteer) -> None:
    assert found(made(text, ORG="Xqz Obi"), places) == [("Xqz Obi", kind)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bexcor's sister company was sold on Monday.", "organisation"),
        ("Vostra Air's sister airline was sold on Monday.", "organisation"),
        ("The firm bought Zenthor's sister site last year.", "organisation"),
        ("Tidewater's sister ship sank on Monday.", "organisation"),
        ("Norvane's sister wept on Monday.", "person"),
    ],
)
def test_a_sister_company_is_no_family(
    nlp: Language, text: str, kind: str, places: gazetteer.Gazetteer
) -> None:
    assert [one for _, one in found(read_article(nlp, "made", text), places)] == [kind]


TALK = """Sunday talk

ANNA BERGMAN: We go now to Senator Lindsay Harcourt.

SEN. LINDSAY HARCOURT: Good morning, Anna.

BERGMAN: Did the president call you?

HARCOURT: He did.

QUESTION: And now?

REP. TOM QUILL (D-TX): No comment."""


def test_labels_of_a_transcript_are_the_names_of_who_speaks(
    nlp: Language, places: gazetteer.Gazetteer
) -> None:
    article = read_article(nlp, "a", TALK)
    assert found(article, places) == [
        ("ANNA BERGMAN", "person"),
        ("Lindsay Harcourt", "person"),
        ("LINDSAY HARCOURT", "person"),
        ("Anna", "person"),
        ("BERGMAN", "person"),
        ("HARCOURT", "person"),
        ("TOM QUILL", "person"),
    ]


@pytest.mark.parametrize(
    ("text", "entities", "expected"),
    [
        ("Schools in WA closed. Perth and Australia sweltered.", {"GPE": "Perth|Australia"}, ("WA", "region")),
        ("Rain fell in UP again, Lucknow said. India waits.", {"GPE": "Lucknow|India"}, ("UP", "region")),
        ("Floods hit KZN. South Africa mourns.", {"ORG": "KZN", "GPE": "South Africa"}, ("KZN", "region")),
        ("NSW police left Sydney in Australia.", {"ORG": "NSW", "GPE": "Sydney|Australia"}, ("NSW", "region")),
        ("NZ lost to Canada in Wellington, New Zealand.", {"ORG": "NZ", "GPE": "Canada|New Zealand"},
         ("NZ", "country")),
    ],
)  # fmt: skip
def test_abbreviations_stand_for_the_regions_of_the_articles_country(
    text: str, entities: dict[str, str], expected: tuple[str, str], places: gazetteer.Gazetteer
) -> None:
    assert expected in found(made(text, entities), places)


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("NSW left Ghana and Accra.", {"ORG": "NSW", "GPE": "Ghana|Accra"}),
        ("The SA of Germany marched in Berlin.", {"ORG": "SA", "GPE": "Germany|Berlin"}),
        ("He told the MP of his trip to India.", {"GPE": "India"}),
    ],
)
def test_elsewhere_the_letters_are_no_region(
    text: str, entities: dict[str, str], places: gazetteer.Gazetteer
) -> None:
    assert not [
        name for name in found(made(text, entities), places) if name[0].isupper() and name[1] == "region"
    ]


@pytest.mark.parametrize(
    ("text", "name", "ship"),
    [
        ("Two boats, the Xqz Obi and the Vega, were lost.", "Xqz Obi", True),
        ("They sank the ship, the Xqz Obi said on Monday.", "Xqz Obi", False),
        ("The navy boarded the tanker, the Xqz Obi confirmed.", "Xqz Obi", False),
    ],
)
def test_who_tells_of_a_ship_is_none(
    nlp: Language, text: str, name: str, ship: bool, places: gazetteer.Gazetteer
) -> None:
    kinds = dict(found(read_article(nlp, "made", text), places))
    assert (kinds.get(name) == "product") == ship


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "The Canadian company said no. A Canadian regulator halted trading on Monday.",
            "Canadian",
            "demonym",
        ),
        ("Holders of the Canadian group met in the Canadian company's hall.", "Canadian", "demonym"),
        ("The Kano group bought a mill on Monday.", "Kano", "city"),
        ("The Thornwick group bought a mill on Monday.", "Thornwick", "organisation"),
        (
            "Thornbury Capital wrote to them. Ana Ruiz, a partner at Thornbury, said no.",
            "Thornbury",
            "organisation",
        ),
        ("Selby Capital wrote to them. Ana Ruiz, an analyst at Selby, said no.", "Selby", "organisation"),
        ("Ana Ruiz, a baker at Selby, said no.", "Selby", "city"),
        ("Ana Ruiz, who heads Local 417 of the welders' union, said no.", "Local 417", "organisation"),
        ("She said no to Local 9 at noon. Then Local 9 voted.", "Local 9", "organisation"),
        ("“Not me,” he texted the Bugle on Monday.", "Bugle", "organisation"),
        ("Holm Brothers plc closed three mills on Monday.", "Holm Brothers", "organisation"),
        ("Peter Cardwell plc closed three mills on Monday.", "Peter Cardwell", "organisation"),
        ("Cardwell & Sons closed its forge. Cardwell blamed the tax.", "Cardwell", "organisation"),
    ],
)
def test_firms_towns_and_nations(
    nlp: Language, text: str, name: str, kind: str, places: gazetteer.Gazetteer
) -> None:
    kinds = [one for printed, one in found(read_article(nlp, "made", text), places) if printed == name]
    assert set(kinds) == {kind}
