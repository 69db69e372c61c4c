"""The annotated article: one layer at a time of what the other articles say to it, counted at the head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from tellings.analysis import annotated, reading
from tellings.analysis import coverage as asked
from tellings.query.openable import OPENABLE
from tellings.ui import address, coverage, evidence, filters, load, paging, reader, reader_component, show
from tellings.ui.text import articles, escape, short
from tellings.ui.view import View

VIEWS = {
    "": "What was found",
    "shared": "Said by others too",
    "otherwise": "Others say otherwise",
    "only": "Only here",
    "left": "Left out here",
}
"""The layers by the value of `view`; the first marks what was found."""
SIZE = 12
"""Passages of a layer that are listed on a page."""

_MEANING = {
    "shared": "Sentences that others have, words of somebody that others quote, answers that others give as well.",
    "otherwise": "Answers that another article contradicts, as far as the rules see: see Differences.",
    "only": "Sentences of which no paragraph of another article has more than a fifth of the words.",
    "left": "What two or more others tell and no paragraph here is near to, at the place where it would stand. It may "
    "still be told in other words: a click shows what is nearest.",
}
_NOTHING = {
    "shared": "Nothing of this article is found in another.",
    "otherwise": "No answer of this article is found to be contradicted.",
    "only": "Every sentence here has something like it in another article.",
    "left": "Nothing that two others tell is found to be left out here.",
}
_FROM = {"shared": "shared text", "otherwise": "discrepancies"}
"""The comparison from which a layer is made."""


def switch(view: View, doc: str) -> str:
    """The switch between the layers, with how much each has in an article (of a large corpus, once one is chosen); the
    value of the one that is shown.
    """
    if view.corpus.n_documents < 2:
        return ""
    if view.corpus.large and not view.filters.view:
        return filters.switch(view, VIEWS)
    layers = load.ask(view.corpus, annotated.layers, doc)
    said = {value: f"{words} · {len(layers[value]):,}" if value else words for value, words in VIEWS.items()}
    return filters.switch(view, said)


def article(view: View, doc: str, layer: str, shared: Sequence[int] = ()) -> None:
    """An article with the marks of a layer."""
    about = reader.head(view, doc)
    rows = load.ask(view.corpus, annotated.layers, doc)[layer]
    marks = pd.DataFrame(
        {
            "kind": "open",
            "id": ["\t".join(sel) for sel in rows.sel],
            "start": rows.start.astype(int),
            "end": rows.end.astype(int),
            "group": layer,
            "title": [_title(layer, row) for row in rows.to_dict("records")],
        }
    )
    opened = "\t".join(view.selection.sel) if view.selection else ""
    here = marks[marks.id == opened]
    reader_component.show(
        load.ask(view.corpus, reading.blocks, doc),
        marks,
        key=f"layer-{layer}-{doc}",
        label=f"Article: {about.label}",
        selected=(int(here.start.iloc[0]), int(here.end.iloc[0])) if len(here) else None,
        pick=_picked,
        notes=list(zip(marks.start.tolist(), range(len(marks)), strict=True)) if layer == "left" else (),
        shared=shared,
    )
    show.note("Greyed lines are shown but not counted.")


def _title(layer: str, row: dict[Any, Any]) -> str:
    if layer == "only":
        return f"Only here: {row['why']}"
    tells = articles(row["n_documents"], row["n_tellings"])
    if layer == "left":
        return f"Left out here, told by {tells}: {short(' '.join(row['text'].split()), 160)}"
    return f"{'Also in' if layer == 'shared' else 'Otherwise in'} {tells}: {row['why']}"


def _picked(picked: str) -> None:
    address.change(sel=tuple(picked.partition(" ")[2].split("\t")))


def beside(view: View, doc: str, layer: str) -> None:
    """What is open in a layer, with its sentences; all that the layer has, each a way to open it."""
    rows = load.ask(view.corpus, annotated.layers, doc)[layer]
    selection = view.selection
    with st.container(key="reader-card"):
        here = rows[[sel == selection.sel for sel in rows.sel]] if selection else rows.head(0)
        if selection is not None and selection.table in OPENABLE:
            if layer == "left" and len(here):
                near = load.ask(view.corpus, asked.near, view.filters.only(), selection, doc)
                st.html(coverage.nearest(view, near, doc))
            evidence.panel(view, VIEWS[layer] if len(here) else "What is open", filters=view.filters.only())
        elif len(here):
            show.note(f"Only here: {here.why.iloc[0]}.")
        if not show.failed(view, _FROM.get(layer, "")) or len(rows):
            show.note(_MEANING[layer] if len(rows) else _NOTHING[layer])
        if view.corpus.n_documents > asked.COMPARED + 1:
            show.note(f"Held against the {asked.COMPARED} articles, at most, that name most of the same.")
        lines = [
            _line(view, layer, row) for row in paging.rows(rows, key="layer", size=SIZE).to_dict("records")
        ]
        st.html(f'<ul class="t-layer">{"".join(lines)}</ul>')
        paging.control(rows, key="layer", size=SIZE, noun="passages")


def _line(view: View, layer: str, row: dict[Any, Any]) -> str:
    words = escape(short(" ".join(row["text"].split()), 90))
    link = address.link("reader", view.filters.change(sel=row["sel"], page=()), words)
    tells = escape(articles(row["n_documents"], row["n_tellings"]))
    how = "" if layer == "only" else f" <small>{tells}</small>"
    current = ' aria-current="true"' if view.selection and view.selection.sel == row["sel"] else ""
    return f"<li{current}>{link}{how}</li>"
