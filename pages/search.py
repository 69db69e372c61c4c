"""Search: where is it named, said, or written?"""

import streamlit as st

from tellings.ui import concordance, filters, frame, query_builder, search, show, subcorpora

view = frame.page("search")
filters.words(view, "Search for", "name, place or word")
filters.one(view, "view", "Show", concordance.VIEWS, titled=False)
if view.filters.view in concordance.VIEWS and view.filters.view:
    subcorpora.choose(view)
    query_builder.told()
    if view.filters.q or view.filters.view in concordance.WITHOUT_QUERY:
        concordance.draw(view)
        st.stop()
if not view.filters.q:
    show.note(
        "Type a word, and press Enter. On every page the field at the side does the same; the key / leads to it."
    )
    if not view.filters.view:
        query_builder.form()
    st.stop()
show.note(search.READ)
names, words = st.columns([4, 7], gap="large")
with names:
    search.names(view)
with words:
    search.said(view)
    search.written(view)
