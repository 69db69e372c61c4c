"""Times and ranks that are near each other by chance, and the time of which a clause speaks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from tellings.resolution.answers import Answer
from tellings.resolution.company import spans_of_time
from tellings.resolution.figures import Figure
from tellings.resolution.occasions import Occasion
from tests.resolution.test_answers import found as read
from tests.resolution.test_topics import answer, found


@pytest.mark.parametrize(
    ("kind", "what", "unit", "told"),
    [
        ("time", "time", "clock", (300, 330, 320)),
        ("time", "time", "clock", (605, 640, 625)),
        ("rank", "rank minute", "ordinal", (71, 88, 64)),
        ("rank", "rank floor", "ordinal", (4, 6, 5)),
        ("rank", "rank lap", "ordinal", (30, 44, 38)),
    ],
)
@pytest.mark.parametrize("common", [True, False])
def test_of_several_times_one_that_differs_needs_more_than_to_be_near(
    kind: str, what: str, unit: str, told: tuple[float, float, float], *, common: bool
) -> None:
    more: dict[str, Any] = {"kind": kind, "unit": unit, "of": what.split()[-1], "position": 0.5}
    first, second, other = told
    rows = [
        answer("a", first, what, company={}, **more),
        answer("a", second, what, at=60, company={}, **more),
    ]
    late = answer("b", other, what, company={}, **more)
    assert found(rows[0], late) != []
    if common:
        rows[0].company = late.company = {"siren": 1.5}
    assert len(found(*rows, late)) == common


def test_two_years_of_one_act_are_of_no_other_time() -> None:
    def built(doc: str, year: int) -> Answer:
        first = date(year, 1, 1).toordinal()
        told = answer(doc, first, "date", kind="date", unit="year", acts={"build": 1.5}, company={"dam": 2.0})
        told.figure = Figure(first, first, first + 364, dimension="day", unit="year", hedge=None)
        told.times = frozenset({str(year)})
        return told

    assert [verdict for _, verdict, _ in found(built("a", 1974), built("b", 1976))] == ["conflict"]


@pytest.mark.parametrize(
    ("sentence", "year", "figure", "holds"),
    [
        ("The dam, which dates from 1974, lies 15 km away.", "1974", "15 km", False),
        ("The hall, which opened in 1962, holds 900 people.", "1962", "900", False),
        ("Ortega, who left in 2003, owns 12 farms.", "2003", "12", False),
        ("The club, whose ground burned in 1988, has 400 members.", "1988", "400", False),
        ("The mill, which made 90 tonnes in 1951, is shut.", "1951", "90", True),
        ("In 1974 the dam burst and killed 15 people.", "1974", "15", True),
        ("No storm was worse since 1994, when 17 people died.", "1994", "17", True),
        ("It was the first since 1994 when 17 people died.", "1994", "17", True),
        ("It has killed 17 people since 1994.", "1994", "17", False),
        ("Since 1994, 17 people have died.", "1994", "17", False),
    ],
)
def test_a_time_holds_in_its_clause(sentence: str, year: str, figure: str, *, holds: bool) -> None:
    at = sentence.index(year)
    mod = "since" if sentence[:at].lower().endswith("since ") else None
    row = {"doc_id": "a", "sentence_id": "a:s", "start": at, "end": at + 4, "value": year, "mod": mod}
    documents = pd.DataFrame({"doc_id": ["a"], "text": [sentence], "published": [date(2026, 2, 9)]})
    [(span, time)] = spans_of_time(pd.DataFrame([row]), documents)["a:s"]
    assert time == year
    assert (sentence.index(figure) in span) == holds


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("twenty to ten", 3),
        ("twenty-five past nine", 3),
        ("a quarter past nine", 3),
        ("half past nine", 5),
        ("nine o'clock", 5),
        ("9 p.m.", 5),
        ("9.40 p.m.", 0),
    ],
)
def test_how_round_a_time_of_the_clock_is(text: str, wide: int) -> None:
    [told] = read(f"The wall broke at {text} on Sunday.", times={text: ""})
    assert told.figure
    assert told.figure.most - told.figure.value == wide


@pytest.mark.parametrize(
    ("one", "other", "value", "is_one"),
    [
        ("count nurse", "survived", 2, False),
        ("count guard", "dead", 3, False),
        ("count bus", "count shed", 4, False),
        ("count nurse", "count nurse", 2, True),
        ("count people", "dead", 41, True),
    ],
)
def test_few_are_soon_as_many_by_chance(one: str, other: str, value: int, *, is_one: bool) -> None:
    two = (
        answer("a", value, one, company={}, position=0.5),
        answer("b", value, other, company={}, position=0.5),
    )
    for told in two:
        told.of = "wing"
    assert bool(found(*two)) == is_one


def test_people_of_whom_nothing_is_told_are_no_other_figure() -> None:
    bare = [answer(doc, n, "count people", company={}, position=0.5) for doc, n in (("a", 2), ("b", 3))]
    assert found(*bare) == []


@pytest.mark.parametrize(
    ("one", "other", "verdicts"),
    [
        ("own p:ana", "have p:ana", ["conflict"]),
        ("hold x:fund", "control x:fund", ["conflict"]),
        ("own p:ana", "own p:ben", []),
        ("own p:ana", "sell p:ana", []),
    ],
)
def test_what_share_one_owner_has_is_one_question(one: str, other: str, verdicts: list[str]) -> None:
    told = []
    for doc, value, said in (("a", 6.1, one), ("b", 11, other)):
        act, who = said.split()
        held = Occasion(act, 0.0, persons=frozenset({who}))
        told.append(answer(doc, value, "percent", unit="percent", company={}, occasion=held))
    assert [verdict for _, verdict, _ in found(*told)] == verdicts
