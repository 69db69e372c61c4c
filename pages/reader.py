"""Reader: what does this article say, beside another, with everything found marked in it?"""

import streamlit as st

from tellings.ui import abreast, frame, reader, reader_card

view = frame.page("reader")
docs = reader.choose(view)
marked = reader.switches(view, docs)
kind, facts = reader_card.opened(view, docs)
columns = abreast.beside(*([11, 6] if len(docs) == 1 else [1] * len(docs)), gap="large")
beside = len(docs) > 1
for place, (doc_id, column) in enumerate(zip(docs, columns, strict=False)):
    with column, st.container(key=f"reader-pane-{place}" if beside else None):
        reader.article(view, doc_id, marked, facts)
with columns[1] if len(docs) == 1 else st.container():
    reader_card.show_card(view, docs, kind, facts)
