"""The Crown that prosecutes, and the outlet that prints its own name in capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tellings.annotation.names.finding import find_names
from tellings.annotation.pipeline import read_article
from tellings.resources import gazetteer

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The jury heard both sides. The Crown said the two had lied to the court.", ["Crown"]),
        ("She pleaded guilty on the first day of the trial. Her bail ends today, the Crown said.", ["Crown"]),
        ("The jury heard of the trial. The Crown sat down. Crown prosecutor Ana Ruiz spoke.", ["Crown"]),
        ("He was convicted by a jury. The Crown Prince sent a letter. The actor had lost his crown.", []),
        ("The King wore the Crown at dinner. The guests had soup.", []),
    ],
)  # fmt: skip
def test_the_crown_is_a_body_in_a_report_from_a_court(nlp: Language, text: str, bodies: list[str]) -> None:
    found = find_names(read_article(nlp, "made", text), gazetteer.load())
    assert [one.text for one in found if one.text == "Crown" and one.type == "organisation"] == bodies


def test_an_outlet_prints_its_name_in_capitals(nlp: Language) -> None:
    text = "Nobody saw the van, the cook told BUGLE. The mayor hung up on BUGLE twice, and BUGLE rang again."
    article = read_article(nlp, "made", text, publisher="Elmhithe Bugle")
    types = {one.type for one in find_names(article, gazetteer.load()) if one.text == "BUGLE"}
    assert types <= {"organisation"}
