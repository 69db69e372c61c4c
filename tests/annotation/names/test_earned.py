"""Words beside a name that are no part of it: of headlines, ranks, titles, letters and epithets."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tellings.annotation.names.finding import find_names
from tellings.annotation.pipeline import read_article
from tellings.identity.compare import letters
from tellings.resources import gazetteer
from tests.annotation.made import made


def named(text: str, places: gazetteer.Gazetteer, **entities: str) -> set[str]:
    return {name.text for name in find_names(made(text, **entities), places)}


BODY = "Karin Lundqvist spoke in public for an hour on Monday. Lundqvist was not sure, she said."


@pytest.mark.parametrize(
    ("headline", "span"),
    [
        ("Lundqvist Says Taxes Must Rise", "Lundqvist Says"),
        ("Voters Rip Karin Lundqvist Over Taxes", "Rip Karin Lundqvist"),
        ("Karin Lundqvist Hammers Big Banks", "Karin Lundqvist Hammers"),
        ("Lundqvist Memos Show Taxes Rise", "Lundqvist Memos"),
        ("Crooked Karin Lundqvist Loses Votes", "Crooked Karin Lundqvist"),
        ("Court Blocks Lundqvist Plan Again", "Blocks Lundqvist"),
    ],
)
def test_words_of_a_headline_are_no_part_of_a_name(
    headline: str, span: str, places: gazetteer.Gazetteer
) -> None:
    found = named(f"{headline}\n\n{BODY}", places, PERSON=f"{span}|Karin Lundqvist|Lundqvist")
    assert found == {"Karin Lundqvist", "Lundqvist"}


def test_a_headline_keeps_a_body_and_a_first_name(places: gazetteer.Gazetteer) -> None:
    found = named(
        f"Lundqvist Foundation And Ana Lundqvist Lose Money\n\n{BODY}",
        places,
        PERSON="Ana Lundqvist|Karin Lundqvist|Lundqvist",
        ORG="Lundqvist Foundation",
    )
    assert {"Lundqvist Foundation", "Ana Lundqvist"} <= found


@pytest.mark.parametrize(
    "epithet", ["Crooked", "Coroner", "Counsel", "Lying", "Patrol Agent", "Special Counsel", "Trooper"]
)
def test_a_word_that_a_name_has_once_is_not_part_of_it(epithet: str, places: gazetteer.Gazetteer) -> None:
    text = f"So {epithet} Robert Marsh was there. They saw Robert Marsh leave, and Robert Marsh came back."
    assert named(text, places, PERSON=f"{epithet} Robert Marsh|Robert Marsh") == {"Robert Marsh"}


@pytest.mark.parametrize(
    "full", ["Aung San Suu Kyi", "Rubén Olmedo Vega", "Salem Al Mansoori", "Itamar Ben-Gvir"]
)
def test_a_first_name_stays_where_the_rest_is_printed_more(full: str, places: gazetteer.Gazetteer) -> None:
    rest = full.partition(" ")[2]
    found = named(
        f"So {full} spoke. Then {rest} left. A friend of {rest} stayed.", places, PERSON=f"{full}|{rest}"
    )
    assert full in found


@pytest.mark.parametrize(
    "printed",
    [
        "Cllr Ana Marsh",
        "Coun Ana Marsh",
        "Det Sen Const Ana Marsh",
        "Insp Ana Marsh",
        "Comrade Ana Marsh",
        "Tan Sri Ana Marsh",
        "Datuk Seri Ana Marsh",
        "Tánaiste Ana Marsh",
        "Rev Fr Ana Marsh",
        "Alhaji Ana Marsh",
        "Interior CS Ana Marsh",
        "Independent TD Ana Marsh",
        "Wing Commander Ana Marsh",
        "Ana Marsh KC",
        "Ana Marsh, QC",
        "Ana Marsh OBE",
        "Ana Marsh, Ph.D.",
        "Ana Marsh TD",
        "Ana Marsh AO",
    ],
)
def test_ranks_titles_and_letters_are_no_part_of_a_name(printed: str, places: gazetteer.Gazetteer) -> None:
    assert named(f"We heard {printed} speak there.", places, PERSON=printed) == {"Ana Marsh"}
    assert named(f"We heard {printed}, speak there.", places, PERSON="Ana Marsh") == {"Ana Marsh"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They fled in a black SUV. The SUV was found.", "SUV"),
        ("He opened another ATM. Two ATMs were broken.", "ATM"),
        ("They drove to HQ at dawn. Nobody at HQ answered.", "HQ"),
        ("Holders met at the AGM. The AGM was short.", "AGM"),
        ("An angry DJ was there. The DJ left.", "DJ"),
        ("They met at noon ET Thursday, he said.", "ET Thursday"),
        ("Rain will fall. HOWEVER, it may not last.", "HOWEVER"),
        ("The migrants came. Migrants are at the gate.", "Migrants"),
        ("Tonight we won. It is cold tonight.", "Tonight"),
        ("Improving roads costs money. We are improving.", "Improving"),
        ("Democracy dies. He loves democracy.", "Democracy"),
        ("Caravans came. Two caravans left.", "Caravans"),
    ],
)
def test_things_and_words_that_open_a_sentence_are_no_names(
    text: str, word: str, places: gazetteer.Gazetteer, nlp: Language
) -> None:
    article = read_article(nlp, "a", text)
    article.doc.ents = [article.doc.char_span(text.index(word), text.index(word) + len(word), label="ORG")]
    assert word not in {name.text for name in find_names(article, places)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A CNN report said so. CNN was right.", "CNN"),
        ("An FBI agent came. The FBI said nothing.", "FBI"),
        ("Marsh spoke. It was Marsh again.", "Marsh"),
    ],
)
def test_bodies_and_persons_at_the_head_of_a_sentence_stay(
    text: str, name: str, places: gazetteer.Gazetteer, nlp: Language
) -> None:
    assert name in {found.text for found in find_names(read_article(nlp, "a", text), places)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was made under the Obama administration.", ("Obama", "person")),
        ("They asked 27-year-old Nadia Karim about it.", ("Nadia Karim", "person")),
        ("It was asked by ABC's Karin Holm in May.", ("Karin Holm", "person")),
    ],
)
def test_what_stands_beside_a_person(
    text: str, expected: tuple[str, str], places: gazetteer.Gazetteer, nlp: Language
) -> None:
    assert expected in {(name.text, name.type) for name in find_names(read_article(nlp, "a", text), places)}


def test_a_party_and_its_members_are_one(places: gazetteer.Gazetteer) -> None:
    article = made("The Democratic Party met. Democrats left.", NORP="Democrats", ORG="Democratic Party")
    assert {name.type for name in find_names(article, places)} == {"organisation"}
    assert letters("Democrats", "organisation") == letters("Democratic Party", "organisation")
    assert letters("GOP", "organisation") == letters("Republicans", "organisation")


@pytest.mark.parametrize("trade", ["Soprano", "Skipper", "Potter", "Farmer"])
def test_a_trade_that_opens_a_sentence_is_no_name_though_some_are_called_so(
    trade: str, places: gazetteer.Gazetteer
) -> None:
    assert named(f"{trade} Ana Marsh fell.", places, PERSON=f"{trade} Ana Marsh") == {"Ana Marsh"}


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Corkman Peter Holm", "Peter Holm"),
        ("Dubliner Ana Marsh", "Ana Marsh"),
        ("Londoner Maria Marsh", "Maria Marsh"),
        ("Parker Peter Holm", "Parker Peter Holm"),
        ("Freeman Peter Holm", "Freeman Peter Holm"),
        ("Roger Peter Holm", "Roger Peter Holm"),
    ],
)
def test_who_is_of_a_town_is_no_part_of_a_name(printed: str, name: str, places: gazetteer.Gazetteer) -> None:
    assert named(f"So now {printed} left.", places, PERSON=printed) == {name}


@pytest.mark.parametrize(
    ("label", "printed", "names"),
    [
        ("PERSON", "Ana Ramirez of Coronado", {"Ana Ramirez", "Coronado"}),
        ("PERSON", "Peter Smith of Selby", {"Peter Smith", "Selby"}),
        ("PERSON", "Joan of Arc", {"Joan of Arc"}),
        ("ORG", "Local 417 of the Welders' Union", {"Local 417", "Welders' Union"}),
        ("ORG", "Local Board of Selby", {"Local Board of Selby"}),
        ("ORG", "University of Selby", {"University of Selby"}),
    ],
)
def test_of_where_somebody_is(label: str, printed: str, names: set[str], places: gazetteer.Gazetteer) -> None:
    assert named(f"So now {printed} left.", places, **{label: printed}) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Reporters met former Miss Galaxy Corina Machado.", "Corina Machado"),
        ("Former Miss Universe Ana Holm spoke.", "Ana Holm"),
        ("Miss Daisy Holm sat there.", "Daisy Holm"),
    ],
)
def test_what_somebody_is_the_miss_of_is_no_first_name(text: str, name: str, nlp: Language) -> None:
    names = [one.text for one in find_names(read_article(nlp, "a", text), gazetteer.load())]
    assert names == [name]
