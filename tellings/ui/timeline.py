"""The parts of the page *Timeline*: the axis with who tells what, the articles' own dates, what has no place on it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pandas as pd
import streamlit as st

from tellings.analysis import timeline
from tellings.plural import several
from tellings.query.selection import Selection, select
from tellings.query.sql import UNKNOWN
from tellings.ui import abreast, evidence, filters, load, paging, show, time_filters
from tellings.ui.text import definitions, escape, plain, short
from tellings.ui.view import View
from tellings.views import timeline as drawing

SIZE, MOST, DAYS = 18, 2000, 20
"""Periods on a page, and in the table; days of publication in the list."""

ORDERS = {"": "by time", "articles": "told by most articles"}

_KINDS = {
    "duration": "lengths of time",
    "set": "what recurs",
    "time": "clock times without a day",
    "date": "days, seasons and years that are not told in full",
}
_READ = (
    "Click a bar or a number to read its sentences. Not to scale: where nothing is told, time is short. Solid: a day "
    "or a time on it; faint: the period in which it lies; hatched: told roughly (about); dotted to the edge: an end "
    "that is not told (since 2022)."
)
_SEASONS = (
    "Seasons are those of the south where most places in each of their articles lie there, else those of the north. "
    "What is told of both stands below, and so do a southern summer, which lies in two years, and a southern season "
    "whose year is not told."
)


def narrow(view: View) -> None:
    """The filters of the page."""
    find, whose, more = abreast.controls(4, 4, 3)
    with find:
        filters.words(view, "Words in the sentence", "such as rescuers")
    with whose:
        filters.entities(view, "Named in the sentence")
    with more, filters.folded(view, "doc", "publisher", "when", "date"):
        filters.texts(view)
        time_filters.published(view)
        time_filters.spoken_of(view, view.filters, "dates", "dates")


def draw(view: View, told: pd.DataFrame) -> None:
    """Show the axis and the articles' own dates, beside them what is open, below them the tables."""
    own = load.ask(view.corpus, timeline.published, view.filters)
    apart = load.ask(view.corpus, timeline.unplaced, view.filters)
    with evidence.beside(view, (6, 5), lambda: _title(view)):
        if told.empty:
            show.note(_nothing(apart))
        else:
            _axis(view, told, own)
        if (told.grain == "season").any() or apart.south.any():
            show.note(_SEASONS)
        _published(own)
    if len(told):
        with st.expander(f"{paging.most(len(told), MOST)} periods as a table"):
            _placed(view, told.head(MOST))
    if len(apart):
        n = several(int(apart.n.sum()), "expression")
        with st.expander(f"{n} without a place on the axis"):
            _apart(view, apart)


def _nothing(apart: pd.DataFrame) -> str:
    if apart.empty:
        return "No date or time is told in these articles."
    return "No date that has a place on an axis is told here: only lengths of time and the like, which stand below."


def _axis(view: View, told: pd.DataFrame, own: pd.DataFrame) -> None:
    documents = filters.shown_documents(view)
    rows = paging.rows(told, key="periods", size=SIZE)
    columns = paging.rows(documents, key="articles", size=drawing.WIDEST)
    here = view.filters.change(doc=tuple(columns.doc_id))
    cells = load.ask(view.corpus, timeline.by_document, here)
    n = int(told.n.sum())
    days = [day for day in own.published if isinstance(day, date)]
    figure = view.keep(
        "axis",
        lambda: drawing.figure(
            rows,
            cells,
            columns,
            days if len(days) <= drawing.WIDEST else [days[0], days[-1]],
            look=view.look(view.source(n, "dates"), *_opened(view)),
        ),
        int(rows.index[0]),
        columns.index[0],
        _opened(view),
    )
    alt = "The periods that the articles name, in their order"
    heads = {"xaxis2": ["", *show.to_articles(view, columns.doc_id)]}
    show.chart(figure, view, key="axis", n=n, alt=alt, pick=lambda point: opens(*point), heads=heads)
    with st.container(horizontal=True, gap="large"):
        paging.control(told, key="periods", size=SIZE, noun="periods")
        paging.control(documents, key="articles", size=drawing.WIDEST, noun="articles")
    show.note(_READ)


def _opened(view: View) -> tuple[str, ...]:
    return view.opened("value", "mod", "doc")


def opens(value: str, mod: str, doc: str = "") -> Selection:
    """What a period opens, in all articles or in one."""
    return select("dates", value=value, mod=mod, **({"doc": doc} if doc else {}))


def _title(view: View) -> str:
    value, mod, doc = _opened(view)
    words = "without a value" if value == UNKNOWN else timeline.said(value, mod) or "All"
    return f"{words}, {filters.article_names(view).get(doc, doc)}" if doc else words


def _published(own: pd.DataFrame) -> None:
    """The articles by their own dates."""
    show.heading("The articles’ own dates")
    row: Any
    lines = []
    for row in own.head(DAYS).itertuples():
        day = row.published.isoformat() if isinstance(row.published, date) else "no date"
        names = "; ".join(short(str(name), 60) for name in row.short[:6])
        more = f" and {len(row.short) - 6:,} more" if len(row.short) > 6 else ""
        lines.append((day, escape(names + more)))
    st.html(definitions(lines))
    if len(own) > DAYS:
        show.note(f"The first {DAYS} of {len(own):,} days; all articles stand on the overview.")


def _placed(view: View, told: pd.DataFrame) -> None:
    columns = {
        "Period": told.words,
        "From": [_end(low, way == "before") for low, way in zip(told.low, told.open, strict=True)],
        "To before": [_end(high, way == "after") for high, way in zip(told.high, told.open, strict=True)],
        "Told to the": told.grain,
    }
    _table(view, told, columns, key="periods-table", alt="The periods that the articles name")


def _end(when: datetime, is_open: bool) -> str:
    return "open" if is_open else when.isoformat(sep=" ", timespec="minutes")


def _apart(view: View, apart: pd.DataFrame) -> None:
    said = [f"{_KINDS[str(kind)]}: {int(some.n.sum()):,}" for kind, some in apart.groupby("type", sort=False)]
    show.note("; ".join(said).capitalize() + ".")
    columns = {"Kind": apart.type.map(_KINDS)}
    _table(view, apart, columns, key="apart", alt="Times that have no place on the axis")


def _table(view: View, found: pd.DataFrame, columns: dict[str, Any], **shown: str) -> None:
    """Values of dates as a table whose rows open their sentences."""
    table = pd.DataFrame(
        {
            "_value": found.value,
            "_mod": found["mod"],
            **columns,
            "Printed": [plain(", ".join(texts)) for texts in found.texts],
            "Value": found.value,
            "Times": found.n,
            "Articles": found.n_documents,
        }
    )
    show.table(table, view, pick=lambda row, _: opens(row["_value"], row["_mod"]), **shown)
