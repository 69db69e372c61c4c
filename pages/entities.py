"""Entities: who and what is named, how often, by whom?"""

import streamlit as st

from tellings import schema
from tellings.analysis import counts
from tellings.ui import card, evidence, filters, frame, load, paging, show
from tellings.views import entities

view = frame.page("entities")
find, kind, order, more = st.columns([3, 3, 2.6, 1.6], vertical_alignment="bottom")
with find:
    filters.words(view, "Find a name", "any part of a name or printed form")
with kind:
    filters.many(view, "type", "Type", list(schema.TYPES))
with order:
    filters.one(view, "sort", "Order", {"": "count", "documents": "articles", "name": "name"})
with more, filters.folded(view, "doc", "publisher", "kind"):
    filters.texts(view)
    filters.many(view, "kind", "Counted beside names", list(schema.FORMS), lambda form: filters.FORMS[form])

documents = filters.shown_documents(view)
counted = load.ask(view.corpus, counts.entities, view.filters)
n = int(counted.n.sum())
everything = load.ask(view.corpus, counts.total, view.filters.only("kind"))
filters.summary(view, n, everything, f"mentions, {len(counted):,} entities")
if counted.empty:
    st.stop()

left, right = st.columns([11, 9] if view.selection else [7, 4], gap="medium")
rows = paging.rows(counted, key="entities", size=15)
cells = load.ask(view.corpus, counts.by_document, view.filters, tuple(rows.entity_id))
source = view.source(n, "mentions")
with left:
    figure = view.keep(
        "bars",
        lambda: entities.figure(
            rows, cells, documents, theme=view.theme, source=source, selected=view.opened("entity", "doc")
        ),
        rows.index[0],
    )
    show.chart(figure, view, key="entities", n=n, alt="Mentions of each entity, by article", pick=card.named)
    paging.control(counted, key="entities", size=15, noun="entities")
    filters.columns_key(documents)
with right:
    if view.selection:
        evidence.panel(view, card.entity(view))
    else:
        by_type = load.ask(view.corpus, counts.by_type, view.filters)
        figure = view.keep("types", lambda: entities.types(by_type, theme=view.theme, source=source))
        show.chart(figure, view, key="types", n=n, alt="Mentions by type of entity", pick=card.typed)
        show.note("Click a bar or a number in a cell to read the sentences behind it.")
with st.expander("All as a table"):
    table, pick = view.keep("table", lambda: card.table(view, counted, documents))
    show.table(table, view, key="entities-table", alt="Entities with their counts", pick=pick)
