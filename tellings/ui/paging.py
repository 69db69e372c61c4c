"""Long lists, a page at a time; the page that is open stands in the address, its control below what it turns."""

from __future__ import annotations

from collections.abc import Sized
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from tellings.ui import address, state

Rows = TypeVar("Rows", pd.DataFrame, "pd.Series[Any]")


def rows(whole: Rows, *, key: str, size: int) -> Rows:
    """The rows of the page that is open."""
    start = first(len(whole), key=key, size=size) - 1
    return whole.iloc[start : start + size]


def first(n: int, *, key: str, size: int) -> int:
    """The number, from 1, of the first row of the page that is open (see :func:`number`)."""
    return size * (number(n, key=key, size=size) - 1) + 1


def most(n: int, size: int) -> str:
    """How much of a list is shown where it is cut after so many, in words."""
    return "All" if n <= size else f"The first {size:,}"


def number(n: int, *, key: str, size: int) -> int:
    """Which page of a list is open, from 1; the last where the address asks for one that is not there.

    Args:
        n: how many rows the list has.
        key: the list's name in the address (`page=entities:2`).
        size: how many rows a page has.
    """
    filters, _ = address.read()
    asked = dict(part.split(":") for part in filters.page).get(key, "1")
    return min(int(asked), max(-(-n // size), 1))


def control(whole: Sized, *, key: str, size: int, noun: str) -> None:
    """The control that turns the pages, where there is more than one, with the rows that are shown in words."""
    if len(whole) <= size:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", width="content"):
        now = turn(len(whole), key=key, size=size)
        last = min(now * size, len(whole))
        st.html(
            f'<p class="t-note">{(now - 1) * size + 1:,} to {last:,} of {len(whole):,} {noun}</p>',
            width="content",
        )


def turn(n: int, *, key: str, size: int) -> int:
    """The control alone, where there is more than one page.

    Returns:
        The number of the page that is open, from 1.
    """
    now = number(n, key=key, size=size)
    pages = -(-n // size)
    if pages > 1:
        widget = f"{key}-page-of-{pages}"
        state.put(widget, now)
        st.pagination(pages, key=widget, max_visible_pages=5, on_change=_turned, args=(key, widget))
    return now


def turn_to(key: str, number: int) -> None:
    """Open the page of that number, from a callback."""
    current, _ = address.read()
    others = tuple(part for part in current.page if not part.startswith(f"{key}:"))
    address.write(current.change(page=(*others, f"{key}:{number}") if number > 1 else others))


def _turned(key: str, widget: str) -> None:
    turn_to(key, int(state.get(widget, 1) or 1))
