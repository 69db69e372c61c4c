"""What became of somebody, told in two ways: which exclude each other, and which do not."""

from __future__ import annotations

import pytest

from tellings.resolution.outcomes import outcomes
from tests.resolution.said import read, verdicts


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ana resigned/resign .", "the board sacked/sack Ana .", ["conflict"]),
        ("Ana was ousted/oust .", "Ana stepped/step down .", ["conflict"]),
        ("police nabbed/nab Ben .", "Ben walked/walk to a station .", ["conflict"]),
        ("Ben handed/hand himself in .", "Ben was detained/detain .", ["conflict"]),
        ("Ana was remanded/remand in custody .", "Ana was remanded/remand on bail .", ["conflict"]),
        ("the judge jailed/jail Ana .", "the judge freed/free Ana .", ["conflict"]),
        ("Ana pleaded/plead guilty .", "Ana pleaded/plead not guilty .", ["conflict"]),
        ("Ana admitted/admit the charge .", "Ana denied/deny the charge .", ["conflict"]),
        ("Ana was injured/injure .", "Ana escaped/escape unhurt .", ["conflict"]),
        ("Ana resigned/resign .", "the board sacked/sack Ben .", []),
        ("Ana was released/release from hospital .", "Ana was jailed/jail .", []),
        ("Ana denied/deny arson .", "Ana admitted/admit arson .", ["conflict"]),
        ("Ana resigned/resign .", "Ana quit/quit .", []),
        ("Ana resigned/resign .", "Ana sacked/sack Ben .", []),
        ("Ana was not hurt/hurt .", "Ana escaped/escape unhurt .", []),
        ("Ana will be freed/free .", "Ana was jailed/jail .", []),
        ("Ana was told/tell to go or be sacked/sack .", "Ana resigned/resign .", []),
        ("Ana walked/walk home .", "Ana was arrested/arrest .", []),
        ("Ana was hurt/hurt and Ana escaped/escape unhurt .", "Ana was hurt/hurt .", ["compatible"]),
    ],
)
def test_two_ways_of_one_person_exclude_each_other(one: str, other: str, expected: list[str]) -> None:
    assert verdicts([*outcomes(*read(one, other), {})]) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2025-06-10", "2025-06-11"), ["conflict"]),
        (("2025-06-10", "2025-07-11"), ["compatible"]),
        (("2025-06-10", "2025-W24"), ["conflict"]),
    ],
)
def test_what_happens_once_may_be_told_of_a_day_nearby(days: tuple[str, str], expected: list[str]) -> None:
    clauses, told = read("Ana resigned/resign .", "the board sacked/sack Ana .")
    told.days = {"d0:s": days[0], "d1:s": days[1]}
    assert verdicts([*outcomes(clauses, told, {})]) == expected


def test_of_two_days_what_may_change_is_no_conflict() -> None:
    clauses, told = read("the judge jailed/jail Ana .", "the judge freed/free Ana .")
    told.days = {"d0:s": "2025-06-10", "d1:s": "2025-06-11"}
    (topic,) = outcomes(clauses, told, {"person:ana": "Ana"})
    assert (topic.verdict, topic.question) == ("compatible", "Is Ana in custody or free?")
