"""Reader: what does this article say, beside another, with what was found or what others say marked?"""

import streamlit as st

from tellings.ui import abreast, frame, reader, reader_card, reader_layers

view = frame.page("reader")
docs = reader.choose(view)
layer = reader_layers.switch(view, docs[0])
marked = () if layer else reader.switches(view, docs)
kind, facts = ("", {}) if layer else reader_card.opened(view, docs)
beside = len(docs) > 1
columns = st.columns(len(docs), gap="large") if beside else abreast.beside(11, 6, gap="large")
for place, (doc_id, column) in enumerate(zip(docs, columns, strict=False)):
    with column, st.container(key=f"reader-pane-{place}" if beside else None):
        shared = reader.shared(view, docs, place)
        if layer:
            reader_layers.article(view, doc_id, layer, shared)
        else:
            reader.article(view, doc_id, marked, facts, shared)
with st.container() if beside else columns[1]:
    if layer:
        reader_layers.beside(view, docs[0], layer)
    else:
        reader_card.show_card(view, docs, kind, facts)
reader.remember(view, docs)
