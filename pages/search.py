"""Search: where is it named, said, or written?"""

import streamlit as st

from tellings.ui import concordance, filters, frame, search, show

view = frame.page("search")
asked, which = st.columns([3, 5], vertical_alignment="bottom")
with asked:
    filters.words(view, "Search for", "a name, a place or a word; in any form")
with which:
    filters.one(view, "view", "Show", concordance.VIEWS)
if view.filters.view in concordance.VIEWS and view.filters.view:
    with filters.folded(view, "doc", "publisher", "date"):
        filters.texts(view)
    concordance.query_help()
    if view.filters.q or view.filters.view in ("words", "key"):
        concordance.draw(view)
        st.stop()
if not view.filters.q:
    show.note(
        "Type a word, and press Enter. On every page the field at the side does the same; the key / leads to it."
    )
    st.stop()
names, words = st.columns([4, 7], gap="large")
with names:
    search.names(view)
with words:
    search.said(view)
    search.written(view)
