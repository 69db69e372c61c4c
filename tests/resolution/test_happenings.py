"""Acts by any word, who does them and where: what is held against each other, and what may both be true."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import pytest

from tellings.resolution.acts import acts_at
from tellings.resolution.clauses import Subject
from tellings.resolution.doers import who
from tellings.resolution.whereabouts import where
from tests.resolution.said import read, verdicts

TWO = "conflict"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("police nabbed/nab Ana .", "arrest"),
        ("police detained/detain Ana .", "arrest"),
        ("a jogger found/find the body .", "discovery"),
        ("a jogger found/find the way .", ""),
    ],
)
def test_an_act_is_told_by_any_of_its_words(text: str, act: str) -> None:
    said = read(text)[0][0]
    verb = next(n for n, word in enumerate(said.words) if word.pos == "VERB")
    assert next((one.name for one in acts_at(said, verb)), "") == act


@pytest.mark.parametrize(
    ("text", "doer", "denied"),
    [
        ("the plane that lost/lose a door over Split crashed/crash .", "plane", None),
        ("the shot that killed/kill a bull in Split was fired/fire .", "shot", None),
        ("Ana broke/break a leg and was treated/treat .", "Ana", None),
        ("it was Ben , and not Ana , who was driving/drive .", "Ben", "person:ana"),
        ("not Ana but a passenger opened/open the door .", "passenger", "person:ana"),
        ("a boy aged/age two was flown/fly .", "boy", None),
    ],
)
def test_whom_a_verb_is_said_of(text: str, doer: str, denied: str | None) -> None:
    said, told = read(text)
    verb = max(n for n, word in enumerate(said[0].words) if word.pos == "VERB")
    found = cast(Subject, said[0].subject(verb))
    printed = told.texts["d0"][found.name.start : found.name.end] if found.name else found.noun
    assert (printed, found.denied and found.denied.entity) == (doer, denied)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            (
                "Ana is being held/hold at Stadelheim prison .",
                "Ana was jailed/imprison in Landsberg prison .",
            ),
            ["conflict"],
        ),
        (("Ana was sent/send to Stadelheim prison .", "Ana was moved/move to Landsberg prison ."), []),
        (("Ana was held/hold at Stadelheim prison .", "Ana will be held/hold at Landsberg prison ."), []),
        (("Ana was held/hold at Stadelheim prison .", "Ana is to be held/hold at Landsberg prison ."), []),
        (
            (
                "Ana was held/hold at Stadelheim prison .",
                "Ana is held/hold at Landsberg prison if convicted/convict .",
            ),
            [],
        ),
        (
            (
                "Ana was held/hold at Stadelheim prison and is held/hold at Landsberg prison .",
                "Ana is held/hold at Landsberg prison .",
            ),
            ["compatible"],
        ),
        (("Ana is held/hold at Stadelheim prison .", "Ana is held/hold in a Landsberg prison ."), []),
        (("Ana is held/hold at Stadelheim prison .", "Ben is held/hold at Landsberg prison ."), []),
    ],
)
def test_one_is_held_in_one_prison(texts: Sequence[str], expected: list[str]) -> None:
    clauses, told = read(*texts)
    assert verdicts([*where(clauses, told, {"person:ana": "Ana"})]) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "the car overturned/overturn in Stadelheim prison .",
            "a car overturned/overturn in Landsberg prison .",
            [],
        ),
        (
            "the car overturned/overturn in Stadelheim prison .",
            "the car overturned/overturn in Landsberg prison .",
            [TWO],
        ),
        (
            "the second plane landed/land in Stadelheim prison .",
            "the third plane landed/land in Landsberg prison .",
            [],
        ),
        (
            "the second plane landed/land in Stadelheim prison .",
            "the second jet landed/land in Landsberg prison .",
            [TWO],
        ),
        (
            "the plane landed/land in Stadelheim prison .",
            "the other plane landed/land in Landsberg prison .",
            [],
        ),
        ("a boy was killed/kill in Stadelheim prison .", "a boy was killed/kill in Landsberg prison .", []),
        (
            "a boy aged/age 12 died/die in Stadelheim prison .",
            "a boy aged/age 7 died/die in Landsberg prison .",
            [],
        ),
        (
            "a 12 - year - old boy died/die in Stadelheim prison .",
            "a boy aged/age 12 died/die in Landsberg prison .",
            [TWO],
        ),
        ("the boy died/die in Stadelheim prison .", "the boy died/die in Landsberg prison .", [TWO]),
        (
            "the Vidal plane landed/land in Stadelheim prison .",
            "the plane landed/land in Landsberg prison .",
            [TWO],
        ),
        (
            "the Vidal plane landed/land in Stadelheim prison .",
            "the Ben plane landed/land in Landsberg prison .",
            ["compatible"],
        ),
    ],
)
def test_where_a_thing_without_a_name_is(one: str, other: str, expected: list[str]) -> None:
    clauses, told = read(one, other)
    assert verdicts([*where(clauses, told, {})]) == expected


def test_the_question_says_what_happened_and_to_whom() -> None:
    clauses, told = read("Ana is held/hold at Stadelheim prison .", "Ana is held/hold at Landsberg prison .")
    assert [one.question for one in where(clauses, told, {"person:ana": "Ana Vidal"})] == [
        "Where is Ana Vidal held?"
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            (
                "a jogger found/find the body of Vidal in Split .",
                "two anglers found/find the body in Split .",
            ),
            ["conflict"],
        ),
        (
            ("a jogger found/find the body in Split .", "a teacher found/find the body in Split ."),
            ["compatible"],
        ),
        (
            ("Ana is driving/drive the bus in Split .", "it was Ben , not Ana , who drove/drive the bus ."),
            ["conflict"],
        ),
        (
            ("Ana is driving/drive the bus in Split .", "the bus was driven/drive by Ben in Split ."),
            ["conflict"],
        ),
        (
            ("Ana and Ben opened/open the bridge in Split .", "Ana opened/open the bridge in Split ."),
            ["compatible"],
        ),
        (("Ana opened/open the bridge in Split .", "Ben opened/open a shop in Split ."), []),
        (("Ana drove/drive the second bus in Split .", "Ben drove/drive the third bus in Split ."), []),
        (
            ("Ana drove/drive the second bus in Split .", "Ben drove/drive the second bus in Split ."),
            ["conflict"],
        ),
        (("Ana drove/drive the bus in Split .", "Ben drove/drive another bus in Split ."), []),
        (("Ana drove/drive the bus in Split .", "Ben drove/drive the school bus in Split ."), ["conflict"]),
        (("Ana chaired/chair the morning session .", "Ben chaired/chair the evening session ."), []),
        (("a jogger found/find the body of a man .", "two anglers found/find the body of a woman ."), []),
        (("a jogger found/find the body .", "two anglers found/find the body of another man ."), []),
        (
            (
                "a jogger found/find the body of a man in Split .",
                "two anglers found/find the body in Split .",
            ),
            ["conflict"],
        ),
        (
            ("a driver opened/open the door in Split .", "two anglers opened/open the door in Split ."),
            ["compatible"],
        ),
        (
            (
                "Ana ordered/order the landing of the plane .",
                "it was Ben , not Ana , who gave/give the order for the landing of the plane .",
            ),
            ["conflict"],
        ),
        (("it was Ben , not Ana , who won/win in the round .", "Ana won/win the lottery ."), []),
        (("it was Ben , not Ana , who won/win .", "Ana won/win the lottery ."), []),
        (("it was Ben , not Ana , who won/win .", "Ana won/win ."), ["conflict"]),
        (("it was Ben , not Ana , who won/win the cup .", "Ana won/win the cup ."), ["conflict"]),
    ],
)
def test_one_does_it_and_another_did_not(texts: Sequence[str], expected: list[str]) -> None:
    clauses, told = read(*texts)
    assert verdicts([*who(clauses, told)]) == expected
