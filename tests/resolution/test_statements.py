"""What came first and how certain it is: what is held against each other, and what may both be true."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tellings.resolution.statements import certain, order
from tests.resolution.said import read, verdicts

TWO = "conflict"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("there is no doubt about the cause .", "the cause is not yet known ."), ["conflict"]),
        (("the cause was still unclear .", "Ana has established/establish the cause ."), ["conflict"]),
        (("the cause of the leak is unclear .", "there is no doubt about the cause ."), []),
        (
            (
                "Ana confirmed/confirm that the cause is being investigated/investigate .",
                "the cause is not yet known .",
            ),
            [],
        ),
        (
            (
                "a worn bearing was suspected/suspect in the crash .",
                "Ana confirmed/confirm that a worn bearing caused/cause the crash .",
            ),
            ["conflict"],
        ),
        (
            (
                "it was unclear what caused/cause the crash .",
                "a bearing caused/cause the crash , Ana has established/establish .",
            ),
            ["conflict"],
        ),
        (
            (
                "Ana ruled/rule out sabotage in the crash of the train .",
                "sabotage in the crash of the train was suspected/suspect .",
            ),
            ["conflict"],
        ),
        (
            (
                "Ana ruled/rule out arson in the crash of the train .",
                "sabotage in the crash of the train was suspected/suspect .",
            ),
            [],
        ),
        (
            (
                "Ana confirmed/confirm that the body of a woman was seen/see in the harbour .",
                "it is not clear whether the body of a second woman was seen/see in the harbour .",
            ),
            [],
        ),
        (
            (
                "Ana confirmed/confirm that the body of a woman was seen/see in the harbour .",
                "it is not clear whether the body of a woman was seen/see in the harbour .",
            ),
            ["conflict"],
        ),
        (
            (
                "Ana believed/believe that the thieves left/leave the museum by the roof .",
                "Ben ruled/rule out that the thieves left/leave the museum by the cellar .",
            ),
            [],
        ),
        (
            (
                "it was unclear when the road of the crash opens/open .",
                "Ana confirmed/confirm that the crash on the road killed/kill Ben .",
            ),
            [],
        ),
    ],
)
def test_a_cause_is_certain_for_one_and_open_for_another(texts: Sequence[str], expected: list[str]) -> None:
    clauses, told = read(*texts)
    assert verdicts([*certain(clauses, told)]) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            (
                "the siren sounded/sound before the snow came/come .",
                "the siren was not heard/hear until the snow came/come .",
            ),
            "conflict",
        ),
        (
            (
                "the dog bit/bite first and the owner whistled/whistle afterwards .",
                "the owner whistled/whistle before the dog bit/bite .",
            ),
            "conflict",
        ),
        (
            (
                "the lorry braked/brake after the bus turned/turn .",
                "the lorry had already braked/brake when the bus turned/turn .",
            ),
            "conflict",
        ),
        (
            (
                "the alarm sounded/sound before the snow came/come .",
                "the snow came/come after the siren sounded/sound .",
            ),
            "agree",
        ),
        (
            (
                "the mayor spoke/speak before the vote on the budget .",
                "the mayor spoke/speak after the vote on the port .",
            ),
            None,
        ),
        (
            (
                "the mayor spoke/speak before the vote on the budget .",
                "the mayor spoke/speak after the vote .",
            ),
            "conflict",
        ),
        (
            (
                "the officer slept/sleep in Split before the train crashed/crash .",
                "the officer slept/sleep in Landsberg after the train crashed/crash .",
            ),
            None,
        ),
    ],
)
def test_what_came_first(texts: Sequence[str], expected: str | None) -> None:
    clauses, told = read(*texts)
    assert verdicts([*order(clauses, told)]) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("day", "other", "expected"),
    [
        ("2025-06-03", "2025-06-04", []),
        ("2025-06-03", "2025-06-03", [TWO]),
        ("2025-06-03", "2025-W23", [TWO]),
    ],
)
def test_what_is_told_of_another_day_is_another_thing(day: str, other: str, expected: list[str]) -> None:
    clauses, told = read(
        "the siren sounded/sound before the snow came/come .",
        "the siren sounded/sound after the snow came/come .",
    )
    told.days = {"d0:s": day, "d1:s": other}
    assert verdicts([*order(clauses, told)]) == expected
