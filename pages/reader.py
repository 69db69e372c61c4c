"""Reader: what does this article say, beside another, with everything found marked in it?"""

import streamlit as st

from tellings.ui import abreast, frame, reader, reader_card

view = frame.page("reader")
docs = reader.choose(view)
marked = reader.switches(view, docs)
kind, facts = reader_card.opened(view, docs)
reader.remember(view, docs)
beside = len(docs) > 1
columns = st.columns(len(docs), gap="large") if beside else abreast.beside(11, 6, gap="large")
for place, (doc_id, column) in enumerate(zip(docs, columns, strict=False)):
    with column, st.container(key=f"reader-pane-{place}" if beside else None):
        reader.article(view, doc_id, marked, facts)
with st.container() if beside else columns[1]:
    reader_card.show_card(view, docs, kind, facts)
