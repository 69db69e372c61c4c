"""Who is named with whom: a matrix or network of those who share sentences, and its table."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from tellings.analysis import cooccurrence
from tellings.query.selection import Selection, select
from tellings.ui import evidence, glossary, load, show
from tellings.ui.entities import card
from tellings.ui.entities.entity_counts import named
from tellings.ui.text import plain
from tellings.ui.view import View
from tellings.views import cooccurrence as drawing
from tellings.views.network_shape import room_of

MOST = 20
"""So many entities are drawn."""


def draw(view: View) -> None:
    """Show the view."""
    nodes = load.ask(view.corpus, cooccurrence.nodes, view.filters, limit=MOST)
    pairs = load.ask(view.corpus, cooccurrence.pairs, view.filters)
    if pairs.empty:
        show.nothing(view, "No sentence names two of these.")
        return
    among = load.ask(view.corpus, cooccurrence.pairs, view.filters, entities=tuple(nodes.entity_id))
    sentences = load.ask(view.corpus, cooccurrence.n_shared, view.filters)
    alt = "Which entities are named in the same sentences"
    with evidence.beside(
        view, (7, 5), lambda: (card.pair if view.opened("beside")[0] else card.entity)(view)
    ):
        network = view.filters.sort == "network"
        source = view.source(sentences, "sentences that name two or more")
        look = view.look(source, *view.opened("entity", "beside"))
        figure = view.keep(
            "network" if network else "matrix",
            lambda: (
                drawing.figure(nodes, among, look=look, focus=view.filters.entity)
                if network
                else drawing.matrix(nodes, among, look=look)
            ),
        )
        names = (
            []
            if network
            else show.to(view, (select("mentions", entity=one) for one in drawing.ordered(nodes, among)))
        )
        heads = {"xaxis": names[:-1], "yaxis": names[1:]} if names else {}
        show.chart(figure, view, key="network", n=sentences, alt=alt, pick=_opened, heads=heads)
        some = (
            f"{min(len(among), room_of(view.window).lines):,} pairs of them with many sentences"
            if network
            else "their pairs"
        )
        show.note(
            f"The {len(nodes):,} named most that share a sentence with another, and {some}; the table has all pairs. "
            "Choose an entity above to see those named with it. Click a number to read its sentences."
        )
    whole = "All" if len(pairs) < cooccurrence.MOST else "The first"
    with st.expander(f"{whole} {len(pairs):,} pairs as a table"):
        table = view.keep("pairs-table", lambda: _table(pairs))
        show.table(
            table, view, key="pairs-table", alt=alt, pick=lambda row, _: _opened([row["_a"], row["_b"]])
        )
        st.html(f'<p class="t-note">{glossary.term("association")}: a minus stands for less than chance.</p>')


def _opened(point: list[str]) -> Selection:
    return named([point[0], ""]) if not point[1] else select("mentions", entity=point[0], beside=point[1])


def _table(pairs: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "_a": pairs.entity_a,
            "_b": pairs.entity_b,
            "One": pairs.name_a.map(plain),
            "The other": pairs.name_b.map(plain),
            "Sentences": pairs.n_sentences,
            "Articles": pairs.n_documents,
            "Names in them": pairs.n,
            "Kept company (association, G²)": pairs.association.round(1),
        }
    )
