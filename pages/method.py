"""Method: how was this found, how far can it be trusted?"""

import streamlit as st

from tellings import settings
from tellings.analysis import evaluated
from tellings.ui import frame, glossary, methods, show
from tellings.ui.text import escape

view = frame.page("method")
measured = evaluated.read(settings.read().data / "evaluation.json")
st.html(methods.contents())
st.html("".join(f'<p class="t-say">{escape(promise)}</p>' for promise in methods.PROMISES))
if measured.empty:
    show.note(
        "No measured figures: data/evaluation.json is missing. Make it with: python -m tellings evaluate … --save"
    )
for method in methods.METHODS:
    show.heading(method.title, anchor=method.what)
    figures = measured[measured.what == method.what].drop(columns="what").dropna(axis="columns", how="all")
    told = evaluated.told(measured[measured.what == method.what])
    st.html(methods.said(method, told))
    if not figures.empty:
        with st.expander(f"{method.title}: the figures behind this"):
            st.html(methods.table(figures))
show.heading("Words of the field", anchor="words")
st.html(glossary.table())
show.heading("What made this corpus", anchor="made")
st.html(methods.versions(view.corpus.descriptor, view.corpus.gaps))
if not measured.empty:
    show.take_away(measured, view, key="evaluation", label="Measured figures as CSV")
