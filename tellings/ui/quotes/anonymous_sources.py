"""The ledger of anonymous sources."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from tellings.analysis import anonymous_sources
from tellings.analysis.evidence import quoted
from tellings.plural import several
from tellings.query.selection import Selection, select
from tellings.ui import address, evidence, glossary, load, paging, show
from tellings.ui.text import escape, plain, unknown
from tellings.ui.view import View

SIZE, MOST = 10, 200
"""Sources on a page, and in the table."""


def draw(view: View) -> None:
    """Show the view."""
    sources = load.ask(view.corpus, anonymous_sources.sources, view.filters)
    if sources.empty:
        show.nothing(view, "No anonymous source is quoted here.")
        return
    shown = paging.rows(sources, key="sources", size=SIZE).reset_index(drop=True)
    entries = load.ask(view.corpus, anonymous_sources.entries, view.filters, shown)
    n = int(sources.n.sum())
    names = dict(zip(sources.source, sources.name, strict=True))
    name = names.get(view.opened("speaker")[0])
    with evidence.beside(
        view,
        (6, 5),
        lambda: name if isinstance(name, str) else "Without a name",
        filters=view.filters.change(anonymous="yes"),
    ):
        show.heading("Who speaks without a name, and what they tell")
        half = len(entries) if view.selection else -(-len(entries) // 2)
        columns = [st.container()] if view.selection else st.columns(2, gap="large")
        for column, part in zip(columns, (entries[:half], entries[half:]), strict=False):
            with column:
                _column(view, part)
        paging.control(sources, key="sources", size=SIZE, noun="sources")
        show.source(view, n, f"quotations of {len(sources):,} anonymous sources")
    whole = paging.most(len(sources), MOST)
    with st.expander(f"{whole} as a table, and what the kinds of information are"):
        show.note(
            "What another said: a quotation stands inside the source’s own. Figures: a quantity stands in it. What is "
            "to come: will, would, plans to, about to. An accusation, a demand, a denial, a promise, a warning: what "
            "the verb makes of it. Else what happened. Sources of different articles are never taken for one."
        )
        table = _table(load.ask(view.corpus, anonymous_sources.entries, view.filters, sources.head(MOST)))
        show.table(table, view, key="sources-table", alt="Anonymous sources", pick=_picked)


def _column(view: View, entries: list[dict[str, Any]]) -> None:
    for entry in entries:
        with st.container(key=f"source-{entry['source']}"):
            said, button = st.columns([2.7, 1.5], gap="small")
            said.html(_entry(view, entry))
            button.button(
                several(entry["n"], "quotation"),
                key=f"open-{entry['source']}",
                on_click=address.open_selection,
                args=(_selection(entry["source"]),),
                type="tertiary",
            )


def _selection(source: str) -> Selection:
    return select("quotations", speaker=source, anonymous="yes")


def _entry(view: View, entry: dict[str, Any]) -> str:
    name = entry["name"] if isinstance(entry["name"], str) else "without a phrase of its own"
    forms = [form for form in entry["printed"] if form.lower() != str(entry["phrase"]).lower()]
    also = f' <span class="t-note">also {escape(", ".join(map(quoted, forms[:6])))}</span>' if forms else ""
    own = view.filters.only()
    told = "; ".join(
        address.link("reader", own.change(doc=(doc,)), escape(short)) for doc, short in entry["articles"][:4]
    )
    facts = [
        told,
        several(entry["words"], "word"),
        *(f"via {escape(via)}" for via in entry["vias"]),
        f"{glossary.term('cue')} " + ", ".join(f"“{escape(cue)}”" for cue in entry["cues"][:6])
        if entry["cues"]
        else "no word of saying",
        escape(", ".join(map(quoted, entry["condition"][:3])))
        or unknown("the article does not say why the name is kept back"),
    ]
    about = f"; names {escape(', '.join(entry['about']))}" if entry["about"] else ""
    return (
        f'<p class="t-source-name">{escape(name)}{also}</p><p class="t-how">{" · ".join(facts)}</p>'
        f'<p class="t-tells"><strong>Tells</strong> {escape(", ".join(entry["tells"]))}{about}</p>'
    )


def _table(entries: list[dict[str, Any]]) -> pd.DataFrame:
    def joined(key: str) -> list[str]:
        return [plain("; ".join(entry[key])) for entry in entries]

    return pd.DataFrame(
        {
            "_source": [entry["source"] for entry in entries],
            "Source": [plain(entry["name"]) if isinstance(entry["name"], str) else "" for entry in entries],
            "Printed as": joined("printed"),
            "Article": [plain("; ".join(short for _, short in entry["articles"])) for entry in entries],
            "Quotations": [entry["n"] for entry in entries],
            "Words": [entry["words"] for entry in entries],
            "Tells": joined("tells"),
            "About": joined("about"),
            "Words of saying": joined("cues"),
            "Via": joined("vias"),
            "Why unnamed": joined("condition"),
        }
    )


def _picked(row: Any, column: str) -> Selection:
    opened = _selection(row["_source"])
    return Selection(opened.table, (*opened.terms, ("outermost", "yes"))) if column == "Words" else opened
