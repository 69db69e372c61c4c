"""What the value of a printed date may depend on, and what it is made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tellings.annotation.times.calendar_values import PAST, UNSAID

STEP = {"last": -1, "the previous": -1, "this": 0, "next": 1}
"""How many units a word leads from the present one."""


@dataclass
class Setting:
    """What the value of a date may depend on.

    Attributes:
        published: the day of publication, None where it is not known: relative expressions then have no value.
        tense: gives the direction in which the clause around a span of the text looks.
        anchor: the last day, month or season with a year that was told in this paragraph.
        anchor_value: its value as printed.
        last_value: the value of the last date in this paragraph.
        near: does that date stand directly before this one, as in an apposition?
        period: the last quarter or half of a year told in the article.
        day_first: is 5/4 the fifth of April here? None where nothing tells.
    """

    published: date | None
    tense: Callable[[int, int], str]
    anchor: date | None = None
    anchor_value: str | None = None
    last_value: str | None = None
    near: bool = False
    period: str | None = None
    day_first: bool | None = None

    def looks(self, match: re.Match[str]) -> str:
        """The direction of the clause around a match, back where none is said."""
        direction = self.tense(*match.span())
        return PAST if direction == UNSAID else direction

    def as_exact_as(self, unit: str) -> bool:
        """Was the anchor told exactly enough to count days, months or years from it?"""
        value = self.anchor_value or ""
        exact = {"day": 10, "night": 10, "week": 10, "fortnight": 10, "month": 7, "year": 4, "decade": 4}.get(
            unit, 99
        )
        return self.anchor is not None and len(value) >= exact and (unit != "month" or value[5:7].isdigit())


@dataclass(frozen=True, slots=True)
class Meaning:
    """Type, value and how it was found; `precise` where the value may anchor what follows."""

    type: str
    value: str | None
    method: str
    precise: bool = False
