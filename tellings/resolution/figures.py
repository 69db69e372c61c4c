"""Two figures for one thing: the same, one rounder or hedged, or another, and why.

A figure is what it can mean: a range of values, as wide as its hedge and its round digits let it be, in the unit to
which all units of its dimension are turned.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from tellings.resources import lexicon

UNITS = {row[1]: (row[2], float(row[3])) for row in lexicon.rows("units") if len(row) == 4}
"""The dimension of a unit and what it is in the dimension's own unit."""

_GROUPS = {12.0: 99.0, 10.0: 99.0, 20.0: 99.0, 100.0: 999.0, 1000.0: 9999.0}
"""Up to how many dozens, tens, scores, hundreds and thousands go."""

ROUGH = 0.1
"""How far from a figure "about" it may be."""

LOOSE = 0.15
"""How far from it at most, however round it is."""

ROUNDED = 0.05
"""How far from a round figure the exact one may be."""

FEW = 20.0
"""Below which one more or less is no wide margin."""

OPEN = 0.25
"""How far beyond a round figure what is "more than", "nearly" or "up to" it may be."""

FAR_TIMES = 4.0
"""Two figures of which one is more than so many times the other are hardly told of one thing."""

FAR_MINUTES, FAR_DAYS, FAR_YEARS = 120.0, 365.0, 10.0
"""Two times of the clock, days and years so far apart are hardly told of one happening."""

COUNT = "count"
"""The dimension of what is counted, whatever it is called."""

HALF_DAY = "clock of twelve hours"
"""The unit of a time of the clock that does not say which half of the day."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is told.

    Attributes:
        value: the number printed.
        least: the least that it can mean.
        most: the most that it can mean.
        dimension: what it measures, or the unit itself where it is turned to no other.
        unit: the unit printed.
        hedge: how exactly it is meant, None where nothing says.
    """

    value: float
    least: float
    most: float
    dimension: str
    unit: str
    hedge: str | None


def figure(
    value: float | None, low: float | None, high: float | None, unit: str | None, hedge: str | None
) -> Figure | None:
    """What a quantity can mean; None where it has no value."""
    dimension, size = UNITS.get(unit or "", (unit or "", 1.0))
    if value is None:
        if low is None or high is None:
            return None
        middle = (low + high) / 2 * size
        return Figure(middle, low * size, high * size, dimension=dimension, unit=unit or "", hedge="range")
    least, most = _meant(value, hedge, beyond=_beyond(value))
    return Figure(value * size, least * size, most * size, dimension=dimension, unit=unit or "", hedge=hedge)


def _beyond(value: float) -> float:
    """The place of the last digit that is no nought: 40 is round to tens, 243 to ones."""
    if not value:
        return 0.0
    digits = f"{abs(value):.6f}".rstrip("0")
    whole, _, part = digits.partition(".")
    if part:
        return float(10.0 ** -len(part))
    return float(10.0 ** (len(whole) - len(whole.rstrip("0"))))


def _meant(value: float, hedge: str | None, beyond: float) -> tuple[float, float]:
    span = abs(value)
    if hedge == "vague":
        return value, _GROUPS.get(value, value * 10 - 1)
    if hedge == "about":
        wide = max(ROUGH * span, beyond / 2 if span < FEW else min(beyond / 2, LOOSE * span))
        return value - wide, value + wide
    small = beyond if span < FEW else 0.0
    if hedge in ("more than", "just over", "well over"):
        return value, value + max(small, (ROUGH if hedge == "just over" else OPEN) * span)
    if hedge == "at least":
        return value, value + ROUGH * span
    if hedge in ("nearly", "just under"):
        return value - max(min(beyond, OPEN * span) if hedge == "nearly" else small, ROUGH * span), value
    if hedge in ("less than", "well under", "up to"):
        return value - max(small, OPEN * span), value
    return value, value


def same(a: Figure, b: Figure) -> bool:
    """Are both told as one value in one unit, and as exactly?"""
    return equal(a, b) and _one_unit(_turned(a, b), b) and a.hedge == b.hedge


def _one_unit(a: Figure, b: Figure) -> bool:
    """Are both told in one unit? What is counted is, whatever it is called."""
    return a.unit == b.unit or a.dimension == COUNT


