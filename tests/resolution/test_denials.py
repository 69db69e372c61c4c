"""What one article tells of a thing and another denies, and what both may say."""

from __future__ import annotations

import pytest

from tellings.resolution.denials import denials
from tests.resolution.said import read, verdicts


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ("the siren sounded/sound at the dam .", "nobody heard/hear a siren .", "Did the alarm sound?"),
        ("no alarm rang/ring in the hall .", "the alarm rang/ring .", "Did the alarm sound?"),
        (
            "Ana did not sign/sign the contract .",
            "Ana signed/sign the contract .",
            "Did Ana sign the contract?",
        ),
        (
            "the hatch was not inspected/inspect .",
            "Ben inspected/inspect the hatch .",
            "Did Ben inspect the hatch?",
        ),
        ("no shots were fired/fire .", "shots were fired/fire at the farm .", "Was the shot fired?"),
        ("the train did not brake/brake .", "the train braked/brake in the tunnel .", "Did the train brake?"),
        ("nobody locked/lock the gate .", "Vidal locked/lock the gate .", "Did Vidal lock the gate?"),
    ],
)
def test_what_one_tells_and_another_denies_is_at_odds(one: str, other: str, asked: str) -> None:
    clauses, told = read(one, other)
    names = {"person:ana": "Ana", "person:ben": "Ben", "person:vidal": "Vidal"}
    assert [(t.question, t.verdict) for t in denials(clauses, told, names)] == [(asked, "conflict")]
    assert [*denials(*read(one, one), names)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana did not sign/sign the contract .", "Ben signed/sign the contract ."),  # another may have
        ("Ana did not hear/hear a siren .", "the siren sounded/sound ."),
        ("the bridge has not been repaired/repair .", "the bridge was repaired/repair ."),  # by then
        ("not only the hall was searched/search .", "the hall was searched/search ."),
        ("the hall was not fully searched/search .", "the hall was searched/search ."),
        ("the second train did not brake/brake .", "the train braked/brake ."),
        ("the gate was not locked/lock .", "the gate may have been locked/lock ."),
        ("no guard was hurt/hurt .", "a guard was hurt/hurt ."),  # another guard
        ("the driver was not named/name .", "the driver was named/name ."),  # later
        ("Ana did not open/open the gate .", "the gate was closed/close ."),
    ],
)
def test_what_both_may_say_is_not(one: str, other: str) -> None:
    assert verdicts([*denials(*read(one, other), {})]) == []


def test_an_article_that_tells_both_is_held_against_none() -> None:
    clauses, told = read("the siren sounded/sound .", "nobody heard/hear a siren .")
    again, _ = read("nobody heard/hear a siren .")
    assert verdicts([*denials([*clauses, *again], told, {})]) == []
