"""A row of the table `dates`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateRow:
    """An expression of time: offsets into the article's text, printed form, type, value, mod, method."""

    start: int
    end: int
    text: str
    type: str
    value: str | None
    mod: str | None
    method: str
