"""The quotations as a list in their sentences, beside those who are quoted."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from tellings import schema
from tellings.analysis import speakers
from tellings.plural import several
from tellings.query.selection import Selection, select
from tellings.query.sql import UNTRACED
from tellings.ui import abreast, address, evidence, filters, load, paging, show
from tellings.ui.text import escape, plain
from tellings.ui.view import View
from tellings.views import speakers as drawing

SIZE = 15
_LEFT = {
    "scare": ("piece set in marks (scare quote)", "pieces set in marks (scare quotes)"),
    "heading": ("piece in a heading", "pieces in headings"),
}


def draw(view: View, n: int) -> None:
    """Show the view of the `n` quotations that the filters let through."""
    spoken = load.ask(view.corpus, speakers.speakers, view.filters)
    rows = paging.rows(spoken, key="speakers", size=SIZE)
    (opened,) = view.opened("speaker")
    source = view.source(n, "quotations")
    left, right = abreast.beside(1, 1)
    with left:
        figure = view.keep(
            "speakers", lambda: drawing.figure(rows, look=view.look(source, opened)), int(rows.index[0])
        )
        show.chart(
            figure, view, key="speakers", n=n, alt="Quotations and words of each speaker", pick=_spoken
        )
        paging.control(spoken, key="speakers", size=SIZE, noun="speakers")
        show.note(
            "A quotation of several speakers counts for each; one that stands inside another has no words of its own."
        )
        _kinds_left_out(view)
        with st.expander("All speakers as a table"):
            table = view.keep("table", lambda: _table(spoken))
            alt = "Quotations and words of speakers"
            show.table(table, view, key="speakers-table", alt=alt, pick=_spoken_row)
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


def _spoken(point: list[str]) -> Selection:
    """What a speaker's bar opens: the quotations, or those whose words are counted."""
    return select("quotations", speaker=point[0], **({"outermost": "yes"} if point[1] == "words" else {}))


def _spoken_row(row: Any, column: str) -> Selection:
    """What a cell of the table of speakers opens."""
    return _spoken([row["_speaker"], "words" if column == "Words" else "n"])


def _table(counted: pd.DataFrame) -> pd.DataFrame:
    """Who is quoted, as a table to be shown."""
    return pd.DataFrame(
        {
            "_speaker": counted.speaker,
            "Speaker": [plain(name) if isinstance(name, str) else UNTRACED for name in counted.name],
            "Type": counted.type,
            "Anonymous": counted.anonymous,
            "Quotations": counted.n,
            "As others tell them": counted.relayed,
            "Words": counted.words,
            "Articles": counted.n_documents,
        }
    )


def _kinds_left_out(view: View) -> None:
    """Say how many pieces in quote marks nobody is said to speak, which are counted only when asked for."""
    if any(kind in schema.QUOTE_KINDS for kind in view.filters.kind):
        return
    by_kind = load.ask(view.corpus, speakers.kinds, view.filters)
    left = {kind: by_kind[kind] for kind in ("scare", "heading") if by_kind.get(kind)}
    if left:
        said = " and ".join(several(n, *_LEFT[kind]) for kind, n in left.items())
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(f'<p class="t-note">Left out: {escape(said)}, said by nobody.</p>', width="content")
            st.button(
                "Show them",
                key="left-out",
                type="tertiary",
                on_click=address.change,
                kwargs={"kind": tuple(left)},
            )
