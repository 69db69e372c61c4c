"""Which answers are to one question, and what is said of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from tellings import schema
from tellings.resolution.answers import EARLIER, PARTS_OF, Answer
from tellings.resolution.counts import STATES
from tellings.resolution.discrepancies import judge
from tellings.resolution.figures import COUNT, Figure, figure
from tellings.resolution.occasions import Occasion
from tellings.resolution.questions import question
from tellings.resolution.topics import topics

AROUND = {"tunnel": 0.9, "flood": 0.8, "miner": 0.7}


def answer(
    doc: str, value: float, what: str = "dead", *, at: int = 0, unit: str = "people", **more: Any
) -> Answer:
    told = figure(value, None, None, unit, more.pop("hedge", None))
    if told and what.startswith(("count ", "sum ", *STATES)):
        told = replace(told, dimension=COUNT)
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


def test_miners_and_men_are_held_against_each_other_as_people() -> None:
    told = [
        answer("a", 9, "dead miner", unit="miner"),
        answer("a", 9, at=9),
        answer("b", 11, "dead man", unit="man"),
    ]
    assert [(values, verdict) for values, verdict, _ in found(*told)] == [(["9", "9", "11"], "conflict")]


def test_men_beside_women_are_not_all_the_people() -> None:
    told = [
        answer("a", 9),
        answer("b", 4, "dead man", unit="man"),
        answer("b", 5, "dead woman", at=9, unit="woman"),
    ]
    assert "conflict" not in [verdict for _, verdict, _ in found(*told)]


def test_an_age_is_one_also_beside_another_date() -> None:
    told = [answer("a", 54, "age p:ana", unit="year"), answer("b", 54, "age p:ana", unit="year")]
    told[1].times = frozenset({"2024-12"})
    assert [verdict for _, verdict, _ in found(*told)] == ["agree"]


def test_a_state_of_people_is_one_question_whatever_the_number() -> None:
    topic = found(answer("a", 27), answer("b", 31), answer("c", 27, at=9))
    assert [(values, verdict) for values, verdict, _ in topic] == [(["27", "31", "27"], "conflict")]
    assert question([answer("a", 27)], {}) == "How many people died?"
    assert found(answer("a", 27), answer("b", 31, "injured")) == []


def test_two_sources_of_one_article_are_kept_and_said_to_be_so() -> None:
    one = answer("a", 31, source="p:mayor")
    other = answer("a", 27, at=40, source="p:guard")
    [(values, verdict, reason)] = found(one, other)
    assert (values, verdict) == (["31", "27"], "conflict")
    assert reason == "“31” (the mayor) and “27” (the coast guard) cannot both be right: two sources"
    assert found(one, answer("a", 27, at=40)) == []
    [(_, _, reason)] = found(one, answer("a", 27, at=40, source="a doctor"))
    assert "“27” (a doctor)" in reason


@pytest.mark.parametrize(
    ("other", "text", "verdicts"),
    [(739045, "Wednesday", ["conflict"]), (739044, "June 10", ["agree"]), (739051, "Tuesday", [])],
    ids=["another day", "the same day", "a copy of a week later"],
)
def test_two_days_of_one_act_are_held_against_each_other(other: int, text: str, verdicts: list[str]) -> None:
    arrest = Occasion("arrest", 0.0, persons=frozenset({"p:ana"}))
    told = [
        answer(doc, day, "weekday", unit="day", kind="date", occasion=arrest)
        for doc, day in (("a", 739044), ("b", other))
    ]
    for one, words, day in zip(told, ("Tuesday", text), (739044.0, float(other)), strict=True):
        one.text, one.figure = words, Figure(day, day, day, dimension="day", unit="day", hedge=None)
    assert [verdict for _, verdict, _ in found(*told)] == verdicts


@pytest.mark.parametrize(
    ("what", "who", "verdicts"),
    [
        ("count goal", "p:ana", ["conflict"]),
        ("count goal", "p:ben", []),
        ("dead", "p:ben", ["conflict"]),
    ],
    ids=["her goals", "another's", "who died, by whomever"],
)
def test_figures_of_two_people_are_to_two_questions(what: str, who: str, verdicts: list[str]) -> None:
    told = [
        answer(doc, n, what, acts={"score": 1.5}, occasion=Occasion("score", 0.0, persons=frozenset({one})))
        for doc, n, one in (("a", 27, "p:ana"), ("b", 31, who))
    ]
    assert [verdict for _, verdict, _ in found(*told)] == verdicts


@pytest.mark.parametrize(
    ("whom", "verdicts"), [("p:ana", ["conflict"]), ("p:ben", [])], ids=["her sentence", "another's"]
)
def test_lengths_of_two_peoples_sentences_are_not_held_against_each_other(
    whom: str, verdicts: list[str]
) -> None:
    told = [
        answer(
            doc,
            years,
            "duration",
            kind="duration",
            unit="year",
            occasion=Occasion("sentence", 0.0, persons=frozenset({person})),
            acts={"jail": 1.0},
        )
        for doc, years, person in (("a", 3, "p:ana"), ("b", 5, whom))
    ]
    assert [verdict for _, verdict, _ in found(*told)] == verdicts


def test_a_figure_that_its_article_corrects_is_held_against_no_other() -> None:
    assert found(answer("a", 17, times=frozenset({EARLIER})), answer("b", 14)) == []
    told = [verdict for _, verdict, _ in found(answer("a", 17, times=frozenset({EARLIER})), answer("b", 17))]
    assert told == []


def test_parts_that_come_to_another_sum_are_at_odds_with_it() -> None:
    parts = answer("a", 236, PARTS_OF, of="injured")
    [(_, verdict, _)] = found(parts, answer("b", 250, "injured", of="injured"))
    assert verdict == "conflict"


def test_a_thing_of_which_an_article_counts_others_too_is_not_the_one_counted_elsewhere() -> None:
    mine = [
        answer("a", 28, "count sailor", unit="sailor"),
        answer("a", 17, "unhurt sailor", at=9, unit="sailor"),
    ]
    other = answer("b", 17, "count sailor", unit="sailor")
    assert [values for values, _, _ in found(*mine, other)] == [["17", "17"]]


def test_parts_that_add_up_are_compatible_with_the_sum() -> None:
    parts = answer("a", 236, PARTS_OF, company={"mine": 0.5})
    [(_, verdict, reason)] = found(parts, answer("b", 236, "trapped"))
    assert verdict == "compatible"
    assert reason.endswith("its parts add up")
    assert found(parts, answer("b", 300, "aboard")) == []
    assert found(answer("a", 236, PARTS_OF, of="injured"), answer("b", 236, "dead", of="dead")) == []


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
    assert [values for values, _, _ in found(one, other, twice)] == [["35", "60"]]


def test_persons_whom_an_article_counts_both_ways_are_the_people() -> None:
    head, lead = answer("a", 3), answer("a", 3, "dead worker", at=40)
    other = answer("b", 4)
    [(values, verdict, _)] = found(head, lead, other)
    assert (values, verdict) == (["3", "3", "4"], "conflict")
    some = answer("a", 2, "dead worker", at=40)
    assert [values for values, _, _ in found(head, some, other)] == [["3", "4"]]


@pytest.mark.parametrize(
    ("one", "other", "verdicts"),
    [
        ((6, "count vessel", "vessel"), (6, "count ship", "ship"), ["agree"]),
        ((6, "count vessel", "vessel"), (40, "count ship", "ship"), []),
        ((4e6, "money NZD", "NZD"), (4e6, "money dollar", "dollar"), ["agree"]),
        ((4e6, "money NZD", "NZD"), (5e6, "money dollar", "dollar"), ["conflict"]),
        ((4e6, "money PLN", "PLN"), (4e6, "money dollar", "dollar"), []),
        ((4e6, "money BHD", "BHD"), (4e6, "money dollar", "dollar"), []),
        ((4e6, "money PKR", "PKR"), (4e6, "money rupee", "rupee"), ["agree"]),
        (
            (9.5, "money AUD per day", "AUD per day"),
            (9.5, "money dollar per day", "dollar per day"),
            ["agree"],
        ),
        ((9.5, "money AUD per day", "AUD per day"), (9.5, "money dollar", "dollar"), []),
    ],
)
def test_one_number_in_other_words_is_one_answer(
    one: tuple[float, str, str], other: tuple[float, str, str], verdicts: list[str]
) -> None:
    told = [
        answer(doc, value, what, unit=unit, kind="money" if "money" in what else "number")
        for doc, (value, what, unit) in (("a", one), ("b", other))
    ]
    assert [verdict for _, verdict, _ in found(*told)] == verdicts


@pytest.mark.parametrize(("value", "n"), [(1205, 1), (64, 0), (2000, 0)])
def test_a_figure_told_to_its_last_digit_is_hardly_met_by_chance(value: float, n: int) -> None:
    one = answer("a", value, "percent", unit="percent", company={"vote": 0.9})
    assert len(found(one, answer("b", value, "percent", unit="percent", company={"ballot": 0.9}))) == n


def test_two_of_which_one_is_many_times_the_other_are_not_one_question() -> None:
    percents = [answer(doc, value, "percent", unit="percent") for doc, value in (("a", 9), ("b", 87))]
    assert found(*percents) == []
    assert len(found(percents[0], answer("b", 12, "percent", unit="percent"))) == 1


def test_where_one_sentence_has_more_figures_the_words_beside_them_tell_which_is_which() -> None:
    days = [
        answer("a", 16, "date", unit="day", kind="date", clause="LEEDS, …", beside=2),
        answer(
            "a",
            26,
            "date",
            at=0,
            unit="day",
            kind="date",
            clause="closed from … for repairs",
            beside=2,
            order=1,
        ),
        answer("b", 26, "date", unit="day", kind="date", clause="shut from … to visitors"),
    ]
    row = {"doc_a": "a", "start_a": 0, "end_a": 3, "doc_b": "b", "start_b": 0, "end_b": 3, "similarity": 1.0}
    for day in days:
        day.sentence_id = f"{day.doc_id}:s0-3"
    event = dict.fromkeys("ab", 0)
    [topic] = topics(days, event, pd.DataFrame([row]))
    assert [a.value for a in topic.answers] == ["26", "26"]


def test_the_day_of_the_week_is_one_answer_where_the_same_is_done_on_it() -> None:
    left = {
        "acts": {"leave": 0.9},
        "unit": "day",
        "kind": "date",
        "company": {"p:ferry": 0.9, "left": 0.8},
    }
    assert [v for _, v, _ in found(answer("a", 4, "weekday", **left), answer("b", 4, "weekday", **left))] == [
        "agree"
    ]
    assert found(answer("a", 4, "weekday", **left), answer("b", 5, "weekday", **left)) == []
    assert found(answer("a", 4, "weekday", **{**left, "acts": {}}), answer("b", 4, "weekday", **left)) == []


@pytest.mark.parametrize(
    "other",
    [
        answer("b", 31, times=frozenset({"1998"})),
        answer("b", 40, "length", unit="metre"),
        answer("b", 12, "dead child"),
    ],
    ids=["another time", "another dimension", "other persons"],
)
def test_what_is_not_one_question(other: Answer) -> None:
    assert found(answer("a", 27), other) == []


def test_nothing_is_compared_across_events() -> None:
    assert found(answer("a", 27), answer("b", 31), events={"a": 0, "b": 1}) == []


def test_one_share_may_be_the_rest_of_the_other() -> None:
    share: dict[str, Any] = {"unit": "percent", "of": "pumps"}
    assert found(answer("a", 30, "percent", **share), answer("b", 70, "percent", **share)) == []
    assert found(answer("a", 30, "percent", **share), answer("b", 60, "percent", **share)) != []


def test_others_leave_out_whom_an_article_told_of_before() -> None:
    told = [answer("a", 34, "count people"), answer("b", 33, "count people")]
    assert [verdict for _, verdict, _ in found(*told)] == ["conflict"]
    told[1].text = "33 others"
    assert found(*told) == []
