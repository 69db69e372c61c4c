"""Shared text: which sentences are the same copy, and what was edited?"""

import streamlit as st

from tellings.analysis import shared_text as shared
from tellings.ui import filters, frame, load, shared_text

view = frame.page("shared_text")
told = load.ask(view.corpus, shared.tellings, view.filters)
left, right = st.columns([3, 1], vertical_alignment="bottom")
with left:
    filters.words(view, "Words in the passage", "such as rescuers")
with right, filters.folded(view, "doc", "publisher"):
    filters.texts(view)
if shared_text.known(view):
    filters.summary(view, len(told), view.corpus.n_documents, "articles")
    shared_text.draw(view, told)
