"""Where each article names a thing first."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from tellings.analysis import introduced
from tellings.query.selection import Selection, select
from tellings.ui import evidence, filters, load, paging, show
from tellings.ui.entities import card
from tellings.ui.text import plain
from tellings.ui.view import View
from tellings.views import introduced as drawing

SIZE, COLUMNS, MOST, ARTICLES = 18, 20, 300, 200
"""Entities and articles on a page, and in the table."""


def draw(view: View, n: int) -> None:
    """Show the view of the `n` mentions that the filters let through."""
    ranked = load.ask(view.corpus, introduced.order, view.filters)
    rows = paging.rows(ranked, key="first", size=SIZE)
    documents = filters.shown_documents(view)
    columns = paging.rows(documents, key="articles", size=COLUMNS)
    here = view.filters.change(doc=tuple(columns.doc_id))
    beginnings = load.ask(view.corpus, introduced.first, here, tuple(rows.entity_id))
    owners = dict(zip(beginnings.mention_id, beginnings.entity_id, strict=True))
    alt = "The paragraph in which each article names an entity first"
    with evidence.beside(view, (11, 9), lambda: card.entity(view)):
        figure = view.keep(
            "first",
            lambda: drawing.figure(
                rows,
                beginnings,
                columns,
                look=view.look(view.source(n, "mentions"), *view.opened("mention")),
            ),
            int(rows.index[0]),
            columns.index[0],
        )
        heads = {
            "xaxis": show.to_articles(view, columns.doc_id),
            "yaxis": show.to(view, (select("mentions", entity=one) for one in rows.entity_id)),
        }

        def pick(point: list[str]) -> Selection:
            return _opened(point[0], owners[point[0]])

        show.chart(figure, view, key="first", n=n, alt=alt, pick=pick, heads=heads)
        with st.container(horizontal=True, gap="large"):
            paging.control(ranked, key="first", size=SIZE, noun="entities")
            paging.control(documents, key="articles", size=COLUMNS, noun="articles")
        show.note(
            "The number is the paragraph of the first mention; H stands for a headline, S for a subheading, C for a "
            "caption. The stronger its colour, the earlier among all that the article names. An empty place: not named "
            "there."
        )
    with st.expander(f"{paging.most(len(ranked), MOST)} as a table"):
        if len(documents) > ARTICLES:
            show.note(f"The first {ARTICLES:,} articles that name one of these.")
        table = view.keep("first-table", lambda: _table(view, ranked.head(MOST)))
        show.table(
            table,
            view,
            key="first-table",
            alt=alt,
            pick=lambda row, _: _opened(row["_mention"], row["_entity"]),
        )


def _opened(mention: str, entity: str) -> Selection:
    return select("mentions", entity=entity, mention=mention)


def _table(view: View, ranked: pd.DataFrame) -> pd.DataFrame:
    beginnings = load.ask(
        view.corpus, introduced.first, view.filters, tuple(ranked.entity_id), articles=ARTICLES
    )
    called = filters.article_names(view)
    places = {entity: i for i, entity in enumerate(ranked.entity_id)}
    names = dict(zip(ranked.entity_id, ranked.name, strict=True))
    rows = beginnings.assign(order=beginnings.entity_id.map(places)).sort_values(
        ["order", "place"], kind="stable"
    )
    return pd.DataFrame(
        {
            "_mention": rows.mention_id,
            "_entity": rows.entity_id,
            "Entity": [plain(names[entity]) for entity in rows.entity_id],
            "Article": [plain(called.get(doc, doc)) for doc in rows.doc_id],
            "First as": rows.text.map(plain),
            "In": rows.block,
            "Paragraph": rows.paragraph,
            "Named as number": rows.place,
            "Of": rows.n_named,
            "Mentions": rows.n,
        }
    ).reset_index(drop=True)
