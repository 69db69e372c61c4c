"""Long lists, a page at a time; the page that is open stands in the address, its control below what it turns."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from tellings.ui import address, state


def rows(frame: pd.DataFrame, *, key: str, size: int) -> pd.DataFrame:
    """The rows of the page that is open."""
    first = size * (number(len(frame), key=key, size=size) - 1)
    return frame.iloc[first : first + size]


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


def control(frame: pd.DataFrame, *, key: str, size: int, noun: str) -> None:
    """The control that turns the pages, where there is more than one, with the rows that are shown in words."""
    if len(frame) <= size:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        now = turn(len(frame), key=key, size=size)
        last = min(now * size, len(frame))
        st.html(
            f'<p class="t-note">{(now - 1) * size + 1:,} to {last:,} of {len(frame):,} {noun}</p>',
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


def _turned(key: str, widget: str) -> None:
    current, _ = address.read()
    others = tuple(part for part in current.page if not part.startswith(f"{key}:"))
    asked = int(state.get(widget, 1) or 1)
    address.write(current.change(page=(*others, f"{key}:{asked}") if asked > 1 else others))
