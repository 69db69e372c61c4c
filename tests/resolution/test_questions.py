"""How the question is asked that several answers answer."""

from __future__ import annotations

import pytest

from tellings.annotation.amounts import states
from tellings.resolution.answers import Answer
from tellings.resolution.counts import STATES
from tellings.resolution.questions import asked as asked_of
from tellings.resolution.questions import question
from tests.resolution.test_topics import answer


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ([answer("a", 9, "capacity passenger")], "How many passengers are allowed?"),
        ([answer("a", 41, "age p:ana")], "How old is Ana?"),
        (
            [answer("a", 12, "sum people", clause=""), answer("b", 11, "sum people", clause="")],
            "How many people in all?",
        ),
        ([answer("a", 9, "count bus", unit="bus", clause="")], "How many buses?"),
        (
            [
                answer("a", 9, "money EUR", kind="money", clause="costs …"),
                answer("b", 8, "money EUR", kind="money", clause="will pay … to each family"),
            ],
            "How much money: “will pay … to each family”?",
        ),
        (
            [answer("a", 4, "length", unit="metre", clause="lay … down")],
            "What distance or size: “lay … down”?",
        ),
        ([answer("a", 3, "rank goal", of="goal", clause="his …")], "Which goal is it: “his …”?"),
        ([answer("a", 23, "moment", kind="duration", unit="minute", clause="")], "In which minute?"),
        (
            [
                answer("a", 2, "moment", kind="duration", unit="hour", clause=""),
                answer("b", 90, "duration", kind="duration", unit="minute", clause=""),
            ],
            "After how long?",
        ),
        (
            [answer("a", 30, "percent", unit="%", clause="pay will rise by …")],
            "What percentage: “pay will rise by …”?",
        ),
        (
            [
                answer("a", 4, "count bed", unit="bed", clause="has …"),
                answer("b", 4, "count bed", unit="bed", clause="The ward, which has …, is shut"),
                answer("c", 4, "count bed", unit="bed", clause="the ward has … in all"),
            ],
            "How many beds: “the ward has … in all”?",
        ),
    ],
)
def test_a_question_is_in_plain_words(told: list[Answer], asked: str) -> None:
    assert question(told, {"p:ana": "Ana"}) == asked


def test_two_questions_of_one_event_that_would_be_asked_alike_are_told_apart() -> None:
    now, long_ago = [answer("a", 9, clause="… died on Monday")], [answer("a", 70, clause="when … died")]
    assert [*asked_of([(0, now), (0, long_ago)], {})] == [
        "How many people died: “… died on Monday”?",
        "How many people died: “when … died”?",
    ]
    assert [*asked_of([(0, now), (1, long_ago)], {})] == ["How many people died?"] * 2


def test_every_state_that_is_told_of_people_is_asked_for() -> None:
    assert set(STATES) == {*states.STATES, "capacity"}