def equal(a: Figure, b: Figure) -> bool:
    """Are both one value of one dimension, however exactly they are told?"""
    return a.dimension == b.dimension and math.isclose(_turned(a, b).value, b.value, rel_tol=1e-9)


def closeness(a: Figure, b: Figure) -> float:
    """How near two figures lie, from 0 to 1: of one question they are seldom many times each other."""
    if a.dimension == "clock":
        apart = abs(_turned(a, b).value - b.value) % 1440
        return max(0.0, 1 - min(apart, 1440 - apart) / FAR_MINUTES)
    if a.dimension == "day":
        if max(a.least, b.least) <= min(a.most, b.most):
            return 1.0
        apart = abs(a.value - b.value)
        if "year" in (a.unit, b.unit):
            return max(0.0, 1 - apart / 365 / FAR_YEARS)
        return max(0.0, 1 - math.log1p(apart) / math.log1p(FAR_DAYS))
    if "vague" in (a.hedge, b.hedge):
        told = ((a, b), (b, a))
        a, b = (replace(x, value=min(max(y.value, x.least), x.most)) if x.hedge else x for x, y in told)
    small, large = sorted((abs(a.value), abs(b.value)))
    if not small:
        return float(small == large)
    return max(0.0, 1 - math.log(large / small) / math.log(FAR_TIMES))


def digits(figure: Figure) -> int:
    """How many digits a figure is told in, but for noughts at its end; three for a time by the minute."""
    if figure.dimension == "clock":
        return 1 if figure.value % 30 == 0 else 3
    size = UNITS.get(figure.unit, ("", 1.0))[1]
    return len(f"{abs(figure.value / size):.4f}".replace(".", "").strip("0"))


def compatible(a: Figure, b: Figure) -> str | None:
    """Why both may be true, in words; None where they may not."""
    if a.dimension != b.dimension:
        return None
    a = _turned(a, b)
    round_a, round_b = (0.0, 0.0) if _one_unit(a, b) else (_rounding(a), _rounding(b))
    wide_a, wide_b = max(round_a, _round_of(a, b)), max(round_b, _round_of(b, a))
    low_a, low_b = min(a.least, a.value - wide_a), min(b.least, b.value - wide_b)
    high_a, high_b = max(a.most, a.value + wide_a), max(b.most, b.value + wide_b)
    if low_a > high_b + 1e-9 or low_b > high_a + 1e-9:
        return None
    if not _one_unit(a, b) and a.dimension != "day":
        return "the same in another unit"
    if not _one_unit(a, b):
        return "one is told less exactly"
    if a.hedge or b.hedge:
        return "one is told less exactly" if not math.isclose(a.value, b.value) else "told as exactly or less"
    return "one is rounded"


def _turned(a: Figure, b: Figure) -> Figure:
    """A time of the clock on the day that is nearer to another, or in the half where one does not say in which."""
    if a.dimension != "clock" or b.dimension != "clock":
        return a
    day = 720.0 if HALF_DAY in (a.unit, b.unit) else 1440.0
    turn = round((a.value - b.value) / day) * day
    return replace(a, value=a.value - turn, least=a.least - turn, most=a.most - turn, unit=b.unit)


def _rounding(figure: Figure) -> float:
    """Half of the last digit told, in the dimension's own unit."""
    place, size = _last_digit(figure)
    return min(place * size / 2, abs(figure.value) * ROUNDED)


def _last_digit(figure: Figure) -> tuple[float, float]:
    """The place of the last digit told, in the unit printed, and what that is in the dimension's own."""
    size = UNITS.get(figure.unit, ("", 1.0))[1]
    return _beyond(round(figure.value / size, 6)), size


def _round_of(figure: Figure, other: Figure) -> float:
    """How far an unhedged figure may be rounded, where it is rounder than the other: by thousands, or of a fraction."""
    (place, size), (others, size_b) = _last_digit(figure), _last_digit(other)
    rounder = place * size > others * size_b and (place >= 1000 or others < 1 <= place)
    return min(place * size / 2, abs(figure.value) * ROUNDED) if rounder and figure.hedge is None else 0.0
