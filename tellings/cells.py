"""Cells of tables for spreadsheets: what would be a formula begins with an apostrophe, and is read again without it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_STARTS_A_FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")
"""What spreadsheets take for the start of a formula, also in its full-width form (OWASP, CSV injection)."""
_OURS = frozenset({"sources_hash", "corrections"})
"""Columns by which a table is known as one that Tellings wrote."""


def inert(value: Any) -> Any:
    """A cell's value, with an apostrophe before a text that a spreadsheet would take for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_STARTS_A_FORMULA) else value


def alive(value: Any) -> Any:
    """The value that :func:`inert` had.

    >>> alive("'=1+1"), alive("'90s music")
    ('=1+1', "'90s music")
    """
    return value[1:] if isinstance(value, str) and inert(value[1:]) == value else value


def ours(head: Iterable[str]) -> bool:
    """Is a table with these columns one that Tellings wrote?"""
    return _OURS.issubset(head)
