"""What the value of a printed date may depend on, and what it is made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from tellings.annotation.times.calendar_values import PAST, UNSAID

STEP = {"last": -1, "the previous": -1, "this": 0, "next": 1}
"""How many units a word leads from the present one."""
STORY_STEP = {
    "previous": -1,
    "preceding": -1,
    "before": -1,
    "same": 0,
    "that": 0,
    "following": 1,
    "next": 1,
    "after": 1,
}
"""How many units a word leads from the one that the text is at."""

A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
HALF_A_YEAR, FEW_WEEKS = 184, 31
_TOLD_BY = {"day": "day", "night": "day", "week": "day", "weekend": "day", "fortnight": "day"}
_TOLD_BY |= {"month": "month", "year": "year", "decade": "year"}
_TOLD = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-(SP|SU|FA|WI)|-Q([1-4]))?(?![\d-])")
_MIDDLE_OF = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}


@dataclass
class Setting:
    """What the value of a date may depend on.

    Attributes:
        published: the day of publication, None where it is not known: relative expressions then have no value.
        tense: gives the direction in which the clause around a span of the text looks.
        attributive: does the span stand before a noun that it says the time of: the Tuesday meeting?
        anchor: the last day, month or season with a year that was told in this paragraph, or a day before it.
        exact: how long its value is: that of a year is 4.
        reach: days around it within which a day without a year has its year.
        told: where the story is: the last day, month and year that the article told, by unit, the latest last.
        before: the day told before the last one, with which it may bound a span of days.
        last_value: the value of the last date in this paragraph.
        near: does that date stand directly before this one, as in an apposition?
        period: the last quarter or half of a year told in the article.
        day_first: is 5/4 the fifth of April here? None where nothing tells.
        country: of the outlet, ISO 3166-1; whose Independence Day it is.
    """

    published: date | None
    tense: Callable[[int, int], str]
    attributive: Callable[[int, int], bool] = lambda _start, _end: False
    anchor: date | None = None
    exact: int = 0
    reach: int = 0
    told: dict[str, date] = field(default_factory=dict)
    before: date | None = None
    last_value: str | None = None
    near: bool = False
    period: str | None = None
    day_first: bool | None = None
    country: str | None = None

    def looks(self, match: re.Match[str]) -> str:
        """The direction of the clause around a match, back where none is said."""
        direction = self.tense(*match.span())
        return PAST if direction == UNSAID else direction

    @property
    def here(self) -> bool:
        """Did this paragraph tell where the story is?"""
        return self.anchor is not None and self.reach == HALF_A_YEAR

    def at(self, unit: str) -> date | None:
        """Where the story is, where that was told exactly enough to count so many of a unit from it."""
        return self.told.get(_TOLD_BY.get(unit, ""))

    def year_of(self, which: str) -> int | None:
        """The year meant by *last*, *next* and *this* year, or by *that* and *the following* one of the story."""
        word = which.lower()
        if word in STEP:
            start, step = self.published, STEP[word]
        else:
            start, step = self.at("year"), STORY_STEP[word.removeprefix("the ").removesuffix(" same")]
        return None if start is None else start.year + step

    def enter_paragraph(self) -> None:
        """Forget what only dates of the same paragraph are told from; of a day keep that it was told."""
        self.last_value, self.near, self.reach = None, False, FEW_WEEKS
        if self.exact < len("2025-05-16"):
            self.anchor, self.exact = None, 0

    def remember(self, value: str, *, anchors: bool) -> None:
        """Keep where a date has brought the story; `anchors`, its year also holds for those behind it."""
        match = _TOLD.match(value)
        if match is None or match[1] == "0000":
            return
        year, month, day, season, quarter = match.groups()
        of_year = int(month or 0) or _MIDDLE_OF.get(season or "", 0) or 3 * int(quarter or 0) - 1
        start = date(int(year), max(of_year, 1), int(day or 1))
        if anchors:
            self.anchor, self.exact, self.reach = start, len(match[0]), HALF_A_YEAR
        if day and self.told.get("day") != start:
            self.before = self.told.get("day")
        for unit, known in (("year", year), ("month", month), ("day", day)):
            if known:
                self.told.pop(unit, None)
                self.told[unit] = start


@dataclass(frozen=True, slots=True)
class Meaning:
    """Type, value and how it was found; `precise` where the value may anchor what follows."""

    type: str
    value: str | None
    method: str
    precise: bool = False
