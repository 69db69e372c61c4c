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
        ("Channel 9 Evening NewsFAIRMOOR, Ga. Police came.", ["News", "FAIRMOOR"]),
        ("From WLNT.comHARBORTON, Miss. A man died.", ["WLNT.com", "HARBORTON"]),
        ("In IowaELMWOOD, police said so.", ["Iowa", "ELMWOOD"]),
        ("Elm County RegisterYusuf Marsh spoke. Marsh left.", ["Register", "Yusuf"]),
        ("ABC7 NewsRIVERDALE, Ill. Two men died.", ["News", "RIVERDALE"]),
        ("The Gary TribuneTwo men were hurt.", ["Tribune", "Two"]),
        ("The Daily JournalMaria Lund wept.", ["Journal", "Maria"]),
        (
            "Memphis, TennesseeMarlow is a town. It is in Tennessee; Marlow has a mill.",
            ["Tennessee", "Marlow"],
        ),
        ("Rain kills two | wlnt.comFirst crews came on Monday.", ["wlnt.com", "First"]),
        ("Mill burns down in Elmwood - ABC NewsThe fire broke out at six.", ["News", "The"]),
        ("Woman Dies In School FireAuthorities came. The fire is out.", ["Fire", "Authorities"]),
        ("Two die in rain - Dover, DelawareMarlow is a town. Marlow has a mill.", ["Delaware", "Marlow"]),
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
        "MasterCard",
        "NATO",
    ],
)
def test_names_written_so_stay_whole(word: str, nlp: Language) -> None:
    doc = read_article(nlp, "a", f"We saw {word} there.").doc
    assert word in [token.text for token in doc]


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("An officer was shot | WLNT.comHARBORTON, Miss. - Ana Booker was held.", "HARBORTON"),
        ("Two died in a blaze | KTVO.comMILLBROOK, Iowa - Crews came.", "MILLBROOK"),
        ("More at six. Action NewsELMWOOD, Ga. Police came.", "ELMWOOD"),
        ("ABC7 NewsRIVERDALE, Ill. — Two boys were shot in Riverdale, police said.", "RIVERDALE"),
    ],
)
def test_what_is_glued_together_is_no_name(text: str, glued: str, nlp: Language) -> None:
    names = {name.text for name in find_names(read_article(nlp, "a", text), gazetteer.load())}
    assert not {name for name in names if glued in name} - {glued}
