"""Who is named how often: bars, cells an article wide, types; as mentions or per 1,000 words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from tellings.analysis import entity_counts
from tellings.query.selection import Selection, select
from tellings.ui import abreast, evidence, filters, load, paging, show
from tellings.ui.entities import card
from tellings.ui.frame import go
from tellings.ui.text import plain
from tellings.ui.view import View
from tellings.views import entity_counts as drawing

SIZE, COLUMNS, MOST = 15, 8, 5000
"""Entities and articles on a page, and entities in the table."""


def draw(view: View, n: int, *, rates: bool) -> None:
    """Show the view of the `n` mentions that the filters let through, or of their `rates` per 1,000 words."""
    documents = filters.shown_documents(view)
    counted = load.ask(view.corpus, entity_counts.entities, view.filters)
    left, right = abreast.beside(*((3, 2) if view.selection else (3, 1)))
    rows = paging.rows(counted, key="entities", size=SIZE)
    columns = paging.rows(documents, key="articles", size=COLUMNS)
    cells = load.ask(view.corpus, entity_counts.by_document, view.filters, tuple(rows.entity_id))
    source, title = view.source(n, "mentions"), "Mentions per 1,000 words" if rates else ""
    with left:
        figure = view.keep(
            "rates" if rates else "bars",
            lambda: drawing.figure(
                rows,
                cells,
                columns,
                look=view.look(source, *view.opened("entity", "doc"), title=title),
                rates=rates,
                narrowed=bool(view.filters.kind or view.filters.when),
            ),
            rows.index[0],
            columns.index[0],
        )
        alt = "Mentions of each entity, by article"

        def pick(point: list[str]) -> Selection | None:
            if point[-1] != drawing.NOT_NAMED:
                return named(point)
            go("reader", view.filters, doc=point[1:2])
            return None

        heads = {"xaxis2": show.to_articles(view, columns.doc_id)} if len(columns) <= drawing.WIDEST else {}
        show.chart(figure, view, key="entities", n=n, alt=alt, pick=pick, heads=heads)
        with st.container(horizontal=True, gap="large"):
            paging.control(counted, key="entities", size=SIZE, noun="entities")
            paging.control(documents, key="articles", size=COLUMNS, noun="articles")
    with right:
        if view.selection:
            evidence.panel(view, card.entity(view))
        else:
            _types(view, n, source)
    with st.expander(f"{paging.most(len(counted), MOST)} as a table"):
        table, opened = view.keep(
            "table", lambda: _table(view, counted.head(MOST), columns), columns.index[0]
        )
        show.table(table, view, key="entities-table", alt="Entities with their counts", pick=opened)


def named(point: list[str]) -> Selection:
    """What a bar (entity) or a cell (entity and article) of the chart of entities opens."""
    return select("mentions", entity=point[0], **({"doc": point[1]} if point[1] else {}))


def _types(view: View, n: int, source: str) -> None:
    by_type = load.ask(view.corpus, entity_counts.by_type, view.filters)
    figure = view.keep("types", lambda: drawing.types(by_type, look=view.look(source)))
    show.chart(
        figure,
        view,
        key="types",
        n=n,
        alt="Mentions by type of entity",
        pick=lambda point: select("mentions", type=point[0]),
    )
    show.note("Click a bar or a number in a cell to read the sentences behind it.")


def _table(
    view: View, counted: pd.DataFrame, documents: pd.DataFrame
) -> tuple[pd.DataFrame, Callable[[Any, str], Any]]:
    """The entities as a table with a column for each article, and what a click on one of its cells opens."""
    shown = pd.DataFrame(
        {
            "_entity": counted.entity_id,
            "Entity": counted.name.map(plain),
            "Type": counted.type,
            "Mentions": counted.n,
            "Articles": counted.n_documents,
            "Per 1,000 words": counted.per_1000.round(2),
        }
    )
    heads: dict[str, str] = {}
    if len(counted) <= 1000:
        cells = load.ask(view.corpus, entity_counts.by_document, view.filters, tuple(counted.entity_id))
        wide = cells.pivot(index="entity_id", columns="doc_id", values="n")
        for doc, short in zip(documents.doc_id, documents.short, strict=True):
            head = plain(short)
            heads[head] = doc
            own = wide[doc] if doc in wide else pd.Series(dtype="float64")
            shown[head] = counted.entity_id.map(own).astype("Int64")

    def pick(row: Any, column: str) -> Selection:
        return named([row["_entity"], heads.get(column, "")])

    return shown, pick
