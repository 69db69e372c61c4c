"""A row of the table `quantities`."""

from __future__ import annotations

from dataclasses import dataclass

from tellings.annotation.hedges import LEAST, MOST


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """A row of the table `quantities`: offsets into the article's text, printed form, value, bounds, unit, what of.

    `value` is null for a range and a score; `low` and `high` hold a range, or the bound that a hedge sets. Of dozens,
    hundreds, millions the value is one such group, the least that can be meant, and the hedge is `vague`.
    `of` says what became of the people counted by one word (`dead`), or what an amount measures and whose the things
    counted are as printed; `of_start`, `of_end` are the offsets of the words that tell it.
    """

    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    of: str | None
    of_start: int | None
    of_end: int | None
    hedge: str | None
    method: str


@dataclass(frozen=True, slots=True)
class Of:
    """What a number counts or measures, where the words stand that tell it, and whether it is a state of people."""

    name: str
    start: int
    end: int
    is_state: bool = False


def bounds_of(value: float, hedge: str | None) -> tuple[float | None, float | None]:
    """The bounds that a hedge (by its name) sets: the least and the most that can be meant, None where it sets none."""
    return (value if hedge in LEAST else None), (value if hedge in MOST else None)
