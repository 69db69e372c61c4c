"""Entities: who and what is named, how often, by whom?"""

import streamlit as st

from tellings.ui import filters, frame
from tellings.ui.entities import controls, cooccurrence, entity_counts, introduced, spellings

view = frame.page("entities")
shown = filters.switch(view, controls.VIEWS)
controls.narrow(view)
n = controls.summary(view, shown)
if shown == "together":
    cooccurrence.draw(view)
elif not n:
    st.stop()
elif shown == "spellings":
    spellings.draw(view, n)
elif shown == "first":
    introduced.draw(view, n)
else:
    entity_counts.draw(view, n, rates=shown == "rates")
