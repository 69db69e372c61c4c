"""In which ways each thing is printed, outlet by outlet."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from tellings.analysis import spellings
from tellings.plural import several
from tellings.query.selection import Selection, select
from tellings.ui import evidence, filters, load, paging, show
from tellings.ui.entities import card
from tellings.ui.text import plain
from tellings.ui.view import View
from tellings.views import spellings as drawing

SIZE, COLUMNS, MOST = 20, 12, 2000
"""Forms and outlets on a page, and forms in the table."""


def draw(view: View, n: int) -> None:
    """Show the view of the `n` mentions that the filters let through."""
    printed = load.ask(view.corpus, spellings.forms, view.filters)
    repeated = printed[printed.n_forms > 1]
    whole = printed if repeated.empty else repeated
    rows = paging.rows(whole, key="forms", size=SIZE)
    cells = load.ask(view.corpus, spellings.cells, view.filters, tuple(rows.entity_id.unique()))
    names = filters.outlet_names(filters.shown_documents(view))
    outlets = pd.Series(names)
    columns = {outlet: names[outlet] for outlet in paging.rows(outlets, key="outlets", size=COLUMNS).index}
    alt = "Printed forms of each entity, by outlet"
    with evidence.beside(view, (7, 5), lambda: card.entity(view)):
        figure = view.keep(
            "spellings",
            lambda: drawing.figure(
                rows,
                cells,
                columns,
                look=view.look(view.source(n, "mentions"), *view.opened("entity", "text", "publisher")),
            ),
            int(rows.index[0]),
            next(iter(columns)),
        )
        heads = {"xaxis": ["", *show.to_outlets(view, columns)]}
        show.chart(figure, view, key="spellings", n=n, alt=alt, pick=_opened, heads=heads)
        with st.container(horizontal=True, gap="large"):
            paging.control(whole, key="forms", size=SIZE, noun="printed forms")
            paging.control(outlets, key="outlets", size=COLUMNS, noun="outlets")
        once = printed[printed.n_forms == 1].entity_id.nunique()
        if len(repeated):
            show.note(
                f"{several(once, 'entity is', 'entities are')} printed in one way only; the table has them too."
            )
        else:
            show.note("Everything that is named is printed in one way only.")
        show.note("Filled by the share of the outlet’s mentions of the same entity.")
    with st.expander(f"{paging.most(len(printed), MOST)} as a table"):
        table = view.keep("spellings-table", lambda: _table(printed.head(MOST)))
        show.table(
            table, view, key="spellings-table", alt=alt,
            pick=lambda row, _: _opened([row["_entity"], row["_text"], ""]),
        )  # fmt: skip


def _opened(point: list[str]) -> Selection:
    entity, text, outlet = point
    return select("mentions", entity=entity, text=text, **({"publisher": outlet} if outlet else {}))


def _table(printed: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "_entity": printed.entity_id,
            "_text": printed.text,
            "Entity": printed.name.map(plain),
            "Type": printed.type,
            "Printed as": printed.text.map(plain),
            "Mentions": printed.n,
            "Outlets": printed.n_outlets,
            "Forms of it": printed.n_forms,
            "First choices of outlets": printed.n_first_choices,
        }
    )
