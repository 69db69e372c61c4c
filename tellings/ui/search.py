"""What the search finds, by kind: names, speakers and places, things said, and the words of the articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd
import streamlit as st

from tellings import schema
from tellings.analysis import entity_counts, evidence, geography
from tellings.analysis.speakers import speakers
from tellings.plural import several
from tellings.query.seen import folded
from tellings.query.selection import select
from tellings.query.sql import wild
from tellings.ui import load, show
from tellings.ui.evidence import panel, passages
from tellings.ui.frame import link
from tellings.ui.text import label
from tellings.ui.view import View
from tellings.views.names import told_apart

Rows = Iterable[tuple[str, dict[str, Any]]]
"""What a link says, and what it changes in the address."""
READ = (
    "Found within words, with accents or without, and in their other forms: threats finds threatened; * stands for any "
    "letters of a word, ? for one. The views beside this one read a query word by word."
)
"""How what is typed is looked for."""
_MOST, _SAID = 8, 4
"""So many names of a kind, and things said, are shown; the link below them leads to the rest."""


def names(view: View) -> None:
    """Who and what is called so, who of them speaks, and which places; each a link to its page."""
    q = view.filters.q
    named = load.ask(view.corpus, entity_counts.entities, view.filters)
    rows: Rows = ((said, {"entity": (one,)}) for one, said in _head(named, "entity_id"))
    _links(view, "Who and what is named", "entities", rows, n=len(named), every={"q": q})
    spoken = load.ask(view.corpus, speakers, view.filters.change(q=""))
    called = spoken.name.fillna("").map(folded).str.contains(wild(folded(q)))
    spoken = spoken[called | spoken.speaker.isin(named.entity_id)]
    rows = ((said, {"speaker": (one,)}) for one, said in _head(spoken, "speaker"))
    _links(view, "Who speaks", "quotations", rows, n=len(spoken), every={"speaker": tuple(spoken.speaker)})
    placed = load.ask(view.corpus, geography.places, view.filters.change(use=schema.USES))
    rows = (
        (said, {"use": schema.USES, "sel": select("toponyms", place=one).sel})
        for one, said in _head(placed, "place_id", "kind")
    )
    _links(view, "Places", "map", rows, n=len(placed), every={"use": schema.USES, "q": q})


def _head(found: pd.DataFrame, by: str, kind: str = "type") -> Iterator[tuple[str, str]]:
    """The first of what is found: id, and name with how often; namesakes with what they are."""
    first = found.head(_MOST)
    names = told_apart(first[by], first.name, first[kind])
    yield from zip(first[by], (f"{name} {n:,}" for name, n in zip(names, first.n, strict=True)), strict=True)


def _links(view: View, title: str, page: str, rows: Rows, *, n: int, every: dict[str, Any]) -> None:
    """A kind of names: a heading with their number, a link for each, and one for all where there are more."""
    said = f"{title}: {n:,}"
    if not n:
        show.note(said)
        return
    show.heading(said)
    with st.container(key=f"found-{page}", gap=None):
        for name, changes in rows:
            link(page, label(name), view.filters, **changes)
        if n > _MOST:
            link(page, f"All {n:,}", view.filters, **every)


def said(view: View) -> None:
    """The first of the things said that have the words, and a link to all."""
    opened = select("quotations")
    n = load.ask(view.corpus, evidence.count, view.filters, opened)
    show.heading(f"Said: {several(n, 'quotation')}")
    if n:
        passages(
            load.ask(view.corpus, evidence.passages, view.filters, opened, limit=_SAID),
            view,
            table="quotations",
        )
        asked = f"Read {'it' if n == 1 else f'all {n:,}'} with who says it"
        link("quotations", asked, view.filters, q=view.filters.q)


def written(view: View) -> None:
    """The words of the articles, each in its sentence."""
    panel(view, f"Written “{view.filters.q}”", selection=select("words"))
