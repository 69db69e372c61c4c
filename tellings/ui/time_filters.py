"""Controls that filter by time: when the articles were published, and of what time the sentences speak."""

from __future__ import annotations

from datetime import date

import streamlit as st

from tellings.analysis import known, times
from tellings.query.filters import Filters
from tellings.ui import address, filters, load, state
from tellings.ui.view import View

_PUBLISHED = "filter-date"


def published(view: View) -> None:
    """From when to when the articles were published; not shown where all have one date, or none."""
    days = load.ask(view.corpus, known.days)
    if len(days) < 2:
        return
    first, last = (view.filters.date or "..").split("..")
    chosen = (date.fromisoformat(first) if first else days[0], date.fromisoformat(last) if last else days[-1])
    state.put(_PUBLISHED, (max(min(chosen), days[0]), min(max(*chosen, days[0]), days[-1])))
    st.date_input(
        "Published between",
        min_value=days[0],
        max_value=days[-1],
        key=_PUBLISHED,
        on_change=_published,
        args=(days[0], days[-1]),
    )


def _published(first: date, last: date) -> None:
    chosen = list(state.get(_PUBLISHED) or [])
    if len(chosen) == 2:
        whole = chosen == [first, last]
        address.change(date="" if whole else "..".join(day.isoformat() for day in chosen))


def spoken_of(view: View, counted: Filters, table: str, noun: str) -> None:
    """Of what time the sentences speak, by year and month, with how much each leaves.

    Args:
        view: the page's view.
        counted: the filters as the page counts with them.
        table: what is counted: `mentions`, `quotations` or `toponyms`.
        noun: what it holds, in the plural.
    """
    periods = load.ask(view.corpus, times.spoken_of, counted.change(when=()), table)
    n = dict(zip(periods.period, periods.n, strict=True))
    filters.many(
        view,
        "when",
        "Time that the sentence speaks of",
        list(n),
        lambda period: f"{period} · {n.get(period, 0):,} {noun}",
    )
