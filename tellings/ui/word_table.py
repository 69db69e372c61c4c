"""What the views of the search share: what narrows them, in words, and tables whose numbers open their lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from tellings import schema
from tellings.ui import address, filters, show
from tellings.ui.text import plain
from tellings.ui.view import View

_ROWS = 500
"""Rows of a table; all of them are taken away."""


def narrowed(view: View, n: int) -> bool:
    """Say which filters narrow what is counted, and what to try where nothing is left; is anything left?"""
    others = filters.said(view, without=("q",))
    if others:
        show.note(f"Counted only: {'; '.join(others)}.")
    if not n and others:
        st.button("Clear these filters", key="clear", on_click=address.clear, args=("q",))
    elif not n and view.filters.view == "words":
        show.note(
            "It stands in no row of so few words. Try more in a row, lemma: before a word, or * for any letters."
        )
    elif not n:
        show.note("Nothing stands so within a sentence. Try lemma: before a word, or * for any letters.")
        if "[" in view.filters.q:
            show.note(f"In brackets stands a name as it is printed, or one of: {', '.join(schema.TYPES)}.")
        if {"AND", "OR", "NOT"}.intersection(view.filters.q.split()):
            show.note(
                "AND, OR and NOT are words here: write war|conflict for either, war {~9} peace for both nearby."
            )
    return n > 0


def table(
    view: View,
    found: pd.DataFrame,
    columns: dict[str, str],
    opens: Callable[[Any, str], dict[str, Any]],
    *,
    said: str,
    key: str,
    by: str = "word",
) -> None:
    """A table, cut after :data:`_ROWS` rows, whose numbers open the lines that they count.

    Args:
        view: the page's view.
        found: what is shown.
        columns: its columns and what they are called.
        opens: what the address changes, by a row's value of `by` and the column that was clicked.
        said: what it tells, in words: its title in a report.
        key: the table's name.
        by: a column of `found`.
    """
    shown = found.head(_ROWS)[list(columns)].rename(columns=columns)
    first = shown.columns[0]
    shown = shown.assign(**{first: shown[first].map(plain), "_by": found[by]})

    def pick(row: Any, column: str) -> None:
        address.change(view="lines", sort="", **opens(row["_by"], column))

    measured = shown.select_dtypes("float").columns
    digits = {column: st.column_config.NumberColumn(format="%,.2f") for column in measured}
    show.table(shown, view, key=key, pick=pick, column_config=digits, alt=said)
    if len(found) > _ROWS:
        show.take_away(found, view, key=f"{key}-all", label=f"All {len(found):,} as CSV")
