"""Which verbs of saying each outlet uses for whom."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from tellings.analysis import cues, known
from tellings.query.cue_kinds import CALLED, MEANS, ORDER
from tellings.query.selection import Selection, select
from tellings.query.sql import UNKNOWN, UNTRACED
from tellings.ui import evidence, filters, load, paging, show
from tellings.ui.quotes.controls import ORDERS
from tellings.ui.text import country_name, plain
from tellings.ui.view import View
from tellings.views import cues as drawing

SIZE, MOST = 17, 2000
"""Rows of the matrix on a page, and of the table."""


def draw(view: View, n: int) -> None:
    """Show the view of the `n` quotations that the filters let through."""
    order = view.filters.sort if view.filters.sort in ORDERS["cues"] else ""
    by, outlet_first = ("speaker" if "speaker" in order else "side"), order in ("", "outlet-speaker")
    used = load.ask(view.corpus, cues.used, view.filters, by)
    outlets = filters.outlet_names(load.ask(view.corpus, known.documents))
    whole = drawing.rows_of(used, outlet_first=outlet_first)
    rows = paging.rows(whole, key="cues", size=SIZE)
    names = _names(used, by)
    opened = view.opened("publisher", by, "saying")
    alt = f"Quotations by outlet, {by} and kind of verb"
    outlet, who, kind = opened
    said = CALLED.get(kind, kind) or view.opened("cue")[0]
    where = (outlets.get(outlet, outlet), names.get(who, who), said)
    with evidence.beside(view, (7, 4), lambda: " · ".join(filter(None, where)) or "All of these"):
        figure = view.keep(
            "cues",
            lambda: drawing.figure(
                used,
                rows,
                outlets,
                names,
                outlet_first=outlet_first,
                look=view.look(view.source(n, "quotations"), *opened),
            ),
            int(rows.index[0]),
        )
        heads = {
            "xaxis": ["", *show.to(view, (select("quotations", saying=kind) for kind in drawing.kinds(used)))]
        }
        show.chart(
            figure, view, key="cues", n=n, alt=alt, pick=lambda point: _opened(by, *point), heads=heads
        )
        paging.control(whole, key="cues", size=SIZE, noun="rows")
    show.note(
        f"Filled by the share of the row. {'; '.join(f'{CALLED[kind]}: {MEANS[kind]}' for kind in ORDER)}."
    )
    with st.expander(f"{paging.most(len(used), MOST)} as a table"):
        table = view.keep("table", lambda: _table(used.head(MOST), outlets, names))
        show.table(table, view, key="cues-table", alt=alt, pick=lambda row, _: _picked(by, row))


def _names(used: pd.DataFrame, by: str) -> dict[str, str]:
    if by == "side":
        return {who: country_name(who) for who in used.who.unique()}
    known_as = {who: name for who, name in zip(used.who, used.name, strict=True) if isinstance(name, str)}
    return {UNKNOWN: UNTRACED, **known_as}


def _opened(by: str, outlet: str, who: str, kind: str) -> Selection:
    return select("quotations", publisher=outlet, **{by: who}, **({"saying": kind} if kind else {}))


def _table(used: pd.DataFrame, outlets: dict[str, str], names: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "_outlet": used.outlet,
            "_who": used.who,
            "_cue": used.cue.fillna(UNKNOWN),
            "Outlet": [plain(outlets.get(outlet, outlet)) for outlet in used.outlet],
            "For": [plain(names.get(who, who)) for who in used.who],
            "Kind": used.kind.map(CALLED),
            "Word of saying": used.cue.fillna("none"),
            "Quotations": used.n,
        }
    )


def _picked(by: str, row: Any) -> Selection:
    return select("quotations", publisher=row["_outlet"], **{by: row["_who"]}, cue=row["_cue"])
