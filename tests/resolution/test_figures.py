"""When two figures may both be true."""

from __future__ import annotations

import pytest

from tellings.resolution.figures import HALF_DAY, Figure, closeness, compatible, digits, equal, figure, same

Told = tuple[float | None, str, str | None]


def _figure(told: Told) -> Figure:
    value, unit, hedge = told
    found = figure(value, None, None, unit, hedge)
    assert found is not None
    return found


def _clock(minutes: float) -> Figure:
    return Figure(minutes, minutes, minutes, dimension="clock", unit=HALF_DAY, hedge=None)


def _days(first: float, last: float, unit: str = "day") -> Figure:
    return Figure(first, first, last, dimension="day", unit=unit, hedge=None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((300, "people", "about"), (312, "people", None)),
        ((40, "people", "more than"), (46, "people", None)),
        ((50, "people", "nearly"), (46, "people", None)),
        ((12, "people", "vague"), (46, "people", None)),
        ((3.7, "metre", "up to"), (4, "metre", "nearly")),
        ((600, "foot", "about"), (180, "metre", None)),
        ((5, "nautical mile", None), (9, "kilometre", None)),
        ((0.25, "hour", "less than"), (12, "minute", None)),
        ((90, "minute", "just over"), (2, "hour", "less than")),
        ((27000, "people", None), (26800, "people", None)),
        ((6, "percent", None), (6.1, "percent", None)),
        ((12, "kilometre", None), (11.7, "kilometre", None)),
        ((27, "people", "at least"), (28, "people", None)),
        ((78, "dollar", "about"), (78, "dollar", None)),
        ((9, "gigalitre", None), (9_000_000, "cubic metre", None)),
        ((120, "megalitre", None), (120_000, "cubic metre", None)),
        ((2, "cubic metre", None), (2000, "litre", None)),
    ],
)
def test_rough_hedged_and_converted_figures_go_together(one: Told, other: Told) -> None:
    a, b = _figure(one), _figure(other)
    assert compatible(a, b)
    assert compatible(b, a)
    assert not same(a, b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((27, "people", "at least"), (31, "people", None)),
        ((400, "people", "more than"), (312, "people", None)),
        ((2000, "vote", "about"), (2340, "vote", None)),
        ((100, "foot", "about"), (45, "metre", None)),
        ((200000, "PHP", None), (250000, "PHP", None)),
        ((2, "percent", None), (2.4, "percent", None)),
        ((6, "percent", None), (6.6, "percent", None)),
        ((6.5, "percent", None), (6.1, "percent", None)),
        ((350, "people", None), (293, "people", None)),
        ((3, "ordinal", None), (4, "ordinal", None)),
        ((180, "metre", None), (180, "foot", None)),
        ((5, "kilometre", None), (5, "kilogram", None)),
        ((9, "gigalitre", None), (9_000_000, "litre", None)),
        ((9, "gigalitre", None), (12_000_000, "cubic metre", None)),
        ((2, "shot", None), (4, "shot", "about")),
    ],
)
def test_other_figures_do_not(one: Told, other: Told) -> None:
    assert compatible(_figure(one), _figure(other)) is None
    assert compatible(_figure(other), _figure(one)) is None


@pytest.mark.parametrize(
    "unit", "metre kilometre mile foot hour minute pound acre tonne litre percent".split()
)
@pytest.mark.parametrize(
    ("value", "other", "both"), [(20, 20.4, True), (1, 1.4, False), (5, 5.25, True), (3, 4, False)]
)
def test_a_round_figure_is_as_wide_in_any_unit(unit: str, value: float, other: float, both: bool) -> None:
    assert bool(compatible(_figure((value, unit, None)), _figure((other, unit, None)))) == both


def test_a_range_goes_with_what_lies_in_it() -> None:
    between = figure(None, 20, 25, "percent", None)
    assert between
    assert compatible(between, _figure((22, "percent", None)))
    assert compatible(between, _figure((30, "percent", None))) is None
    assert figure(None, None, None, "people", None) is None


def test_a_time_that_does_not_say_which_half_of_the_day() -> None:
    ten = Figure(600, 600, 600, "clock", HALF_DAY, None)
    assert same(ten, Figure(1320, 1320, 1320, "clock", "clock", None))
    assert compatible(ten, Figure(1335, 1335, 1335, "clock", "clock", None)) is None


@pytest.mark.parametrize(
    ("told", "n"),
    [((50000, "PLN", None), 1), ((640, "people", None), 2), ((87, "percent", None), 2), ((31.5, "NZD", None), 3),
     ((72, "hour", None), 2), ((212000, "visitor", None), 3), ((0.25, "hour", None), 2)],
)  # fmt: skip
def test_how_many_digits_a_figure_is_told_in(told: Told, n: int) -> None:
    assert digits(_figure(told)) == n


def test_a_time_is_told_by_the_minute_or_by_the_half_hour() -> None:
    assert [digits(Figure(at, at, at, "clock", "clock", None)) for at in (580.0, 600.0, 630.0)] == [3, 1, 1]


def test_equal_whatever_the_hedge() -> None:
    assert equal(_figure((3, "day", "about")), _figure((72, "hour", None)))
    assert not equal(_figure((3, "day", None)), _figure((3, "metre", None)))


@pytest.mark.parametrize(
    ("nearer", "farther"),
    [
        (
            (_figure((31, "people", None)), _figure((27, "people", None))),
            ((_figure((9, "%", None))), _figure((24, "%", None))),
        ),
        (
            (_figure((3, "day", None)), _figure((72, "hour", None))),
            (_figure((3, "day", None)), _figure((4, "day", None))),
        ),
        ((_clock(590), _clock(1300)), (_clock(590), _clock(640))),
        ((_days(10, 10), _days(1, 31)), (_days(10, 10), _days(12, 12))),
        (
            (_days(0, 365, "year"), _days(731, 1095, "year")),
            (_days(0, 365, "year"), _days(3000, 3365, "year")),
        ),
    ],
    ids=["many times", "another unit", "half of the day", "within the month", "years"],
)
def test_how_near_two_figures_lie(nearer: tuple[Figure, Figure], farther: tuple[Figure, Figure]) -> None:
    assert 1 >= closeness(*nearer) > closeness(*farther) >= 0


def test_what_is_many_times_the_other_is_not_near_at_all() -> None:
    assert closeness(_figure((9, "percent", None)), _figure((87, "percent", None))) == 0
    assert closeness(_days(0, 0), _days(800, 800)) == 0
