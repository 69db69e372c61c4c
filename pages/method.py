"""Method: how was this found, how far can it be trusted?"""

import streamlit as st

from tellings.ui import frame, methods, show

view = frame.page("method")
said, measured = methods.written()
st.html(said)
show.heading("What made this corpus", anchor="made")
st.html(methods.versions(view.corpus.descriptor, view.corpus.gaps))
if not measured.empty:
    show.take_away(measured, view, key="evaluation", label="Measured figures as CSV")
