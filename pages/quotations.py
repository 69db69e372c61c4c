"""Quotations: who said what?"""

import streamlit as st

from tellings.analysis import speech
from tellings.ui import frame, load
from tellings.ui.quotes import controls, cues, listing, sources, voices, words

view = frame.page("quotations")
shown = controls.switch(view)
controls.narrow(view)
n = load.ask(view.corpus, speech.total, view.filters)
controls.summary(view, shown, n)
if shown == "voices":
    voices.draw(view)
elif not n:
    st.stop()
elif shown == "words":
    words.draw(view)
elif shown == "sources":
    sources.draw(view)
elif shown == "cues":
    cues.draw(view, n)
else:
    listing.draw(view, n)
