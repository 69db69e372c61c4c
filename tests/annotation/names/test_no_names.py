"""What is no name: sums of money in the letters of their currency."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tellings.annotation.names.finding import find_names
from tellings.annotation.pipeline import read_article
from tellings.resources import gazetteer


def named(nlp: Language, text: str) -> set[str]:
    return {name.text for name in find_names(read_article(nlp, "a", text), gazetteer.load())}


@pytest.mark.parametrize(
    "text",
    [
        "The clinic was promised R750,000 by them.",
        "Repairs may top R3 billion this year.",
        "They raised R1,250,000 for her.",
        "The state gave Rs. 25 lakh to the widow.",
        "She promised Ksh. 600,000 and KSh2 million more.",
        "The bank lost N2.5 billion and ₦400 million.",
        "It owed RM300,000 and NT$40 billion.",
        "They paid K500,000 and P10 million.",
        "UGX 40 million was gone.",
        "He had $US5 million in cash.",
    ],
)
def test_a_sum_is_no_name(text: str, nlp: Language) -> None:
    assert named(nlp, text) == set()


@pytest.mark.parametrize(
    ("text", "name"), [("The N11 highway was cut.", "N11"), ("The P5 nations met.", "P5")]
)
def test_a_letter_and_a_number_are_one(text: str, name: str, nlp: Language) -> None:
    assert name in named(nlp, text)


@pytest.mark.parametrize("text", ["“Never,” Cr Lindley said.", "We met Cr Lindley.", "Cr Ana Lindley spoke."])
def test_a_councillor_is_not_called_so(text: str, nlp: Language) -> None:
    assert {name.rpartition(" ")[2] for name in named(nlp, text)} == {"Lindley"}
    assert not any(name.startswith("Cr") for name in named(nlp, text))


@pytest.mark.parametrize(
    "headline",
    [
        "Officer Shot In Weekend Chase",
        "Deputy Killed In Night Crash",
        "Senator Wants Answers On Leak",
        "Coach Fired After Third Loss",
        "Judge Orders Release Of Tapes",
        "Sheriff Seeks Help In Search",
        "President Signs Bill Into Law",
        "Bishop Slams Gambling Plan",
        "Officer Hurt As Car Hits Wall",
        "Councillor Quits Over Texts",
    ],
)
def test_what_a_headline_tells_of_a_post_is_no_name(headline: str, nlp: Language) -> None:
    assert named(nlp, f"{headline}\n\nIt was raining on Monday, and nobody came.") == set()


@pytest.mark.parametrize(
    ("headline", "text", "name"),
    [
        ("Officer Stone Retires After Years", "Roy Stone retired on Friday. Stone was glad.", "Stone"),
        ("Coach Rivers Leaves Boston Today", "Doc Rivers left it. “I am off,” Rivers said.", "Rivers"),
    ],
)
def test_who_has_the_post_is_one(headline: str, text: str, name: str, nlp: Language) -> None:
    assert name in named(nlp, f"{headline}\n\n{text}")


@pytest.mark.parametrize(
    "headline",
    [
        "Deputy Recovering After Crash In Weekend Blaze",
        "Two Hurt In Holiday Pileup",
        "Man Dies In Apartment Blaze",
        "Woman Saved From Kitchen Flames",
    ],
)
def test_what_a_headline_puts_behind_in_is_no_town(headline: str, nlp: Language) -> None:
    assert named(nlp, f"{headline}\n\nIt was raining on Monday, and nobody came.") == set()


def test_a_part_of_town_that_a_sentence_names_too_is_one(nlp: Language) -> None:
    text = "Teen Shot In Strawberry Mansion\n\nPolice came to Strawberry Mansion."
    assert "Strawberry Mansion" in named(nlp, text)


@pytest.mark.parametrize(
    "text", ["They wanted HIM, the crowd said.", "It was not YOUR fault.", "Ask HER first."]
)
def test_a_stressed_pronoun_is_no_name(text: str, nlp: Language) -> None:
    assert named(nlp, text) == set()


@pytest.mark.parametrize("remark", ["‘A Coward’ Over Flood", "‘The Worst’ On Record", "‘So Weak’ In Debate"])
def test_what_somebody_is_called_in_a_headline_is_no_nickname(remark: str, nlp: Language) -> None:
    text = f"Mayor Calls Dana Whitlock {remark}\n\nThe mayor spoke. Dana Whitlock did not."
    assert named(nlp, text) == {"Dana Whitlock"}
