"""When an answer that differs is brought into the group of those that agree."""

from __future__ import annotations

from typing import Any

import pytest

from tellings import schema
from tellings.resolution.answers import EARLIER, Answer
from tellings.resolution.latecomers import with_others
from tellings.resolution.occasions import Occasion
from tellings.resolution.topics import topics
from tests.resolution.test_topics import answer

FAR = {"tunnel": 0.2}
"""What the one that tells it alone has in common with the others: too little for a question of their own."""


def grown(*told: Answer) -> list[list[str]]:
    """The values of each topic."""
    event = {a.doc_id: 0 for a in told}
    groups = topics(told, event, schema.empty("reuse"))
    assert [[a.value for a in topic.answers] for topic in groups] == [[told[0].value] * 2]
    return [[a.value for a in topic.answers] for topic in with_others(groups, told, event, {})]


def agreed(value: float, what: str, **more: Any) -> list[Answer]:
    return [answer(doc, value, what, **more) for doc in ("a", "b")]


@pytest.mark.parametrize(
    ("what", "other", "of", "joins"),
    [
        ("count witness", "count witness", ("", ""), True),
        ("count witness", "count witness", ("trial", ""), True),
        ("count witness", "count witness", ("trial", "inquest"), False),
        ("count witness", "injured witness", ("", ""), False),
        ("count charge", "count brick", ("", ""), False),
        ("percent", "percent", ("share", ""), True),
        ("percent", "percent", ("share", "turnout"), False),
        ("duration", "duration", ("strike", "union"), True),
    ],
)
def test_it_is_of_the_state_and_thing_of_the_others(
    what: str, other: str, of: tuple[str, str], *, joins: bool
) -> None:
    unit, late = {"percent": ("percent", 45), "duration": ("day", 45)}.get(what, ("people", 60))
    kind = "duration" if what == "duration" else "number"
    told = answer("c", late, other, unit=unit, company=FAR, of=of[1], kind=kind)
    expected = ["35", "35", f"{late}"] if joins else ["35", "35"]
    assert grown(*agreed(35, what, unit=unit, of=of[0], kind=kind), told) == [expected]


def test_of_what_it_is_may_differ_where_much_else_is_told_with_both() -> None:
    much = {"tunnel": 0.9}
    agree = agreed(35, "count witness", of="trial")
    assert grown(*agree, answer("c", 90, "count witness", company=much, of="inquest")) == [["35", "35", "90"]]


def test_a_rounder_answer_of_the_group_keeps_nobody_out() -> None:
    told = [*agreed(61, "count witness"), answer("d", 60, "count witness", hedge="about")]
    late = answer("c", 54, "count witness", company=FAR)
    event = dict.fromkeys("abcd", 0)
    groups = topics([*told, late], event, schema.empty("reuse"))
    [topic] = with_others(groups, [*told, late], event, {})
    assert sorted(a.value for a in topic.answers) == ["54", "60", "61", "61"]


def test_a_sum_told_in_another_currency_too_keeps_nobody_out() -> None:
    euros, dollars = (
        answer("a", n, f"money {c}", unit=c, kind="money") for n, c in ((500, "EUR"), (520, "dollar"))
    )
    dollars.start, dollars.end, euros.end = euros.end + 2, euros.end + 6, euros.end
    told = [euros, dollars, answer("b", 500, "money EUR", unit="EUR", kind="money")]
    late = answer("c", 250, "money EUR", unit="EUR", kind="money", company=FAR)
    event = dict.fromkeys("abc", 0)
    [topic] = with_others(topics([*told, late], event, schema.empty("reuse")), [*told, late], event, {})
    assert sorted(a.value for a in topic.answers) == ["250", "500", "500", "520"]


def test_a_day_as_likely_as_any_two_answers_is_let_in_whatever_its_act() -> None:
    day: dict[str, Any] = {"kind": "date", "unit": "day"}
    much = {"tunnel": 0.9, "flood": 0.8, "miner": 0.7}
    agree = agreed(20, "weekday", **day, occasion=Occasion("file", 20), acts={"file": 1.5})
    late = answer("c", 21, "date", **day, occasion=Occasion("lodge", 21), company=much, acts={"file": 0.9})
    assert grown(*agree, late) == [["20", "20", "21"]]


@pytest.mark.parametrize("differs", [{"times": frozenset({EARLIER})}, {"times": frozenset({"1999-05"})}])
def test_it_is_of_their_time(differs: dict[str, Any]) -> None:
    told = answer("c", 60, "count witness", company=FAR, **differs)
    assert grown(*agreed(35, "count witness"), told) == [["35", "35"]]


def test_an_article_that_answers_already_is_let_in_with_nothing_else() -> None:
    own = answer("b", 60, "count witness", at=60, company=FAR)
    assert grown(*agreed(35, "count witness"), own) == [["35", "35"]]


def test_of_two_in_one_article_the_likelier_is_let_in() -> None:
    near, far = (answer("c", n, "count witness", at=n, company=FAR) for n in (60, 90))
    assert grown(*agreed(35, "count witness"), near, far) == [["35", "35", "60"]]


@pytest.mark.parametrize(("act", "joins"), [("verdict", True), ("repair", False), (None, False)])
def test_days_are_of_one_act(act: str | None, *, joins: bool) -> None:
    day: dict[str, Any] = {"kind": "date", "unit": "day", "occasion": Occasion("verdict", 20)}
    told = answer("c", 21, "date", **{**day, "occasion": act and Occasion(act, 21)}, company={"tunnel": 0.9})
    assert grown(*agreed(20, "date", **day, acts={"rule": 1.5}), told) == [
        ["20", "20", "21"] if joins else ["20", "20"]
    ]


def test_a_group_at_odds_is_let_alone() -> None:
    told = [answer(doc, n, "count witness") for doc, n in (("a", 35), ("b", 41))]
    late = answer("c", 60, "count witness", company=FAR)
    event = dict.fromkeys("abc", 0)
    groups = topics([*told, late], event, schema.empty("reuse"))
    assert with_others(groups, [*told, late], event, {}) == groups


def test_a_group_that_is_not_sure_is_let_alone() -> None:
    late = answer("c", 45, "percent", unit="percent", company=FAR)
    assert grown(*agreed(35, "percent", unit="percent"), late) == [["35", "35", "45"]]
    assert grown(*agreed(35, "percent", unit="percent", company=FAR), late) == [["35", "35"]]


@pytest.mark.parametrize(("what", "joins"), [("count people", False), ("count patient", True)])
def test_few_who_are_called_otherwise_are_as_many_by_chance(what: str, *, joins: bool) -> None:
    told = [*agreed(6, "count patient"), answer("c", 7, what, company={})]
    groups = topics(told, dict.fromkeys("abc", 0), schema.empty("reuse"))
    [topic] = with_others(groups, told, dict.fromkeys("abc", 0), {})
    assert [a.value for a in topic.answers] == (["6", "6", "7"] if joins else ["6", "6"])
