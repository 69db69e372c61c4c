"""The same words in several articles: which utterances, who tells them, and any two tellings word by word."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from tellings.analysis import differences, known, utterances
from tellings.query.selection import Selection, select
from tellings.ui import abreast, address, evidence, filters, load, paging, show, state
from tellings.ui.quotes import difference
from tellings.ui.text import plain
from tellings.ui.view import View
from tellings.views import utterances as drawing

SIZE, MOST = 16, 1000
"""Utterances on a page, and in the table."""


def draw(view: View) -> None:
    """Show the view."""
    retold = load.ask(view.corpus, utterances.utterances, view.filters)
    if retold.empty:
        show.nothing(view, "Nothing said is told by two of the articles that are shown.")
        return
    outlets = filters.outlet_names(load.ask(view.corpus, known.documents))
    telling = set(load.ask(view.corpus, utterances.outlets, view.filters))
    outlets = {outlet: name for outlet, name in outlets.items() if outlet in telling}
    cluster = view.opened("cluster")[0] or str(retold.cluster_id.iloc[0])
    rows = paging.rows(retold, key="utterances", size=SIZE)
    cells = load.ask(view.corpus, utterances.cells, view.filters, tuple(rows.cluster_id))
    shown = columns(outlets, cells)
    n = int(retold.n.sum())
    left, right = abreast.beside(*((1, 1) if len(shown) < 6 else (3, 2)))
    with left:
        selected = (cluster, view.opened("publisher")[0])
        source = view.source(n, f"quotations of {len(retold):,} things said")
        figure = view.keep(
            "utterances",
            lambda: drawing.figure(rows, cells, shown, look=view.look(source, *selected)),
            int(rows.index[0]),
        )
        alt = "How often each outlet tells each thing said"
        differ = any(drawing.spoken(own, shown) for _, own in cells.groupby("cluster_id"))
        notes = [drawing.FILL, *([drawing.LETTERS] if differ else [])]
        drawn = shown if len(shown) <= drawing.MOST else ()
        heads = {"xaxis": ["", *show.to_outlets(view, drawn, whole=True)]}
        show.chart(figure, view, key="utterances", n=n, alt=alt, pick=_opened, heads=heads, notes=notes)
        paging.control(retold, key="utterances", size=SIZE, noun="things said")
        with st.expander(f"{paging.most(len(retold), MOST)} things said as a table"):
            table, pick = view.keep("table", lambda: _table(view, retold.head(MOST), outlets))
            show.table(table, view, key="utterances-table", alt=alt, pick=pick)
    with right:
        own = load.ask(view.corpus, utterances.cells, view.filters, (cluster,))
        if spoken := drawing.spoken(own, shown):
            show.note(f"Told as the words of different speakers: {spoken}.")
        _compared(view, cluster)
        selection = view.selection if view.opened("cluster")[0] else select("quotations", cluster=cluster)
        evidence.panel(view, "All its tellings", selection=selection)


def columns(outlets: dict[str, str], cells: pd.DataFrame) -> dict[str, str]:
    """The outlets that have a column: all of a few; of many, those that tell what stands on this page."""
    if len(outlets) <= drawing.MOST:
        return outlets
    here = set(cells.outlet)
    return {outlet: name for outlet, name in outlets.items() if outlet in here}


def _opened(point: list[str]) -> Selection:
    return select("quotations", cluster=point[0], **({"publisher": point[1]} if point[1] else {}))


def _table(view: View, told: pd.DataFrame, outlets: dict[str, str]) -> tuple[pd.DataFrame, show.PickCell]:
    cells = load.ask(view.corpus, utterances.cells, view.filters, tuple(told.cluster_id))
    spoken = {
        str(cluster): drawing.speakers(own.voices) for cluster, own in cells.groupby("cluster_id", sort=False)
    }
    shown = pd.DataFrame(
        {
            "_cluster": told.cluster_id,
            "Words": told.words.map(plain),
            "Speaker": [plain(spoken[cluster]) for cluster in told.cluster_id],
            "Tellings": told.n,
            "Articles": told.n_documents,
        }
    )
    heads: dict[str, str] = {}
    if len(outlets) <= 24:
        wide = cells.pivot(index="cluster_id", columns="outlet", values="n")
        for outlet, name in outlets.items():
            if outlet in wide:
                head = plain(name)
                heads[head] = outlet
                shown[head] = told.cluster_id.map(wide[outlet]).astype("Int64")

    def pick(row: Any, column: str) -> Selection:
        return _opened([row["_cluster"], heads.get(column, "")])

    return shown, pick


def _compared(view: View, cluster: str) -> None:
    told = load.ask(view.corpus, utterances.tellings, view.filters, cluster)
    asked = view.opened("left", "right")
    told = told[(told.index < filters.OFFERED) | told.quote_id.isin(asked)]
    ids = told.quote_id.tolist()
    if len(ids) < 2:
        return
    rows: dict[str, Any] = dict(zip(ids, told.itertuples(index=False), strict=True))
    first = asked[0] if asked[0] in rows else ids[0]
    second = asked[1] if asked[1] in rows else _other(rows, first)
    one, other = st.columns(2)
    for column, side, chosen, title in ((one, "left", first, "Compare"), (other, "right", second, "with")):
        key = f"telling-{side}"
        state.put(key, chosen)
        column.selectbox(
            title,
            ids,
            format_func=lambda quote: difference.name(rows[quote]),
            key=key,
            on_change=_compare,
            args=(cluster,),
        )
    difference.show(rows[first], rows[second])


def _other(rows: dict[str, Any], first: str) -> str:
    """The telling of another article that has the fewest words of the first; of the first few."""
    others = [quote for quote, row in rows.items() if row.doc_id != rows[first].doc_id]
    others = (others or [quote for quote in rows if quote != first])[:12]
    return min(others, key=lambda quote: differences.likeness(rows[first].said, rows[quote].said))


def _compare(cluster: str) -> None:
    chosen = {side: str(state.get(f"telling-{side}")) for side in ("left", "right")}
    address.open_selection(select("quotations", cluster=cluster, **chosen))
