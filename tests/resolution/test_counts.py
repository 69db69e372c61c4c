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


def read_two(sentence: str, first: tuple[str, float, str | None], text: str, value: float) -> list[str]:
    """What two quantities of which the second is told without its noun count."""
    tables = tables_of({"a": [sentence]})
    rows = [
        {
            "doc_id": "a",
            "sentence_id": tables["sentences"]["sentence_id"].iloc[0],
            "method": "cardinal",
            "start": sentence.index(printed),
            "end": sentence.index(printed) + len(printed),
            "text": printed,
            "value": number,
            "unit": unit,
        }
        for printed, number, unit in (first, (text, value, None))
    ]
    quantities = schema.conform(pd.DataFrame(rows, columns=schema.table("quantities").names), "quantities")
    documents = tables["documents"].assign(published=date(2025, 6, 20))
    shown = {p.sentence_id: p for p in passages(tables)}
    return [f"{count.what} {count.value}" for count in counts(quantities, documents, shown, {})]


@pytest.mark.parametrize(
    ("sentence", "first", "text", "value", "counts_too"),
    [
        ("Built for 60 goats, the barn held 112 at the time.", ("60 goats", 60, "goat"), "112", 112, True),
        ("Lind won by 19 votes, 1,484 to 1,465.", ("19 votes", 19, "vote"), "1,484", 1484, True),
        ("Of 60 goats on the ship, nine were saved.", ("60 goats", 60, "goat"), "nine", 9, True),
        ("The 60 goats had eaten by two.", ("60 goats", 60, "goat"), "two", 2, False),
        ("With 60 goats came a girl of nine, singing.", ("60 goats", 60, "goat"), "nine", 9, False),
        ("It weighs 60 tonnes and carried 112.", ("60 tonnes", 60, "tonne"), "112", 112, False),
    ],
)
def test_a_number_alone_counts_what_was_counted_before_it(
    sentence: str, first: tuple[str, float, str], text: str, value: float, *, counts_too: bool
) -> None:
    own = read_two(sentence, first, text, value)
    assert (f"count {first[2]} {value}" in own) is counts_too


@pytest.mark.parametrize(
    ("sentence", "text", "value", "hedge", "percent"),
    [
        ("Nine in ten of the dockers struck.", "Nine in ten", 0.9, None, 90),
        ("It lost almost a fifth of its value.", "almost a fifth", 0.2, "nearly", 20),
        ("Fewer than half of the dockers struck.", "Fewer than half", 0.5, "less than", None),
        ("They waited half a day.", "half", 0.5, None, None),
        ("He ate half of a loaf.", "half", 0.5, None, None),
    ],
)
def test_a_share_of_those_not_counted_is_so_many_in_a_hundred(
    sentence: str, text: str, value: float, hedge: str | None, percent: float | None
) -> None:
    more = {"hedge": hedge} if hedge else {}
    found = read(sentence, text, value, "fraction", **more)
    assert [told(count).value for count in found] == ([pytest.approx(percent)] if percent else [])


def test_a_number_alone_without_one_before_it_counts_nothing() -> None:
    assert read_two("There were 30, then 40 more.", ("30", 30, None), "40", 40) == []
