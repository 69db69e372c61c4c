"""Which answers are to one question, and what is said of them."""

from __future__ import annotations

from typing import Any

import pytest

from tellings import schema
from tellings.annotation.amounts import states
from tellings.resolution.answers import PARTS_OF, STATES, Answer
from tellings.resolution.discrepancies import judge
from tellings.resolution.figures import figure
from tellings.resolution.questions import question
from tellings.resolution.topics import topics

AROUND = {"tunnel": 0.9, "flood": 0.8, "miner": 0.7}


def answer(
    doc: str, value: float, what: str = "dead", *, at: int = 0, unit: str = "people", **more: Any
) -> Answer:
    told = figure(value, None, None, unit, more.pop("hedge", None))
    company = more.pop("company", AROUND)
    kind = more.pop("kind", "number")
    found = Answer(
        doc,
        f"{doc}:s{at}",
        at,
        at + 3,
        text=f"{value:g}",
        kind=kind,
        what=what,
        figure=told,
        value=f"{value:g}",
    )
    found.company = dict(company)
    found.thing = what if what.startswith("count ") else ""
    for name, given in more.items():
        setattr(found, name, given)
    return found


def found(*told: Answer, events: dict[str, int] | None = None) -> list[tuple[list[str], str, str]]:
    """The values of each topic, its verdict and reason."""
    event = events or {a.doc_id: 0 for a in told}
    return [
        (
            [a.value for a in topic.answers],
            *judge(topic.answers, {"p:mayor": "the mayor", "p:guard": "the coast guard"}),
        )
        for topic in topics(told, event, schema.empty("reuse"))
    ]


def test_a_state_of_people_is_one_question_whatever_the_number() -> None:
    topic = found(answer("a", 27), answer("b", 31), answer("c", 27, at=9))
    assert [(values, verdict) for values, verdict, _ in topic] == [(["27", "31", "27"], "conflict")]
    assert question([answer("a", 27)], {}) == "How many people died?"
    assert found(answer("a", 27), answer("b", 31, "injured")) == []


def test_two_sources_of_one_article_are_kept_and_said_to_be_so() -> None:
    one = answer("a", 31, said_by="p:mayor")
    other = answer("a", 27, at=40, said_by="p:guard")
    [(values, verdict, reason)] = found(one, other)
    assert (values, verdict) == (["31", "27"], "conflict")
    assert reason == "“31” (the mayor) and “27” (the coast guard) cannot both be right: two sources"
    assert found(one, answer("a", 27, at=40)) == []


def test_parts_that_add_up_are_compatible_with_the_sum() -> None:
    parts = answer("a", 312, PARTS_OF, company={"ferry": 0.5})
    [(_, verdict, reason)] = found(parts, answer("b", 312, "aboard"))
    assert verdict == "compatible"
    assert reason.endswith("its parts add up")
    assert found(parts, answer("b", 300, "aboard")) == []
    assert found(answer("a", 312, PARTS_OF, of="injured"), answer("b", 312, "dead", of="dead")) == []


def test_a_few_that_add_up_by_chance_are_no_parts() -> None:
    few = answer("a", 5, PARTS_OF, company={"boat": 0.9})
    assert found(few, answer("b", 5, "arrested")) == []
    [(_, verdict, _)] = found(answer("a", 5, PARTS_OF), answer("b", 5, "arrested"))
    assert verdict == "compatible"


def test_the_same_sum_in_another_currency_is_one_answer() -> None:
    first = answer("a", 200000, "money PHP", unit="PHP", kind="money")
    second = answer("a", 3500, "money dollar", at=5, unit="dollar", kind="money")
    other = answer("b", 3500, "money dollar", unit="dollar", kind="money", hedge="about")
    third = answer("c", 250000, "money PHP", unit="PHP", kind="money")
    [(values, verdict, _)] = found(first, second, other, third)
    assert (values, verdict) == (["200000", "3500", "3500", "250000"], "conflict")


def test_a_thing_that_each_article_counts_once_is_one_question() -> None:
    shared = {"police": 0.4, "witness": 0.9}
    one = answer("a", 35, "count witness", unit="witness", company={**shared, "van": 0.9, "street": 0.8})
    other = answer("b", 60, "count witness", unit="witness", company={**shared, "inspector": 0.9})
    assert [verdict for _, verdict, _ in found(one, other)] == ["conflict"]
    twice = answer("b", 80, "count witness", unit="witness", at=50, company={"court": 0.9})
    assert found(one, other, twice) == []


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ([answer("a", 9, "capacity passenger")], "How many passengers are allowed?"),
        ([answer("a", 41, "age p:ana")], "How old is Ana?"),
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
    ],
)
def test_a_question_is_in_plain_words(told: list[Answer], asked: str) -> None:
    assert question(told, {"p:ana": "Ana"}) == asked


def test_every_state_that_is_told_of_people_is_asked_for() -> None:
    assert set(STATES) == set(states.STATES)


@pytest.mark.parametrize(
    "other",
    [
        answer("b", 31, anchor="1998"),
        answer("b", 40, "length", unit="metre"),
        answer("b", 12, "dead child"),
    ],
    ids=["another time", "another dimension", "other persons"],
)
def test_what_is_not_one_question(other: Answer) -> None:
    assert found(answer("a", 27), other) == []


def test_nothing_is_compared_across_events() -> None:
    assert found(answer("a", 27), answer("b", 31), events={"a": 0, "b": 1}) == []
