"""Corrections: what have people changed, and what should they look at?"""

import streamlit as st

from tellings.analysis import correcting, doubt
from tellings.ui import abreast, corrections, evidence, filters, frame, load, show
from tellings.ui.correcting import check, exchange, ledger

view = frame.page("corrections")
corpus = view.corpus if view.corpus.corrected else load.corpus(view.corpus.name)
every = ledger.entries(corpus)
exchange.where(view, corpus)
exchange.damaged(corpus)
exchange.controls(view, corpus, every)

states, articles = abreast.controls(3, 2)
with states:
    checking = view.filters.view if view.filters.view in doubt.VIEWS else "check"
    shown = {"": "all", **corrections.STATES, checking: "to check"}
    filters.one(view, "view", "Show", shown)
with articles, filters.folded(view, "doc", "publisher"):
    filters.texts(view)
if view.filters.view in doubt.VIEWS:
    check.to_check(view)
    st.stop()

if every.empty:
    show.note(
        "There are no corrections yet. “To check” has what the machine is least sure of. Or open a name on the page "
        "of entities, or a mark in the reader, and choose what is to be corrected; it is listed here, with its effect, "
        "and can be undone."
    )
    st.stop()
found = every[every.state == view.filters.view] if view.filters.view in corrections.STATES else every
if view.filters.active:
    found = found[found["id"].isin(load.ask(corpus, correcting.of_articles, view.filters))]
show.note(f"{ledger.summary(every)}. {len(found):,} shown, newest first; what stands later wins.")

with evidence.beside(view, (6, 5), lambda: "What it changed"):
    ledger.listed(view, corpus, found)
with st.expander("All as a table"):
    ledger.table(view, corpus, found)
