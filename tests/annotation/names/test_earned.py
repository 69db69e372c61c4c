"""Words beside a name that are no part of it: of headlines, ranks, titles, letters and epithets."""

from __future__ import annotations

import pytest

from tellings.annotation.names.finding import find_names
from tellings.resources import gazetteer
from tests.annotation.made import made


@pytest.fixture(scope="module")
def places() -> gazetteer.Gazetteer:
    return gazetteer.load()


def named(text: str, places: gazetteer.Gazetteer, **entities: str) -> set[str]:
    return {name.text for name in find_names(made(text, **entities), places)}


BODY = "Hillary Lundqvist spoke in public for an hour on Monday. Lundqvist was not sure, she said."


@pytest.mark.parametrize(
    ("headline", "span"),
    [
        ("Lundqvist Says Taxes Must Rise", "Lundqvist Says"),
        ("Voters Rip Hillary Lundqvist Over Taxes", "Rip Hillary Lundqvist"),
        ("Hillary Lundqvist Hammers Big Banks", "Hillary Lundqvist Hammers"),
        ("Lundqvist Memos Show Taxes Rise", "Lundqvist Memos"),
        ("Crooked Hillary Lundqvist Loses Votes", "Crooked Hillary Lundqvist"),
        ("Court Blocks Lundqvist Plan Again", "Blocks Lundqvist"),
    ],
)
def test_words_of_a_headline_are_no_part_of_a_name(
    headline: str, span: str, places: gazetteer.Gazetteer
) -> None:
    found = named(f"{headline}\n\n{BODY}", places, PERSON=f"{span}|Hillary Lundqvist|Lundqvist")
    assert found == {"Hillary Lundqvist", "Lundqvist"}


def test_a_headline_keeps_a_body_and_a_first_name(places: gazetteer.Gazetteer) -> None:
    found = named(
        f"Lundqvist Foundation And Ana Lundqvist Lose Money\n\n{BODY}",
        places,
        PERSON="Ana Lundqvist|Hillary Lundqvist|Lundqvist",
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
    "full", ["Aung San Suu Kyi", "Rubén Remigio Ferro", "Mattar Al Tayer", "Itamar Ben-Gvir"]
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
