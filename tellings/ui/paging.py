"""Long lists, a page at a time: the control stands below what it turns."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from tellings.ui import state


def rows(frame: pd.DataFrame, *, key: str, size: int) -> pd.DataFrame:
    """The rows of the page that is open."""
    first = size * (_now(frame, key, size) - 1)
    return frame.iloc[first : first + size]


def control(frame: pd.DataFrame, *, key: str, size: int, noun: str) -> None:
    """The control that turns the pages, where there is more than one, with the rows that are shown in words."""
    pages = -(-len(frame) // size)
    if pages < 2:
        return
    now = _now(frame, key, size)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.pagination(pages, key=_key(key, pages), max_visible_pages=5)
        last = min(now * size, len(frame))
        st.html(
            f'<p class="t-note">{(now - 1) * size + 1:,} to {last:,} of {len(frame):,} {noun}</p>',
            width="content",
        )


def _now(frame: pd.DataFrame, key: str, size: int) -> int:
    pages = max(-(-len(frame) // size), 1)
    return min(int(state.get(_key(key, pages), 1) or 1), pages)


def _key(key: str, pages: int) -> str:
    return f"{key}-page-of-{pages}"
