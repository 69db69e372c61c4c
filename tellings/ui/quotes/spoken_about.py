"""Who speaks and who is spoken about, per outlet."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from tellings.analysis import known, spoken_about
from tellings.analysis.spoken_about import ANONYMOUS, naming
from tellings.plural import several
from tellings.query.selection import Selection, select
from tellings.query.sql import UNKNOWN
from tellings.ui import evidence, filters, load, paging, show
from tellings.ui.text import plain
from tellings.ui.view import View
from tellings.views import spoken_about as drawing

SIZE, PANELS, FEWER, MOST, ROWS = 10, 5, 3, 300, 6_000
"""Entities and outlets on a page, outlets where a window shows half of a laptop's, entities in the table, and about its
rows at most: one for each of its outlets."""


def draw(view: View) -> None:
    """Show the view."""
    order = load.ask(view.corpus, spoken_about.voices, view.filters, by_outlet=False)
    if order.empty:
        show.nothing(view, "Nobody is quoted or named here.")
        return
    outlets = filters.outlet_names(load.ask(view.corpus, known.documents))
    apart = order[order.entity_id.isin([ANONYMOUS, UNKNOWN])]
    named = order[~order.entity_id.isin([ANONYMOUS, UNKNOWN])]
    shown = [*paging.rows(named, key="voices", size=SIZE).entity_id, *apart.entity_id]
    rows = load.ask(view.corpus, spoken_about.voices, view.filters, among=tuple(shown))
    heard = set(rows.outlet)
    telling = pd.Series({outlet: name for outlet, name in outlets.items() if outlet in heard})
    fit = FEWER if view.window == "half" else PANELS
    panels = {outlet: outlets[outlet] for outlet in paging.rows(telling, key="outlets", size=fit).index}
    words, mentions = int(order.words.sum()), int(order.mentions.sum())
    source = view.source(words, f"words quoted, {several(mentions, 'mention')} by others")
    figure = view.keep(
        "voices",
        lambda: drawing.figure(rows, panels, look=view.look(source, *_selected(view.selection))),
        tuple(shown),
        tuple(panels),
    )
    alt = "Words quoted and mentions by others, of each entity in each outlet"
    show.chart(figure, view, key="voices", n=words, alt=alt, pick=_opened)
    with st.container(horizontal=True, gap="large"):
        paging.control(named, key="voices", size=SIZE, noun="entities")
        paging.control(telling, key="outlets", size=fit, noun="outlets")
    _open(view, outlets)
    show.note(
        "Filled: words quoted (a quotation inside another has none of its own; one of several speakers counts for "
        "each). Hollow: names printed by others, neither to say who speaks nor in the entity’s own words. Hatched: "
        "anonymous. The panels of outlets have one scale. Kind, word of saying and words narrow the quotations, not "
        "the mentions."
    )
    most = min(MOST, max(SIZE, ROWS // max(len(telling), 1)))
    some = tuple(order.entity_id.head(most))
    with st.expander(f"{paging.most(len(order), most)} as a table"):
        table = view.keep(
            "table",
            lambda: _table(load.ask(view.corpus, spoken_about.voices, view.filters, among=some), outlets),
        )
        show.table(table, view, key="voices-table", alt=alt, pick=_picked)


def _opened(point: list[str]) -> Selection:
    entity, outlet, side = point
    where = {"publisher": outlet} if outlet else {}
    if side == "mentions":
        return select("mentions", entity=entity, others="yes", **where)
    if entity == ANONYMOUS:
        return select("quotations", anonymous="yes", outermost="yes", **where)
    return select("quotations", speaker=entity, anonymous="no", outermost="yes", **where)


def _selected(selection: Selection | None) -> tuple[str, str, str]:
    if selection is None:
        return ("", "", "")
    side = "mentions" if selection.table == "mentions" else "words"
    entity = (
        selection.get("entity")
        or selection.get("speaker")
        or (ANONYMOUS if selection.get("anonymous") else "")
    )
    return (entity, selection.get("publisher") or "", side)


def _open(view: View, outlets: dict[str, str]) -> None:
    if view.selection is None:
        return
    entity, outlet, side = _selected(view.selection)
    own = load.ask(view.corpus, spoken_about.voices, view.filters, among=(entity,))
    own = own[(own.outlet == outlet) | (outlet == "")]
    name = drawing.NAMED.get(entity) or filters.name_of(view, entity)
    where = f" in {outlets.get(outlet, outlet)}" if outlet else ""
    if side == "mentions":
        evidence.panel(view, f"{name}{where}, named by others", filters=naming(view.filters))
    else:
        evidence.panel(view, f"{name}{where}, {several(int(own.words.sum()), 'word')} quoted")


def _table(voices: pd.DataFrame, outlets: dict[str, str]) -> pd.DataFrame:
    sums = voices.groupby("entity_id", sort=False)[["n", "words", "mentions"]].sum().reset_index()
    facts = voices.drop_duplicates("entity_id").set_index("entity_id")
    whole = sums.assign(outlet="", name=sums.entity_id.map(facts.name), type=sums.entity_id.map(facts.type))
    rows = pd.concat([whole, voices])
    return pd.DataFrame(
        {
            "_entity": rows.entity_id,
            "_outlet": rows.outlet,
            "Name": [
                plain(drawing.NAMED.get(entity) or (name if isinstance(name, str) else entity))
                for entity, name in zip(rows.entity_id, rows.name, strict=True)
            ],
            "Type": rows.type,
            "Outlet": [plain(outlets.get(outlet, outlet)) if outlet else "all" for outlet in rows.outlet],
            "Quotations": rows.n.astype(int),
            "Words quoted": rows.words.astype(int),
            "Named by others": rows.mentions.astype(int),
        }
    ).reset_index(drop=True)


def _picked(row: Any, column: str) -> Selection:
    if column == "Named by others":
        return _opened([row["_entity"], row["_outlet"], "mentions"])
    opened = _opened([row["_entity"], row["_outlet"], "words"])
    if column == "Words quoted":
        return opened
    return Selection(opened.table, tuple(term for term in opened.terms if term[0] != "outermost"))
