"""How quantities are read as they are compared: shares, dozens, ages of things, the 24th minute."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from tellings import schema
from tellings.resolution.counts import Count, counts
from tellings.resolution.figures import Figure, compatible, figure
from tellings.resolution.passages import passages
from tests.resolution.stories import tables_of


def read(
    sentence: str,
    text: str,
    value: float,
    unit: str | None,
    of: str | None = None,
    named: str = "",
    **more: str,
) -> list[Count]:
    """The counts that one quantity in a sentence of June 2025 tells."""
    tables = tables_of({"a": [sentence]})
    start = sentence.index(text)
    row = {
        "doc_id": "a",
        "sentence_id": tables["sentences"]["sentence_id"].iloc[0],
        "method": "cardinal",
        "start": start,
        "end": start + len(text),
        "text": text,
        "value": value,
        "unit": unit,
        "of": of,
        **more,
    }
    quantities = schema.conform(pd.DataFrame([row], columns=schema.table("quantities").names), "quantities")
    documents = tables["documents"].assign(published=date(2025, 6, 20))
    at = sentence.find(named)
    persons = {row["sentence_id"]: [(at, at + len(named), "person:lind")]} if named else {}
    return [*counts(quantities, documents, {p.sentence_id: p for p in passages(tables)}, persons)]


def told(count: Count) -> Figure:
    return count.told


@pytest.mark.parametrize(
    ("count", "what", "most_like"),
    [
        (("A third of the 90 passengers slept.", "A third", 1 / 3, "fraction", "the 90 passengers"), "passenger", 28),
        (("Half of 1,200 seats were free.", "Half", 0.5, "fraction", "1,200 seats"), "seat", 590),
        (("She put the number of reindeer at 312.", "312", 312, None, "number of reindeer"), "reindeer", 312),
        (("A dozen ships lay there.", "A dozen", 12, "ship"), "ship", 11),
    ],
)  # fmt: skip
def test_what_a_number_comes_to(count: tuple[str, str, float, str], what: str, most_like: float) -> None:
    [one] = read(*count)
    assert one.what == f"count {what}"
    assert compatible(told(one), told(read("It is 1.", "1", most_like, what)[0])) is not None


def test_more_than_a_dozen_is_not_two() -> None:
    [dozen] = read("More than a dozen ships lay there.", "More than a dozen", 12, "ship", hedge="more than")
    [many, few] = (read("There.", "There", n, "ship")[0] for n in (17, 25))
    assert compatible(told(dozen), told(many))
    assert not compatible(told(dozen), told(few))


@pytest.mark.parametrize(
    ("count", "years"),
    [
        (("The 38-year-old hall burned.", "38-year-old", 38, "year", "age"), (1986, 1987)),
        (("The 38-year-old was struck.", "38-year-old", 38, "year", "age"), None),
        (("A 38-year-old, hit by a seat, died.", "38-year-old", 38, "year", "age"), None),
        (("The 38-year-old pleaded guilty.", "38-year-old", 38, "year", "age"), None),
        (("The club is 140 years old.", "140 years", 140, "year", "club"), (1884, 1885)),
        (("It is six decades old.", "six decades", 6, "decade", "it"), (1955, 1965)),
    ],
)
def test_the_age_of_a_thing_tells_when_it_began(
    count: tuple[str, str, float, str, str], years: tuple[int, int] | None
) -> None:
    method = "age" if count[-1] == "age" else "cardinal"
    began = [one for one in read(*count, method=method) if one.kind == "date"]
    spans = [(told(one).least, told(one).most) for one in began]
    assert [tuple(date.fromordinal(int(day)).year for day in span) for span in spans] == (
        [years] if years else []
    )


@pytest.mark.parametrize(
    ("sentence", "text", "named", "what"),
    [
        ("A 12-year-old boy is in hospital, Rae Lind said.", "12-year-old", "Rae Lind", ("age", "boy")),
        ("The boy, 12, is in hospital, Rae Lind said.", "12", "Rae Lind", ("age", "boy")),
        ("The 52-year-old driver of the bus told Rae Lind.", "52-year-old", "Rae Lind", ("age", "driver")),
        ("The 52-year-old driver, Rae Lind, fled.", "52-year-old", "Rae Lind", ("age person:lind", "age")),
        ("The 52-year-old driver fled.", "52-year-old", "The 52-year-old driver", ("age person:lind", "age")),
        ("Rae Lind, 52, fled.", "52", "Rae Lind", ("age person:lind", "age")),
        ("Rae Lind, a 52-year-old driver, fled.", "52-year-old", "Rae Lind", ("age person:lind", "age")),
        ("Rae Lind was a 52-year-old driver.", "52-year-old", "Rae Lind", ("age person:lind", "age")),
    ],
)
def test_an_age_is_of_whom_it_stands_with(
    sentence: str, text: str, named: str, what: tuple[str, str]
) -> None:
    [count] = read(sentence, text, 12, "year", "age", named, method="age")
    assert (count.what, count.of) == what


def test_a_moment_is_as_long_after_the_start() -> None:
    minute, next_minute = (
        read("It was the minute.", "minute", n, "ordinal", "minute", method="ordinal")[0] for n in (24, 25)
    )
    [length] = read("After 24 minutes.", "24 minutes", 24, "minute")
    assert minute.kind == length.kind == "duration"
    assert compatible(told(minute), told(length))
    assert not compatible(told(minute), told(next_minute))
    assert read("The first day.", "first day", 1, "ordinal", "day", method="ordinal")[0:1] == []


def test_midnight_is_near_what_comes_before_it() -> None:
    before = Figure(0.0, -30.0, 0.0, dimension="clock", unit="clock", hedge="nearly")
    late = Figure(1432.0, 1432.0, 1432.0, dimension="clock", unit="clock", hedge=None)
    noon = Figure(720.0, 720.0, 720.0, dimension="clock", unit="clock", hedge=None)
    assert compatible(before, late)
    assert not compatible(before, noon)


def test_dozens_are_as_near_to_any_that_they_may_mean() -> None:
    from tellings.resolution.figures import closeness

    dozens, some = figure(12.0, 12.0, None, "home", "vague"), figure(46.0, None, None, "home", None)
    assert dozens
    assert some
    assert closeness(dozens, some) == 1.0
