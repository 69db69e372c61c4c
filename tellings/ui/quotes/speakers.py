"""The quotations as a list in their sentences, beside those who are quoted."""

from __future__ import annotations

import streamlit as st

from tellings.analysis import speakers
from tellings.query.selection import select
from tellings.ui import evidence, filters, load, paging, show
from tellings.ui.frame import View
from tellings.ui.quotes import tables
from tellings.views import speakers as drawing

SIZE = 15


def draw(view: View, n: int) -> None:
    """Show the view.

    Args:
        view: the page's.
        n: how many quotations the filters let through.
    """
    spoken = load.ask(view.corpus, speakers.speakers, view.filters)
    rows = paging.rows(spoken, key="speakers", size=SIZE)
    (opened,) = view.opened("speaker")
    source = view.source(n, "quotations")
    left, right = st.columns([5, 6], gap="medium")
    with left:
        figure = view.keep(
            "speakers",
            lambda: drawing.figure(rows, look=view.look(source, opened)),
            int(rows.index[0]),
        )
        show.chart(
            figure, view, key="speakers", n=n, alt="Quotations and words of each speaker", pick=tables.spoken
        )
        paging.control(spoken, key="speakers", size=SIZE, noun="speakers")
        show.note(
            "A quotation of several speakers counts for each; one that stands inside another has no words of its own."
        )
        tables.kinds_left_out(view)
        with st.expander("All speakers as a table"):
            table = view.keep("table", lambda: tables.speakers(spoken))
            alt = "Quotations and words of speakers"
            show.table(table, view, key="speakers-table", alt=alt, pick=tables.spoken_row)
    with right:
        alone = view.opened("quote")[0]
        title = (
            "This quotation alone"
            if alone
            else f"By {filters.name_of(view, opened)}"
            if opened
            else "All of these"
        )
        evidence.panel(view, title, selection=view.selection or select("quotations"))
