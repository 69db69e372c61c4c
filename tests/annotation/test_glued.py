"""Text that scraping glued together is read as the words that it was."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tellings.annotation.names.finding import find_names
from tellings.annotation.pipeline import read_article
from tellings.resources import gazetteer


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Channel 2 Action NewsRIVERDALE, Ga. Police came.", ["News", "RIVERDALE"]),
        ("From WREG.comCLARKSDALE, Miss. A man died.", ["WREG.com", "CLARKSDALE"]),
        ("In OhioKENTON, police said so.", ["Ohio", "KENTON"]),
        ("Orange County RegisterHussam Marsh spoke. Marsh left.", ["Register", "Hussam"]),
        ("The Daily JournalMaria Lund wept.", ["Journal", "Maria"]),
        (
            "Memphis, TennesseeMarlow is a town. It is in Tennessee; Marlow has a mill.",
            ["Tennessee", "Marlow"],
        ),
        ("It is on the U.S.-Mexico border.", ["U.S.", "-", "Mexico"]),
        ("A U.K.-U.S. deal was made.", ["U.K.", "-", "U.S."]),
    ],
)
def test_glued_words_are_split(text: str, parts: list[str], nlp: Language) -> None:
    doc = read_article(nlp, "a", text).doc
    assert doc.text == text
    tokens = [token.text for token in doc]
    assert any(tokens[i : i + len(parts)] == parts for i in range(len(tokens)))


@pytest.mark.parametrize(
    "word",
    [
        "YouTube",
        "WikiLeaks",
        "McDonald",
        "DeSantis",
        "PayPal",
        "iPHONE",
        "SoundCloud",
        "CrimeStoppers",
        "NATO",
    ],
)
def test_names_written_so_stay_whole(word: str, nlp: Language) -> None:
    doc = read_article(nlp, "a", f"We saw {word} there.").doc
    assert word in [token.text for token in doc]


def test_what_is_glued_together_is_no_name(nlp: Language) -> None:
    article = read_article(
        nlp, "a", "An officer was shot | WREG.comCLARKSDALE, Miss. - Leandrew Booker was held."
    )
    assert not [name for name in find_names(article, gazetteer.load()) if "comCLARKS" in name.text]
