"""Overview: what is this, and what can I ask?"""

import streamlit as st

from tellings.analysis.overview import figures
from tellings.ui import abreast, evidence, filters, frame, load, overview, show

view = frame.page("overview")
overview.event(view)
overview.tellings(view)
counted = load.ask(view.corpus, figures, view.filters)
overview.figures(view, counted)
if view.filters.active:
    filters.summary(view, counted["articles"], view.corpus.n_documents, "articles")
if not counted["articles"]:
    st.stop()
if view.selection:
    evidence.panel(view, overview.title(view.selection))

left, right = st.columns(2, gap="large")
with left:
    show.heading("The articles")
    overview.articles(view, counted["articles"])
with right:
    if counted["words"]:
        overview.questions(view)

if not counted["words"]:
    overview.problems(view, counted["problems"])
    st.stop()
left, right = abreast.beside(1, 1, gap="large")
with left:
    overview.most_named(view, counted["mentions"])
with right:
    overview.most_quoted(view, counted["quotations"])
    overview.small_map(view)
overview.problems(view, counted["problems"])
